import { expect, test } from 'vitest';
import type { Sokning } from '../../../shared/domain/sokverktyg/records.ts';
import { alla, attSpara, ifylltAv, ifylltFor, lasParametrar } from './sokval.ts';

const sokning: Sokning = {
  ...{ namn: 'Beslut', ordning: 1, slag: 'beslut', villkor: [], kolumner: ['kund'] },
  parametrar: [
    { kod: 'fran', slag: 'dag', namn: 'Från', kravs: true, forval: { dagar: 0 } },
    { kod: 'tom', slag: 'dag', namn: 'Till', forval: { dagar: 90 } },
    { kod: 'dagar', slag: 'tal', namn: 'Dagar', forval: 30 },
    { kod: 'hos', slag: 'handlaggare', namn: 'Handläggare', forval: 'jag' },
    { kod: 'insats', slag: 'insats', namn: 'Insats' },
  ],
};
const idag = { dag: '2026-11-20', anvandareId: 'jag' };

test('SVERK-03 what is typed is read as people type it; what cannot be is said at its field', () => {
  const ifyllt = { fran: '20/11', tom: '+7', dagar: '5', hos: alla, insats: 'i1' };
  expect(lasParametrar(sokning, ifyllt, idag.dag)).toEqual({
    varden: { fran: '2026-11-20', tom: '2026-11-27', dagar: 5, insats: 'i1' },
    fel: {},
  });
  const { varden, fel } = lasParametrar(sokning, { fran: '', tom: '31/2', dagar: '5 st' }, idag.dag);
  expect([varden, Object.keys(fel)]).toEqual([{}, ['fran', 'tom', 'dagar']]);
});

test('SVERK-03 a period that ends before it begins is said at its end, and is none to search', () => {
  const period: Sokning = {
    ...sokning,
    villkor: [
      { falt: 'giltigFran', op: 'hogst', parameter: 'tom' },
      { falt: 'giltigTom', op: 'minst', parameter: 'fran' },
    ],
  };
  const fel = (fran: string, tom: string, of = period) => Object.keys(lasParametrar(of, { fran, tom, dagar: '5' }, idag.dag).fel);
  expect(fel('2026-11-21', '2026-11-20')).toEqual(['tom']);
  expect(fel('2026-11-20', '2026-11-20')).toEqual([]);
  expect(fel('2026-11-21', ''), 'no end').toEqual([]);
  const olika: Sokning = { ...period, villkor: [...period.villkor, { falt: 'beslutsdatum', op: 'minst', parameter: 'fran' }] };
  expect(fel('2026-11-21', '2026-11-20', olika), 'not the ends of one').toEqual([]);
});

test('SVERK-05 an own search keeps what was changed, emptied too; the rest follows the day it is run', () => {
  const forvalt = ifylltFor(sokning, idag);
  expect(forvalt).toEqual({ fran: '2026-11-20', tom: '2027-02-18', dagar: '30', hos: 'jag', insats: '' });
  const { varden } = lasParametrar(sokning, { ...forvalt, dagar: '60', hos: alla }, idag.dag);
  const sparat = attSpara(sokning, varden, idag);
  expect(sparat).toEqual({ dagar: 60, hos: '' });
  const senare = { ...idag, dag: '2026-12-24' };
  expect(ifylltAv(sokning, sparat, senare)).toEqual({ fran: '2026-12-24', tom: '2027-03-24', dagar: '60', hos: '', insats: '' });
});
