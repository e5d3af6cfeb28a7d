import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordData } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { commandNames } from '../../shared/domain/testing/command-names.ts';
import { kommandoOrd } from '../../shared/words/kommando.ts';
import { aktState } from './akt-state.ts';
import { anvandare, ids, personRecord, signeradAv, stored, utredningRecord, uuid, verkstallighetRecord } from './testing/records.ts';
import { testServices } from './testing/services.ts';

const anna = uuid(101);
const bo = uuid(102);
const skyddad = uuid(103);
const utredning = uuid(201);
const egetVal = uuid(5);
const dv = uuid(81);

const insats = (over: Partial<RecordData<'insats'>> = {}): RecordData<'insats'> => ({
  kod: 'DAGLIG_VERKSAMHET',
  namn: 'Daglig verksamhet',
  lagrum: 'LSS',
  ordning: 2,
  aktiv: true,
  utredningstyper: ['LSS Utredning'],
  bifall: {
    kod: 'DV_BIFALL',
    namn: 'LSS Daglig verksamhet Bifall',
    insatskategori: 'Daglig verksamhet LSS',
    personkrets: 'aldrig',
    utskrift: true,
  },
  bestallning: { utforare: [{ utforareId: egetVal, insatser: [{ namn: 'DV' }] }] },
  ...over,
});
const beslut = (id: string, over: Partial<RecordData<'beslut'>> = {}, personId = anna) =>
  stored('beslut', id, aktScope(personId), {
    utredningId: utredning,
    insatsId: dv,
    beslutskod: 'DV_BIFALL',
    beslutsnamn: 'LSS Daglig verksamhet Bifall',
    utfall: 'bifall',
    insatskategori: 'Daglig verksamhet LSS',
    beslutsdatum: '2026-11-02',
    giltigFran: '2026-12-01',
    ...over,
  });
const bestallning = (id: string, over: Partial<RecordData<'bestallning'>> = {}, personId = anna) =>
  stored('bestallning', id, aktScope(personId), {
    beslutId: uuid(401),
    bestalltDatum: '2026-11-03',
    gallerFran: '2026-12-01',
    utforareId: egetVal,
    insatser: ['DV'],
    bestallare: signeradAv(),
    ...over,
  });
const aktualisering = (id: string, over: Partial<RecordData<'aktualisering'>> = {}, personId = anna) =>
  stored('aktualisering', id, aktScope(personId), {
    slag: 'ansokan',
    typ: 'Daglig verksamhet',
    datum: '2026-11-06',
    franVem: 'Kunden',
    ansvarigHandlaggareId: ids.handlaggare,
    organisationId: ids.lss,
    gruppId: uuid(900),
    rev: uuid(901),
    ...over,
  });
const katalog = [
  stored('insats', dv, katalogScope, insats()),
  stored(
    'insats',
    uuid(82),
    katalogScope,
    insats({ kod: 'LEDSAGARE', namn: 'Ledsagarservice', ordning: 1, aktiv: false, bestallning: undefined }),
  ),
  stored('utforare', egetVal, katalogScope, { namn: 'Lss, Eget Val', slag: 'utforare', bekraftasAv: 'handlaggare' }),
  stored('vardelista', uuid(83), katalogScope, {
    lista: 'franVem',
    varden: [{ namn: 'Kunden' }, { namn: 'Egna myndigheten', kod: 'egnaMyndigheten' }, { namn: 'Telegram', aktiv: false }],
  }),
];

let t: ReturnType<typeof testServices>;
const start = (...records: Parameters<typeof testServices>[0]) => {
  t?.close();
  t = testServices([personRecord(anna), utredningRecord(anna, utredning), ...katalog, ...records]);
};
beforeEach(() => {
  t = testServices([]);
});
afterEach(() => t.close());

