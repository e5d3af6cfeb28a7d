import { expect, test } from 'vitest';
import { beskrivning, beskrivningId, lssbeskrivning, solbeskrivning } from '../testing/statistik.ts';
import { arDess, gallande, senastInne, statistikdagar } from './perioder.ts';
import type { Statistikbeskrivning } from './records.ts';

const post = (n: number, data: Statistikbeskrivning) => ({ id: beskrivning(n, data).id, data });
/** As it was told until 2025, and as from then on: another column, and ten days later. */
const gammal = post(1, lssbeskrivning({ tom: '2025-12-31' }));
const ny = post(2, lssbeskrivning({ fran: '2026-01-01', senast: { manader: 1, dag: 5 }, exempel: false }));
const manad = post(3, solbeskrivning());

test('STAT-01 of two versions of a description the one counts that held on the day of the list', () => {
  const alla = [ny, gammal, manad];
  expect(gallande(alla, 'lss', '2025-10-01')?.id).toBe(beskrivningId(1));
  expect(gallande(alla, 'lss', '2025-12-31')?.id).toBe(beskrivningId(1));
  expect(gallande(alla, 'lss', '2026-01-01')?.id).toBe(beskrivningId(2));
  expect(gallande(alla, 'lss', '2018-09-30')).toBeUndefined();
  expect(gallande([ny, post(4, lssbeskrivning({ fran: '2026-06-01' }))], 'lss', '2026-10-01')?.id, 'of two that held').toBe(
    beskrivningId(4),
  );
  expect([senastInne(gammal.data, '2025-10-01'), senastInne(ny.data, '2026-10-01')]).toEqual(['2025-10-25', '2026-11-05']);
});

test('STAT-01 a month is to be in by the 15th of the next, over year ends too', () => {
  expect(['2026-10-31', '2026-12-31', '2028-02-29'].map((dag) => senastInne(manad.data, dag))).toEqual([
    '2026-11-15',
    '2027-01-15',
    '2028-03-15',
  ]);
});

test.each([
  ['2026-09-30', ['2025-10-01', '2024-10-01', '2023-10-01', '2022-10-01', '2021-10-01']],
  ['2026-10-01', ['2026-10-01', '2025-10-01', '2024-10-01', '2023-10-01', '2022-10-01']],
  ['2020-02-29', ['2019-10-01', '2018-10-01']],
])('STAT-01 on %s a list can be made of the days that have been, as far back as there is a description', (idag, dagar) => {
  expect(statistikdagar([gammal, ny], 'lss', idag)).toEqual(dagar);
});

test('STAT-01 of months the thirteen that are over, the latest first', () => {
  const dagar = statistikdagar([manad], 'solPagaende', '2027-01-31');
  expect([dagar.length, dagar[0], dagar[1], dagar.at(-1)]).toEqual([13, '2026-12-31', '2026-11-30', '2025-12-31']);
  expect(statistikdagar([manad], 'lss', '2027-01-31')).toEqual([]);
});

test('STAT-01 a list is of its own day alone', () => {
  expect([
    arDess(ny.data, '2026-10-01'),
    arDess(ny.data, '2026-10-02'),
    arDess(manad.data, '2026-11-30'),
    arDess(manad.data, '2026-11-29'),
  ]).toEqual([...[true, false, true, false]]);
});
