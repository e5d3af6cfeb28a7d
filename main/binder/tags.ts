import { PDFArray, type PDFContext, PDFDict, PDFNumber, type PDFObject, type PDFRef } from 'pdf-lib';
import type { PartCopier } from './copy-part.ts';
import { arrayIn, dictIn, inherited, isString, name, text, textAt, treeEntries } from './objects.ts';

type Tagged = { copier: PartCopier; title: string };
const firstLevel = ['RoleMap', 'ClassMap'];

/** Whether a document says that it is tagged, and is. */
const isTagged = ({ root }: PartCopier['file']): boolean => {
  const mark = dictIn(root, 'MarkInfo');
  return Boolean(mark && inherited(mark, 'Marked')?.toString() === 'true' && dictIn(root, 'StructTreeRoot'));
};

/**
 * The tags of the whole, when every part is tagged and in it with all its pages, each once, and no two parts mean different things by the
 * same role. Otherwise the bundle has none: half a tree leads a screen reader past what is not in it.
 */
export class TagTree {
  readonly root: PDFRef;
  private readonly context: PDFContext;
  private readonly document: PDFRef;
  private readonly kids: PDFRef[] = [];
  private readonly numbers: [number, PDFObject][] = [];
  private readonly ids: [string, PDFObject][] = [];
  private readonly shared = new Map<string, PDFDict>();
  private readonly namespaces: PDFObject[] = [];
  private next = 0;

  private constructor(context: PDFContext) {
    this.context = context;
    this.root = context.nextRef();
    this.document = context.nextRef();
  }

  /** @returns null where the bundle cannot be tagged */
  static of(context: PDFContext, parts: readonly Tagged[]): TagTree | null {
    const whole = parts.every(
      ({ copier }) =>
        isTagged(copier.file) && copier.chosen.length === copier.pages.length && new Set(copier.chosen).size === copier.pages.length,
    );
    if (!whole || disagree(parts)) return null;
    const tree = new TagTree(context);
    for (const [index, { copier }] of parts.entries()) {
      copier.tagOffset = tree.next;
      copier.idPrefix = `${index + 1}.`;
      tree.next += keysOf(copier).reduce((most, key) => Math.max(most, key), -1) + 1;
      const ref = copier.file.root.get(name('StructTreeRoot'));
      if (ref) copier.replace(ref as PDFRef, tree.root);
    }
    return tree;
  }

  /** A key for a page or annotation of the bundle's own. */
  nextKey(): number {
    return this.next++;
  }
  setKey(key: number, value: PDFObject): void {
    this.numbers.push([key, value]);
  }
  /** The cover, which is read first. */
  addCover(title: string, kids: (part: PDFRef) => PDFObject[]): void {
    this.kids.unshift(this.makePart(title, kids));
  }

  /** An element right below the document. */
  private makePart(title: string, kids: (part: PDFRef) => PDFObject[], language?: string): PDFRef {
    const ref = this.context.nextRef();
    const part: PDFDict = this.context.obj({ Type: 'StructElem', S: 'Part', P: this.document, T: text(title) });
    part.set(name('K'), this.context.obj(kids(ref)));
    if (language) part.set(name('Lang'), text(language));
    this.context.assign(ref, part);
    return ref;
  }

  addDocument({ copier, title }: Tagged): void {
    const root = dictIn(copier.file.root, 'StructTreeRoot');
    if (!root) throw new Error('not tagged');
    const part = this.makePart(
      title,
      (ref) => {
        const kids = root.get(name('K'));
        const copied = kids ? copier.copy(kids, 'K') : undefined;
        copier.drain();
        const own = this.context.lookup(copied);
        const list = own instanceof PDFArray ? own.asArray() : copied ? [copied] : [];
        for (const kid of list) {
          const element = this.context.lookup(kid);
          if (element instanceof PDFDict) element.set(name('P'), ref);
        }
        return list;
      },
      textAt(copier.file.root, 'Lang'),
    );
    this.kids.push(part);
    for (const [key, value] of treeEntries(treeOf(copier, 'ParentTree'), 'Nums')) {
      const copied = copier.copy(value);
      if (key instanceof PDFNumber && copied) this.numbers.push([key.asNumber() + (copier.tagOffset ?? 0), copied]);
    }
    for (const [key, value] of treeEntries(treeOf(copier, 'IDTree'), 'Names')) {
      const copied = copier.copy(value);
      if (isString(key) && copied) this.ids.push([copier.prefixed(key).asString(), copied]);
    }
    for (const key of firstLevel) {
      const shared = this.shared.get(key) ?? PDFDict.withContext(this.context);
      for (const [role, value] of dictIn(root, key)?.entries() ?? []) {
        const copied = copier.copy(value);
        if (copied) shared.set(role, copied);
      }
      this.shared.set(key, shared);
    }
    const namespaces = arrayIn(root, 'Namespaces');
    for (const value of namespaces?.asArray() ?? []) {
      const copied = copier.copy(value);
      if (copied) this.namespaces.push(copied);
    }
    copier.drain();
  }

  finish(): void {
    const { context } = this;
    const document: PDFDict = context.obj({ Type: 'StructElem', S: 'Document', P: this.root, K: this.kids });
    context.assign(this.document, document);
    const root: PDFDict = context.obj({ Type: 'StructTreeRoot', K: [this.document], ParentTreeNextKey: this.next });
    const numbers = this.numbers.toSorted(([a], [b]) => a - b).flatMap(([key, value]) => [PDFNumber.of(key), value]);
    root.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })));
    if (this.ids.length > 0) {
      const ids = this.ids
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([key, value]) => [context.obj(Buffer.from(key, 'hex')), value]);
      root.set(name('IDTree'), context.register(context.obj({ Names: ids })));
    }
    for (const [key, value] of this.shared) if (value.keys().length > 0) root.set(name(key), value);
    if (this.namespaces.length > 0) root.set(name('Namespaces'), context.obj(this.namespaces));
    context.assign(this.root, root);
  }
}

const treeOf = ({ file }: PartCopier, key: string): PDFDict | undefined => {
  const root = dictIn(file.root, 'StructTreeRoot');
  return root && dictIn(root, key);
};

/** Whether a document is tagged; reads what of its tags decides whether the bundle is. @throws UnreadablePdf */
export function readTags(part: Tagged): boolean {
  if (!isTagged(part.copier.file)) return false;
  keysOf(part.copier);
  disagree([part]);
  return true;
}

const keysOf = (copier: PartCopier): number[] =>
  [...treeEntries(treeOf(copier, 'ParentTree'), 'Nums')].map(([key]) => (key instanceof PDFNumber ? key.asNumber() : 0));

/** Two parts that mean different things by one role or class. */
function disagree(parts: readonly Tagged[]): boolean {
  const meant = new Map<string, string>();
  return parts.some(({ copier }) =>
    firstLevel.some((key) =>
      (treeOf(copier, key)?.entries() ?? []).some(([role, value]) => {
        const means = String(copier.file.context.lookup(value));
        const before = meant.get(`${key}${role}`);
        meant.set(`${key}${role}`, means);
        return before !== undefined && before !== means;
      }),
    ),
  );
}
