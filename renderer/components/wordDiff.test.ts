import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, wordDiff } from './wordDiff.ts';

const side = (parts: DiffPart[], other: DiffPart['slag']) =>
  parts
    .filter(({ slag }) => slag !== other)
    .map(({ text }) => text)
    .join('');

describe('wordDiff', () => {
  it('FRAGA-61 marks the words that differ, and only them', () => {
    expect(wordDiff('Han bor hemma hos sin mamma nu', 'Han bor kvar hos sin mamma nu')).toEqual([
      { slag: 'lika', text: 'Han bor ' },
      { slag: 'bara-a', text: 'hemma' },
      { slag: 'bara-b', text: 'kvar' },
      { slag: 'lika', text: ' hos sin mamma nu' },
    ]);
  });
  it('FRAGA-61 a word with å, ä and ö is one word, however the letters are encoded; a sign is told from its word', () => {
    expect(wordDiff('Hon får hjälp på söndagar.', 'Hon fär hjälp på söndagar,')).toEqual([
      { slag: 'lika', text: 'Hon ' },
      { slag: 'bara-a', text: 'får' },
      { slag: 'bara-b', text: 'fär' },
      { slag: 'lika', text: ' hjälp på söndagar' },
      { slag: 'bara-a', text: '.' },
      { slag: 'bara-b', text: ',' },
    ]);
    const decomposed = 'på söndag åker'.normalize('NFD');
    expect(wordDiff(decomposed, decomposed.replace('s', 'S'))).toEqual([
      { slag: 'lika', text: 'på '.normalize('NFD') },
      { slag: 'bara-a', text: 'söndag'.normalize('NFD') },
      { slag: 'bara-b', text: 'Söndag'.normalize('NFD') },
      { slag: 'lika', text: ' åker'.normalize('NFD') },
    ]);
  });
  it('equal texts have no difference', () => {
    expect(wordDiff('Samma text.', 'Samma text.')).toEqual([{ slag: 'lika', text: 'Samma text.' }]);
    expect(wordDiff('', '')).toEqual([]);
  });
  it('one empty text is all difference', () => {
    expect(wordDiff('', 'Ny text')).toEqual([{ slag: 'bara-b', text: 'Ny text' }]);
  });
  it('a lone word in common between differences is part of the difference', () => {
    const parts = wordDiff('ett två och tre fyra', 'fem sex och sju åtta');
    expect(parts).toEqual([
      { slag: 'bara-a', text: 'ett två och tre fyra' },
      { slag: 'bara-b', text: 'fem sex och sju åtta' },
    ]);
  });
  it('never loses, adds or moves a word of either text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'å', ' ', '  ', '\n', 'ord', 'mer.'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const parts = wordDiff(a, b);
        expect(side(parts, 'bara-b')).toBe(a);
        expect(side(parts, 'bara-a')).toBe(b);
      }),
    );
  });
  it('two long texts are compared without a table of all pairs', () => {
    const a = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ');
    const b = Array.from({ length: 20_000 }, (_, i) => `b${i}`).join(' ');
    const parts = wordDiff(`Lika ${a} slut`, `Lika ${b} slut`);
    expect(parts[0]).toEqual({ slag: 'lika', text: 'Lika ' });
    expect(parts.at(-1)).toEqual({ slag: 'lika', text: ' slut' });
    expect(side(parts, 'bara-b')).toBe(`Lika ${a} slut`);
  });
});
