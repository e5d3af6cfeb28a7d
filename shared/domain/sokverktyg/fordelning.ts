import { type Faltnamn, type Sokvarde, sokfaltet } from './falt.ts';
import type { Sokning } from './records.ts';

/** `varde` is empty for rows that have none. */
export type Fordelningsrad = { varde: string; rader: number; kunder: number };

/** The columns by which the rows of a search can be divided: words and lists of them, and what is yes or no; of free texts each row has its own. */
export const delbara = ({ slag, kolumner }: Sokning): Faltnamn[] =>
  kolumner.flatMap((namn) => {
    const falt = sokfaltet(slag, namn);
    const delar = falt && (falt.typ === 'lista' || falt.typ === 'janej' || (falt.typ === 'text' && !egnaForVarRad.includes(falt.namn)));
    return delar ? [falt.namn] : [];
  });
const egnaForVarRad: Faltnamn[] = ['kund', 'personnummer', 'text', 'utredning', 'omfattning'];

/** How many rows, and kunder, have each value of a column, the most first. A row with several values counts under each. */
export function fordela(
  rader: readonly { person: { personId: string }; varden: Readonly<Record<string, Sokvarde>> }[],
  falt: Faltnamn,
): Fordelningsrad[] {
  const delar = new Map<string, { rader: number; kunder: Set<string> }>();
  for (const { person, varden } of rader) {
    for (const varde of texter(varden[falt])) {
      const del = delar.get(varde) ?? { rader: 0, kunder: new Set() };
      del.rader += 1;
      del.kunder.add(person.personId);
      delar.set(varde, del);
    }
  }
  const alla = [...delar].map(([varde, del]) => ({ varde, rader: del.rader, kunder: del.kunder.size }));
  return alla.sort((a, b) => b.rader - a.rader || (a.varde < b.varde ? -1 : 1));
}

function texter(varde: Sokvarde): readonly string[] {
  if (varde === undefined) return [''];
  if (typeof varde === 'object') return varde.length > 0 ? varde : [''];
  return [typeof varde === 'boolean' ? (varde ? 'Ja' : 'Nej') : String(varde)];
}
