import type { Glyphs } from './glyphs.ts';

/**
 * A piece of a line: text in the document's own font; in the spare one `f`; `hel`, which is not broken, and before and after which a line
 * may end whatever stands there; or a place where a line may end, unless a sign forbids it.
 */
export type Piece = string | { t: string; f: string; hel?: true } | 0;
/** How a line is handed to a mall: as it is, or in pieces. */
export type Line = string | Piece[];

/** Characters without a picture: controls, marks for direction and joining, variation selectors, what is no character. */
const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const blank = /[\t-\r\u0085\p{Z}]/gu;
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** Longer, and a word that nothing says where to break is given places where it may end its line. */
const longestUnbroken = 12;
/** After these an address may end its line. */
const joints = /(?<=[._@/\\:,;=&?+_|])(?=.)/u;
/** Letters between which hyphenation finds its places. */
const vowel = /[aeiouyåäöæøéèáàü]/iu;

/**
 * The text that a document shows of a text: composed, a blank for every kind of blank, nothing for what has no picture, and the code
 * of a character that no font of ours has, as `[U+E000]`, so that it is not lost.
 */
export function shownText(text: string, fonts: readonly Glyphs[]): string {
  const clean = text.toWellFormed().normalize('NFC').replace(blank, ' ').replace(unseen, '');
  return isCovered(clean, fonts[0]) ? clean : [...graphemes.segment(clean)].map(({ segment }) => spelled(segment, fonts)).join('');
}

const isCovered = (text: string, font: Glyphs | undefined): boolean => {
  for (const character of text) if (!font?.has(character.codePointAt(0) ?? 0)) return false;
  return true;
};
const fontOf = (cluster: string, fonts: readonly Glyphs[]) => fonts.find((font) => isCovered(cluster, font));
const spelled = (cluster: string, fonts: readonly Glyphs[]): string =>
  fontOf(cluster, fonts)
    ? cluster
    : [...cluster]
        .map((one) => (fontOf(one, fonts) ? one : `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`))
        .join('');

/**
 * {@link shownText} in pieces of one font each, with places where a long word may end its line.
 * @param narrow every word longer than a narrow column gets them, whatever it looks like
 */
export function printable(text: string, fonts: readonly Glyphs[], narrow = false): Line {
  const shown = shownText(text, fonts);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: stuck, index } of shown.matchAll(narrow ? anyStuck : signs)) {
    pieces.push(...breakable(shown.slice(at, index), fonts, narrow), ...wholes(stuck, fonts));
    at = index + stuck.length;
  }
  pieces.push(...breakable(shown.slice(at), fonts, narrow));
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : pieces;
}

const breakable = (text: string, fonts: readonly Glyphs[], narrow: boolean): Piece[] =>
  text === ''
    ? []
    : withFonts(text, fonts).flatMap((piece): Piece[] => (typeof piece === 'string' ? withBreaks(piece, narrow) : spareWithBreaks(piece)));

const letter = '[\\p{L}\\p{N}\\p{M}]';
const sign = '(?:[^\\p{L}\\p{N}\\p{M}\\s]\\p{M}*)';
const opening = '[\\p{Ps}\\p{Pi}"\']';
const closing = '[\\p{Pe}\\p{Pf}"\'.,:;!?%]';
/** A row of signs, also with blanks between: no line ends before a full stop, say, however many there are (Unicode Annex 14). */
const signs = new RegExp(`${sign}(?: ?${sign}){${longestUnbroken},}`, 'gu');
/** Every word but those that are letters, with no more than what opens before and closes after them. */
const anyStuck = new RegExp(`(?<!\\S)(?!${opening}{0,2}${letter}+${closing}{0,2}(?!\\S))\\S+`, 'gu');
const part = new RegExp(` +|${opening}{0,2}${letter}{0,8}${sign}{0,3}`, 'gu');

/** In parts that are not broken, and between which a line may end. */
function wholes(text: string, fonts: readonly Glyphs[]): Piece[] {
  return (text.match(part) ?? []).flatMap((one): Piece[] => {
    if (one.trim() === '') return one === '' ? [] : [one];
    return withFonts(one, fonts).map((piece) => ({
      ...(typeof piece === 'string' ? { t: piece, f: fonts[0]?.family ?? '' } : piece),
      hel: true,
    }));
  });
}

function withFonts(text: string, fonts: readonly Glyphs[]): Exclude<Piece, 0>[] {
  const [own] = fonts;
  if (isCovered(text, own)) return [text];
  const pieces: Exclude<Piece, 0>[] = [];
  for (const { segment } of graphemes.segment(text)) {
    // A cluster that no single font has is set character by character.
    const parts = fontOf(segment, fonts) ? [segment] : [...segment];
    for (const part of parts) {
      const family = fontOf(part, fonts)?.family ?? '';
      const last = pieces.at(-1);
      if (family === own?.family) {
        if (typeof last === 'string') pieces[pieces.length - 1] = last + part;
        else pieces.push(part);
      } else if (typeof last === 'object' && last.f === family) last.t += part;
      else pieces.push({ t: part, f: family });
    }
  }
  return pieces;
}

/** What the spare fonts are for is not hyphenated. */
function spareWithBreaks({ t, f }: { t: string; f: string }): Piece[] {
  const clusters = [...graphemes.segment(t)].map(({ segment }) => segment);
  return tens(clusters).flatMap((part, n): Piece[] => (n === 0 ? [{ t: part, f }] : [0, { t: part, f }]));
}
const tens = (letters: string[]): string[] =>
  Array.from({ length: Math.ceil(letters.length / 10) }, (_, n) => letters.slice(10 * n, 10 * n + 10).join(''));

const long = new RegExp(`[^\\s-]{${longestUnbroken + 1},}`, 'gu');

function withBreaks(text: string, narrow: boolean): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(long)) {
    const parts = word.split(joints).flatMap((part) => broken(part, narrow));
    if (parts.length === 1) continue;
    pieces.push(text.slice(at, index), ...parts.flatMap((part, n): Piece[] => (n === 0 ? [part] : [0, part])));
    at = index + word.length;
  }
  return [...pieces, text.slice(at)].filter((piece) => piece !== '');
}

/** A word that hyphenation will do nothing with, cut: one with a long stretch without both vowels and consonants. */
function broken(word: string, narrow: boolean): string[] {
  const letters = [...word];
  if (letters.length <= longestUnbroken) return [word];
  return narrow || longestMonotony(letters) >= longestUnbroken - 4 ? tens(letters) : [word];
}

function longestMonotony(letters: string[]): number {
  let longest = 0;
  let stretch = 0;
  let before: string | undefined;
  for (const letter of letters) {
    const kind = !/\p{L}/u.test(letter) ? 'other' : vowel.test(letter) ? 'vowel' : 'consonant';
    stretch = kind === 'other' || kind === before ? stretch + 1 : 1;
    before = kind;
    longest = Math.max(longest, stretch);
  }
  return longest;
}
