import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNull, PDFNumber, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import { asDict, inherited, isNull, isString, name, wordOf } from './objects.ts';
import { contentsOf } from './page-numbers.ts';
import { boxOf } from './page-space.ts';
import { rotationOf } from './part.ts';
import { decoded } from './read-pdf.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** A page of a file, and what on it is not to be counted: content streams before and after its own, and the font that goes with them. */
export type ComparedPage = { context: PDFContext; page: PDFDict; before: number; after: number; font: PDFRef | null };

const mostLevels = 300;
/** How a stream is stored, not what is in it. */
const storage = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);
/** Keys of the tag tree are others in the bundle. */
const ofTags = new Set(['StructParent', 'StructParents']);

/**
 * Compares pages of two files by what they show: sizes, rotation, contents and all that these use, whatever is compressed in one and not in
 * the other. Remembers what it has found the same, for the pages that share it.
 */
export class PageComparison {
  private readonly same = new Map<PDFRef, PDFRef>();
  /** Whether each stream must be whole, and not only the same: what pages draw always must. */
  private readonly whole: boolean;
  private readonly seenWhole = new Set<PDFRawStream>();

  constructor(whole: boolean) {
    this.whole = whole;
  }

  /** @throws UnreadablePdf for a stream that cannot be decompressed, where it must be */
  equal(one: ComparedPage, other: ComparedPage): boolean {
    return sizeOf(one) === sizeOf(other) && this.equalContents(one, other) && this.equalResources(one, other);
  }

  private equalContents(one: ComparedPage, other: ComparedPage): boolean {
    const [own, others] = [ownContents(one), ownContents(other)];
    if (
      own.length === others.length &&
      own.every((stream, at) => this.equalStreams(stream, others[at] as PDFRawStream, one.context, other.context, 0))
    ) {
      if (!this.whole) for (const stream of own) this.mustBeWhole(stream);
      return true;
    }
    return Buffer.concat(own.flatMap(lines)).equals(Buffer.concat(others.flatMap(lines)));
  }

  /** Two readers show as far as a damaged stream goes, and agree. Pages may share one. */
  private mustBeWhole(stream: PDFRawStream): void {
    // Some programs say that nothing at all is compressed.
    if (stream.contents.length === 0 || this.seenWhole.has(stream)) return;
    decoded(stream);
    this.seenWhole.add(stream);
  }

  private equalResources(one: ComparedPage, other: ComparedPage): boolean {
    const [own, others] = [resourcesOf(one), resourcesOf(other)];
    if (own.size !== others.size) return false;
    for (const [key, value] of own) {
      const counterpart = others.get(key);
      if (!counterpart || !this.equalValues(value, counterpart, one.context, other.context, 0)) return false;
    }
    return true;
  }

  private equalValues(one: PDFObject, other: PDFObject, from: PDFContext, to: PDFContext, level: number): boolean {
    if (level > mostLevels) throw new UnreadablePdf('nested too deep');
    if (one instanceof PDFRef && other instanceof PDFRef) {
      if (this.same.get(one) === other) return true;
      // Taken for the same while it is looked into: what goes in a circle is the same when all on its way is.
      this.same.set(one, other);
      const equal = this.equalValues(from.lookup(one) ?? PDFNull, to.lookup(other) ?? PDFNull, from, to, level + 1);
      if (!equal) this.same.delete(one);
      return equal;
    }
    if (one instanceof PDFRef) return this.equalValues(from.lookup(one) ?? PDFNull, other, from, to, level + 1);
    if (other instanceof PDFRef) return this.equalValues(one, to.lookup(other) ?? PDFNull, from, to, level + 1);
    if (one instanceof PDFNumber) return other instanceof PDFNumber && Math.abs(one.asNumber() - other.asNumber()) < 0.001;
    if (isString(one)) return isString(other) && Buffer.from(one.asBytes()).equals(other.asBytes());
    if (one instanceof PDFArray) {
      if (!(other instanceof PDFArray) || one.size() !== other.size()) return false;
      const others = other.asArray();
      return one.asArray().every((value, at) => this.equalValues(value, others[at] ?? PDFNull, from, to, level + 1));
    }
    if (one instanceof PDFDict) return other instanceof PDFDict && this.equalDicts(one, other, from, to, level, ofTags);
    if (one instanceof PDFRawStream) return other instanceof PDFRawStream && this.equalStreams(one, other, from, to, level);
    return one === other || (!(one instanceof PDFName) && String(one) === String(other));
  }

  private equalDicts(one: PDFDict, other: PDFDict, from: PDFContext, to: PDFContext, level: number, without: ReadonlySet<string>): boolean {
    const entries = (dict: PDFDict, context: PDFContext) =>
      dict.entries().filter(([key, value]) => !without.has(wordOf(key)) && !ofTags.has(wordOf(key)) && !isNull(context.lookup(value)));
    const own = entries(one, from);
    if (own.length !== entries(other, to).length) return false;
    return own.every(([key, value]) => {
      const counterpart = other.get(key);
      return counterpart !== undefined && this.equalValues(value, counterpart, from, to, level + 1);
    });
  }

  private equalStreams(one: PDFRawStream, other: PDFRawStream, from: PDFContext, to: PDFContext, level: number): boolean {
    if (!this.equalDicts(one.dict, other.dict, from, to, level, storage)) return false;
    const alike = Buffer.from(one.contents.buffer, one.contents.byteOffset, one.contents.byteLength).equals(other.contents);
    const stored = ['Filter', 'DecodeParms'].every((key) =>
      this.equalValues(one.dict.get(name(key)) ?? PDFNull, other.dict.get(name(key)) ?? PDFNull, from, to, level + 1),
    );
    if (alike && stored && !this.whole) return true;
    return Buffer.from(decoded(one)).equals(decoded(other));
  }
}

const sizeOf = ({ page }: ComparedPage): string => {
  const media = boxAt(page, 'MediaBox');
  const crop = boxAt(page, 'CropBox') ?? media;
  const rounded = [media, crop].map((box) => box?.map((one) => Math.round(one * 100) / 100).join(' '));
  return [...rounded, rotationOf(page)].join();
};

/** A box of the page's own, or the one it takes over. */
function boxAt(page: PDFDict, key: string): number[] | undefined {
  const above = inherited(page, key);
  if (!above) return undefined;
  const holder = PDFDict.withContext(page.context);
  holder.set(name(key), above);
  return boxOf(holder, key);
}

const ownContents = ({ context, page, before, after }: ComparedPage): PDFRawStream[] => {
  const all = contentsOf(context, page).map(({ stream }) => stream);
  return all.slice(before, all.length - after);
};
const lines = (stream: PDFRawStream): Uint8Array[] => [decoded(stream), Buffer.from('\n')];

/** What a page uses, by its kind and its name. */
function resourcesOf({ context, page, font }: ComparedPage): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  for (const [kind, value] of asDict(inherited(page, 'Resources'))?.entries() ?? []) {
    if (kind === name('ProcSet')) continue;
    for (const [key, entry] of asDict(context.lookup(value))?.entries() ?? []) if (entry !== font) found.set(`${kind}${key}`, entry);
  }
  return found;
}
