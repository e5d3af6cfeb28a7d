import { plusDagar } from '../../util/datum.ts';
import { type Ivolage, type Ivorad, kvartalFor, kvartalstext } from '../klocka/ivo.ts';
import type { Post } from '../post.ts';
import { gallandeRapport } from './rapportera.ts';
import type { Erbjudande, Ivorapport, Ivouppgift } from './records.ts';

/** What the report asks for that the akt does not have. */
const ivobrister = ['personnummer', 'orsak', 'foljder', 'erbjudande', 'omrade', 'slutorsak'] as const;
export type Ivobrist = (typeof ivobrister)[number];

/** What is known of a beslut beside the row. */
export type Ivounderlag = {
  personnummer: string;
  uppgift: Ivouppgift | undefined;
  /** The beslut's own, none of them felmarkerat. */
  erbjudanden: readonly Erbjudande[];
};

/** Why it ended: what is told of it, else that she died; undefined of what did not end. */
export const slutorsakFor = (lage: Ivolage, uppgift: Pick<Ivouppgift, 'slutorsak'> | undefined): Ivouppgift['slutorsak'] =>
  lage.slag === 'avslutat' ? (uppgift?.slutorsak ?? (lage.dodsfall ? 'dodsfall' : undefined)) : undefined;

/** All that a row lacks. Of what is over no more is asked than what it became. */
export function bristerI(
  { lage, lagrum }: Pick<Ivorad, 'lage' | 'lagrum'>,
  { personnummer, uppgift, erbjudanden }: Ivounderlag,
): Ivobrist[] {
  const saknas: Record<Ivobrist, boolean> = {
    personnummer: personnummer === '',
    orsak: lage.slag === 'ejVerkstallt' && !uppgift?.orsak,
    foljder: lage.slag === 'ejVerkstallt' && !uppgift?.foljder,
    erbjudande: lage.slag === 'ejVerkstallt' && erbjudanden.length === 0 && !uppgift?.ingetErbjudet,
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

/** @param kvartal `2027-1`, the row's own */
export function rapportlage(rad: Ivorad, kvartal: string, alla: readonly Post<Ivorapport>[]): Rapportlage {
  const dess = alla.filter(({ data }) => data.tid === rad.nyckel && !data.felmarkering);
  const rapport = gallandeRapport(dess, { tid: rad.nyckel, kvartal, lage: rad.lage.slag });
  const annat = dess
    .filter(({ data }) => data.kvartal === kvartal)
    .sort((a, b) => (a.data.av.at < b.data.av.at ? -1 : 1))
    .at(-1);
  const rapporterade = new Set(dess.map(({ data }) => data.kvartal));
  const utan: string[] = [];
  const forst = plusDagar(rad.senast, 1);
  for (let steg = 0, text = kvartalstext(kvartalFor(forst)); text < kvartal; text = kvartalstext(kvartalFor(forst, ++steg))) {
    if (!rapporterade.has(text)) utan.push(text);
  }
  return { ...(rapport ? { rapport } : annat ? { annat } : {}), utan };
}
