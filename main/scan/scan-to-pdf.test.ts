import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { ScanError } from './scan-error.ts';
import { scanToPdf } from './scan-to-pdf.ts';
import { drawn, pageCount } from './testing/drawn.ts';
import { fields, greys, letter, type Pixel, png, type Raster, rowsOf, scan, tiff, turned } from './testing/pictures.ts';

const grey = ([value]: Pixel) => [value];
const bit = ([value]: Pixel) => [value === 0 ? 0 : 1];
const rgb = (pixel: Pixel) => pixel;
const inch = [
  [282, 4, 72],
  [283, 4, 72],
] as const;
/** TIFF has resolutions as fractions only; what this one says is read as well. */
const tagsOf = ({ width, height }: Raster, more: readonly (readonly [number, 3 | 4, ...number[]])[]) =>
  [[256, 3, width], [257, 3, height], ...inch, ...more] as unknown as Parameters<typeof tiff>[0];
/** The entry of each page of a little-endian file that tells in which order bits lie. */
const fillOrder = (file: Uint8Array): Uint8Array[] => {
  const found: Uint8Array[] = [];
  for (let at = file.indexOf(10); at !== -1; at = file.indexOf(10, at + 1))
    if (Buffer.from(file.subarray(at, at + 8)).equals(Buffer.from([10, 1, 3, 0, 1, 0, 0, 0]))) found.push(file.subarray(at, at + 12));
  return found;
};
const perMetre = Uint8Array.from([0, 0, 0x0b, 0x13, 0, 0, 0x0b, 0x13, 1]);

/** Each pixel within so many steps of the picture's. */
function expectLike(found: Raster | undefined, picture: Raster, within = 0): void {
  expect({ width: found?.width, height: found?.height }).toEqual({ width: picture.width, height: picture.height });
  const off: string[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const [one, other] = [found?.at(x, y) ?? [], picture.at(x, y)];
      if (other.some((value, of) => Math.abs(value - (one[of] ?? -999)) > within)) off.push(`${x},${y}: ${one} for ${other}`);
    }
  }
  expect(off.slice(0, 5)).toEqual([]);
}
const bytesOf = async (file: Uint8Array, title = 'Inskannat') => (await scanToPdf(file, title)).bytes;
const pagesOf = async (file: Uint8Array) => drawn(await bytesOf(file));

