import { arHandlaggare } from './behorighet.ts';
import { type Rejection, reject, type State } from './command.ts';

type Ansvar = { ansvarigHandlaggareId: string; organisationId: string };

/**
 * Ansvarig handläggare is any handläggare at work (ROLL-10, FRAGA-12), organisation one of the catalogue (AKT-06).
 * @param stored what stands already: it may stay, also when the catalogue has moved on
 * @returns the reason with its field when not
 */
export function provaAnsvar(state: Pick<State, 'katalog'>, ansvar: Partial<Ansvar>, stored?: Ansvar): Rejection | undefined {
  const { ansvarigHandlaggareId, organisationId } = ansvar;
  if (ansvarigHandlaggareId !== undefined && ansvarigHandlaggareId !== stored?.ansvarigHandlaggareId) {
    const anvandare = state.katalog('anvandare', ansvarigHandlaggareId);
    if (!anvandare || !arHandlaggare(anvandare)) return reject('finns-inte-i-katalogen', 'ansvarigHandlaggareId');
  }
  if (organisationId !== undefined && organisationId !== stored?.organisationId) {
    if (!state.katalog('organisation', organisationId)) return reject('finns-inte-i-katalogen', 'organisationId');
  }
  return undefined;
}
