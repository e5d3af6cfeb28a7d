import { antalManader, plusManader } from '../../util/datum.ts';
import { type Faltnamn, type Sokvarde, sokfaltet } from './falt.ts';
import type { Sokning } from './records.ts';

/** `varde` is empty for rows that have none. */
export type Fordelningsrad = { varde: string; rader: number; kunder: number; summa?: number; tal?: number };

/** The columns by which the rows of a search can be divided: words and lists of them, and what is yes or no; of free texts each row has its own. */
export const delbara = ({ slag, kolumner }: Sokning): Faltnamn[] =>
  kolumner.flatMap((namn) => {
    const falt = sokfaltet(slag, namn);
    const delar = falt && (falt.typ === 'lista' || falt.typ === 'janej' || (falt.typ === 'text' && !egnaForVarRad.includes(falt.namn)));
    return delar ? [falt.namn] : [];
  });
const egnaForVarRad: Faltnamn[] = ['kund', 'personnummer', 'text', 'utredning', 'omfattning'];

type Rad = { person: { personId: string }; varden: Readonly<Record<string, Sokvarde>> };

/**
 * How many rows, and kunder, have each value of a column, the most first, and of a column of numbers their sum. A row with several values counts
 * under each.
 */
export function fordela(rader: readonly Rad[], falt: Faltnamn, tal?: Faltnamn): Fordelningsrad[] {
  const delar = new Map<string, Rad[]>();
  for (const rad of rader)
    for (const varde of texter(rad.varden[falt])) {
      const del = delar.get(varde);
      if (del) del.push(rad);
      else delar.set(varde, [rad]);
    }
  return [...delar]
    .map(([varde, del]) => ({ varde, ...raknade(del, tal) }))
    .sort((a, b) => b.rader - a.rader || (a.varde < b.varde ? -1 : 1));
}

/** How many rows and kunder there are, and the sum of a column of numbers; `tal`: how many rows have one. */
export function raknade(rader: readonly Rad[], tal?: Faltnamn): Omit<Fordelningsrad, 'varde'> {
  const antal = { rader: rader.length, kunder: new Set(rader.map(({ person }) => person.personId)).size };
  if (tal === undefined) return antal;
  const talen = rader.flatMap(({ varden }) => (typeof varden[tal] === 'number' ? [varden[tal]] : []));
  return { ...antal, summa: talen.reduce((a, b) => a + b, 0), tal: talen.length };
}

function texter(varde: Sokvarde): readonly string[] {
  if (varde === undefined) return [''];
  if (typeof varde === 'object') return varde.length > 0 ? varde : [''];
  return [typeof varde === 'boolean' ? (varde ? 'Ja' : 'Nej') : String(varde)];
}

/** The columns of numbers, of which a group has a sum and a mean. */
export const talkolumner = ({ slag, kolumner }: Sokning): Faltnamn[] => avTyp(slag, kolumner, 'tal');
/** The columns of days, by which rows can be counted month by month. */
export const dagkolumner = ({ slag, kolumner }: Sokning): Faltnamn[] => avTyp(slag, kolumner, 'dag');
const avTyp = (slag: Sokning['slag'], kolumner: readonly string[], typ: 'tal' | 'dag'): Faltnamn[] =>
  kolumner.flatMap((namn) => {
    const falt = sokfaltet(slag, namn);
    return falt?.typ === typ ? [falt.namn] : [];
  });

/** `2026-11`, and how many rows have their day in it. */
export type Manad = { manad: string; rader: number };
/** More months than these are no line that anybody reads. */
const flestManader = 120;

/** How many rows each month has by a column of days, from the first to the last, also those that have none; the latest where they are too many. */
export function perManad(rader: readonly { varden: Readonly<Record<string, Sokvarde>> }[], falt: Faltnamn): Manad[] {
  const antal = new Map<string, number>();
  for (const { varden } of rader) {
    const dag = varden[falt];
    if (typeof dag === 'string') antal.set(dag.slice(0, 7), (antal.get(dag.slice(0, 7)) ?? 0) + 1);
  }
  const [forst, sist] = [[...antal.keys()].sort()[0], [...antal.keys()].sort().at(-1)];
  if (forst === undefined || sist === undefined) return [];
  const bland = Math.min(antalManader(`${forst}-01`, `${sist}-01`), flestManader);
  return Array.from({ length: bland }, (_, n) => plusManader(`${sist}-01`, n - bland + 1).slice(0, 7)).map((manad) => ({
    manad,
    rader: antal.get(manad) ?? 0,
  }));
}
