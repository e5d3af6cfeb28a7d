import { describe, expect, test } from 'vitest';
import { systemaktor, systemaktorId } from '../systemaktor.ts';
import { efter, kor, med, personal, signatur, u } from '../testing/bestallning.ts';
import {
  etjanst,
  etjanstRev,
  godkannande,
  godkannandeId,
  godkannandeRev,
  ombudet,
  ombudssamtycket,
  systersNummer,
} from '../testing/etjanst.ts';
import { aterkallat, samtyckeId, syster } from '../testing/samtycke.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { etjanstfel } from './fel.ts';
import { foreslagenTom, ombudssamtycke } from './godkann.ts';
import { etjanstId } from './records.ts';
import { godkannandeGaller, grundenFor, isMobil, nattatgard, smsnummer } from './regler.ts';

const natten = '2026-11-21';
const nattaktor = systemaktor('E-tjänsten');
const person = (over: object, records = med()): TestRecord[] =>
  records.map((one) => (one.id === akt.person ? ({ ...one, data: { ...one.data, ...over } } as TestRecord) : one));
/** The records with some in the place of those of the same id. */
const bytt = (records: TestRecord[], ...mer: TestRecord[]): TestRecord[] => [
  ...records.filter(({ id }) => mer.every((one) => one.id !== id)),
  ...mer,
];
const utan = (...types: string[]): TestRecord[] => med().filter(({ type }) => !types.includes(type));
const hens = (records: TestRecord[]) => stateOf(records).get('etjanst', etjanstId(akt.person));
const ettGodkannande = (records: TestRecord[], n = 1) => stateOf(records).get('godkannande', godkannandeId(n));
const pa = { basRev: null, rev: testId(771), meddelande: true, inkomstblankett: true };
const nytt = {
  ...{ godkannandeId: godkannandeId(1), basRev: null, rev: godkannandeRev(1), kontaktId: syster },
  ...{ fran: '2026-11-20', tom: '2027-11-20' },
};
const natt = (postId: string, records: TestRecord[], over: object = { svar: { ok: true } }) =>
  kor('etjanst.natt', { postId, natt: natten, bevakningId: testId(799), ...over }, records, nattaktor, testId(801));
const bevakningar = (records: TestRecord[]) =>
  stateOf(records)
    .list('bevakning')
    .map(({ data }) => data);

