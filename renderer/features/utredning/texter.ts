import { dokumentTexter } from '../../../shared/domain/anteckning/kopiera.ts';
import type { State } from '../../../shared/domain/command.ts';
import type { AnteckningVy, DokumentationVy } from '../../../shared/ipc/views.ts';

/** The texts of an Utredningsdokument that are copied: the rule's own answer for what the view holds (KOP-02). */
export function texterAttKopiera(vy: DokumentationVy): AnteckningVy[] {
  // The rule asks for anteckningar alone.
  const list = ((type: string) => (type === 'anteckning' ? vy.anteckningar : [])) as State['list'];
  const ids = new Set(dokumentTexter({ list }, vy.dokumentation.id).map(({ id }) => id));
  return vy.anteckningar.filter(({ id }) => ids.has(id));
}

/** The rubriker that hold text, each once. */
export const rubrikerMedText = (vy: DokumentationVy): string[] => [...new Set(texterAttKopiera(vy).map(({ rubrik }) => rubrik))];
