import type { CallInput } from '../../shared/ipc/contract.ts';
import { CallFailure } from './service.ts';

/** Files that are on their way in at once; of more, the one begun first is given up. */
const mestPaVag = 2;

type Del = CallInput<'bindare.fil'>;
type Inkommande = { personId: string; storlek: number; delar: Buffer[]; mottaget: number };

/** Files that come from the page a piece a call, in order: in memory alone until the last has come. */
export function inkommandeFiler() {
  const paVag = new Map<string, Inkommande>();
  return {
    /**
     * @returns the whole file with its last piece; until then how many bytes have come
     * @throws CallFailure for a piece that is not the next one of its file: the file is to be sent from its beginning
     */
    taEmot({ id, personId, storlek, fran, del }: Del): { hel: Buffer } | { mottaget: number } {
      if (fran === 0) {
        for (const [aldst] of paVag) if (paVag.size >= mestPaVag) paVag.delete(aldst);
        paVag.set(id, { personId, storlek, delar: [], mottaget: 0 });
      }
      const fil = paVag.get(id);
      if (!fil) throw new CallFailure('finns-inte');
      if (fil.personId !== personId || fil.storlek !== storlek || fil.mottaget !== fran) throw new CallFailure('ogiltig-indata');
      const bytes = Buffer.from(del, 'base64');
      if (bytes.length === 0 || fil.mottaget + bytes.length > storlek) {
        paVag.delete(id);
        throw new CallFailure('ogiltig-indata');
      }
      fil.delar.push(bytes);
      fil.mottaget += bytes.length;
      if (fil.mottaget < storlek) return { mottaget: fil.mottaget };
      paVag.delete(id);
      return { hel: Buffer.concat(fil.delar) };
    },
  };
}
