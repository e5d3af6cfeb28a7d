import { describe, expect, test } from 'vitest';
import { beslutId, bevakningId, bifall, efter, get, kor, med, personal, signatur } from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, type TestRecord, testActor, testId } from '../testing/state.ts';

const stod = {
  ...{ datum: '2026-11-02', status: 'Ej påbörjad', typ: 'LSS Följ upp beslut/verks', text: 'Följ upp' },
  bevakasAvId: kat.utforare.funktion3,
};
const lagd = (over: object = {}): TestRecord => ({
  type: 'bevakning',
  id: bevakningId,
  data: { ...stod, ref: { type: 'beslut', id: beslutId(1) }, skapad: signatur, ...over } as never,
});
const akten = (over: object = {}, beslut: object = {}) => med(bifall(1, 'kontaktperson', beslut), lagd(over));
const andra = (records: TestRecord[], till: object, sedd: object = {}, actor = testActor()) =>
  kor('bevakning.andra', { bevakningId, sedd: { ...stod, ...sedd }, till: { ...stod, ...sedd, ...till } }, records, actor, testId(800));
const andrad = (records: TestRecord[], till: object, sedd: object = {}, actor = testActor()) =>
  get(efter(records, andra(records, till, sedd, actor)), 'bevakning', bevakningId);
const klar = { status: 'Klar', klar: { ...signatur, namn: 'Ulla Ström' } };

