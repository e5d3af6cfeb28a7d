import { describe, expect, test } from 'vitest';
import { chefen, egen, underlag, utskottet } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { stateOf } from '../testing/state.ts';
import { beslutsfattareVal, delegationFor, farBesluta, kandBeslutsfattare } from './delegation.ts';
import { beslutKatalog } from './fakta.ts';
import type { Omfattning } from './records.ts';

const katalog = beslutKatalog(stateOf(underlag()));
const { assistans, korttidsvistelse, kontaktperson, bostadVuxna } = kat.insats;
const tim = (timmar: number, enhet: Omfattning['enhet'], minuter = 0): Omfattning => ({ minuter: timmar * 60 + minuter, enhet });

describe('DELEG-01 DELEG-02 DELEG-03 ROLL-06 FRAGA-49 who decides', () => {
  test.each([
    ['any insats without a row', { insatsId: kontaktperson }, 'handlaggare'],
    ['assistans of just 20 hours a week', { insatsId: assistans, omfattning: tim(20, 'Vecka') }, 'handlaggare'],
    ['assistans over 20 hours a week', { insatsId: assistans, omfattning: tim(20, 'Vecka', 1) }, 'individutskottet'],
    ['assistans of 86 hours a month', { insatsId: assistans, omfattning: tim(86, 'Månad') }, 'handlaggare'],
    ['assistans of 87 hours a month', { insatsId: assistans, omfattning: tim(87, 'Månad') }, 'individutskottet'],
    ['assistans of 1043 hours a year', { insatsId: assistans, omfattning: tim(1043, 'År') }, 'individutskottet'],
    ['an avslag of assistans', { insatsId: assistans, utfall: 'avslag' as const }, 'handlaggare'],
    ['an extern placering of any insats', { insatsId: kontaktperson, externPlacering: true }, 'individutskottet'],
    ['bostad vuxna', { insatsId: bostadVuxna }, 'enhetschef'],
    ['an avslag of bostad vuxna', { insatsId: bostadVuxna, utfall: 'avslag' as const }, 'enhetschef'],
    ['an extern placering of bostad vuxna: the first row counts', { insatsId: bostadVuxna, externPlacering: true }, 'individutskottet'],
  ])('%s', (_, fraga, beslutas) => {
    expect(delegationFor(katalog.delegationer, { utfall: 'bifall', ...fraga })).toMatchObject({ beslutas });
  });

  test('a limit in hours on a beslut that has none is told, not guessed', () => {
    const { beslutas, oklar } = delegationFor(katalog.delegationer, { insatsId: korttidsvistelse, utfall: 'bifall' });
    expect([beslutas, oklar?.id]).toEqual(['handlaggare', kat.delegation.korttid]);
    expect(delegationFor(katalog.delegationer, { insatsId: korttidsvistelse, utfall: 'avslag' }).oklar).toBeUndefined();
  });

  test.each([
    ['handlaggare', 'handlaggare', true],
    ['handlaggare', 'enhetschef', false],
    ['enhetschef', 'individutskottet', false],
    ['enhetschef', 'handlaggare', true],
    ['individutskottet', 'enhetschef', true],
  ] as const)('%s where %s decides: %j', (slag, beslutas, far) => {
    expect(farBesluta(slag, { beslutas })).toBe(far);
  });
});

describe('who may stand as beslutsfattare', () => {
  test('the names of today: handläggare and enhetschef, the enhetschef alone, the individutskottet', () => {
    expect(beslutsfattareVal(katalog, 'handlaggare').map(({ namn }) => namn)).toEqual(['Karin Ek', 'Ulla Ström']);
    expect(beslutsfattareVal(katalog, 'enhetschef')).toEqual([chefen]);
    expect(beslutsfattareVal(katalog, 'individutskottet')).toEqual([utskottet]);
    expect(beslutsfattareVal({ ...katalog, delegationer: [] }, 'individutskottet')).toEqual([]);
  });

  test('the name is the catalogue’s, whatever was sent', () => {
    expect(kandBeslutsfattare(katalog, { ...egen, namn: 'Kalle' } as typeof egen)).toEqual(egen);
    expect(kandBeslutsfattare(katalog, { slag: 'enhetschef', anvandareId: kat.handlaggare })).toBeUndefined();
    expect(kandBeslutsfattare(katalog, { slag: 'handlaggare', anvandareId: kat.systemforvaltare })).toBeUndefined();
  });
});
