/** A record of the akt with its id. */
export type Post<T> = { id: string; data: T };

/** Dates and ids as text: the same order on every client, whatever order the records came in. */
export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
