import { useEffect, useRef, useState } from 'react';
import { storstaDokument } from '../../../shared/domain/dokument/records.ts';
import type { CallResult } from '../../../shared/ipc/contract.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { skanhinderOrd } from '../../../shared/words/skanning.ts';
import { call, newId } from '../../state/core.ts';
import { filbitar, filLastes } from '../../state/filbitar.ts';
import type { Skanvisning } from './useVisning.ts';

export type EgenFil = {
  /** What is taken in now, and how much of it has come (0–1). */
  pagar: { namn: string; andel: number } | undefined;
  fel: Ord | undefined;
  visning: Skanvisning;
  /** Takes a file of the computer in. @returns the bytes that are shown; undefined when they are not */
  taIn: (fil: File) => Promise<{ namn: string; sha256: string } | undefined>;
};

/**
 * A file of the computer that is to be filed (SKAN-05): read, refused and kept as a file of the folder is, and left where it was.
 * @param sha256 the one that is chosen; a draft may name it from an earlier session
 */
export function useEgenFil(personId: string, sha256: string | undefined): EgenFil {
  const [pagar, setPagar] = useState<EgenFil['pagar']>();
  const [fel, setFel] = useState<Ord>();
  const [svar, setSvar] = useState<{ sha256: string; svar: CallResult<'skanning.egen'> }>();
  const [gang, setGang] = useState(0);
  const senast = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `gang` asks once more.
  useEffect(() => {
    if (sha256 === undefined) return;
    let ended = false;
    void call('skanning.egen', { sha256 }).then((nu) => {
      if (!ended) setSvar({ sha256, svar: nu });
    });
    return () => {
      ended = true;
    };
  }, [sha256, gang]);

  const taIn: EgenFil['taIn'] = async (fil) => {
    const id = newId();
    senast.current = id;
    const nej = (ord: Ord): undefined => {
      if (senast.current !== id) return undefined;
      setPagar(undefined);
      setFel(ord);
    };
    setFel(undefined);
    if (fil.size > storstaDokument) return nej(skanhinderOrd['for-stor']);
    if (fil.size === 0) return nej(skanhinderOrd.skadad);
    setPagar({ namn: fil.name, andel: 0 });
    try {
      for await (const bit of filbitar(fil)) {
        const kommet = await call('skanning.fil', { personId, id, namn: fil.name.slice(-200), storlek: fil.size, ...bit });
        // Another was chosen meanwhile.
        if (senast.current !== id) return undefined;
        if (!kommet.ok) return nej(ordForFel(kommet.error.code));
        if (kommet.value.slag === 'inne') {
          const { visning } = kommet.value;
          if (!visning.ok) return nej(skanhinderOrd[visning.hinder]);
          setPagar(undefined);
          return { namn: fil.name, sha256: visning.sha256 };
        }
        setPagar({ namn: fil.name, andel: kommet.value.mottaget / fil.size });
      }
    } catch {
      // The calls answer with their faults: what fails here is the reading of the file.
      return nej(filLastes);
    }
    return undefined;
  };
  const visning = { svar: svar?.sha256 === sha256 ? svar?.svar : undefined, readAgain: () => setGang((before) => before + 1) };
  return { pagar, fel, visning, taIn };
}
