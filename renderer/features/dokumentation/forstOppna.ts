import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';

/** What stands open the first time: the journal's notes and the document's rubriker. */
export const forstOppna = (noder: readonly Nod[]): string[] =>
  noder.filter(({ slag }) => slag === 'journal' || slag === 'anteckningar' || slag === 'dokument').map(({ id }) => id);
