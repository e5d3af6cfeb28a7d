import { crc32, deflateSync } from 'node:zlib';
import { exifFacts } from './jpeg.ts';
import { onWhite } from './on-white.ts';
import { ScanError } from './scan-error.ts';
import { mostPixelsASide, type Picture, type ScannedPage } from './scanned-page.ts';
import { inflate } from './unpack.ts';

type Chunks = Map<string, Uint8Array[]>;
type Head = { width: number; height: number; bits: Picture['bits']; kind: keyof typeof samplesOf; interlaced: boolean };

const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const bitsOf: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const mostBytes = 450_000_000;

/**
 * A PNG as a page (ISO/IEC 15948). Its pixels go on as they are packed, unless they are interlaced or let the paper shine through.
 * @throws ScanError
 */
export function pngPage(file: Uint8Array): ScannedPage {
  const chunks = readChunks(file);
  const head = headOf(chunks);
  const { width, height } = head;
  const exif = chunks.get('eXIf')?.[0];
  return {
    ...{ width, height, resolution: resolutionOf(chunks), orientation: exif ? exifFacts(exif.slice()).orientation : 1 },
    pieces: [{ x: 0, y: 0, picture: pictureOf(head, chunks) }],
  };
}

function readChunks(file: Uint8Array): Chunks {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunks = new Map();
  for (let at = 8; ; ) {
    if (at + 12 > file.length) throw new ScanError('skadad', 'it has no end');
    const length = view.getUint32(at);
    const name = Buffer.from(file.subarray(at + 4, at + 8)).toString('latin1');
    const body = file.subarray(at + 8, at + 8 + length);
    if (at + 12 + length > file.length) throw new ScanError('skadad', `${name} is cut`);
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length))
      throw new ScanError('skadad', `${name} is changed`);
    chunks.set(name, [...(name === 'IDAT' ? (chunks.get(name) ?? []) : []), body]);
    if (name === 'IEND') return chunks;
    at += 12 + length;
  }
}

function headOf(chunks: Chunks): Head {
  const head = chunks.get('IHDR')?.[0];
  if (head?.length !== 13) throw new ScanError('skadad', 'no header');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height, bits, kind] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)];
  if (width === 0 || height === 0 || !bitsOf[kind]?.includes(bits) || view.getUint8(12) > 1) throw new ScanError('skadad', 'its header');
  if (width > mostPixelsASide || height > mostPixelsASide) throw new ScanError('for-stor', `${width} × ${height}`);
  return { width, height, bits: bits as Picture['bits'], kind: kind as Head['kind'], interlaced: view.getUint8(12) === 1 };
}

function resolutionOf(chunks: Chunks): ScannedPage['resolution'] {
  const body = chunks.get('pHYs')?.[0];
  if (body?.length !== 9 || body[8] !== 1) return undefined;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  // A metre is 39.37 inches.
  const [x, y] = [view.getUint32(0) * 0.0254, view.getUint32(4) * 0.0254];
  return x > 0 && y > 0 ? { x, y } : undefined;
}

function pictureOf(head: Head, chunks: Chunks): Picture {
  const { width, height, bits, kind, interlaced } = head;
  const samples = samplesOf[kind];
  const packed = Buffer.concat(chunks.get('IDAT') ?? []);
  const passes = interlaced
    ? adam7.map((one) => passSize(one, head)).filter((one) => one.width > 0 && one.height > 0)
    : [{ width, height }];
  const lengths = passes.map((pass) => (1 + rowLength(pass.width, samples, bits)) * pass.height);
  const total = lengths.reduce((sum, one) => sum + one, 0);
  if (total > mostBytes) throw new ScanError('for-stor', `${width} × ${height}`);
  const filtered = inflate(packed, total);
  const key = chunks.get('tRNS')?.[0];
  const base = {
    ...{ width, height, bits, filter: 'FlateDecode' as const },
    colours:
      kind === 3 ? { palette: paletteOf(chunks, bits) } : kind === 2 || kind === 6 ? ('DeviceRGB' as const) : ('DeviceGray' as const),
    ...(key && (kind === 0 || kind === 2) ? { key: keyOf(key, kind === 0 ? 1 : 3) } : {}),
  };
  if (!interlaced && kind !== 4 && kind !== 6) {
    checkFilters(filtered, lengths[0] ?? 0, height);
    // PDF knows PNG's filters: what was packed goes on as it is.
    return { ...base, parameters: { Predictor: 15, Colors: samples, BitsPerComponent: bits, Columns: width }, bytes: packed };
  }
  const pixels = interlaced ? deinterlaced(filtered, head, lengths) : unfiltered(filtered, { width, height }, samples, bits);
  const form = { samples, colourSamples: kind === 4 ? 1 : kind === 6 ? 3 : samples, bits, littleEndian: false, white: 'high' as const };
  const bare = kind === 4 || kind === 6 ? onWhite(pixels, { ...form, alpha: 'beside' }) : pixels;
  return { ...base, bytes: deflateSync(bare) };
}

