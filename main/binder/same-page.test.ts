import { describe, expect, test } from 'vitest';
import { pagesOf } from './part.ts';
import { readPdf } from './read-pdf.ts';
import { type ComparedPage, PageComparison } from './same-page.ts';
import { pagesByPdfJs } from './second-reader.ts';
import { type RawObject, rawPages } from './testing/raw-pdf.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

const compared = (bytes: Uint8Array): ComparedPage => {
  const file = readPdf(bytes);
  return { context: file.context, page: pagesOf(file)[0]?.dict as never, before: 0, after: 0, font: null };
};
const base = { words: 'ord', entries: '/Resources << /Font << /F1 3 0 R >> /XObject << /Bild 6 0 R >> >>' };
const picture = (stream: string, entries = '/Width 2 /Height 1'): RawObject => ({
  entries: `/Type /XObject /Subtype /Image ${entries} /BitsPerComponent 8 /ColorSpace /DeviceGray`,
  stream,
});
const made = (page = base, object = picture('ab')) => rawPages([page], { objects: [object] });
const equal = (one: Uint8Array, other: Uint8Array) => new PageComparison(false).equal(compared(one), compared(other));

describe('BIND-01 a page is the same as another', () => {
  test('as pdf.js writes it: other numbers, other compression', async () => {
    const long = made({ ...base, words: 'ord '.repeat(200) }, picture('ab'.repeat(500)));
    const other = (await pagesByPdfJs([{ bytes: long, password: undefined, wanted: [0] }])[0])?.get(0);
    expect(new PageComparison(false).equal(compared(long), other as ComparedPage)).toBe(true);
  });

  test.each([
    ['other words', made({ ...base, words: 'orden' })],
    ['another size', made({ ...base, entries: `${base.entries} /MediaBox [0 0 200 301]` })],
    ['other margins', made({ ...base, entries: `${base.entries} /CropBox [0 0 100 300]` })],
    ['turned', made({ ...base, entries: `${base.entries} /Rotate 90` })],
    ['another picture', made(base, picture('ac'))],
    ['a picture of another shape', made(base, picture('ab', '/Width 1 /Height 2'))],
    ['a picture that lacks', made({ ...base, entries: '/Resources << /Font << /F1 3 0 R >> >>' })],
    ['a font of another name', made({ ...base, entries: '/Resources << /Font << /F2 3 0 R >> /XObject << /Bild 6 0 R >> >>' })],
    [
      'another font',
      made({
        ...base,
        entries: '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> /XObject << /Bild 6 0 R >> >>',
      }),
    ],
  ])('or not: %s', (_what, other) => {
    expect(equal(made(), made())).toBe(true);
    expect(equal(made(), other)).toBe(false);
  });

  test('what goes in a circle ends', () => {
    const circle = (colour: number) =>
      made(base, {
        entries: `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Colour ${colour} /Resources << /XObject << /Bild 6 0 R >> >>`,
        stream: '/Bild Do',
      });
    expect(equal(circle(1), circle(1))).toBe(true);
    expect(equal(circle(1), circle(2))).toBe(false);
  });

  test('and whole, where that is asked', () => {
    const broken = made(base, { entries: '/Type /XObject /Subtype /Image /Filter /FlateDecode', stream: 'no zlib' });
    expect(equal(broken, broken)).toBe(true);
    expect(() => new PageComparison(true).equal(compared(broken), compared(broken))).toThrow(UnreadablePdf);
  });
});
