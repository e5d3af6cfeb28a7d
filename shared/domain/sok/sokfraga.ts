import { isCalendarDay } from '../../util/datum.ts';

/** The century control (SOK-09, FORB-01): it narrows, and never hides a hit that twelve digits name. */
export type Arhundrade = 'alla' | '19' | '20';

/** One of the five ways to search a person (SOK-03 to SOK-07). Names are folded: see {@link foldName}. */
export type Sokfraga =
  | { slag: 'personnummer'; nummer12: string }
  | { slag: 'nummer10'; nummer10: string; arhundrade: Arhundrade }
  | { slag: 'fodelsedatum'; yymmdd: string; arhundrade: Arhundrade }
  | { slag: 'namn' /** Every way to split the words into surname and first name. */; delningar: { efternamn: string; fornamn: string }[] }
  | { slag: 'fornamn'; fornamn: string }
  | { slag: 'efternamn'; borjan: string };

/** Why a text is no search: shown as a hint, never as an empty list (FRAGA-01). */
export type Sokhjalp = 'tom' | 'for-kort' | 'stjarna-fel-plats' | 'nummer-antal-siffror' | 'ett-namn' | 'okant-monster';
export type TolkadSokning = { ok: true; fraga: Sokfraga } | { ok: false; hjalp: Sokhjalp };

/**
 * Lower case, å ä ö kept, other accents dropped (é → e), hyphens as spaces, one apostrophe: two spellings of one name meet,
 * Åkesson and Akesson do not (FRAGA-01).
 */
export function foldName(text: string): string {
  return text
    .toLocaleLowerCase('sv-SE')
    .normalize('NFC')
    .replace(/[^åäö]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[-\u2010-\u2015\u2212\s]+/g, ' ')
    .trim();
}

/** Reads what stands in the search box. `*` only first or last in one word, at least two letters (FRAGA-01). */
export function tolkaSokning(text: string, arhundrade: Arhundrade): TolkadSokning {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, hjalp: 'tom' };
  return /\d/.test(trimmed) ? tolkaNummer(trimmed, arhundrade) : tolkaNamn(trimmed);
}

function tolkaNummer(text: string, arhundrade: Arhundrade): TolkadSokning {
  const compact = text.replace(/[\s\u2010-\u2015\u2212-]/g, '');
  if (/^\d{6}\*$/.test(compact)) return { ok: true, fraga: { slag: 'fodelsedatum', yymmdd: compact.slice(0, 6), arhundrade } };
  // Eight digits and a star name the century themselves.
  if (/^(19|20)\d{6}\*$/.test(compact)) {
    const century = compact.slice(0, 2) as Arhundrade;
    return { ok: true, fraga: { slag: 'fodelsedatum', yymmdd: compact.slice(2, 8), arhundrade: century } };
  }
  const number = /^(\d{6}|\d{8})(\+?)([0-9TRSUWXJKLMN]\d{3})$/i.exec(compact);
  if (number) {
    const [, date = '', plus = '', last = ''] = number;
    const nummer = date + last.toUpperCase();
    if (nummer.length === 12) return { ok: true, fraga: { slag: 'personnummer', nummer12: nummer } };
    // A plus sign says a hundred years or more: the control, made for the last two centuries, does not apply.
    return { ok: true, fraga: { slag: 'nummer10', nummer10: nummer, arhundrade: plus ? 'alla' : arhundrade } };
  }
  if (/^\d+\*$/.test(compact)) return { ok: false, hjalp: 'nummer-antal-siffror' };
  if (compact.includes('*')) return { ok: false, hjalp: 'stjarna-fel-plats' };
  if (/^[\d+]+$/.test(compact) && !isCalendarDay(text)) return { ok: false, hjalp: 'nummer-antal-siffror' };
  return { ok: false, hjalp: 'okant-monster' };
}

function tolkaNamn(text: string): TolkadSokning {
  const stars = text.split('*').length - 1;
  // Split before folding: the hyphen of Berg-Lund stands within one name.
  const words = text
    .replaceAll('*', ' ')
    .replace(',', ' ')
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  if (words.some((word) => !/^[\p{L}'. ]+$/u.test(word))) return { ok: false, hjalp: 'okant-monster' };
  if (words.join('').replace(/['. ]/g, '').length < 2) return { ok: false, hjalp: 'for-kort' };
  const folded = words.join(' ');
  if (stars === 0) {
    return words.length > 1 ? { ok: true, fraga: { slag: 'namn', delningar: delningar(words) } } : { ok: false, hjalp: 'ett-namn' };
  }
  if (stars > 1) return { ok: false, hjalp: 'stjarna-fel-plats' };
  if (text.startsWith('*')) return { ok: true, fraga: { slag: 'fornamn', fornamn: folded } };
  if (text.endsWith('*')) return { ok: true, fraga: { slag: 'efternamn', borjan: folded } };
  return { ok: false, hjalp: 'stjarna-fel-plats' };
}

/** `von essen eva` may be `von | essen eva` or `von essen | eva`. */
const delningar = (words: string[]) =>
  words.slice(1).map((_, index) => ({
    efternamn: words.slice(0, index + 1).join(' '),
    fornamn: words.slice(index + 1).join(' '),
  }));

/** What of a person the search finds by; one row per person in the search table, one per given name beside it. */
export function sokNycklar(person: { personnummer: string; efternamn: string; fornamn: string }) {
  const fornamn = foldName(person.fornamn);
  return {
    nummer12: person.personnummer,
    nummer10: person.personnummer.slice(2),
    efternamn: foldName(person.efternamn),
    /** The whole given names, and each of them, also the halves of a double name. */
    fornamn: [...new Set([fornamn, ...fornamn.split(' '), ...person.fornamn.split(/\s+/).map(foldName)])].filter((n) => n !== ''),
  };
}
