import { ScanError } from './scan-error.ts';

/** A directory of TIFF's (TIFF 6.0, section 2), which EXIF is written as too. */
export type Ifd = {
  /** The values of a tag as numbers, fractions divided out; undefined where it is not there. */
  numbers(tag: number): number[] | undefined;
  number(tag: number): number | undefined;
  /** The bytes of a tag as they lie in the file. */
  raw(tag: number): Uint8Array | undefined;
};
export type IfdFile = { littleEndian: boolean; directories: Ifd[] };

const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };
const mostDirectories = 5_000;

/**
 * The directories of a TIFF file, in order.
 * @throws ScanError
 */
export function readIfds(file: Uint8Array): IfdFile {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 8) throw new ScanError('skadad', 'shorter than a header');
  const littleEndian = file[0] === 0x49;
  const magic = view.getUint16(2, littleEndian);
  if (magic === 43) throw new ScanError('okand-form', 'BigTIFF');
  if (magic !== 42) throw new ScanError('okant-format', 'no TIFF');
  const directories: Ifd[] = [];
  const seen = new Set<number>();
  for (let offset = view.getUint32(4, littleEndian); offset !== 0; ) {
    if (seen.has(offset) || directories.length >= mostDirectories) throw new ScanError('skadad', 'the chain of directories does not end');
    seen.add(offset);
    if (offset + 2 > file.length) throw new ScanError('skadad', 'a directory outside the file');
    const count = view.getUint16(offset, littleEndian);
    const end = offset + 2 + count * 12;
    if (end + 4 > file.length) throw new ScanError('skadad', 'a directory is cut');
    directories.push(readIfd(file, view, littleEndian, { from: offset + 2, count }));
    offset = view.getUint32(end, littleEndian);
  }
  return { littleEndian, directories };
}

type Entry = { kind: number; count: number; at: number };

function readIfd(file: Uint8Array, view: DataView, littleEndian: boolean, { from, count }: { from: number; count: number }): Ifd {
  const entries = new Map<number, Entry>();
  for (let index = 0; index < count; index += 1) {
    const at = from + index * 12;
    const kind = view.getUint16(at + 2, littleEndian);
    const length = view.getUint32(at + 4, littleEndian);
    const size = (sizes[kind] ?? 0) * length;
    entries.set(view.getUint16(at, littleEndian), { kind, count: length, at: size <= 4 ? at + 8 : view.getUint32(at + 8, littleEndian) });
  }
  const place = (tag: number): (Entry & { size: number }) | undefined => {
    const entry = entries.get(tag);
    const size = entry && sizes[entry.kind];
    if (!entry || size === undefined) return undefined;
    if (entry.at + entry.count * size > file.length) throw new ScanError('skadad', `tag ${tag} outside the file`);
    return { ...entry, size };
  };
  const read: Readonly<Record<number, (at: number) => number>> = {
    1: (at) => view.getUint8(at),
    2: (at) => view.getUint8(at),
    3: (at) => view.getUint16(at, littleEndian),
    4: (at) => view.getUint32(at, littleEndian),
    5: (at) => view.getUint32(at, littleEndian) / view.getUint32(at + 4, littleEndian),
    6: (at) => view.getInt8(at),
    7: (at) => view.getUint8(at),
    8: (at) => view.getInt16(at, littleEndian),
    9: (at) => view.getInt32(at, littleEndian),
    10: (at) => view.getInt32(at, littleEndian) / view.getInt32(at + 4, littleEndian),
    11: (at) => view.getFloat32(at, littleEndian),
    12: (at) => view.getFloat64(at, littleEndian),
  };
  const numbers = (tag: number): number[] | undefined => {
    const entry = place(tag);
    return entry && Array.from({ length: entry.count }, (_, index) => read[entry.kind]?.(entry.at + index * entry.size) ?? 0);
  };
  return {
    numbers,
    number: (tag) => numbers(tag)?.[0],
    raw(tag) {
      const entry = place(tag);
      return entry && file.subarray(entry.at, entry.at + entry.count * entry.size);
    },
  };
}
