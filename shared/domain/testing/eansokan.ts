/** Test support only: e-ansökningar. No product code imports it. */

import type { Eansokan } from '../eansokan/records.ts';
import { type TestRecord, testId } from './state.ts';

export const eansokanId = (n: number): string => testId(960 + n);
/** From the kund of `testAkt`, to the unit of LSS. */
export const ansokan = (over: Partial<Eansokan> = {}): Eansokan => ({
  ...{ ingang: 'lss', enhet: 'lss', personnummer: '200912312386', fornamn: 'Linnea', efternamn: 'Ekström' },
  ...{ telefon: '070-174 06 12', insats: 'Kontaktperson', text: 'Jag vill ha någon att göra saker med.' },
  ...{ inkom: '2026-11-18T20:14:00.000Z', ...over },
});
export const eansokan = (n = 1, over: Partial<Eansokan> = {}): TestRecord => ({ type: 'eansokan', id: eansokanId(n), data: ansokan(over) });
