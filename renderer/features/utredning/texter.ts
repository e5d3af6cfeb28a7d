import { dokumentTexter } from '../../../shared/domain/anteckning/kopiera.ts';
import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import type { State } from '../../../shared/domain/command.ts';
import type { AnteckningVy, DokumentationVy } from '../../../shared/ipc/views.ts';
import type { CallError } from '../../backend/backend.ts';
import { useQuery } from '../../state/query.ts';

/** The texts of an Utredningsdokument that are copied: the rule's own answer for its notes (KOP-02). */
function texterAttKopiera(utredningId: string, noter: readonly AnteckningVy[]): AnteckningVy[] {
  // The rule asks for anteckningar alone.
  const list = ((type: string) => (type === 'anteckning' ? [...noter] : [])) as State['list'];
  const ids = new Set(dokumentTexter({ list }, utredningId).map(({ id }) => id));
  return noter.filter(({ id }) => ids.has(id));
}

/** The rubriker that hold text, each once. */
export const rubrikerMedText = (texter: readonly AnteckningVy[]): string[] => [...new Set(texter.map(({ rubrik }) => rubrik))];

export type Dokumenttexter = { etikett: DokumentationVy['etikett']; texter: AnteckningVy[] };

/** What would be copied from an utredning, all of it; null reads nothing. */
export function useDokumenttexter(
  personId: string,
  utredningId: string | null,
): { data: Dokumenttexter | undefined; fel: CallError | undefined } {
  const scopes = [`akt:${personId}`];
  const dokumentation = { slag: 'utredning' as const, id: utredningId ?? '' };
  const { data: vy, fel } = useQuery('dokumentation.hamta', utredningId === null ? null : { personId, dokumentation }, scopes);
  const ids = vy?.anteckningar.filter(({ rubrikKod }) => rubrikKod !== journalRubrik).map(({ id }) => id);
  const noter = useQuery('dokumentation.noter', ids ? { personId, dokumentation, ids } : null, scopes);
  const texter = noter.data && texterAttKopiera(dokumentation.id, noter.data);
  return { data: vy && texter && { etikett: vy.etikett, texter }, fel: fel ?? noter.fel };
}
