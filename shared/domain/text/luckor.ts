import { plainText, type RichText } from './text.ts';

const hakar = (text: RichText): string[] => [...new Set(plainText(text).match(/\[[^[\]\n]+\]/g))];

/** What the municipality's frastexter leave to be filled in: `[Namn]`, `[1/2/3]` (FRAS-03). */
export const luckorIFraser = (frastexter: { text: RichText }[]): string[] => [...new Set(frastexter.flatMap(({ text }) => hakar(text)))];

/** The gaps of frastexter that still stand in a text: it is not signed with them. */
export const luckorKvar = (text: RichText, avFraser: readonly string[]): string[] =>
  hakar(text).filter((lucka) => avFraser.includes(lucka));

/** Words within brackets that are no frastext's, and may be a gap of the user's own: asked about, never in the way. */
export const mojligaLuckor = (text: RichText, avFraser: readonly string[]): string[] =>
  hakar(text).filter((lucka) => /^\[\p{L}.{0,40}\]$/u.test(lucka) && !avFraser.includes(lucka));
