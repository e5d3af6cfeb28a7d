/** Test support only: meetings. No product code imports it. */

import type { Mote } from '../mote/records.ts';
import { signatur } from './bestallning.ts';
import { akt, type TestRecord, testId } from './state.ts';

export const moteId = (n: number): string => testId(800 + n);
export const moteRev = (n: number): string => testId(810 + n);
/** Planned, in the utredning. */
export const mote = (n: number, over: Partial<Mote> = {}): TestRecord => ({
  type: 'mote',
  id: moteId(n),
  data: {
    ...{ slag: 'hembesok', dag: '2026-11-20', fran: '10:00', till: '11:00', syfte: 'Gå igenom behoven', enskild: true },
    ...{ kontaktIds: [], anvandareIds: [], andra: [], hor: { type: 'utredning', id: akt.utredning } },
    ...{ planerat: signatur, andringar: 0, rev: moteRev(n), ...over },
  },
});
