import { plainText, type RichText } from '../../../shared/domain/text/text.ts';

/** What a frastext leaves to be filled in, and still stands in the text: `[Namn]`, `[datum]` (FRAS-03). */
export const luckor = (text: RichText): string[] => [...new Set(plainText(text).match(/\[\p{L}[^[\]\n]{0,40}\]/gu))];
