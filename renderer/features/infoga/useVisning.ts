import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/ipc/contract.ts';
import type { SkannadFil } from '../../../shared/ipc/skanning.ts';
import { call } from '../../state/core.ts';

export type Visningssvar = CallResult<'skanning.visa'>;
export type Skanvisning = { svar: Visningssvar | undefined; readAgain: () => void };

/**
 * A file of the folder as the PDF that it is filed as; asked for when it is chosen, and when it has become ready.
 * @param sha256 what it was when a draft was written: shown also when it has left the folder, refused by the server
 * @param lage where it stands in the folder; undefined = it is not there
 * @param last the folder is known
 */
export function useVisning(
  id: string | undefined,
  sha256: string | undefined,
  lage: SkannadFil['lage'] | undefined,
  last: boolean,
): Skanvisning {
  const [svar, setSvar] = useState<{ id: string; svar: Visningssvar }>();
  const [gang, setGang] = useState(0);
  const kan = id !== undefined && last && lage !== 'skrivs' && lage !== 'for-stor';
  // Another look of the same file says nothing new: only its id, where it stands, and that it is asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `gang` asks once more, and `sha256` comes with the answer.
  useEffect(() => {
    if (!kan) return;
    let ended = false;
    void call('skanning.visa', { id, ...(sha256 === undefined ? {} : { sha256 }) }).then((nu) => {
      if (!ended) setSvar({ id, svar: nu });
    });
    return () => {
      ended = true;
    };
  }, [id, kan, lage, gang]);
  return { svar: kan && svar?.id === id ? svar.svar : undefined, readAgain: () => setGang((before) => before + 1) };
}
