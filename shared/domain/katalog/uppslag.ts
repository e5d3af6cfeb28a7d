import type { State } from '../command.ts';
import type { Post } from '../post.ts';
import type { Insats, Utforare, Vardelista } from './records.ts';
import { type Varde, vardenAv } from './varden.ts';

/** The value that rules know by a code: `omprovning`, `egnaMyndigheten`, `bekraftaBestallning`; the `standard` one first. */
export function vardeMedKod(state: Pick<State, 'katalogLista'>, lista: Vardelista['lista'], kod: string): Varde | undefined {
  const medKod = vardenAv(state, lista).filter((varde) => varde.kod === kod);
  return medKod.find(({ standard }) => standard) ?? medKod[0];
}

const utforareMedKod = (utforare: Post<Utforare>[], kod: string) => utforare.find(({ data }) => data.kod === kod);

/** The function that owns what the system's administrators are to see to (ROLL-05, FORB-03). */
export const systemforvaltningen = (utforare: Post<Utforare>[]): Post<Utforare> | undefined =>
  utforareMedKod(utforare, 'systemforvaltningen');

/** Whom an extern placering is ordered from, whatever the insats (BEST-GEN-10, FRAGA-25). */
export const externUtforare = (utforare: Post<Utforare>[]): Post<Utforare> | undefined => utforareMedKod(utforare, 'externPlacering');

/** A handläggare's function or the authority itself may stand as utförare of LSS Insatser (ROLL-04, FRAGA-29). */
export const kanHaLssInsatser = ({ slag, kod }: Pick<Utforare, 'slag' | 'kod'>): boolean =>
  slag === 'myndighet' || (slag === 'handlaggarfunktion' && kod === undefined);

/** The insatser that are decided in an utredning of the type, in their order; LASS has its own entry (FORB-30). */
export const insatserFor = (insatser: Post<Insats>[], utredningstyp: string): Post<Insats>[] =>
  insatser
    .filter(({ data }) => data.aktiv && !data.lass && data.utredningstyper.includes(utredningstyp))
    .sort((a, b) => a.data.ordning - b.data.ordning);

/** The insats a beslut is of; found by its code in what came from elsewhere and names none. */
export const insatsAv = (
  insatser: Post<Insats>[],
  beslut: { insatsId?: string | undefined; beslutskod: string },
): Post<Insats> | undefined =>
  beslut.insatsId === undefined
    ? insatser.find(({ data }) => data.bifall.kod === beslut.beslutskod || data.avslag?.kod === beslut.beslutskod)
    : insatser.find(({ id }) => id === beslut.insatsId);

/** What is decided when an insats is refused: of itself, or of the one whose way of being carried out it is (FRAGA-16). */
export function avslagFor(
  insatser: Post<Insats>[],
  insats: Post<Insats>,
): (Post<Insats> & { avslag: NonNullable<Insats['avslag']> }) | undefined {
  const { avslag, avslagsInsatsId } = insats.data;
  if (avslag) return { ...insats, avslag };
  const annan = avslagsInsatsId === undefined ? undefined : insatser.find(({ id }) => id === avslagsInsatsId);
  return annan?.data.avslag && { ...annan, avslag: annan.data.avslag };
}

/** The insats that must be granted together with this one (FORB-28). */
export const paretFor = (insatser: Post<Insats>[], insatsId: string): Post<Insats> | undefined => {
  const parMedId = insatser.find(({ id }) => id === insatsId)?.data.parMedId;
  return parMedId === undefined ? undefined : insatser.find(({ id }) => id === parMedId);
};
