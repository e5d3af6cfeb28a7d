import { type PDFDict, PDFNumber } from 'pdf-lib';
import { arrayIn } from './objects.ts';
import { rotationOf } from './part.ts';

const a4 = [0, 0, 595.28, 841.89];

/** What is seen of a page: its size as it is held, and the matrix from there, from the lower left corner, to the page's own space. */
export type Seen = { width: number; height: number; matrix: (right: number, up: number) => string };

export function seenOf(page: PDFDict): Seen {
  const media = boxOf(page, 'MediaBox') ?? a4;
  const crop = boxOf(page, 'CropBox') ?? media;
  const [x0, y0] = [Math.max(media[0] as number, crop[0] as number), Math.max(media[1] as number, crop[1] as number)];
  const [x1, y1] = [Math.min(media[2] as number, crop[2] as number), Math.min(media[3] as number, crop[3] as number)];
  const [wide, high] = [x1 - x0, y1 - y0];
  switch (rotationOf(page)) {
    case 90:
      return { width: high, height: wide, matrix: (right, up) => `0 1 -1 0 ${n(x1 - up)} ${n(y0 + right)}` };
    case 180:
      return { width: wide, height: high, matrix: (right, up) => `-1 0 0 -1 ${n(x1 - right)} ${n(y1 - up)}` };
    case 270:
      return { width: high, height: wide, matrix: (right, up) => `0 -1 1 0 ${n(x0 + up)} ${n(y1 - right)}` };
    default:
      return { width: wide, height: high, matrix: (right, up) => `1 0 0 1 ${n(x0 + right)} ${n(y0 + up)}` };
  }
}

const n = (value: number) => Math.round(value * 100) / 100;

/** A box as left, bottom, right, top, whichever corners it names. */
export function boxOf(page: PDFDict, key: string): number[] | undefined {
  const numbers = (arrayIn(page, key)?.asArray() ?? []).map((one) => {
    const value = page.context.lookup(one);
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  });
  const [a, b, c, d] = numbers;
  if (numbers.length !== 4 || numbers.some(Number.isNaN)) return undefined;
  return [
    Math.min(a as number, c as number),
    Math.min(b as number, d as number),
    Math.max(a as number, c as number),
    Math.max(b as number, d as number),
  ];
}
