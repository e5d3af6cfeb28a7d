import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personData, uuid } from '../services/testing/records.ts';
import { type AktRig, createAktRig, differences, noteChange, save, scope, seededServer, textOf } from './testing/akt-rig.ts';
import type { SyncServer } from './testing/sync-server.ts';

let server: SyncServer;
let rig: AktRig;
beforeEach(() => {
  server = seededServer();
  rig = createAktRig(server);
});
afterEach(() => rig.remove());

const sorted = (ids: Iterable<string>) => [...ids].sort();

describe('a crash between any two steps', () => {
  it('loses nothing and does nothing twice', async () => {
    const seen = new Set<string>();
    for (let at = 1; at < 200; at += 1) {
      await rig.remove();
      server = seededServer(3);
      rig = createAktRig(server);
      await rig.round();
      await rig.stop();
      const notes = ['Ett', 'Två', 'Tre'].map((text) => save(rig, text));
      const refused = save(rig, 'Nekas', { rubrikKod: 'BAKGRUND' });
      server.write(scope, [noteChange(uuid(99), 'Hann före', 'BAKGRUND')]);
      for (let n = 0; n < 5; n += 1)
        server.write(`akt:${uuid(300 + n)}`, [{ op: 'put', type: 'person', id: uuid(300 + n), data: personData() }]);
      let steps = 0;
      const crash = rig.crashAt(() => {
        steps += 1;
        return steps === at;
      });
      const crashed = await Promise.race([crash, rig.round()]);
      if (crashed === undefined) break;
      seen.add(crashed);
      await rig.restart();
      await rig.round();
      expect(new Set(server.effects).size, crashed).toBe(server.effects.length);
      expect(sorted(server.effects)).toEqual(sorted(notes.map(({ commandId }) => commandId)));
      for (const { anteckningId } of notes) expect(textOf(rig, anteckningId), crashed).toBeDefined();
      expect(rig.replica.outboxRow(refused.commandId), crashed).toMatchObject({ state: 'refused', rejection: { code: 'rubrik-har-text' } });
      expect(rig.replica.outboxCounts(), crashed).toEqual({ unsent: 0, refused: 1, conflicts: 1 });
      expect(
        rig.replica.heads(scope).every(({ version }) => version > 0),
        crashed,
      ).toBe(true);
      expect(differences(rig, server)).toEqual([]);
    }
    expect(sorted(seen)).toEqual(
      sorted([
        'before-push',
        'after-push-sent',
        'push-answered',
        'rebase-begun',
        'rebase-ended',
        'results-stored',
        'page-received',
        'slice-applied',
        'page-applied',
      ]),
    );
  });
});