describe('SKAN-01 FORB-50: what a scanner wrote is a PDF that shows the same', () => {
  it.each([
    ['g4.tif', letter, 0],
    ['g4-strips-lsb-blackiszero.tif', letter, 0],
    ['g3-1d.tif', letter, 0],
    ['g3-2d-fill-strips.tif', letter, 0],
    ['packbits.tif', letter, 0],
    ['lzw-predicted.tif', fields, 0],
    ['lzw-planes-be.tif', fields, 0],
    ['zip-tiles.tif', fields, 0],
    ['jpeg-ycbcr.tif', fields, 6],
    ['jpeg-rgb-tiles.tif', fields, 6],
    ['jpeg-grey.tif', greys, 6],
    ['colour.jpg', fields, 6],
    ['progressive.jpg', fields, 6],
    ['grey.jpg', greys, 6],
  ] as const)('%s', async (name, picture, within) => {
    const pages = await pagesOf(scan(name));
    expect(pages).toHaveLength(1);
    expectLike(pages[0], picture, within);
  });

  it('a TIFF of several pages of different kinds', async () => {
    const pages = await pagesOf(scan('three-pages.tif'));
    expect(pages).toHaveLength(3);
    expectLike(pages[0], letter);
    expectLike(pages[1], fields);
    expectLike(pages[2], greys, 6);
  });

  it('JPEG in a TIFF whose other bits would lie the other way round', async () => {
    const file = scan('jpeg-grey.tif');
    fillOrder(file).at(-1)?.set([2], 8);
    expectLike((await pagesOf(file))[0], greys, 6);
  });

  it('a small copy of a page, as they were told of before TIFF 6.0, is no page', async () => {
    const file = scan('three-pages.tif');
    // SubfileType, reduced resolution.
    fillOrder(file)[1]?.set([255, 0, 3, 0, 1, 0, 0, 0, 2]);
    const pages = await pagesOf(file);
    expect(pages).toHaveLength(2);
    expectLike(pages[1], greys, 6);
  });

  it('a JPEG whose colours are called R, G and B says so to readers of PDF', async () => {
    const pdf = await bytesOf(scan('rgb-names.jpg'));
    expect(await pageCount(pdf)).toBe(1);
    expect(Buffer.from(pdf).includes('/ColorTransform 0')).toBe(true);
    expect(Buffer.from(await bytesOf(scan('colour.jpg'))).includes('/ColorTransform')).toBe(false);
  });

  it('fax in one dimension without ends of lines, each row from a byte of its own', async () => {
    // White 16 is 101010; white 4 is 1011, black 8 is 000101 (ITU-T T.4, tables 2 and 3).
    const row = (bits: string) =>
      bits
        .padEnd(16, '0')
        .match(/.{8}/g)
        ?.map((byte) => Number.parseInt(byte, 2)) ?? [];
    const strip = Uint8Array.from([0b10101000, ...row('10110001011011'), 0b10101000]);
    const picture: Raster = { width: 16, height: 3, at: (x, y) => (y === 1 && x >= 4 && x < 12 ? [0, 0, 0] : [255, 255, 255]) };
    const pages = await pagesOf(
      tiff(
        tagsOf(picture, [
          [258, 3, 1],
          [259, 3, 2],
          [262, 3, 0],
          [277, 3, 1],
          [278, 3, 3],
        ]),
        strip,
      ),
    );
    expectLike(pages[0], picture);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turned as the TIFF says: %i', async (orientation) => {
    const strip = deflateSync(rowsOf(letter, 1, bit));
    const pages = await pagesOf(
      tiff(
        tagsOf(letter, [
          [258, 3, 1],
          [259, 3, 8],
          [262, 3, 1],
          [274, 3, orientation],
          [277, 3, 1],
        ]),
        strip,
      ),
    );
    expectLike(pages[0], turned(letter, orientation));
  });

  it.each([1, 6, 8, 3])('turned as the camera says: %i', async (orientation) => {
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff([[274, 3, orientation]], new Uint8Array(2))]);
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    const jpeg = scan('grey.jpg');
    const pages = await pagesOf(Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]));
    expectLike(pages[0], turned(greys, orientation), 6);
  });

  it.each([
    ['two values', 1, 1, bit, letter],
    ['grey', 8, 1, grey, greys],
    ['colours of 8 bits', 8, 3, rgb, fields],
    ['colours of 16 bits', 16, 3, (pixel: Pixel) => pixel.map((value) => ((value & 0xff) << 8) | value), fields],
  ] as const)('unpacked TIFF: %s', async (_, bits, samples, values, picture) => {
    const rows = rowsOf(picture, bits, values);
    // The file has its low byte first.
    const strip = bits === 16 ? rows.map((__, at) => rows[at ^ 1] ?? 0) : rows;
    const given = [
      [258, 3, ...Array<number>(samples).fill(bits)],
      [259, 3, 1],
      [262, 3, samples === 3 ? 2 : 1],
      [277, 3, samples],
    ] as const;
    expectLike((await pagesOf(tiff(tagsOf(picture, given), strip)))[0], picture, bits === 16 ? 1 : 0);
  });

  it('a TIFF that the paper shines through is on white', async () => {
    const half: Raster = { ...greys, at: (x, y) => greys.at(x, y).map((value) => Math.round(value / 2 + 127.5)) as unknown as Pixel };
    const strip = rowsOf(greys, 8, ([value]) => [value, 128]);
    const pages = await pagesOf(
      tiff(
        tagsOf(greys, [
          [258, 3, 8, 8],
          [259, 3, 1],
          [262, 3, 1],
          [277, 3, 2],
          [338, 3, 2],
        ]),
        strip,
      ),
    );
    expectLike(pages[0], half, 1);
  });

  it('a palette of 16 bits', async () => {
    const colours = [fields.at(0, 0), fields.at(0, 20), fields.at(20, 0), fields.at(40, 0), fields.at(40, 20)];
    const index = (pixel: Pixel) => [colours.findIndex((one) => String(one) === String(pixel))];
    const table = [0, 1, 2].flatMap((of) => Array.from({ length: 16 }, (_, at) => (colours[at]?.[of] ?? 0) * 257));
    const given = [
      [258, 3, 4],
      [259, 3, 1],
      [262, 3, 3],
      [277, 3, 1],
      [320, 3, ...table],
    ] as const;
    expectLike((await pagesOf(tiff(tagsOf(fields, given), rowsOf(fields, 4, index))))[0], fields);
  });

  it.each([
    ['two values', { bits: 1, kind: 0 }, letter, bit],
    ['grey', { bits: 8, kind: 0 }, greys, grey],
    ['colours', { bits: 8, kind: 2 }, fields, rgb],
    ['colours that cover', { bits: 8, kind: 6 }, fields, (pixel: Pixel) => [...pixel, 255]],
    ['grey that covers, 16 bits', { bits: 16, kind: 4 }, greys, ([value]: Pixel) => [value * 257, 65_535]],
  ] as const)('PNG: %s', async (_, kind, picture, values) => {
    const { width, height } = picture;
    const file = png({ width, height, ...kind }, rowsOf(picture, kind.bits, values, 0), { pHYs: perMetre });
    expectLike((await pagesOf(file))[0], picture, kind.bits === 16 ? 1 : 0);
  });

  it('PNG: filters, also where the paper shines through', async () => {
    // Up: each row the difference to the one above.
    const rows = rowsOf(fields, 8, (pixel) => [...pixel, 255]);
    const length = fields.width * 4;
    const up = Array.from({ length: fields.height }, (_, y) => [
      2,
      ...rows.subarray(y * length, (y + 1) * length).map((value, at) => value - (y > 0 ? (rows[(y - 1) * length + at] ?? 0) : 0)),
    ]).flat();
    const file = png({ width: fields.width, height: fields.height, bits: 8, kind: 6 }, Uint8Array.from(up), { pHYs: perMetre });
    expectLike((await pagesOf(file))[0], fields);
  });

  it.each([
    ['two values', 1, 0, letter, bit],
    ['colours', 8, 2, fields, rgb],
  ] as const)('PNG, interlaced: %s', async (_, bits, kind, picture, values) => {
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const;
    const rows = passes.map(([x, y, across, down]) => {
      const [width, height] = [Math.ceil((picture.width - x) / across), Math.ceil((picture.height - y) / down)];
      return rowsOf({ width, height, at: (column, row) => picture.at(x + column * across, y + row * down) }, bits, values, 0);
    });
    const file = png({ width: picture.width, height: picture.height, bits, kind, interlaced: true }, Buffer.concat(rows), {
      pHYs: perMetre,
    });
    expectLike((await pagesOf(file))[0], picture);
  });

  it('PNG: a palette with a colour half there, and a colour that is none', async () => {
    const palette = Uint8Array.from([200, 0, 0, 0, 0, 200]);
    const two: Raster = { width: 16, height: 8, at: (x) => (x < 8 ? [200, 0, 0] : [0, 0, 200]) };
    const half: Raster = { ...two, at: (x) => (x < 8 ? [228, 127, 127] : [0, 0, 200]) };
    const indexes = rowsOf(two, 1, ([red]) => [red > 0 ? 0 : 1], 0);
    const withPalette = png({ width: 16, height: 8, bits: 1, kind: 3 }, indexes, {
      PLTE: palette,
      tRNS: Uint8Array.of(128),
      pHYs: perMetre,
    });
    expectLike((await pagesOf(withPalette))[0], half, 1);
    const none = { tRNS: Uint8Array.of(0, 200, 0, 0, 0, 0), pHYs: perMetre };
    const keyed: Raster = { ...two, at: (x) => (x < 8 ? [255, 255, 255] : [0, 0, 200]) };
    expectLike((await pagesOf(png({ width: 16, height: 8, bits: 8, kind: 2 }, rowsOf(two, 8, rgb, 0), none)))[0], keyed);
  });

  it('ink in four colours goes on as it is', async () => {
    const jpeg = scan('cmyk.jpg');
    const pdf = Buffer.from(await bytesOf(jpeg));
    expect(pdf.includes(Buffer.from(jpeg))).toBe(true);
    expect(await pageCount(pdf)).toBe(1);
  });

  it('as large as on paper; a picture that does not say, or says nonsense, fills an A4', async () => {
    const { width, height } = greys;
    const sizes = async (pixels?: Uint8Array) =>
      (await pagesOf(png({ width, height, bits: 8, kind: 0 }, rowsOf(greys, 8, grey, 0), pixels ? { pHYs: pixels } : {}))).map((one) => [
        one.width,
        one.height,
      ]);
    // 48 pixels at 144 an inch are 24 points.
    expect(await sizes(Uint8Array.from([0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1]))).toEqual([[24, 16]]);
    expect(await sizes()).toEqual([[842, 561]]);
    expect(await sizes(Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 1]))).toEqual([[842, 561]]);
  });

  it('a PDF stays as it is', async () => {
    const pdf = await bytesOf(scan('three-pages.tif'));
    expect(await scanToPdf(pdf, 'Annat')).toEqual({ bytes: pdf, sidor: 3 });
    const padded = Buffer.concat([pdf, new Uint8Array(4096)]);
    expect(await scanToPdf(padded, 'Annat')).toEqual({ bytes: padded, sidor: 3 });
  });

  it('the same file gives the same bytes', async () => {
    expect(Buffer.from(await bytesOf(scan('three-pages.tif'))).equals(await bytesOf(scan('three-pages.tif')))).toBe(true);
  });
});