test('FRAGA-11 the catalogue as forms choose from it, in the order it is offered', () => {
  start();
  const vy = t.call['katalog.hamta']({});
  expect(vy.insatser.map(({ data }) => [data.namn, data.aktiv])).toEqual([
    ['Ledsagarservice', false],
    ['Daglig verksamhet', true],
  ]);
  expect(vy.vardelistor.franVem).toEqual([{ namn: 'Kunden' }, { namn: 'Egna myndigheten', kod: 'egnaMyndigheten' }]);
  expect(vy.vardelistor.civilstand).toEqual([]);
  expect(vy.utforare.map(({ data }) => data.namn)).toEqual(['LSS-handläggare 3', 'Lss, Barn/Ungdom 1', 'Lss, Eget Val']);
  expect(
    vy.handlaggare.map(({ namn }) => namn),
    'ROLL-10 not staff of a utförare',
  ).toEqual(['Berg, Åsa', 'Dahl, Örjan']);
  expect(vy.egen).toMatchObject({
    anvandareId: ids.handlaggare,
    organisationId: ids.lss,
    funktionId: ids.funktion3,
    roller: ['lssHandlaggare'],
  });
});

describe('kund.akt', () => {
  test('FRAGA-62 is shown of an opened kund only, and without the address of a protected one', () => {
    start(personRecord(skyddad, { skydd: 'sekretessmarkering', personnummer: '198505052385', kundnummer: '7' }));
    expect(() => t.call['kund.akt']({ personId: anna })).toThrow('finns-inte');
    expect(() => t.call['kund.historik']({ personId: anna })).toThrow('finns-inte');
    t.call['kund.oppna']({ personId: skyddad });
    expect(t.call['kund.akt']({ personId: skyddad }).person.data).not.toHaveProperty('adress');
  });

  test('FRAGA-62 skyddad folkbokföring is opened with a reason first', () => {
    start(personRecord(skyddad, { skydd: 'skyddadFolkbokforing', personnummer: '198505052385', kundnummer: '7' }));
    expect(() => t.call['kund.oppna']({ personId: skyddad })).toThrow('skal-kravs');
    expect(() => t.call['kund.akt']({ personId: skyddad })).toThrow('finns-inte');
    t.call['kund.oppna']({ personId: skyddad, skal: 'Handläggning' });
    expect(t.call['kund.akt']({ personId: skyddad }).personId).toBe(skyddad);
  });

  test('holds the records of the case, and says which the server has not received', () => {
    start(beslut(uuid(401)), bestallning(uuid(501)), aktualisering(uuid(601)), beslut(uuid(402), {}, bo));
    t.call['kund.oppna']({ personId: anna });
    const run = t.call['kommando.kor']({
      name: 'bestallning.taBort',
      input: { personId: anna, bestallningId: uuid(501), orsak: 'Fel utförare' },
    });
    expect(run).toMatchObject({ ok: true });
    const akt = t.call['kund.akt']({ personId: anna });
    expect(akt.bestallningar).toMatchObject([{ id: uuid(501), osand: true, data: { borttagen: { orsak: 'Fel utförare' } } }]);
    expect(akt.beslut).toMatchObject([{ id: uuid(401), osand: false }]);
    expect([akt.utredningar, akt.aktualiseringar, akt.verkstalligheter, akt.bedomningar].map(({ length }) => length)).toEqual([1, 1, 0, 0]);
  });
});

