import { describe, expect, test } from 'vitest';
import { readCommand } from '../rulebook/commands.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import type { Person } from './records.ts';

const [first, ...rest] = testAkt();
const stored = first?.data as Person;
const adress = { gata: 'Storgatan 1', postnummer: '252 20', ort: 'Helsingborg' };
const withPerson = (over: Partial<Person> = {}, ...more: TestRecord[]): TestRecord[] => [
  { type: 'person', id: akt.person, data: { ...stored, rev: testId(500), ...over } },
  ...rest,
  ...more,
];
const { kundnummer: _k, enheter: _e, fodelsedatum: _f, ...falt } = stored;
const spara = (records: TestRecord[], person: object = {}, over: object = {}, actor = testActor()) =>
  testDecide(
    'person.spara',
    { personId: akt.person, basRev: testId(500), rev: testId(501), person: { ...falt, ...person }, ...over },
    stateOf(records),
    testContext(actor),
  );
const efter = (records: TestRecord[], person: object = {}, over: object = {}) => stateOf(applied(records, spara(records, person, over)));
const kund = (records: TestRecord[], person: object = {}, over: object = {}) => efter(records, person, over).get('person', akt.person);
const samordning = { personnummer: '191401682396', nummerSlag: 'samordningsnummer', fodelsedatum: '1914-01-08' } as const;

describe('Personuppgifter is changed', () => {
  test('PERS-04 PERS-05 the form as a whole: a field that was emptied is empty, what the form does not show stays', () => {
    const records = withPerson({ telefon: '0700000000', epost: 'a@b.se', personkrets: '1', nyckelkod: '999999', nyttFalt: 1 });
    expect(kund(records, { epost: 'ny@b.se', adress, efternamn: 'Ek' })).toEqual({
      ...stored,
      efternamn: 'Ek',
      tidigareEfternamn: ['Ekström'],
      epost: 'ny@b.se',
      adress,
      personkrets: '1',
      nyckelkod: '999999',
      nyttFalt: 1,
      rev: testId(501),
    });
  });

  test('a person stored before revisions were kept', () => {
    expect(kund(testAkt(), { telefon: '042' }, { basRev: null })).toMatchObject({ telefon: '042', rev: testId(501) });
  });

  test('a number that is stored is taken as it stands', () => {
    expect(kund(withPerson({ personnummer: '200912310000' }), { personnummer: '200912310000', telefon: '042' })?.telefon).toBe('042');
  });

  test('FRAGA-62 protected from now on: no address, nor in what the register answered', () => {
    const forslag: TestRecord = {
      type: 'kirForslag',
      id: testId(800),
      data: {
        post: {
          personnummer: stored.personnummer,
          fodelsedatum: stored.fodelsedatum,
          efternamn: 'Ekström',
          fornamn: 'Linnea',
          adress,
          skydd: 'ingen',
          folkbokfordIKommunen: true,
        },
      },
    };
    const state = efter(withPerson({ adress }, forslag), { skydd: 'sekretessmarkering' });
    expect(state.get('person', akt.person)).not.toHaveProperty('adress');
    expect(state.get('kirForslag', testId(800))?.post).not.toHaveProperty('adress');
  });

  test.each<[string, Partial<Person>]>([
    ['a samordningsnummer', samordning],
    ['one typed by hand', { kir: { status: 'ejTraff', at: '2026-11-01T09:00:00.000Z' }, personnummer: '200912310000' }],
  ])('FRAGA-06 %s gives way to a real number; the register is asked about it', (_, before) => {
    expect(kund(withPerson(before))).toMatchObject({
      personnummer: stored.personnummer,
      nummerSlag: 'personnummer',
      fodelsedatum: '2009-12-31',
      kir: { status: 'ejKontrollerad', at: '2026-11-20T09:00:00.000Z' },
    });
  });
});

const postadress = { gata: 'Box 1', postnummer: '111 11', ort: 'Orten' };
const mer = { efternamn: 'Åby Ekström', mellannamn: 'Åby', fodelsedatum: '2010-01-01', postadress, avliden: '2026-11-00' };

describe('what the register may say of a person can be written by hand too', () => {
  test('mellannamn, birth date, way of post and death', () => {
    expect(kund(withPerson(), mer)).toMatchObject(mer);
  });

  test('what an older program did not ask for stays; null empties it, and the birth date is the number’s again', () => {
    const med = withPerson(mer);
    expect(kund(med, { efternamn: 'Åby Ekström', telefon: '042' })).toMatchObject({ ...mer, telefon: '042' });
    const { fodelsedatum: _f2, mellannamn: _m, postadress: _p, avliden: _a, ...utan } = { ...stored, ...mer };
    const tomt = { efternamn: 'Åby Ekström', fodelsedatum: null, mellannamn: null, postadress: null, avliden: null };
    expect(kund(med, tomt)).toEqual({ ...utan, fodelsedatum: '2009-12-31', rev: testId(501) });
  });

  test('a mellannamn that does not stand before the surname is none', () => {
    expect(kund(withPerson(mer), { efternamn: 'Ek' })).not.toHaveProperty('mellannamn');
  });

  test('FORB-04 one of the names is enough', () => {
    expect(kund(withPerson(), { fornamn: '' })).toMatchObject({ efternamn: 'Ekström', fornamn: '' });
    expect(kund(withPerson(), { efternamn: '' })).toMatchObject({ efternamn: '', tidigareEfternamn: ['Ekström'] });
  });

  test('FRAGA-06 a person whose number tells no birth date gets the one the user knows', () => {
    const utanDag = { personnummer: '191500722390', nummerSlag: 'samordningsnummer' as const };
    expect(kund(withPerson(utanDag), { ...utanDag, fodelsedatum: '1915-01-18' })?.fodelsedatum).toBe('1915-01-18');
  });

  test('FRAGA-62 who is protected has no other way of post than Skatteverket’s', () => {
    expect(kund(withPerson({ postadress }), { skydd: 'sekretessmarkering' })).not.toHaveProperty('postadress');
    const via = { ...postadress, viaSkatteverket: true as const };
    expect(kund(withPerson({ postadress: via }), { skydd: 'sekretessmarkering' })?.postadress).toEqual(via);
  });
});

