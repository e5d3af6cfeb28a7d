import { type PDFContext, PDFDict, PDFNumber, type PDFObject, PDFRef, PDFStream, PDFString } from 'pdf-lib';
import { giveAppearance, lacksAppearance } from './appearance.ts';
import type { PartCopier } from './copy-part.ts';
import type { Lettering } from './lettering.ts';
import { arrayIn, asDict, dictIn, inherited, isNull, isString, name, refsIn, text, textAt, wordOf } from './objects.ts';
import { fieldType } from './part.ts';

/** What a document's form asks of who binds it. */
export type FormFacts = {
  /** It has fields that may want drawing. */
  fields: boolean;
  signed: number;
  xfa: boolean;
  onlyXfa: boolean;
};

/** Looks at a document's form as it came. */
export function formFacts({ file, pages, chosen }: PartCopier): FormFacts {
  const form = dictIn(file.root, 'AcroForm');
  const xfa = Boolean(form && !isNull(form.lookup(name('XFA'))));
  let signed = 0;
  for (const index of new Set(chosen)) {
    const page = pages[index];
    for (const ref of page ? refsIn(arrayIn(page.dict, 'Annots')) : []) {
      const widget = asDict(file.context.lookup(ref));
      if (widget && fieldType(widget) === 'Sig' && inherited(widget, 'V') instanceof PDFDict) signed++;
    }
  }
  // The signature of the whole document, without a field that shows it on a page taken along.
  const permissions = dictIn(file.root, 'Perms');
  if (signed === 0 && permissions && permissions.keys().length > 0) signed = 1;
  return { fields: Boolean(form), signed, xfa, onlyXfa: xfa && String(file.root.lookup(name('NeedsRendering'))) === 'true' };
}

/** The fields of all parts in one form. */
export class BoundForm {
  private readonly context: PDFContext;
  private readonly fields: PDFRef[] = [];
  private readonly names = new Set<string>();
  private readonly resources: PDFDict;

  constructor(context: PDFContext) {
    this.context = context;
    this.resources = PDFDict.withContext(context);
  }

  /**
   * Takes over a part's fields with their values. Where another part has a field of the same name, the part's fields get its title before
   * their names: fields of one name have one value. A signature is kept as it looks: it does not hold for the bundle.
   * @returns how many fields without an appearance were given one
   */
  add(copier: PartCopier, title: string, lettering: Lettering | null): number {
    const { file } = copier;
    const form = dictIn(file.root, 'AcroForm');
    const widgets = this.widgets(copier);
    for (const { widget, original } of widgets) if (fieldType(original) === 'Sig') freeze(widget);
    if (!form) return 0;

    const roots = refsIn(arrayIn(form, 'Fields')).flatMap((ref) => {
      const copied = copier.copy(ref);
      return copied instanceof PDFRef ? [copied] : [];
    });
    const resources = dictIn(form, 'DR');
    const copiedResources = resources && copier.copy(resources);
    copier.drain();
    const kept = roots.filter((ref) => this.prune(ref, null, 0));
    if (kept.length === 0) return 0;

    for (const ref of kept) {
      const field = this.context.lookup(ref, PDFDict);
      for (const key of ['DA', 'Q']) {
        const value = form.lookup(name(key));
        if (value && !isNull(value) && !field.get(name(key))) field.set(name(key), value);
      }
    }
    if (copiedResources instanceof PDFDict) this.addResources(copiedResources, kept, widgets);
    const always = String(form.lookup(name('NeedAppearances'))) === 'true';
    let given = 0;
    for (const { widget } of widgets) {
      const type = fieldType(widget);
      if (lettering && lacksAppearance(widget, type, always) && giveAppearance(this.context, widget, type, lettering)) given++;
    }
    this.addRoots(kept, title);
    return given;
  }

  finish(): PDFRef | undefined {
    if (this.fields.length === 0) return undefined;
    const form: PDFDict = this.context.obj({ Fields: this.fields });
    if (this.resources.keys().length > 0) form.set(name('DR'), this.resources);
    form.set(name('DA'), PDFString.of('/Helv 0 Tf 0 g'));
    return this.context.register(form);
  }

  private widgets({ file, pages, chosen, bound }: PartCopier): { widget: PDFDict; original: PDFDict }[] {
    const found: { widget: PDFDict; original: PDFDict }[] = [];
    const seen = new Set<PDFDict>();
    for (const [order, index] of chosen.entries()) {
      const page = asDict(this.context.lookup(bound[order]));
      const copied = page && arrayIn(page, 'Annots');
      // What is not taken along is not in the copied list, so the two are matched by what was copied.
      const originals = (arrayIn(pages[index]?.dict ?? PDFDict.withContext(file.context), 'Annots')?.asArray() ?? [])
        .map((one) => asDict(file.context.lookup(one)))
        .filter((one) => one?.get(name('Subtype')) === name('Widget'));
      const widgets = (copied?.asArray() ?? [])
        .map((one) => asDict(this.context.lookup(one)))
        .filter((one) => one?.get(name('Subtype')) === name('Widget'));
      for (const [at, widget] of widgets.entries()) {
        const original = originals[at];
        if (!widget || !original || seen.has(widget)) continue;
        seen.add(widget);
        found.push({ widget, original });
      }
    }
    return found;
  }

