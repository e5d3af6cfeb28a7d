import { createHash } from 'node:crypto';
import { PDFContext, PDFDict, type PDFObject, type PDFRef, PDFString } from 'pdf-lib';
import { BindError } from './bind-error.ts';
import type { BindOptions, BindStep, Bound, PdfSource, Remark } from './bundle.ts';
import { PartCopier } from './copy-part.ts';
import { Cover } from './cover.ts';
import { BoundForm, type FormFacts, formFacts } from './form.ts';
import { type Layers, layersOf, makeLayers } from './layers.ts';
import { Lettering } from './lettering.ts';
import { arrayIn, asDict, name, nameAt, refsIn, text, textAt } from './objects.ts';
import { type Bookmark, bookmarksOf, makeOutline } from './outline.ts';
import { stampNumbers } from './page-numbers.ts';
import { attachmentsOf, fileName, type SourcePage } from './part.ts';
import type { PdfFile } from './read-pdf.ts';
import { readTags, TagTree } from './tags.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';
import { writePdf } from './write-pdf.ts';

/** A document that has been opened. */
export type Opened = {
  source: PdfSource;
  title: string;
  file: PdfFile;
  /** All its pages, and which of them, from 0, are in the bundle, in its order. */
  pages: SourcePage[];
  chosen: readonly number[];
  password: string | undefined;
  remarks: Remark[];
  repaired: boolean;
  rewritten: boolean;
};

export type Wrong = { opened: Opened; error: unknown };

/** What of the documents cannot be copied is in `wrong`; then nothing is written. */
export async function writeBundle(
  opened: readonly Opened[],
  options: BindOptions,
  onStep: (step: BindStep) => void | Promise<void>,
): Promise<{ bound: Omit<Bound, 'left'>; parts: Part[]; wrong: Wrong[] }> {
  const context = PDFContext.create();
  const wrong: Wrong[] = [];
  const bound: Omit<Bound, 'left'> = { bytes: new Uint8Array(), parts: [], coverPages: 0, tagged: false };
  const parts = opened.flatMap((one) => {
    try {
      const copier = new PartCopier(one, context);
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
  plantTree(context, tree, pages);
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

/** So many pages hang on one node of the tree of pages, where there are more. */
const pagesOnNode = 25;

/** In nodes, so that a reader that looks for one page passes by the others (ISO 32000-1, 7.7.3): pdf.js looks up the last before it shows the first. */
function plantTree(context: PDFContext, tree: PDFRef, pages: readonly PDFRef[]): void {
  const nodes: PDFRef[] = [];
  for (let from = 0; pages.length > pagesOnNode && from < pages.length; from += pagesOnNode) {
    const kids = pages.slice(from, from + pagesOnNode);
    const node = context.register(context.obj({ Type: 'Pages', Parent: tree, Kids: kids, Count: kids.length }));
    for (const kid of kids) context.lookup(kid, PDFDict).set(name('Parent'), node);
    nodes.push(node);
  }
  context.assign(tree, context.obj({ Type: 'Pages', Kids: nodes.length > 0 ? nodes : [...pages], Count: pages.length }));
}

/** The first and the last page of each node: a reader that finds these finds those between. */
export const onBorders = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index).filter(
    (index) => index % pagesOnNode === 0 || (index + 1) % pagesOnNode === 0 || index + 1 === count,
  );

export type Part = {
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

const asWrong = (error: unknown): unknown => {
  if (error instanceof BindError || isReading(error)) return error;
  throw error;
};

/** A fault of the document, not of the program. */
export const isReading = (error: unknown): boolean => error instanceof UnreadablePdf || error instanceof RangeError;

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
