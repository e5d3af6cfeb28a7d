import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import type { Orientation, Picture, ScannedPage } from './scanned-page.ts';

/** Points. */
const a4 = { short: 595.28, long: 841.89 } as const;
/** A sheet larger than an A3 with something to spare is no scan: a camera's 72 points an inch say nothing of the paper. */
const largest = 1.1 * 1190.55;

/**
 * A PDF of scanned pages, each as large as it was on paper, turned as its file says. The same pages give the same bytes.
 * @param title as readers of PDF show it
 */
export async function pdfOfPages(pages: readonly ScannedPage[], title: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('sv-SE');
  pdf.setProducer('Aktnära');
  for (const scanned of pages) addPage(pdf, scanned);
  return pdf.save({ addDefaultPage: false });
}

function addPage(pdf: PDFDocument, { pieces, orientation, ...scanned }: ScannedPage): void {
  const { context } = pdf;
  const upright = sizeOf(scanned);
  const isTurned = orientation >= 5;
  const page = pdf.addPage(isTurned ? [upright.height, upright.width] : [upright.width, upright.height]);
  const names = pieces.map(({ picture }, index) => ({ name: `Im${index}`, ref: context.register(imageOf(pdf, picture)) }));
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: Object.fromEntries(names.map(({ name, ref }) => [name, ref])) }));
  const scale = { x: upright.width / scanned.width, y: upright.height / scanned.height };
  const drawn = pieces.map(({ x, y, picture: { width, height } }, index) => {
    const box = [width * scale.x, 0, 0, height * scale.y, x * scale.x, upright.height - (y + height) * scale.y];
    return `q ${box.map(decimal).join(' ')} cm /Im${index} Do Q`;
  });
  const turn = turning[orientation](upright).map(decimal).join(' ');
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream([`${turn} cm`, ...drawn].join('\n'))));
}

const decimal = (value: number) => String(Number(value.toFixed(5)));

/** How the upright picture is laid on the page: EXIF 2.3, tag 274, in the coordinates of PDF. */
const turning: Readonly<Record<Orientation, (size: { width: number; height: number }) => number[]>> = {
  1: () => [1, 0, 0, 1, 0, 0],
  2: ({ width }) => [-1, 0, 0, 1, width, 0],
  3: ({ width, height }) => [-1, 0, 0, -1, width, height],
  4: ({ height }) => [1, 0, 0, -1, 0, height],
  5: ({ width, height }) => [0, -1, -1, 0, height, width],
  6: ({ width }) => [0, -1, 1, 0, 0, width],
  7: () => [0, 1, 1, 0, 0, 0],
  8: ({ height }) => [0, 1, -1, 0, height, 0],
};

/** As large as it says it is; what says nothing, or something no scanner has glass for, fills an A4. */
function sizeOf({ width, height, resolution }: Pick<ScannedPage, 'width' | 'height' | 'resolution'>): { width: number; height: number } {
  const said = resolution && { width: (72 * width) / resolution.x, height: (72 * height) / resolution.y };
  // PDF has no page smaller than three points.
  if (said && Math.max(said.width, said.height) <= largest && Math.min(said.width, said.height) >= 3) return said;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const scale = Math.min(a4.short / short, a4.long / long);
  return { width: Math.max(3, width * scale), height: Math.max(3, height * scale) };
}

function imageOf(pdf: PDFDocument, picture: Picture): PDFRawStream {
  const { context } = pdf;
  const { width, height, bits, colours, filter, parameters, inverted, key, bytes } = picture;
  const components = colours === 'DeviceRGB' ? 3 : colours === 'DeviceCMYK' ? 4 : 1;
  const dict = context.obj({
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: bits, Filter: filter },
    ...(parameters ? { DecodeParms: parameters } : {}),
    ...(inverted ? { Decode: Array.from({ length: components }, () => [1, 0]).flat() } : {}),
    // From and to, of each colour.
    ...(key ? { Mask: key.flatMap((value) => [value, value]) } : {}),
  });
  dict.set(PDFName.of('ColorSpace'), typeof colours === 'string' ? PDFName.of(colours) : indexed(pdf, colours.palette));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  return PDFRawStream.of(dict, bytes);
}

function indexed(pdf: PDFDocument, palette: Uint8Array): PDFArray {
  const space = PDFArray.withContext(pdf.context);
  space.push(PDFName.of('Indexed'));
  space.push(PDFName.of('DeviceRGB'));
  space.push(PDFNumber.of(palette.length / 3 - 1));
  space.push(PDFHexString.of(Buffer.from(palette).toString('hex')));
  return space;
}
