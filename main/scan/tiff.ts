import { type Ifd, readIfds } from './ifd.ts';
import { joinTables, jpegFacts } from './jpeg.ts';
import { ScanError } from './scan-error.ts';
import { asOrientation, type Colours, mostPixelsASide, type Picture, type ScannedPage } from './scanned-page.ts';
import { type Layout, type PixelForm, pixelsOf } from './tiff-pixels.ts';
import { asItIs, inflate, type Unpack, unpackBits, unpackLzw } from './unpack.ts';

// Tags, compressions and colours by their numbers in TIFF 6.0 and its technical notes 1 and 2.
const tags = {
  ...{ kind: 254, oldKind: 255, width: 256, height: 257, bits: 258, compression: 259, colours: 262, fillOrder: 266, stripOffsets: 273 },
  ...{ orientation: 274, samples: 277, rowsPerStrip: 278, stripLengths: 279, resolutionX: 282, resolutionY: 283, planes: 284 },
  ...{ fax3: 292, resolutionUnit: 296, predictor: 317, palette: 320, tileWidth: 322, tileHeight: 323, tileOffsets: 324, tileLengths: 325 },
  ...{ extraSamples: 338, sampleFormat: 339, jpegTables: 347, wholeJpeg: 513, wholeJpegLength: 514 },
} as const;
const unpackings: Readonly<Record<number, Unpack>> = { 1: asItIs, 5: unpackLzw, 8: inflate, 32773: unpackBits, 32946: inflate };
const fax = { oneDimension: 2, group3: 3, group4: 4 } as const;
const jpeg = { old: 6, today: 7 } as const;
/** Of the tag that told of small copies before TIFF 6.0. */
const small = 2;
const photometric = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, cmyk: 5, ycbcr: 6 } as const;

/**
 * The pages of a TIFF. What a fax or JPEG coder made goes on as it is; other pixels are unpacked and joined.
 * Small copies of a page and masks are no pages.
 * @throws ScanError
 */
export function tiffPages(file: Uint8Array): ScannedPage[] {
  const { littleEndian, directories } = readIfds(file);
  const pages = directories.filter((ifd) => ((ifd.number(tags.kind) ?? 0) & 0b101) === 0 && ifd.number(tags.oldKind) !== small);
  if (pages.length === 0) throw new ScanError('skadad', 'no page');
  return pages.map((ifd) => page(file, ifd, littleEndian));
}

function page(file: Uint8Array, ifd: Ifd, littleEndian: boolean): ScannedPage {
  const layout = layoutOf(file, ifd);
  return {
    width: layout.width,
    height: layout.height,
    resolution: resolutionOf(ifd),
    orientation: asOrientation(ifd.number(tags.orientation)),
    pieces: pieces(file, ifd, layout, littleEndian),
  };
}

function pieces(file: Uint8Array, ifd: Ifd, layout: Layout, littleEndian: boolean): ScannedPage['pieces'] {
  const compression = ifd.number(tags.compression) ?? 1;
  if (compression === fax.oneDimension || compression === fax.group3 || compression === fax.group4) return faxed(ifd, layout, compression);
  if (compression === jpeg.today) return jpegs(ifd, layout);
  if (compression === jpeg.old) return [{ x: 0, y: 0, picture: oldJpeg(file, ifd, layout) }];
  const unpack = unpackings[compression];
  if (!unpack) throw new ScanError('okand-form', `compression ${compression}`);
  return [{ x: 0, y: 0, picture: pixelsOf(layout, pixelForm(ifd, littleEndian), unpack) }];
}

