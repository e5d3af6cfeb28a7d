/** Test support only: frånvaro. No product code imports it. */

import type { Franvaro, Franvarounderlag } from '../franvaro/records.ts';
import { signatur, verkId } from './bestallning.ts';
import { type TestRecord, testId } from './state.ts';

export const franvaroId = (n: number): string => testId(1500 + n);
export const franvaroRev = (n: number): string => testId(1510 + n);
export const underlagId = (n: number): string => testId(1520 + n);
/** The days and the rest of one, as a form says it. */
export const franvaron = { planerad: false, orsak: 'Sjukhus', fran: '2026-11-03', kostForsta: true, kostSista: true };
/** From the first verkställighet, without an end. */
export const franvaro = (n: number, over: Partial<Franvaro> = {}): TestRecord => ({
  type: 'franvaro',
  id: franvaroId(n),
  data: { verkstallighetId: verkId(1), ...franvaron, registrerad: signatur, rev: franvaroRev(n), ...over },
});
/** What was sent of the n-th, counted to a day. */
export const underlag = (n: number, over: Partial<Franvarounderlag> = {}): TestRecord => ({
  type: 'franvarounderlag',
  id: underlagId(n),
  data: {
    ...{ franvaroId: franvaroId(n), verkstallighetId: verkId(1), kundnummer: '100001', fran: '2026-11-03', tom: '2026-12-10' },
    ...{ dagar: 38, dagarUtanKost: 37, skal: 'lang', skickat: signatur, ...over },
  },
});
