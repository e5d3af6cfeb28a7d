import { arHandlaggare } from './behorighet.ts';
import { type Rejection, reject, type State } from './command.ts';
import type { Anvandare } from './katalog/records.ts';
import { kanLasaAkt } from './lasare.ts';
import type { Person } from './person/records.ts';
import type { Post } from './post.ts';

type Ansvar = { ansvarigHandlaggareId: string; organisationId: string };

/** At work, a handläggare, and reads what the unit (`enhet`) has of the akt: else what is theirs is on nobody's start page (ROLL-10, FORB-14). */
export const kanAnsvara = (
  { id, data }: { id: string; data: Pick<Anvandare, 'roller' | 'aktiv' | 'enheter' | 'skyddadBehorighet' | 'utforareId'> },
  personId: string,
  person: Pick<Person, 'enheter' | 'skydd'>,
  enhet?: string,
): boolean => arHandlaggare(data) && kanLasaAkt({ id, ...data }, personId, person, enhet);

/**
 * Ansvarig handläggare is any handläggare at work who may read the akt (ROLL-10, FRAGA-12), organisation one of the catalogue (AKT-06).
 * @param enhet the unit whose it is
 * @param stored what stands already: it may stay, also when the catalogue has moved on
 * @returns the reason with its field when not
 */
export function provaAnsvar(
  state: Pick<State, 'katalog' | 'get'>,
  personId: string,
  enhet: string | undefined,
  ansvar: Partial<Ansvar>,
  stored?: Ansvar,
): Rejection | undefined {
  const { ansvarigHandlaggareId, organisationId } = ansvar;
  if (ansvarigHandlaggareId !== undefined && ansvarigHandlaggareId !== stored?.ansvarigHandlaggareId) {
    const anvandare = state.katalog('anvandare', ansvarigHandlaggareId);
    if (!anvandare || !arHandlaggare(anvandare)) return reject('finns-inte-i-katalogen', 'ansvarigHandlaggareId');
    const person = state.get('person', personId);
    if (person && !kanAnsvara({ id: ansvarigHandlaggareId, data: anvandare }, personId, person, enhet))
      return reject('ansvarig-utan-atkomst', 'ansvarigHandlaggareId');
  }
  if (organisationId !== undefined && organisationId !== stored?.organisationId) {
    if (!state.katalog('organisation', organisationId)) return reject('finns-inte-i-katalogen', 'organisationId');
  }
  return undefined;
}

type Innehavare = Post<Pick<Anvandare, 'funktionId' | 'roller' | 'aktiv' | 'enheter' | 'skyddadBehorighet' | 'utforareId'>>;

/** A handläggare at work holds the function and reads the akt (ROLL-04). */
export const funktionHarHandlaggare = (
  anvandare: Innehavare[],
  funktionId: string,
  personId: string,
  person: Pick<Person, 'enheter' | 'skydd'>,
  enhet?: string,
): boolean => anvandare.some((one) => one.data.funktionId === funktionId && kanAnsvara(one, personId, person, enhet));

/**
 * The function that LSS Insatser is given to: one that no handläggare holds may have it, one whose holders cannot read the akt may not
 * (ROLL-04).
 */
export const funktionKanAnsvara = (
  anvandare: Innehavare[],
  funktionId: string,
  personId: string,
  person: Pick<Person, 'enheter' | 'skydd'>,
  enhet?: string,
): boolean =>
  funktionHarHandlaggare(anvandare, funktionId, personId, person, enhet) ||
  !anvandare.some(({ data }) => arHandlaggare(data) && data.funktionId === funktionId);

/** The same of a command. @param field where the function is named; `enhet` the unit whose it is */
export function provaFunktion(
  state: Pick<State, 'katalogLista' | 'get'>,
  personId: string,
  enhet: string | undefined,
  funktionId: string | undefined,
  field: string,
): Rejection | undefined {
  const person = state.get('person', personId);
  if (!person || funktionId === undefined) return undefined;
  return funktionKanAnsvara(state.katalogLista('anvandare'), funktionId, personId, person, enhet)
    ? undefined
    : reject('ansvarig-utan-atkomst', field);
}
