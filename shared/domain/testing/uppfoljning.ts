/** Test support only: how a bifall is followed up. No product code imports it. */

import type { Uppfoljning } from '../uppfoljning/records.ts';
import { beslutId, signatur } from './bestallning.ts';
import { type TestRecord, testId } from './state.ts';

export const uppfoljningId = (n: number): string => testId(920 + n);
export const uppfoljningRev = (n: number): string => testId(930 + n);

/** Of the first beslut, planned. */
export const planerad = (n: number, dag: string, over: Partial<Uppfoljning> = {}): TestRecord => ({
  type: 'uppfoljning',
  id: uppfoljningId(n),
  data: { beslutId: beslutId(1), planerad: dag, planeradAv: signatur, rev: uppfoljningRev(n), ...over },
});
/** Of the first beslut, held. */
export const genomford = (n: number, dag: string, over: Partial<Uppfoljning> = {}): TestRecord => ({
  type: 'uppfoljning',
  id: uppfoljningId(n),
  data: {
    ...{ beslutId: beslutId(1), rev: uppfoljningRev(n) },
    genomford: {
      ...{ dag, medVem: ['Den enskilde'], hur: 'Besök', sammanfattning: 'Insatsen fungerar.', utfall: 'oforandrat', av: signatur },
      mal: [
        { mal: 'Ha någon att gå på bio med', utfall: 'uppnatt' },
        { mal: 'Åka buss själv', utfall: 'delvis', kommentar: 'Till Väla, inte längre' },
      ],
    },
    ...over,
  },
});
