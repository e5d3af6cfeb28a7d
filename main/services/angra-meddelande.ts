import type { Actor } from '../../shared/domain/command.ts';
import type { Meddelande } from '../../shared/domain/meddelande/records.ts';
import { skickaMeddelande } from '../../shared/domain/meddelande/skicka.ts';
import type { Angrat, BrevVy } from '../../shared/ipc/views.ts';
import type { OutboxRow, Replica } from './ports.ts';
import { CallFailure, nowOf, type ServicePorts } from './service.ts';
import { readInput } from './utkorg-vad.ts';

const skickar = (row: OutboxRow, meddelandeId: string): boolean =>
  row.name === skickaMeddelande.name &&
  (readInput(skickaMeddelande.input, row.input)?.delar.some((del) => del.meddelandeId === meddelandeId) ?? false);
const sandning = (replica: Replica, meddelandeId: string): OutboxRow | undefined =>
  replica.outbox().find((row) => (row.state === 'queued' || row.state === 'sent' || row.state === 'waiting') && skickar(row, meddelandeId));

/** How a message of the user's own can be taken back, if it can: out of Utkorg while it is not sent, or from whom it waits to go to. */
export function tasTillbaka(
  replica: Replica,
  { id }: Pick<Actor, 'id'>,
  meddelandeId: string,
  { fran, vantar }: Pick<Meddelande, 'fran' | 'vantar'>,
): Pick<BrevVy, 'tasTillbaka'> {
  if (fran.slag !== 'anvandare' || fran.anvandareId !== id) return {};
  const row = sandning(replica, meddelandeId);
  if (row) return row.state === 'queued' && row.form ? { tasTillbaka: 'utkorg' } : {};
  return vantar ? { tasTillbaka: 'vantar' } : {};
}

/** Takes a message out of Utkorg, and lays it as the draft it was. Of one that has been sent meanwhile nothing is changed, and that is told. */
export function angraMeddelande({ replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>, meddelandeId: string): Angrat {
  const row = sandning(replica, meddelandeId);
  if (!row) return { slag: 'gatt' };
  if (!row.form) throw new CallFailure('finns-inte');
  const { gruppId } = skickaMeddelande.input.parse(row.input);
  const senare = replica.outbox().filter(({ seq, state, quiet }) => !quiet && (state === 'queued' || state === 'sent') && seq > row.seq);
  if (senare.some(({ input }) => JSON.stringify(input).includes(meddelandeId))) return { slag: 'anvant' };
  const { nyckel, titel, data } = row.form;
  // Another text of the same form does not give way to it.
  if (replica.draft(nyckel)) return { slag: 'anvant' };
  return replica.withdraw(row.id, { nyckel, personId: null, titel, data, savedAt: nowOf(clock) })
    ? { slag: 'utkast', gruppId }
    : { slag: 'gatt' };
}
