import type { PDFPageProxy } from 'pdfjs-dist';
import type { OppenPdf } from './oppna-pdf.ts';

type Text = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Bit = Text['items'][number];
type Ritning = Pick<Awaited<ReturnType<PDFPageProxy['getOperatorList']>>, 'fnArray' | 'argsArray'>;
type Lager = { isVisible: (lager: unknown) => boolean };

/**
 * Makes the text of a page that can be searched and selected the text that is drawn: pdf.js hides what lies in a hidden layer, and gives its
 * words all the same.
 */
export async function withSynligText({ pdf, pdfjs }: Pick<OppenPdf, 'pdf' | 'pdfjs'>, page: PDFPageProxy): Promise<void> {
  const lager = await pdf.getOptionalContentConfig({ intent: 'display' });
  if (![...lager].some(([, { visible }]) => !visible)) return;
  const strom = page.streamTextContent.bind(page);
  let ritat: Promise<Ritning> | undefined;
  // getTextContent reads this one.
  page.streamTextContent = (hur) =>
    new ReadableStream<Text>({
      start: async (synligt) => {
        try {
          ritat ??= page.getOperatorList({ intent: 'display', annotationMode: pdfjs.AnnotationMode.DISABLE });
          const ritning = await ritat;
          const text: Text = { items: [], styles: {}, lang: null };
          for await (const del of strom(hur) as ReadableStream<Text>) {
            text.lang ??= del.lang;
            Object.assign(text.styles, del.styles);
            text.items.push(...del.items);
          }
          synligt.enqueue({ ...text, items: synligaBitar(text.items, ritning, lager, pdfjs.OPS) });
          synligt.close();
        } catch (error) {
          synligt.error(error);
        }
      },
    });
}

/**
 * The pieces of text of which something is drawn. They come in the order they are drawn, without some that is outside the page; what
 * cannot be found again among what is drawn is kept.
 */
function synligaBitar(
  bitar: readonly Bit[],
  { fnArray, argsArray }: Ritning,
  lager: Lager,
  OPS: Pick<OppenPdf['pdfjs']['OPS'], 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent' | 'showText'>,
): Bit[] {
  const ritat: { tecken: string; synligt: boolean }[] = [];
  const djup: boolean[] = [];
  const synligt = () => djup.at(-1) ?? true;
  for (const [n, fn] of fnArray.entries()) {
    const args: unknown = argsArray[n];
    if (fn === OPS.beginMarkedContent) djup.push(synligt());
    else if (fn === OPS.beginMarkedContentProps) {
      const [slag, om] = args as [string, unknown];
      djup.push(synligt() && (slag !== 'OC' || lager.isVisible(om)));
    } else if (fn === OPS.endMarkedContent) djup.pop();
    else if (fn === OPS.showText) {
      const [tecken] = args as [({ unicode?: string } | number | null)[]];
      for (const ett of tecken) {
        const { unicode = '' } = typeof ett === 'object' && ett ? ett : {};
        for (const bokstav of bokstaver(unicode)) ritat.push({ tecken: bokstav, synligt: synligt() });
      }
    }
  }
  let nasta = 0;
  const finn = (sokta: string[]) => {
    const [fran, traffade] = [nasta, [] as boolean[]];
    for (const bokstav of sokta) {
      const at = ritat.findIndex(({ tecken }, plats) => plats >= nasta && tecken === bokstav);
      if (at === -1) {
        nasta = fran;
        return undefined;
      }
      traffade.push(ritat[at]?.synligt ?? true);
      nasta = at + 1;
    }
    return traffade;
  };
  return bitar.filter((bit) => {
    const sokta = 'str' in bit ? bokstaver(bit.str) : [];
    if (sokta.length === 0) return true;
    // What is written from right to left comes turned.
    const traffade = finn(sokta) ?? finn(sokta.reverse());
    return traffade === undefined || traffade.some(Boolean);
  });
}

const bokstaver = (text: string): string[] => [...text.normalize('NFKC').replace(/\s/gu, '')];
