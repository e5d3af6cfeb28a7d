import { storstaDel } from '../../shared/ipc/contract.ts';
import type { Ord } from '../../shared/words/ord.ts';

/** A file could not be read while it was taken in. */
export const filLastes: Ord = {
  vad: 'Filen gick inte att läsa.',
  gor: 'Ett annat program kan ha den öppen, eller så har den flyttats. Lägg till den igen.',
};

/** A file of the computer as the core takes it in: a piece a call. Rejects when it cannot be read. */
export async function* filbitar(fil: File): AsyncGenerator<{ fran: number; del: string }> {
  for (let fran = 0; fran < fil.size; fran += storstaDel) yield { fran, del: await base64(fil.slice(fran, fran + storstaDel)) };
}

/** As the reader of files gives it, without the megabytes passing through the page's own strings twice. */
const base64 = (bit: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const lasare = new FileReader();
    lasare.onerror = () => reject(lasare.error);
    lasare.onload = () => resolve(String(lasare.result).replace(/^[^,]*,/, ''));
    lasare.readAsDataURL(bit);
  });
