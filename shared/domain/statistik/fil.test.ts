import { expect, test } from 'vitest';
import { lssbeskrivning } from '../testing/statistik.ts';
import { filtext, skrivfel } from './fil.ts';
import type { Statistikbeskrivning } from './records.ts';

const kolumner = ['Nummer', 'Öppen', 'Slut'].map((namn) => ({ namn, falt: 'kommun', kravs: false }));
const med = (fil: Partial<Statistikbeskrivning['fil']> = {}) => {
  const bas = lssbeskrivning({ kolumner });
  return { ...bas, fil: { ...bas.fil, ...fil } };
};

test('STAT-06 a line for each row, a semicolon between cells, none at the end', () => {
  expect(filtext(med(), [['1', '', '3']])).toBe('Nummer;Öppen;Slut\r\n1;;3\r\n');
  expect(
    filtext(med({ rubrikrad: false, radslut: 'lf' }), [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]),
  ).toBe('1;2;3\n4;5;6\n');
  expect(filtext(med({ citattecken: true }), [['a;b', 'c"d', '']])).toBe('Nummer;Öppen;Slut\r\n"a;b";"c""d";""\r\n');
  for (const rad of filtext(med({ citattecken: true }), [['1', '', '']]).split('\r\n')) expect(rad.endsWith(';')).toBe(false);
  expect(filtext(med({ rubrikrad: false }), [])).toBe('');
});

test.each<[string, Partial<Statistikbeskrivning['fil']>, boolean, string | undefined]>([
  ['a', {}, true, undefined],
  ['', {}, false, undefined],
  ['', {}, true, 'radslut'],
  ['', { citattecken: true }, true, undefined],
  ['a;b', {}, false, 'semikolon'],
  ['a"b', {}, false, 'semikolon'],
  ['a;b', { citattecken: true }, false, undefined],
  ['a\nb', { citattecken: true }, false, 'tecken'],
  ['åäöÅÄÖé', { teckenkodning: 'iso-8859-1' }, false, undefined],
  ['ć', { teckenkodning: 'iso-8859-1' }, false, 'tecken'],
  ['ć', {}, false, undefined],
])('STAT-04 %j, %j, last: %s', (text, fil, sist, vantat) => {
  expect(skrivfel(text, med(fil).fil, sist)).toBe(vantat);
});
