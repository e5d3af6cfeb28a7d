import { createHash } from 'node:crypto';
import { PDFContext, type PDFDict, type PDFObject, PDFRef, PDFString } from 'pdf-lib';
import { chosenPages } from '../../shared/util/sidval.ts';
import { rewrite } from '../qpdf/qpdf.ts';
import { BindError } from './bind-error.ts';
import { PartCopier } from './copy-part.ts';
import { Cover } from './cover.ts';
import { BoundForm, type FormFacts, formFacts } from './form.ts';
import { type Layers, layersOf, makeLayers } from './layers.ts';
import { Lettering } from './lettering.ts';
import { arrayIn, asDict, name, nameAt, refsIn, text, textAt } from './objects.ts';
import { type Bookmark, bookmarksOf, makeOutline } from './outline.ts';
import { after, before, stampNumbers } from './page-numbers.ts';
import { attachmentsOf, fileName, pagesOf } from './part.ts';
import { type PdfFile, readPdf, repairPdf } from './read-pdf.ts';
import { type ComparedPage, PageComparison } from './same-page.ts';
import { countByPdfJs, pagesByPdfJs, type ReadPages, shownByPdfJs } from './second-reader.ts';
import { readTags, TagTree } from './tags.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';
import { writePdf } from './write-pdf.ts';

/** A document to bind. */
export type PdfSource = {
  /** What the user calls it; it stands in errors, and documents that link to it call it so. */
  name: string;
  bytes: Uint8Array;
  password?: string;
  /** Such as "1-3, 5, 8-"; all pages where it is left out. */
  pages?: string;
  /** Its bookmark, and its row in the contents; else its own title or its name. */
  title?: string;
};

export type BindOptions = {
  title?: string;
  /** Of the whole, as BCP 47. */
  language?: string;
  /** A first page with the title and the contents. */
  cover?: boolean;
  pageNumbers?: boolean;
  /** Goes on without documents that cannot be bound. */
  skipBad?: boolean;
};

/** What is to be known of a part of the bundle. */
export type Remark =
  /** Signed: the signature does not hold for the bundle, the original is to be kept beside. */
  | { slag: 'signerad' }
  /** Files inside it, which are inside the bundle too. */
  | { slag: 'bilagor'; namn: string[] }
  /** It opens without a password but restricts what may be done with it. */
  | { slag: 'skydd-mot-andring' }
  | { slag: 'losenord' }
  /** Its tables were wrong; its pages are all there. */
  | { slag: 'lagad' }
  /** So many fields had a value that no page showed. */
  | { slag: 'falt-ritade'; antal: number }
  /** It is tagged for screen readers, and the bundle is not. */
  | { slag: 'taggar-borta' }
  | { slag: 'otaggad' };

export type BoundPart = { name: string; title: string; pages: number; remarks: Remark[] };
export type Bound = {
  bytes: Uint8Array<ArrayBuffer>;
  parts: BoundPart[];
  /** Pages before the first part. */
  coverPages: number;
  tagged: boolean;
  left: { name: string; code: BindError['code'] }[];
};

/** What is under way: reading each document, then writing, then comparing each with another reader. */
export type BindStep = { steg: 'laser' | 'skriver' | 'jamfor'; namn: string; klart: number; av: number };

