import { describe, expect, test } from 'vitest';
import { fattat, underlag } from '../domain/testing/beslut.ts';
import { fristerAv } from '../domain/testing/frister.ts';
import { fristregler } from '../domain/testing/fristregler.ts';
import { mote } from '../domain/testing/mote.ts';
import { akt, stateOf } from '../domain/testing/state.ts';
import { fristlag, fristsumma, kvartalsord } from './frist.ts';

const rader = (over: object) => fristerAv(stateOf([...underlag(fattat(1, over)), ...fristregler()]), akt.person);
const summa = (kod: string, over: object) =>
  rader(over)
    .filter(({ regel }) => regel.kod === kod)
    .map(fristsumma);

describe('KLOCK-02 each tells how it got its day', () => {
  test('from what, how long, and which day', () => {
    expect(summa('ej-verkstallt-lss', { beslutsdatum: '2026-08-31' })).toEqual(['beslut 2026-08-31 + 3 mån = 2026-11-30']);
    expect(summa('beslut-upphor', { giltigTom: '2027-01-31' })).toEqual(['gäller till 2027-01-31']);
  });
  test('and the last day to act, where that is another', () => {
    const partTagitDel = (dag: string) => ({
      partTagitDel: { anvandareId: '00000000-0000-7000-8000-000000000001', namn: 'x', at: '2026-12-04T08:00:00.000Z', dag, satt: '' },
    });
    expect(summa('overklagandetid', partTagitDel('2026-12-03'))).toEqual([
      'parten tog del 2026-12-03 + 3 veckor = 2026-12-24 (sista dag 2026-12-28, då 2026-12-24 inte är en vardag)',
    ]);
    expect(summa('overklagandetid', partTagitDel('2026-11-12'))).toEqual(['parten tog del 2026-11-12 + 3 veckor = 2026-12-03']);
  });
  test.each([
    [{ paragraf: 'LSS 28 f §', verifierad: true }, 'LSS 28 f §'],
    [{ paragraf: 'FL 11 §', verifierad: false }, 'FL 11 § (exempel)'],
    [{ verifierad: false }, 'Rutin (exempel)'],
  ])('by %j: %s', (regel, lag) => {
    expect(fristlag(regel)).toBe(lag);
  });
  test('MOTE-03 which meeting, and when: a kund may have several that day', () => {
    const moten = [mote(1), mote(2, { slag: 'telefon', fran: '14:30' })];
    const rader = fristerAv(stateOf([...underlag(), ...fristregler(), ...moten]), akt.person);
    expect(rader.filter(({ regel }) => regel.kod === 'planerat-mote').map(fristsumma)).toEqual([
      'Hembesök kl. 10.00, planerat 2026-11-20',
      'Telefonmöte kl. 14.30, planerat 2026-11-20',
    ]);
  });
  test('KLOCK-03 the quarter of its report', () => {
    expect(kvartalsord('2027-1')).toBe('kvartal 1 2027');
  });
});
