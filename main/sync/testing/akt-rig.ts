import { fromPlainText, plainText } from '../../../shared/domain/text/text.ts';
import { openReplica } from '../../db/replica.ts';
import { anvandare, ids, katalogRecords, personData, utredningRecord, uuid } from '../../services/testing/records.ts';
import { createRig } from './rig.ts';
import { createSyncServer, type SyncServer } from './sync-server.ts';

export const actor = anvandare.handlaggare;
export const personId = uuid(5001);
export const utredningId = uuid(5002);
export const scope = `akt:${personId}`;

/** A server with the catalogue and one akt. */
export function seededServer(pageSize?: number): SyncServer {
  const server = createSyncServer(pageSize === undefined ? {} : { pageSize });
  server.write(
    'katalog',
    katalogRecords.map(({ type, id, data }) => ({ op: 'put', type, id, data })),
  );
  const { data } = utredningRecord(personId, utredningId);
  server.write(scope, [
    { op: 'put', type: 'person', id: personId, data: personData() },
    { op: 'put', type: 'utredning', id: utredningId, data },
  ]);
  return server;
}

/** A real replica on a fake server. */
export const createAktRig = (server: SyncServer, userId: string = actor.id) =>
  createRig(server, userId, (options) =>
    openReplica({
      ...options,
      key: '42'.repeat(32),
      anvandareId: userId,
      clock: { now: () => new Date('2026-11-20T12:00:00.000Z') },
      newId: () => crypto.randomUUID(),
    }),
  );
export type AktRig = ReturnType<typeof createAktRig>;

let last = 10_000;
function nextId(): string {
  last += 1;
  return uuid(last);
}
type Place = { anteckningId?: string; basRev?: string | null; rubrikKod?: string };
export type Saved = { anteckningId: string; rev: string; commandId: string };

/** A user's save, as the form makes it. */
export function save(rig: AktRig, text: string, place: Place = {}, by = actor): Saved {
  const { anteckningId = nextId(), basRev = null, rubrikKod = 'JOURNAL' } = place;
  const [rev, commandId] = [nextId(), nextId()];
  const input = {
    personId,
    anteckningId,
    dokumentation: { slag: 'utredning', id: utredningId },
    rubrikKod,
    handelsedatum: '2026-11-01',
    text: fromPlainText(text),
    basRev,
    rev,
  };
  const at = '2026-11-02T08:00:00.000Z';
  const decision = rig.replica.runCommand({ id: commandId, name: 'anteckning.spara', version: 1, input, at, actor: by });
  if (!Array.isArray(decision)) throw new Error(`refused: ${JSON.stringify(decision)}`);
  return { anteckningId, rev, commandId };
}

export function textOf(rig: AktRig, id: string): string | undefined {
  const note = rig.replica.record('anteckning', id);
  return note && plainText(note.data.text);
}

/** What of the server's records for the user differs in the replica; nothing, if all is well. */
export function differences(rig: AktRig, server: SyncServer, userId: string = actor.id): string[] {
  const held = server.heldBy(userId);
  const missing = [...held.keys()].filter((id) => rig.replica.scopeOf(id) === undefined);
  const surplus = rig.replica.countRecords() - held.size;
  return [...missing, ...(surplus > 0 ? [`${surplus} too many`] : [])];
}

const signatur = { anvandareId: ids.handlaggare, namn: 'Berg, Åsa', at: '2026-11-01T08:00:00.000Z' };
/** A note as a colleague's client would have made it. */
export const noteChange = (id: string, text: string, rubrikKod = 'JOURNAL', rev = uuid(900)) => ({
  op: 'put' as const,
  type: 'anteckning',
  id,
  data: {
    dokumentation: { slag: 'utredning' as const, id: utredningId },
    rubrikKod,
    handelsedatum: '2026-11-01',
    text: fromPlainText(text),
    rev,
    skapad: signatur,
    sparad: signatur,
  },
});
