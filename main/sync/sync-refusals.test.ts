import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { anvandare, uuid } from '../services/testing/records.ts';
import { decodeLine } from './decode.ts';
import { type AktRig, actor, createAktRig, differences, noteChange, save, scope, seededServer, textOf } from './testing/akt-rig.ts';
import type { SyncServer } from './testing/sync-server.ts';
import { TransportError } from './transport-error.ts';

let server: SyncServer;
let rig: AktRig;
beforeEach(() => {
  server = seededServer();
  rig = createAktRig(server);
});
afterEach(() => rig.remove());

/** Applies what the server has changed, without pushing or asking for results. */
function pullByHand(): void {
  const lines = server.pull({ protocol: 1, ...rig.replica.identity(), ...rig.replica.pullState() }, actor.id).map(decodeLine);
  const tail = lines.find((line) => line.t === 'cursors');
  if (!tail) throw new Error('an answer without cursors');
  const items = lines.filter((line) => line.t === 'put' || line.t === 'leave');
  rig.replica.applySlice(items, { cursors: tail.cursors, version: server.version, agreedAt: null });
}

describe('refusals and rebase', () => {
  it('two edits of one rubrik: one wins by order, the other waits in Att åtgärda with its whole text', async () => {
    const other = createAktRig(server, anvandare.kollega.id);
    try {
      await rig.round();
      await other.round();
      rig.network.up = false;
      const mine = save(rig, 'Min text, hela.', { rubrikKod: 'BAKGRUND' });
      const theirs = save(other, 'Kollegans', { rubrikKod: 'BAKGRUND' }, anvandare.kollega);
      await other.round();
      rig.network.up = true;
      await rig.round();
      const row = rig.replica.outboxRow(mine.commandId);
      expect(row).toMatchObject({ state: 'refused', rejection: { code: 'rubrik-har-text', field: 'text' } });
      expect(row?.input).toMatchObject({ text: fromPlainText('Min text, hela.') });
      expect(rig.replica.outboxCounts()).toEqual({ unsent: 0, refused: 1, conflicts: 1 });
      expect(textOf(rig, mine.anteckningId)).toBeUndefined();
      expect(textOf(rig, theirs.anteckningId)).toBe('Kollegans');
      rig.replica.settle(mine.commandId);
      expect(rig.replica.outboxRow(mine.commandId)?.state).toBe('settled');
      expect(differences(rig, server)).toEqual([]);
    } finally {
      await other.remove();
    }
  });

  it('a refused command does not block those after it', async () => {
    await rig.round();
    rig.network.up = false;
    const bad = save(rig, 'Krockar', { rubrikKod: 'BAKGRUND' });
    const good = save(rig, 'Går fram');
    server.write(scope, [noteChange(uuid(90), 'Hann före', 'BAKGRUND')]);
    rig.network.up = true;
    await rig.round();
    expect(rig.replica.outboxRow(bad.commandId)?.state).toBe('refused');
    expect(rig.replica.outboxRow(good.commandId)?.state).toBe('received');
    expect(differences(rig, server)).toEqual([]);
  });

  it('pending edits stay on top of what a pull brings', async () => {
    server.write(scope, [noteChange(uuid(91), 'Serverns')]);
    await rig.round();
    // The server does not take the push, but its records come.
    await rig.stop();
    const mine = save(rig, 'Mina ord', { anteckningId: uuid(91), basRev: uuid(900) });
    server.write(scope, [noteChange(uuid(92), 'En annan')]);
    pullByHand();
    expect(textOf(rig, uuid(92))).toBe('En annan');
    expect(textOf(rig, mine.anteckningId)).toBe('Mina ord');
    expect(rig.replica.record('anteckning', uuid(91))?.pending).toBe(true);
  });

  it('a replay that fails here fails for now only: the server decides', async () => {
    server.write(scope, [noteChange(uuid(91), 'Serverns')]);
    await rig.round();
    await rig.stop();
    const mine = save(rig, 'Mina ord', { anteckningId: uuid(91), basRev: uuid(900) });
    server.write(scope, [noteChange(uuid(91), 'Någon annans', 'JOURNAL', uuid(901))]);
    pullByHand();
    expect(textOf(rig, uuid(91))).toBe('Någon annans');
    expect(rig.replica.outboxRow(mine.commandId)).toMatchObject({ state: 'queued', rejection: null });
    await rig.round();
    expect(rig.replica.outboxRow(mine.commandId)).toMatchObject({ state: 'refused', rejection: { code: 'text-andrad' } });
  });

  it('a command that no request can carry goes to Att åtgärda, and those after it pass', async () => {
    await rig.round();
    rig.network.up = false;
    const bad = save(rig, 'Går inte att läsa');
    const good = save(rig, 'Går fram');
    rig.network.up = true;
    const malformed = new TransportError('malformed', { code: 'malformed' });
    rig.faults.push.push(malformed, malformed);
    await rig.round();
    expect(rig.replica.outboxRow(bad.commandId)).toMatchObject({ state: 'refused', rejection: { code: 'ogiltig-indata' } });
    expect(rig.replica.outboxRow(good.commandId)?.state).toBe('received');
    // Nor is its number missing in the row of those written later.
    const later = save(rig, 'Skrevs efteråt');
    await rig.round();
    expect(rig.replica.outboxRow(later.commandId)?.state).toBe('received');
  });
});
