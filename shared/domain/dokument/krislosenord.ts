/** What is guessed by trying is tried on a copy, at any pace: the words that open a crisis folder have to be long. */
export const kortastKrislosenord = 16;
/** Bytes of UTF-8 that readers of PDF take of a password (ISO 32000-2, 7.6.4.3.3). A file locked by more opens with nothing. */
const flestByte = 127;

export type Losenordshinder = 'losenord-kort' | 'losenord-langt' | 'losenord-tecken' | 'losenord-enkelt';

/** @returns undefined when the password will do, in whatever reader it is written */
export function losenordshinder(losenord: string): Losenordshinder | undefined {
  const text = losenord.normalize('NFC');
  const tecken = [...text];
  if (tecken.length < kortastKrislosenord) return 'losenord-kort';
  if (tecken.reduce((sum, ett) => sum + byteI(ett), 0) > flestByte) return 'losenord-langt';
  // Some readers take these for other signs, or for none (SASLprep, RFC 4013), and others do not: there it would be another password.
  if (text !== text.normalize('NFKC') || !tecken.every((ett) => /^[\p{L}\p{M}\p{N}\p{P} +<=>|$^`~€]$/u.test(ett))) return 'losenord-tecken';
  // A few letters over and over are found as fast as a short word.
  return new Set(tecken).size < 6 ? 'losenord-enkelt' : undefined;
}

/** Of one sign, in UTF-8. */
function byteI(tecken: string): number {
  const kod = tecken.codePointAt(0) ?? 0;
  return kod < 0x80 ? 1 : kod < 0x800 ? 2 : kod < 0x10000 ? 3 : 4;
}
