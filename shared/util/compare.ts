const collator = new Intl.Collator('sv-SE', { numeric: true });

/** Swedish order of two texts: å, ä, ö last, numbers by value ("LSS-handläggare 2" before "10"). */
export const compareSwedish = (a: string, b: string): number => collator.compare(a, b);

/** Dates and ids as text: the same order on every client, whatever order the records came in. */
export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
