import { kanAnsvara } from '../../shared/domain/ansvar.ts';
import { uppfoljare } from '../../shared/domain/bestallning/urval.ts';
import { enhetOf } from '../../shared/domain/enhet.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { Post, Replica } from './ports.ts';

/** Whose list an unconfirmed order is on (FRAGA-34, ROLL-10); undefined = nobody can follow it up. */
export function foljsUppAv(replica: Pick<Replica, 'record'>, { scope, data }: Post<'bestallning'>): string | undefined {
  const personId = personOfScope(scope);
  const person = personId === undefined ? undefined : replica.record('person', personId);
  if (personId === undefined || !person) return undefined;
  const utredningId = replica.record('beslut', data.beslutId)?.data.utredningId;
  const ansvarigId = utredningId && replica.record('utredning', utredningId)?.data.ansvarigHandlaggareId;
  return uppfoljare(data, ansvarigId, (id) => {
    const anvandare = replica.record('anvandare', id);
    return anvandare !== undefined && kanAnsvara(anvandare, personId, person.data, enhetOf('bestallning', data, person.data));
  });
}
