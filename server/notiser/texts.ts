import type { Aviseras } from '../../shared/domain/command.ts';
import { placesOf, placesOfOne } from './gsm7.ts';

/** What is said, with `{kommun}` for the municipality's name. Nothing of what there is to read, nor of whom it is about, is ever part of it. */
export type Notistexter = Record<Aviseras['slag'], string> & { amne: string };

export const vanligaTexter: Notistexter = {
  nytt: 'Du har något nytt att läsa i e-tjänsten hos {kommun}. Logga in med din e-legitimation.',
  aktiverad: 'Du kan nu använda e-tjänsten hos {kommun}. Logga in med din e-legitimation.',
  amne: 'Meddelande från {kommun}',
};

const filled = (text: string, kommun: string): string => text.replaceAll('{kommun}', kommun);

export const textenFor = (texter: Notistexter, slag: Aviseras['slag'], kommun: string): { amne: string; text: string } => ({
  amne: filled(texter.amne, kommun),
  text: filled(texter[slag], kommun),
});

/**
 * What is wrong with the texts for a municipality: told when the server starts, not when somebody is to be told.
 * @param sms each is to be one SMS
 */
export function textfel(texter: Notistexter, kommun: string, sms: boolean): string | undefined {
  if (/[\r\n]/.test(texter.amne) || texter.amne.trim() === '') return 'the subject is one line';
  for (const slag of ['nytt', 'aktiverad'] as const) {
    const { text } = textenFor(texter, slag, kommun);
    if (text.trim() === '') return `the text of "${slag}" is empty`;
    const other = /\{[^}]*\}/.exec(text)?.[0];
    if (other !== undefined) return `the text of "${slag}" has ${other}; only {kommun} is filled in`;
    if (!sms) continue;
    const size = placesOf(text);
    if ('foreign' in size) return `the text of "${slag}" for ${kommun} has signs that an SMS does not have: ${size.foreign.join(' ')}`;
    if (size.places > placesOfOne) return `the text of "${slag}" for ${kommun} takes ${size.places} places, and an SMS has ${placesOfOne}`;
  }
  return undefined;
}
