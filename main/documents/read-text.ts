import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { type Operand, operations } from './content-stream.ts';

/** A font as a reader of text needs it: what its codes stand for, and how wide they are, in thousandths. */
type Font = { letters: Map<number, string>; widths: Map<number, number>; width: number };

/**
 * What a PDF says in the order of its tags, how many pages it has, and which have text beyond the margin to the right or over the paper's
 * other edges, or text on other text.
 */
type ReadText = { text: string; pages: number; beyondMargin: number[]; overlapping: number[] };

/**
 * Reads the text back of a PDF that Typst has made: from the bytes, by its fonts' tables of letters and `ActualText`, in the order that its
 * tree of tags gives. What is marked as repeated (heads and feet) is left out. Of other PDFs it understands the least part.
 * @param margin points from the paper's edge to the right
 * @throws Error for what it does not understand, and for text that is neither tagged nor repeated
 */
export async function readText(bytes: Uint8Array, margin: number): Promise<ReadText> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<PDFDict, Font>();
  const pages = document.getPages().map((page) => ({ ref: page.ref, ...readPage(page, fonts, margin) }));
  const tagged = new Map(pages.map(({ ref, tagged: own }) => [ref.toString(), own]));
  const text = inTagOrder(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict), tagged);
  const numbers = (of: (page: PageText) => boolean) => pages.flatMap((page, n) => (of(page) ? [n + 1] : []));
  return { text, pages: pages.length, beyondMargin: numbers(({ over }) => over), overlapping: numbers(({ overlaps }) => overlaps) };
}

/** The text of each piece of marked content, by its number on its page. */
type Tagged = Map<number, string>;

/** ISO 32000-1, 14.7.2 and 14.7.4.2. Each piece is taken once: one that is in the tree twice, or never, is a fault. */
function inTagOrder(root: PDFDict, tagged: Map<string, Tagged>): string {
  const parts: string[] = [];
  const take = (page: PDFObject | undefined, mcid: number) => {
    const own = tagged.get(String(page));
    const text = own?.get(mcid);
    if (text === undefined) throw new Error('a tag that names no content, or content that is named twice');
    own?.delete(mcid);
    parts.push(text);
  };
  const walk = (node: PDFObject | undefined, page: PDFObject | undefined): void => {
    const kid = node instanceof PDFRef ? root.context.lookup(node) : node;
    if (kid instanceof PDFArray) for (const one of kid.asArray()) walk(one, page);
    else if (kid instanceof PDFNumber) take(page, kid.asNumber());
    else if (kid instanceof PDFDict) {
      const own = kid.get(PDFName.of('Pg')) ?? page;
      const mcid = kid.get(PDFName.of('MCID'));
      if (mcid instanceof PDFNumber) take(own, mcid.asNumber());
      else walk(kid.get(PDFName.of('K')), own);
    }
  };
  walk(root.get(PDFName.of('K')), undefined);
  if ([...tagged.values()].some((own) => [...own.values()].some((text) => text.trim() !== ''))) throw new Error('text that no tag names');
  return parts.join('');
}

/** Points that a letter's own edge may stand outside its place. */
const slack = 1;

type Matrix = [number, number, number, number, number, number];
type Mark = { artifact: boolean; mcid: number | undefined; actual: string | undefined; reversed: boolean; text: string };

type PageText = { tagged: Tagged; over: boolean; overlaps: boolean };

function readPage(page: PDFPage, known: Map<PDFDict, Font>, margin: number): PageText {
  const fonts = fontsOf(page, known);
  const edge = page.getWidth() - margin + slack;
  const height = page.getHeight();
  const marks: Mark[] = [{ artifact: false, mcid: undefined, actual: undefined, reversed: false, text: '' }];
  const tagged: Tagged = new Map();
  const saved: Matrix[] = [];
  let place: Matrix = [1, 0, 0, 1, 0, 0];
  let textPlace = 0;
  let size = 0;
  let font: Font | undefined;
  let over = false;
  const lines = new Map<number, Stretch[]>();

  const show = (operand: Operand | undefined) => {
    if (!font) throw new Error('text without a font');
    const from = place[4] + textPlace * place[0];
    let letter = false;
    for (const part of Array.isArray(operand) ? operand : [operand]) {
      if (typeof part === 'number') textPlace -= (part * size) / 1000;
      else if (typeof part === 'object' && 'string' in part) {
        for (let at = 0; at < part.string.length; at += 2) {
          const code = (part.string.charCodeAt(at) << 8) | part.string.charCodeAt(at + 1);
          const letters = font.letters.get(code) ?? '';
          last(marks).text += letters;
          textPlace += ((font.widths.get(code) ?? font.width) * size) / 1000;
          const isOff = place[4] + textPlace * place[0] > edge || place[4] < 0 || place[5] < 0 || place[5] > height;
          // Marks stand on the letter before them.
          if (/[^\p{M}\s]/u.test(letters)) letter = true;
          if (letters.trim() !== '' && isOff) over = true;
        }
      }
    }
    if (!letter) return;
    const stretch = { from, to: place[4] + textPlace * place[0] };
    const line = lines.get(Math.round(place[5]));
    if (line) line.push(stretch);
    else lines.set(Math.round(place[5]), [stretch]);
  };
  const close = () => {
    const mark = marks.pop();
    if (!mark || marks.length === 0) throw new Error('marked content that ends without having begun');
    const text = mark.actual ?? (mark.reversed ? [...mark.text].reverse().join('') : mark.text);
    if (mark.mcid !== undefined) tagged.set(mark.mcid, text);
    else if (!mark.artifact) last(marks).text += text;
  };

  for (const { operator, operands } of operations(contentOf(page))) {
    switch (operator) {
      case 'q':
        saved.push(place);
        break;
      case 'Q':
        place = saved.pop() ?? place;
        break;
      case 'cm':
        place = times(operands as Matrix, place);
        break;
      case 'BT':
        textPlace = 0;
        break;
      case 'Tf':
        font = fonts.get((operands[0] as { name: string }).name);
        size = Number(operands[1]);
        break;
      case 'Tm':
        textPlace = Number(operands[4]);
        break;
      case 'Tj':
      case 'TJ':
        show(operands[0]);
        break;
      case 'BMC':
      case 'BDC':
        marks.push(markOf(operands));
        break;
      case 'EMC':
        close();
        break;
      case 'Td':
      case 'TD':
      case 'T*':
      case "'":
      case '"':
        throw new Error(`the operator ${operator}, which Typst does not use`);
    }
  }
  if (marks.length !== 1) throw new Error('marked content that does not end');
  if (last(marks).text.trim() !== '') throw new Error('text that is neither tagged nor repeated');
  return { tagged, over, overlaps: [...lines.values()].some(areOnEachOther) };
}

