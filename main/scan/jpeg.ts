import { readIfds } from './ifd.ts';
import { ScanError } from './scan-error.ts';
import { asOrientation, mostPixelsASide, type Orientation, type Picture, type ScannedPage } from './scanned-page.ts';

/** What a JPEG says of itself before its pixels (ISO/IEC 10918-1, JFIF 1.02, EXIF 2.3, Adobe's technical note 5116). */
export type JpegFacts = {
  width: number;
  height: number;
  components: 1 | 3 | 4;
  /** Its colours are called R, G and B: they are what they are called, whatever is usual. */
  namedRgb: boolean;
  /** Of Adobe's marker: 0 as they are, 1 YCbCr, 2 YCCK. */
  adobeTransform: number | undefined;
  resolution: ScannedPage['resolution'];
  orientation: Orientation;
  /** Where it ends: cameras put other things behind. */
  end: number;
};

type Frame = Pick<JpegFacts, 'width' | 'height' | 'components' | 'namedRgb'>;

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** Kinds of JPEG that PDF reads: baseline, extended and progressive, by Huffman's code. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @throws ScanError when it is no whole JPEG, or of a kind that PDF does not read */
export function jpegFacts(bytes: Uint8Array): JpegFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) throw new ScanError('okant-format', 'no JPEG');
  let frame: Frame | undefined;
  let facts: Pick<JpegFacts, 'adobeTransform' | 'resolution' | 'orientation'> = {
    adobeTransform: undefined,
    resolution: undefined,
    orientation: 1,
  };
  let scans = 0;
  let isJfif = false;
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) throw new ScanError('skadad', `no marker at ${at}`);
    const marker = bytes[at + 1];
    if (marker === undefined) throw new ScanError('skadad', 'it has no end');
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      if (!frame || scans === 0) throw new ScanError('skadad', 'a JPEG without pixels');
      // JFIF knows no other colours than YCbCr.
      return { ...frame, ...facts, namedRgb: frame.namedRgb && !isJfif, end: at + 2 };
    }
    if (at + 4 > bytes.length) throw new ScanError('skadad', 'it has no end');
    const length = view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || body.length !== length - 2) throw new ScanError('skadad', 'a segment is cut');
    if (marker === 0xe0 && begins(body, 'JFIF\0')) isJfif = true;
    if (isFrame(marker)) frame = frameOf(marker, body);
    else facts = { ...facts, ...said(marker, body, facts) };
    at += 2 + length;
    if (marker === startOfScan) {
      scans += 1;
      at = endOfScan(bytes, at);
    }
  }
}

/** The next marker that is no part of the pixels. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker !== undefined && marker !== 0 && marker !== 0xff && !isRestart(marker)) return at;
  }
  throw new ScanError('skadad', 'it has no end');
}

function frameOf(marker: number, body: Uint8Array): Frame {
  const [bits, components] = [body[0], body[5]];
  if (!frames.includes(marker) || bits !== 8) throw new ScanError('okand-form', `JPEG of kind ${marker} with ${bits} bits`);
  const at = (index: number) => (body[index] ?? 0) * 256 + (body[index + 1] ?? 0);
  const [height, width] = [at(1), at(3)];
  if (height === 0 || width === 0 || body.length < 6 + 3 * (components ?? 0)) throw new ScanError('skadad', 'a JPEG without size');
  if (height > mostPixelsASide || width > mostPixelsASide) throw new ScanError('for-stor', `${width} × ${height}`);
  if (components !== 1 && components !== 3 && components !== 4) throw new ScanError('okand-form', `JPEG with ${components} colours`);
  const names = components === 3 ? String.fromCharCode(body[6] ?? 0, body[9] ?? 0, body[12] ?? 0) : '';
  return { width, height, components, namedRgb: names === 'RGB' };
}

const begins = (body: Uint8Array, text: string) => Buffer.from(body.subarray(0, text.length)).toString('latin1') === text;

/** What a segment adds to what is known. */
function said(marker: number, body: Uint8Array, { resolution }: Pick<JpegFacts, 'resolution'>): Partial<JpegFacts> {
  if (marker === 0xee && begins(body, 'Adobe') && body.length >= 12) return { adobeTransform: body[11] };
  if (marker === 0xe0 && begins(body, 'JFIF\0') && body.length >= 12) {
    const factor = { 1: 1, 2: 2.54 }[body[7] ?? 0];
    const at = (index: number) => ((body[index] ?? 0) * 256 + (body[index + 1] ?? 0)) * (factor ?? 0);
    return at(8) > 0 && at(10) > 0 ? { resolution: { x: at(8), y: at(10) } } : {};
  }
  if (marker !== 0xe1 || !begins(body, 'Exif\0\0')) return {};
  const exif = exifFacts(body.slice(6));
  return { ...exif, resolution: resolution ?? exif.resolution };
}

/** How the picture is to be turned. What cannot be read says nothing: the picture is whole without it, and is seen before it is filed. */
export function exifFacts(exif: Uint8Array): Pick<JpegFacts, 'orientation' | 'resolution'> {
  try {
    const [ifd] = readIfds(exif).directories;
    const factor = (ifd?.number(296) ?? 2) === 3 ? 2.54 : 1;
    const [x, y] = [(ifd?.number(282) ?? 0) * factor, (ifd?.number(283) ?? 0) * factor];
    return {
      orientation: asOrientation(ifd?.number(274)),
      resolution: x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined,
    };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return { orientation: 1, resolution: undefined };
  }
}

/** The JPEG as a page; its bytes go on as they are. @throws ScanError */
export function jpegPage(file: Uint8Array): ScannedPage {
  const { width, height, components, namedRgb, adobeTransform, resolution, orientation, end } = jpegFacts(file);
  const picture: Picture = {
    ...{ width, height, bits: 8, filter: 'DCTDecode', bytes: file.subarray(0, end) },
    colours: components === 1 ? 'DeviceGray' : components === 3 ? 'DeviceRGB' : 'DeviceCMYK',
    // Readers of PDF take three colours for YCbCr where nothing says otherwise.
    ...(namedRgb && adobeTransform === undefined ? { parameters: { ColorTransform: 0 } } : {}),
    // Adobe's programs write ink the other way round, and say so by their marker alone.
    ...(components === 4 && adobeTransform !== undefined ? { inverted: true } : {}),
  };
  return { width, height, resolution, orientation, pieces: [{ x: 0, y: 0, picture }] };
}

/** A JPEG of a strip whose tables lie apart (TIFF's technical note 2): they go where they are read before it. */
export function joinTables(tables: Uint8Array, strip: Uint8Array): Uint8Array {
  const isWhole = (one: Uint8Array) => one.length > 4 && one[0] === 0xff && one[1] === startOfImage;
  if (!isWhole(tables) || !isWhole(strip)) throw new ScanError('skadad', 'tables of a JPEG');
  return Buffer.concat([tables.subarray(0, -2), strip.subarray(2)]);
}