test('FORB-29 the kund carries a mark while a LASS-beslut is ongoing', () => {
  const lass = (over: object = {}) => beslut(uuid(401), { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', ...over });
  for (const [record, mark] of [
    [lass(), true],
    [lass({ giltigTom: '2026-11-19' }), false],
    [beslut(uuid(401)), false],
  ] as const) {
    start(record);
    expect(t.call['kund.oppna']({ personId: anna }).lass).toBe(mark);
  }
});

describe('kund.historik', () => {
  const handelse = (id: string, at: string, poster: RecordData<'handelse'>['poster']) =>
    stored('handelse', id, aktScope(anna), { kommando: 'beslut.fatta', at, anvandareId: ids.kollega, namn: 'Dahl, Örjan', poster });
  const post = (type: string, id: string) => ({ type, id, op: 'ny' as const, falt: [{ falt: 'utfall', till: 'bifall' }] });
  beforeEach(() => {
    start(
      handelse(uuid(701), '2026-11-02T09:00:00.000Z', [post('beslut', uuid(401)), post('utredning', utredning)]),
      handelse(uuid(702), '2026-11-03T09:00:00.000Z', [post('beslut', uuid(402))]),
      bestallning(uuid(501)),
    );
    t.call['kund.oppna']({ personId: anna });
  });

  test('FRAGA-62 who changed what and when, newest first, with what waits for the server', () => {
    t.call['kommando.kor']({
      name: 'bestallning.taBort',
      input: { personId: anna, bestallningId: uuid(501), orsak: 'Fel' },
      id: uuid(703),
    });
    expect(t.call['kund.historik']({ personId: anna }).map(({ id, namn, vad, osand }) => [id, namn, vad, osand])).toEqual([
      [uuid(703), 'Berg, Åsa', 'Beställning borttagen', true],
      [uuid(702), 'Dahl, Örjan', 'Beslut fattat', false],
      [uuid(701), 'Dahl, Örjan', 'Beslut fattat', false],
    ]);
  });

  test('of a type, and of one record: only what concerns it', () => {
    expect(t.call['kund.historik']({ personId: anna, type: 'beslut' }).map(({ id }) => id)).toEqual([uuid(702), uuid(701)]);
    const one = t.call['kund.historik']({ personId: anna, type: 'beslut', id: uuid(401) });
    expect(one).toMatchObject([{ id: uuid(701), poster: [{ id: uuid(401), falt: [{ falt: 'utfall', till: 'bifall' }] }] }]);
    expect(one[0]?.poster).toHaveLength(1);
    expect(t.call['kund.historik']({ personId: anna, type: 'kontakt' })).toEqual([]);
  });

  test('every command that changes an akt has words in the history', () => {
    for (const name of commandNames) expect(kommandoOrd(name), name).toMatch(/^[A-ZÅÄÖ]/);
    expect(kommandoOrd('nytt.kommando'), 'one of a newer version is named').toBe('nytt.kommando');
  });
});

describe('mina.bestallningar', () => {
  test('MINA-03 BEKR-08 sent by the user and not confirmed, oldest first; confirmed and taken back ones have left', () => {
    const bekraftad = { bekraftad: '2026-11-05', bekraftelse: { ...signeradAv(), verkstallighetId: uuid(202) } };
    start(
      beslut(uuid(401)),
      bestallning(uuid(501)),
      bestallning(uuid(502), { bestalltDatum: '2026-10-01' }),
      bestallning(uuid(503), bekraftad),
      bestallning(uuid(504), { borttagen: { ...signeradAv(), orsak: 'Fel' } }),
      bestallning(uuid(505), { bestallare: signeradAv(ids.kollega) }),
      bestallning(uuid(506), { bestallare: undefined, bestalltDatum: '2026-11-04' }),
    );
    const { ejBekraftade } = t.call['mina.bestallningar']({});
    expect(ejBekraftade.map(({ bestallningId }) => bestallningId)).toEqual([uuid(502), uuid(501), uuid(506)]);
    expect(ejBekraftade[0]).toMatchObject({
      person: { personId: anna, namn: 'Ekström, Linnea Maria' },
      insatskategori: 'Daglig verksamhet LSS',
      insatser: ['DV'],
      utforare: 'Lss, Eget Val',
      bestallare: 'Berg, Åsa',
    });
  });

  test('MINA-04 BEKR-01 BEKR-05 FRAGA-34 to confirm: what is sent to a utförare the handläggare confirm for, or to the user’s own', () => {
    start(
      beslut(uuid(401)),
      bestallning(uuid(501), { bestallare: signeradAv(ids.kollega) }),
      bestallning(uuid(502), { utforareId: ids.barnUngdom1 }),
      verkstallighetRecord(anna, uuid(202), { insatskategori: 'Daglig verksamhet LSS', utforareId: egetVal, beslutId: uuid(401) }),
    );
    expect(t.call['mina.bestallningar']({}).inkomna).toMatchObject([{ bestallningId: uuid(501), verkstallighetId: uuid(202) }]);
    expect(t.call['mina.bestallningar']({}).inkomna[0]).not.toHaveProperty('hinder');
    expect(t.call['mina.bestallningar']({}).ejBekraftade).toMatchObject([{ bestallningId: uuid(502), hinder: 'bekraftas-av-utforaren' }]);
    const staff = t.as(anvandare.utforarpersonal)['mina.bestallningar']({});
    expect(staff.inkomna.map(({ bestallningId }) => bestallningId)).toEqual([uuid(502)]);
    expect(staff.ejBekraftade).toEqual([]);
  });

  test('FORB-31 bifall in the user’s utredningar that are to be ordered and are not, oldest first', () => {
    const annans = uuid(209);
    start(
      utredningRecord(anna, annans, { ansvarigHandlaggareId: ids.kollega }),
      beslut(uuid(401)),
      bestallning(uuid(501)),
      beslut(uuid(402), { beslutsdatum: '2026-10-02' }),
      beslut(uuid(403), { insatsId: undefined }),
      beslut(uuid(404), { utfall: 'avslag' }),
      beslut(uuid(405), { felmarkerad: true }),
      beslut(uuid(406), { giltigTom: '2026-11-19' }),
      beslut(uuid(407), { insatsId: uuid(82) }),
      beslut(uuid(408), { utredningId: annans }),
      beslut(uuid(409), { beslutsdatum: '2026-11-20', giltigTom: '2026-11-20', felmarkerad: false }),
      bestallning(uuid(502), { beslutId: uuid(409), borttagen: { ...signeradAv(), orsak: 'Fel' } }),
      beslut(uuid(410), { giltigTom: '2026-11-20', avslutad: signeradAv() }),
    );
    expect(t.call['mina.bestallningar']({}).bifallUtanBestallning.map(({ beslutId }) => beslutId)).toEqual([
      uuid(402),
      uuid(403),
      uuid(409),
    ]);
  });

  test('FORB-31 FORB-24 a month that has passed is asked for while its series goes on', () => {
    const koppling = (n: number) => ({ koppling: { slag: 'serie' as const, id: uuid(n) } });
    start(
      beslut(uuid(401), { giltigTom: '2026-10-31', beslutsdatum: '2026-10-01', ...koppling(430) }),
      beslut(uuid(402), { giltigTom: '2026-11-30', beslutsdatum: '2026-10-02', ...koppling(430) }),
      beslut(uuid(403), { giltigTom: '2026-09-30', ...koppling(431) }),
      beslut(uuid(404), { giltigTom: '2026-10-31', ...koppling(431) }),
      beslut(uuid(405), { giltigTom: '2026-10-31', ...koppling(432) }),
      beslut(uuid(406), { giltigTom: '2026-11-30', felmarkerad: true, ...koppling(432) }),
    );
    expect(t.call['mina.bestallningar']({}).bifallUtanBestallning.map(({ beslutId }) => beslutId)).toEqual([uuid(401), uuid(402)]);
  });

  test('FORB-27 each kund of the user without an open LSS Insatser, by the oldest bifall', () => {
    const annan = personRecord(bo, { personnummer: '198505052385', kundnummer: '7' });
    const bifall = [beslut(uuid(401)), beslut(uuid(402), { beslutsdatum: '2026-10-02' })];
    const utan = () => t.call['mina.bestallningar']({}).utanLssInsatser.map(({ beslutId }) => beslutId);
    start(annan, utredningRecord(bo, uuid(209)), ...bifall, beslut(uuid(403), { utredningId: uuid(209) }, bo));
    expect(utan()).toEqual([uuid(402), uuid(403)]);
    start(
      ...bifall,
      verkstallighetRecord(anna, uuid(202), { insatskategori: 'LSS Insatser', utforareId: ids.funktion3, lssInsatser: true }),
    );
    expect(utan()).toEqual([]);
  });

  test('FORB-27 OSL 26:1 of a kund of two units: the LSS Insatser that counts is that of the unit whose bifall it is', () => {
    const tva = personRecord(bo, { personnummer: '198505052385', kundnummer: '7', enheter: ['lss', 'bistand'] });
    const hos = (enhet: string) =>
      verkstallighetRecord(bo, uuid(202), { insatskategori: 'LSS Insatser', utforareId: ids.funktion3, lssInsatser: true, enhet });
    const bifall = beslut(uuid(403), { utredningId: uuid(209), enhet: 'lss' }, bo);
    const utan = () => t.call['mina.bestallningar']({}).utanLssInsatser.map(({ beslutId }) => beslutId);
    start(tva, utredningRecord(bo, uuid(209), { enhet: 'lss' }), bifall, hos('bistand'));
    expect(utan()).toEqual([uuid(403)]);
    start(tva, utredningRecord(bo, uuid(209), { enhet: 'lss' }), bifall, hos('lss'));
    expect(utan()).toEqual([]);
  });

  test('FORB-35 an unconfirmed one shows its age', () => {
    start(beslut(uuid(401)), bestallning(uuid(501), { bestalltDatum: '2026-11-03' }));
    expect(t.call['mina.bestallningar']({}).ejBekraftade).toMatchObject([{ dagar: 17 }]);
  });

  test('FORB-14 the user’s aktualiseringar that no utredning examines, those of 14 days first', () => {
    start(
      aktualisering(uuid(601), { datum: '2026-11-07' }),
      aktualisering(uuid(602), { datum: '2026-11-06' }),
      aktualisering(uuid(603), { datum: '2026-11-01' }),
      aktualisering(uuid(604), { utredningId: utredning }),
      aktualisering(uuid(605), { ansvarigHandlaggareId: ids.kollega }),
    );
    const rader = t.call['mina.bestallningar']({}).ejBehandlade;
    expect(rader.map(({ aktualiseringId, dagar, lange }) => [aktualiseringId, dagar, lange])).toEqual([
      [uuid(603), 19, true],
      [uuid(602), 14, true],
      [uuid(601), 13, false],
    ]);
  });
});

test.each<[string, Parameters<typeof dubbletter>[0], boolean]>([
  ['the same name and day', {}, true],
  ['one given name in common, spelled otherwise', { fornamn: 'LINNÉA-maria' }, true],
  ['no given name in common', { fornamn: 'Sara' }, false],
  ['another surname', { efternamn: 'Ekman' }, false],
  ['another day', { fodelsedatum: '1999-04-13' }, false],
])('FRAGA-06 FORB-01 who may be registered already: %s', (_, over, found) => {
  start();
  expect(dubbletter(over)).toEqual(found ? [anna] : []);
});

test('FRAGA-06 who may be registered already: by a samordningsnummer, whose day has 60 added', () => {
  start(personRecord(bo, { personnummer: '199904722387', nummerSlag: 'samordningsnummer', kundnummer: '7' }));
  expect(dubbletter({})).toEqual([anna, bo]);
});
test('FRAGA-06 who may be registered already: one who once had the number, which stands in nobody’s way', () => {
  start(personRecord(bo, { efternamn: 'Annan', personnummer: '199904722387', tidigareNummer: ['198001062390'], kundnummer: '7' }));
  expect(dubbletter({ nummer: ['198001062390'] })).toEqual([bo, anna]);
  const state = aktState(t.replica, aktScope(anna));
  expect(state.personMedNummer('198001062390')).toBeUndefined();
  expect(state.personMedNummer('199904722387')).toBe(bo);
});
const dubbletter = (over: { nummer?: string[]; efternamn?: string; fornamn?: string; fodelsedatum?: string }) =>
  t.call['person.dubbletter']({ efternamn: 'Ekström', fornamn: 'Linnea', fodelsedatum: '1999-04-12', nummer: [], ...over }).map(
    ({ personId }) => personId,
  );
