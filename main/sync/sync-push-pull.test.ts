import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personData, uuid } from '../services/testing/records.ts';
import { type AktRig, actor, createAktRig, differences, personId, save, scope, seededServer, textOf } from './testing/akt-rig.ts';
import type { SyncServer } from './testing/sync-server.ts';

let server: SyncServer;
let rig: AktRig;
beforeEach(() => {
  server = seededServer();
  rig = createAktRig(server);
});
afterEach(() => rig.remove());

describe('push and pull (ARCHITECTURE 6)', () => {
  it('fills the buckets, agrees on the counts and says so', async () => {
    await rig.round();
    expect(differences(rig, server)).toEqual([]);
    expect(rig.sync.status()).toMatchObject({ ansluten: true, antalStammer: true, fas: 'vilar', hamtad: '2026-11-20T12:00:00.000Z' });
    expect(rig.statuses.map(({ fas }) => fas)).toContain('forsta-hamtning');
  });

  it('a local write is pushed at once, shown as pending and then as the server has it', async () => {
    await rig.round();
    const { anteckningId, commandId } = save(rig, 'Ringde modern.');
    expect(rig.replica.record('anteckning', anteckningId)).toMatchObject({ pending: true, version: 0 });
    await rig.until(() => rig.replica.outboxRow(commandId)?.state === 'received');
    await rig.until(() => rig.replica.record('anteckning', anteckningId)?.pending === false);
    expect(rig.replica.record('anteckning', anteckningId)?.version).toBe(server.version);
    expect(rig.replica.outboxRow(commandId)).toMatchObject({ serverVersion: server.version, answeredAt: '2026-11-20T10:00:00.000Z' });
    expect(rig.replica.outboxCounts().unsent).toBe(0);
    expect(differences(rig, server)).toEqual([]);
  });

  it('days offline: many commands go in order, each once, though answers are lost', async () => {
    await rig.round();
    rig.network.up = false;
    let note = save(rig, 'Utkast 0');
    for (let n = 1; n < 250; n += 1) note = save(rig, `Utkast ${n}`, { anteckningId: note.anteckningId, basRev: note.rev });
    expect(rig.replica.outboxCounts().unsent).toBe(250);
    rig.network.up = true;
    rig.faults.push.push('lost-answer', 'lost-request', 'lost-answer');
    for (let tries = 0; tries < 5; tries += 1) await rig.round();
    expect(rig.replica.outboxCounts().unsent).toBe(0);
    expect(server.effects).toHaveLength(250);
    expect(new Set(server.effects).size).toBe(250);
    expect(textOf(rig, note.anteckningId)).toBe('Utkast 249');
    expect(differences(rig, server)).toEqual([]);
  });

  it('a lost push answer is healed by the pull alone', async () => {
    await rig.round();
    await rig.stop();
    const { commandId } = save(rig, 'Kom fram, utan svar.');
    rig.replica.markSent([commandId]);
    server.push({ protocol: 1, ...rig.replica.identity(), commands: rig.replica.unanswered({ commands: 10, bytes: 1e6 }) }, actor.id);
    // Only the pull is made: its head carries the result.
    const lines = server.pull({ protocol: 1, ...rig.replica.identity(), ...rig.replica.pullState() }, actor.id);
    rig.replica.storeHead(JSON.parse(lines[0] ?? ''));
    expect(rig.replica.outboxRow(commandId)?.state).toBe('received');
  });

  it('an answer that was cut is not applied at all', async () => {
    rig.faults.pull.push('cut');
    await rig.round();
    expect(rig.errors).toHaveLength(1);
    expect(rig.replica.countRecords()).toBe(0);
    await rig.round();
    expect(differences(rig, server)).toEqual([]);
  });

  it('many small pages of a fill arrive whole, with changes made meanwhile', async () => {
    server = seededServer(7);
    await rig.remove();
    rig = createAktRig(server);
    for (let n = 0; n < 60; n += 1) {
      server.write(`akt:${uuid(6000 + n)}`, [
        { op: 'put', type: 'person', id: uuid(6000 + n), data: personData({ kundnummer: String(n) }) },
      ]);
    }
    const off = rig.replica.onChange(() => {
      off();
      server.write(`akt:${uuid(6001)}`, [{ op: 'put', type: 'person', id: uuid(6001), data: personData({ efternamn: 'Ändrad' }) }]);
    });
    await rig.round();
    expect(differences(rig, server)).toEqual([]);
    expect(rig.replica.record('person', uuid(6001))?.data.efternamn).toBe('Ändrad');
    expect(rig.replica.searchReady()).toBe(true);
  });

  it('the access log is sent and dropped', async () => {
    rig.replica.logAccess({ id: uuid(1), at: '2026-11-20T08:00:00.000Z', action: 'oppnad', personId, detail: 'x'.repeat(400) });
    await rig.round();
    expect(rig.access).toEqual([{ id: uuid(1), at: '2026-11-20T08:00:00.000Z', action: 'oppnad', personId, detail: 'x'.repeat(300) }]);
    expect(rig.replica.accessEntries(10)).toEqual([]);
  });

  it('records of unknown types and newer schemas are kept as they came', async () => {
    server.write('katalog', [{ op: 'put', type: 'framtidstyp', id: 'f1', data: { x: 1 }, schema: 7 }]);
    server.write(scope, [{ op: 'put', type: 'anteckning', id: uuid(7), data: { helt: 'annat' }, schema: 9 }]);
    await rig.round();
    expect(rig.replica.scopeOf('f1')).toBe('katalog');
    // Of a shape this version cannot read: held and counted, shown nowhere.
    expect(rig.replica.scopeOf(uuid(7))).toBe(scope);
    expect(rig.replica.record('anteckning', uuid(7))).toBeUndefined();
    expect(differences(rig, server)).toEqual([]);
    expect(rig.replica.heads(scope).map(({ id }) => id)).not.toContain(uuid(7));
  });
});
