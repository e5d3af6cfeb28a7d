import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPersonnummer, parsePersonnummer, shortPersonnummer } from './personnummer.ts';

/** Control characters and halves of surrogate pairs too. */
const anyUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
// Every number written out here is one of Skatteverket's test numbers, which belong to nobody.
const today = '2026-11-20';
const parse = (text: string, day = today) => parsePersonnummer(text, day);
const testdata = (file: string): string[] =>
  readFileSync(new URL(`../../resources/testdata/${file}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/);

/** The check digit of nine digits (the letter of an interim number counts as 1). */
function luhn(nine: string): string {
  const sum = [...nine].reduce((total, digit, place) => {
    const product = Number(/\d/.test(digit) ? digit : '1') * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
const numberOf = (date: string, three: string) => date + three + luhn(date.slice(2) + three);

/** Numbers that are right but need not exist: of every day before `today`, personnummer and samordningsnummer. */
const anyNumber = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-11-19T00:00:00Z'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 999 }),
    fc.boolean(),
  )
  .map(([date, three, samordning]) => {
    const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
    return numberOf(year + month + (samordning ? String(Number(day) + 60) : day), String(three).padStart(3, '0'));
  });

describe('written forms', () => {
  test.each([
    ['YYYYMMDD-NNNN', '19800229-2392'],
    ['YYYYMMDDNNNN', '198002292392'],
    ['YYMMDD-NNNN', '800229-2392'],
    ['YYMMDDNNNN', '8002292392'],
    ['spaces around it', '  19800229-2392\t'],
    ['a space for the sign', '800229 2392'],
    ['spaces in it', '1980 02 29 - 23 92'],
    ['a no-break space', '800229\u00a02392'],
    ['an en dash', '19800229–2392'],
    ['a minus sign', '800229\u22122392'],
    ['a non-breaking hyphen', '800229\u20112392'],
    ['full-width digits', '８００２２９－２３９２'],
  ])('SOK-03 %s: "%s"', (_, text) => {
    expect(parse(text)).toEqual({ ok: true, value: '198002292392', kind: 'personnummer', birthDate: '1980-02-29', age: 46 });
  });

  test.each([
    ['YYMMDD+NNNN', '900101+9802'],
    ['with spaces', ' 900101 + 9802 '],
    ['YYYYMMDD+NNNN', '18900101+9802'],
  ])('SOK-03 a plus sign, %s: "%s"', (_, text) => {
    expect(parse(text)).toMatchObject({ ok: true, value: '189001019802', birthDate: '1890-01-01', age: 136 });
  });
});

describe('what is wrong with it', () => {
  test.each([
    ['', 'empty'],
    [' \t\u00a0 ', 'empty'],
    ['1980O229-2392', 'characters'],
    ['Eva Ek', 'characters'],
    ['800229/2392', 'characters'],
    ['8002-292392', 'characters'],
    ['800229--2392', 'characters'],
    ['19800229+-2392', 'characters'],
    ['-8002292392', 'characters'],
    ['800229T392', 'characters'],
    ['-', 'length'],
    ['80', 'length'],
    ['800229-239', 'length'],
    ['800229-23922', 'length'],
    ['9800229-2392', 'length'],
    ['19800229-23920', 'length'],
    ['19810229-2392', 'date'],
    ['801302-2392', 'date'],
    ['800200-2392', 'date'],
    ['19801302-2392', 'date'],
    ['19800292-2392', 'date'],
    ['17991231-2392', 'date'],
    ['20261121-2392', 'date'],
    ['19800229-2393', 'checksum'],
    ['800229-2382', 'checksum'],
    ['19800229-0000', 'checksum'],
  ])('SOK-03 "%s" → %s', (text, error) => {
    expect(parse(text)).toEqual({ ok: false, error });
  });
});

describe('the century follows from the day it is read', () => {
  test.each([
    ['born today', '231229-2382', '2023-12-29', '2023-12-29', 0],
    ['born tomorrow: the century before', '231229-2382', '2023-12-28', '1923-12-29', 99],
    ['the day before 100', '261223-9232', '2026-12-22', '1926-12-23', 99],
    ['turns 100, with a plus sign', '261223+9232', '2026-12-23', '1926-12-23', 100],
    ['turns 100 later this year: the plus sign is there from 1 January', '261223+9232', '2026-01-01', '1926-12-23', 99],
    ['turned 100 earlier this year', '260104+9030', '2026-11-20', '1926-01-04', 100],
    ['no plus sign, and born in this century', '260104-9030', '2026-11-20', '2026-01-04', 0],
    ['the year before, no plus sign yet', '261223-9232', '2025-12-31', '1926-12-23', 99],
    ['born 29 February, before the birthday of a common year', '800229-2392', '2026-02-28', '1980-02-29', 45],
    ['born 29 February, 1 March', '800229-2392', '2026-03-01', '1980-02-29', 46],
  ])('FORB-01 %s: "%s" on %s', (_, text, day, birthDate, age) => {
    expect(parse(text, day)).toMatchObject({ ok: true, birthDate, age });
  });

  test('twelve digits name the century themselves: born after the day is a fault, not another century', () => {
    expect(parse('202312292382', '2023-12-28')).toEqual({ ok: false, error: 'date' });
    expect(parse('202312292382', '2023-12-29')).toMatchObject({ ok: true, age: 0 });
  });

  test('29 February of a year that had none is no date, in ten digits and in twelve', () => {
    expect(parse('000229+2392')).toEqual({ ok: false, error: 'date' });
    expect(parse('19000229-2392')).toEqual({ ok: false, error: 'date' });
  });
});

describe('kinds', () => {
  test('FRAGA-06 a samordningsnummer: the day of birth is the day without its 60', () => {
    expect(parse('19140168-2396')).toEqual({
      ok: true,
      value: '191401682396',
      kind: 'samordningsnummer',
      birthDate: '1914-01-08',
      age: 112,
    });
    expect(parse('140168+2396')).toMatchObject({ ok: true, kind: 'samordningsnummer', value: '191401682396' });
  });

  test('FRAGA-06 an interim number is read by option only', () => {
    const interim = numberOf('19800229', 'T23');
    expect(parsePersonnummer(interim, today)).toEqual({ ok: false, error: 'characters' });
    const expected = { ok: true, value: interim, kind: 'interim', birthDate: '1980-02-29', age: 46 };
    expect(parsePersonnummer(interim, today, { interim: true })).toEqual(expected);
    expect(parsePersonnummer(` ${interim.slice(2, 8)}-${interim.slice(8).toLowerCase()} `, today, { interim: true })).toEqual(expected);
    expect(parsePersonnummer('198002292392', today, { interim: true })).toMatchObject({ kind: 'personnummer' });
  });

  test.each([
    ['a letter no interim number has', '19800229-A230', 'characters'],
    ['the letter in another place', '19800229-2T30', 'characters'],
    ['a wrong check digit', `${numberOf('19800229', 'T23').slice(0, 11)}${(Number(numberOf('19800229', 'T23')[11]) + 1) % 10}`, 'checksum'],
  ])('FRAGA-06 an interim number with %s', (_, text, error) => {
    expect(parsePersonnummer(text, today, { interim: true })).toEqual({ ok: false, error });
  });
});

describe('Skatteverket’s test numbers', () => {
  test('SOK-03 every test personnummer is read, with its own birth date', () => {
    const numbers = testdata('testpersonnummer.txt');
    expect(numbers.length).toBeGreaterThan(40_000);
    const wrong = numbers.filter((number) => {
      const parsed = parsePersonnummer(number, today);
      return (
        !parsed.ok ||
        parsed.kind !== 'personnummer' ||
        parsed.value !== number ||
        parsed.birthDate?.replaceAll('-', '') !== number.slice(0, 8)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('FRAGA-06 every test samordningsnummer is read, those without a day of the calendar with no birth date', () => {
    const results = testdata('testsamordningsnummer.txt').map((number) => ({ number, parsed: parsePersonnummer(number, today) }));
    const read = results.filter(({ parsed }) => parsed.ok && parsed.kind === 'samordningsnummer');
    expect(read.length).toBe(results.length);
    const undated = read.filter(({ parsed }) => parsed.ok && parsed.birthDate === null);
    expect(undated.length).toBe(194);
    for (const { number, parsed } of undated) {
      expect(parsed).toEqual({ ok: true, value: number, kind: 'samordningsnummer', birthDate: null, age: null });
      const day = Number(number.slice(6, 8)) - 60;
      const date = new Date(Date.UTC(Number(number.slice(0, 4)), Number(number.slice(4, 6)) - 1, day));
      expect(date.getUTCDate() === day && date.getUTCMonth() === Number(number.slice(4, 6)) - 1, number).toBe(false);
    }
  });
});

test.each([
  ['month 00', '191500722390'],
  ['day 60', '191600862393'],
  ['30 February and 60', '193002902397'],
  ['month 00, ten digits', '150072+2390'],
])('FRAGA-06 a samordningsnummer without a day of the calendar is a person: %s', (_, text) => {
  expect(parse(text)).toMatchObject({ ok: true, kind: 'samordningsnummer', birthDate: null, age: null });
});

test.each([
  ['a personnummer has a day of the calendar', '19800230-2391', 'date'],
  ['nor is there a month 13', '191513722395', 'date'],
  ['nor a year to come', '202700722390', 'date'],
  ['the check digit counts', '191500722391', 'checksum'],
])('FRAGA-06 but %s: %s', (_, text, error) => {
  expect(parse(text)).toEqual({ ok: false, error });
});

describe('properties', () => {
  test('SOK-03 a right number is the same in every form it can be written in', () => {
    const spaced = fc.array(fc.nat({ max: 13 }), { maxLength: 3 });
    fc.assert(
      fc.property(anyNumber, spaced, fc.constantFrom('', '-', '–', '\u2011', ' '), (number, spaces, sign) => {
        const turnsHundred = Number(number.slice(0, 4)) <= 1926;
        const long = number.slice(0, 8) + sign + number.slice(8);
        const short = number.slice(2, 8) + (turnsHundred ? '+' : sign) + number.slice(8);
        for (const form of [number, long, short]) {
          const text = spaces.reduce((all, place) => `${all.slice(0, place)} ${all.slice(place)}`, form);
          expect(parsePersonnummer(text, today), text).toMatchObject({ ok: true, value: number });
        }
      }),
    );
  });

  test('SOK-03 one changed digit among the last ten is always found', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const digit = String((Number(number[place]) + more) % 10);
        expect(parsePersonnummer(number.slice(0, place) + digit + number.slice(place + 1), today).ok).toBe(false);
      }),
    );
  });

  test('SOK-03 any text at all gets an answer', () => {
    const text = fc.oneof(fc.string({ unit: anyUnit }), fc.stringMatching(/^[0-9+\- TRS]{0,16}$/));
    fc.assert(
      fc.property(text, fc.boolean(), (written, interim) => {
        const parsed = parsePersonnummer(written, today, { interim });
        if (parsed.ok) expect(parsed.value).toMatch(/^\d{8}[0-9A-Z]\d{3}$/);
        else expect(['empty', 'characters', 'length', 'date', 'checksum']).toContain(parsed.error);
      }),
    );
  });
});

test('PERS-01 the header writes the whole number, tabs the short one', () => {
  expect(formatPersonnummer('198002292392')).toBe('19800229-2392');
  expect(shortPersonnummer('198002292392')).toBe('800229-2392');
});
