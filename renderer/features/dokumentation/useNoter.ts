import { useMemo, useRef } from 'react';
import type { DokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { CallError } from '../../backend/backend.ts';
import { useQuery } from '../../state/query.ts';

type Noter = ReadonlyMap<string, AnteckningVy>;

/**
 * These notes of a dokumentation with their words, by id. While others than before are read, those read before are still given:
 * what stays on the screen does not blink.
 */
export function useNoter(
  personId: string,
  dokumentation: DokumentationRef,
  ids: readonly string[],
): { noter: Noter; fel: CallError | undefined } {
  const input = ids.length === 0 ? null : { personId, dokumentation, ids: [...ids] };
  const { data, fel } = useQuery('dokumentation.noter', input, [`akt:${personId}`, 'katalog', 'session']);
  const lasta = useMemo((): Noter | undefined => data && new Map(data.map((note) => [note.id, note])), [data]);
  const senast = useRef<Noter>(new Map());
  if (lasta) senast.current = lasta;
  return { noter: senast.current, fel };
}
