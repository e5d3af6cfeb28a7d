import { expect, test } from 'vitest';
import { delbara, fordela } from './fordelning.ts';
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
