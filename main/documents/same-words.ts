/** Letters that are read from right to left, by their blocks. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Whether a document's paper holds what the document says: the same letters and signs in the same order. Blanks and the hyphens of
 * hyphenation come and go with the lines. Where there is writing from right to left, a line's pieces lie as they are seen: of such a
 * document the other letters are compared in order, and those, the digits and the signs by number.
 * @returns how many letters were given, and up to which one they were found
 */
export function sameWords(given: string, found: string): { same: boolean; given: number; found: number } {
  const [a, b] = [bare(given), bare(found)];
  const same = fromRight.test(a) ? inOrder(a) === inOrder(b) && byNumber(a) === byNumber(b) : a === b;
  return { same, given: a.length, found: same ? a.length : sameUpTo(a, b) };
}

/** Decomposed, so that a mark at the end of one piece and the letter before it are the same as in one. */
const bare = (text: string): string => text.normalize('NFD').replace(/[\s\u00ad]/gu, '');
const inOrder = (text: string): string => [...text].filter((one) => /\p{L}/u.test(one) && !fromRight.test(one)).join('');
const byNumber = (text: string): string => [...text].sort().join('');

function sameUpTo(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}
