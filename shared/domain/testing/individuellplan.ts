/** Test support only: what is noted of an individuell plan. No product code imports it. */

import type { IndividuellPlan, Plansteg } from '../individuellplan/records.ts';
import { beslutId, signatur } from './bestallning.ts';
import { type TestRecord, testId } from './state.ts';

export const planId = (n: number): string => testId(940 + n);

/** With the first beslut. */
export const noterad = (n: number, steg: Plansteg, dag: string, over: Partial<IndividuellPlan> = {}): TestRecord => ({
  type: 'individuellPlan',
  id: planId(n),
  data: { beslutId: beslutId(1), steg, dag, av: signatur, rev: testId(950 + n), ...over },
});
