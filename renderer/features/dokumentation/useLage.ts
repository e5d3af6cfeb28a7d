import { useCallback } from 'react';
import type { DokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { type DokumentationLage, readYta } from '../../state/arbetsyta.ts';
import { getKundvy, setKundvy, useKundvy } from '../../state/kundvy.ts';

const forstaLage: DokumentationLage = { oppna: null, vald: null, hela: false, scroll: 0, skriver: null };

const lageAv = (yta: ReturnType<typeof readYta>, ref: DokumentationRef): DokumentationLage =>
  yta?.slag === 'dokumentation' && yta.id === ref.id ? { ...forstaLage, ...yta.lage } : forstaLage;

/** How this dokumentation stands, remembered with the kund's tab; setting it also ends what was to be opened once. */
export function useLage(personId: string, ref: DokumentationRef): [DokumentationLage, (del: Partial<DokumentationLage>) => void] {
  const lage = lageAv(readYta(useKundvy(personId)?.yta), ref);
  const { slag: dok, id } = ref;
  const set = useCallback(
    (del: Partial<DokumentationLage>) => {
      const vy = getKundvy(personId);
      const now = readYta(vy?.yta);
      // The work area shows something else already: what this view has to say no longer concerns it.
      if (vy && (now?.slag !== 'dokumentation' || now.id !== id)) return;
      setKundvy(personId, { yta: { slag: 'dokumentation', dok, id, lage: { ...lageAv(now, { slag: dok, id }), ...del } } });
    },
    [personId, dok, id],
  );
  return [lage, set];
}
