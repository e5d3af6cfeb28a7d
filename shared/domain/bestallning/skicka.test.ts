import { describe, expect, test } from 'vitest';
import {
  bekraftadI,
  beslutId,
  bevakningId,
  bifall,
  efter,
  get,
  kor,
  med,
  order,
  orderId,
  personal,
  signatur,
  skickaInput,
  timmar,
  u,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, type TestRecord, testActor, testId } from '../testing/state.ts';

const skicka = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  kor('bestallning.skicka', skickaInput(1, over), records, actor);
const skickad = (records: TestRecord[], over: object = {}) => efter(records, skicka(records, over));

describe('accepted', () => {
  test('BEST-GEN-01 BEST-REK-01 BEST-GEN-07 an order of a bifall, with its sender and no reminder', () => {
    const after = skickad(med(bifall(1)), { bestallningstext: 'Ring före besök.' });
    expect(get(after, 'bestallning', orderId(1))).toEqual({
      enhet: 'lss',
      beslutId: beslutId(1),
      insatskategori: 'Rekrytering LSS-insatser',
      bestallare: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
      bestallarOrganisationId: kat.organisation,
      bestalltDatum: '2026-11-20',
      gallerFran: '2026-11-01',
      utforareId: u.rekrytering,
      insatser: ['Kontaktperson'],
      bestallningstext: 'Ring före besök.',
    });
    expect(after.filter(({ type }) => type === 'bevakning')).toEqual([]);
  });

  test.each([
    [
      'BEST-PA-03 BEST-PA-04 municipal',
      bifall(1, 'assistans'),
      { utforareId: u.kommunal, insatser: ['Biträde av assistans'], ...timmar('Månad') },
    ],
    ['BEST-PA-05 private', bifall(1, 'assistans'), { utforareId: u.egetVal, insatser: ['Personlig assistans'], ...timmar('Månad') }],
    [
      'FRAGA-20 municipal tillf. utökning',
      bifall(1, 'utokning'),
      { utforareId: u.kommunal, insatser: ['Biträde av assistans'], ...timmar('År') },
    ],
    [
      'BEST-PA-05 private tillf. utökning',
      bifall(1, 'utokning'),
      { utforareId: u.egetVal, insatser: ['Pers ass tillf utök'], ...timmar('År') },
    ],
    [
      'BEST-KORT-06 korttidsvistelse by nivå',
      bifall(1, 'korttidsvistelse'),
      { utforareId: u.barnUngdom, insatser: ['korttidsvistelse 2'] },
    ],
    ['FRAGA-19 stödfamilj by nivå', bifall(1, 'stodfamilj'), { utforareId: u.rekrytering, insatser: ['Stödfamilj 2'] }],
    [
      'BEST-DV-02 BEST-DV-03 daglig verksamhet',
      bifall(1, 'dagligVerksamhet'),
      { utforareId: u.resursformedling, insatser: ['Daglig verksamhet'] },
    ],
    ['SoL as well', bifall(1, 'trygghetslarm'), { utforareId: u.kommunal, insatser: ['Trygghetslarm'] }],
    ['BEST-GEN-10 extern placering', bifall(1, 'kontaktperson', { externPlacering: true }), { utforareId: u.extern }],
  ] as const)('%s', (_, beslut, over) => {
    expect(get(skickad(med(beslut), over), 'bestallning', orderId(1))).toMatchObject(over);
  });

  test('BEST-BV-01 BEST-BV-02 BEST-BV-04 bostad vuxna: <ingen>, Planering LSS, utförarens organisation LSS Myndighet', () => {
    const over = { utforareId: u.boendeteamet, utforarOrganisationId: kat.organisation, insatser: ['Boende vuxna LSS'] };
    expect(get(skickad(med(bifall(1, 'bostadVuxna')), over), 'bestallning', orderId(1))).toMatchObject({
      ...over,
      beslutId: beslutId(1),
      utanBeslut: true,
      insatskategori: 'Planering LSS',
    });
    expect(skicka(med(bifall(1, 'bostadVuxna')), { ...over, utforarOrganisationId: kat.annanOrganisation })).toEqual({
      code: 'utforare-stammer-inte',
      field: 'utforarOrganisationId',
    });
  });

  test('FRAGA-25 an extern placering keeps the insatskategori of its beslut', () => {
    const over = { utforareId: u.extern, insatser: ['Boende vuxna LSS'] };
    const after = skickad(med(bifall(1, 'bostadVuxna', { externPlacering: true })), over);
    expect(get(after, 'bestallning', orderId(1)).insatskategori).toBe('Boende-insatser LSS');
  });

  test('FORB-35 BEST-PA-07 Lss, Eget Val: a bevakning for the sender on the start date', () => {
    const over = { utforareId: u.egetVal, insatser: ['Personlig assistans'], gallerFran: '2026-12-01', ...timmar('Månad') };
    const records = med(bifall(1, 'assistans', { giltigFran: '2026-12-01' }));
    const actor = testActor({ funktionId: u.funktion3 });
    const bevakning = get(efter(records, skicka(records, over, actor)), 'bevakning', bevakningId);
    expect(bevakning).toMatchObject({
      datum: '2026-12-01',
      status: 'Ej påbörjad',
      typ: 'Bekräfta beställning',
      bevakasAvId: u.funktion3,
      ref: { type: 'bestallning', id: orderId(1) },
    });
  });

  test('FORB-35 without an own function the bevakning goes to that of LSS Insatser, and never lies in the past', () => {
    const over = { utforareId: u.egetVal, insatser: ['Personlig assistans'], ...timmar('Månad') };
    expect(get(skickad(med(bifall(1, 'assistans')), over), 'bevakning', bevakningId)).toMatchObject({
      datum: '2026-11-20',
      bevakasAvId: testId(41),
    });
  });

  test('VERK-02 VERK-06 the verkställighet Personlig ass LSS – Lss, Eget Val is opened at once, from the beslutsdatum', () => {
    const over = { utforareId: u.egetVal, insatser: ['Personlig assistans'], ...timmar('Månad') };
    const verkstallighet = { verkstallighetId: verkId(1), organisationId: kat.organisation };
    const after = skickad(med(bifall(1, 'assistans')), { ...over, verkstallighet });
    expect(get(after, 'verkstallighet', verkId(1))).toEqual({
      enhet: 'lss',
      insatskategori: 'Personlig ass LSS',
      utforareId: u.egetVal,
      organisationId: kat.organisation,
      startdatum: '2026-10-20',
      lssInsatser: false,
      beslutId: beslutId(1),
    });
    const open = verk(2, { insatskategori: 'Personlig Ass LSS', utforareId: u.egetVal });
    expect(skicka(med(bifall(1, 'assistans'), open), { ...over, verkstallighet })).toEqual({
      code: 'verkstallighet-finns',
      field: 'verkstallighet',
    });
    expect(skicka(med(bifall(1)), { verkstallighet })).toEqual({ code: 'bekraftas-av-utforaren', field: 'verkstallighet' });
  });

  test('BEST-GEN-09 FORB-58 the words of the aktualisering go along', () => {
    const aktualisering = (over: object): TestRecord => ({
      type: 'aktualisering',
      id: testId(300),
      data: {
        slag: 'ansokan',
        typ: 'Kontaktperson',
        datum: '2026-09-01',
        franVem: 'Den enskilde',
        ansvarigHandlaggareId: testId(1),
        organisationId: kat.organisation,
        gruppId: testId(399),
        utredningId: akt.utredning,
        anteckning: 'Vill träffas på kvällar.',
        rev: testId(398),
        ...over,
      },
    });
    const over = { bifogadAnteckning: { aktualiseringId: testId(300) } };
    const after = skickad(med(bifall(1), aktualisering({})), over);
    expect(get(after, 'bestallning', orderId(1)).bifogadAnteckning).toBe('Vill träffas på kvällar.');
    expect(skicka(med(bifall(1), aktualisering({ anteckning: '' })), over)).toEqual({ code: 'tom-text', field: 'bifogadAnteckning' });
    expect(skicka(med(bifall(1), aktualisering({ utredningId: testId(99) })), over)).toEqual({
      code: 'annan-kopplad',
      field: 'bifogadAnteckning',
    });
    expect(skicka(med(bifall(1)), over)).toEqual({ code: 'finns-inte', field: 'bifogadAnteckning' });
  });

  test('FORB-34 a difference that was seen is sent, and kept with the order', () => {
    const over = { gallerFran: '2026-11-15', gallerTom: '2027-03-31' };
    const records = med(bifall(1));
    expect(skicka(records, over)).toEqual({ code: 'avviker-fran-beslut', field: 'avvikelser' });
    expect(skicka(records, { ...over, avvikelser: ['gallerFran'] })).toEqual({ code: 'avviker-fran-beslut', field: 'avvikelser' });
    const after = skickad(records, { ...over, avvikelser: ['gallerTom', 'gallerFran'] });
    expect(get(after, 'bestallning', orderId(1))).toMatchObject({ ...over, avvikelser: ['gallerFran', 'gallerTom'] });
    expect(skicka(records, { avvikelser: ['omfattning'] })).toEqual({ code: 'avviker-fran-beslut', field: 'avvikelser' });
  });
});

