import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AktRig, createAktRig, differences, seededServer } from './testing/akt-rig.ts';
import type { SyncServer } from './testing/sync-server.ts';

let server: SyncServer;
let rig: AktRig;
beforeEach(() => {
  server = seededServer(2);
  rig = createAktRig(server);
});
afterEach(() => rig.remove());

describe('pages ahead during a fill (ARCHITECTURE 6)', () => {
  test('two are asked for before the first is applied, and none is asked for twice', async () => {
    const asked: number[] = [];
    let pages = 0;
    void rig.crashAt((name) => {
      if (name === 'page-received') pages += 1;
      if (name === 'slice-applied') asked.push(rig.requests.pull);
      return false;
    });
    await rig.round();
    expect(differences(rig, server)).toEqual([]);
    expect(pages).toBeGreaterThan(5);
    expect(asked.slice(0, 3)).toEqual([3, 4, 5]);
    expect(rig.requests.pull).toBe(pages);
  });

  test('those of a replica that has begun anew are not used', async () => {
    let pages = 0;
    void rig.crashAt((name) => {
      if (name === 'page-received') pages += 1;
      if (name === 'page-received' && pages === 2) server.restore(server.backup());
      return false;
    });
    await rig.round();
    await rig.round();
    expect(rig.sync.status()).toMatchObject({ antalStammer: true, fas: 'vilar' });
    expect(differences(rig, server)).toEqual([]);
  });
});
