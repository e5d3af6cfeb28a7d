import { journalRubrik } from '../anteckning/records.ts';
import type { Rubrik } from './records.ts';

/** What a note is headed by, in lists and receipts. A rubrik that no mall has today is named by its code. */
export function rubrikTitel(rubriker: Rubrik[], kod: string): string {
  return kod === journalRubrik ? 'Journalanteckning' : (findTitel(rubriker, kod) ?? kod);
}

function findTitel(rubriker: Rubrik[], kod: string): string | undefined {
  for (const rubrik of rubriker) {
    const titel = rubrik.kod === kod ? rubrik.titel : findTitel(rubrik.underrubriker ?? [], kod);
    if (titel !== undefined) return titel;
  }
  return undefined;
}
