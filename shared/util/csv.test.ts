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
test.each(['maj', 'Maj Ek', '3/4 av dygnet', 'kl. 10:30', '12 tim/vecka', '1,5', '8-10 tim', 'B 3/4', '1 decimeter', '070-123 45 67'])(
  'SVERK-06 %j, which it does not, is left as it is',
  (cell) => expect(text([cell])).toBe(`\ufeff${cell}\r\n`),
);
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
