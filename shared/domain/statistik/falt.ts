import type { IsoDate } from '../../util/datum.ts';
import type { Person } from '../person/records.ts';
import { type Insatstid, slutDen } from './insatstider.ts';
import type { Statistikbeskrivning, Statistikkolumn } from './records.ts';

/** What a cell is made of: the person, and either what she has on the day (LSS) or one insats (SoL). */
export type Statistikkalla = {
  person: Person;
  beskrivning: Statistikbeskrivning;
  koder: ReadonlySet<string>;
  /** One, several that say otherwise, or none. */
  personkretsar: readonly string[];
  tid?: Insatstid | undefined;
  /** The day that the list is of. */
  pa: IsoDate;
};
type Las = (kalla: Statistikkalla, kolumn: Statistikkolumn) => string | undefined;

const dag = (form: Statistikbeskrivning['dagform'], day: IsoDate | undefined): string | undefined =>
  form === 'YYYYMMDD' ? day?.replaceAll('-', '') : day;

/**
 * The fields that columns may name. None tells where anybody lives: what is asked of the authority is who, which municipality and what, and who is
 * protected is in the list as everybody else.
 */
const falten = {
  personnummer: ({ person, beskrivning }) => (person.nummerSlag === 'interim' ? beskrivning.utanNummer : person.personnummer),
  kommun: ({ beskrivning }) => beskrivning.kommunkod,
  personkrets: ({ personkretsar }) => (personkretsar.length === 1 ? personkretsar[0] : undefined),
  harInsats: ({ koder, beskrivning }, { insats }) => (insats !== undefined && koder.has(insats) ? beskrivning.ja : beskrivning.nej),
  insats: ({ tid }) => tid?.kod,
  fran: ({ tid, beskrivning }) => dag(beskrivning.dagform, tid?.fran),
  till: ({ tid, beskrivning, pa }) => dag(beskrivning.dagform, tid && slutDen(tid, pa)),
  beslutsdatum: ({ tid, beskrivning }) => dag(beskrivning.dagform, tid?.beslutsdatum),
} satisfies Record<string, Las>;
type Faltnamn = keyof typeof falten;

export const isFalt = (namn: string): namn is Faltnamn => Object.hasOwn(falten, namn);
/** Nothing for a field that this program does not know: such a description is not written by ({@link isFalt}). */
export const varde = (kalla: Statistikkalla, kolumn: Statistikkolumn): string =>
  (isFalt(kolumn.falt) ? (falten[kolumn.falt] as Las)(kalla, kolumn) : undefined) ?? '';
