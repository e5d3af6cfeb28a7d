import { describe, expect, test } from 'vitest';
import type { BevakningRad } from '../ipc/views.ts';
import { bladdra, dagEfterTangent, isRod, kalendertabell, periodnamn, perSlag, veckorna } from './kalenderdagar.ts';

test('KLOCK-13 a month is its whole weeks, Monday first, over year ends and leap days too', () => {
  const dagar = (vy: 'vecka' | 'manad', dag: string) => veckorna(vy, dag).map((vecka) => [vecka[0], vecka[6]]);
  expect(dagar('vecka', '2027-01-01')).toEqual([['2026-12-28', '2027-01-03']]);
  expect(dagar('manad', '2026-12-15')).toEqual([
    ['2026-11-30', '2026-12-06'],
    ['2026-12-07', '2026-12-13'],
    ['2026-12-14', '2026-12-20'],
    ['2026-12-21', '2026-12-27'],
    ['2026-12-28', '2027-01-03'],
  ]);
  expect(veckorna('manad', '2027-02-10'), '1 February 2027 is a Monday').toHaveLength(4);
  expect(veckorna('manad', '2028-02-29').flat()).toContain('2028-02-29');
});

test('KLOCK-13 a week has the year that most of it lies in', () => {
  expect([periodnamn('vecka', '2027-01-01'), periodnamn('vecka', '2026-12-28'), periodnamn('manad', '2026-12-28')]).toEqual([
    'vecka 53, 2026',
    'vecka 53, 2026',
    'december 2026',
  ]);
});

test('KLOCK-13 arrows go by days and weeks, page keys by the period', () => {
  const ga = (tangent: string, vy: 'vecka' | 'manad' = 'manad') => dagEfterTangent(vy, '2027-01-31', tangent);
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map((one) => ga(one))).toEqual([
    ...['2027-01-30', '2027-02-01', '2027-01-24', '2027-02-07', '2027-01-25', '2027-01-31', '2026-12-31', '2027-02-28'],
  ]);
  expect([ga('PageDown', 'vecka'), bladdra('vecka', '2027-01-31', -1), ga('a')]).toEqual(['2027-02-07', '2027-01-24', undefined]);
});

test.each([
  ['2026-12-06', true],
  ['2026-12-25', true],
  ['2027-03-26', true],
  ['2027-05-06', true],
  ['2026-12-24', false],
  ['2026-12-05', false],
])('KLOCK-13 %s is red: %s', (dag, rod) => expect(isRod(dag)).toBe(rod));

test('KLOCK-13 what is due is told apart by what it comes from, and counted', () => {
  const rad = (slag: string, grund?: string) => ({ slag, grund }) as BevakningRad;
  const alla = [rad('lagd'), rad('beraknad', 'LSS 28 f §'), rad('beraknad', 'Rutin (exempel)'), rad('beraknad', 'FL 12 § (exempel)')];
  expect(perSlag(alla).map(({ text }) => text)).toEqual(['2 lagregler', '1 rutin', '1 bevakning']);
  expect(perSlag([])).toEqual([]);
});

describe('KLOCK-13 UTSK-06 on paper', () => {
  const rad = (datum: string, slag: string, grund?: string) => ({ datum, slag, grund, typ: 'Prov' }) as BevakningRad;
  const alla = [rad('2026-12-01', 'lagd'), rad('2026-12-01', 'beraknad', 'LSS 28 f §'), rad('2026-12-25', 'lagd')];
  test('a month counts the kinds of each day, and names nobody', () => {
    const { kolumner, rader } = kalendertabell('manad', '2026-12-15', alla, () => 'Ekström, Linnea');
    expect(kolumner).toEqual(['v', 'mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön']);
    expect(rader.map(([v]) => v)).toEqual(['49', '50', '51', '52', '53']);
    expect(rader.every((en) => en.length === kolumner.length)).toBe(true);
    expect(rader[0]?.slice(1, 3)).toEqual(['30 november', '1\n2 st\n▲ 1 lagregel\n● 1 bevakning']);
    expect(rader[3]?.[5]).toBe('25, röd dag\n1 st\n● 1 bevakning');
    expect(JSON.stringify(rader)).not.toContain('Ekström');
  });
  test('a week tells each of them, all of them', () => {
    const manga = Array.from({ length: 30 }, () => rad('2026-12-02', 'lagd'));
    const { rader } = kalendertabell('vecka', '2026-12-02', [...alla, ...manga], () => 'Prov, Linnea');
    expect(rader).toHaveLength(1);
    expect(rader[0]?.[2]).toBe('1 december\n2 st\n● Prov, Linnea\n▲ Prov, Linnea');
    expect(rader[0]?.[3]?.split('\n')).toHaveLength(32);
  });
});
