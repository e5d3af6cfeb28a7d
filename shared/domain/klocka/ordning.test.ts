import { expect, test } from 'vitest';
import { rapportlage } from '../ivo/rad.ts';
import { testAktualisering } from '../testing/beslut.ts';
import { beslutId, bifall, med } from '../testing/bestallning.ts';
import { fristerAv, ivotiderAv } from '../testing/frister.ts';
import { fristregler } from '../testing/fristregler.ts';
import { ivorapport } from '../testing/ivo.ts';
import { akt, stateOf, type TestRecord, testId } from '../testing/state.ts';
import { kvartalAv, radI } from './ivo.ts';

const [likaRegel] = fristregler().filter(({ data }) => 'kod' in data && data.kod === 'ej-verkstallt-lss') as [
  Extract<TestRecord, { type: 'fristregel' }>,
];
const signaturer = ['Karin Ek', 'Åsa Berg'].map((namn) => ({ anvandareId: testId(1), namn, at: '2026-11-10T09:00:00.000Z' }));

/** Two rules that both hold, of one kind and of two; a bifall common to units; two reports that fell away, and two of one instant. */
const records: TestRecord[] = [
  ...med(
    bifall(1, 'kontaktperson', { beslutsdatum: '2026-02-28' }),
    bifall(2, 'kontaktperson', { beslutsdatum: '2026-02-28', gemensam: true }),
    bifall(3, 'korttidsvistelse', { beslutsdatum: '2026-02-28', enhet: 'barn' }),
    bifall(4, 'korttidsvistelse', { beslutsdatum: '2026-02-28', enhet: 'bistand' }),
    ...(['2026-3', '2026-4'] as const).map((kvartal, n) => ivorapport(n + 1, '2026-02-28', { tid: `${beslutId(1)}/avbrott/x`, kvartal })),
    ...signaturer.map((av, n) => ivorapport(n + 3, '2026-02-28', { lage: n === 0 ? 'verkstallt' : 'avslutat', av })),
  ),
  ...fristregler(),
  { ...likaRegel, id: testId(790), data: { ...likaRegel.data, kod: 'ej-verkstallt-annan', paragraf: 'LSS 28 g §' } },
  { ...likaRegel, id: testId(791), data: { ...likaRegel.data, paragraf: 'LSS 28 h §' } },
];

function allt(ordning: TestRecord[]) {
  const state = stateOf(ordning);
  const tider = ivotiderAv(state, akt.person);
  const lagen = tider.flatMap((tid) => {
    const rad = radI(tid, kvartalAv('2026-3'));
    return rad ? [rapportlage(rad, '2026-3', state.list('ivorapport')).annat?.id] : [];
  });
  return { frister: fristerAv(state, akt.person), tider, lagen };
}

test('KLOCK-02 KLOCK-07 of what is common to several units each has its own: no two have one key', () => {
  const tva = [...records, testAktualisering(1, { gemensam: true, utredningId: undefined })];
  const { frister, tider } = allt(tva);
  const hos = (id: string) => frister.filter(({ ref }) => ref.id === id).map(({ enhet }) => enhet);
  expect(new Set(hos(beslutId(2))).size).toBeGreaterThan(1);
  expect(hos(beslutId(1)), 'what is one unit’s is told once').toHaveLength(2);
  expect(tider.filter((tid) => tid.beslutId === beslutId(2)).map(({ enhet }) => enhet)).toEqual(['lss']);
  for (const alla of [frister, tider]) {
    const nycklar = alla.map(({ nyckel }) => nyckel);
    expect(nycklar.toSorted().filter((one, n, sorted) => one === sorted[n - 1])).toEqual([]);
  }
});

test('KLOCK-02 KLOCK-07 what is computed is the same whatever order the records and the catalogue came in', () => {
  const vantat = allt(records);
  expect(vantat.frister.length).toBeGreaterThan(4);
  expect(vantat.tider.filter(({ bortfall }) => bortfall)).toHaveLength(2);
  expect(vantat.lagen).toContain(testId(884));
  for (let steg = 1; steg < records.length; steg += 1) {
    const vridna = [...records.slice(steg), ...records.slice(0, steg)];
    expect(allt(vridna)).toEqual(vantat);
    expect(allt(vridna.toReversed())).toEqual(vantat);
  }
});
