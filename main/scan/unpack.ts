import { inflateSync } from 'node:zlib';
import { ScanError } from './scan-error.ts';

/** Compressions of TIFF that PDF lacks, or that are joined of many strips. Each gives the length asked for, or throws. */
export type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

const cut = () => new ScanError('skadad', 'pixels are missing');

export const asItIs: Unpack = (packed, length) => {
  if (packed.length < length) throw cut();
  return packed.subarray(0, length);
};

/** Deflate, with what zlib puts around it. */
export const inflate: Unpack = (packed, length) => {
  let pixels: Uint8Array;
  try {
    // Some programs leave out the end of the last block: what there is of it counts, if it is enough.
    pixels = inflateSync(packed, { maxOutputLength: length + 65_536, finishFlush: 2 });
  } catch (error) {
    throw new ScanError('skadad', `deflate: ${error instanceof Error ? error.message : String(error)}`);
  }
  return asItIs(pixels, length);
};

/** TIFF 6.0, section 9. */
export const unpackBits: Unpack = (packed, length) => {
  const pixels = new Uint8Array(length);
  let at = 0;
  for (let from = 0; at < length; ) {
    const head = packed[from];
    if (head === undefined) throw cut();
    from += 1;
    if (head < 128) {
      const run = packed.subarray(from, from + head + 1);
      if (run.length <= head) throw cut();
      pixels.set(run.subarray(0, length - at), at);
      at += run.length;
      from += run.length;
    } else if (head > 128) {
      const value = packed[from];
      if (value === undefined) throw cut();
      pixels.fill(value, at, at + 257 - head);
      at += 257 - head;
      from += 1;
    }
  }
  return pixels;
};

const clear = 256;
const endOfData = 257;

/** TIFF 6.0, section 13: codes of 9 to 12 bits, the highest first, one code earlier than GIF's. */
export const unpackLzw: Unpack = (packed, length) => {
  const pixels = new Uint8Array(length);
  const prefix = new Uint16Array(4096);
  const suffix = new Uint8Array(4096);
  const run = new Uint8Array(4096);
  for (let code = 0; code < 256; code += 1) suffix[code] = code;
  let [next, bits, before, first] = [258, 9, -1, 0];
  let [held, heldBits, from, at] = [0, 0, 0, 0];
  while (at < length) {
    while (heldBits < bits) {
      const byte = packed[from];
      if (byte === undefined) throw cut();
      held = ((held << 8) | byte) & 0xffffff;
      heldBits += 8;
      from += 1;
    }
    heldBits -= bits;
    const code = (held >>> heldBits) & ((1 << bits) - 1);
    if (code === endOfData) throw cut();
    if (code === clear) {
      [next, bits, before] = [258, 9, -1];
      continue;
    }
    if (before === -1 ? code > 255 : code > next) throw new ScanError('skadad', 'LZW names what has not been said');
    // A code that is just being made is the run before it, with its first byte again.
    let count = 0;
    let one = code;
    if (code === next) {
      run[count++] = first;
      one = before;
    }
    for (; one >= 258; one = prefix[one] ?? 0) run[count++] = suffix[one] ?? 0;
    first = suffix[one] ?? 0;
    run[count++] = first;
    while (count > 0 && at < length) {
      count -= 1;
      pixels[at++] = run[count] ?? 0;
    }
    if (before !== -1 && next < 4096) {
      prefix[next] = before;
      suffix[next] = first;
      next += 1;
      if (next + 1 === 1 << bits && bits < 12) bits += 1;
    }
    before = code;
  }
  return pixels;
};