describe('EAKT-05 etjanst.spara', () => {
  test('NATT-03 on means from the night: it waits, and says who asked', () => {
    const records = efter(med(), kor('etjanst.spara', { ...pa, epost: 'linnea@exempel.se' }, med()));
    expect(hens(records)).toEqual({
      ...{ lage: 'vantarPaNatten', begard: { ...signatur, at: '2026-11-20T09:00:00.000Z' }, inkomstblankett: true },
      ...{ epost: 'linnea@exempel.se', rev: testId(771) },
    });
    expect(kor('etjanst.spara', pa, records), 'a colleague was first').toEqual({ code: 'andrad-av-annan' });
  });
  test('EAKT-14 FRAGA-42 ROLL-07 the kontaktperson at the utförare may, too', () => {
    expect(kor('etjanst.spara', pa, med(), personal(u.rekrytering))).toMatchObject([{ op: 'put', type: 'etjanst' }]);
  });
  test('EAKT-12 off counts at once, and says who; on again waits for the night', () => {
    const aktiv = med(etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' }));
    const av = efter(aktiv, kor('etjanst.spara', { ...pa, basRev: etjanstRev, meddelande: false }, aktiv));
    expect(hens(av)).toMatchObject({ lage: 'avslutad', slut: { orsak: 'valt', namn: 'Karin Ek' }, fungerarFran: '2026-11-10' });
    const igen = efter(av, kor('etjanst.spara', { ...pa, basRev: testId(771), rev: testId(772) }, av));
    expect(hens(igen)).not.toHaveProperty('slut');
    expect(hens(igen)).toMatchObject({ lage: 'vantarPaNatten' });
  });
  test('what is changed of one that is active leaves it active; nothing of the e-service is off', () => {
    const aktiv = med(etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10', epost: 'a@b.se' }));
    const records = efter(aktiv, kor('etjanst.spara', { ...pa, basRev: etjanstRev, sms: { telefon: 2, nummer: '070-174 06 01' } }, aktiv));
    expect(hens(records)).toMatchObject({ lage: 'aktiv', fungerarFran: '2026-11-10', sms: { telefon: 2, nummer: '070-174 06 01' } });
    expect(hens(records)).not.toHaveProperty('epost');
    expect(kor('etjanst.spara', { ...pa, meddelande: false }, med()), 'never on').toEqual([]);
  });
  test('one that failed is tried again the next night when somebody has mended it', () => {
    const fel = med(etjanst({ lage: 'misslyckades', misslyckande: { orsak: 'avvisad', forsok: 4, igen: '2026-12-01' } }));
    const records = efter(fel, kor('etjanst.spara', { ...pa, basRev: etjanstRev }, fel));
    expect(hens(records)).toMatchObject({ lage: 'vantarPaNatten' });
    expect(hens(records)).not.toHaveProperty('misslyckande');
  });
  test.each<[string, TestRecord[], object, object]>([
    ['of one who has died', person({ avliden: '2026-11-01' }), {}, { code: 'etjanst-avliden' }],
    ['with an interim number', person({ nummerSlag: 'interim', personnummer: '20091231T386' }), {}, { code: 'etjanst-utan-nummer' }],
    [
      'FRAGA-41 before anything has come in',
      utan('aktualisering', 'utredning', 'verkstallighet', 'bestallning'),
      {},
      { code: 'etjanst-for-tidig' },
    ],
    [
      'EAKT-07 an SMS to a telefon 1 that is none',
      person({ telefon: '0122-18000' }),
      { sms: { telefon: 1 } },
      { code: 'mobil-kravs', field: 'sms' },
    ],
    ['EAKT-07 to a telefon 1 that the kund has not', med(), { sms: { telefon: 1 } }, { code: 'mobil-kravs', field: 'sms' }],
    ['EAKT-07 to a telefon 2 that is not written', med(), { sms: { telefon: 2 } }, { code: 'mobil-kravs', field: 'sms' }],
    ['EAKT-08 an address that is none', med(), { epost: 'linnea' }, { code: 'epost-kravs', field: 'epost' }],
    [
      'FRAGA-62 to one with skyddad folkbokföring',
      person({ skydd: 'skyddadFolkbokforing' }),
      { epost: 'a@b.se' },
      { code: 'etjanst-skydd-avisering', field: 'epost' },
    ],
    ['of another revision', med(etjanst()), { basRev: testId(3) }, { code: 'andrad-av-annan' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('etjanst.spara', { ...pa, ...over }, records, testActor({ skyddadBehorighet: true }))).toEqual(code);
  });
  test('FRAGA-62 the protected may have the e-service, without being told outside it', () => {
    const skyddad = person({ skydd: 'skyddadFolkbokforing' });
    expect(kor('etjanst.spara', pa, skyddad, testActor({ skyddadBehorighet: true }))).toMatchObject([{ type: 'etjanst' }]);
  });
});

test('FORB-60 what an SMS can be sent to', () => {
  expect(['070-174 06 01', '0701740601', '+46 70 174 06 01', '0046701740601', '+47 912 34 567', '076/1234567'].every(isMobil)).toBe(true);
  expect(['08-123 456', '0122-18000', '070-123', '+46 8 123 456', '46701740601', 'x', ''].some(isMobil)).toBe(false);
  expect(smsnummer({ sms: { telefon: 1 } }, { telefon: '070-1740601' })).toBe('070-1740601');
  expect(smsnummer({ sms: { telefon: 1 } }, { telefon: '08-123456' }), 'changed since').toBeUndefined();
  expect(smsnummer({}, { telefon: '070-1740601' })).toBeUndefined();
});

describe('NATT-03 etjanst.natt', () => {
  const vantar = med(etjanst());
  test('activates what waits, with the day from which it works; once', () => {
    const records = efter(vantar, natt(etjanstId(akt.person), vantar));
    expect(hens(records)).toMatchObject({
      lage: 'aktiv',
      fungerarFran: '2026-11-20',
      natt: { dag: natten, utfall: 'aktiverad' },
      rev: etjanstRev,
    });
    expect(natt(etjanstId(akt.person), records)).toEqual([]);
    const handelse = stateOf(records).list('handelse')[0]?.data;
    expect(handelse).toMatchObject({ kommando: 'etjanst.natt', namn: 'E-tjänsten', gemensam: true });
  });
  test('FORB-63 one that fails says why and when it is tried again, and tells whoever asked for it; once', () => {
    const nej = { svar: { orsak: 'avvisad', text: 'Okänd person' } };
    const records = efter(vantar, natt(etjanstId(akt.person), vantar, nej));
    const misslyckande = { orsak: 'avvisad', svar: 'Okänd person', forsok: 1, igen: '2026-11-22' };
    expect(hens(records)).toMatchObject({ lage: 'misslyckades', misslyckande, natt: { dag: natten, utfall: 'misslyckades' } });
    expect(bevakningar(records)).toMatchObject([{ typ: 'E-tjänsten', bevakasAvId: testId(1), gemensam: true, ref: { type: 'person' } }]);
    expect(JSON.stringify(bevakningar(records)), 'no personal data').not.toContain('Ekström');
    expect(natt(etjanstId(akt.person), records, nej), 'the same night').toEqual([]);
    const nasta = { ...nej, natt: '2026-11-22', bevakningId: testId(798) };
    const igen = efter(records, natt(etjanstId(akt.person), records, nasta));
    expect(hens(igen)?.misslyckande).toMatchObject({ forsok: 2, igen: '2026-11-24' });
    expect(bevakningar(igen), 'one that waits is enough').toHaveLength(1);
    const lyckat = efter(igen, natt(etjanstId(akt.person), igen, { natt: '2026-11-24', svar: { ok: true } }));
    expect(hens(lyckat)).not.toHaveProperty('misslyckande');
  });
  test('one whose number became an interim one fails for it, whatever was answered', () => {
    const interim = person({ nummerSlag: 'interim', personnummer: '20091231T386' }, vantar);
    expect(hens(efter(interim, natt(etjanstId(akt.person), interim)))?.misslyckande).toMatchObject({ orsak: 'utanNummer' });
  });
  test('of one who has died it is ended, also what is active', () => {
    const dod = person({ avliden: '2026-11-19' }, med(etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' })));
    expect(hens(efter(dod, natt(etjanstId(akt.person), dod, {})))).toMatchObject({
      ...{ lage: 'avslutad', slut: { orsak: 'avliden', anvandareId: systemaktorId }, natt: { utfall: 'avslutad' } },
    });
  });
  test('what was ended, or asked for by nobody, is left as it is', () => {
    const slut = med(etjanst({ lage: 'avslutad', slut: { ...signatur, orsak: 'valt' } }));
    expect(natt(etjanstId(akt.person), slut)).toEqual([]);
    expect(natt(etjanstId(akt.person), vantar, {}), 'not asked').toEqual([]);
    expect(natt(testId(3), vantar)).toEqual({ code: 'finns-inte', field: 'postId' });
  });
  test('who asked and is no handläggare reads no bevakning: it is the utredning’s', () => {
    const avUtforare = med(etjanst({ begard: { ...signatur, anvandareId: testId(77) } }));
    const records = efter(avUtforare, natt(etjanstId(akt.person), avUtforare, { svar: { orsak: 'svararInte' } }));
    expect(bevakningar(records)).toMatchObject([{ bevakasAvId: testId(1) }]);
  });
  test('no user runs it', () => {
    expect(kor('etjanst.natt', { postId: etjanstId(akt.person), natt: natten, bevakningId: testId(799) }, vantar)).toEqual({
      code: 'behorighet-saknas',
    });
  });
});

describe('FRAGA-61 etjanst.aviseringMisslyckades', () => {
  const kor1 = (over: object, records: TestRecord[], vem = nattaktor) =>
    kor(
      'etjanst.aviseringMisslyckades',
      { postId: etjanstId(akt.person), kanal: 'sms', orsak: 'nekad', bevakningId: testId(799), ...over },
      records,
      vem,
      testId(801),
    );
  const records = med(
    etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' }),
    ombudet(),
    ombudssamtycket(),
    godkannande(1, { enhet: 'lss' }),
  );
  test.each([
    [{}, 'Kunden fick ingen avisering via SMS: numret togs inte emot. Se Personuppgifter.'],
    [{ kanal: 'epost', orsak: 'ogiltig' }, 'Kunden fick ingen avisering via e-post: adressen stämmer inte. Se Personuppgifter.'],
    [
      { postId: godkannandeId(1), orsak: 'avbrott' },
      'En närstående fick kanske inte sin avisering via SMS: sändningen avbröts, och den skickas inte igen. Se Personuppgifter.',
    ],
  ])('%j is told whoever asked for it, in words that say nothing of the person', (over, text) => {
    const told = efter(records, kor1(over, records));
    expect(bevakningar(told)).toMatchObject([{ typ: 'E-tjänsten', text, bevakasAvId: signatur.anvandareId }]);
    const post = 'postId' in over ? ettGodkannande(told) : hens(told);
    expect(post).toMatchObject({ lage: post === hens(told) ? 'aktiv' : 'vantarPaNatten', uteblivenAvisering: { dag: '2026-11-20' } });
    expect(kor1({ ...over, bevakningId: testId(798) }, told), 'one that is still to be dealt with is enough').toEqual([]);
  });
  test('nobody is told of what is not there, and no user says so', () => {
    expect(kor1({ postId: testId(3) }, records)).toEqual({ code: 'finns-inte', field: 'postId' });
    expect(kor1({}, records, testActor())).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('MEDB-03 etjanst.andraAvisering', () => {
  const aktiv = med(etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10', sms: { telefon: 2, nummer: '070-174 06 05' } }));
  const andra = (over: object, records = aktiv, actor = systemaktor('Kunden i e-tjänsten')) =>
    kor('etjanst.andraAvisering', { basRev: etjanstRev, rev: testId(773), ...over }, records, actor, testId(802));
  test('what the kund chooses stands in the e-service, and in nothing that the units have noted; again it is done', () => {
    const records = efter(aktiv, andra({ mobil: '070-174 06 01', epost: 'linnea@exempel.se' }));
    expect(hens(records)).toMatchObject({ lage: 'aktiv', sms: { telefon: 2, nummer: '070-174 06 01' }, epost: 'linnea@exempel.se' });
    expect(stateOf(records).get('person', akt.person)).toEqual(stateOf(aktiv).get('person', akt.person));
    expect(andra({ mobil: '070-174 06 01', epost: 'linnea@exempel.se' }, records)).toEqual([]);
    expect(hens(efter(aktiv, andra({})))).not.toHaveProperty('sms');
    const handelse = stateOf(records).list('handelse')[0]?.data;
    expect(handelse).toMatchObject({ kommando: 'etjanst.andraAvisering', namn: 'Kunden i e-tjänsten' });
  });
  test('the number that the units have as telefon 1 is that one', () => {
    const med1 = person({ telefon: '070-174 06 09' }, aktiv);
    expect(hens(efter(med1, andra({ mobil: '070-174 06 09' }, med1)))?.sms).toEqual({ telefon: 1 });
  });
  test.each<[string, object, TestRecord[], string]>([
    ['a number that no SMS reaches', { mobil: '08-123 45 67' }, aktiv, 'mobil-kravs'],
    ['what is no address', { epost: 'linnea' }, aktiv, 'epost-kravs'],
    ['what a handläggare has changed meanwhile', { basRev: testId(1) }, aktiv, 'andrad-av-annan'],
    [
      'FRAGA-62 one who is protected',
      { mobil: '070-174 06 01' },
      person({ skydd: 'skyddadFolkbokforing' }, aktiv),
      'etjanst-skydd-avisering',
    ],
    ['one that is over', {}, med(etjanst({ lage: 'avslutad' })), 'etjanst-avslutad'],
    ['who has none', {}, med(), 'finns-inte'],
    ['who has died', {}, person({ avliden: '2026-11-19' }, aktiv), 'etjanst-avliden'],
  ])('refused: %s', (_, over, records, code) => {
    expect(andra(over, records)).toMatchObject({ code });
  });
  test('no user runs it', () => {
    expect(kor('etjanst.andraAvisering', { basRev: etjanstRev, rev: testId(773) }, aktiv)).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('REL-03 godkannande.spara', () => {
  const grund = (...mer: TestRecord[]) => bytt(med(ombudet(), ombudssamtycket()), ...mer);
  test('who, by which samtycke, from when to when; it waits for the night', () => {
    const records = efter(
      grund(),
      kor('godkannande.spara', { ...nytt, mobil: '070-1740601', anteckning: 'Ringer helst' }, grund(), testActor(), testId(801)),
    );
    expect(ettGodkannande(records)).toMatchObject({
      ...{ enhet: 'lss', lage: 'vantarPaNatten', samtyckeId: samtyckeId(5), fran: '2026-11-20', tom: '2027-11-20', mobil: '070-1740601' },
      till: { kontaktId: syster, namn: 'Ekström, Åsa', personnummer: systersNummer },
    });
    const igen = { ...nytt, godkannandeId: godkannandeId(2), rev: godkannandeRev(2) };
    expect(kor('godkannande.spara', igen, records), 'a colleague approved the same').toEqual({
      code: 'godkannande-finns',
      field: 'kontaktId',
    });
    const langre = { ...nytt, basRev: godkannandeRev(1), rev: godkannandeRev(2), tom: '2028-01-01' };
    const andrat = efter(records, kor('godkannande.spara', langre, records, testActor(), testId(802)));
    expect(ettGodkannande(andrat)).toMatchObject({ tom: '2028-01-01' });
    expect(ettGodkannande(andrat)).not.toHaveProperty('mobil');
    const handelser = JSON.stringify(stateOf(andrat).list('handelse'));
    expect(stateOf(andrat).list('handelse')).toHaveLength(2);
    expect(handelser, 'nobody is named in the history').not.toMatch(/Åsa|19850101|070-/);
  });
  test('REL-10 one who speaks for the kund needs no samtycke', () => {
    const godMan = med(ombudet({ typ: 'godMan' }));
    expect(ettGodkannande(efter(godMan, kor('godkannande.spara', nytt, godMan)))).not.toHaveProperty('samtyckeId');
  });
  test.each<[string, TestRecord[], object, object]>([
    ['FORB-65 without a samtycke', med(ombudet()), {}, { code: 'ombudssamtycke-kravs', field: 'kontaktId' }],
    [
      'FORB-65 when it was taken back on another computer meanwhile',
      med(ombudet(), ombudssamtycket({ aterkallat: aterkallat('2026-11-20') })),
      {},
      { code: 'ombudssamtycke-kravs', field: 'kontaktId' },
    ],
    [
      'by one of something else',
      med(ombudet(), ombudssamtycket({ tillater: ['lamnaUppgifter'] })),
      {},
      { code: 'ombudssamtycke-kravs', field: 'kontaktId' },
    ],
    [
      'by what another unit was told',
      med(ombudet(), ombudssamtycket({ enhet: 'bistand' })),
      {},
      { code: 'ombudssamtycke-kravs', field: 'kontaktId' },
    ],
    ['REL-01 without an utredning', grund().filter(({ type }) => type !== 'utredning'), {}, { code: 'godkannande-utan-utredning' }],
    [
      'of one without a number',
      med(ombudet({ personnummer: undefined }), ombudssamtycket()),
      {},
      { code: 'godkannande-utan-nummer', field: 'kontaktId' },
    ],
    [
      'of the kund',
      med(ombudet({ personnummer: '200912312386' }), ombudssamtycket()),
      {},
      { code: 'godkannande-kunden-sjalv', field: 'kontaktId' },
    ],
    ['of a contact who was taken away', med(ombudssamtycket()), {}, { code: 'finns-inte', field: 'kontaktId' }],
    ['that is over', grund(), { fran: '2026-11-01', tom: '2026-11-19' }, { code: 'datum-fore', field: 'tom' }],
    ['that ends before it begins', grund(), { tom: '2026-11-19' }, { code: 'datum-fore', field: 'tom' }],
    ['for ever', grund(), { tom: '2099-01-01' }, { code: 'datum-efter', field: 'tom' }],
    [
      'longer than the samtycke',
      med(ombudet(), ombudssamtycket({ tom: '2026-12-31' })),
      {},
      { code: 'godkannande-langre-an-samtycket', field: 'tom' },
    ],
    [
      'FRAGA-62 told by SMS, of a protected contact',
      med(ombudet({ skyddad: true }), ombudssamtycket()),
      { mobil: '070-1740601' },
      { code: 'etjanst-skydd-avisering', field: 'mobil' },
    ],
    ['told on a number that is none', grund(), { mobil: '08-1' }, { code: 'mobil-kravs', field: 'mobil' }],
    [
      'one that is over',
      grund(godkannande(1, { lage: 'avslutad' })),
      { basRev: godkannandeRev(1), rev: godkannandeRev(2) },
      { code: 'godkannande-avslutat' },
    ],
    ['of another revision', grund(godkannande(1)), { basRev: testId(3), rev: godkannandeRev(2) }, { code: 'andrad-av-annan' }],
    ['for a unit that has not the kund', grund(), { enhet: 'bistand' }, { code: 'annan-enhet', field: 'enhet' }],
    ['for one who has died', person({ avliden: '2026-11-01' }, grund()), {}, { code: 'etjanst-avliden' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('godkannande.spara', { ...nytt, ...over }, records)).toEqual(code);
  });
  test('is no work of a utförare', () => {
    expect(kor('godkannande.spara', nytt, grund(), personal(u.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });
  test('FORB-66 a year is suggested, and never longer than the samtycke', () => {
    expect(foreslagenTom('2026-11-20', undefined)).toBe('2027-11-20');
    expect(foreslagenTom('2026-11-20', { tom: '2026-12-31' })).toBe('2026-12-31');
    const samtycken = stateOf([ombudssamtycket()]).list('samtycke');
    const kontakt = (typ: 'anhorig' | 'godMan') => ({ id: syster, data: { typ } });
    expect(ombudssamtycke(samtycken, kontakt('anhorig'), '2026-11-20')).toMatchObject({ id: samtyckeId(5) });
    expect(ombudssamtycke([], kontakt('anhorig'), '2026-11-20')).toBe('saknas');
    expect(ombudssamtycke([], kontakt('godMan'), '2026-11-20')).toBeUndefined();
  });
});

describe('FORB-65 an approval holds no longer than what it rests on', () => {
  const aktivt = { lage: 'aktiv' as const, fungerarFran: '2026-11-20' };
  const alla = (...mer: TestRecord[]) => bytt(med(ombudet(), ombudssamtycket(), godkannande(1, aktivt)), ...mer);
  const galler = (records: TestRecord[], dag = '2026-11-20') => {
    const state = stateOf(records);
    const data = ettGodkannande(records);
    const hen = state.get('person', akt.person);
    if (!data || !hen) throw new Error('no approval');
    return godkannandeGaller(data, grundenFor(state, hen, { type: 'godkannande', data }), dag);
  };
  test('it holds from its first day to its last, once the night has activated it', () => {
    expect(galler(alla())).toBe(true);
    expect(galler(alla(), '2026-11-19')).toBe(false);
    expect([galler(alla(), '2027-11-20'), galler(alla(), '2027-11-21')]).toEqual([true, false]);
    expect(galler(alla(godkannande(1)))).toBe(false);
  });
  test('taking the samtycke back ends it in the same command, and so does marking it as wrong', () => {
    const tillbaka = { samtyckeId: samtyckeId(5), dag: '2026-11-20', hur: 'muntligt', av: 'Linnea' };
    const utan = efter(alla(), kor('samtycke.aterkalla', tillbaka, alla()));
    expect(ettGodkannande(utan)).toMatchObject({ lage: 'avslutad', slut: { orsak: 'samtycketSlut', namn: 'Karin Ek' } });
    const fel = efter(
      alla(),
      kor('samtycke.felmarkera', { samtyckeId: samtyckeId(5), orsak: 'Fel' }, alla(), testActor({ roller: ['enhetschef'] })),
    );
    expect(ettGodkannande(fel)).toMatchObject({ lage: 'avslutad' });
  });
  test.each<[string, TestRecord[], string, string]>([
    ['its last day has passed', alla(), '2027-11-21', 'slutdatum'],
    ['the samtycke is over', alla(ombudssamtycket({ tom: '2026-12-01' })), '2026-12-02', 'samtycketSlut'],
    ['the kund has died', person({ avliden: '2026-11-19' }, alla()), natten, 'avliden'],
    ['the contact is gone', alla().filter(({ id }) => id !== syster), natten, 'kontaktenBorta'],
    ['the contact is somebody else now', alla(ombudet({ personnummer: '199904122380' })), natten, 'kontaktenBorta'],
  ])('NATT-03 the night ends it when %s, and nobody is let in before', (_, records, dag, orsak) => {
    expect(galler(records, dag)).toBe(false);
    expect(ettGodkannande(efter(records, natt(godkannandeId(1), records, { natt: dag })))).toMatchObject({
      ...{ lage: 'avslutad', slut: { orsak }, natt: { dag, utfall: 'avslutad' } },
    });
  });
  test('REL-11 the night activates one that waits, not before its first day, and tells of one that fails in its unit alone', () => {
    const vantar = alla(godkannande(1));
    expect(ettGodkannande(efter(vantar, natt(godkannandeId(1), vantar)))).toMatchObject({ lage: 'aktiv' });
    const senare = alla(godkannande(1, { fran: '2027-01-01' }));
    expect(natt(godkannandeId(1), senare)).toEqual([]);
    const misslyckat = efter(vantar, natt(godkannandeId(1), vantar, { svar: { orsak: 'svararInte' } }));
    expect(bevakningar(misslyckat)).toMatchObject([{ enhet: 'lss' }]);
  });
  test('REL-10 it is ended by hand, once, with why', () => {
    const slut = { godkannandeId: godkannandeId(1), basRev: godkannandeRev(1), rev: godkannandeRev(2), skal: 'Flyttat' };
    const records = efter(alla(), kor('godkannande.avsluta', slut, alla()));
    expect(ettGodkannande(records)).toMatchObject({ lage: 'avslutad', slut: { orsak: 'valt', skal: 'Flyttat' } });
    expect(kor('godkannande.avsluta', slut, records)).toEqual([]);
    expect(kor('godkannande.avsluta', { ...slut, basRev: testId(3) }, alla())).toEqual({ code: 'andrad-av-annan' });
  });
  test('FRAGA-62 a contact who is protected later takes the approval along, and is told nothing outside the e-service', () => {
    const skydda = (skyddad: boolean, given: TestRecord[]) =>
      efter(given, kor('kontakt.skydda', { kontaktId: syster, skyddad, adressSkyddad: skyddad }, given, systemaktor('Skydd')));
    const skyddade = skydda(true, alla(godkannande(1, { ...aktivt, mobil: '070-1740601' })));
    expect(ettGodkannande(skyddade)).toMatchObject({ skyddad: true });
    expect(ettGodkannande(skyddade)?.mobil).toBeUndefined();
    expect(ettGodkannande(skydda(false, skyddade))).not.toHaveProperty('skyddad');
  });
});

test('what a night has nothing to do with', () => {
  const state = stateOf(med(etjanst()));
  const hen = state.get('person', akt.person);
  const data = state.get('etjanst', etjanstId(akt.person));
  if (!hen || !data) throw new Error('no e-service');
  const av = (over: object) =>
    nattatgard({ type: 'etjanst', data: { ...data, ...over } }, { person: hen, kontakt: undefined, samtycke: undefined }, natten);
  expect(av({})).toEqual({ slag: 'aktivera' });
  expect(av({ lage: 'aktiv' })).toBeUndefined();
  expect(av({ lage: 'avslutad' })).toBeUndefined();
  expect(av({ lage: 'misslyckades', misslyckande: { orsak: 'avvisad', forsok: 2, igen: '2026-11-22' } })).toBeUndefined();
  expect(av({ lage: 'misslyckades', misslyckande: { orsak: 'avvisad', forsok: 2, igen: natten } })).toEqual({ slag: 'aktivera' });
});

test('the invariant sees what no order of commands may make', () => {
  const fel = (...records: TestRecord[]) => {
    const state = stateOf(records);
    return etjanstfel(state.list('etjanst'), state.list('godkannande'), state.list('samtycke'), state.list('kontakt'));
  };
  expect(fel(ombudet(), ombudssamtycket(), etjanst(), godkannande(1))).toEqual([]);
  expect(fel(ombudssamtycket({ aterkallat: aterkallat('2026-11-20') }), godkannande(1))).toHaveLength(1);
  expect(fel(godkannande(1), godkannande(2))).toHaveLength(1);
  expect(fel(ombudet({ skyddad: true }), godkannande(1))).toHaveLength(1);
  expect(fel(etjanst({ lage: 'aktiv' }))).toHaveLength(1);
  expect(fel(etjanst({ lage: 'misslyckades' }))).toHaveLength(1);
});