const assistans = { utforareId: u.kommunal, insatser: ['Biträde av assistans'] };
const par = { koppling: { slag: 'stodfamilj', id: testId(270) } } as const;

describe('refused', () => {
  test.each([
    ['BEST-GEN-01 an avslag', [bifall(1, 'kontaktperson', { utfall: 'avslag' })], {}, 'inget-bifall', 'beslutId'],
    ['BEST-GEN-01 a beslut marked as wrong', [bifall(1, 'kontaktperson', { felmarkerad: true })], {}, 'inget-bifall', 'beslutId'],
    ['LASS-15 a LASS-beslut', [bifall(1, 'lass')], {}, 'bestalls-inte', 'beslutId'],
    ['an insats that is never ordered', [bifall(1, 'fri')], {}, 'bestalls-inte', 'beslutId'],
    ['BEST-KORT-03 the korttidsvistelse of a stödfamilj pair', [bifall(1, 'korttidsvistelse', par)], {}, 'bestalls-inte', 'beslutId'],
    [
      'an insats the catalogue does not have',
      [bifall(1, 'kontaktperson', { insatsId: testId(999) })],
      {},
      'finns-inte-i-katalogen',
      'beslutId',
    ],
    ['AVSL-01 of a closed case', [bifall(1, 'kontaktperson', { avslutad: signatur })], {}, 'arendet-avslutat', 'beslutId'],
    ['no such beslut', [], {}, 'finns-inte', 'beslutId'],
    ['a taken id', [bifall(1), bifall(2), order(1, { beslutId: beslutId(2) })], {}, 'finns-redan', undefined],
    ['BEST-GEN-02 FRAGA-21 ordered already', [bifall(1), order(2, { beslutId: beslutId(1) })], {}, 'redan-bestallt', 'beslutId'],
    [
      'BEST-GEN-02 ordered, confirmed',
      [bifall(1), order(2, { beslutId: beslutId(1), ...bekraftadI(1) })],
      {},
      'redan-bestallt',
      'beslutId',
    ],
    ['BEST-REK-02 an utförare of another insats', [bifall(1)], { utforareId: u.kommunal }, 'utforare-stammer-inte', 'utforareId'],
    ['FRAGA-25 Privat, Utförare without extern placering', [bifall(1)], { utforareId: u.extern }, 'utforare-stammer-inte', 'utforareId'],
    [
      'BEST-GEN-10 another utförare at an extern placering',
      [bifall(1, 'kontaktperson', { externPlacering: true })],
      {},
      'utforare-stammer-inte',
      'utforareId',
    ],
    ['FRAGA-19 no insats', [bifall(1)], { insatser: [] }, 'inget-valt', 'insatser'],
    ['BEST-REK-05 an insats of another order', [bifall(1)], { insatser: ['Ledsagarservice'] }, 'insats-stammer-inte', 'insatser'],
    [
      'BEST-KORT-06 FORB-34 another nivå than granted',
      [bifall(1, 'korttidsvistelse')],
      { utforareId: u.barnUngdom, insatser: ['korttidsvistelse 3'] },
      'insats-stammer-inte',
      'insatser',
    ],
    [
      'an organisation the catalogue does not have',
      [bifall(1)],
      { bestallarOrganisationId: testId(999) },
      'finns-inte-i-katalogen',
      'bestallarOrganisationId',
    ],
    ['BEST-PA-06 no hours where hours are granted', [bifall(1, 'assistans')], assistans, 'timmar-kravs', 'omfattning'],
    ['BEST-REK-04 hours for kontaktperson', [bifall(1)], timmar('Månad'), 'timmar-anvands-inte', 'omfattning'],
    ['FORB-20 hours in another unit', [bifall(1, 'assistans')], { ...assistans, ...timmar('År') }, 'enheten-stammer-inte', 'omfattning'],
    [
      'BEST-PA-06 other hours, not confirmed',
      [bifall(1, 'assistans')],
      { ...assistans, ...timmar('Månad', 600) },
      'avviker-fran-beslut',
      'avvikelser',
    ],
    ['before the beslut holds', [bifall(1)], { gallerFran: '2026-10-31', avvikelser: ['gallerFran'] }, 'datum-fore', 'gallerFran'],
    ['an end before the start', [bifall(1)], { gallerTom: '2026-10-31', avvikelser: ['gallerTom'] }, 'datum-fore', 'gallerTom'],
    [
      'no end where the beslut has one',
      [bifall(1, 'kontaktperson', { giltigTom: '2026-12-31' })],
      { avvikelser: ['gallerTom'] },
      'datum-efter',
      'gallerTom',
    ],
    [
      'after the beslut has ended',
      [bifall(1, 'kontaktperson', { giltigTom: '2026-12-31' })],
      { gallerFran: '2027-01-01', gallerTom: '2027-01-31', avvikelser: ['gallerFran', 'gallerTom'] },
      'datum-efter',
      'gallerFran',
    ],
  ] as [string, TestRecord[], object, string, string | undefined][])('%s', (_, records, over, code, field) => {
    expect(skicka(med(...records), over)).toEqual(field === undefined ? { code } : { code, field });
  });

  test('BEST-GEN-02 one that was taken back does not stand in the way', () => {
    const borttagen = { ...signatur, orsak: 'Fel utförare' };
    expect(skicka(med(bifall(1), order(2, { beslutId: beslutId(1), borttagen })))).toHaveLength(1);
  });

  test('a beslut from elsewhere, without an insats of the catalogue, is ordered by its code', () => {
    const beslut = bifall(1);
    delete (beslut.data as { insatsId?: string }).insatsId;
    expect(skicka(med(beslut))).toHaveLength(1);
  });

  test('the role: an utförare orders nothing', () => {
    expect(skicka(med(bifall(1)), {}, personal(u.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });
});
