import { expect, test } from 'vitest';
import type { Person } from './records.ts';
import { displayName } from './records.ts';
import { utanSkyddadAdress } from './utan-adress.ts';

const person: Person = {
  personnummer: '200912312386',
  nummerSlag: 'personnummer',
  fodelsedatum: '2009-12-31',
  efternamn: 'Ekström',
  fornamn: 'Linnea Maria',
  kundnummer: '100001',
  skydd: 'ingen',
  adress: { gata: 'Storgatan 1', postnummer: '252 20', ort: 'Helsingborg' },
  telefon: '0700000000',
  civilstand: 'okänt',
  folkbokfordIKommunen: true,
  enheter: ['lss'],
};

test.each(['sekretessmarkering', 'skyddadFolkbokforing'] as const)('FRAGA-62 with %s no address is shown; all else is left', (skydd) => {
  const { adress: _, ...rest } = person;
  expect(utanSkyddadAdress({ ...person, skydd })).toEqual({ ...rest, skydd });
});

test('FRAGA-62 without protection the address is shown', () => {
  expect(utanSkyddadAdress(person)).toBe(person);
});

test('FORB-04 a name is shown surname first', () => {
  expect(displayName(person)).toBe('Ekström, Linnea Maria');
});

test('FRAGA-62 nor where post goes, but through Skatteverket', () => {
  const postadress = { gata: 'Box 2820', postnummer: '403 20', ort: 'Göteborg' };
  const { adress: _, ...rest } = person;
  expect(utanSkyddadAdress({ ...rest, skydd: 'sekretessmarkering', postadress })).not.toHaveProperty('postadress');
  const via = { ...person, skydd: 'skyddadFolkbokforing' as const, postadress: { ...postadress, viaSkatteverket: true as const } };
  expect(utanSkyddadAdress(via)).toEqual({ ...rest, skydd: via.skydd, postadress: via.postadress });
});
