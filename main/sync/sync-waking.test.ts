import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid } from '../services/testing/records.ts';
import { type AktRig, createAktRig, differences, noteChange, save, scope, seededServer, textOf } from './testing/akt-rig.ts';
import type { SyncServer } from './testing/sync-server.ts';
import { TransportError } from './transport-error.ts';

let server: SyncServer;
let rig: AktRig;
beforeEach(() => {
  server = seededServer();
  rig = createAktRig(server);
});
afterEach(() => rig.remove());

describe('waiting, waking and hindrances', () => {
  it('backs off while the server is not reached, and a kick tries at once', async () => {
    await rig.round();
    rig.network.up = false;
    await rig.round();
    expect(rig.sync.status()).toMatchObject({ ansluten: false, fas: 'vilar' });
    const first = rig.time.waits()[0] ?? 0;
    expect(first).toBeLessThanOrEqual(30);
    for (let n = 0; n < 5; n += 1) await rig.round();
    expect(rig.time.waits().some((ms) => ms > 300 && ms < 1000)).toBe(true);
    const tried = rig.requests.pull;
    save(rig, 'Skrivet utan nät');
    expect(rig.requests.pull).toBe(tried);
    rig.network.up = true;
    await rig.round();
    expect(rig.sync.status().ansluten).toBe(true);
    expect(rig.replica.outboxCounts().unsent).toBe(0);
  });

  it('the retry timer brings it back by itself', async () => {
    rig.network.up = false;
    await rig.round();
    rig.network.up = true;
    rig.time.advance(60_000);
    await rig.until(({ ansluten, fas }) => ansluten && fas === 'vilar');
    expect(differences(rig, server)).toEqual([]);
  });

  it('honours the time a server asks for', async () => {
    rig.faults.pull.push(new TransportError('busy', { code: 'too-many-requests', retryAfterMs: 7000 }));
    await rig.round();
    expect(rig.time.waits()).toContain(7000);
  });

  it('a write during a round is not missed', async () => {
    await rig.round();
    const first = save(rig, 'Ett');
    const off = rig.replica.onChange(() => {
      if (rig.replica.outboxRow(first.commandId)?.state !== 'received') return;
      off();
      save(rig, 'Två');
    });
    await rig.until(() => server.effects.length === 2);
  });

  it('a poke fetches at once what a colleague wrote', async () => {
    rig.network.pokes = true;
    await rig.round();
    const pulls = rig.requests.pull;
    server.write(scope, [noteChange(uuid(97), 'Kollegans ord')]);
    await rig.until(() => textOf(rig, uuid(97)) === 'Kollegans ord');
    expect(rig.requests.pull).toBeGreaterThan(pulls);
  });

  it('pokes come again as soon as the server has been reached, however long it was away', async () => {
    rig.network.pokes = true;
    rig.network.up = false;
    await rig.round();
    // The stream's own back-off grows to its longest; the rounds' is not waited for.
    for (let n = 0; n < 14; n += 1) {
      const failed = rig.errors.length;
      rig.time.advance(60_000);
      await rig.until(() => rig.errors.length > failed);
    }
    rig.network.up = true;
    await rig.round();
    server.write(scope, [noteChange(uuid(96), 'Kollegans ord')]);
    await rig.until(() => textOf(rig, uuid(96)) === 'Kollegans ord');
  });

  it('the slow poll finds it without a poke', async () => {
    await rig.round();
    server.write(scope, [noteChange(uuid(98), 'Utan poke')]);
    rig.time.advance(30_000 * 1.25);
    await rig.until(() => textOf(rig, uuid(98)) === 'Utan poke');
  });

  it('the watchdog ends a round in which nothing moves', async () => {
    rig.faults.pull.push('hangs');
    void rig.start();
    await rig.until(() => rig.requests.pull === 1);
    rig.time.advance(120_000);
    await rig.until(({ fas }) => fas === 'vilar' && rig.errors.length > 0);
    rig.time.advance(60_000);
    await rig.until(() => rig.replica.countRecords() > 0);
  });

  it.each([
    ['unauthorised', 'nekad'],
    ['client-too-old', 'klienten-for-gammal'],
    ['server-too-old', 'servern-for-gammal'],
  ] as const)('%s is told as %s, and forgotten when it is over', async (code, hinder) => {
    rig.faults.pull.push(new TransportError(code, { code }));
    await rig.round();
    expect(rig.sync.status().hinder).toBe(hinder);
    await rig.round();
    expect(rig.sync.status().hinder).toBeUndefined();
  });
});
