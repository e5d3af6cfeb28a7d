import { beforeAll, describe, expect, it } from 'vitest';
import { parsePersonnummer } from '../../shared/domain/personnummer.ts';
import { type Nummer, Nummerforrad } from './nummer.ts';
import { Random } from './random.ts';
import { readText } from './resources.ts';

const today = '2026-11-20';
const count = 45_000;
const published = new Set(
  `${readText('testdata/testpersonnummer.txt')}\n${readText('testdata/testsamordningsnummer.txt')}`
    .split(/\s+/)
    .filter((value) => value !== ''),
);

describe('numbers that belong to nobody', () => {
  let numbers: Nummer[];
  beforeAll(() => {
    const forrad = new Nummerforrad(today, new Random('seed'));
    numbers = Array.from({ length: count }, () => forrad.next());
  });

  it('are never given twice, also when the published ones are used up', () => {
    expect(new Set(numbers.map(({ value }) => value)).size).toBe(count);
  });

  it('are the published ones as long as they last, then others of the test range 980–999', () => {
    const firstMade = numbers.findIndex(({ value }) => !published.has(value));
    const accepted = [...published].filter((value) => {
      const parsed = parsePersonnummer(value, '2026-11-20');
      return parsed.ok && parsed.birthDate !== null;
    }).length;
    expect(firstMade).toBe(accepted);
    for (const { value, slag } of numbers.slice(firstMade)) {
      expect(published.has(value)).toBe(false);
      expect(slag).toBe('personnummer');
      expect(Number(value.slice(8, 11))).toBeGreaterThanOrEqual(980);
      expect(parsePersonnummer(value, '2026-11-20').ok).toBe(true);
    }
  });

  it('leave people of an impossible age for last', () => {
    const firstOld = numbers.findIndex(({ alder }) => alder > 100);
    expect(firstOld).toBeGreaterThan(30_000);
  });

  it('are of women when the last digit but one is even', () => {
    for (const { value, kvinna } of numbers.slice(0, 500)) expect(kvinna).toBe(Number(value[10]) % 2 === 0);
  });
});

describe('the number nearest to a day', () => {
  it('is of that day when there is one, then of the days around, never the same again', () => {
    const forrad = new Nummerforrad(today, new Random('seed'));
    const given = Array.from({ length: 6 }, () => forrad.nearest('1999-04-12', true));
    expect(given[0]?.value).toBe('199904122380');
    expect(new Set(given.map((one) => one?.value)).size).toBe(6);
    for (const one of given) expect(one?.fodelsedatum.slice(0, 7)).toBe('1999-04');
  });
});
