import { createHash } from 'node:crypto';
import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import { asDict, inherited, isNull, isString, name } from './objects.ts';
import { contentsOf } from './page-numbers.ts';
import { boxOf } from './page-space.ts';
import { rotationOf } from './part.ts';
import { decoded } from './read-pdf.ts';
import { UnreadablePdf } from './unreadable-pdf.ts';

/** What a page shows, by value: two pages with the same show the same, in whichever file and however compressed. */
export type PageDigest = { size: string; contents: string; resources: Map<string, string> };
/** Content streams of the page that are not to be counted, and the font that goes with them. */
export type Apart = { before: number; after: number; font: PDFRef | null };

const mostLevels = 300;
/** How a stream is stored, not what is in it. */
const storage = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);

/** Takes digests of the pages of one file. */
export class PageDigests {
  private readonly context: PDFContext;
  private readonly known = new Map<PDFRef, string>();
  private readonly underWay = new Set<PDFRef>();

  constructor(context: PDFContext) {
    this.context = context;
  }

  of(page: PDFDict, apart: Apart): PageDigest {
    const media = boxOf(page, 'MediaBox') ?? this.boxAbove(page, 'MediaBox');
    const crop = boxOf(page, 'CropBox') ?? this.boxAbove(page, 'CropBox') ?? media;
    const hash = createHash('sha1');
    const contents = contentsOf(this.context, page);
    for (const { stream } of contents.slice(apart.before, contents.length - apart.after)) hash.update(decoded(stream)).update('\n');
    const resources = new Map<string, string>();
    for (const [kind, value] of asDict(inherited(page, 'Resources'))?.entries() ?? []) {
      if (kind === name('ProcSet')) continue;
      for (const [key, entry] of asDict(this.context.lookup(value))?.entries() ?? [])
        if (entry !== apart.font) resources.set(`${kind}${key}`, this.value(entry, 0));
    }
    return {
      size: [media, crop, rotationOf(page)].map((one) => JSON.stringify(rounded(one))).join(),
      contents: hash.digest('hex'),
      resources,
    };
  }

  private boxAbove(page: PDFDict, key: string): number[] | undefined {
    const above = inherited(page, key);
    if (!above) return undefined;
    const holder = PDFDict.withContext(this.context);
    holder.set(name(key), above);
    return boxOf(holder, key);
  }

  private value(value: PDFObject | undefined, level: number): string {
    if (level > mostLevels) throw new UnreadablePdf('nested too deep');
    if (value instanceof PDFRef) return this.reference(value, level);
    if (isNull(value)) return 'null';
    if (value instanceof PDFNumber) return String(Math.round(value.asNumber() * 1000) / 1000);
    if (value instanceof PDFName) return String(value);
    if (isString(value)) return `(${Buffer.from(value.asBytes()).toString('hex')})`;
    if (value instanceof PDFArray)
      return hashed(
        `[${value
          .asArray()
          .map((one) => this.value(one, level + 1))
          .join(' ')}]`,
      );
    if (value instanceof PDFDict) return hashed(this.entries(value, level, new Set()));
    if (value instanceof PDFRawStream) return this.stream(value, level);
    return String(value);
  }

  private reference(ref: PDFRef, level: number): string {
    const known = this.known.get(ref);
    if (known) return known;
    if (this.underWay.has(ref)) return 'circle';
    this.underWay.add(ref);
    const value = this.value(this.context.lookup(ref), level + 1);
    this.underWay.delete(ref);
    this.known.set(ref, value);
    return value;
  }

  private entries(dict: PDFDict, level: number, without: ReadonlySet<string>): string {
    return (
      dict
        .entries()
        .map(([key, value]): [string, PDFObject] => [key.decodeText(), value])
        // Keys of the tag tree are others in the bundle; what a picture or font is called by its program is not shown.
        .filter(
          ([key, value]) => !without.has(key) && key !== 'StructParent' && key !== 'StructParents' && !isNull(this.context.lookup(value)),
        )
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `${key} ${this.value(value, level + 1)}`)
        .join('|')
    );
  }

  private stream(stream: PDFRawStream, level: number): string {
    const filter = stream.dict.lookup(name('Filter'));
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    const plain = isNull(filter) || (only === PDFName.FlateDecode && isNull(stream.dict.lookup(name('DecodeParms'))));
    const hash = createHash('sha1').update(this.entries(stream.dict, level, plain ? storage : new Set(['Length', 'DL'])));
    return hash
      .update('|')
      .update(plain ? decoded(stream) : stream.contents)
      .digest('hex');
  }
}

const hashed = (value: string): string => (value.length < 80 ? value : createHash('sha1').update(value).digest('hex'));
const rounded = (box: number[] | number | undefined): unknown =>
  Array.isArray(box) ? box.map((one) => Math.round(one * 100) / 100) : (box ?? null);

/** Where two pages differ, or null. */
export function difference(one: PageDigest, other: PageDigest): string | null {
  if (one.size !== other.size) return `size ${one.size} ${other.size}`;
  if (one.contents !== other.contents) return 'contents';
  const keys = new Set([...one.resources.keys(), ...other.resources.keys()]);
  for (const key of keys) if (one.resources.get(key) !== other.resources.get(key)) return `resources ${key}`;
  return null;
}