/** From where to where on its line a piece of text stands. */
type Stretch = { from: number; to: number };

/** Columns whose text is too wide for them lie on the next one's. */
function areOnEachOther(line: Stretch[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  return line
    .toSorted((a, b) => a.from - b.from)
    .some(({ from, to }) => {
      const isOn = from < end - slack;
      end = Math.max(end, to);
      return isOn;
    });
}

const last = (marks: Mark[]): Mark => marks[marks.length - 1] as Mark;

function markOf([tag, properties]: Operand[]): Mark {
  const name = (tag as { name: string }).name;
  const { ActualText: actual, MCID: mcid } = Object.fromEntries(properties instanceof Map ? properties : []);
  return {
    artifact: name === 'Artifact',
    mcid: typeof mcid === 'number' ? mcid : undefined,
    reversed: name === 'ReversedChars',
    actual: typeof actual === 'object' && 'string' in actual ? textString(actual.string) : undefined,
    text: '',
  };
}

/** A text string (ISO 32000-1, 7.9.2.2): two bytes a letter after a mark, or one byte a letter. */
const textString = (bytes: string): string => (bytes.startsWith('\xfe\xff') ? utf16(bytes.slice(2)) : bytes);
const utf16 = (bytes: string): string => Buffer.from(bytes, 'latin1').swap16().toString('utf16le');

/** a before b. */
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams.map((stream) => (stream instanceof PDFRawStream ? decoded(stream) : '')).join('\n');
}
const decoded = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

function fontsOf(page: PDFPage, known: Map<PDFDict, Font>): Map<string, Font> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return new Map(
    (fonts?.keys() ?? []).map((key) => {
      const dictionary = fonts?.lookup(key, PDFDict) as PDFDict;
      const font = known.get(dictionary) ?? readFont(dictionary);
      known.set(dictionary, font);
      return [key.decodeText(), font];
    }),
  );
}

function readFont(dictionary: PDFDict): Font {
  const table = dictionary.lookup(PDFName.of('ToUnicode'));
  if (!(table instanceof PDFRawStream)) throw new Error('a font without a table of its letters');
  const descendant = dictionary.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  return {
    letters: readLetters(decoded(table)),
    widths: readWidths(descendant.lookupMaybe(PDFName.of('W'), PDFArray)),
    width: descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000,
  };
}

/** ISO 32000-1, 9.10.3 */
function readLetters(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  const hex = '<\\s*([0-9A-Fa-f]+)\\s*>';
  for (const [, section = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of section.matchAll(new RegExp(`${hex}\\s*${hex}`, 'g')))
      letters.set(Number.parseInt(code, 16), utf16(Buffer.from(text, 'hex').toString('latin1')));
  }
  if (cmap.includes('beginbfrange')) throw new Error('a table of letters by ranges, which Typst does not make');
  return letters;
}

/** ISO 32000-1, 9.7.4.3 */
function readWidths(array: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  const items = array?.asArray() ?? [];
  for (let n = 0; n < items.length; ) {
    const first = (items[n] as PDFNumber).asNumber();
    const next = array?.lookup(n + 1);
    if (next instanceof PDFArray) {
      for (const [i, width] of next.asArray().entries()) widths.set(first + i, (width as PDFNumber).asNumber());
      n += 2;
    } else {
      for (let code = first; code <= (next as PDFNumber).asNumber(); code += 1) widths.set(code, (items[n + 2] as PDFNumber).asNumber());
      n += 3;
    }
  }
  return widths;
}
