import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { type PDFContext, PDFDict, PDFDocument, PDFRef } from 'pdf-lib';
import { PartCopier } from './copy-part.ts';
import { dictIn, name } from './objects.ts';
import { readPdf } from './read-pdf.ts';

const file = new URL('../../resources/fonts/LiberationSans-Regular.ttf', import.meta.url);

/**
 * What the binder itself writes on pages, in a font of ours that lies in the bundle: the standard fonts have no ć, ł, ş or −, and pdf-lib's fork
 * writes "?" for them without a word.
 */
export class Lettering {
  /** The font in the bundle; there once `finish` has been awaited. */
  readonly ref: PDFRef;
  private used = false;
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
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    return new Lettering(context, document, await document.embedFont(readFileSync(file), { subset: true, features: { liga: false } }));
  }

  /** The text as the operand of Tj. A letter that the font lacks is shown as one that is missing, never as another. */
  encode(text: string): string {
    this.used = true;
    return this.font.encodeText(this.writable(text)).toString();
  }
  /** In points. */
  width(text: string, size: number): number {
    return this.font.widthOfTextAtSize(this.writable(text), size);
  }
  private writable(text: string): string {
    return [...text.normalize('NFC')].map((one) => (this.known.has(one.codePointAt(0) ?? 0) ? one : '\u25a1')).join('');
  }

  async finish(): Promise<void> {
    if (!this.used) return;
    // pdf-lib writes the font when its document is written.
    this.document.addPage([10, 10]).setFont(this.font);
    const written = readPdf(await this.document.save({ useObjectStreams: false, addDefaultPage: false }));
    const copier = new PartCopier(written, () => [0], this.context);
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
