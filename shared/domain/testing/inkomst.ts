/** Test support only: an inkomstblankett, what it asks, and an answer. No product code imports it. */
import type { Inkomstblankett, Inkomstformular, Inkomstsvar } from '../inkomst/records.ts';
import { signatur } from './bestallning.ts';
import { etjanst } from './etjanst.ts';
import { type TestRecord, testId } from './state.ts';

export const formularId = testId(1400);
export const blankettId = (n: number): string => testId(1410 + n);
export const inkomstsvarId = (n: number): string => testId(1420 + n);
export const blankettRev = testId(1430);

export const formularet: Inkomstformular = {
  ...{ version: 1, fran: '2026-01-01', namn: 'Inkomstuppgifter' },
  delar: [
    {
      ...{ kod: 'inkomst', rubrik: 'Dina inkomster' },
      rader: [
        { kod: 'pension', rubrik: 'Pension', slag: 'manad' },
        { kod: 'lon', rubrik: 'Lön', slag: 'manad' },
        { kod: 'kapital', rubrik: 'Räntor', slag: 'ar' },
      ],
    },
    {
      ...{ kod: 'boende', rubrik: 'Ditt boende' },
      rader: [
        {
          ...{ kod: 'boendeform', rubrik: 'Vilket boende har du?', slag: 'val', krav: true },
          val: [
            { kod: 'hyresratt', namn: 'Hyresrätt' },
            { kod: 'annat', namn: 'Annat' },
          ],
        },
        { kod: 'hyresvard', rubrik: 'Hyresvärd', slag: 'text' },
      ],
    },
  ],
};
export const formular = (over: Partial<Inkomstformular> = {}, id = formularId): TestRecord => ({
  ...{ type: 'inkomstformular', id },
  data: { ...formularet, ...over },
});
/** The kund's e-service, in which it is filled in. */
export const aktivEtjanst = (over: Parameters<typeof etjanst>[0] = {}): TestRecord =>
  etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10', ...over });
/** Out since the day before, of the unit LSS. */
export const blankett = (n: number, over: Partial<Inkomstblankett> = {}): TestRecord => ({
  ...{ type: 'inkomstblankett', id: blankettId(n) },
  data: {
    ...{ ar: 2026, formularId, avgiftsenhet: 'lss', lage: 'ute', skickad: signatur, sista: '2026-12-15', rev: blankettRev },
    ...over,
  },
});
export const inlamnad = (n: number, over: Partial<Inkomstblankett> = {}): TestRecord =>
  blankett(n, { lage: 'inlamnad', svarId: inkomstsvarId(n), inlamnad: '2026-11-19T09:00:00.000Z', ...over });
export const svaret = [
  { kod: 'pension', kronor: 14_321 },
  { kod: 'boendeform', text: 'hyresratt' },
];
export const inkomstsvar = (n: number, over: Partial<Inkomstsvar> = {}): TestRecord => ({
  ...{ type: 'inkomstsvar', id: inkomstsvarId(n) },
  data: { enhet: 'lss', blankettId: blankettId(n), svar: svaret, inlamnat: '2026-11-19T09:00:00.000Z', ...over },
});
