import { expect, it } from 'vitest';
import { luckorIFraser, luckorKvar, mojligaLuckor } from './luckor.ts';
import type { Inline, RichText } from './text.ts';

const doc = (...stycken: Inline[][]): RichText => ({ type: 'doc', content: stycken.map((content) => ({ type: 'paragraph', content })) });
const ord = (...stycken: string[]): RichText => doc(...stycken.map((text): Inline[] => [{ type: 'text', text }]));
const fraser = [
  { text: ord('[Namn] samtycker till kontakt med [vem].', 'Gäller till [datum]. [Vad samtalet gällde, och vad vi kom överens om.]') },
  {
    text: doc([
      { type: 'text', text: 'tillhör personkrets [1/' },
      { type: 'text', text: '2/3]', marks: [{ type: 'bold' }] },
    ]),
  },
];
const avFraser = luckorIFraser(fraser);

it('FRAS-03 the gaps are those that the frastexter have, each once', () => {
  expect(avFraser).toEqual(['[Namn]', '[vem]', '[datum]', '[Vad samtalet gällde, och vad vi kom överens om.]', '[1/2/3]']);
});

it.each<[string, RichText, string[], string[]]>([
  ['each that still stands, once', ord('[Namn] och [Namn].', 'Den [datum].'), ['[Namn]', '[datum]'], []],
  ['one that is no word', ord('Linnea tillhör personkrets [1/2/3].'), ['[1/2/3]'], []],
  [
    'one whose parts are written differently',
    doc([
      { type: 'text', text: '[Na' },
      { type: 'text', text: 'mn]', marks: [{ type: 'italic' }] },
    ]),
    ['[Namn]'],
    [],
  ],
  ['a filled phrase has none', ord('Linnea samtycker till kontakt med habiliteringen.'), [], []],
  ["numbers within brackets are the user's own", ord('Smärta [3 av 10], se [1] och [ ].'), [], []],
  ["words within brackets may be a gap of the user's own", ord('Möte med [kollega] om [Namn].'), ['[Namn]'], ['[kollega]']],
  ['a bracket that is not closed is none', ord('[Namn samtycker', 'till kontakt]'), [], []],
])('FRAS-03 %s', (_, text, kvar, mojliga) => {
  expect(luckorKvar(text, avFraser)).toEqual(kvar);
  expect(mojligaLuckor(text, avFraser)).toEqual(mojliga);
});
