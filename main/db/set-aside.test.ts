import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { anvandare, katalogRecords, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { readCopy } from './read-copy.ts';
import type { OpenReplica } from './replica.ts';
import { fill, testKey, testReplica } from './testing/replica.ts';

const actor = anvandare.handlaggare;
const at = '2026-11-20T08:00:00.000Z';
let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(actor.id);
  replica = place.open();
  fill(replica, [...katalogRecords, ...[100, 110].flatMap((nr) => [personRecord(uuid(nr)), utredningRecord(uuid(nr), uuid(nr + 1))])]);
});
afterEach(() => {
  replica.close();
  place.remove();
});

/** A journal note of the akt `100` or `110`. */
function save(nr: number, akt: number): string {
  const id = uuid(nr);
  const input = {
    personId: uuid(akt),
    anteckningId: uuid(nr + 100),
    dokumentation: { slag: 'utredning', id: uuid(akt + 1) },
    rubrikKod: 'JOURNAL',
    handelsedatum: '2026-11-01',
    text: fromPlainText('Ringde modern.'),
    basRev: null,
    rev: uuid(nr + 200),
  };
  replica.runCommand({ id, name: 'anteckning.spara', version: 1, input, at, actor });
  return id;
}
const setAside = (id: string, seq: number) => ({ seq, id, version: 4, at, outcome: 'refused' as const, code: 'akt-olaslig' });
const queue = () => replica.unanswered({ commands: 50, bytes: 1e6 }).map(({ id, seq }) => [id, seq]);

it('what the server sets aside waits with its effect and its reason, and holds nobody up', () => {
  const [first, second] = [save(200, 100), save(201, 110)];
  replica.storeResults([setAside(first, 1)]);
  expect(replica.outboxRow(first)).toMatchObject({ state: 'waiting', rejection: { code: 'akt-olaslig' } });
  expect(replica.record('anteckning', uuid(300))?.pending).toBe(true);
  expect(replica.outboxCounts()).toEqual({ unsent: 2, refused: 0, conflicts: 0 });
  expect(queue()).toEqual([[second, 2]]);
});

it('it is sent again before what is done later in the same akt, and an answer to its old number says nothing', () => {
  const first = save(200, 100);
  replica.storeResults([setAside(first, 1)]);
  const elsewhere = save(201, 110);
  expect(queue()).toEqual([[elsewhere, 2]]);
  const later = save(202, 100);
  expect(queue()).toEqual([
    [elsewhere, 2],
    [first, 3],
    [later, 4],
  ]);
  replica.storeResults([setAside(first, 1)]);
  expect(replica.outboxRow(first)).toMatchObject({ state: 'queued', rejection: null });
});

it('it stays in the second copy until it is decided', () => {
  const first = save(200, 100);
  replica.storeResults([setAside(first, 1)]);
  expect(readCopy(`${place.file}.kopia`, testKey)).toMatchObject({ commands: [{ id: first, state: 'waiting' }], unsent: 1 });
});

it('it is sent again by itself some minutes later, by the server’s time', () => {
  const first = save(200, 100);
  replica.storeResults([setAside(first, 1)]);
  const told = (serverTime: string) => fill(replica, [], undefined, serverTime);
  told('2026-11-20T08:09:00.000Z');
  expect(queue()).toEqual([]);
  told('2026-11-20T08:11:00.000Z');
  expect(queue()).toEqual([[first, 2]]);
});
