import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  type PDFString,
} from 'pdf-lib';
import { arrayIn, asDict, dictIn, isString, name, nameAt, refsIn, textOf, wordOf } from './objects.ts';
import { attributesOf, namedPlaces, type SourcePage } from './part.ts';
import type { PdfFile } from './read-pdf.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** Lists whose members may go: what is not taken along leaves no hole in them. */
const lists = new Set(['Annots', 'Kids', 'Fields', 'K', 'OCGs', 'Order', 'ON', 'OFF', 'Locked', 'CO', 'AF']);
/**
 * Actions that run something, or send or fetch it (ISO 32000-1, 12.6.4, and Adobe's supplement to it). A bundle is made to be sent on, in the name
 * of whoever binds it.
 */
const running = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Rendition', 'RichMediaExecute']);
/** Where a link to another document of the bundle goes; undefined when that is not in it. */
export type ElsewhereInBundle = (document: string, place: PDFObject | undefined) => PDFArray | undefined;

/**
 * Takes the objects of one document over into the bundle. An object is taken when something that is taken names it, once; a page that is not
 * chosen, and the old tree of pages, are never taken, so what led to them leads nowhere. Names of places are made into the places
 * themselves: two documents may use one name.
 */
export class PartCopier {
  readonly file: PdfFile;
  /** All pages of the document, and which of them, from 0, are in the bundle, in its order. */
  readonly pages: SourcePage[];
  readonly chosen: readonly number[];
  /** The chosen pages in the bundle, in order. */
  readonly bound: PDFRef[];
  /** What is added to the keys of the tag tree so that they are the bundle's; null leaves tags out. */
  tagOffset: number | null = null;
  /** References of a repaired file that lead nowhere: something is lost. */
  dangling = 0;
  elsewhere: ElsewhereInBundle = () => undefined;
  /** Stands before every id of a tag, and where tables name their headers: two documents may use one id. */
  idPrefix = '';
  private readonly context: PDFContext;
  private readonly taken = new Map<PDFRef, PDFRef | null>();
  private readonly waiting: [PDFRef, PDFRef][] = [];
  private readonly places: Map<string, PDFArray>;
  private readonly boundPages: Set<PDFRef>;

  constructor({ file, pages, chosen }: Pick<PartCopier, 'file' | 'pages' | 'chosen'>, context: PDFContext) {
    this.file = file;
    this.context = context;
    this.pages = pages;
    this.chosen = chosen;
    this.places = namedPlaces(file);
    this.bound = this.chosen.map(() => context.nextRef());
    this.boundPages = new Set(this.bound);
    const root = file.trailer.get(name('Root'));
    if (root instanceof PDFRef) this.taken.set(root, null);
    this.leaveTree();
    for (const { ref } of this.pages) this.taken.set(ref, null);
    for (const [order, index] of this.chosen.entries()) {
      const ref = this.pages[index]?.ref;
      // A page that is chosen twice is linked to where it stands first.
      if (ref && !this.taken.get(ref)) this.taken.set(ref, this.bound[order] ?? null);
    }
    const inBundle = new Set(this.chosen);
    const kept = new Set(this.chosen.flatMap((index) => this.annotations(index)));
    for (const index of this.pages.keys()) {
      if (!inBundle.has(index))
        for (const annotation of this.annotations(index)) if (!kept.has(annotation)) this.taken.set(annotation, null);
    }
  }

  private annotations(index: number): PDFRef[] {
    const page = this.pages[index];
    return page ? refsIn(arrayIn(page.dict, 'Annots')) : [];
  }