/** Where the pieces lie, in the file and on the page. */
function layoutOf(file: Uint8Array, ifd: Ifd): Layout {
  const width = side(ifd.number(tags.width), 'width');
  const height = side(ifd.number(tags.height), 'height');
  const tiled = ifd.numbers(tags.tileOffsets) !== undefined;
  const pieceWidth = tiled ? side(ifd.number(tags.tileWidth), 'tile width') : width;
  const pieceHeight = tiled ? side(ifd.number(tags.tileHeight), 'tile height') : Math.min(ifd.number(tags.rowsPerStrip) || height, height);
  const across = Math.ceil(width / pieceWidth);
  const down = Math.ceil(height / pieceHeight);
  const planes = ifd.number(tags.planes) === 2 ? (ifd.number(tags.samples) ?? 1) : 1;
  const offsets = ifd.numbers(tiled ? tags.tileOffsets : tags.stripOffsets) ?? [];
  const given = ifd.numbers(tiled ? tags.tileLengths : tags.stripLengths);
  // Old programs wrote one strip and not its length.
  const lengths = given ?? (offsets.length === 1 ? [file.length - (offsets[0] ?? 0)] : []);
  const wanted = across * down * planes;
  if (offsets.length < wanted || lengths.length < wanted) throw new ScanError('skadad', 'pieces of the page are missing');
  // A JPEG's bits are its own: programs that write all else the other way round leave them.
  const isJpeg = ([jpeg.old, jpeg.today] as unknown[]).includes(ifd.number(tags.compression));
  const reversed = ifd.number(tags.fillOrder) === 2 && !isJpeg;
  const packed = Array.from({ length: wanted }, (_, index) => {
    const [offset, length] = [offsets[index] ?? 0, lengths[index] ?? 0];
    if (offset + length > file.length || length === 0) throw new ScanError('skadad', 'a piece of the page is outside the file');
    const bytes = file.subarray(offset, offset + length);
    return reversed ? bytes.map((byte) => reverse[byte] ?? 0) : bytes;
  });
  return { width, height, tiled, pieceWidth, pieceHeight, across, down, planes, packed };
}

/** Each byte with its bits the other way round. */
const reverse = Uint8Array.from({ length: 256 }, (_, byte) => {
  let turned = 0;
  for (let bit = 0; bit < 8; bit += 1) turned |= ((byte >> bit) & 1) << (7 - bit);
  return turned;
});

const side = (value: number | undefined, what: string): number => {
  if (value === undefined || !Number.isInteger(value) || value < 1) throw new ScanError('skadad', what);
  if (value > mostPixelsASide) throw new ScanError('for-stor', `${what} ${value}`);
  return value;
};

