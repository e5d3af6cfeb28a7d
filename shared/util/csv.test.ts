import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

const text = (...rader: Parameters<typeof csvText>[0]) => csvText(rader);

test('SVERK-06 a BOM, semicolons and CRLF; quotes only where they are needed', () => {
  expect([...Buffer.from(csvText([]))]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text(['Kund', 'Ålder'], ['Åkerblom, Tove', 27], [undefined, 1.5])).toBe('\ufeffKund;Ålder\r\nÅkerblom, Tove;27\r\n;1,5\r\n');
  expect(text(['a;b', 'sade "ja"', 'två\nrader', ' blank'])).toBe('\ufeff"a;b";"sade ""ja""";"två\nrader";" blank"\r\n');
});

test.each(['=1+1', '+46', '-1', '@a', '\t=1', '\r=1', '  =HYPERLINK("x")', '\u00a0=1', '＝1'])(
  'SVERK-06 %j, which a spreadsheet would run, is text',
  (cell) => expect(text([cell]).replace('\ufeff', '').replace(/^"/, '')).toMatch(/^'/),
);

test('SVERK-06 a negative number of ours is a number', () => expect(text([-3])).toBe('\ufeff-3\r\n'));

test('SVERK-06 whatever is written is read back, cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
      const read = lasRad(text(cells).slice(1));
      expect(read.map((cell, at) => ([`'${cells[at]}`, `="${cells[at]}"`].includes(cell) ? cells[at] : cell))).toEqual(cells);
    }),
    { examples: [[['000276000000001', '=1', '0']]] },
  );
});

test.each(['000276000000001', '007', '276000000001', '199904122380'])('SVERK-06 the digits %s are kept as text', (cell) =>
  expect(lasRad(text([cell]).slice(1))).toEqual([`="${cell}"`]),
);
test.each([
  ...['3/4', '1-2', '2026-03', '03-04', '1.5', '26-11-20', '1/2/2026', '5 maj', 'maj 2026', '3-mars', 'okt-26', '1 jan 2026', '3 MAJ'],
  ...['10:30', '8:5', '9:15 a', '3/4 10:30', '2026-11-20 10:30', '1e5', '12E3', '3 1/2', '10 %', '1 000', '1,50', ' 3/4', '3/4\u00a0'],
])('SVERK-06 %j, which a spreadsheet takes for a day, a time or a number, is kept as text', (cell) =>
  expect(lasRad(text([cell]).slice(1))).toEqual([`="${cell}"`]),
);
const kinds: Record<string, string[]> = {
  'a day with a time': [
    '5 maj 10:00',
    '5 maj, 10:00',
    '5 maj 2026 10:00:30',
    'maj 2026 10:00',
    '5-maj-26 8:15',
    '3/4 9 am',
    '2026-11-20T10:30',
    '2026-11-20T10:30:00Z',
  ],
  'a time with a day': ['10:00 5 maj', '10:30 3/4', '9 am 3/4/2026'],
  'a day with signs between': ['3 / 4', '1 - 2', '5. maj', 'maj 5, 2026', 'May 5, 2026', '5,maj', '2026 maj 5', '5 okt.', '5 sept. 2026'],
  'a day of the week with a day': ['måndag 5 maj', 'tors 3/12', 'Monday, May 5, 2026', 'fre. 1 jan'],
  'a time': ['10:30', '25:61', '10:30:15,5', '9 am', '9p', '10:30 fm', '3 e.m.', '10:30 pm'],
  'a fraction or power': ['3 1/2', '1/2', '1e5', '1,5E+3'],
  'percent and money': [
    '10 %',
    '10%',
    ',5 %',
    '% 5',
    '100 kr',
    '100kr',
    '1 000 kr',
    '99,50 kr.',
    'kr 100',
    'SEK 100',
    '€5',
    '5 €',
    '100:-',
  ],
  'a negative number': ['(5)', '(1 000)', '(1,5)'],
  'decimals and thousands': ['1 000', '1\u00a0000', '1 000,5', '1,50', '1,00', '1,', ',5', '0,123456789'],
  'truth and errors': ['sant', 'SANT', 'falskt', 'true', 'False', '#N/A', '#SAKNAS!', '#REF!', '#DIVISION/0!'],
};
test.each(Object.entries(kinds))('SVERK-06 what a spreadsheet takes for %s is kept as text', (_, cells) => {
  for (const cell of cells.flatMap((one) => [one, ` ${one}`, `${one} `]))
    expect(lasRad(text([cell]).slice(1)), cell).toEqual([`="${cell}"`]);
});

