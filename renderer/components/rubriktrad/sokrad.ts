import type { SynligNod } from './synliga.ts';

/** Type-ahead of the tree: letters typed within this many milliseconds of each other make one word. */
export const skrivpaus = 700;

/**
 * The next row whose label begins with the typed letters, after the present row and round to it. One letter typed again
 * steps on among rows that begin with it; a longer word may stay where it is.
 * @returns index among `rader`, or -1
 */
export function nastaTraff(rader: readonly SynligNod[], fran: number, skrivet: string): number {
  const same = [...skrivet].every((letter) => letter === skrivet[0]);
  const word = (same ? (skrivet[0] ?? '') : skrivet).toLocaleLowerCase('sv');
  const first = fran + (same ? 1 : 0);
  for (let step = 0; step < rader.length; step++) {
    const index = (first + step) % rader.length;
    if (rader[index]?.nod.etikett.toLocaleLowerCase('sv').startsWith(word)) return index;
  }
  return -1;
}
