import { alderPa } from '../../shared/domain/person/alder.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { PersonRad } from '../../shared/ipc/views.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Post, Replica } from './ports.ts';

/** A person as a row of a list; never with a place when the person has any skydd (FRAGA-62). */
export function personRad({ id, data }: Post<'person'>, today: IsoDate): PersonRad {
  return {
    personId: id,
    namn: displayName(data),
    personnummer: data.personnummer,
    nummerSlag: data.nummerSlag,
    ...(data.fodelsedatum === undefined ? {} : { fodelsedatum: data.fodelsedatum }),
    alder: alderPa(data, today),
    skydd: data.skydd,
    ...(data.skydd === 'ingen' && data.adress ? { ort: data.adress.ort } : {}),
    ...(data.tidigareNummer ? { tidigareNummer: data.tidigareNummer } : {}),
    ...(data.tidigareEfternamn ? { tidigareEfternamn: data.tidigareEfternamn } : {}),
    ...(data.avliden === undefined ? {} : { avliden: data.avliden }),
  };
}

/** The rows of the persons that the replica holds, in the given order. */
export const personRader = (replica: Replica, personIds: string[], today: IsoDate): PersonRad[] =>
  personIds.flatMap((personId) => {
    const post = replica.record('person', personId);
    return post ? [personRad(post, today)] : [];
  });

/** The row of the person whose akt a scope is, when the replica holds the person. */
export function personOf(replica: Replica, scope: string, today: IsoDate): PersonRad | undefined {
  const personId = personOfScope(scope);
  const post = personId === undefined ? undefined : replica.record('person', personId);
  return post && personRad(post, today);
}
