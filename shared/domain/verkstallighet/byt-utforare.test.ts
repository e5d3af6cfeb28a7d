import { describe, expect, test } from 'vitest';
import { efter, get, kor, med, personal, u, verk, verkId } from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, type TestRecord, testActor, testAkt, testId } from '../testing/state.ts';

const stangdLss = (slutdatum: string, over: object = {}): TestRecord => {
  const lss = testAkt().find(({ id }) => id === akt.lssInsatser);
  if (lss?.type !== 'verkstallighet') throw new Error('no LSS Insatser');
  return { ...lss, data: { ...lss.data, slutdatum, ...over } };
};
describe('verkstallighet.bytUtforare', () => {
  const byt = (records: TestRecord[], over: object = {}, actor = testActor()) =>
    kor(
      'verkstallighet.bytUtforare',
      {
        ...{ verkstallighetId: akt.lssInsatser, fran: testId(41), franOrganisationId: testId(2) },
        ...{ utforareId: u.funktion5, organisationId: kat.organisation },
        ...over,
      },
      records,
      actor,
    );
  const egen = verk(1, { insatskategori: 'Personlig ass LSS', utforareId: u.egetVal });
  const egenInput = {
    ...{ verkstallighetId: verkId(1), fran: u.egetVal, franOrganisationId: testId(2) },
    ...{ utforareId: u.egetVal, organisationId: kat.annanOrganisation },
  };

  test('VERK-15 FORB-45 LSS Insatser goes to another function', () => {
    expect(get(efter(med(), byt(med())), 'verkstallighet', akt.lssInsatser).utforareId).toBe(u.funktion5);
  });
  test('VERK-15 what the handläggare keeps changes organisation', () => {
    expect(get(efter(med(egen), byt(med(egen), egenInput)), 'verkstallighet', verkId(1)).organisationId).toBe(kat.annanOrganisation);
    expect(byt(med(egen), { ...egenInput, organisationId: kat.organisation })).toEqual([]);
  });
  test.each([
    ['moved by another since', med(), { fran: u.funktion3 }, { code: 'andrad-av-annan' }],
    ['its organisation changed by another since', med(), { franOrganisationId: kat.annanOrganisation }, { code: 'andrad-av-annan' }],
    ['to an utförare', med(), { utforareId: u.kommunal }, { code: 'utforare-stammer-inte', field: 'utforareId' }],
    [
      'an order to another utförare',
      med(egen),
      { ...egenInput, utforareId: u.extern },
      { code: 'utforare-stammer-inte', field: 'utforareId' },
    ],
    ['ROLL-03 an utförare’s own', med(verk(1)), { ...egenInput, fran: u.rekrytering }, { code: 'utforarens-verkstallighet' }],
    ['closed', med(stangdLss('2026-11-10')), {}, { code: 'verkstallighet-avslutad' }],
    [
      'an organisation the catalogue does not have',
      med(),
      { organisationId: testId(999) },
      { code: 'finns-inte-i-katalogen', field: 'organisationId' },
    ],
    ['not there', med(), { verkstallighetId: verkId(1) }, { code: 'finns-inte' }],
  ])('%s: refused', (_, records, over, rejection) => {
    expect(byt(records, over)).toEqual(rejection);
  });
  test('a program that did not say which organisation it showed', () => {
    expect(byt(med(), { franOrganisationId: null })).not.toHaveProperty('code');
  });
  test('the role: an utförare moves nothing', () => {
    expect(byt(med(), {}, personal(u.kommunal))).toEqual({ code: 'behorighet-saknas' });
  });
});
