import { useCallback, useRef, useState } from 'react';
import type { DokumentationVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { call, newId } from '../../state/core.ts';
import { readUtkast } from '../../state/usePaborjat.ts';
import { utkastBorta, utkastSkrivet } from '../../state/utkastlista.ts';
import { egenNyAnteckning, maltitel, type Skrivmal } from './skrivmal.ts';
import { type AnteckningUtkast, readAnteckning } from './utkast.ts';

const olaslig: Ord = {
  vad: 'Utkastet på datorn kan inte läsas av den här versionen av programmet.',
  gor: 'Det ligger kvar orört i Utkorg. Uppdatera programmet.',
};

export type OppetMal = {
  mal: Skrivmal | null;
  fel: Ord | undefined;
  /** Opens with the newest words there are. @returns what was opened, or undefined when it could not be */
  open: (mal: Skrivmal, val?: { baraUtkast?: boolean }) => Promise<Skrivmal | undefined>;
  /** Goes on with words as a note of their own; the draft they come from ends when theirs is on disk. */
  move: (vy: DokumentationVy, utkast: AnteckningUtkast, gammalNyckel: string) => Promise<Skrivmal | undefined>;
  close: () => void;
};

/** What the writing pane writes. A draft on disk always goes before the record's words: it is newer, and must not be overwritten. */
export function useSkrivmal(): OppetMal {
  const [mal, setMal] = useState<Skrivmal | null>(null);
  const [fel, setFel] = useState<Ord>();
  const asked = useRef(0);

  const open = useCallback<OppetMal['open']>(async (wanted, { baraUtkast = false } = {}) => {
    asked.current += 1;
    const turn = asked.current;
    const read = await readUtkast(wanted.nyckel, readAnteckning);
    if (turn !== asked.current) return undefined;
    const hinder = !read.ok ? ordForFel(read.error.code) : read.value.slag === 'olaslig' ? olaslig : undefined;
    setFel(hinder);
    if (!read.ok || hinder) return undefined;
    const words = read.value.slag === 'utkast' ? read.value.varden : undefined;
    if (baraUtkast && !words) return undefined;
    const opened = words ? { ...wanted, start: words, arUtkast: true } : wanted;
    setMal(opened);
    return opened;
  }, []);

  const move = useCallback<OppetMal['move']>(
    async (vy, utkast, gammalNyckel) => {
      const ny = egenNyAnteckning(vy, utkast, newId);
      const post = { nyckel: ny.nyckel, personId: vy.personId, titel: maltitel(ny), data: ny.start };
      const written = await call('utkast.spara', post);
      if (!written.ok) {
        setFel(ordForFel(written.error.code));
        return undefined;
      }
      utkastSkrivet({ ...post, sparad: written.value.sparad });
      const opened = await open(ny);
      const dropped = await call('utkast.kasta', { nyckel: gammalNyckel });
      if (dropped.ok) utkastBorta(gammalNyckel);
      else setFel(ordForFel(dropped.error.code));
      return opened;
    },
    [open],
  );

  const close = useCallback(() => {
    asked.current += 1;
    setMal(null);
    setFel(undefined);
  }, []);

  return { mal, fel, open, move, close };
}
