import type { SkanningVy } from '../../shared/ipc/skanning.ts';
import { type Query, useQuery } from './query.ts';

/** The folder of scanned files; read again when something in it, or the documents it is compared with, have changed. */
export const useSkanningar = (las = true): Query<SkanningVy> => useQuery('skanning.lista', las ? {} : null, ['skanning', 'akt', 'session']);

/** How many files wait to be filed; one that is known not to be possible to file is none of them. */
export const antalVantar = (vy: SkanningVy | undefined): number =>
  vy?.filer.filter(({ lage, sparad, hinder }) => lage === 'klar' && !sparad && !hinder).length ?? 0;
