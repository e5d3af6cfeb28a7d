import { describe, expect, test } from 'vitest';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../buckets.ts';
import type { Actor } from '../command.ts';
import { bekraftadI, beslutId, bifall, efter, get, kor, med, order, personal, u, verk, verkId } from '../testing/bestallning.ts';
import { franvaro, franvaroId, franvaron, franvaroRev, underlag, underlagId } from '../testing/franvaro.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { franvarofel } from './fel.ts';
import type { Franvaro } from './records.ts';
import {
  dagarHittills,
  dagarUtanKost,
  fragasSedan,
  franvarodagar,
  franvaroregel,
  isAktuell,
  isLang,
  isSentRegistrerad,
  overlappar,
} from './regler.ts';
import { isAndratSedan, raknatUnderlag, underlagsskal } from './underlag.ts';

/** Staff of the utförare, who carries out the first bifall from 2026-11-01. */
const mia = personal(u.rekrytering);
const chef = testActor();
const start = (...mer: TestRecord[]) => med(bifall(1), verk(1), order(1, bekraftadI(1)), ...mer);
const registrera = (records: TestRecord[], over: object = {}, actor: Actor = mia) =>
  kor(
    'franvaro.registrera',
    { franvaroId: franvaroId(1), verkstallighetId: verkId(1), ...franvaron, rev: testId(1590), ...over },
    records,
    actor,
  );
const andra = (records: TestRecord[], over: object = {}, actor: Actor = mia) =>
  kor('franvaro.andra', { franvaroId: franvaroId(1), sedd: franvaroRev(1), ...franvaron, rev: testId(1591), ...over }, records, actor);
const avsluta = (records: TestRecord[], over: object = {}, actor: Actor = mia) =>
  kor(
    'franvaro.avsluta',
    { franvaroId: franvaroId(1), sedd: franvaroRev(1), till: '2026-11-19', kostSista: true, rev: testId(1592), ...over },
    records,
    actor,
  );
const felmarkera = (records: TestRecord[], over: object = {}, actor: Actor = mia) =>
  kor('franvaro.felmarkera', { franvaroId: franvaroId(1), sedd: franvaroRev(1), orsak: 'Fel kund', ...over }, records, actor);
const skicka = (records: TestRecord[], over: object = {}, actor: Actor = mia) =>
  kor(
    'franvaro.skickaUnderlag',
    { franvaroId: franvaroId(1), underlagId: underlagId(1), sedd: franvaroRev(1), tom: '2026-11-20', dagarUtanKost: 0, ...over },
    records,
    actor,
  );
const den = (records: TestRecord[], n = 1): Franvaro => get(records, 'franvaro', franvaroId(n));
const stang = (records: TestRecord[], avslutsdatum: string, actor: Actor = chef) =>
  kor(
    'verkstallighet.avsluta',
    { verkstallighetId: verkId(1), avslutsdatum, bekraftad: true, beslutIds: [beslutId(1)] },
    records,
    actor,
    testId(1600),
  );
const stangArendet = (records: TestRecord[]) => {
  const kvitterat = ['utredning', 'beslut', 'bestallning', 'verkstallighet'].flatMap((type) =>
    records.filter((one) => one.type === type && one.id !== akt.verkstallighet).map(({ id }) => id),
  );
  return kor('arende.avsluta', { datum: '2026-11-19', kvitterat: [...kvitterat, akt.verkstallighet] }, records, chef, testId(1602));
};
const oppnaIgen = (records: TestRecord[]) =>
  kor(
    'verkstallighet.oppnaIgen',
    { verkstallighetId: verkId(1), beslut: [{ id: beslutId(1), giltigTom: null }] },
    records,
    chef,
    testId(1601),
  );
/** None of them can lie in an akt that the rules forbid. */
const felen = (records: TestRecord[]): string[] => {
  const state = stateOf(records);
  return franvarofel(state.list('franvaro'), state.list('franvarounderlag'), state.list('verkstallighet'));
};

