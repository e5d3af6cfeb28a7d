import { fromPlainText, type RichText } from '../../shared/domain/text/text.ts';
import type { Random } from './random.ts';

const words = [
  'Linnea',
  'behöver',
  'hjälp',
  'vid',
  'måltider',
  'och',
  'önskar',
  'stöd',
  'på',
  'kvällar',
  'enligt',
  'utlåtande',
  'sedan',
  'våren',
];
export const sentence = (random: Random): RichText =>
  fromPlainText(Array.from({ length: 4 + random.below(12) }, () => random.pick(words)).join(' '));