  /** Takes away what has no widget left; says whether something is left. */
  private prune(ref: PDFRef, parent: PDFRef | null, depth: number): boolean {
    const field = this.context.lookup(ref);
    if (!(field instanceof PDFDict) || depth > 50) return false;
    const subtype = field.get(name('Subtype'));
    if (subtype && subtype !== name('Widget')) return false;
    if (parent) field.set(name('Parent'), parent);
    const kids = arrayIn(field, 'Kids');
    if (!kids) return subtype === name('Widget');
    const kept = refsIn(kids).filter((kid) => this.prune(kid, ref, depth + 1));
    field.set(name('Kids'), this.context.obj(kept));
    return kept.length > 0;
  }

  private addRoots(roots: readonly PDFRef[], title: string): void {
    const own = roots.map((ref) => textAt(this.context.lookup(ref, PDFDict), 'T') ?? '');
    if (!own.some((one) => this.names.has(one))) {
      for (const one of own) this.names.add(one);
      this.fields.push(...roots);
      return;
    }
    // A full stop parts the names of fields from each other.
    const base = title.replaceAll('.', ' ').trim() || 'del';
    let called = base;
    for (let number = 2; this.names.has(called); number++) called = `${base} ${number}`;
    this.names.add(called);
    const parent: PDFDict = this.context.obj({ T: text(called), Kids: [...roots] });
    const ref = this.context.register(parent);
    for (const root of roots) this.context.lookup(root, PDFDict).set(name('Parent'), ref);
    this.fields.push(ref);
  }

  /** Fonts and the like by name; what another part calls the same gets another name, in what names it too. */
  private addResources(resources: PDFDict, roots: readonly PDFRef[], widgets: readonly { widget: PDFDict }[]): void {
    const renamed = new Map<string, string>();
    for (const [kind, value] of resources.entries()) {
      const entries = asDict(this.context.lookup(value));
      if (!entries) continue;
      const into = dictIn(this.resources, wordOf(kind)) ?? PDFDict.withContext(this.context);
      this.resources.set(kind, into);
      for (const [key, entry] of entries.entries()) {
        let called = key;
        for (let number = 2; into.get(called) && this.looks(into.get(called)) !== this.looks(entry); number++)
          called = name(`${wordOf(key)}_${number}`);
        into.set(called, into.get(called) ?? entry);
        if (called !== key && wordOf(kind) === 'Font') renamed.set(wordOf(key), called.decodeText());
      }
    }
    const all = new Set<PDFDict>([...roots.map((ref) => this.context.lookup(ref, PDFDict)), ...widgets.map(({ widget }) => widget)]);
    for (const field of all) {
      for (let node: PDFDict | undefined = field; node; node = dictIn(node, 'Parent')) rename(node, renamed);
      const drawn = dictIn(field, 'AP')?.lookup(name('N'));
      if (drawn instanceof PDFStream && !drawn.dict.get(name('Resources'))) drawn.dict.set(name('Resources'), resources);
    }
  }

  /** What a resource is, as far as it can be told from outside. */
  private looks(entry: PDFObject | undefined): string {
    const value = this.context.lookup(entry);
    const dict = asDict(value);
    if (!dict) return String(value);
    return ['Type', 'Subtype', 'BaseFont', 'Encoding', 'FontDescriptor', 'DescendantFonts']
      .map((key) =>
        dict.get(name(key)) instanceof PDFRef && key !== 'Encoding' ? String(dict.get(name(key))) : String(dict.lookup(name(key))),
      )
      .join();
  }
}

const done = new WeakMap<PDFDict, ReadonlyMap<string, string>>();
function rename(field: PDFDict, renamed: ReadonlyMap<string, string>): void {
  const value = field.lookup(name('DA'));
  if (renamed.size === 0 || !isString(value) || done.get(field) === renamed) return;
  done.set(field, renamed);
  const said = Buffer.from(value.asBytes()).toString('latin1');
  const changed = said.replace(/\/([^\s/[\]()<>]+)/g, (whole, one: string) => (renamed.has(one) ? `/${renamed.get(one)}` : whole));
  field.set(name('DA'), PDFString.of(changed.replace(/[\\()]/g, '\\$&')));
}

/** A signature field becomes a picture of itself. */
function freeze(widget: PDFDict): void {
  widget.set(name('Subtype'), name('Stamp'));
  for (const key of ['FT', 'T', 'TU', 'V', 'Ff', 'Lock', 'SV', 'Parent', 'Kids', 'MK', 'DA', 'A', 'AA']) widget.delete(name(key));
  if (!(widget.lookup(name('F')) instanceof PDFNumber)) widget.set(name('F'), PDFNumber.of(4));
}
