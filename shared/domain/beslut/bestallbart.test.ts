import { expect, test } from 'vitest';
import { fattat, testBestallning, today, underlag } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { stateOf, type TestRecord, testId } from '../testing/state.ts';
import { bestallningFor, bifallUtanBestallning } from './bestallbart.ts';
import type { Beslut } from './records.ts';

const i = kat.insats;
const lista = (...mer: TestRecord[]) => {
  const state = stateOf(underlag(...mer));
  const fakta = { insatser: state.katalogLista('insats'), beslut: state.list('beslut'), bestallningar: state.list('bestallning') };
  return bifallUtanBestallning(fakta, today).map(({ id }) => Number(id.slice(-2)));
};
const borttagen = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-13T09:00:00Z', orsak: 'Fel' };
/** A month of the tillfällig utökning that is granted as a series. */
const manad = (n: number, giltigFran: string, giltigTom: string, over: Partial<Beslut> = {}): TestRecord =>
  fattat(n, { koppling: { slag: 'serie', id: testId(802) }, giltigFran, giltigTom, ...over });
const stodfamilj = { slag: 'stodfamilj' as const, id: testId(801) };

test.each<[string, TestRecord[], number[]]>([
  ['a bifall that nothing is ordered on', [fattat(1)], [1]],
  ['BEST-GEN-02 it is ordered', [fattat(1), testBestallning(testId(201))], []],
  ['the order was taken back', [fattat(1), testBestallning(testId(201), { borttagen })], [1]],
  ['BEST-GEN-01 an avslag', [fattat(1, { utfall: 'avslag' })], []],
  ['marked as wrong', [fattat(1, { felmarkerad: true })], []],
  ['ended', [fattat(1, { giltigTom: '2026-11-19' })], []],
  ['FRAGA-08 it begins later', [fattat(1, { giltigFran: '2027-01-01' })], [1]],
  ['LASS-15 a LASS-beslut', [fattat(1, { insatsId: i.lass, beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' })], []],
  ['FRAGA-10 an insats without a beställning', [fattat(1, { insatsId: i.fri })], []],
  [
    'BEST-KORT-03 only the stödfamilj of a pair',
    [fattat(1, { insatsId: i.korttidsvistelse, koppling: stodfamilj }), fattat(2, { insatsId: i.stodfamilj, koppling: stodfamilj })],
    [2],
  ],
  ['korttidsvistelse by itself', [fattat(1, { insatsId: i.korttidsvistelse })], [1]],
  ['the first to begin first', [fattat(1, { giltigFran: '2026-12-01' }), fattat(2, { giltigFran: '2026-11-01' })], [2, 1]],
  [
    'FORB-24 a passed month while the series goes on',
    [manad(1, '2026-10-01', '2026-10-31'), manad(2, '2026-11-01', '2026-11-30'), testBestallning(testId(202))],
    [1],
  ],
  [
    'FORB-24 a passed month while the series is still to go on',
    [manad(1, '2026-10-01', '2026-10-31'), manad(2, '2026-12-01', '2026-12-31')],
    [1, 2],
  ],
  ['FORB-24 a series that has ended', [manad(1, '2026-09-01', '2026-09-30'), manad(2, '2026-10-01', '2026-10-31')], []],
  [
    'FORB-24 the month that goes on was marked as wrong',
    [manad(1, '2026-10-01', '2026-10-31'), manad(2, '2026-11-01', '2026-11-30', { felmarkerad: true })],
    [],
  ],
  ['known by its code alone', [fattat(1, { insatsId: undefined } as Partial<Beslut>)], [1]],
])('FORB-31 bifall utan beställning: %s', (_, records, expected) => {
  expect(lista(...records)).toEqual(expected);
});

test('a bifall that never began is ordered by nothing', () => {
  const state = stateOf(underlag(fattat(1)));
  const [beslut] = state.list('beslut');
  if (!beslut) throw new Error('no beslut');
  const insatser = state.katalogLista('insats');
  const { orsak: _, ...aldrigPaborjad } = borttagen;
  expect(bestallningFor(insatser, beslut.data)).toBeDefined();
  expect(bestallningFor(insatser, { ...beslut.data, aldrigPaborjad })).toBeUndefined();
});
