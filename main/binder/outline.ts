import { type PDFContext, type PDFDict, PDFNumber, PDFRef } from 'pdf-lib';
import type { PartCopier } from './copy-part.ts';
import { dictIn, isString, name, nameAt, numberAt, text } from './objects.ts';

/** A bookmark: what it is called, where it leads, what stands below it. */
export type Bookmark = { dict: PDFDict; below: Bookmark[]; open: boolean };
/** Bookmarks below each other, and in all, that we follow: more is a circle or no document. */
const deepest = 50;
const most = 50_000;

/** One bookmark a part, with the part's own below it. @returns the reference of the outline */
export function makeOutline(context: PDFContext, parts: readonly { title: string; copier: PartCopier; bookmarks: Bookmark[] }[]): PDFRef {
  const tops = parts.map(({ title, copier, bookmarks }): Bookmark => {
    const dict: PDFDict = context.obj({ Title: text(title) });
    const first = copier.bound[0];
    if (first) dict.set(name('Dest'), context.obj([first, 'Fit']));
    return { dict, below: bookmarks, open: false };
  });
  const root: PDFDict = context.obj({ Type: 'Outlines' });
  const ref = context.register(root);
  link(context, root, ref, tops);
  return ref;
}

/** The document's own bookmarks; one that leads to a page that is not taken along stays where others stand below it. */
export function bookmarksOf(context: PDFContext, copier: PartCopier): Bookmark[] {
  let left = most;
  const seen = new Set<PDFDict>();
  const read = (first: PDFDict | undefined, depth: number): Bookmark[] => {
    const found: Bookmark[] = [];
    for (let item = first; item && !seen.has(item) && depth < deepest && left > 0; item = dictIn(item, 'Next')) {
      seen.add(item);
      left--;
      const below = read(dictIn(item, 'First'), depth + 1);
      const dict = copyItem(context, copier, item);
      if (dict && (below.length > 0 || dict.get(name('Dest')) || dict.get(name('A'))))
        found.push({ dict, below, open: (numberAt(item, 'Count') ?? 0) > 0 });
    }
    return found;
  };
  const outlines = dictIn(copier.file.root, 'Outlines');
  const found = read(outlines && dictIn(outlines, 'First'), 0);
  copier.drain();
  return found;
}

function copyItem(context: PDFContext, copier: PartCopier, item: PDFDict): PDFDict | undefined {
  const title = item.lookup(name('Title'));
  if (!isString(title)) return undefined;
  const dict: PDFDict = context.obj({ Title: title });
  const action = dictIn(item, 'A');
  const kind = action && nameAt(action, 'S');
  const place = copier.place(kind === 'GoTo' ? action?.lookup(name('D')) : item.lookup(name('Dest')));
  if (place) dict.set(name('Dest'), place);
  else if (action && (kind === 'URI' || kind === 'Named' || kind === 'GoToR')) {
    const copied = copier.copy(action);
    if (copied) dict.set(name('A'), copied);
  }
  for (const key of ['C', 'F']) {
    const value = item.lookup(name(key));
    const copied = value && copier.copy(value);
    if (copied) dict.set(name(key), copied);
  }
  return dict;
}

/** @returns how many bookmarks are seen when the node is open */
function link(context: PDFContext, parent: PDFDict, parentRef: PDFRef, items: readonly Bookmark[]): number {
  const refs = items.map(({ dict }) => context.register(dict));
  let seen = items.length;
  for (const [index, { dict, below, open }] of items.entries()) {
    dict.set(name('Parent'), parentRef);
    const [before, after, own] = [refs[index - 1], refs[index + 1], refs[index]];
    if (before) dict.set(name('Prev'), before);
    if (after) dict.set(name('Next'), after);
    if (below.length === 0 || !own) continue;
    const inside = link(context, dict, own, below);
    dict.set(name('Count'), PDFNumber.of(open ? inside : -inside));
    if (open) seen += inside;
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (first instanceof PDFRef && last) {
    parent.set(name('First'), first);
    parent.set(name('Last'), last);
    parent.set(name('Count'), PDFNumber.of(seen));
  }
  return seen;
}
