import { expect, test } from 'vitest';
import { beslutId, bifall, med, signatur, verk } from '../testing/bestallning.ts';
import { akt, stateOf, type TestRecord } from '../testing/state.ts';
import { bifallUtanLssInsatser } from './lss-insatser.ts';

const today = '2026-11-20';
/** The akt of the tests, whose own LSS Insatser is closed. */
const utan = (...records: TestRecord[]): TestRecord[] => med(...records).filter(({ id }) => id !== akt.lssInsatser);
const lss = (over: object = {}) => verk(9, { insatskategori: 'LSS Insatser', lssInsatser: true, ...over });

test.each([
  ['VERK-01 an LSS bifall that goes on', [bifall(1)], beslutId(1)],
  ['FORB-27 the oldest of them', [bifall(1), bifall(2, 'dagligVerksamhet', { beslutsdatum: '2026-09-01' })], beslutId(2)],
  ['one whose last day is today', [bifall(1, 'kontaktperson', { giltigTom: today })], beslutId(1)],
  ['LSS Insatser was closed', [bifall(1), lss({ slutdatum: '2026-11-01' })], beslutId(1)],
  ['LSS Insatser is open', [bifall(1), lss()], undefined],
  ['it has ended', [bifall(1, 'kontaktperson', { giltigTom: '2026-11-19' })], undefined],
  ['AVSL-01 the case was closed today', [bifall(1, 'kontaktperson', { giltigTom: today, avslutad: signatur })], undefined],
  ['an avslag', [bifall(1, 'kontaktperson', { utfall: 'avslag' })], undefined],
  ['marked as wrong', [bifall(1, 'kontaktperson', { felmarkerad: true })], undefined],
  ['SoL', [bifall(1, 'trygghetslarm')], undefined],
] as [string, TestRecord[], string | undefined][])('%s', (_, records, expected) => {
  const state = stateOf(utan(...records));
  const fakta = {
    insatser: state.katalogLista('insats'),
    beslut: state.list('beslut'),
    verkstalligheter: state.list('verkstallighet'),
  };
  expect(bifallUtanLssInsatser(fakta, today)?.id).toBe(expected);
});
