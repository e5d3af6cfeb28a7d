import { type PDFContext, type PDFDict, PDFRef } from 'pdf-lib';
import { chosenPages } from '../../shared/util/sidval.ts';
import { rewrite } from '../qpdf/qpdf.ts';
import { BindError } from './bind-error.ts';
import type { BindOptions, BindStep, Bound, PdfSource, Remark } from './bundle.ts';
import { asDict, name } from './objects.ts';
import { withoutPadding } from './padding.ts';
import { after, before } from './page-numbers.ts';
import { pagesOf } from './part.ts';
import { type PdfFile, readPdf, repairPdf } from './read-pdf.ts';
import { type ComparedPage, PageComparison } from './same-page.ts';
import { pagesByPdfJs, placesByPdfJs, type ReadPages, shownByPdfJs } from './second-reader.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';
import { isReading, type Opened, onBorders, type Part, type Wrong, writeBundle } from './write-bundle.ts';

/**
 * Binds PDFs in the order given (BIND-01, BIND-03). All or nothing, unless `skipBad`: a bundle that lacks pages would look complete. Each part is
 * read again out of the bundle and compared with what another reader finds in its document.
 * @param onStep is told before each step; what it throws ends the binding
 * @throws BindError
 */
export async function bindPdfs(
  sources: readonly PdfSource[],
  options: BindOptions = {},
  onStep: (step: BindStep) => void | Promise<void> = () => undefined,
): Promise<Bound> {
  if (sources.length === 0) throw new BindError('inga-dokument', '');
  const left: Bound['left'] = [];
  const leave = (source: PdfSource, error: unknown) => {
    if (!(error instanceof BindError) || error.source !== source.name || !options.skipBad) throw error;
    left.push({ name: source.name, code: error.code });
  };
  let opened: Opened[] = [];
  const readings = new Readings();
  for (const [index, source] of sources.entries()) {
    await onStep({ steg: 'laser', namn: source.name, klart: index, av: sources.length });
    try {
      const one = await open(source, false);
      opened.push(one);
      readings.add(one);
    } catch (error) {
      leave(source, error);
    }
  }

  // A part that is found wrong is read the second way; one that is wrong then too is refused. Each round settles at least one part.
  for (;;) {
    if (opened.length === 0) throw new BindError(left[0]?.code ?? 'inga-dokument', left[0]?.name ?? '');
    for (const one of opened) readings.add(one);
    readings.begin();
    const made = await writeBundle(opened, options, onStep);
    if (made.wrong.length === 0) made.wrong.push(...(await compare(made.bound, made.parts, readings, options, onStep)));
    const wrong = new Map<Opened, Opened | null>();
    for (const one of made.wrong) {
      readings.forget(one.opened);
      try {
        wrong.set(one.opened, await secondWay(one.opened, one.error));
      } catch (error) {
        leave(one.opened.source, error);
        wrong.set(one.opened, null);
      }
    }
    if (wrong.size === 0) return { ...made.bound, left };
    opened = opened.flatMap((one) => (wrong.has(one) ? (wrong.get(one) ?? []) : one));
  }
}

async function secondWay(opened: Opened, error: unknown): Promise<Opened> {
  if (error instanceof BindError) throw error;
  if (opened.rewritten) throw new BindError(error instanceof UnreadablePdf ? 'skadad' : 'lases-olika', opened.source.name, error);
  return open(opened.source, true);
}

/** @param anew by qpdf, or by its objects, at once: the first way has failed */
async function open(given: PdfSource, anew: boolean): Promise<Opened> {
  const source = { ...given, bytes: withoutPadding(given.bytes) };
  if (!hasHeader(source.bytes)) throw new BindError('inte-pdf', source.name);
  const title = source.title ?? withoutEnding(source.name);
  const asOpened = (file: PdfFile, found: Omit<Opened, 'source' | 'title' | 'file' | 'pages' | 'chosen'>): Opened => {
    const pages = pagesOf(file);
    const chosen = chosenPages(source.pages, pages.length);
    if (!chosen) throw new BindError('sidor-saknas', source.name);
    return { source, title, file, pages, chosen, ...found };
  };
  const plain = { password: undefined, remarks: [], repaired: false };
  if (!anew) {
    const file = ifReadable(() => readWhole(source.bytes, readPdf));
    if (file && !isEncrypted(file)) return asOpened(file, { ...plain, rewritten: false });
  }
  let password: string | undefined;
  let result = await rewrite(source.bytes, '');
  if (result.kind === 'password') {
    if (!source.password) throw new BindError('losenord-behovs', source.name);
    // Composed first: å is written by some programs as a and a ring.
    for (const form of ['NFC', 'NFD'] as const) {
      password = source.password.normalize(form);
      result = await rewrite(source.bytes, password);
      if (result.kind !== 'password') break;
    }
    if (result.kind === 'password') throw new BindError('fel-losenord', source.name);
  }
  if (result.kind === 'ok') {
    const { bytes } = result;
    const file = ifReadable(() => readWhole(bytes, readPdf));
    if (!file) throw new BindError('skadad', source.name);
    const restricted = password === undefined && ifReadable(() => isEncrypted(readPdf(source.bytes)));
    const remarks: Remark[] = password !== undefined ? [{ slag: 'losenord' }] : restricted ? [{ slag: 'skydd-mot-andring' }] : [];
    return asOpened(file, { ...plain, password, remarks, rewritten: true });
  }
  const repaired = ifReadable(() => readWhole(source.bytes, repairPdf));
  if (!repaired || isEncrypted(repaired)) throw new BindError('skadad', source.name, result);
  return asOpened(repaired, { ...plain, remarks: [{ slag: 'lagad' }], repaired: true, rewritten: true });
}