  private leaveTree(): void {
    const waiting = [this.file.root.get(name('Pages'))];
    for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
      if (!(ref instanceof PDFRef) || this.taken.has(ref)) continue;
      const node = asDict(this.file.context.lookup(ref));
      const kids = node && arrayIn(node, 'Kids');
      if (!kids) continue;
      this.taken.set(ref, null);
      waiting.push(...kids.asArray());
    }
  }

  /** Whether the object is in the bundle, or will be. */
  has(ref: PDFRef): boolean {
    return Boolean(this.taken.get(ref));
  }

  /** Puts another object of the bundle in the place of one of the document. */
  replace(ref: PDFRef, by: PDFRef | null): void {
    this.taken.set(ref, by);
  }

  /** Takes the chosen pages, and all that hangs on them. */
  copyPages(parent: PDFRef): void {
    const twice = new Set<number>();
    for (const [order, index] of this.chosen.entries()) {
      const page = this.pages[index];
      const bound = this.bound[order];
      if (!page || !bound) throw new UnreadablePdf('a page is missing');
      const dict = PDFDict.withContext(this.context);
      for (const [key, value] of [...page.dict.entries(), ...attributesOf(page)]) {
        const word = wordOf(key);
        if (word === 'Parent' || word === 'B' || word === 'AA' || (word === 'StructParents' && twice.has(index))) continue;
        // The second copy of a page has no annotations of its own: a field would be there twice.
        if (word === 'Annots' && twice.has(index)) continue;
        const copied = this.copy(value, word);
        if (copied) this.setIn(dict, key, copied, page.dict);
      }
      dict.set(name('Type'), name('Page'));
      dict.set(name('Parent'), parent);
      this.context.assign(bound, dict);
      twice.add(index);
    }
    this.drain();
  }

  /** A value in the bundle, or undefined when it stands for something that is not taken along. Call `drain` afterwards. */
  copy(value: PDFObject, key = '', depth = 0): PDFObject | undefined {
    if (depth > 450) throw new UnreadablePdf('nested too deep');
    if (value instanceof PDFRef) return this.copyRef(value);
    if (value instanceof PDFArray) return this.copyArray(value, key, depth);
    if (value instanceof PDFDict) return this.copyDict(value, depth);
    return value;
  }

  /** Until nothing waits. */
  drain(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const [from, to] = next;
      const value = this.file.context.lookup(from);
      if (value instanceof PDFRawStream) {
        const dict = this.copyDict(value.dict, 0) ?? PDFDict.withContext(this.context);
        this.context.assign(to, PDFRawStream.of(dict, value.contents));
      } else this.context.assign(to, (value && this.copy(value)) ?? PDFNull);
    }
  }

  private copyRef(ref: PDFRef): PDFRef | undefined {
    const known = this.taken.get(ref);
    if (known !== undefined) return known ?? undefined;
    const value = this.file.context.lookup(ref);
    if (value === undefined || value === PDFNull) {
      this.dangling++;
      return undefined;
    }
    if (value instanceof PDFDict && this.isLeft(value)) {
      this.taken.set(ref, null);
      return undefined;
    }
    const to = this.context.nextRef();
    this.taken.set(ref, to);
    this.waiting.push([ref, to]);
    return to;
  }

  /** A link to nowhere in the bundle, when it is an annotation of its own. */
  private isLeft(dict: PDFDict): boolean {
    if (nameAt(dict, 'Subtype') !== 'Link') return false;
    const action = dictIn(dict, 'A');
    const place = action && nameAt(action, 'S') === 'GoTo' ? action.lookup(name('D')) : dict.lookup(name('Dest'));
    return Boolean(place) && this.place(place) === undefined;
  }

  private copyArray(array: PDFArray, key: string, depth: number): PDFArray {
    const copied = PDFArray.withContext(this.context);
    for (const value of array.asArray()) {
      const one = this.copy(value, key, depth + 1);
      if (one) copied.push(one);
      else if (!lists.has(key)) copied.push(PDFNull);
    }
    return copied;
  }

  private copyDict(dict: PDFDict, depth: number): PDFDict | undefined {
    const copied = PDFDict.withContext(this.context);
    const action = this.copyLinkAction(dict);
    if (action !== undefined) return action ?? undefined;
    for (const [key, value] of dict.entries()) {
      const word = wordOf(key);
      const one = this.copy(value, word, depth + 1);
      if (one) this.setIn(copied, key, one, dict);
    }
    return copied;
  }

  private setIn(target: PDFDict, key: PDFName, copied: PDFObject, source: PDFDict): void {
    const word = wordOf(key);
    if (word === 'StructParent' || word === 'StructParents') {
      const number = source.lookup(key);
      if (this.tagOffset !== null && number instanceof PDFNumber) target.set(key, PDFNumber.of(number.asNumber() + this.tagOffset));
    } else if (word === 'ID' && isString(copied) && source.get(name('P')) && source.get(name('S'))) {
      target.set(key, this.prefixed(copied));
    } else if (word === 'Headers' && copied instanceof PDFArray) {
      target.set(key, this.context.obj(copied.asArray().map((one) => (isString(one) ? this.prefixed(one) : one))));
    } else if (word === 'Dest') {
      const place = this.place(source.lookup(key));
      if (place) target.set(key, place);
    } else target.set(key, copied);
  }

  /** An id of a tag as it is in the bundle. */
  prefixed(id: PDFString | PDFHexString): PDFHexString {
    return PDFHexString.of(Buffer.concat([Buffer.from(this.idPrefix, 'latin1'), id.asBytes()]).toString('hex'));
  }

  /** An action that leads to a place in the bundle: the action, null when the place is not there, undefined when it is no such action. */
  private copyLinkAction(dict: PDFDict): PDFDict | null | undefined {
    const kind = dict.lookup(name('S'));
    if (kind === name('GoTo') && dict.get(name('D'))) return this.action(this.place(dict.lookup(name('D')))) ?? null;
    if (kind === name('GoToR') || kind === name('Launch')) {
      const file = dict.lookup(name('F'));
      const spec = file instanceof PDFDict ? (file.lookup(name('UF')) ?? file.lookup(name('F'))) : file;
      const action = isString(spec) ? this.action(this.elsewhere(textOf(spec), dict.lookup(name('D')))) : undefined;
      if (action || kind === name('GoToR')) return action;
    }
    if (kind instanceof PDFName && running.has(wordOf(kind))) return null;
    if (kind === name('URI')) {
      const uri = dict.lookup(name('URI'));
      return isString(uri) ? this.action(this.elsewhere(fromUri(textOf(uri)), undefined)) : undefined;
    }
    return undefined;
  }

  private action(place: PDFArray | undefined): PDFDict | undefined {
    if (!place) return undefined;
    const action: PDFDict = this.context.obj({ S: 'GoTo' });
    action.set(name('D'), place);
    return action;
  }

  /** A place of this document as it is in the bundle; undefined when its page is not there. A number counts the pages from 0. */
  place(value: PDFObject | undefined): PDFArray | undefined {
    const array = value instanceof PDFName ? this.places.get(wordOf(value)) : isString(value) ? this.places.get(textOf(value)) : value;
    const found = array instanceof PDFDict ? array.lookup(name('D')) : array;
    if (!(found instanceof PDFArray) || found.size() === 0) return undefined;
    const first = found.get(0);
    const ref = first instanceof PDFNumber ? this.pages[first.asNumber()]?.ref : first;
    const page = ref instanceof PDFRef ? this.taken.get(ref) : undefined;
    if (!page || !this.boundPages.has(page)) return undefined;
    const place = PDFArray.withContext(this.context);
    place.push(page);
    for (const rest of found.asArray().slice(1)) place.push(rest);
    return place;
  }
}

/** The file that a relative address names; an address with a scheme of its own names none. */
const fromUri = (uri: string): string => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri)) return '';
  try {
    return decodeURIComponent(uri.replace(/[?#].*$/s, ''));
  } catch {
    return '';
  }
};