/** A document that has been opened. */
type Opened = {
  source: PdfSource;
  title: string;
  file: PdfFile;
  password: string | undefined;
  remarks: Remark[];
  repaired: boolean;
  rewritten: boolean;
};

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
  for (const [index, source] of sources.entries()) {
    await onStep({ steg: 'laser', namn: source.name, klart: index, av: sources.length });
    try {
      opened.push(await open(source, false));
    } catch (error) {
      leave(source, error);
    }
  }

  // A part that is found wrong is read the second way; one that is wrong then too is refused. Each round settles at least one part.
  for (;;) {
    if (opened.length === 0) throw new BindError(left[0]?.code ?? 'inga-dokument', left[0]?.name ?? '');
    let readings: Readings | undefined;
    const made = await write(opened, options, onStep, (parts) => {
      readings = new Readings(parts);
    });
    if (made.wrong.length === 0 && readings) made.wrong.push(...(await compare(made.bound, made.parts, readings, options, onStep)));
    const wrong = new Map<Opened, Opened | null>();
    for (const one of made.wrong) {
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
async function open(source: PdfSource, anew: boolean): Promise<Opened> {
  if (!hasHeader(source.bytes)) throw new BindError('inte-pdf', source.name);
  const opened = { source, title: source.title ?? withoutEnding(source.name), password: undefined, remarks: [], repaired: false };
  if (!anew) {
    const file = ifReadable(() => readWhole(source.bytes, readPdf));
    if (file && !isEncrypted(file)) return { ...opened, file, rewritten: false };
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
    return { ...opened, file, password, remarks, rewritten: true };
  }
  const repaired = ifReadable(() => readWhole(source.bytes, repairPdf));
  if (!repaired || isEncrypted(repaired)) throw new BindError('skadad', source.name, result);
  return { ...opened, file: repaired, remarks: [{ slag: 'lagad' }], repaired: true, rewritten: true };
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

type Wrong = { opened: Opened; error: unknown };

/** What of the documents cannot be copied is in `wrong`; then nothing is written. */
async function write(
  opened: readonly Opened[],
  options: BindOptions,
  onStep: (step: BindStep) => void | Promise<void>,
  onParts: (parts: readonly Part[]) => void = () => undefined,
): Promise<{ bound: Omit<Bound, 'left'>; parts: Part[]; wrong: Wrong[] }> {
  const context = PDFContext.create();
  const wrong: Wrong[] = [];
  const bound: Omit<Bound, 'left'> = { bytes: new Uint8Array(), parts: [], coverPages: 0, tagged: false };
  const parts = opened.flatMap((one) => {
    try {
      const choose = (count: number) => {
        const chosen = chosenPages(one.source.pages, count);
        if (!chosen) throw new BindError('sidor-saknas', one.source.name);
        return chosen;
      };
      const copier = new PartCopier(one.file, choose, context);
      const { title } = one;
      return [
        {
          opened: one,
          title,
          copier,
          facts: factsOf(copier, title),
          given: 0,
          bookmarks: [] as Bookmark[],
          layers: undefined as Layers | undefined,
        },
      ];
    } catch (error) {
      wrong.push({ opened: one, error: asWrong(error) });
      return [];
    }
  });
  if (wrong.length === 0) onParts(parts);
  linkTogether(parts);
  const writes = options.cover || options.pageNumbers || parts.some(({ facts }) => facts.form.fields);
  const lettering = writes ? await Lettering.create(context) : null;
  const tree = context.nextRef();
  const tags = TagTree.of(context, parts);
  const form = new BoundForm(context);
  const attached: [string, PDFObject][] = [];
  for (const [index, part] of parts.entries()) {
    await onStep({ steg: 'skriver', namn: part.opened.source.name, klart: index, av: parts.length });
    const { copier } = part;
    try {
      if (part.facts.form.onlyXfa) throw new BindError('formular-xfa', part.opened.source.name);
      copier.copyPages(tree);
      part.given = form.add(copier, part.title, lettering);
      tags?.addDocument(part);
      for (const { called, spec } of attachmentsOf(copier.file)) {
        const copied = copier.copy(spec);
        if (copied) attached.push([called, copied]);
      }
      part.bookmarks = bookmarksOf(context, copier);
      part.layers = layersOf(copier, part.title);
      copier.drain();
      if (part.opened.repaired && copier.dangling > 0) throw new BindError('skadad', part.opened.source.name);
    } catch (error) {
      wrong.push({ opened: part.opened, error: asWrong(error) });
    }
  }
  if (wrong.length > 0) return { bound, parts, wrong };

  const catalog: PDFDict = context.obj({
    Type: 'Catalog',
    Pages: tree,
    PageMode: 'UseOutlines',
    ViewerPreferences: { DisplayDocTitle: true },
  });
  const title = options.title?.normalize('NFC') ?? parts.map((part) => part.title).join(', ');
  const cover =
    options.cover && lettering
      ? new Cover(
          context,
          lettering,
          title,
          parts.map((part) => part.title),
        )
      : null;
  const pages = [...(cover?.refs ?? []), ...parts.flatMap(({ copier }) => copier.bound)];
  if (cover) {
    let next = cover.refs.length + 1;
    const rows = parts.map(({ title: own, copier }) => {
      const row = { title: own, page: next, target: copier.bound[0] ?? tree };
      next += copier.bound.length;
      return row;
    });
    cover.write(tree, rows, tags);
  }
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }));
  if (options.pageNumbers && lettering) stampNumbers(context, pages, lettering);

  catalog.set(name('Outlines'), makeOutline(context, parts));
  const layers = makeLayers(
    context,
    parts.flatMap(({ layers: own }) => own ?? []),
  );
  if (layers) catalog.set(name('OCProperties'), context.register(layers));
  const fields = form.finish();
  if (fields) catalog.set(name('AcroForm'), fields);
  if (attached.length > 0) catalog.set(name('Names'), context.obj({ EmbeddedFiles: attachments(context, attached) }));
  catalog.set(name('Lang'), text(options.language ?? languageOf(parts) ?? 'sv-SE'));
  if (tags) {
    tags.finish();
    catalog.set(name('StructTreeRoot'), tags.root);
    catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  }
  await lettering?.finish();
  const info: PDFDict = context.obj({ Title: text(title), Producer: PDFString.of('Aktnara') });
  const id = context.obj(
    createHash('md5')
      .update(JSON.stringify([title, pages.length, opened.map(({ source }) => digestOf(source.bytes))]))
      .digest(),
  );
  bound.bytes = writePdf(context, context.register(catalog), context.register(info), context.obj([id, id]));
  bound.coverPages = cover?.refs.length ?? 0;
  bound.tagged = tags !== null;
  bound.parts = parts.map((part) => ({
    name: part.opened.source.name,
    title: part.title,
    pages: part.copier.bound.length,
    remarks: remarksOf(part, bound.tagged),
  }));
  return { bound, parts, wrong };
}

