import writeExcelFile from 'write-excel-file/node';
import { csvText } from '../../shared/util/csv.ts';
import type { IsoDate } from '../../shared/util/datum.ts';

export type Kalkylformat = 'xlsx' | 'csv';
/** A text, a number, a day, or nothing. */
export type Kalkylcell = string | number | { dag: IsoDate } | undefined;
export type Kalkylblad = { namn: string; rubriker: string[]; rader: Kalkylcell[][] };

/** Of a cell of Excel; longer texts make a file that it says is damaged. */
const longestText = 32_767;
const widest = 60;

/** A list as a file that Excel opens: a real one with days that are days and a head that stays, or plain text (`csv`). */
export async function kalkylblad(format: Kalkylformat, { namn, rubriker, rader }: Kalkylblad): Promise<Uint8Array> {
  if (format === 'csv') return new TextEncoder().encode(csvText([rubriker, ...rader.map((rad) => rad.map(somText))]));
  const rubrikceller = rubriker.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const columns = rubriker.map((rubrik, n) => ({
    width: Math.min(widest, Math.max(rubrik.length, ...rader.map((rad) => String(somText(rad[n]) ?? '').length)) + 2),
  }));
  return writeExcelFile([rubrikceller, ...rader.map((rad) => rad.map(cell))], {
    ...{ sheet: bladnamn(namn), columns, stickyRowsCount: 1 },
  }).toBuffer();
}

const somText = (cell: Kalkylcell): string | number | undefined => (typeof cell === 'object' ? cell.dag : cell);

/** Texts are texts, whatever they begin with: a formula is not made of one. */
function cell(of: Kalkylcell) {
  if (of === undefined || of === '') return null;
  if (typeof of === 'number') return { value: of, type: Number };
  // Excel counts days; the writer reads the instant's day in UTC, whatever zone the computer is in.
  if (typeof of === 'object') return { value: new Date(`${of.dag}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: of.slice(0, longestText), type: String };
}

/** What Excel takes as the name of a sheet: 31 signs, none of which it keeps for itself, no apostrophe at an end. */
function bladnamn(namn: string): string {
  const plain = namn
    .replace(/[[\]/\\:*?]+/g, ' ')
    .slice(0, 31)
    .replace(/^[' ]+|[' ]+$/g, '');
  return plain === '' ? 'Lista' : plain;
}
