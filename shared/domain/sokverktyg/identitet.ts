import type { Sokning } from './records.ts';

/** The columns that say who a row is of, and those that somebody may have written it in. */
const namnger: ReadonlySet<string> = new Set(['kund', 'personnummer', 'text']);
/** What tells one kund from another without naming her. */
const utpekar: ReadonlySet<string> = new Set(['kundnummer', 'alder', 'personkrets']);

/**
 * Whether a list says who its rows are of. One that does is taken out of the program without those who are protected, unless they are asked for; one that
 * does not is of all that was found, as the nämnd's list of decisions must be (kommunallagen 6 kap. 40 §, 7 kap. 8 §).
 */
export const namngerKunden = ({ kolumner }: Pick<Sokning, 'kolumner'>): boolean => kolumner.some((namn) => namnger.has(namn));

/** Whether a column of a list that names nobody is left empty for who is protected. */
export const isUtpekande = (kolumn: string): boolean => utpekar.has(kolumn);
