const tecken = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/**
 * A text that is no longer than a field holds, cut between characters as a reader counts them: half of one is no character, and
 * PostgreSQL stores no text with it.
 * @param max units of a string, as schemas count them
 */
export function kortad(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = tecken.segment(text).containing(max)?.index ?? max;
  if (start > 0) return text.slice(0, start);
  // One character with so many marks that it fills the field alone.
  const cut = text.slice(0, max);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
