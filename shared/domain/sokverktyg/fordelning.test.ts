import { expect, test } from 'vitest';
import { delbara, fordela, perManad, raknade } from './fordelning.ts';
import type { Sokning } from './records.ts';

const rad = (personId: string, handlaggare: readonly string[] | undefined) => ({ person: { personId }, varden: { handlaggare } });

test('SVERK-07 rows and kunder are counted by a column, the most first; one with several values under each', () => {
  const rader = [
    rad('a', ['Karin', 'Per']),
    rad('a', ['Karin']),
    rad('b', ['Per']),
    rad('b', ['Karin']),
    rad('c', []),
    rad('d', undefined),
  ];
  expect(fordela(rader, 'handlaggare')).toEqual([
    { varde: 'Karin', rader: 3, kunder: 2 },
    { varde: '', rader: 2, kunder: 2 },
    { varde: 'Per', rader: 2, kunder: 2 },
  ]);
});

test('SVERK-07 by words, and what is yes or no; not by what each row has of its own', () => {
  const sokning: Sokning = {
    ...{ namn: 'Prov', ordning: 1, slag: 'beslut', parametrar: [], villkor: [] },
    kolumner: ['kund', 'personnummer', 'alder', 'beslut', 'giltigTom', 'omfattning', 'verkstallt', 'personkrets'],
  };
  expect(delbara(sokning)).toEqual(['beslut', 'verkstallt', 'personkrets']);
});

test('SVERK-07 each group has the sum of a column of numbers, and how many rows have one', () => {
  const med = (personId: string, beslut: string, dagarSedan?: number) => ({ person: { personId }, varden: { beslut, dagarSedan } });
  const rader = [med('a', 'Ledsagning', 3), med('b', 'Ledsagning', 4), med('b', 'Ledsagning'), med('c', 'Boende')];
  expect(fordela(rader, 'beslut', 'dagarSedan')).toEqual([
    { varde: 'Ledsagning', rader: 3, kunder: 2, summa: 7, tal: 2 },
    { varde: 'Boende', rader: 1, kunder: 1, summa: 0, tal: 0 },
  ]);
  expect(raknade(rader, 'dagarSedan')).toEqual({ rader: 4, kunder: 3, summa: 7, tal: 2 });
});

test('SVERK-07 month by month, also those without a row, over the end of a year; the latest where they are too many', () => {
  const den = (beslutsdatum?: string) => ({ varden: { beslutsdatum } });
  expect(perManad([den('2026-11-30'), den('2027-02-01'), den('2026-11-01'), den()], 'beslutsdatum')).toEqual([
    { manad: '2026-11', rader: 2 },
    { manad: '2026-12', rader: 0 },
    { manad: '2027-01', rader: 0 },
    { manad: '2027-02', rader: 1 },
  ]);
  expect(perManad([], 'beslutsdatum')).toEqual([]);
  const lang = perManad([den('1990-01-01'), den('2026-11-01')], 'beslutsdatum');
  expect([lang.length, lang[0]?.manad, lang.at(-1)]).toEqual([120, '2016-12', { manad: '2026-11', rader: 1 }]);
});
