/** Test support only: what is reported of a bifall to IVO, and what was offered. No product code imports it. */

import type { Erbjudande, Ivorapport, Ivouppgift } from '../ivo/records.ts';
import { beslutId, signatur } from './bestallning.ts';
import { type TestRecord, testId } from './state.ts';

export const erbjudandeId = (n: number): string => testId(870 + n);
export const rapportId = (n: number): string => testId(880 + n);
export const uppgiftId = testId(890);

/** Of the first beslut, to which the person said no. */
export const erbjudande = (n: number, over: Partial<Erbjudande> = {}): TestRecord => ({
  type: 'erbjudande',
  id: erbjudandeId(n),
  data: {
    ...{ beslutId: beslutId(1), datum: '2026-11-02', vad: 'Kontaktperson Åke Berg', till: 'Linnea Ekström', lamnatAv: 'Karin Ek' },
    ...{ svar: { slag: 'nej', dag: '2026-11-05', skal: 'Vill ha någon i sin egen ålder' }, sparad: signatur, rev: testId(900 + n) },
    ...over,
  },
});
export const ivouppgift = (over: Partial<Ivouppgift> = {}): TestRecord => ({
  type: 'ivouppgift',
  id: uppgiftId,
  data: {
    ...{ beslutId: beslutId(1), orsak: 'Ingen kontaktperson har kunnat rekryteras', foljder: 'Kommer inte ut på fritiden' },
    ...{ sparad: signatur, rev: testId(899) },
    ...over,
  },
});
/** That the beslut, decided on a day, was reported as not carried out. */
export const ivorapport = (n: number, beslutsdatum: string, over: Partial<Ivorapport> = {}): TestRecord => ({
  type: 'ivorapport',
  id: rapportId(n),
  data: {
    ...{
      beslutId: beslutId(1),
      tid: `${beslutId(1)}/beslut`,
      fran: beslutsdatum,
      kvartal: '2026-3',
      lage: 'ejVerkstallt',
      dag: '2026-10-05',
    },
    ...{ av: signatur },
    ...over,
  },
});
