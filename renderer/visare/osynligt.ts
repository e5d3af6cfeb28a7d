import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Osynligt } from '../../shared/words/visare.ts';

/** What has an appearance of its own is drawn by that; of these pdf.js makes none. */
const tillagg: ReadonlySet<string> = new Set(['Stamp', 'FreeText', 'Caret', 'Redact', 'Screen', 'RichMedia', 'Movie', '3D', 'Sound']);
const dold = 2;
const visasInte = 32;

const annotering = z.object({
  subtype: z.string().nullish(),
  annotationFlags: z.number().catch(0),
  hasAppearance: z.boolean().catch(false),
  radioButton: z.boolean().catch(false),
  /** The choice that this button stands for, as its appearance names it. */
  buttonValue: z.unknown().optional(),
  fieldValue: z.unknown().optional(),
  file: z.object({ filename: z.string() }).nullish().catch(null),
});

/** What is on a page and is not drawn, each kind once. */
export async function osynligtPa(page: PDFPageProxy): Promise<Osynligt[]> {
  const alla = z.array(annotering).parse(await page.getAnnotations());
  const synliga = alla.filter(({ annotationFlags }) => (annotationFlags & (dold | visasInte)) === 0);
  const sida = page.pageNumber;
  const harVal = synliga.some(
    ({ radioButton, buttonValue, fieldValue }) =>
      radioButton && buttonValue === null && typeof fieldValue === 'string' && fieldValue !== '' && fieldValue !== 'Off',
  );
  const harTillagg = synliga.some(({ subtype, hasAppearance }) => !hasAppearance && tillagg.has(subtype ?? ''));
  return [
    ...(harVal ? [{ slag: 'val' as const, sida }] : []),
    ...(harTillagg ? [{ slag: 'tillagg' as const, sida }] : []),
    ...alla.flatMap(({ file }) => (file ? [{ slag: 'bilaga' as const, namn: file.filename }] : [])),
  ];
}

/** The files inside a document, which no page shows. */
export async function bilagorI(pdf: PDFDocumentProxy): Promise<Osynligt[]> {
  const alla = await pdf.getAttachments().catch(() => new Map([['går inte att läsa', {}]]));
  return [...(alla ?? [])].map(([namn, fil]) => ({ slag: 'bilaga', namn: bilaga.parse(fil).filename ?? namn }));
}
const bilaga = z.object({ filename: z.string().nullish().catch(null) });

/** pdf.js goes on without a picture it cannot decode, and leaves nothing in its place: a white scan would pass for an empty page. */
export function saknarBild(sida: unknown): boolean {
  const { objs, commonObjs } = sida as { objs: Iterable<[string, unknown]>; commonObjs: Iterable<[string, unknown]> };
  return [...objs, ...[...commonObjs].filter(([namn]) => namn.includes('img_'))].some(([, varde]) => varde === null);
}

type Bildminne = { resolve: (namn: string, varde?: unknown) => void };

/**
 * As {@link saknarBild}, of a page that is drawn for a printer: pdf.js forgets its pictures as soon as it is drawn, so they are looked at as they
 * come.
 */
export async function ritasHel(sida: unknown, rita: () => Promise<unknown>): Promise<boolean> {
  const { objs, commonObjs } = sida as { objs: Bildminne; commonObjs: Bildminne };
  let hel = true;
  const hor = (minne: Bildminne, arBild: (namn: string) => boolean) => {
    minne.resolve = (namn, varde = null) => {
      if (varde === null && arBild(namn)) hel = false;
      Object.getPrototypeOf(minne).resolve.call(minne, namn, varde);
    };
  };
  hor(objs, () => true);
  hor(commonObjs, (namn) => namn.includes('img_'));
  try {
    await rita();
  } finally {
    for (const minne of [objs, commonObjs]) Reflect.deleteProperty(minne, 'resolve');
  }
  return hel;
}
