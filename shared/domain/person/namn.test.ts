import { describe, expect, test } from 'vitest';
import { civilstandVy } from './civilstand.ts';
import { arMojligDubblett } from './dubblett.ts';
import { kundnummerOf } from './kundnummer.ts';
import { lasNamn } from './namn.ts';

describe('FORB-04 a name in one field', () => {
  test.each([
    ['Ekström, Linnea Maria', { efternamn: 'Ekström', fornamn: 'Linnea Maria' }],
    [' von  Essen ,Åsa ', { efternamn: 'von Essen', fornamn: 'Åsa' }],
    ['Ekström, Linnea, Maria', { efternamn: 'Ekström', fornamn: 'Linnea Maria' }],
  ])('REG-06 "%s" is read surname first', (text, namn) => {
    expect(lasNamn(text)).toEqual({ slag: 'namn', namn });
  });

  test.each([
    ['Ekström Linnea Maria', ['Ekström', 'Linnea Maria'], ['Maria', 'Ekström Linnea']],
    ['Ek Eva', ['Ek', 'Eva'], ['Eva', 'Ek']],
  ])('without a comma "%s" is questioned, surname first before surname last', (text, ...forslag) => {
    expect(lasNamn(text)).toEqual({ slag: 'fraga', forslag: forslag.map(([efternamn, fornamn]) => ({ efternamn, fornamn })) });
  });

  test.each(['', ' ', 'Ekström', 'Ekström,', ', Linnea', ','])('"%s" is not a whole name', (text) => {
    expect(lasNamn(text)).toEqual({ slag: 'ofullstandigt' });
  });
});

test.each([
  ['okänt', 'Ogift (ej bekräftat)'],
  ['Ogift', 'Ogift'],
  ['Gift', 'Gift'],
])('FORB-05 REG-07 civilstånd %s is shown as %s', (civilstand, shown) => {
  expect(civilstandVy(civilstand)).toBe(shown);
});

const linnea = { efternamn: 'Ekström', fornamn: 'Linnea Maria', fodelsedatum: '2009-12-31' };
test.each([
  ['a given name in common', { fornamn: 'Maria' }, true],
  ['other accents and case', { efternamn: 'EKSTRÖM', fornamn: 'linnéa' }, true],
  ['a double name', { fornamn: 'Anna-Maria' }, true],
  ['another day of birth', { fodelsedatum: '2009-12-30' }, false],
  ['another surname', { efternamn: 'Ek' }, false],
  ['å is not a', { efternamn: 'Ekstrom' }, false],
  ['no given name in common', { fornamn: 'Linn' }, false],
])('FRAGA-06 REG-01 may be the same kund: %s', (_, over, dubblett) => {
  expect(arMojligDubblett({ ...linnea, ...over }, linnea)).toBe(dubblett);
  expect(arMojligDubblett(linnea, { ...linnea, ...over })).toBe(dubblett);
});

test('the kundnummer follows from the personId, and fits its field', () => {
  expect(kundnummerOf('0199a1b2-0000-7000-8000-ffffffffffff')).toBe('281474976710655');
  expect(kundnummerOf('0199a1b2-0000-7000-8000-00000000000a')).toBe('000000000000010');
});
