import { describe, expect, test } from 'vitest';
import {
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
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { testDecideAny } from '../testing/decide.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';

const pa = { beslut: { type: 'beslut', id: beslutId(1) }, kunden: { type: 'person', id: akt.person } };
const given = {
  bevakningId,
  ref: pa.beslut,
  ...{ datum: '2026-12-15', typ: 'LSS Följ upp beslut/verks', bevakasAvId: kat.utforare.funktion3, text: 'Kvitto från stödfamiljen' },
};
const pagar = (...mer: TestRecord[]) => med(bifall(1), verk(1), order(1), ...mer);
const lagg = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  kor('bevakning.lagg', { ...given, ...over }, records, actor, testId(800));
const lagd = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  get(efter(records, lagg(records, over, actor)), 'bevakning', bevakningId);

const anvandare = (id: string, over: object): TestRecord => ({
  type: 'anvandare',
  id,
  data: {
    ...{ namn: 'Bo Ek', titel: 'LSS-handläggare', roller: ['lssHandlaggare'], organisationId: kat.organisation, enheter: ['lss'] },
    ...{ skyddadBehorighet: false, aktiv: true, ...over },
  },
});
const medPerson = (over: object, records: TestRecord[]): TestRecord[] =>
  records.map((one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, ...over } } : one));

