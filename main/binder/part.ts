import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { arrayIn, asDict, dictIn, inherited, isString, name, numberAt, textOf, treeEntries, wordOf } from './objects.ts';
import type { PdfFile } from './read-pdf.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** A page of a document: its reference, its dictionary and what it takes over from the nodes above it. */
export type SourcePage = { ref: PDFRef; dict: PDFDict };

/** More pages than this in one document is no document of a case. */
const mostPages = 20_000;
const takenOver = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/**
 * The pages of a document in order.
 * @throws UnreadablePdf when the tree of pages is not whole: a bundle that lacks a page would look complete
 */
export function pagesOf({ context, root }: PdfFile): SourcePage[] {
  const pages: SourcePage[] = [];
  const seen = new Set<PDFObject>();
  const top = root.get(name('Pages'));
  const waiting: PDFObject[] = top ? [top] : [];
  let said: number | undefined;
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const node = asDict(context.lookup(ref));
    if (!node || !(ref instanceof PDFRef) || seen.has(ref)) throw new UnreadablePdf('a page is missing');
    seen.add(ref);
    const kids = arrayIn(node, 'Kids');
    if (!kids) {
      pages.push({ ref, dict: node });
      if (pages.length > mostPages) throw new UnreadablePdf('too many pages');
      continue;
    }
    said ??= numberAt(node, 'Count');
    for (const kid of kids.asArray().toReversed()) waiting.push(kid);
  }
  if (pages.length === 0) throw new UnreadablePdf('no pages');
  if (said !== undefined && said !== pages.length) throw new UnreadablePdf(`says ${said} pages, has ${pages.length}`);
  return pages;
}

/** What a page takes over from above, as it stands there. A page without a MediaBox has no size. */
export function attributesOf({ dict }: SourcePage): [PDFName, PDFObject][] {
  return takenOver.flatMap((key): [PDFName, PDFObject][] => {
    const seen = new Set<PDFDict>();
    for (let node: PDFDict | undefined = dict; node && !seen.has(node); node = dictIn(node, 'Parent')) {
      seen.add(node);
      const value = node.get(name(key));
      if (value) return [[name(key), value]];
    }
    return [];
  });
}

/** What names stand for: places in the document (ISO 32000-1, 12.3.2.3). */
export function namedPlaces({ context, root }: PdfFile): Map<string, PDFArray> {
  const places = new Map<string, PDFArray>();
  const keep = (key: string, value: PDFObject | undefined) => {
    const found = context.lookup(value);
    const place = found instanceof PDFDict ? found.lookup(name('D')) : found;
    if (place instanceof PDFArray) places.set(key, place);
  };
  for (const [key, value] of dictIn(root, 'Dests')?.entries() ?? []) keep(wordOf(key), value);
  const names = dictIn(root, 'Names');
  for (const [key, value] of treeEntries(names && dictIn(names, 'Dests'), 'Names')) if (isString(key)) keep(textOf(key), value);
  return places;
}

/** The files that lie inside the document, by name, with their specification. */
export function attachmentsOf({ context, root }: PdfFile): { called: string; spec: PDFObject }[] {
  const names = dictIn(root, 'Names');
  return [...treeEntries(names && dictIn(names, 'EmbeddedFiles'), 'Names')].flatMap(([key, spec]) => {
    const file = asDict(context.lookup(spec));
    if (!file) return [];
    return [{ called: fileName(file) ?? (isString(key) ? textOf(key) : 'utan namn'), spec }];
  });
}

/** The name in a file specification. */
export function fileName(spec: PDFDict): string | undefined {
  for (const key of ['UF', 'F']) {
    const value = spec.lookup(name(key));
    if (isString(value)) return textOf(value);
  }
  return undefined;
}

/** The type of a form field that a widget shows: Tx, Btn, Ch or Sig. */
export const fieldType = (widget: PDFDict): string | undefined => {
  const type = inherited(widget, 'FT');
  return type instanceof PDFName ? wordOf(type) : undefined;
};

/** A page's rotation in degrees: 0, 90, 180 or 270. */
export function rotationOf(page: PDFDict): number {
  const value = inherited(page, 'Rotate');
  return value instanceof PDFNumber ? (((Math.round(value.asNumber() / 90) * 90) % 360) + 360) % 360 : 0;
}
