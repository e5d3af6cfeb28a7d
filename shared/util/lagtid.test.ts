import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusDagar } from './datum.ts';
import { type Lagtid, periodslut, sistaDagAttHandla } from './lagtid.ts';

const veckor = (antal: number): Lagtid => ({ antal, enhet: 'vecka' });
const manader = (antal: number): Lagtid => ({ antal, enhet: 'manad' });

test.each<[string, Lagtid, string, string]>([
  // Three weeks from the day the party got the decision (FL 44 §).
  ['2026-12-03', veckor(3), '2026-12-24', '2026-12-28'],
  ['2026-12-10', veckor(3), '2026-12-31', '2027-01-04'],
  ['2026-12-16', veckor(3), '2027-01-06', '2027-01-07'],
  ['2027-03-05', veckor(3), '2027-03-26', '2027-03-30'],
  ['2027-04-15', veckor(3), '2027-05-06', '2027-05-07'],
  ['2027-06-04', veckor(3), '2027-06-25', '2027-06-28'],
  ['2026-11-06', veckor(3), '2026-11-27', '2026-11-27'],
  ['2026-11-02', veckor(3), '2026-11-23', '2026-11-23'],
  // Four weeks to answer who asks for a decision (FL 12 §).
  ['2026-11-27', veckor(4), '2026-12-25', '2026-12-28'],
  // Six months from the ansökan (FL 12 §).
  ['2026-08-31', manader(6), '2027-02-28', '2027-03-01'],
  ['2026-05-28', manader(6), '2026-11-28', '2026-11-30'],
  // Three months from the decision (SoL 34:1, LSS 28 f §).
  ['2026-11-30', manader(3), '2027-02-28', '2027-03-01'],
  ['2026-08-31', manader(3), '2026-11-30', '2026-11-30'],
  ['2026-09-30', manader(3), '2026-12-30', '2026-12-30'],
  ['2026-12-31', manader(3), '2027-03-31', '2027-03-31'],
  // Four months from the opening (SoL 20:3).
  ['2026-10-31', manader(4), '2027-02-28', '2027-03-01'],
  // Years, leap days and ends of months.
  ['2021-05-10', { antal: 5, enhet: 'ar' }, '2026-05-10', '2026-05-11'],
  ['2024-02-29', { antal: 1, enhet: 'ar' }, '2025-02-28', '2025-02-28'],
  ['2024-02-29', { antal: 4, enhet: 'ar' }, '2028-02-29', '2028-02-29'],
  ['2027-11-30', manader(3), '2028-02-29', '2028-02-29'],
  ['2027-02-28', manader(3), '2027-05-28', '2027-05-28'],
  ['2026-01-31', manader(1), '2026-02-28', '2026-03-02'],
  ['2026-12-17', { antal: 14, enhet: 'dag' }, '2026-12-31', '2027-01-04'],
  // The nights that Swedish clocks are set.
  ['2026-03-28', { antal: 1, enhet: 'dag' }, '2026-03-29', '2026-03-30'],
  ['2026-03-08', veckor(3), '2026-03-29', '2026-03-30'],
  ['2026-10-04', veckor(3), '2026-10-25', '2026-10-26'],
])('KLOCK-01 from %s, %j: %s, to be acted on by %s', (fran, period, slut, sista) => {
  expect(periodslut(fran, period)).toBe(slut);
  expect(sistaDagAttHandla(slut)).toBe(sista);
});

test('KLOCK-01 months one by one lead no other way than by the day they count from', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => plusDagar('2000-01-01', n));
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 240 }), (fran, antal) => {
      const slut = periodslut(fran, manader(antal));
      const months = Number(fran.slice(0, 4)) * 12 + Number(fran.slice(5, 7)) - 1 + antal;
      expect(Number(slut.slice(0, 4)) * 12 + Number(slut.slice(5, 7)) - 1).toBe(months);
      // The same number, or that of a shorter month's last day.
      const isLast = plusDagar(slut, 1).slice(8) === '01';
      expect(slut.slice(8) === fran.slice(8) || (isLast && slut.slice(8) < fran.slice(8))).toBe(true);
      expect(periodslut(fran, { antal: antal * 7, enhet: 'dag' })).toBe(periodslut(fran, veckor(antal)));
    }),
  );
});
