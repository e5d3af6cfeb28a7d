import { deflateSync } from 'node:zlib';
import { type Layered, onWhite } from './on-white.ts';
import { ScanError } from './scan-error.ts';
import type { Colours, Picture } from './scanned-page.ts';
import type { Unpack } from './unpack.ts';

/** A page in strips or tiles, each as packed in the file; with planes, those of the first colour come first. */
export type Layout = {
  width: number;
  height: number;
  tiled: boolean;
  pieceWidth: number;
  pieceHeight: number;
  across: number;
  down: number;
  planes: number;
  packed: readonly Uint8Array[];
};
export type PixelForm = Omit<Layered, 'white'> & {
  colours: Colours;
  inverted: boolean;
  /** Each value is the difference to the one before it. */
  predicted: boolean;
};

/** 300 points an inch over an A0 sheet in colours are 420 million bytes. */
const mostBytes = 450_000_000;

/**
 * The pixels of a page, joined of its pieces.
 * @throws ScanError
 */
export function pixelsOf(layout: Layout, form: PixelForm, unpack: Unpack): Picture {
  const { width, height } = layout;
  const { bits, samples } = form;
  if (Math.ceil((width * samples * bits) / 8) * height > mostBytes) throw new ScanError('for-stor', `${width} × ${height}`);
  const planes =
    layout.planes === 1
      ? [joined(layout, 0, samples, form, unpack)]
      : Array.from({ length: layout.planes }, (_, plane) => joined(layout, plane, 1, form, unpack));
  const pixels = onWhite(interleaved(planes, form), { ...form, white: form.colours === 'DeviceCMYK' || form.inverted ? 'low' : 'high' });
  return {
    ...{ width, height, bits, colours: form.colours, filter: 'FlateDecode', bytes: deflateSync(pixels) },
    ...(form.inverted ? { inverted: true } : {}),
  };
}

/** One plane of the page, row by row. */
function joined(layout: Layout, plane: number, samples: number, form: PixelForm, unpack: Unpack): Uint8Array {
  const { width, height, tiled, pieceWidth, pieceHeight, across, down, packed } = layout;
  const bitsAPixel = samples * form.bits;
  const row = Math.ceil((width * bitsAPixel) / 8);
  const pieceRow = Math.ceil((pieceWidth * bitsAPixel) / 8);
  // A tile's width is a multiple of 16, so that each begins with a byte of its own.
  if (across > 1 && (pieceWidth * bitsAPixel) % 8 !== 0) throw new ScanError('skadad', `tiles ${pieceWidth} wide`);
  const page = new Uint8Array(row * height);
  for (let index = 0; index < across * down; index += 1) {
    const top = Math.floor(index / across) * pieceHeight;
    const rows = Math.min(pieceHeight, height - top);
    const bytes = packed[plane * across * down + index] ?? new Uint8Array();
    const pixels = unpack(bytes, pieceRow * (tiled ? pieceHeight : rows));
    const plain = form.predicted ? summed(pixels, pieceRow, samples, form) : pixels;
    const left = (index % across) * pieceRow;
    const kept = Math.min(pieceRow, row - left);
    for (let line = 0; line < rows; line += 1) page.set(plain.subarray(line * pieceRow, line * pieceRow + kept), (top + line) * row + left);
  }
  return page;
}

/** TIFF 6.0, section 14. */
function summed(differences: Uint8Array, row: number, samples: number, { bits, littleEndian }: PixelForm): Uint8Array {
  const pixels = new Uint8Array(differences);
  const view = new DataView(pixels.buffer);
  for (let start = 0; start + row <= pixels.length; start += row) {
    if (bits === 8) for (let at = start + samples; at < start + row; at += 1) pixels[at] = (pixels[at] ?? 0) + (pixels[at - samples] ?? 0);
    else
      for (let at = start + 2 * samples; at < start + row; at += 2)
        view.setUint16(at, view.getUint16(at, littleEndian) + view.getUint16(at - 2 * samples, littleEndian), littleEndian);
  }
  return pixels;
}

function interleaved(planes: readonly Uint8Array[], { bits }: PixelForm): Uint8Array {
  const [first] = planes;
  if (!first || planes.length === 1) return first ?? new Uint8Array();
  if (bits < 8) throw new ScanError('okand-form', `planes of ${bits} bits`);
  const size = bits / 8;
  const pixels = new Uint8Array(first.length * planes.length);
  planes.forEach((plane, of) => {
    for (let at = 0; at < plane.length; at += 1) pixels[(Math.floor(at / size) * planes.length + of) * size + (at % size)] = plane[at] ?? 0;
  });
  return pixels;
}
