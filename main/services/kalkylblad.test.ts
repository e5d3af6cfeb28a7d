import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { kalkylblad } from './kalkylblad.ts';

const blad = {
  namn: 'Beslut som upphör: 2026/2027 [alla] och mer än så',
  rubriker: ['Till och med', 'Kund', 'Antal'],
  rader: [
    [{ dag: '2026-12-31' }, 'Åkerblom, Tove', 3],
    [{ dag: '2024-02-29' }, '=SUM(A1:A9)', 0],
    [undefined, ' +46 70 & <b>"ord"</b> ', 1.5],
  ],
};
const lasa = async (bytes: Uint8Array) => readXlsxFile(Buffer.from(bytes));

test('SVERK-06 a real Excel file: days are days, numbers numbers, and texts texts whatever they begin with', async () => {
  const [lista] = await lasa(await kalkylblad('xlsx', blad));
  expect(lista?.sheet).toBe('Beslut som upphör  2026 2027  a');
  expect(lista?.data).toEqual([
    ['Till och med', 'Kund', 'Antal'],
    [new Date('2026-12-31T00:00:00.000Z'), 'Åkerblom, Tove', 3],
    [new Date('2024-02-29T00:00:00.000Z'), '=SUM(A1:A9)', 0],
    [null, expect.stringContaining('+46 70 & <b>"ord"</b>'), 1.5],
  ]);
});

test('SVERK-06 the same as text, with the day as it is written in Swedish', async () => {
  const text = Buffer.from(await kalkylblad('csv', blad)).toString('utf8');
  expect(text.split('\r\n').slice(1, 3)).toEqual(['2026-12-31;Åkerblom, Tove;3', "2024-02-29;'=SUM(A1:A9);0"]);
});

test.each(['', "'", '///', 'x'.repeat(60)])('any name gives a sheet: %j', async (namn) => {
  const [lista] = await lasa(await kalkylblad('xlsx', { namn, rubriker: ['A'], rader: [] }));
  expect(lista?.data).toEqual([['A']]);
});