describe('PFRAN-01 PFRAN-07 PFRAN-08 PFRAN-09 frånvaro is registered', () => {
  test('planned or not, with a reason and a first day, and an end when it is known', () => {
    const records = efter(start(), registrera(start(), { planerad: true, beskrivning: 'Hos släkt', till: '2026-11-23' }));
    expect(den(records)).toMatchObject({
      ...{ planerad: true, orsak: 'Sjukhus', beskrivning: 'Hos släkt', fran: '2026-11-03', till: '2026-11-23', enhet: 'lss' },
      registrerad: { namn: 'Mia Dahl' },
    });
    expect(den(efter(start(), registrera(start()))).till).toBeUndefined();
    expect(felen(records)).toEqual([]);
  });
  test('PFRAN-03 FRAGA-58 long gone, and to come', () => {
    const gammal = med(bifall(1), verk(1, { startdatum: '2025-01-01' }));
    expect(registrera(gammal, { fran: '2025-02-01', till: '2025-02-10' })).toMatchObject([{ op: 'put' }]);
    expect(registrera(start(), { fran: '2027-07-01', till: '2027-07-20' })).toMatchObject([{ op: 'put' }]);
    expect([isSentRegistrerad('2026-11-13', '2026-11-20'), isSentRegistrerad('2026-11-12', '2026-11-20')], 'FORB-80').toEqual([
      false,
      true,
    ]);
  });
  test.each<[string, TestRecord[], object, object]>([
    ['before the verkställighet', start(), { fran: '2026-10-31' }, { code: 'datum-fore', field: 'fran' }],
    ['after it', med(bifall(1), verk(1, { slutdatum: '2026-11-02' })), {}, { code: 'datum-efter', field: 'fran' }],
    [
      'that ends after it',
      med(bifall(1), verk(1, { slutdatum: '2026-11-10' })),
      { till: '2026-11-11' },
      { code: 'datum-efter', field: 'till' },
    ],
    ['that ends before it begins', start(), { till: '2026-11-02' }, { code: 'datum-fore', field: 'till' }],
    ['for a reason that the list has not', start(), { orsak: 'Okänd' }, { code: 'finns-inte-i-katalogen', field: 'orsak' }],
    ['FRAGA-58 over another', start(franvaro(2)), { fran: '2026-11-20' }, { code: 'franvaro-overlappar', field: 'fran' }],
    ['with the id of another', start(franvaro(1)), {}, { code: 'finns-redan' }],
    ['from LSS Insatser', start(), { verkstallighetId: akt.lssInsatser }, { code: 'utforare-stammer-inte' }],
    ['from none', start(), { verkstallighetId: testId(9) }, { code: 'finns-inte', field: 'verkstallighetId' }],
  ])('not %s', (_, records, over, expected) => {
    expect(registrera(records, over)).toEqual(expected);
  });
  test('PFRAN-07 by the utförare’s own staff; by handläggare of who is not in the program', () => {
    expect(registrera(start(), {}, personal(u.boendeteamet))).toEqual({ code: 'behorighet-saknas' });
    expect(registrera(start(), {}, chef)).toEqual({ code: 'utforarens-verkstallighet' });
    expect(registrera(start(), {}, testActor({ roller: ['avgiftshandlaggare'] }))).toEqual({ code: 'behorighet-saknas' });
    const extern = med(bifall(1), verk(1, { utforareId: u.extern }));
    expect(registrera(extern, {}, chef)).toMatchObject([{ op: 'put' }]);
  });
});