test('SVERK-06 a day, however it is written, with a time before or behind it or none, is kept as text', () => {
  const tva = fc.integer({ min: 1, max: 12 }).map(String);
  const skilje = fc.constantFrom('/', '-', '.', ' / ');
  const manaden = fc.constantFrom(
    'jan',
    'februari',
    'mars',
    'apr',
    'maj',
    'juni',
    'jul',
    'aug',
    'september',
    'okt',
    'Nov',
    'DEC',
    'May',
    'October',
  );
  const luft = fc.constantFrom(' ', '-', '.', '. ', '');
  const ar = fc.constantFrom('26', '2026');
  const dagar = fc.oneof(
    fc.tuple(tva, skilje, tva).map(([d, s, m]) => `${d}${s}${m}`),
    fc.tuple(tva, skilje, tva, ar).map(([d, s, m, y]) => `${d}${s}${m}${s}${y}`),
    fc.tuple(tva, luft, manaden).map(([d, l, m]) => `${d}${l}${m}`),
    fc.tuple(tva, luft, manaden, luft, ar).map(([d, l, m, k, y]) => `${d}${l}${m}${k}${y}`),
    fc.tuple(manaden, luft, ar).map(([m, l, y]) => `${m}${l}${y}`),
  );
  const tider = fc.constantFrom('10:00', '8:5', '23:59:59', '9 am', '10:30 pm', '7 fm');
  const celler = fc.oneof(
    dagar,
    fc.tuple(dagar, fc.constantFrom(' ', ', '), tider).map((delar) => delar.join('')),
    fc.tuple(tider, dagar).map((delar) => delar.join(' ')),
  );
  fc.assert(
    fc.property(celler, (cell) => {
      expect(lasRad(text([cell]).slice(1))).toEqual([`="${cell}"`]);
    }),
  );
});

test.each([
  'maj',
  'Maj Ek',
  '3/4 av dygnet',
  'kl. 10:30',
  '12 tim/vecka',
  '1,5',
  '8-10 tim',
  'B 3/4',
  '5 maj kl. 10',
  'maj månad',
  'Mars Ek 5',
  '10 st',
  '2 gånger',
  'A',
  '',
  'kronor',
  '(a)',
  'sanning',
  '5 maj och 6 maj',
  '#1 i kön',
  'fredag',
  'tor',
  'sön',
  '1 decimeter',
  '070-123 45 67',
])('SVERK-06 %j, which it does not, is left as it is', (cell) => expect(text([cell])).toBe(`\ufeff${cell}\r\n`));
test.each(['0', '2', '2026', '19990412-2380', '2026-11-20', '0.5', '9'.repeat(10)])('SVERK-06 %s is left as it is', (cell) =>
  expect(text([cell])).toBe(`\ufeff${cell}\r\n`),
);
test('SVERK-06 digits that no formula can hold are left as they are', () =>
  expect(text(['0'.repeat(256)])).toBe(`\ufeff${'0'.repeat(256)}\r\n`));

/** One row as a reader of CSV takes it. */
function lasRad(rad: string): string[] {
  const cells = [''];
  let inne = false;
  for (let at = 0; at < rad.length - 2; at++) {
    const tecken = rad.charAt(at);
    if (tecken === '"' && inne && rad.charAt(at + 1) === '"') cells[cells.length - 1] += rad.charAt(++at);
    else if (tecken === '"') inne = !inne;
    else if (tecken === ';' && !inne) cells.push('');
    else cells[cells.length - 1] += tecken;
  }
  return cells;
}
