import { createHash } from 'node:crypto';
import { ScanError, type ScanErrorCode } from '../../../main/scan/scan-error.ts';
import { scanInThread } from '../../../main/scan/scan-in-thread.ts';
import { flestInkomnaBilagor } from '../../../shared/domain/meddelande/records.ts';
import { isSynlig } from '../../../shared/domain/text/synlig.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { largestFile, type SentFile } from './multipart.ts';
import type { Scanner } from './scanner.ts';

/** A file that may go on to the handläggare, as PDF. */
export type TakenFile = { rubrik: string; bytes: Buffer; sha256: string; storlek: number; sidor: number };
/** What is told the citizen; nothing was taken. */
export type NotTaken = { fel: string };

const mostPages = 200;
/** Files that may stand in line: each is opened by itself, so that no number of them fills the memory. */
const mostWaiting = 20;
const seconds = 30;

const varfor: Record<ScanErrorCode, string> = {
  'okant-format': 'är varken PDF, JPEG eller PNG',
  skadad: 'går inte att öppna. Den kan vara skadad',
  'okand-form': 'är av ett slag som inte går att ta emot. Spara den som PDF, eller ta ett nytt foto',
  'for-stor': 'är för stor, eller ett foto med för många bildpunkter. Ta det med lägre upplösning',
  'losenord-behovs': 'är låst med lösenord. Spara den utan lösenord',
  'for-lang-tid': 'tog för lång tid att öppna',
  'for-mycket-minne': 'är för stor för att öppnas',
};

export const mangaSkickar = 'Många skickar filer just nu. Försök igen om en stund, eller skicka meddelandet utan filer.';
export type TakeFiles = (filer: readonly SentFile[]) => Promise<TakenFile[] | NotTaken>;

/**
 * Opens what a citizen has sent, each in a thread of its own, one after the other.
 * @param scanner looks at each before anything else does; without one nobody does
 */
export function createTakeFiles(scanner: Scanner | undefined): TakeFiles {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  function inLine<T>(run: () => Promise<T>): Promise<T> {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  }

  async function take({ namn, bytes, forStor }: SentFile): Promise<TakenFile | NotTaken> {
    const kort = kallad(namn);
    if (forStor) return { fel: `Filen ${kort} är för stor. En fil får vara högst ${largestFile / 1_000_000} MB.` };
    if (bytes.length === 0) return { fel: `Filen ${kort} är tom.` };
    const verdict = await scanner?.scan(bytes);
    if (verdict === 'smittad') return { fel: `Filen ${kort} innehåller skadlig kod och kan inte tas emot.` };
    if (verdict === 'svararInte')
      return { fel: 'Filer kan inte tas emot just nu. Försök igen om en stund, eller skicka meddelandet utan filer.' };
    const rubrik = kort;
    try {
      const made = await scanInThread(bytes, rubrik, { workerUrl: new URL('./upload-worker.ts', import.meta.url), seconds });
      if (made.sidor > mostPages) return { fel: `Filen ${kort} har ${made.sidor} sidor. Den får ha högst ${mostPages}.` };
      const pdf = Buffer.from(made.bytes);
      return { rubrik, bytes: pdf, sha256: createHash('sha256').update(pdf).digest('hex'), storlek: pdf.length, sidor: made.sidor };
    } catch (error) {
      if (error instanceof ScanError) return { fel: `Filen ${kort} ${varfor[error.code]}.` };
      throw error;
    }
  }

  return async (filer) => {
    if (filer.length > flestInkomnaBilagor) return { fel: `Du kan skicka högst ${flestInkomnaBilagor} filer åt gången.` };
    if (waiting + filer.length > mostWaiting) return { fel: mangaSkickar };
    waiting += filer.length;
    try {
      const tagna: TakenFile[] = [];
      for (const fil of filer) {
        const tagen = await inLine(() => take(fil));
        if ('fel' in tagen) return tagen;
        tagna.push(tagen);
      }
      return tagna;
    } finally {
      waiting -= filer.length;
    }
  };
}

/** The name it was given, without folders and ending; one that has none is a bilaga. */
function kallad(namn: string): string {
  const sista = namn.split(/[/\\]/).at(-1) ?? '';
  // Signs that nobody sees, and those that turn the rest of a line round, are no part of a name.
  const rent = sista
    .replace(/\.(pdf|jpe?g|png)$/i, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return isSynlig(rent) ? kortad(rent, 120) : 'Bilaga';
}