function resolutionOf(ifd: Ifd): ScannedPage['resolution'] {
  const unit = ifd.number(tags.resolutionUnit) ?? 2;
  const factor = unit === 2 ? 1 : unit === 3 ? 2.54 : 0;
  const [x, y] = [(ifd.number(tags.resolutionX) ?? 0) * factor, (ifd.number(tags.resolutionY) ?? 0) * factor];
  return x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

/** The upper left corner and the size of each piece; a strip at the foot has the rows that are left, a tile is as large as the others. */
function placed({ packed, across, tiled, pieceWidth, pieceHeight, height }: Layout) {
  return packed.map((bytes, index) => {
    const y = Math.floor(index / across) * pieceHeight;
    return { bytes, x: (index % across) * pieceWidth, y, width: pieceWidth, rows: tiled ? pieceHeight : Math.min(pieceHeight, height - y) };
  });
}

function faxed(ifd: Ifd, layout: Layout, compression: number): ScannedPage['pieces'] {
  const colours = ifd.number(tags.colours);
  const isGrey = colours === photometric.whiteIsZero || colours === photometric.blackIsZero;
  if (layout.planes !== 1 || (ifd.number(tags.samples) ?? 1) !== 1 || (ifd.number(tags.bits) ?? 1) !== 1 || !isGrey)
    throw new ScanError('okand-form', 'fax in colours');
  const twoDimensions = ((ifd.number(tags.fax3) ?? 0) & 1) === 1;
  const K = compression === fax.group4 ? -1 : compression === fax.group3 && twoDimensions ? 1 : 0;
  return placed(layout).map(({ bytes, x, y, width, rows }) => ({
    ...{ x, y },
    picture: {
      ...{ width, height: rows, bits: 1, colours: 'DeviceGray', filter: 'CCITTFaxDecode', bytes },
      parameters: {
        ...{ K, Columns: width, Rows: rows, EndOfBlock: false, EncodedByteAlign: compression === fax.oneDimension },
        // A coder's black is PDF's zero, which is black too; here it was said to be white.
        BlackIs1: colours === photometric.blackIsZero,
      },
    },
  }));
}

function jpegs(ifd: Ifd, layout: Layout): ScannedPage['pieces'] {
  if (layout.planes !== 1) throw new ScanError('okand-form', 'JPEG in planes');
  const tables = ifd.raw(tags.jpegTables);
  return placed(layout).map(({ bytes, x, y, width, rows }) => {
    const whole = tables ? joinTables(tables, bytes) : bytes;
    return { x, y, picture: jpegPicture(whole, ifd, { width, height: rows }) };
  });
}

/** Compression 6, which was withdrawn: read where the file holds one whole JPEG, as those who still write it do. */
function oldJpeg(file: Uint8Array, ifd: Ifd, layout: Layout): Picture {
  const [at, length] = [ifd.number(tags.wholeJpeg), ifd.number(tags.wholeJpegLength)];
  if (at === undefined || length === undefined || at + length > file.length) throw new ScanError('okand-form', 'JPEG of the first kind');
  return jpegPicture(file.subarray(at, at + length), ifd, layout);
}

function jpegPicture(bytes: Uint8Array, ifd: Ifd, { width, height }: { width: number; height: number }): Picture {
  const facts = jpegFacts(bytes);
  // A piece at the foot may have been made as large as the others: it hangs below the page.
  if (facts.width !== width || facts.height < height) throw new ScanError('skadad', 'a JPEG of another size');
  const colours = ifd.number(tags.colours);
  const isYcbcr = colours === photometric.ycbcr;
  const expected = {
    1: colours === photometric.whiteIsZero || colours === photometric.blackIsZero,
    3: isYcbcr || colours === photometric.rgb,
  };
  if (!(expected as Record<number, boolean>)[facts.components]) throw new ScanError('okand-form', `JPEG with colours ${colours}`);
  return {
    ...{ width, height: facts.height, bits: 8, colours: facts.components === 1 ? 'DeviceGray' : 'DeviceRGB', filter: 'DCTDecode', bytes },
    ...(facts.components === 3 ? { parameters: { ColorTransform: isYcbcr ? 1 : 0 } } : {}),
    ...(colours === photometric.whiteIsZero ? { inverted: true } : {}),
  };
}

function pixelForm(ifd: Ifd, littleEndian: boolean): PixelForm {
  const samples = ifd.number(tags.samples) ?? 1;
  const all = ifd.numbers(tags.bits) ?? [1];
  const bits = all[0] ?? 1;
  if (all.some((one) => one !== bits) || ![1, 2, 4, 8, 16].includes(bits)) throw new ScanError('okand-form', `${all.join(', ')} bits`);
  if ((ifd.numbers(tags.sampleFormat) ?? []).some((one) => one !== 1))
    throw new ScanError('okand-form', 'values that are no whole numbers');
  const predictor = ifd.number(tags.predictor) ?? 1;
  if (predictor !== 1 && (predictor !== 2 || bits < 8)) throw new ScanError('okand-form', `predictor ${predictor}`);
  const { colours, of, inverted } = coloursOf(ifd, bits);
  const isPalette = typeof colours === 'object';
  if (samples < of || samples > (isPalette ? of : of + 4)) throw new ScanError('okand-form', `${samples} samples`);
  // What is beside the colours: how much of the paper shows through, where it says so.
  const alpha = ifd.number(tags.extraSamples);
  return {
    ...{ samples, colourSamples: of, bits: bits as PixelForm['bits'], colours, inverted, littleEndian, predicted: predictor === 2 },
    ...{ alpha: samples > of && (alpha === 1 || alpha === 2) ? (alpha === 1 ? 'mixed' : 'beside') : 'none' },
  };
}

function coloursOf(ifd: Ifd, bits: number): { colours: Colours; of: number; inverted: boolean } {
  const kind = ifd.number(tags.colours);
  if (kind === photometric.whiteIsZero || kind === photometric.blackIsZero)
    return { colours: 'DeviceGray', of: 1, inverted: kind === photometric.whiteIsZero };
  if (kind === photometric.rgb) return { colours: 'DeviceRGB', of: 3, inverted: false };
  if (kind === photometric.cmyk) return { colours: 'DeviceCMYK', of: 4, inverted: false };
  if (kind !== photometric.palette || bits > 8) throw new ScanError('okand-form', `colours ${kind}`);
  const table = ifd.numbers(tags.palette) ?? [];
  const count = 1 << bits;
  if (table.length < 3 * count) throw new ScanError('skadad', 'a palette is cut');
  // Of 16 bits; programs that wrote 8 are known by having no more.
  const shift = table.some((value) => value > 255) ? 8 : 0;
  const palette = new Uint8Array(3 * count);
  for (let at = 0; at < count; at += 1) for (let of = 0; of < 3; of += 1) palette[at * 3 + of] = (table[of * count + at] ?? 0) >> shift;
  return { colours: { palette }, of: 1, inverted: false };
}
