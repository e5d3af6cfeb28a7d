import { PDFArray, type PDFContext, PDFDict, PDFRawStream, PDFRef } from 'pdf-lib';
import { fontName, type Lettering } from './lettering.ts';
import { dictIn, name } from './objects.ts';
import { seenOf } from './page-space.ts';
import { ObjectReader } from './parse-object.ts';
import { decoded } from './read-pdf.ts';

const size = 9;
const margin = 24;

/** How many content streams `stampNumbers` has put before and after a page's own. */
export const before = 1;
export const after = 1;

/** Writes "Sida 3 av 12" at the lower right of every page, upright as the page is held. For a screen reader it is no part of the text. */
export function stampNumbers(context: PDFContext, pages: readonly PDFRef[], lettering: Lettering): void {
  const begin = context.register(PDFRawStream.of(context.obj({}), Buffer.from('q\n')));
  for (const [index, ref] of pages.entries()) {
    const page = context.lookup(ref, PDFDict);
    const words = `Sida ${index + 1} av ${pages.length}`;
    const { width, matrix } = seenOf(page);
    const font = addFont(context, page, lettering.ref);
    const own = contentsOf(context, page);
    const ends = 'Q\n'.repeat(openStates(own));
    const place = matrix(Math.max(2, width - margin - lettering.width(words, size)), margin * 0.75);
    const stamp = `\n${ends}/Artifact BMC\nq BT 0 g /${font} ${size} Tf ${place} Tm ${lettering.encode(words)} Tj ET Q\nEMC\n`;
    const end = context.register(PDFRawStream.of(context.obj({}), Buffer.from(stamp, 'latin1')));
    page.set(name('Contents'), context.obj([begin, ...own.map(({ ref }) => ref), end]));
  }
}

type Content = { ref: PDFRef; stream: PDFRawStream };

/** A page's content streams in order. */
export function contentsOf(context: PDFContext, page: PDFDict): Content[] {
  const raw = page.get(name('Contents'));
  const value = context.lookup(raw);
  const refs = value instanceof PDFArray ? value.asArray() : raw ? [raw] : [];
  return refs.flatMap((ref) => {
    const stream = context.lookup(ref);
    return ref instanceof PDFRef && stream instanceof PDFRawStream ? [{ ref, stream }] : [];
  });
}

/** How many graphics states are open where the page's own content ends, the one it was put into among them. */
function openStates(contents: readonly Content[]): number {
  const bytes = Buffer.concat(contents.flatMap(({ stream }) => [decoded(stream), Buffer.from('\n')]));
  let open = 1;
  for (const word of operators(bytes)) {
    if (word === 'q') open++;
    else if (word === 'Q') open = Math.max(0, open - 1);
  }
  return open;
}

/** The operators of a content stream; strings, names and the bytes of pictures are passed over. */
function* operators(bytes: Buffer): Generator<string> {
  const reader = new ObjectReader(bytes, undefined as unknown as PDFContext);
  while (reader.at < bytes.length) {
    reader.skip();
    const byte = bytes[reader.at];
    if (byte === undefined) return;
    const character = String.fromCharCode(byte);
    if (character === '(' || character === '<' || character === '[' || character === '/') {
      try {
        reader.object();
      } catch {
        reader.at++;
      }
      continue;
    }
    const word = /^[^\s()<>[\]{}/%]+/.exec(bytes.toString('latin1', reader.at, reader.at + 64))?.[0];
    if (!word) {
      reader.at++;
      continue;
    }
    reader.at += word.length;
    if (word === 'ID') reader.at = endOfPicture(bytes, reader.at);
    yield word;
  }
}

function endOfPicture(bytes: Buffer, from: number): number {
  const found = /\sEI(?=\s|$)/.exec(bytes.toString('latin1', from));
  return found ? from + found.index + found[0].length : bytes.length;
}

/** Gives the page a copy of its resources, which may be others' too, with the font in it. @returns what the font is called there */
function addFont(context: PDFContext, page: PDFDict, font: PDFRef): string {
  const resources = clone(context, dictIn(page, 'Resources'));
  const fonts = clone(context, dictIn(resources, 'Font'));
  let called = fontName;
  for (let number = 2; fonts.get(name(called)); number++) called = `${fontName}${number}`;
  fonts.set(name(called), font);
  resources.set(name('Font'), fonts);
  page.set(name('Resources'), resources);
  return called;
}

function clone(context: PDFContext, dict: PDFDict | undefined): PDFDict {
  const copy = PDFDict.withContext(context);
  for (const [key, value] of dict?.entries() ?? []) copy.set(key, value);
  return copy;
}
