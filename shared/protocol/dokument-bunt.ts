import { parse, stringify } from 'uuid';
import { limits } from './protocol.ts';

/** Small documents that go together: what one costs is mostly the asking. */
export type BuntDokument = { id: string; bytes: Uint8Array };

const countBytes = 4;
/** Of each: its id, and its length in four bytes. */
const idBytes = 16;
const headBytes = idBytes + 4;

/** The most that one takes. */
export const storstaBunt = countBytes + limits.buntDokument * headBytes + limits.buntBytes;

/** How many there are, in four bytes; the id and the length of each; and the bytes of one after another. Numbers are big-endian. */
export function packBunt(documents: readonly BuntDokument[]): Uint8Array<ArrayBuffer> {
  const head = countBytes + documents.length * headBytes;
  const bunt = new Uint8Array(documents.reduce((sum, { bytes }) => sum + bytes.length, head));
  const numbers = new DataView(bunt.buffer);
  numbers.setUint32(0, documents.length);
  let at = head;
  for (const [nr, { id, bytes }] of documents.entries()) {
    const place = countBytes + nr * headBytes;
    bunt.set(parse(id), place);
    numbers.setUint32(place + idBytes, bytes.length);
    bunt.set(bytes, at);
    at += bytes.length;
  }
  return bunt;
}

/**
 * The documents that are there whole: what was cut on the way has fewer.
 * @throws RangeError when it is none of these
 */
export function unpackBunt(bunt: Uint8Array): BuntDokument[] {
  if (bunt.length < countBytes) return [];
  const numbers = new DataView(bunt.buffer, bunt.byteOffset, bunt.length);
  const count = numbers.getUint32(0);
  let at = countBytes + count * headBytes;
  if (count > limits.buntDokument) throw new RangeError('no bundle of documents');
  if (bunt.length < at) return [];
  const documents: BuntDokument[] = [];
  for (let place = countBytes; place < countBytes + count * headBytes; place += headBytes) {
    const end = at + numbers.getUint32(place + idBytes);
    if (end > storstaBunt) throw new RangeError('no bundle of documents');
    if (end > bunt.length) break;
    documents.push({ id: idOf(bunt.subarray(place, place + idBytes)), bytes: bunt.subarray(at, end) });
    at = end;
  }
  return documents;
}

function idOf(bytes: Uint8Array): string {
  try {
    return stringify(bytes);
  } catch (cause) {
    throw new RangeError('no bundle of documents', { cause });
  }
}

/** So large at most is one that goes with others. */
const smallBytes = limits.buntBytes / 4;

/** In their order: the small ones together, a larger one by itself. */
export function inBuntar<T extends { storlek: number }>(documents: readonly T[]): T[][] {
  const buntar: T[][] = [];
  let bunt: T[] = [];
  let bytes = 0;
  const end = () => {
    if (bunt.length > 0) buntar.push(bunt);
    bunt = [];
    bytes = 0;
  };
  for (const one of documents) {
    if (one.storlek > smallBytes) {
      buntar.push([one]);
      continue;
    }
    if (bunt.length === limits.buntDokument || bytes + one.storlek > limits.buntBytes) end();
    bunt.push(one);
    bytes += one.storlek;
  }
  end();
  return buntar;
}