describe('FRAGA-06 earlier numbers and surnames', () => {
  test('are kept, each once, and without the one that holds', () => {
    const fore = withPerson({ ...samordning, tidigareNummer: ['20091231T001'], tidigareEfternamn: ['Ek', 'Lund'] });
    const nu = kund(fore, { efternamn: 'Ek', tidigareNummer: ['191401682396', stored.personnummer] });
    expect(nu).toMatchObject({ tidigareNummer: ['20091231T001', '191401682396'], tidigareEfternamn: ['Lund', 'Ekström'] });
  });

  test('another spelling of a name is no other name', () => {
    expect(kund(withPerson(), { efternamn: 'ekström' })).not.toHaveProperty('tidigareEfternamn');
  });

  test('no more than there is room for: the latest', () => {
    const manga = Array.from({ length: 20 }, (_, n) => `Namn ${String.fromCharCode(97 + n)}`);
    const nu = kund(withPerson({ tidigareEfternamn: manga }), { efternamn: 'Ny' });
    expect(nu?.tidigareEfternamn).toEqual([...manga.slice(1), 'Ekström']);
  });
});

const annanKund: TestRecord = { type: 'person', id: testId(11), data: { ...stored, ...samordning } };

describe('refused', () => {
  test.each<[string, TestRecord[], object, object, object]>([
    ['FRAGA-61 on an older revision', withPerson(), {}, { basRev: testId(499) }, { code: 'andrad-av-annan' }],
    ['FRAGA-61 with the revision it was read at', withPerson(), {}, { rev: testId(500) }, { code: 'ogiltig-indata', field: 'rev' }],
    ['a person who is not there', [], {}, {}, { code: 'finns-inte' }],
    [
      'FRAGA-06 another number than the one the register confirmed',
      withPerson({ kir: { status: 'traff', at: '2026-11-01T09:00:00.000Z' } }),
      samordning,
      {},
      { code: 'nummer-bekraftat', field: 'person.personnummer' },
    ],
    [
      'FRAGA-06 a number another kund has',
      withPerson({ nummerSlag: 'interim', personnummer: '20091231T001' }, annanKund),
      samordning,
      {},
      { code: 'personnummer-finns', field: 'person.personnummer' },
    ],
    [
      'a number that is none',
      withPerson(samordning),
      { personnummer: '200912312387' },
      {},
      { code: 'ogiltigt-personnummer', field: 'person.personnummer' },
    ],
    [
      'FRAGA-62 an address of a protected person',
      withPerson(),
      { adress, skydd: 'sekretessmarkering' },
      {},
      { code: 'skydd-adress', field: 'person.adress' },
    ],
    [
      'FRAGA-62 a way of post of a protected person',
      withPerson(),
      { postadress, skydd: 'sekretessmarkering' },
      {},
      { code: 'skydd-adress', field: 'person.postadress' },
    ],
    ['FORB-04 no name at all', withPerson(), { efternamn: '', fornamn: ' ' }, {}, { code: 'ogiltig-indata', field: 'person.efternamn' }],
    ['a death to come', withPerson(), { avliden: '2026-11-21' }, {}, { code: 'datum-i-framtiden', field: 'person.avliden' }],
    ['a death on no day', withPerson(), { avliden: '2026-13-00' }, {}, { code: 'ogiltig-indata', field: 'person.avliden' }],
    ['an unknown field', withPerson(), { nyckelkod: '1' }, {}, { code: 'ogiltig-indata', field: 'person' }],
  ])('%s', (_, records, person, over, rejection) => {
    const { fodelsedatum: _f2, ...form } = person as Partial<Person>;
    expect(spara(records, form, over)).toEqual(rejection);
  });

  test('a birth to come', () => {
    expect(spara(withPerson(), { fodelsedatum: '2026-11-21' })).toEqual({ code: 'datum-i-framtiden', field: 'person.fodelsedatum' });
  });

  test('by staff of a utförare', () => {
    expect(spara(withPerson(), {}, {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});

test('FRAGA-06 the server looks the number up under a lock', () => {
  const input = { personId: akt.person, basRev: null, rev: testId(501), person: falt };
  expect(readCommand('person.spara', 1, input, testActor())).toMatchObject({ value: { nummer: stored.personnummer } });
});
