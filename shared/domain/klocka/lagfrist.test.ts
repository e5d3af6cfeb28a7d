import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dagarMellan } from '../../util/datum.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import { fristregler } from '../testing/fristregler.ts';
import { stateOf, testId } from '../testing/state.ts';
import { lagfrist, langeObehandlad } from './lagfrist.ts';

/** An utredning and the aktualisering it examines. */
const om = (
  inkomDatum: string,
  over: Partial<Pick<Aktualisering, 'slag' | 'utredningId'>> = {},
  lass = false,
): [Parameters<typeof lagfrist>[1], Parameters<typeof lagfrist>[2]] => [
  { id: testId(20), data: { inkomDatum, ...(lass ? { lass } : {}) } },
  [{ id: testId(30), data: { slag: 'ansokan', utredningId: testId(20), ...over } }],
];
const regler = stateOf(fristregler()).katalogLista('fristregel');

describe.each([
  ['by the rules of the catalogue', regler],
  ['in a municipality that has no rules yet', []],
])('%s', (_, katalogens) => {
  test.each([
    ['2026-05-20', '2026-11-20'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-12-31', '2027-06-30'],
    // Both days that Swedish clocks are set.
    ['2026-03-29', '2026-09-29'],
    ['2026-04-25', '2026-10-25'],
  ])('MINA-01 lagfrist (FL 12 §) of an ansökan that came in %s is %s', (inkom, frist) => {
    expect(lagfrist(katalogens, ...om(inkom))).toBe(frist);
  });

  test.each<[string, Parameters<typeof om>]>([
    ['begun by the authority itself', ['2026-05-20', { slag: 'omprovning' }]],
    ['of an ansökan that another utredning examines', ['2026-05-20', { utredningId: testId(21) }]],
    ['of a LASS-beslut', ['2026-05-20', {}, true]],
  ])('MINA-01 one %s has no lagfrist', (_what, given) => {
    expect(lagfrist(katalogens, ...om(...given))).toBeUndefined();
  });

  test.each([
    ['2026-11-07', 13, false],
    ['2026-11-06', 14, true],
    ['2026-11-05', 15, true],
    // Over the night that Swedish clocks are set.
    ['2026-10-24', 27, true],
  ])('FORB-14 one left over since %s has waited %i days, comes up: %s', (datum, dagar, lange) => {
    expect(dagarMellan(datum, '2026-11-20')).toBe(dagar);
    expect(langeObehandlad(katalogens, { datum }, '2026-11-20')).toBe(lange);
    expect(langeObehandlad(katalogens, { datum, utredningId: testId(20) }, '2026-11-20')).toBe(false);
  });
});

test('MINA-01 the lagfrist lies 180 to 184 days after any day', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (inkom) => {
      const span = dagarMellan(inkom, lagfrist(regler, ...om(inkom)) ?? inkom);
      expect(span).toBeGreaterThanOrEqual(180);
      expect(span).toBeLessThanOrEqual(184);
    }),
  );
});
