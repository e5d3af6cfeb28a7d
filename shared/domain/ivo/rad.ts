import { compare } from '../../util/compare.ts';
import { type IsoDate, plusDagar } from '../../util/datum.ts';
import { arTid, type Ivorad, kvartalFor, kvartalstext } from '../klocka/ivo.ts';
import type { Post } from '../post.ts';
import { gallandeRapport } from './rapportera.ts';
import type { Erbjudande, Ivorapport, Ivouppgift } from './records.ts';

/** What the report asks for that the akt does not have. */
const ivobrister = ['personnummer', 'orsak', 'foljder', 'erbjudande', 'bestallning', 'omrade', 'slutorsak', 'insats'] as const;
export type Ivobrist = (typeof ivobrister)[number];

/** What is known of a beslut beside the row. */
export type Ivounderlag = {
  personnummer: string;
  uppgift: Ivouppgift | undefined;
  /** The beslut's own, none of them felmarkerat. */
  erbjudanden: readonly Erbjudande[];
};

/** Why it ended: what is told of it, else that she died; undefined of what did not end. */
export const slutorsakFor = (lage: Ivorad['lage'], uppgift: Pick<Ivouppgift, 'slutorsak'> | undefined): Ivouppgift['slutorsak'] =>
  lage.slag === 'avslutat' ? (uppgift?.slutorsak ?? (lage.dodsfall ? 'dodsfall' : undefined)) : undefined;

/** The day since when what was offered is accepted: the latest answer is a yes; undefined where it is not. */
export const accepteratDen = (erbjudanden: readonly Erbjudande[]): IsoDate | undefined => {
  const svar = erbjudanden.flatMap(({ felmarkering, svar: ett }) => (felmarkering || ett.slag === 'vantar' ? [] : [ett]));
  const senast = svar.toSorted((a, b) => compare(a.dag, b.dag)).at(-1);
  return senast?.slag === 'ja' ? senast.dag : undefined;
};

/**
 * All that a row lacks. Of what is over no more is asked than what it became. What was accepted is to be ordered: until it is, nobody
 * carries it out.
 */
export function bristerI(
  { lage, lagrum, fran, obestalld }: Pick<Ivorad, 'lage' | 'lagrum' | 'fran' | 'obestalld'>,
  { personnummer, uppgift, erbjudanden }: Ivounderlag,
): Ivobrist[] {
  if (lage.slag === 'bortfallen') return [];
  const saknas: Record<Ivobrist, boolean> = {
    // The catalogue does not have it: by which law it is nobody knows.
    insats: lagrum === undefined,
    personnummer: personnummer === '',
    orsak: lage.slag === 'ejVerkstallt' && !uppgift?.orsak,
    foljder: lage.slag === 'ejVerkstallt' && !uppgift?.foljder,
    erbjudande: lage.slag === 'ejVerkstallt' && erbjudanden.length === 0 && !uppgift?.ingetErbjudet,
    bestallning: lage.slag === 'ejVerkstallt' && obestalld === true && (accepteratDen(erbjudanden) ?? '') >= fran,
    // What is decided by LSS is of that field.
    omrade: lagrum !== 'LSS' && !uppgift?.omrade,
    slutorsak: lage.slag === 'avslutat' && slutorsakFor(lage, uppgift) === undefined,
  };
  return ivobrister.filter((one) => saknas[one]);
}

/** How far the reporting of a row has come. */
export type Rapportlage = {
  /** That it was reported for the quarter, as what it is. */
  rapport?: Post<Ivorapport>;
  /** Else that it was reported for it as something else, the latest: it has changed since. */
  annat?: Post<Ivorapport>;
  /** Earlier quarters in which it stood and was not reported, the earliest first. */
  utan: string[];
};

/** What was told of a row, where it is something else now. */
export type Rattelse = { falt: 'fran' | 'lagedag'; da: IsoDate; nu: IsoDate };

/** What has been corrected of a row since it was reported as what it is. */
export function rattelser({ fran, lage }: Pick<Ivorad, 'fran' | 'lage'>, rapport: Ivorapport | undefined): Rattelse[] {
  if (!rapport || lage.slag === 'bortfallen') return [];
  const dag = lage.slag === 'ejVerkstallt' ? undefined : lage.dag;
  const bytt = (falt: Rattelse['falt'], da: IsoDate | undefined, nu: IsoDate | undefined): Rattelse[] =>
    da === undefined || nu === undefined || da === nu ? [] : [{ falt, da, nu }];
  return [...bytt('fran', rapport.fran, fran), ...bytt('lagedag', rapport.lagedag, dag)];
}

/** @param kvartal `2027-1`, the row's own */
export function rapportlage(rad: Ivorad, kvartal: string, alla: readonly Post<Ivorapport>[]): Rapportlage {
  const { lage } = rad;
  if (lage.slag === 'bortfallen') {
    const gjord = alla.find(({ id }) => id === rad.rapportId);
    return { ...(gjord ? { rapport: gjord } : {}), utan: [] };
  }
  const dess = alla.filter(({ data }) => arTid(rad, data.tid) && !data.felmarkering);
  const rapport = gallandeRapport(dess, rad, { kvartal, lage: lage.slag });
  const annat = dess
    .filter(({ data }) => data.kvartal === kvartal)
    .sort((a, b) => compare(a.data.av.at, b.data.av.at) || compare(a.id, b.id))
    .at(-1);
  const rapporterade = new Set(dess.map(({ data }) => data.kvartal));
  const utan: string[] = [];
  const forst = plusDagar(rad.senast, 1);
  for (let steg = 0, text = kvartalstext(kvartalFor(forst)); text < kvartal; text = kvartalstext(kvartalFor(forst, ++steg))) {
    if (!rapporterade.has(text)) utan.push(text);
  }
  return { ...(rapport ? { rapport } : annat ? { annat } : {}), utan };
}
