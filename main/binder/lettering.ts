import { readFileSync } from 'node:fs';
import { type PDFContext, PDFDict, PDFDocument, PDFRef } from 'pdf-lib';
import { PartCopier } from './copy-part.ts';
import { dictIn, name } from './objects.ts';
import { pagesOf } from './part.ts';
import { readPdf } from './read-pdf.ts';

const file = new URL('../../resources/fonts/LiberationSans-Regular.ttf', import.meta.url);

/** A letter's code in the font, and its width at size 1. */
type Letter = { code: string; width: number };

/**
 * What the binder itself writes on pages, in a font of ours that lies in the bundle: the standard fonts have no ć, ł, ş or −, and pdf-lib's fork
 * writes "?" for them without a word.
 */
export class Lettering {
  /** The font in the bundle; there once `finish` has been awaited. */
  readonly ref: PDFRef;
  private used = false;
  private readonly codes = new Map<string, Letter>();
  private readonly context: PDFContext;
  private readonly document: PDFDocument;
  private readonly font: Awaited<ReturnType<PDFDocument['embedFont']>>;
  private readonly known: Set<number>;

  private constructor(context: PDFContext, document: PDFDocument, font: Lettering['font']) {
    this.context = context;
    this.document = document;
    this.font = font;
    this.known = new Set(font.getCharacterSet());
    this.ref = context.nextRef();
  }

  static async create(context: PDFContext): Promise<Lettering> {
    // Most bundles want no letters of ours.
    const fontkit = await import('fontkit');
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    return new Lettering(context, document, await document.embedFont(readFileSync(file), { subset: true, features: { liga: false } }));
  }

  /** The text as the operand of Tj. A letter that the font lacks is shown as one that is missing, never as another. */
  encode(text: string): string {
    this.used = true;
    return `<${this.letters(text)
      .map(({ code }) => code)
      .join('')}>`;
  }
  /** In points. */
  width(text: string, size: number): number {
    return this.letters(text).reduce((sum, { width }) => sum + width, 0) * size;
  }
  /** Letter by letter, each once: fontkit takes a millisecond for the few words of a page number. */
  private letters(text: string): Letter[] {
    return [...this.writable(text)].map((one) => {
      const known = this.codes.get(one);
      if (known) return known;
      const letter = { code: this.font.encodeText(one).toString().slice(1, -1), width: this.font.widthOfTextAtSize(one, 1) };
      this.codes.set(one, letter);
      return letter;
    });
  }
  private writable(text: string): string {
    return [...text.normalize('NFC')].map((one) => (this.known.has(one.codePointAt(0) ?? 0) ? one : '\u25a1')).join('');
  }

  async finish(): Promise<void> {
    if (!this.used) return;
    // pdf-lib writes the font when its document is written.
    this.document.addPage([10, 10]).setFont(this.font);
    const written = readPdf(await this.document.save({ useObjectStreams: false, addDefaultPage: false }));
    const copier = new PartCopier({ file: written, pages: pagesOf(written), chosen: [0] }, this.context);
    const resources = dictIn(copier.pages[0]?.dict ?? PDFDict.withContext(this.context), 'Resources');
    const [entry] = (resources && dictIn(resources, 'Font'))?.entries() ?? [];
    const copied = entry && copier.copy(entry[1]);
    copier.drain();
    if (!(copied instanceof PDFRef)) throw new Error('the font of the binder is missing');
    const dict = this.context.lookup(copied);
    if (!dict) throw new Error('the font of the binder is missing');
    this.context.assign(this.ref, dict);
    this.context.delete(copied);
  }
}

/** A content stream of a text in the font that the resources call AktnText. */
export const fontName = 'AktnText';
export const fontResources = (context: PDFContext, font: PDFRef): PDFDict => {
  const fonts = PDFDict.withContext(context);
  fonts.set(name(fontName), font);
  const resources = PDFDict.withContext(context);
  resources.set(name('Font'), fonts);
  return resources;
};
