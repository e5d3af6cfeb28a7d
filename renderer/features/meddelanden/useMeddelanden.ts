import type { Brevmapp, MeddelandenVy } from '../../../shared/ipc/views.ts';
import { useQuery } from '../../state/query.ts';

/** The folders, and the rows of one of them, if any. What waits in the queue counts, and whether a kund is still one's own to read. */
export const useMeddelanden = (mapp: Brevmapp | undefined) =>
  useQuery('meddelande.lista', mapp ? { mapp } : {}, ['meddelande', 'akt', 'katalog', 'utkorg', 'session']);

/** `3 olästa · 2 ej journalförda` (FORB-71) */
export const meddelandetext = ({ olasta, ejJournalforda }: MeddelandenVy): string =>
  [`${olasta} ${olasta === 1 ? 'oläst' : 'olästa'}`, ejJournalforda > 0 && `${ejJournalforda} ej journalförda`].filter(Boolean).join(' · ');
