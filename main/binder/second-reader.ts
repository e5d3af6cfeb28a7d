import { PDFContext, type PDFDict } from 'pdf-lib';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { name } from './objects.ts';
import { type Apart, type PageDigest, PageDigests } from './page-digest.ts';
import { pagesOf } from './part.ts';
import { readPdf } from './read-pdf.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';
import { writePdf } from './write-pdf.ts';

// pdf.js would start a worker of the browser's; this is one already.
Object.assign(globalThis, { pdfjsWorker });

const quiet = { verbosity: 0, useSystemFonts: false, disableFontFace: true, stopAtErrors: false } as const;
const nothingApart: Apart = { before: 0, after: 0, font: null };

/**
 * The pages of a document as pdf.js reads them: a reader that shares no code with ours. It writes the pages it has read; what they show is
 * compared by value.
 * @param wanted which, from 0
 * @throws UnreadablePdf when pdf.js cannot read it
 */
export async function pagesByPdfJs(
  bytes: Uint8Array,
  password: string | undefined,
  wanted: readonly number[],
): Promise<Map<number, PageDigest>> {
  // Beside a page of our own: alone, pdf.js would write the document as encrypted as it was.
  const task = pdfjs.getDocument({ ...quiet, data: blank() });
  try {
    const document = await task.promise;
    const includePages = [...new Set(wanted)].sort((a, b) => a - b);
    const info = { document: new Uint8Array(bytes), includePages, ...(password === undefined ? {} : { password }) };
    const written = await document.extractPages([{ document: null }, info] as never);
    if (!written) throw new UnreadablePdf('pdf.js cannot read it');
    const file = readPdf(written);
    const pages = pagesOf(file).slice(1);
    if (pages.length !== includePages.length) throw new UnreadablePdf(`pdf.js reads ${pages.length} pages of ${includePages.length}`);
    const digests = new PageDigests(file.context);
    return new Map(includePages.map((index, at) => [index, digests.of((pages[at] as { dict: PDFDict }).dict, nothingApart)]));
  } finally {
    await task.destroy();
  }
}

/** How many pages pdf.js finds in a document. @throws what pdf.js throws */
export async function countByPdfJs(bytes: Uint8Array, password: string | undefined): Promise<number> {
  const task = pdfjs.getDocument({ ...quiet, data: new Uint8Array(bytes), ...(password === undefined ? {} : { password }) });
  try {
    return (await task.promise).numPages;
  } finally {
    await task.destroy();
  }
}

/** What pages say and draw, step by step, as pdf.js would show them: the slow comparison, where two files write the same otherwise. */
export async function shownByPdfJs(bytes: Uint8Array, password: string | undefined, wanted: readonly number[]): Promise<string[]> {
  const task = pdfjs.getDocument({ ...quiet, data: new Uint8Array(bytes), ...(password === undefined ? {} : { password }) });
  try {
    const document = await task.promise;
    const shown: string[] = [];
    for (const index of wanted) {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const said = items.map((item) => ('str' in item ? [item.str, item.transform, item.width, item.hasEOL] : []));
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
      const drawn = fnArray.map((operator: number, at: number) => [operator, plain(argsArray[at])]);
      shown.push(JSON.stringify([page.view, page.rotate, said, drawn]));
      page.cleanup();
    }
    return shown;
  } finally {
    await task.destroy();
  }
}

/** Arguments without the names that pdf.js makes up for each file it opens. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return /^(g_d|img_|d)\d+/.test(value) ? '' : value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !/(Name|Id|ref|dataLen)$/i.test(key))
        .map(([key, one]) => [key, plain(one)]),
    );
  return value;
};

let made: Uint8Array | undefined;
function blank(): Uint8Array {
  if (!made) {
    const context = PDFContext.create();
    const pages = context.nextRef();
    const page = context.register(context.obj({ Type: 'Page', Parent: pages, MediaBox: [0, 0, 10, 10] }));
    context.assign(pages, context.obj({ Type: 'Pages', Kids: [page], Count: 1 }));
    const root = context.register(context.obj({ Type: 'Catalog', Pages: pages }));
    const id = context.obj(new Uint8Array(16));
    made = writePdf(context, root, context.register(context.obj({ Producer: name('none') })), context.obj([id, id]));
  }
  return new Uint8Array(made);
}
