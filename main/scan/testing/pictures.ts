import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export type Pixel = readonly [red: number, green: number, blue: number];
export type Raster = { width: number; height: number; at: (x: number, y: number) => Pixel };

const black: Pixel = [0, 0, 0];
const white: Pixel = [255, 255, 255];

/** An F and a dot, which look otherwise however they are turned. */
export const letter: Raster = {
  width: 52,
  height: 37,
  at: (x, y) =>
    (x >= 8 && x < 14 && y >= 4 && y < 32) ||
    (y >= 4 && y < 9 && x >= 8 && x < 40) ||
    (y >= 16 && y < 20 && x >= 8 && x < 30) ||
    (x >= 44 && x < 49 && y >= 30 && y < 34)
      ? black
      : white,
};

/** Fields of colour, each a multiple of eight wide and high: JPEG keeps them. */
export const fields: Raster = {
  width: 48,
  height: 32,
  at: (x, y) => {
    if (x < 16) return y < 16 ? [220, 40, 30] : [240, 200, 20];
    if (x >= 32) return y < 16 ? [30, 60, 200] : [40, 160, 60];
    return [128, 128, 128];
  },
};

export const greys: Raster = {
  width: 48,
  height: 32,
  at: (x, y) => {
    const value = (Math.floor(x / 8) * 40 + Math.floor(y / 8) * 10) % 256;
    return [value, value, value];
  },
};

/** A file of `scans`: these three pictures as libtiff 4.5 and libjpeg wrote them, 72 points an inch. */
export const scan = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, 'scans', name)));

/** A picture turned as EXIF's numbers say. */
export function turned({ width, height, at }: Raster, orientation: number): Raster {
  const from: Readonly<Record<number, (x: number, y: number) => Pixel>> = {
    1: at,
    2: (x, y) => at(width - 1 - x, y),
    3: (x, y) => at(width - 1 - x, height - 1 - y),
    4: (x, y) => at(x, height - 1 - y),
    5: (x, y) => at(y, x),
    6: (x, y) => at(y, height - 1 - x),
    7: (x, y) => at(width - 1 - y, height - 1 - x),
    8: (x, y) => at(width - 1 - y, x),
  };
  return { ...(orientation >= 5 ? { width: height, height: width } : { width, height }), at: from[orientation] ?? at };
}

type Tag = [tag: number, kind: 3 | 4, ...values: number[]];
/** A TIFF of one page: its tags, and its pixels as one strip. */
export function tiff(tags: readonly Tag[], strip: Uint8Array): Uint8Array {
  const all: Tag[] = [...tags, [273, 4, 8], [279, 4, strip.length]];
  all.sort(([a], [b]) => a - b);
  const long = all.map(([, kind, ...values]) => (values.length * (kind === 3 ? 2 : 4) > 4 ? values.length * (kind === 3 ? 2 : 4) : 0));
  const directory = 8 + strip.length + (strip.length % 2);
  const bytes = new Uint8Array(directory + 6 + all.length * 12 + long.reduce((sum, one) => sum + one, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, directory, true);
  bytes.set(strip, 8);
  view.setUint16(directory, all.length, true);
  let beyond = directory + 6 + all.length * 12;
  all.forEach(([tag, kind, ...values], index) => {
    const entry = directory + 2 + index * 12;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, kind, true);
    view.setUint32(entry + 4, values.length, true);
    const size = long[index] ?? 0;
    if (size > 0) view.setUint32(entry + 8, beyond, true);
    values.forEach((value, of) => {
      const at = size > 0 ? beyond : entry + 8;
      if (kind === 3) view.setUint16(at + of * 2, value, true);
      else view.setUint32(at + of * 4, value, true);
    });
    beyond += size;
  });
  return bytes;
}

/** A whole PNG of its pixels, each row with its filter before it. */
export function png(
  head: { width: number; height: number; bits: number; kind: number; interlaced?: boolean },
  rows: Uint8Array,
  more: Record<string, Uint8Array> = {},
) {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(head.width, 0);
  ihdr.writeUInt32BE(head.height, 4);
  ihdr.set([head.bits, head.kind, 0, 0, head.interlaced ? 1 : 0], 8);
  const chunk = (name: string, body: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const before = Object.entries(more).map(([name, body]) => chunk(name, body));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', ihdr), ...before, chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat(parts));
}

/** The values of a picture in rows of whole bytes, each after a byte of its own when `filter` is given. */
export function rowsOf(
  { width, height, at }: Raster,
  bits: number,
  values: (pixel: Pixel) => readonly number[],
  filter?: number,
): Uint8Array {
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    if (filter !== undefined) rows.push(filter);
    let held = '';
    for (let x = 0; x < width; x += 1) for (const value of values(at(x, y))) held += value.toString(2).padStart(bits, '0');
    for (const byte of held.padEnd(Math.ceil(held.length / 8) * 8, '0').match(/.{8}/g) ?? []) rows.push(Number.parseInt(byte, 2));
  }
  return Uint8Array.from(rows);
}
