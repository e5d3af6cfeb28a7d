import { ScanError } from './scan-error.ts';

export type Layered = {
  samples: number;
  /** So many of them are the colour; the next says how much of the paper it covers. */
  colourSamples: number;
  bits: 1 | 2 | 4 | 8 | 16;
  littleEndian: boolean;
  /** What shows through: nothing; mixed into the colours already, or beside them. */
  alpha: 'none' | 'mixed' | 'beside';
  /** White is the highest value, as in light; or the lowest, as in ink. */
  white: 'high' | 'low';
};

/**
 * Pixels without what is beside their colours, as they look on white paper; with the high byte first, as PDF has it.
 * @throws ScanError for values that do not fill bytes
 */
export function onWhite(pixels: Uint8Array, { samples, colourSamples, bits, littleEndian, alpha, white }: Layered): Uint8Array {
  if (samples === colourSamples && (bits !== 16 || !littleEndian)) return pixels;
  if (bits < 8) throw new ScanError('okand-form', `${samples} samples of ${bits} bits`);
  const size = bits / 8;
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const read = bits === 8 ? (at: number) => view.getUint8(at) : (at: number) => view.getUint16(at, littleEndian);
  const most = 2 ** bits - 1;
  const paper = white === 'high' ? most : 0;
  const count = pixels.length / (samples * size);
  const bare = new Uint8Array(count * colourSamples * size);
  const out = new DataView(bare.buffer);
  for (let pixel = 0; pixel < count; pixel += 1) {
    const from = pixel * samples * size;
    const covers = alpha === 'none' ? most : read(from + colourSamples * size);
    for (let of = 0; of < colourSamples; of += 1) {
      const value = read(from + of * size);
      const own = alpha === 'beside' ? (value * covers) / most : value;
      const mixed = Math.min(most, Math.round(own + (paper * (most - covers)) / most));
      const at = (pixel * colourSamples + of) * size;
      if (bits === 8) out.setUint8(at, mixed);
      else out.setUint16(at, mixed);
    }
  }
  return bare;
}
