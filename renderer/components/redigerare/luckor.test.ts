import { expect, it } from 'vitest';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { luckor } from './luckor.ts';

const text = (...stycken: string[]): RichText => ({
  type: 'doc',
  content: stycken.map((one) => ({ type: 'paragraph', content: [{ type: 'text', text: one }] })),
});

it.each<[string, string[], string[]]>([
  [
    'each gap once, over paragraphs',
    ['[Namn] samtycker till kontakt med [vem].', 'Gäller [Namn] till [datum].'],
    ['[Namn]', '[vem]', '[datum]'],
  ],
  ['a filled phrase has none', ['Linnea samtycker till kontakt med habiliteringen.'], []],
  ["brackets around other than words are the user's own", ['Smärta [3 av 10], se [1] och [ ].'], []],
  ['a bracket that is not closed is none', ['[Namn samtycker', 'till kontakt]'], []],
])('FRAS-03 %s', (_, stycken, expected) => {
  expect(luckor(text(...stycken))).toEqual(expected);
});
