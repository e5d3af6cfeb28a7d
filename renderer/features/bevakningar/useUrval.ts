import { useState } from 'react';
import type { BevakningRad } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { medAlla } from './atgarder.ts';

/** What is marked and ticked in a list, and what came of the latest that was done with it. */
export function useUrval(rader: readonly BevakningRad[]) {
  const [vald, setVald] = useState<string | null>(null);
  const [kryssade, setKryssade] = useState<ReadonlySet<string>>(new Set());
  const [fel, setFel] = useState<Ord>();
  const [flyttas, setFlyttas] = useState<readonly BevakningRad[]>();
  // What has left the list is not ticked any more.
  const valda = new Set(rader.map(({ id }) => id).filter((id) => kryssade.has(id)));
  const markerad = rader.find(({ id }) => id === vald);
  const run = async (vilka: readonly BevakningRad[], gor: Parameters<typeof medAlla>[1]) => {
    setFel(await medAlla(vilka, gor));
    setKryssade(new Set());
  };
  return {
    ...{ vald, setVald, valda, setValda: setKryssade, fel, forgetFel: () => setFel(undefined), markerad, run, flyttas, setFlyttas },
    /** The ticked rows, or the marked one. */
    markerade: valda.size > 0 ? rader.filter(({ id }) => valda.has(id)) : markerad ? [markerad] : [],
  };
}
export type Urval = ReturnType<typeof useUrval>;