/** The palette as it looks on white paper. */
function paletteOf(chunks: Chunks, bits: number): Uint8Array {
  const given = chunks.get('PLTE')?.[0];
  if (!given || given.length % 3 !== 0) throw new ScanError('skadad', 'no palette');
  const covers = chunks.get('tRNS')?.[0] ?? new Uint8Array();
  // One that names a colour too many is read as black, which is what other programs show.
  const palette = new Uint8Array(3 * 2 ** bits);
  palette.set(given.subarray(0, palette.length));
  return palette.map((value, at) => {
    const cover = covers[Math.floor(at / 3)] ?? 255;
    return Math.round((value * cover + 255 * (255 - cover)) / 255);
  });
}

/** The colour that is not there. */
function keyOf(body: Uint8Array, samples: number): number[] {
  if (body.length < 2 * samples) throw new ScanError('skadad', 'tRNS is cut');
  return Array.from({ length: samples }, (_, at) => (body[2 * at] ?? 0) * 256 + (body[2 * at + 1] ?? 0));
}

const rowLength = (width: number, samples: number, bits: number) => Math.ceil((width * samples * bits) / 8);

function checkFilters(filtered: Uint8Array, length: number, rows: number): void {
  for (let at = 0; at < length; at += length / rows) if ((filtered[at] ?? 9) > 4) throw new ScanError('skadad', 'a row with no filter');
}

function unfiltered(filtered: Uint8Array, { width, height }: { width: number; height: number }, samples: number, bits: number): Uint8Array {
  const row = rowLength(width, samples, bits);
  const step = Math.max(1, (samples * bits) / 8);
  const pixels = new Uint8Array(row * height);
  for (let line = 0; line < height; line += 1) {
    const from = line * (row + 1);
    const to = line * row;
    const filter = filtered[from] ?? 9;
    if (filter > 4) throw new ScanError('skadad', 'a row with no filter');
    for (let at = 0; at < row; at += 1) {
      const left = at >= step ? (pixels[to + at - step] ?? 0) : 0;
      const above = line > 0 ? (pixels[to + at - row] ?? 0) : 0;
      const corner = at >= step && line > 0 ? (pixels[to + at - row - step] ?? 0) : 0;
      pixels[to + at] = (filtered[from + 1 + at] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return pixels;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const middle = left + above - corner;
  const [a, b, c] = [Math.abs(middle - left), Math.abs(middle - above), Math.abs(middle - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Each pass: its first column and row, and the steps between those it has. */
const adam7 = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
] as const;
type Pass = (typeof adam7)[number];
const passSize = ({ x, y, across, down }: Pass, { width, height }: Pick<Head, 'width' | 'height'>) => ({
  width: Math.ceil((width - x) / across),
  height: Math.ceil((height - y) / down),
});

function deinterlaced(filtered: Uint8Array, head: Head, lengths: readonly number[]): Uint8Array {
  const { width, height, bits } = head;
  const samples = samplesOf[head.kind];
  const row = rowLength(width, samples, bits);
  const pixels = new Uint8Array(row * height);
  const bitsAPixel = samples * bits;
  let from = 0;
  let at = 0;
  for (const pass of adam7) {
    const size = passSize(pass, head);
    if (size.width <= 0 || size.height <= 0) continue;
    const length = lengths[at] ?? 0;
    const part = unfiltered(filtered.subarray(from, from + length), size, samples, bits);
    const partRow = rowLength(size.width, samples, bits);
    for (let y = 0; y < size.height; y += 1) {
      for (let x = 0; x < size.width; x += 1) {
        const to = (pass.y + y * pass.down) * row * 8 + (pass.x + x * pass.across) * bitsAPixel;
        copyBits(part, y * partRow * 8 + x * bitsAPixel, pixels, to, bitsAPixel);
      }
    }
    from += length;
    at += 1;
  }
  return pixels;
}

function copyBits(from: Uint8Array, at: number, to: Uint8Array, where: number, count: number): void {
  if (count >= 8) {
    to.set(from.subarray(at / 8, (at + count) / 8), where / 8);
    return;
  }
  const value = ((from[at >> 3] ?? 0) >> (8 - count - (at & 7))) & ((1 << count) - 1);
  to[where >> 3] = (to[where >> 3] ?? 0) | (value << (8 - count - (where & 7)));
}
