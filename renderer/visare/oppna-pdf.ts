import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { CallResult } from '../../shared/ipc/contract.ts';
import { type Bibliotek, biblioteksfil, loadBibliotek } from './bibliotek.ts';
import { type Visarfel, Visarhindrad } from './visarhindrad.ts';

/** Reads bytes of the document: at most `antal` from a place. */
export type Las = (fran: number, antal: number) => Promise<CallResult<'dokument.las'>>;
export type OppenPdf = Bibliotek & { pdf: PDFDocumentProxy; close: () => void };

/** Bytes asked for at once: the pieces they lie in on the disk. */
const delBytes = 256 * 1024;
/** The most that one call gives. */
const storstaDel = 1024 * 1024;
/** A document that so long gives no sign of being read will not be. */
const lastidMs = 30_000;
/** pdf.js may clean up for so long before its thread is ended. */
const stadMs = 2000;
/** Pixels of the largest picture: A0 at 300 dots an inch. A larger one would fill the memory, and is told as not shown. */
const storstaBild = 150_000_000;

const startTrad = (): Worker => new Worker(biblioteksfil('pdf.worker.js'), { type: 'module', name: 'pdf' });
/** Started ahead, for the next document. */
let reserv: Worker | undefined;

/** A document may be opened soon: what that needs is loaded, and its thread started. */
export function forberedVisare(): void {
  if (reserv) return;
  const traden = startTrad();
  reserv = traden;
  traden.addEventListener('error', () => {
    if (reserv === traden) reserv = undefined;
  });
  loadBibliotek().catch(() => undefined); // the document itself tells of it
}

export type OppnaPdf = {
  las: Las;
  /** @param igen the one before was wrong. @returns null when the user gives up */
  fragaLosenord: (igen: boolean) => Promise<string | null>;
  /** Shows what can be read of a faulty document. Otherwise a fault on a page is an error of that page. */
  skonsam: boolean;
  /** What goes wrong once it is open: its bytes may not be read any more, its thread stopped. */
  onFel: (fel: Visarfel) => void;
  signal: AbortSignal;
};

/**
 * Opens a PDF in a thread of its own, which fetches the parts of it that are needed. Nothing in it runs: no scripts, no XFA.
 * @throws Visarhindrad
 */
export async function openPdf({ las, fragaLosenord, skonsam, onFel, signal }: OppnaPdf): Promise<OppenPdf> {
  const [bibliotek, forst] = await Promise.all([loadBibliotek(), lasBytes(las, 0, delBytes)]);
  const { pdfjs } = bibliotek;
  const { storlek } = forst;
  // A small one is read whole: it costs no more, and asks for nothing later.
  const allt = storlek <= storstaDel ? await fyll(las, forst.bytes, storlek) : undefined;
  signal.throwIfAborted();

  const hinder = Promise.withResolvers<never>();
  hinder.promise.catch(() => undefined); // heard by the race below, while it opens
  let isOppen = false;
  const stop = (fel: Visarfel) => (isOppen ? onFel(fel) : hinder.reject(new Visarhindrad(fel)));
  let vakt: ReturnType<typeof setTimeout> | undefined;
  const vanta = (ms: number | null) => {
    clearTimeout(vakt);
    if (ms !== null && !isOppen) vakt = setTimeout(() => stop('for-lang-tid'), ms);
  };

  class Delar extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(from: number, to: number): void {
      lasDelar(las, from, to).then(
        (bytes) => {
          vanta(lastidMs);
          this.onDataRange(from, bytes);
        },
        (error: unknown) => stop(felAv(error)),
      );
    }
  }

  const traden = reserv ?? startTrad();
  reserv = undefined;
  traden.addEventListener('error', () => stop('visaren-stannade'));
  const task = pdfjs.getDocument({
    ...(allt ? { data: allt } : { range: new Delar(storlek, forst.bytes) }),
    ...{ disableAutoFetch: true, disableStream: true, rangeChunkSize: delBytes },
    worker: pdfjs.PDFWorker.create({ port: traden }),
    ...{ wasmUrl: biblioteksfil('wasm/'), iccUrl: biblioteksfil('iccs/'), cMapUrl: biblioteksfil('cmaps/') },
    ...{ standardFontDataUrl: biblioteksfil('standard_fonts/'), useWorkerFetch: true, useSystemFonts: false },
    ...{ stopAtErrors: !skonsam, maxImageSize: storstaBild, enableXfa: false, verbosity: pdfjs.VerbosityLevel.ERRORS },
  });
  const close = once(() => {
    vanta(null);
    const tid = setTimeout(() => traden.terminate(), stadMs);
    void task
      .destroy()
      .catch(() => undefined) // it was closed in the middle of something
      .then(() => {
        clearTimeout(tid);
        traden.terminate();
      });
  });
  signal.addEventListener('abort', close, { once: true });

  let kvar: string[] = [];
  let fragad = false;
  task.onPassword = (ge: (losenord: string) => void) => {
    const nasta = kvar.shift();
    if (nasta !== undefined) return ge(nasta);
    vanta(null);
    void fragaLosenord(fragad).then((losenord) => {
      if (losenord === null) return stop('losenord');
      fragad = true;
      const [forsta = '', ...resten] = stavningar(losenord);
      kvar = resten;
      vanta(lastidMs);
      ge(forsta);
    });
  };

  vanta(lastidMs);
  try {
    const pdf = await Promise.race([task.promise, hinder.promise]);
    if (pdf.numPages === 0) throw new Visarhindrad('tomt');
    // Without it the viewer would show nothing, and say nothing.
    await Promise.race([pdf.getPage(1), hinder.promise]);
    isOppen = true;
    vanta(null);
    return { ...bibliotek, pdf, close };
  } catch (error) {
    close();
    throw error instanceof Visarhindrad ? error : new Visarhindrad('skadat');
  }
}

/** A password as different programs have written it into the file: letters as one byte each, or in UTF-8. */
const stavningar = (losenord: string): string[] => {
  const sammansatt = losenord.normalize('NFC');
  const utf8 = String.fromCharCode(...new TextEncoder().encode(sammansatt));
  return [...new Set([sammansatt, utf8, losenord])];
};

async function lasBytes(las: Las, fran: number, antal: number): Promise<{ storlek: number; bytes: Uint8Array }> {
  const svar = await las(fran, antal);
  if (!svar.ok) {
    const { code, detail } = svar.error;
    throw new Visarhindrad(code === 'dokument-inte-har' && detail === 'not-received' ? 'inte-pa-servern' : code);
  }
  return { storlek: svar.value.storlek, bytes: Uint8Array.fromBase64(svar.value.bytes) };
}
/** The bytes from a place up to another, whichever number of calls they take. */
async function lasDelar(las: Las, fran: number, till: number): Promise<Uint8Array> {
  const alla = new Uint8Array(till - fran);
  for (let at = fran; at < till; ) {
    const { bytes } = await lasBytes(las, at, Math.min(storstaDel, till - at));
    if (bytes.length === 0) throw new Visarhindrad('dokument-skadat');
    alla.set(bytes, at - fran);
    at += bytes.length;
  }
  return alla;
}
async function fyll(las: Las, bytes: Uint8Array, storlek: number): Promise<Uint8Array> {
  if (bytes.length === storlek) return bytes;
  const alla = new Uint8Array(storlek);
  alla.set(bytes);
  alla.set(await lasDelar(las, bytes.length, storlek), bytes.length);
  return alla;
}

const felAv = (error: unknown): Visarfel => (error instanceof Visarhindrad ? error.fel : 'visaren-stannade');

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
