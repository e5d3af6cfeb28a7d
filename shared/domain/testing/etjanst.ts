/** Test support only: a kund's e-service, and who is approved in it. No product code imports it. */

import type { Etjanst, Godkannande } from '../etjanst/records.ts';
import { etjanstId } from '../etjanst/records.ts';
import { signatur } from './bestallning.ts';
import { samtycke, samtyckeId, syster, systern } from './samtycke.ts';
import { akt, type TestRecord, testId } from './state.ts';

export const etjanstRev = testId(770);
export const godkannandeId = (n: number): string => testId(780 + n);
export const godkannandeRev = (n: number): string => testId(790 + n);
export const systersNummer = '198501012382';

/** Waits for the night, unless told otherwise. */
export const etjanst = (over: Partial<Etjanst> = {}): TestRecord => ({
  type: 'etjanst',
  id: etjanstId(akt.person),
  data: { lage: 'vantarPaNatten', begard: signatur, inkomstblankett: true, rev: etjanstRev, ...over },
});
/** The syster with a number, and that the kund has agreed to her acting in the e-service. */
export const ombudet = (over: Parameters<typeof systern>[0] = {}): TestRecord => systern({ personnummer: systersNummer, ...over });
export const ombudssamtycket = (over: Parameters<typeof samtycke>[1] = {}): TestRecord =>
  samtycke(5, { avser: 'Närstående är ombud i e-tjänsten', tillater: ['lamnaUppgifter', 'ombudETjanst'], ...over });
/** A kind of samtycke by which somebody acts for the kund in the e-service. */
export const ombudsslaget: TestRecord = {
  ...{ type: 'vardelista', id: testId(779) },
  data: { lista: 'samtyckesslag', varden: [{ namn: 'Ombud i e-tjänsten', tillater: ['ombudETjanst'] }] },
} as TestRecord;
/** Of the syster, for a year, waiting for the night. */
export const godkannande = (n: number, over: Partial<Godkannande> = {}): TestRecord => ({
  type: 'godkannande',
  id: godkannandeId(n),
  data: {
    ...{ lage: 'vantarPaNatten', begard: signatur, rev: godkannandeRev(n), samtyckeId: samtyckeId(5) },
    ...{ till: { kontaktId: syster, namn: 'Ekström, Åsa', personnummer: systersNummer }, fran: '2026-11-20', tom: '2027-11-20' },
    ...over,
  },
});