describe('PFRAN-13 it is changed, ended and marked as wrong', () => {
  const records = start(franvaro(1, { beskrivning: 'Inlagd' }));
  test('PFRAN-11 ended on a day, from the first page', () => {
    expect(den(efter(records, avsluta(records)))).toMatchObject({
      till: '2026-11-19',
      beskrivning: 'Inlagd',
      andrad: { namn: 'Mia Dahl' },
    });
    const klar = start(franvaro(1, { till: '2026-11-18' }));
    expect(avsluta(klar), 'a colleague was first').toEqual({ code: 'franvaro-avslutad', field: 'till' });
  });
  test('changed: what the form leaves empty goes, and only what it saw is changed', () => {
    const after = efter(records, andra(records, { fran: '2026-11-05', till: '2026-11-06' }));
    expect(den(after)).toMatchObject({ fran: '2026-11-05', till: '2026-11-06' });
    expect(den(after).beskrivning).toBeUndefined();
    for (const got of [andra, avsluta, felmarkera].map((one) => one(after))) expect(got).toEqual({ code: 'andrad-av-annan' });
    const tidigare = start(franvaro(1, { orsak: 'Struken ur listan' }));
    expect(andra(tidigare, { orsak: 'Struken ur listan' }), 'as it stood').toMatchObject([{ op: 'put' }]);
  });
  test('FRAGA-58 it cannot be changed into another', () => {
    const tva = start(franvaro(1, { till: '2026-11-05' }), franvaro(2, { fran: '2026-11-08' }));
    expect(andra(tva, { till: '2026-11-09' })).toEqual({ code: 'franvaro-overlappar', field: 'fran' });
    expect(andra(tva, { till: '2026-11-08' }), 'back and away again the same day').toMatchObject([{ op: 'put' }]);
    expect(andra(tva), 'without an end it goes on into it').toEqual({ code: 'franvaro-overlappar', field: 'fran' });
  });
  test('felmarkerad with a reason: it stays, counts for nothing, and frees its days', () => {
    const after = efter(records, felmarkera(records));
    expect(den(after)).toMatchObject({ felmarkering: { orsak: 'Fel kund', namn: 'Mia Dahl' } });
    expect(isAktuell(den(after), '2026-11-20')).toBe(false);
    expect(felmarkera(after)).toEqual([]);
    for (const got of [andra(after), avsluta(after)]) expect(got).toEqual({ code: 'franvaro-felmarkerad' });
    expect(registrera(after, { franvaroId: franvaroId(2) })).toMatchObject([{ op: 'put' }]);
  });
  test('by another utförare’s staff it is not', () => {
    for (const got of [andra, avsluta, felmarkera].map((one) => one(records, {}, personal(u.boendeteamet))))
      expect(got).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('FORB-82 a verkställighet that is ended ends its frånvaro', () => {
  const records = start(
    franvaro(1),
    franvaro(2, { verkstallighetId: verkId(2) }),
    franvaro(3, { felmarkering: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-10T09:00:00.000Z', orsak: 'Fel' } }),
    verk(2, { beslutId: undefined }),
  );
  test('what is open gets the day; what had not begun never takes place; opened again they are as they were', () => {
    const flera = start(franvaro(1, { till: '2026-11-20' }), franvaro(2, { fran: '2026-12-20', till: '2026-12-27' }));
    const after = efter(flera, stang(flera, '2026-11-10'));
    expect(den(after)).toMatchObject({ till: '2026-11-10', medVerkstallighet: { namn: 'Karin Ek', tidigareTill: '2026-11-20' } });
    expect(den(after, 2)).toMatchObject({ till: '2026-12-27', medVerkstallighet: { utgar: true } });
    expect(isAktuell(den(after, 2), '2026-11-20')).toBe(false);
    expect(felen(after)).toEqual([]);
    const igen = efter(after, oppnaIgen(after));
    const utanRev = ({ rev: _, ...kvar }: Franvaro) => kvar;
    expect([1, 2].map((n) => utanRev(den(igen, n)))).toEqual([1, 2].map((n) => utanRev(den(flera, n))));
    expect(andra(after), 'a form that was open before').toEqual({ code: 'andrad-av-annan' });
  });
  test('another’s, and what was marked as wrong, stay', () => {
    const after = efter(records, stang(records, '2026-11-10'));
    expect(den(after).till).toBe('2026-11-10');
    expect([2, 3].map((n) => den(after, n).till)).toEqual([undefined, undefined]);
  });
  test('by the utförare’s staff at a death, in the same decision', () => {
    const decision = kor(
      'verkstallighet.avsluta',
      { verkstallighetId: verkId(1), avslutsdatum: '2026-11-18', bekraftad: true, beslutIds: [], orsak: 'Insatsen behövs inte längre' },
      records,
      mia,
      testId(1600),
    );
    expect(den(efter(records, decision))).toMatchObject({ till: '2026-11-18', medVerkstallighet: { namn: 'Mia Dahl' } });
  });
  test('AVSL-01 and with the case', () => {
    const flera = start(franvaro(1));
    const after = efter(flera, stangArendet(flera));
    expect(den(after)).toMatchObject({ till: '2026-11-19', medVerkstallighet: { namn: 'Karin Ek' } });
  });
  test('registered offline and received after it: it ends with it all the same', () => {
    const stangd = efter(start(), stang(start(), '2026-11-10'));
    const after = efter(stangd, registrera(stangd));
    expect(den(after)).toMatchObject({ till: '2026-11-10', medVerkstallighet: { namn: 'Karin Ek' } });
    const igen = efter(after, oppnaIgen(after));
    expect(den(igen).till).toBeUndefined();
    expect(den(igen).medVerkstallighet).toBeUndefined();
  });
  test('what was given another end since, or a day that another has now, is not opened', () => {
    const stangd = efter(start(franvaro(1)), stang(start(franvaro(1)), '2026-11-10'));
    const rattad = efter(stangd, andra(stangd, { sedd: den(stangd).rev, till: '2026-11-08' }));
    expect(den(efter(rattad, oppnaIgen(rattad))).till).toBe('2026-11-08');
    const kort = efter(rattad, registrera(rattad, { franvaroId: franvaroId(2), fran: '2026-11-09' }));
    expect(den(efter(kort, oppnaIgen(kort)), 2).till, 'an open one goes on').toBeUndefined();
    expect(felen(efter(kort, oppnaIgen(kort)))).toEqual([]);
  });
  test('FRAGA-58 of two that it ended, and that would overlap, the one that was registered first is opened', () => {
    const planerad = start(franvaro(1, { fran: '2026-11-15', till: '2026-11-20' }));
    const stangd = efter(planerad, stang(planerad, '2026-11-10'));
    const sen = efter(stangd, registrera(stangd, { franvaroId: franvaroId(2), fran: '2026-11-05' }));
    expect(den(sen, 2)).toMatchObject({ till: '2026-11-10', medVerkstallighet: { namn: 'Karin Ek' } });
    const igen = efter(sen, oppnaIgen(sen));
    expect(felen(igen)).toEqual([]);
    expect(isAktuell(den(igen), '2026-11-20')).toBe(true);
    expect(den(igen, 2).till).toBe('2026-11-10');
  });
});

describe('PFRAN-05 FRAGA-57 how the days are counted', () => {
  const dagar = (fran: string, till: string | undefined, kostForsta = true, kostSista = true) => ({
    ...{ fran, kostForsta, kostSista },
    ...(till === undefined ? {} : { till }),
  });
  const helt = { fran: '2000-01-01', tom: '2099-12-31' };
  test.each([
    ['departure and return are none', dagar('2026-11-03', '2026-11-10'), 8, 6],
    ['the first one without a meal is', dagar('2026-11-03', '2026-11-10', false), 8, 7],
    ['so is the last', dagar('2026-11-03', '2026-11-10', false, false), 8, 8],
    ['the next day', dagar('2026-11-03', '2026-11-04'), 2, 0],
    ['the same day', dagar('2026-11-03', '2026-11-03'), 1, 0],
    ['the same day without a meal', dagar('2026-11-03', '2026-11-03', false, false), 1, 1],
    ['over New Year', dagar('2026-12-10', '2027-01-10'), 32, 30],
    ['over the leap day', dagar('2028-02-27', '2028-03-02'), 5, 3],
  ])('%s', (_, one, alla, utan) => {
    expect([franvarodagar(one, helt), dagarUtanKost(one, helt)]).toEqual([alla, utan]);
  });
  test('in a month, and of one that goes on', () => {
    const ett = dagar('2026-12-10', '2027-01-10');
    const manader = [
      { fran: '2026-12-01', tom: '2026-12-31' },
      { fran: '2027-01-01', tom: '2027-01-31' },
      { fran: '2027-02-01', tom: '2027-02-28' },
    ];
    expect(manader.map((one) => [franvarodagar(ett, one), dagarUtanKost(ett, one)])).toEqual([
      [22, 21],
      [10, 9],
      [0, 0],
    ]);
    const oppen = dagar('2026-12-10', undefined);
    expect(manader.map((one) => [franvarodagar(oppen, one), dagarUtanKost(oppen, one)])).toEqual([
      [22, 21],
      [31, 31],
      [28, 28],
    ]);
    expect(dagarHittills(oppen, '2026-12-09'), 'to come').toBe(0);
  });
  test('the rule is that of its first day', () => {
    const [nu] = [franvaroregel('2026-11-03')];
    const ny = { ...nu, fran: '2027-01-01', forstaOchSista: 'aldrig' as const };
    expect([franvaroregel('2026-12-31', [nu, ny]), franvaroregel('2027-01-01', [nu, ny])]).toEqual([nu, ny]);
    expect(dagarUtanKost(dagar('2026-11-03', '2026-11-10', false, false), helt, ny)).toBe(6);
  });
  test('FRAGA-58 which of two overlap', () => {
    const ett = dagar('2026-11-03', '2026-11-10');
    expect(overlappar(ett, dagar('2026-11-10', undefined))).toBe(false);
    expect(overlappar(dagar('2026-11-10', undefined), ett)).toBe(false);
    expect(overlappar({ ...ett, kostSista: false }, dagar('2026-11-10', undefined, false)), 'one day, counted in both').toBe(true);
    expect(overlappar(ett, dagar('2026-11-09', '2026-11-09'))).toBe(true);
    expect(overlappar(ett, dagar('2026-11-03', '2026-11-03'))).toBe(true);
    expect(overlappar(ett, dagar('2026-11-11', undefined))).toBe(false);
  });
});

describe('FORB-82 the unit is asked of one without an end', () => {
  const sparad = (day: string) => ({ anvandareId: testId(5), namn: 'Mia Dahl', at: `${day}T09:00:00.000Z` });
  const oppen = (over: object = {}) => get(start(franvaro(1, { registrerad: sparad('2026-11-03'), ...over })), 'franvaro', franvaroId(1));
  test.each([
    ['2026-11-16', {}, undefined],
    ['2026-11-17', {}, '2026-11-17'],
    ['2026-11-23', {}, '2026-11-17'],
    ['2026-11-24', {}, '2026-11-24'],
    ['2026-11-23', { andrad: sparad('2026-11-18') }, undefined],
    ['2026-11-24', { andrad: sparad('2026-11-18') }, '2026-11-24'],
    ['2026-11-24', { till: '2026-11-25' }, undefined],
  ] as const)('on %s of %o: since %s', (today, over, sedan) => {
    expect(fragasSedan(oppen(over), {}, today)).toBe(sedan);
  });
  test.each(['2026-11-12', '0000-00-00'])('and not of a kund who died %s', (avliden) => {
    expect(fragasSedan(oppen(), { avliden }, '2026-11-24')).toBeUndefined();
  });
});

describe('PFRAN-04 FORB-81 the underlag', () => {
  const lang = start(franvaro(1, { fran: '2026-11-01' })).map((one) =>
    one.id === verkId(1) ? ({ ...one, data: { ...one.data, startdatum: '2026-01-01' } } as TestRecord) : one,
  );
  const fran = (dag: string, over: Partial<Franvaro> = {}) =>
    lang.map((one) => (one.id === franvaroId(1) ? ({ ...one, data: { ...one.data, fran: dag, ...over } } as TestRecord) : one));
  test('PFRAN-05 PFRAN-06 of more than 30 days: dates, days and kundnummer, and no more', () => {
    expect([isLang({ fran: '2026-10-22' }, '2026-11-20'), isLang({ fran: '2026-10-21' }, '2026-11-20')]).toEqual([false, true]);
    expect(skicka(fran('2026-10-22'))).toEqual({ code: 'franvaro-utan-underlag' });
    const records = fran('2026-10-19', { beskrivning: 'Inlagd efter fall' });
    const after = efter(records, skicka(records, { dagarUtanKost: 32 }));
    const { skickat, ...sagt } = get(after, 'franvarounderlag', underlagId(1));
    expect(skickat).toMatchObject({ namn: 'Mia Dahl' });
    expect(sagt).toEqual({
      ...{ enhet: 'lss', franvaroId: franvaroId(1), verkstallighetId: verkId(1), kundnummer: '100001' },
      ...{ fran: '2026-10-19', tom: '2026-11-20', dagar: 33, dagarUtanKost: 32, skal: 'lang' },
    });
  });
  test('FRAGA-56 of one that was registered more than 30 days late', () => {
    const sen = fran('2026-10-01', {
      ...{ till: '2026-10-05', registrerad: { anvandareId: testId(5), namn: 'Mia Dahl', at: '2026-11-01T09:00:00.000Z' } },
    });
    const after = efter(sen, skicka(sen, { tom: '2026-10-05', dagarUtanKost: 3 }));
    expect(get(after, 'franvarounderlag', underlagId(1))).toMatchObject({ skal: 'sen', till: '2026-10-05', dagar: 5, dagarUtanKost: 3 });
  });
  test('FRAGA-57 the utförare knows better: both numbers are kept', () => {
    const records = fran('2026-10-19');
    const after = efter(records, skicka(records, { dagarUtanKost: 30 }));
    expect(get(after, 'franvarounderlag', underlagId(1))).toMatchObject({ dagarUtanKost: 30, raknade: 32 });
    expect(skicka(records, { dagarUtanKost: 34 })).toEqual({ code: 'franvaro-for-manga-dagar', field: 'dagarUtanKost' });
  });
  test('FRAGA-58 what is changed afterwards is a correction, sent again; the same is not', () => {
    const records = fran('2026-10-19');
    const skickat = efter(records, skicka(records, { dagarUtanKost: 32 }));
    expect(skicka(skickat, { underlagId: underlagId(2), dagarUtanKost: 32 })).toEqual({ code: 'underlag-redan-skickat' });
    const slut = efter(skickat, avsluta(skickat));
    const nu = den(slut);
    expect(isAndratSedan(nu, get(slut, 'franvarounderlag', underlagId(1)))).toBe(true);
    const rattelse = efter(slut, skicka(slut, { underlagId: underlagId(2), sedd: nu.rev, tom: '2026-11-19', dagarUtanKost: 30 }));
    expect(get(rattelse, 'franvarounderlag', underlagId(2))).toMatchObject({ skal: 'rattelse', till: '2026-11-19', dagar: 32 });
    const bort = efter(rattelse, felmarkera(rattelse, { sedd: nu.rev }));
    const inget = efter(bort, skicka(bort, { underlagId: underlagId(3), sedd: nu.rev, tom: '2026-11-19', dagarUtanKost: 0 }));
    expect(get(inget, 'franvarounderlag', underlagId(3))).toMatchObject({ skal: 'rattelse', dagar: 0, dagarUtanKost: 0 });
  });
  describe('FRAGA-58 of a planned one that was told of, a correction can be sent', () => {
    const planerad = franvaro(1, { planerad: true, fran: '2026-12-10', till: '2027-01-30' });
    const sagt = underlag(1, { fran: '2026-12-10', till: '2027-01-30', tom: '2027-01-30', dagar: 52, dagarUtanKost: 50 });
    const skal = (records: TestRecord[]) =>
      underlagsskal({ id: franvaroId(1), data: den(records) }, stateOf(records).list('franvarounderlag'), '2026-11-20');
    test('whose verkställighet never began', () => {
      const kommer = med(bifall(1), verk(1, { startdatum: '2026-12-01' }), order(1, bekraftadI(1)), planerad, sagt);
      const borta = efter(kommer, stangArendet(kommer));
      expect(get(borta, 'verkstallighet', verkId(1)).aldrigPaborjad).toBeDefined();
      expect(skal(borta)).toBe('rattelse');
      const rattad = efter(borta, skicka(borta, { underlagId: underlagId(2), sedd: den(borta).rev, tom: '2027-01-30' }));
      expect(get(rattad, 'franvarounderlag', underlagId(2))).toMatchObject({ skal: 'rattelse', dagar: 0, dagarUtanKost: 0 });
      expect(skal(rattad)).toBeUndefined();
      expect(registrera(borta, { franvaroId: franvaroId(2), fran: '2026-12-01' })).toEqual({ code: 'verkstallighet-avslutad' });
    });
    test('that lost its end before it began: no day yet', () => {
      const kommer = start(planerad, sagt);
      const oppen = efter(kommer, andra(kommer, { fran: '2026-12-10', planerad: true }));
      expect(skal(oppen)).toBe('rattelse');
      const rattad = efter(oppen, skicka(oppen, { underlagId: underlagId(2), sedd: den(oppen).rev }));
      expect(get(rattad, 'franvarounderlag', underlagId(2))).toMatchObject({
        skal: 'rattelse',
        tom: '2026-11-20',
        dagar: 0,
        dagarUtanKost: 0,
      });
      expect(skal(rattad)).toBeUndefined();
    });
  });
  test('that it goes on is no change', () => {
    const records = fran('2026-10-19');
    const data = den(records);
    const sagt = { ...raknatUnderlag(data, '2026-11-20'), franvaroId: franvaroId(1) };
    expect(isAndratSedan(data, { ...get(start(underlag(1)), 'franvarounderlag', underlagId(1)), ...sagt })).toBe(false);
  });
  test.each<[string, object, Actor, object]>([
    ['what a colleague has changed', { sedd: testId(1) }, mia, { code: 'andrad-av-annan' }],
    ['counted to a day that is to come', { tom: '2026-11-21' }, mia, { code: 'datum-efter', field: 'tom' }],
    ['counted to a day before it', { tom: '2026-10-18' }, mia, { code: 'datum-fore', field: 'tom' }],
    ['by another utförare', {}, personal(u.boendeteamet), { code: 'behorighet-saknas' }],
    ['by the handläggare', {}, chef, { code: 'utforarens-verkstallighet' }],
  ])('not %s', (_, over, actor, expected) => {
    expect(skicka(fran('2026-10-19'), over, actor)).toEqual(expected);
  });
});

test('PFRAN-10 PFRAN-14 who reads it: the utförare, the unit, and its avgiftshandläggare', () => {
  const records = start(franvaro(1), underlag(1));
  const buckets = bucketsOfScope(
    `akt:${akt.person}`,
    records.map(({ type, id, data }) => partOf(type, id, data)),
  );
  for (const id of [franvaroId(1), underlagId(1)]) expect(buckets.get(id)).toEqual(['org:lss', 'avgift:lss', `utforare:${u.rekrytering}`]);
  const laser = (actor: Actor) => bucketsOfAnvandare(actor).some((one) => buckets.get(franvaroId(1))?.includes(one));
  expect([mia, chef, testActor({ roller: ['avgiftshandlaggare'] }), personal(u.boendeteamet)].map(laser)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
