import { expect, test } from 'vitest';
import { etikettBeslut } from './etikett.ts';
import { fattat } from './testing/beslut.ts';
import { testId } from './testing/state.ts';

const beslut = (over: Parameters<typeof fattat>[1] = {}) => {
  const { type, data } = fattat(1, {
    beslutsnamn: 'LSS Kontaktperson Bifall',
    beslutsdatum: '2026-11-10',
    giltigFran: '2026-12-01',
    ...over,
  });
  if (type !== 'beslut') throw new Error('no beslut');
  return data;
};
const serie = { slag: 'serie' as const, id: testId(802) };

test.each([
  ['by the day it was made', {}, 'LSS Kontaktperson Bifall 261110'],
  ['a month of a series by its period', { koppling: serie, giltigTom: '2026-12-31' }, 'LSS Kontaktperson Bifall 261201-261231'],
  ['the last of a series that goes on', { koppling: serie }, 'LSS Kontaktperson Bifall 261201-'],
  ['one of a pair by its day', { koppling: { slag: 'stodfamilj' as const, id: testId(803) } }, 'LSS Kontaktperson Bifall 261110'],
])('FORB-24 FORB-41 a beslut is told from the others %s', (_, over, expected) => {
  expect(etikettBeslut(beslut(over))).toBe(expected);
});
