import { maxTextLength, plainText, type RichText } from '../../shared/domain/text/text.ts';
import type { Ord } from '../../shared/words/ord.ts';

/** Why a text cannot be saved though its words are right: no command carries more than `maxTextLength`. */
export function forLang(text: RichText): Ord | undefined {
  const length = plainText(text).length;
  if (length <= maxTextLength) return undefined;
  return {
    vad: `Texten är för lång: ${length.toLocaleString('sv-SE')} tecken, högst ${maxTextLength.toLocaleString('sv-SE')} ryms.`,
    gor: 'Dela den på två anteckningar. Texten är kvar.',
  };
}
