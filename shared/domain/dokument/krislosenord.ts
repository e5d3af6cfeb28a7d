/** What is guessed by trying is tried on a copy, at any pace: the words that open a crisis folder have to be long. */
export const kortastKrislosenord = 16;

export type Losenordshinder = 'losenord-kort' | 'losenord-enkelt';

/** @returns undefined when the password will do */
export function losenordshinder(losenord: string): Losenordshinder | undefined {
  const tecken = [...losenord.normalize('NFC')];
  if (tecken.length < kortastKrislosenord) return 'losenord-kort';
  // A few letters over and over are found as fast as a short word.
  return new Set(tecken).size < 6 ? 'losenord-enkelt' : undefined;
}
