import { expect, test } from 'vitest';
import { readKlockslag, svensktKlockslag } from './klockslag.ts';

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9.30', '09:30'],
  ['09:30', '09:30'],
  [' kl. 13 ', '13:00'],
  ['kl 0', '00:00'],
  ['2359', '23:59'],
  ['24', undefined],
  ['9.60', undefined],
  ['9.3', undefined],
  ['nio', undefined],
  ['', undefined],
])('a time of day typed %j is %j', (text, klockslag) => expect(readKlockslag(text)).toBe(klockslag));

test.each([
  ['09:30', '9.30'],
  ['13:00', '13.00'],
  ['00:15', '0.15'],
])('%s is written %s', (klockslag, ord) => expect(svensktKlockslag(klockslag)).toBe(ord));