describe('BEV-09 BEV-11 a bevakning is changed', () => {
  test.each(['Pågår', 'Väntar', 'Ej påbörjad'])('to %s, by whoever reads it (BEV-12); a day that has passed may stay', (status) => {
    const annans = akten({ bevakasAvId: kat.utforare.systemforvaltningen });
    const av = testActor({ roller: ['boendesamordnare'] });
    expect(andrad(annans, { status }, { bevakasAvId: kat.utforare.systemforvaltningen }, av)).toMatchObject({
      datum: '2026-11-02',
      status,
    });
    expect(andra(annans, { status: 'Pågår' }, {}, personal(kat.utforare.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });

  test('to Klar it is as if marked so, with who and when; Klar taken back, that is gone', () => {
    expect(andrad(akten(), { status: 'Klar' })).toMatchObject({
      status: 'Klar',
      klar: { namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
    });
    const ater = andrad(akten(klar), { status: 'Pågår' }, { status: 'Klar' });
    expect(ater.status).toBe('Pågår');
    expect(ater.klar).toBeUndefined();
  });

  test('who marked it as Klar stands when something else of it is changed', () => {
    expect(andrad(akten(klar), { text: 'Ringt' }, { status: 'Klar' })).toMatchObject({ text: 'Ringt', klar: { namn: 'Ulla Ström' } });
  });

  test('given to another: its history tells from whom to whom', () => {
    const efterat = efter(akten(), andra(akten(), { bevakasAvId: kat.enhetschef }));
    expect(get(efterat, 'bevakning', bevakningId).bevakasAvId).toBe(kat.enhetschef);
    expect(get(efterat, 'handelse', testId(800)).poster).toMatchObject([
      { type: 'bevakning', id: bevakningId, falt: [{ falt: 'bevakasAvId', fran: kat.utforare.funktion3, till: kat.enhetschef }] },
    ]);
  });

  test.each<[string, object, object]>([
    ['BEV-08 to a day that has passed', { datum: '2026-11-19' }, { code: 'datum-fore', field: 'datum' }],
    ['FORB-56 to a type of no list', { typ: 'Ring' }, { code: 'finns-inte-i-katalogen', field: 'typ' }],
    ['to a utförare', { bevakasAvId: kat.utforare.rekrytering }, { code: 'finns-inte-i-katalogen', field: 'bevakasAvId' }],
  ])('%s it is refused', (_, till, fel) => {
    expect(andra(akten(), till)).toEqual(fel);
  });

  test('a type and a function that the catalogue no longer has may stay', () => {
    const gammal = { typ: 'Utgången typ', bevakasAvId: testId(999) };
    expect(andrad(akten(gammal), { text: 'Ring' }, gammal)).toMatchObject({ ...gammal, text: 'Ring' });
  });
});

describe('FRAGA-61 two change it at once', () => {
  test('each another field: both stand', () => {
    expect(andrad(akten({ status: 'Pågår', text: 'Ring bostaden' }), { datum: '2026-12-01' })).toMatchObject({
      ...{ datum: '2026-12-01', status: 'Pågår', text: 'Ring bostaden' },
    });
  });

  test('both the same field to the same: nothing more happens; to something else it is refused, and that field is named', () => {
    expect(andra(akten({ status: 'Väntar' }), { status: 'Väntar' })).toEqual([]);
    expect(andra(akten({ text: 'Ring bostaden' }), { text: 'Ring mamma' })).toEqual({ code: 'andrad-av-annan', field: 'text' });
    expect(andra(akten({ bevakasAvId: kat.enhetschef }), { bevakasAvId: kat.utforare.systemforvaltningen })).toEqual({
      ...{ code: 'andrad-av-annan', field: 'bevakasAvId' },
    });
  });

  test('one that was taken away stays away, and one that is not there is refused', () => {
    expect(andra(akten({ borttagen: signatur }), { text: 'Ring' })).toEqual({ code: 'borttagen' });
    expect(andra(med(), { text: 'Ring' })).toEqual({ code: 'finns-inte', field: 'bevakningId' });
  });

  test('AVSL-03 Klar is not taken back where the case was closed', () => {
    const stangt = akten(klar, { avslutad: signatur, giltigTom: '2026-11-19' });
    expect(andra(stangt, { status: 'Pågår' }, { status: 'Klar' })).toEqual({ code: 'arendet-avslutat', field: 'status' });
    expect(andrad(stangt, { text: 'Ringt' }, { status: 'Klar' }).text).toBe('Ringt');
  });
});

describe('what a role is told of is that role’s', () => {
  const chefens = { bevakasAvRoll: 'enhetschef', ref: { type: 'person', id: akt.person } };
  const chef = testActor({ roller: ['enhetschef'], namn: 'Ulla Ström' });
  const till = { bevakasAvId: kat.handlaggare };

  test('given away by it alone, and then somebody’s', () => {
    expect(andra(akten(chefens), till)).toEqual({ code: 'behorighet-saknas', field: 'bevakasAvId' });
    expect(andrad(akten(chefens), till, {}, chef).bevakasAvRoll).toBeUndefined();
    expect(andrad(akten(chefens), { status: 'Pågår' }, {}, chef).bevakasAvRoll).toBe('enhetschef');
  });

  test('BEV-16 and taken away by it alone', () => {
    const taBort = (actor: typeof chef) => kor('bevakning.taBort', { bevakningId, orsak: 'Utrett' }, akten(chefens), actor, testId(800));
    expect(taBort(testActor())).toEqual({ code: 'behorighet-saknas' });
    expect(taBort(chef)).toBeInstanceOf(Array);
  });
});

describe('BEV-16 a bevakning is taken away', () => {
  const taBort = (records: TestRecord[], orsak = 'Lagd på fel kund') =>
    kor('bevakning.taBort', { bevakningId, orsak }, records, testActor(), testId(800));

  test('with the reason, and stays in the akt with who did it (FRAGA-37), also one that is Klar', () => {
    const borttagen = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z', orsak: 'Lagd på fel kund' };
    expect(get(efter(akten(), taBort(akten())), 'bevakning', bevakningId)).toEqual({ ...lagd().data, borttagen });
    expect(get(efter(akten(klar), taBort(akten(klar))), 'bevakning', bevakningId)).toMatchObject({ ...klar, borttagen });
  });

  test.each<[string, TestRecord[], string, object]>([
    ['without a reason', akten(), ' ', { code: 'skal-kravs', field: 'orsak' }],
    ['a second time: the reason stands with who was first', akten({ borttagen: signatur }), 'Dubblett', { code: 'borttagen' }],
    ['one that is not there', med(), 'Dubblett', { code: 'finns-inte', field: 'bevakningId' }],
  ])('%s it is refused', (_, records, orsak, fel) => {
    expect(taBort(records, orsak)).toEqual(fel);
  });
});