type Part = {
  opened: Opened;
  title: string;
  copier: PartCopier;
  facts: Facts;
  /** So many fields were drawn. */
  given: number;
  bookmarks: Bookmark[];
  layers: Layers | undefined;
};

/** What is to be said of a document. Read before anything is written: a document that cannot be read so far is at fault, not the bundle. */
type Facts = { form: FormFacts; attached: string[]; tagged: boolean; language: string | undefined };
const factsOf = (copier: PartCopier, title: string): Facts => ({
  form: formFacts(copier),
  attached: [...new Set([...attachmentsOf(copier.file).map(({ called }) => called), ...attachedToPages(copier)])],
  tagged: readTags({ copier, title }),
  language: textAt(copier.file.root, 'Lang'),
});

/** So many documents are with pdf.js at once, and so many bytes of them beside one that is larger. */
const withPdfJs = { documents: 8, bytes: 32 * 1024 * 1024 };

/** What pdf.js reads of the parts, begun before it is asked for. */
class Readings {
  private readonly parts: readonly Part[];
  private readonly begun = new Map<Part, Promise<ReadPages>>();
  private next = 0;
  private bytes = 0;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
    this.begin();
  }

  take(part: Part): Promise<ReadPages> {
    const reading = this.begun.get(part);
    if (!reading) throw new Error('taken out of order');
    this.begun.delete(part);
    this.bytes -= part.opened.source.bytes.length;
    this.begin();
    return reading;
  }

  private hasRoom(): boolean {
    return this.begun.size === 0 || (this.begun.size < withPdfJs.documents && this.bytes < withPdfJs.bytes);
  }

  private begin(): void {
    for (let part = this.parts[this.next]; part && this.hasRoom(); part = this.parts[this.next]) {
      const { source, password } = part.opened;
      const reading = pagesByPdfJs(source.bytes, password, part.copier.chosen);
      // Awaited in its turn.
      reading.catch(() => undefined);
      this.begun.set(part, reading);
      this.bytes += source.bytes.length;
      this.next++;
    }
  }
}

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
  const wrong: Wrong[] = [];
  let next = bound.coverPages;
  for (const [index, part] of parts.entries()) {
    const { source } = part.opened;
    await onStep({ steg: 'jamfor', namn: source.name, klart: index, av: parts.length });
    const from = next;
    next += part.copier.chosen.length;
    try {
      const read = await readings.take(part);
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
  if ((await countByPdfJs(bound.bytes)) !== next) throw new Error('the bundle has another number of pages than was written');
  return wrong;
}

/** Bound alone, so that nothing is on its pages but its own. @throws when that shows something else than the document does */
async function compareShown({ opened, copier }: Part): Promise<void> {
  const alone = await write([opened], {}, () => undefined);
  if (alone.wrong[0]) throw alone.wrong[0].error;
  const source = await shownByPdfJs(opened.source.bytes, opened.password, copier.chosen);
  const own = await shownByPdfJs(
    alone.bound.bytes,
    undefined,
    copier.chosen.map((_, at) => at),
  );
  if (source.some((page, at) => page !== own[at])) throw new Error('read differently');
}

/** A page with a number on it that is not its own. */
const stamped = (context: PDFContext, page: PDFDict): ComparedPage => {
  const fonts = asDict(asDict(page.lookup(name('Resources')))?.lookup(name('Font')));
  const last = fonts?.entries().at(-1)?.[1];
  return { context, page, before, after, font: last instanceof PDFRef ? last : null };
};

const asWrong = (error: unknown): unknown => {
  if (error instanceof BindError || isReading(error)) return error;
  throw error;
};

/** A fault of the document, not of the program. */
const isReading = (error: unknown): boolean => error instanceof UnreadablePdf || error instanceof RangeError;

/** Links from one document to another of the bundle lead inside it. */
function linkTogether(parts: readonly Part[]): void {
  const byName = new Map(parts.map((part) => [baseName(part.opened.source.name), part]));
  for (const { copier } of parts) {
    copier.elsewhere = (document, place) => {
      const other = document === '' ? undefined : byName.get(baseName(document));
      if (!other) return undefined;
      return other.copier.place(place) ?? (other.copier.bound[0] && copier.file.context.obj([other.copier.bound[0], 'Fit']));
    };
  }
}

function remarksOf({ opened, facts, given }: Part, tagged: boolean): Remark[] {
  const remarks = [...opened.remarks];
  if (facts.form.signed > 0) remarks.push({ slag: 'signerad' });
  if (facts.attached.length > 0) remarks.push({ slag: 'bilagor', namn: facts.attached });
  if (given > 0) remarks.push({ slag: 'falt-ritade', antal: given });
  if (!tagged) remarks.push({ slag: facts.tagged ? 'taggar-borta' : 'otaggad' });
  return remarks;
}

/** Files that hang on a chosen page as a paper clip. */
function attachedToPages({ file, pages, chosen }: PartCopier): string[] {
  return [...new Set(chosen)].flatMap((index) => {
    const page = pages[index];
    return (page ? refsIn(arrayIn(page.dict, 'Annots')) : []).flatMap((ref) => {
      const annotation = asDict(file.context.lookup(ref));
      const spec = annotation && nameAt(annotation, 'Subtype') === 'FileAttachment' ? asDict(annotation.lookup(name('FS'))) : undefined;
      return spec ? [fileName(spec) ?? 'utan namn'] : [];
    });
  });
}

function attachments(context: PDFContext, attached: readonly [string, PDFObject][]): PDFDict {
  const used = new Set<string>();
  const named = attached.map(([called, spec]): [string, PDFObject] => {
    let key = called;
    for (let number = 2; used.has(key); number++) key = `${called} (${number})`;
    used.add(key);
    return [key, spec];
  });
  const names = named.map(([key, spec]): [string, PDFObject, PDFObject] => [
    Buffer.from(text(key).asBytes()).toString('hex'),
    text(key),
    spec,
  ]);
  return context.obj({ Names: names.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, key, spec]) => [key, spec]) });
}

/** The language that all parts say they are in. */
function languageOf(parts: readonly Part[]): string | undefined {
  const all = new Set(parts.map(({ facts }) => facts.language));
  return all.size === 1 ? [...all][0] : undefined;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const baseName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').normalize('NFC').toLowerCase();
const withoutEnding = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.pdf$/i, '').normalize('NFC');

/** Readers look for the header in the first 1,024 bytes (PDF 1.7, annex H.3.4.1); so do we, and no further. */
const hasHeader = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