describe('BEV-05 BEV-07 a new bevakning', () => {
  test('BEV-09 BEV-10 BEV-13 is Ej påbörjad, of who laid it, and its history tells of it', () => {
    expect(lagd(pagar())).toEqual({
      ...{ enhet: 'lss', datum: '2026-12-15', status: 'Ej påbörjad', typ: 'LSS Följ upp beslut/verks' },
      ...{ text: 'Kvitto från stödfamiljen', bevakasAvId: kat.utforare.funktion3, ref: pa.beslut },
      skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
    });
    expect(get(efter(pagar(), lagg(pagar())), 'handelse', testId(800))).toMatchObject({
      kommando: 'bevakning.lagg',
      poster: [{ type: 'bevakning', id: bevakningId }],
    });
  });

  test.each([
    ['a beslut', pa.beslut],
    ['a beställning', { type: 'bestallning', id: orderId(1) }],
    ['a verkställighet', { type: 'verkstallighet', id: verkId(1) }],
    ['LSS Insatser', { type: 'verkstallighet', id: akt.lssInsatser }],
    ['the kund, for one without a beslut', pa.kunden],
  ])('BEV-14 on %s', (_, ref) => {
    expect(lagd(pagar(), { ref }).ref).toEqual(ref);
  });

  test('BEV-12 by whoever reads it; never by staff of a utförare', () => {
    for (const roll of ['bistandshandlaggare', 'boendesamordnare', 'avgiftshandlaggare', 'systemforvaltare'] as const)
      expect(lagd(pagar(), {}, testActor({ roller: [roll], namn: roll })).skapad.namn).toBe(roll);
    expect(lagg(pagar(), {}, personal(kat.utforare.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });

  test.each<[string, object, object | undefined]>([
    ['BEV-08 on the Swedish day it was given', { datum: '2026-11-20' }, undefined],
    ['BEV-08 FORB-55 the day before', { datum: '2026-11-19' }, { code: 'datum-fore', field: 'datum' }],
    ['FORB-56 BEV-15 of a type that the list does not have', { typ: 'Ring' }, { code: 'finns-inte-i-katalogen', field: 'typ' }],
    ['BEV-11 for a utförare', { bevakasAvId: kat.utforare.rekrytering }, { code: 'finns-inte-i-katalogen', field: 'bevakasAvId' }],
    ['BEV-11 ROLL-05 for Systemförvaltningen', { bevakasAvId: kat.utforare.systemforvaltningen }, undefined],
    ['BEV-11 for a person', { bevakasAvId: kat.enhetschef }, undefined],
    ['for nobody of the catalogue', { bevakasAvId: testId(999) }, { code: 'finns-inte-i-katalogen', field: 'bevakasAvId' }],
    ['BEV-13 without a text', { text: '' }, undefined],
    ['FORB-54 with more than 120 characters', { text: 'a'.repeat(121) }, { code: 'ogiltig-indata', field: 'text' }],
    ['on what is not in the akt', { ref: { type: 'beslut', id: testId(999) } }, { code: 'finns-inte', field: 'ref' }],
    ['on another person', { ref: { type: 'person', id: testId(11) } }, { code: 'finns-inte', field: 'ref' }],
    ['for a unit that is not the user’s', { ref: pa.kunden, enhet: 'bistand' }, { code: 'annan-enhet', field: 'enhet' }],
  ])('%s', (_, over, fel) => {
    const svar = lagg(pagar(), over);
    if (fel) expect(svar).toEqual(fel);
    else expect(svar).toBeInstanceOf(Array);
  });

  test('BEV-08 the day is that of who gave it, just after midnight in Sweden and before it in UTC', () => {
    const sent = { ...testContext(), now: '2026-11-20T23:30:00.000Z' };
    const at = (datum: string) => korNar({ ...given, datum }, sent.now);
    expect(at('2026-11-20')).toEqual({ code: 'datum-fore', field: 'datum' });
    expect(at('2026-11-21')).toBeInstanceOf(Array);
  });

  test('the same id is laid once', () => {
    expect(lagg(efter(pagar(), lagg(pagar())))).toEqual({ code: 'finns-redan' });
  });

  test('OSL 26:1 of the kund herself it is the unit’s that lays it, not every unit’s of hers', () => {
    const tva = medPerson({ enheter: ['bistand', 'lss'] }, pagar());
    expect(lagd(tva, { ref: pa.kunden })).toMatchObject({ enhet: 'lss' });
    expect(lagd(tva, { ref: pa.kunden }).gemensam).toBeUndefined();
    const bada = testActor({ enheter: ['bistand', 'lss'] });
    expect(lagd(tva, { ref: pa.kunden, enhet: 'bistand', bevakasAvId: kat.utforare.systemforvaltningen }, bada).enhet).toBe('bistand');
  });

  test('FRAGA-62 to one who may read the akt: a protected kund’s only to who has the right', () => {
    const skyddad = medPerson(
      { skydd: 'skyddadFolkbokforing' },
      pagar(anvandare(testId(61), {}), anvandare(testId(62), { skyddadBehorighet: true })),
    );
    const karin = testActor({ skyddadBehorighet: true });
    expect(lagg(skyddad, { bevakasAvId: testId(61) }, karin)).toEqual({ code: 'ansvarig-utan-atkomst', field: 'bevakasAvId' });
    expect(lagg(skyddad, { bevakasAvId: testId(62) }, karin)).toBeInstanceOf(Array);
    // Karin holds it, as the catalogue has her: without the right.
    expect(lagg(skyddad, {}, karin)).toEqual({ code: 'ansvarig-utan-atkomst', field: 'bevakasAvId' });
  });

  test('ROLL-10 not to one who has left, nor to staff of a utförare', () => {
    const borta = pagar(
      anvandare(testId(61), { aktiv: false }),
      anvandare(testId(62), { roller: ['utforare'], utforareId: kat.utforare.rekrytering }),
    );
    expect(lagg(borta, { bevakasAvId: testId(61) })).toEqual({ code: 'finns-inte-i-katalogen', field: 'bevakasAvId' });
    expect(lagg(borta, { bevakasAvId: testId(62) })).toEqual({ code: 'ansvarig-utan-atkomst', field: 'bevakasAvId' });
  });

  test.each([
    ['the beslut', pa.beslut],
    ['its order', { type: 'bestallning', id: orderId(1) }],
    ['its verkställighet', { type: 'verkstallighet', id: verkId(1) }],
  ])('AVSL-03 written offline before the case was closed, and there after it: %s takes no more', (_, ref) => {
    const stangt = med(bifall(1, 'kontaktperson', { avslutad: signatur, giltigTom: '2026-11-19' }), verk(1), order(1));
    expect(lagg(stangt, { ref })).toEqual({ code: 'arendet-avslutat', field: 'ref' });
  });

  test('on a beslut that was marked as wrong meanwhile it is laid: what to remember is still to be done', () => {
    expect(lagd(med(bifall(1, 'kontaktperson', { felmarkerad: true }))).status).toBe('Ej påbörjad');
  });
});

function korNar(input: object, now: string) {
  return testDecideAny('bevakning.lagg', { personId: akt.person, ...input }, stateOf(pagar()), { ...testContext(), now });
}
