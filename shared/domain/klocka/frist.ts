import type { IsoDate, IsoInstant } from '../../util/datum.ts';
import type { Lagtid } from '../../util/lagtid.ts';
import type { State } from '../command.ts';
import type { Insats } from '../katalog/records.ts';
import type { Varde } from '../katalog/varden.ts';
import type { Post } from '../post.ts';
import type { Fristregel, Klockhandelse } from './records.ts';

/** Whose list a row is on: a user's, a function's (an id of the utförare catalogue, ROLL-04), or the enhetschef's of its unit. */
export type Fristagare = { anvandareId: string } | { funktionId: string } | { roll: 'enhetschef' };

/** An owner as one text. */
export const agarnyckel = (agare: Fristagare): string =>
  'anvandareId' in agare ? `anvandare/${agare.anvandareId}` : 'funktionId' in agare ? `funktion/${agare.funktionId}` : `roll/${agare.roll}`;

/** What a row is about. */
export type Fristref = {
  type: 'aktualisering' | 'utredning' | 'beslut' | 'verkstallighet' | 'anteckning' | 'person';
  id: string;
};

/** Something in an akt that starts a clock. */
export type Handelse = {
  slag: Klockhandelse;
  ref: Fristref;
  /** What tells several events of one object apart. */
  del?: string;
  /** The unit whose it is. */
  enhet: string | undefined;
  /** The day that is counted from. */
  fran: IsoDate;
  /** What it is of, as it is called. */
  vad: string;
  ansvarig?: Fristagare | undefined;
  /** Who it is of by name: whoever wrote it, or those who are to be there. */
  forfattare?: readonly Fristagare[] | undefined;
  lagrum?: 'LSS' | 'SoL' | undefined;
  ansokan?: boolean;
  /** The day that what the clock waits for was done, or will be. */
  gjort?: IsoDate | undefined;
  /** The same for one rule of those that hear the event (`kod`). */
  gjortFor?: { kod: string; dag: IsoDate } | undefined;
  /** The last day that its cause is there. */
  tom?: IsoDate | undefined;
  /**
   * Of what recurs: the days of earlier follow-ups, of which the latest is counted from. By the type of a bevakning; one with none counts for every
   * rule. A rule that began since holds for it too, from its own day on.
   */
  uppfoljd?: { typ?: string; dag: IsoDate }[];
};

/**
 * A computed bevakning: a rule, an object and its dates. Nothing of it is relative to today, so that it changes only when the akt or
 * the rules do; {@link isAktuell} says whether it is shown on a day.
 */
export type Fristrad = {
  /** The rule and the object: the same on every replica. */
  nyckel: string;
  regel: Pick<Fristregel, 'kod' | 'namn' | 'paragraf' | 'lag' | 'verifierad' | 'handelse' | 'raknas'> & { tid: Lagtid };
  ref: Fristref;
  enhet?: string;
  vad: string;
  fran: IsoDate;
  /** The day by the rule. */
  datum: IsoDate;
  /** The day by the rule's count would be before the rule held: it is the rule's first. */
  regelnGaller?: true;
  /** The last day for an act, where it is one: a weekday. */
  sistaDag?: IsoDate;
  /** The quarter it is to be reported to IVO for when it has not been done: `2027-1`. */
  ivoKvartal?: string;
  /** The last day it is shown. */
  tom?: IsoDate;
  /** Whose lists it is on, and from which day. */
  hos: { agare: Fristagare; visas: IsoDate }[];
  uppskjuten?: { skjutningId: string; rev: string; till: IsoDate; skal: string; av: string; at: IsoInstant };
};

/** The rules of the catalogue, and what else of it a row depends on. */
export type Fristkatalog = {
  regler: Post<Fristregel>[];
  insatser: Post<Insats>[];
  /** The types of bevakningar, which rules know by their `kod`; those no longer chosen, too. */
  bevakningstyper: readonly Varde[];
};

/** When a welcome message that is proposed is in the list, in a municipality whose catalogue does not say (FORB-73). */
const valkomstregel: Post<Fristregel> = {
  id: '0197b0a4-6c1e-7b52-9d0a-3f2d8c5e7a19',
  data: {
    ...{ kod: 'valkomstmeddelande', fran: '2000-01-01', namn: 'Skicka välkomstmeddelande', handelse: 'valkomstForeslagen' },
    ...{ tid: { antal: 0, enhet: 'dag' }, raknas: 'dag', varnas: [{ vem: 'ansvarig', dagarFore: 0 }], verifierad: false },
  },
};
const medValkomst = (regler: Post<Fristregel>[]): Post<Fristregel>[] =>
  regler.some(({ data }) => data.handelse === valkomstregel.data.handelse) ? regler : [...regler, valkomstregel];

/** Of the catalogue that a command or a reader sees. */
export const fristkatalog = (state: Pick<State, 'katalogLista'>): Fristkatalog => ({
  regler: medValkomst(state.katalogLista('fristregel')),
  insatser: state.katalogLista('insats'),
  bevakningstyper: state.katalogLista('vardelista').flatMap(({ data }) => (data.lista === 'bevakningstyp' ? data.varden : [])),
});
