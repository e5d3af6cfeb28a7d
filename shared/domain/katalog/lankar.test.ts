import { describe, expect, test } from 'vitest';
import { stateOf, type TestRecord, testId } from '../testing/state.ts';
import { lankarAv, oppnasSom, oppningsbara } from './lankar.ts';

describe('HJALP-03 what an address is opened as', () => {
  test.each([
    ['https://minasidor.soderkoping.se/LSS', 'https://minasidor.soderkoping.se/LSS'],
    ['https://support.soderkoping.se', 'https://support.soderkoping.se'],
    ['systemsupportsaf@haninge.se', 'mailto:systemsupportsaf@haninge.se'],
    ['0121-181 00', 'tel:012118100'],
  ])('%s', (adress, som) => expect(oppnasSom(adress)).toBe(som));
  test.each([
    ...['http://support.soderkoping.se', 'https://user@evil.se/', 'https://evil.se:8443/', 'javascript:alert(1)', 'file:///etc/passwd'],
    ...['Intranätet › Rutiner › LASS', 'Anknytning 8218', 'https://localhost/', 'a@b.se?bcc=c@d.se', 'ms-word:ofe|u|https://x.se', ''],
  ])('%j is only read', (adress) => expect(oppnasSom(adress)).toBeUndefined());
});

const lista = (n: number, data: object): TestRecord => ({ type: 'vardelista', id: testId(n), data }) as TestRecord;
const katalogen = stateOf([
  lista(990, {
    lista: 'lank',
    varden: [
      { namn: 'Support', grupp: 'Stöd', adress: 'https://support.soderkoping.se' },
      { namn: 'E-tjänsten', grupp: 'E-tjänst', adress: 'https://minasidor.soderkoping.se/LSS', visas: ['personal', 'medborgare'] },
      { namn: 'Gammal', grupp: 'Stöd', adress: 'https://gammal.example.se', aktiv: false },
      { namn: 'Blad', grupp: 'Stöd', adress: 'Pärmen', visas: ['medborgare'] },
    ],
  }),
  lista(991, { lista: 'rutin', varden: [{ namn: 'Rutin', adress: 'https://intra.kommunen.example/rutin' }] }),
]);
const namnen = (vem: 'personal' | 'medborgare') => lankarAv(katalogen.katalogLista('vardelista'), vem).map(({ namn }) => namn);
test('HJALP-01 HJALP-02 staff and citizens see theirs, and nothing that is taken out of use', () => {
  expect([namnen('personal'), namnen('medborgare')]).toEqual([
    ['Support', 'E-tjänsten'],
    ['E-tjänsten', 'Blad'],
  ]);
});
test('what may be opened is what the catalogue has, and no more', () => {
  expect(oppningsbara(katalogen)).toEqual([
    'https://support.soderkoping.se',
    'https://minasidor.soderkoping.se/LSS',
    'https://intra.kommunen.example/rutin',
  ]);
});
