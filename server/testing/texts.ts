import { randomUUID } from 'node:crypto';
import { journalRubrik } from '../../shared/domain/anteckning/records.ts';

type Akt = { personId: string; utredningId: string };

/** The input of `anteckning.spara` for a new journal note. */
export const note = (akt: Akt, text: string, more: Record<string, unknown> = {}) => ({
  personId: akt.personId,
  anteckningId: randomUUID(),
  dokumentation: { slag: 'utredning', id: akt.utredningId },
  rubrikKod: journalRubrik,
  handelsedatum: '2026-11-19',
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  basRev: null,
  rev: randomUUID(),
  ...more,
});
