import { call } from '../state/core.ts';
import type { Dokumentkalla } from './Dokumentvisare.tsx';
import { openPdf } from './oppna-pdf.ts';
import { ritasHel } from './osynligt.ts';
import { Visarhindrad } from './visarhindrad.ts';
import './utskrift.css';

/** Dots an inch: as sharp as office printers set text, and a page is a few hundred kilobytes. */
const punkterPerTum = 200;

/**
 * Draws every page of a document at the printer's resolution and runs `print` while they, and nothing else of the window, are what the
 * window prints. No file is made of them.
 * @throws Visarhindrad when not every page could be drawn: half a document is not printed
 */
export async function withUtskriftssidor<T>(kalla: Dokumentkalla, print: () => Promise<T>): Promise<T> {
  const slut = new AbortController();
  const sidor = document.createElement('div');
  sidor.className = 'ak-utskrift';
  // What reads the screen out has the document itself.
  sidor.setAttribute('aria-hidden', 'true');
  let stannade: unknown;
  try {
    const { pdf } = await openPdf({
      las: (fran, antal) => call('dokument.las', { kalla, fran, antal }),
      fragaLosenord: () => Promise.resolve(null),
      skonsam: false,
      onFel: (fel) => {
        stannade = fel;
      },
      signal: slut.signal,
    });
    for (let nummer = 1; nummer <= pdf.numPages; nummer += 1) {
      const page = await pdf.getPage(nummer);
      const viewport = page.getViewport({ scale: punkterPerTum / 72 });
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
      if (!(await ritasHel(page, () => page.render({ canvas, viewport, intent: 'print' }).promise))) throw new Visarhindrad('bild-saknas');
      const bild = new Image();
      bild.alt = '';
      if (viewport.width > viewport.height) bild.className = 'liggande';
      bild.src = canvas.toDataURL('image/png');
      // A canvas keeps its pixels until it is collected.
      [canvas.width, canvas.height] = [0, 0];
      page.cleanup();
      await bild.decode();
      sidor.append(bild);
    }
    if (stannade !== undefined) throw stannade;
    document.body.append(sidor);
    return await print();
  } finally {
    slut.abort();
    sidor.remove();
  }
}
