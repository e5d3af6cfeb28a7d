import { useEffect, useMemo } from 'react';
import { chooseNavigering, dropNavigering, feedNavigering } from '../../state/navigering.ts';
import { type Korning, resultatlista, useSokverktyg } from '../../state/sokverktyg.ts';
import { nodFor } from './kolumner.tsx';
import { sortBy } from './sortBy.ts';

/** Gives the tape-recorder buttons the result in the order in which its table shows it, also while another tab is shown (SNAV-01, SNAV-03). */
export function useResultatnavigering(): void {
  const korning = useSokverktyg((state) => state.korning);
  const klar = korning !== null && isKlar(korning);
  const jobb = klar ? korning.jobb : undefined;
  // Once, when all rows are there: what is changed later keeps its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of each run once.
  useEffect(() => {
    if (!korning || jobb === undefined) return;
    sortBy(korning.sortering);
    chooseNavigering(resultatlista);
  }, [jobb]);
  const [traffar, namn, slag] = klar ? [korning.traffar, korning.sokning.namn, korning.sokning.slag] : [];
  const lista = useMemo(
    () =>
      traffar && {
        ...{ id: resultatlista, namn: namn ?? '', flik: 'sokverktyg' },
        poster: traffar.map(({ id, personId }) => ({ id, personId, nodId: slag && nodFor(slag, id) })),
      },
    [traffar, namn, slag],
  );
  useEffect(() => {
    if (lista) feedNavigering(lista);
    else dropNavigering(resultatlista);
  }, [lista]);
}

const isKlar = ({ framsteg, fel }: Korning): boolean => framsteg === null && fel === null;