const isEncrypted = ({ trailer }: PdfFile): boolean => Boolean(trailer.get(name('Encrypt')));

/** Read so far that its pages are known. */
function readWhole(bytes: Uint8Array, read: (bytes: Uint8Array) => PdfFile): PdfFile {
  const file = read(bytes);
  if (!isEncrypted(file)) pagesOf(file);
  return file;
}

/** Null where the document is at fault. */
function ifReadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isReading(error)) return null;
    throw error;
  }
}

/** So many bytes of documents are with pdf.js, or read by it and not yet compared, beside one that is larger. */
const aheadBytes = 32 * 1024 * 1024;
/** So many documents are read together, when none has more bytes than this. */
const together = { documents: 10, bytesEach: 512 * 1024 };

/** What pdf.js reads of the documents, begun when they are opened: it reads while we copy. */
class Readings {
  private readonly begun = new Map<Opened, Promise<ReadPages>>();
  private readonly waiting = new Set<Opened>();
  private bytes = 0;

  /** Has it read, unless it is so already. In this order they are taken. */
  add(opened: Opened): void {
    if (this.begun.has(opened)) return;
    this.waiting.add(opened);
    if (!isSmall(opened) || this.waiting.size >= together.documents) this.begin();
  }

  take(opened: Opened): Promise<ReadPages> {
    while (this.waiting.has(opened)) this.beginNext();
    const reading = this.begun.get(opened);
    if (!reading) throw new Error('taken twice');
    this.forget(opened);
    this.begin();
    return reading;
  }

  /** It is read in another way, or not at all. */
  forget(opened: Opened): void {
    this.waiting.delete(opened);
    if (this.begun.delete(opened)) this.bytes -= opened.source.bytes.length;
  }

  /** Of those that wait, as many as there is room for. */
  begin(): void {
    while (this.waiting.size > 0 && this.bytes < aheadBytes) this.beginNext();
  }

  private beginNext(): void {
    const next: Opened[] = [];
    for (const opened of this.waiting) {
      if (next.length > 0 && !(isSmall(opened) && next.every(isSmall))) break;
      next.push(opened);
      if (next.length === together.documents) break;
    }
    const readings = pagesByPdfJs(next.map(({ source: { bytes }, password, chosen }) => ({ bytes, password, wanted: chosen })));
    for (const [at, opened] of next.entries()) {
      const reading = readings[at] as Promise<ReadPages>;
      // Awaited in its turn.
      reading.catch(() => undefined);
      this.waiting.delete(opened);
      this.begun.set(opened, reading);
      this.bytes += opened.source.bytes.length;
    }
  }
}
const isSmall = ({ source, password }: Opened) => source.bytes.length <= together.bytesEach && password === undefined;

/** Reads the bundle again, and each document by pdf.js, and compares page by page. */
async function compare(
  bound: Omit<Bound, 'left'>,
  parts: readonly Part[],
  readings: Readings,
  options: BindOptions,
  onStep: (step: BindStep) => void | Promise<void>,
): Promise<Wrong[]> {
  const file = readPdf(bound.bytes);
  const pages = pagesOf(file);
  const borders = onBorders(pages.length);
  const found = placesByPdfJs(bound.bytes, borders);
  // Awaited at the end.
  found.catch(() => undefined);
  const wrong: Wrong[] = [];
  let next = bound.coverPages;
  for (const [index, part] of parts.entries()) {
    const { source } = part.opened;
    await onStep({ steg: 'jamfor', namn: source.name, klart: index, av: parts.length });
    const from = next;
    next += part.copier.chosen.length;
    try {
      const read = await readings.take(part.opened);
      // In a repaired file each stream is to be whole.
      const comparison = new PageComparison(part.opened.repaired);
      const same = part.copier.chosen.every((chosen, at) => {
        const page = pages[from + at]?.dict;
        const other = read.get(chosen);
        return (
          page &&
          other &&
          comparison.equal(options.pageNumbers ? stamped(file.context, page) : { ...other, context: file.context, page }, other)
        );
      });
      if (same) continue;
      await compareShown(part);
    } catch (error) {
      wrong.push({ opened: part.opened, error });
    }
  }
  const { pages: count, objects } = await found;
  const isSame = count === next && pages.length === next && borders.every((index, at) => objects[at] === pages[index]?.ref.objectNumber);
  if (!isSame) throw new Error('the bundle has other pages than were written');
  return wrong;
}

/** Bound alone, so that nothing is on its pages but its own. @throws when that shows something else than the document does */
async function compareShown({ opened, copier }: Part): Promise<void> {
  const alone = await writeBundle([opened], {}, () => undefined);
  if (alone.wrong[0]) throw alone.wrong[0].error;
  const source = await shownByPdfJs({ bytes: opened.source.bytes, password: opened.password, wanted: copier.chosen });
  const own = await shownByPdfJs({ bytes: alone.bound.bytes, password: undefined, wanted: copier.chosen.map((_, at) => at) });
  if (source.some((page, at) => page !== own[at])) throw new Error('read differently');
}

/** A page with a number on it that is not its own. */
const stamped = (context: PDFContext, page: PDFDict): ComparedPage => {
  const fonts = asDict(asDict(page.lookup(name('Resources')))?.lookup(name('Font')));
  const last = fonts?.entries().at(-1)?.[1];
  return { context, page, before, after, font: last instanceof PDFRef ? last : null };
};

const withoutEnding = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.pdf$/i, '').normalize('NFC');

/** Readers look for the header in the first 1,024 bytes (PDF 1.7, annex H.3.4.1); so do we, and no further. */
const hasHeader = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
