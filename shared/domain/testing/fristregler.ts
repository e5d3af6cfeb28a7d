/** Test support only: rules of the clock, the law's own days. The municipality's are `resources/catalogue/fristregler.json`. */

import type { Fristregel } from '../klocka/records.ts';
import { type TestRecord, testId } from './state.ts';

const regel = (
  n: number,
  kod: string,
  handelse: Fristregel['handelse'],
  tid: [number, Fristregel['tid']['enhet']],
  over: Partial<Fristregel> = {},
): TestRecord => ({
  type: 'fristregel',
  id: testId(700 + n),
  data: {
    ...{ kod, fran: '1900-01-01', namn: kod, handelse, tid: { antal: tid[0], enhet: tid[1] }, raknas: 'dag' },
    ...{ varnas: [{ vem: 'ansvarig', dagarFore: 30 }], verifierad: false },
    ...over,
  },
});

/** One of each kind of event. */
export const fristregler = (): TestRecord[] => [
  regel(1, 'utredning-sex-manader', 'ansokanInkom', [6, 'manad'], {
    ...{ paragraf: 'FL 12 §', villkor: { ansokan: true } },
    varnas: [
      { vem: 'ansvarig', dagarFore: 30 },
      { vem: 'enhetschef', dagarFore: 0 },
    ],
  }),
  regel(2, 'begaran-om-avgorande', 'begaranInkom', [4, 'vecka'], {
    ...{ raknas: 'handling', paragraf: 'FL 12 §', villkor: { ansokan: true } },
  }),
  regel(3, 'overklagandetid', 'partTagitDel', [3, 'vecka'], { raknas: 'handling', kvarDagar: 14, paragraf: 'FL 44–45 §§' }),
  regel(4, 'ej-verkstallt-lss', 'bifallFattat', [3, 'manad'], { ivo: true, paragraf: 'LSS 28 f §', villkor: { lagrum: 'LSS' } }),
  regel(5, 'ej-verkstallt-sol', 'bifallFattat', [3, 'manad'], {
    ...{ ivo: true, paragraf: 'SoL 16 kap. 6 f §', villkor: { lagrum: 'SoL' }, tom: '2025-06-30' },
  }),
  regel(6, 'ej-verkstallt-sol', 'bifallFattat', [3, 'manad'], {
    ...{ ivo: true, paragraf: 'SoL 34 kap. 1 §', villkor: { lagrum: 'SoL' }, fran: '2025-07-01' },
  }),
  regel(7, 'avbrott-lss', 'avbrott', [3, 'manad'], { ivo: true, paragraf: 'LSS 28 f §', villkor: { lagrum: 'LSS' } }),
  regel(8, 'beslut-upphor', 'beslutSlutar', [0, 'dag'], { kvarDagar: 30 }),
  regel(9, 'folj-upp', 'verkstallighetFoljdUpp', [12, 'manad'], { villkor: { bevakningskod: 'foljUpp' } }),
  regel(10, 'utredning-tyst', 'utredningTyst', [30, 'dag'], { varnas: [{ vem: 'ansvarig', dagarFore: 0 }] }),
  regel(11, 'ej-behandlad-aktualisering', 'aktualiseringInkom', [14, 'dag'], { varnas: [{ vem: 'ansvarig', dagarFore: 0 }] }),
  regel(12, 'osignerad-anteckning', 'anteckningSkriven', [7, 'dag'], { varnas: [{ vem: 'forfattare', dagarFore: 0 }] }),
  regel(13, 'fyller-18', 'fodd', [18, 'ar'], { raknas: 'alder', kvarDagar: 30, varnas: [{ vem: 'ansvarig', dagarFore: 180 }] }),
  regel(14, 'personkrets-saknas', 'personkretsSaknas', [0, 'dag']),
  regel(16, 'erbjud-plan', 'planErbjuds', [14, 'dag']),
  regel(17, 'uppratta-plan', 'planBegard', [2, 'manad']),
  regel(18, 'omprova-plan', 'planOmprovas', [12, 'manad'], { paragraf: 'LSS 10 §' }),
  regel(15, 'planerad-uppfoljning', 'uppfoljningPlanerad', [0, 'dag'], { varnas: [{ vem: 'ansvarig', dagarFore: 14 }] }),
  regel(20, 'samtycke-upphor', 'samtyckeSlutar', [0, 'dag'], { kvarDagar: 30, varnas: [{ vem: 'ansvarig', dagarFore: 30 }] }),
  regel(21, 'godkannande-upphor', 'godkannandeSlutar', [0, 'dag'], { kvarDagar: 30, varnas: [{ vem: 'ansvarig', dagarFore: 30 }] }),
  regel(19, 'planerat-mote', 'motePlanerat', [0, 'dag'], { varnas: [{ vem: 'forfattare', dagarFore: 0 }] }),
];
