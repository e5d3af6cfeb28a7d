import { plainText } from '../text/text.ts';
import { type Anteckning, nottitel } from './records.ts';

/** What a note is searched in: what it is called, and its words. */
export const soktText = (note: Pick<Anteckning, 'typ' | 'titel' | 'text'>): string =>
  [nottitel(note), plainText(note.text)].filter(Boolean).join('\n');