describe('SKAN-01: what cannot be kept whole is refused', () => {
  const codeOf = (file: Uint8Array) =>
    scanToPdf(file, 'Inskannat').then(
      () => 'taken',
      (error) => (error instanceof ScanError ? error.code : String(error)),
    );
  it.each([
    ['text', Buffer.from('Hej'), 'okant-format'],
    ['nothing', new Uint8Array(), 'okant-format'],
    ['half a JPEG', scan('colour.jpg').subarray(0, 300), 'skadad'],
    ['half a TIFF', scan('zip-tiles.tif').subarray(0, 300), 'skadad'],
    ['half a PNG', png({ width: 48, height: 32, bits: 8, kind: 0 }, rowsOf(greys, 8, grey, 0)).subarray(0, 80), 'skadad'],
    ['a PNG with rows missing', png({ width: 48, height: 33, bits: 8, kind: 0 }, rowsOf(greys, 8, grey, 0)), 'skadad'],
    [
      'a TIFF of a compression nobody knows',
      tiff(
        tagsOf(greys, [
          [258, 3, 8],
          [259, 3, 4242],
          [262, 3, 1],
          [277, 3, 1],
        ]),
        rowsOf(greys, 8, grey),
      ),
      'okand-form',
    ],
    [
      'a page larger than any',
      tiff(
        tagsOf({ ...greys, width: 65_501 }, [
          [258, 3, 1],
          [259, 3, 1],
          [262, 3, 1],
          [277, 3, 1],
        ]),
        new Uint8Array(4),
      ),
      'for-stor',
    ],
  ])('%s', async (_, file, code) => {
    expect(await codeOf(file)).toBe(code);
  });

  it('half a PDF, and one that asks for a password', async () => {
    const pdf = await bytesOf(scan('g4.tif'));
    expect(await codeOf(pdf.subarray(0, -100))).toBe('skadad');
    const locked = await PDFDocument.load(pdf);
    locked.encrypt({ userPassword: 'lösen', ownerPassword: 'x' });
    expect(await codeOf(await locked.save())).toBe('losenord-behovs');
  });

  it('a byte changed anywhere: refused with its reason, or a PDF with as many pages', async () => {
    const files = ['g4.tif', 'three-pages.tif', 'lzw-planes-be.tif', 'zip-tiles.tif', 'jpeg-rgb-tiles.tif', 'progressive.jpg'].map(scan);
    const pngs = [png({ width: 48, height: 32, bits: 8, kind: 0 }, rowsOf(greys, 8, grey, 0))];
    const change = fc.record({
      file: fc.constantFrom(...files, ...pngs),
      changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ file, changes }) => {
        const changed = new Uint8Array(file);
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        try {
          const { bytes, sidor } = await scanToPdf(changed, 'Inskannat');
          expect(await pageCount(bytes)).toBe(sidor);
        } catch (error) {
          expect(error).toBeInstanceOf(ScanError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
