import type { Rejection, State } from '../command.ts';
import { reject } from '../command.ts';
import type { Person } from './records.ts';

/** One personnummer is one kund (FRAGA-06). @returns the reason when another kund has the number */
export function upptagetNummer(state: Pick<State, 'personMedNummer'>, personId: string, personnummer: string): Rejection | undefined {
  const owner = state.personMedNummer(personnummer);
  return owner === undefined || owner === personId ? undefined : reject('personnummer-finns', 'person.personnummer');
}

/**
 * An interim number or samordningsnummer gives way to a real one (FRAGA-06), and a number typed by hand can be corrected; one
 * the register of residents has confirmed is changed by the register alone.
 */
export const farBytaNummer = (person: Pick<Person, 'nummerSlag' | 'kir'>): boolean =>
  person.nummerSlag !== 'personnummer' || (person.kir !== undefined && person.kir.status !== 'traff');
