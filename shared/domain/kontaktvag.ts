/** What a person may be reached by, as it is typed. A form asks before it saves; what is stored is not judged anew. */

/** Digits as people group them, with an area or country code: at least five signs. */
export const isTelefon = (typed: string): boolean => /^\+?[\d\s()/-]{5,}$/.test(typed);

/**
 * Something before the @, and a domain with a dot after it, of signs that are seen and that no address needs to quote. Whether anyone reads
 * there is not known.
 */
export const isEpost = (typed: string): boolean => new RegExp(`^${tecken}@${tecken}\\.${tecken}$`, 'u').test(typed);
const tecken = '[^\\s\\p{C}@<>()[\\]\\\\,;:"]+';
