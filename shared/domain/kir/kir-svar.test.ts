import { describe, expect, test } from 'vitest';
import type { Person } from '../person/records.ts';
import { readCommand } from '../rulebook/commands.ts';
import { testDecide } from '../testing/decide.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import { kirSvar } from './kir-svar.ts';
import { hushallFranKir, personFranKir } from './person-fran-kir.ts';
import type { KirForslag, KirPost } from './records.ts';

const [first, ...rest] = testAkt();
const stored = first?.data as Person;
const adress = { gata: 'Nygatan 2', postnummer: '252 21', ort: 'Helsingborg' };
const kir = { status: 'ejKontrollerad', at: '2026-11-19T10:00:00.000Z' } as const;
const forslagId = testId(800);
const now = '2026-11-20T09:30:00.000Z';
const post: KirPost = {
  personnummer: stored.personnummer,
  fodelsedatum: '2009-12-31',
  efternamn: 'Ekström Ek',
  fornamn: 'Linnea Maria',
  tilltalsnamn: 'Linnea',
  adress,
  civilstand: 'Ogift',
  skydd: 'ingen',
  folkbokfordIKommunen: true,
  relationer: [
    { relation: 'Mor', namn: 'Ek, Åsa', personnummer: '189001019802', vardnadshavare: true },
    { relation: 'Syskon', namn: 'Ek, Bo', vardnadshavare: false },
  ],
};
const { relationer: _relationer, ...iAkten } = post;
const { adress: _, ...utanAdress } = iAkten;
const withPerson = (over: Partial<Person> = {}, ...more: TestRecord[]): TestRecord[] => [
  { type: 'person', id: akt.person, data: { ...stored, telefon: '042', kir, rev: testId(500), ...over } },
  ...rest,
  ...testKatalog(),
  ...more,
];
const forslag = (over: KirForslag = { post }, id = forslagId): TestRecord => ({ type: 'kirForslag', id, data: over });

describe('FRAGA-05 what the register’s answer means', () => {
  const svar = (records: TestRecord[], answer: KirPost | null) => kirSvar(stateOf(records), akt.person, answer, { forslagId, now });

  test.each<[string, KirPost | null, KirForslag]>([
    ['FRAGA-62 a hit, without whom it names besides', post, { post: iAkten }],
    ['no hit', null, {}],
    [
      'a hit on one who is protected: never an address',
      { ...post, skydd: 'sekretessmarkering' },
      { post: { ...utanAdress, skydd: 'sekretessmarkering' } },
    ],
  ])('%s is a forslag, never a merge', (_, answer, data) => {
    expect(svar(withPerson(), answer)[0]).toEqual({ op: 'put', type: 'kirForslag', id: forslagId, data: { at: now, ...data } });
  });

  test('a hit changes nothing of the person', () => {
    expect(svar(withPerson(), post)).toHaveLength(1);
  });

  test('FRAGA-62 a protection counts at once: the address is gone, and no form of an older revision brings it back', () => {
    const changes = svar(withPerson({ adress }), { ...utanAdress, skydd: 'skyddadFolkbokforing' });
    const { adress: _adress, ...before } = { ...stored, telefon: '042', kir };
    expect(changes[1]).toEqual({
      op: 'put',
      type: 'person',
      id: akt.person,
      data: { ...before, skydd: 'skyddadFolkbokforing', rev: forslagId },
    });
  });

  test('FRAGA-62 nor where post goes, but through Skatteverket', () => {
    const postadress = { gata: 'Box 1', postnummer: '111 11', ort: 'Orten' };
    const efter = (via: object) =>
      svar(withPerson({ postadress: { ...postadress, ...via } }), { ...utanAdress, skydd: 'sekretessmarkering' })[1];
    expect(efter({})).not.toHaveProperty('data.postadress');
    expect(efter({ viaSkatteverket: true })).toMatchObject({ data: { postadress: { ...postadress, viaSkatteverket: true } } });
  });

  test('FRAGA-62 a protection the user knew of is not taken away by the register', () => {
    const changes = svar(withPerson({ skydd: 'sekretessmarkering' }), post);
    expect(changes).toEqual([{ op: 'put', type: 'kirForslag', id: forslagId, data: { at: now, post: utanAdress } }]);
  });

  test.each<[string, TestRecord[]]>([
    ['the register was asked already', withPerson({ kir: { ...kir, status: 'traff' } })],
    ['a person stored before the register was asked', testAkt()],
    ['nobody', []],
    ['a forslag waits', withPerson({}, forslag({}, testId(801)))],
    [
      'the same answer came before',
      withPerson({}, forslag({ avgjord: { anvandareId: testId(1), namn: 'K', at: kir.at, val: 'avvisat' } })),
    ],
  ])('nothing: %s', (_, records) => {
    expect(svar(records, post)).toEqual([]);
  });
});

describe('FRAGA-05 the user takes the forslag or leaves it', () => {
  const avgor = (records: TestRecord[], over: object = {}, actor = testActor()) =>
    testDecide(
      'person.avgorKir',
      { personId: akt.person, forslagId, val: 'godtaget', rev: testId(501), ...over },
      stateOf(records),
      testContext(actor),
    );
  const efter = (records: TestRecord[], over: object = {}) => stateOf(applied(records, avgor(records, over)));
  const at = '2026-11-20T09:00:00.000Z';

  test('godtaget: the register’s fields, and what it does not know is left', () => {
    const state = efter(withPerson({ personkrets: '1' }, forslag()));
    expect(state.get('person', akt.person)).toEqual({
      ...stored,
      efternamn: 'Ekström Ek',
      tidigareEfternamn: ['Ekström'],
      tilltalsnamn: 'Linnea',
      adress,
      civilstand: 'Ogift',
      telefon: '042',
      personkrets: '1',
      kir: { status: 'traff', at },
      rev: testId(501),
    });
    expect(state.get('kirForslag', forslagId)?.avgjord).toEqual({ anvandareId: testId(1), namn: 'Karin Ek', at, val: 'godtaget' });
  });

  test('godtaget: a civilstånd the register does not tell stays', () => {
    const { civilstand: _c, ...utan } = post;
    expect(efter(withPerson({ civilstand: 'Gift' }, forslag({ post: utan }))).get('person', akt.person)?.civilstand).toBe('Gift');
  });

  test('godtaget: what the register does not tell is left', () => {
    const { tilltalsnamn: _t, ...utan } = utanAdress;
    const records = withPerson({ adress, tilltalsnamn: 'Maria' }, forslag({ post: utan }));
    expect(efter(records).get('person', akt.person)).toMatchObject({ adress, tilltalsnamn: 'Maria', efternamn: 'Ekström Ek' });
  });

  test('godtaget: death, mellannamn, way of post and other numbers of the register', () => {
    const postadress = { gata: 'Box 1', postnummer: '111 11', ort: 'Orten' };
    const mer = { efternamn: 'Åby Ekström', mellannamn: 'Åby', postadress, avliden: '2026-11-02', fodelsedatum: '2010-01-01' };
    const state = efter(withPerson({}, forslag({ post: { ...post, ...mer, andraNummer: ['191401682396'] } })));
    expect(state.get('person', akt.person)).toMatchObject({ ...mer, tidigareNummer: ['191401682396'], tidigareEfternamn: ['Ekström'] });
    const skyddad = efter(withPerson({ skydd: 'sekretessmarkering' }, forslag({ post: { ...post, ...mer } })));
    expect(skyddad.get('person', akt.person)).not.toHaveProperty('postadress');
  });

  test('FRAGA-62 godtaget takes no protection away, and brings no address to one who is protected', () => {
    const state = efter(withPerson({ skydd: 'sekretessmarkering' }, forslag()));
    expect(state.get('person', akt.person)).toMatchObject({ skydd: 'sekretessmarkering', efternamn: 'Ekström Ek' });
    expect(state.get('person', akt.person)).not.toHaveProperty('adress');
    expect(state.get('kirForslag', forslagId)?.post).not.toHaveProperty('adress');
  });

  test('REG-04 godtaget, no hit: not folkbokförd here', () => {
    expect(efter(withPerson({}, forslag({}))).get('person', akt.person)).toMatchObject({
      folkbokfordIKommunen: false,
      kir: { status: 'ejTraff', at },
    });
  });

  test('FRAGA-62 godtaget of one who is protected: no address anywhere', () => {
    const state = efter(withPerson({ adress }, forslag({ post: { ...post, skydd: 'sekretessmarkering' } })));
    expect(state.get('person', akt.person)).not.toHaveProperty('adress');
    expect(state.get('kirForslag', forslagId)?.post).not.toHaveProperty('adress');
  });

  test.each(['godtaget', 'avvisat'])('FRAGA-61 %s of a person who has been changed since the two were compared: refused', (val) => {
    const records = withPerson({}, forslag());
    expect(avgor(records, { val, basRev: testId(499), bevakningId: testId(700) })).toEqual({ code: 'andrad-av-annan' });
    expect(avgor(records, { val, basRev: null, bevakningId: testId(700) })).toEqual({ code: 'andrad-av-annan' });
    expect(avgor(records, { val, basRev: testId(500), bevakningId: testId(700) })).toBeInstanceOf(Array);
  });

  test('FORB-03 avvisat: the person stands, and Systemförvaltningen gets it', () => {
    const state = efter(withPerson({}, forslag()), { val: 'avvisat', bevakningId: testId(700) });
    expect(state.get('person', akt.person)).toEqual({ ...stored, telefon: '042', kir: { status: 'stammerInte', at }, rev: testId(501) });
    expect(state.get('bevakning', testId(700))?.bevakasAvId).toBe(kat.utforare.systemforvaltningen);
  });

  const nyttNummer = withPerson({ personnummer: '191401682396', nummerSlag: 'samordningsnummer', fodelsedatum: '1914-01-08' }, forslag());
  const annan: TestRecord = { type: 'person', id: testId(11), data: stored };

  test('FRAGA-06 another number is taken only by name', () => {
    expect(avgor(nyttNummer)).toEqual({ code: 'andrad-av-annan', field: 'personnummer' });
    const godtaget = { personnummer: post.personnummer };
    expect(efter(nyttNummer, godtaget).get('person', akt.person)).toMatchObject({
      ...godtaget,
      nummerSlag: 'personnummer',
      fodelsedatum: '2009-12-31',
    });
    expect(avgor([...nyttNummer, annan], godtaget)).toEqual({ code: 'personnummer-finns', field: 'person.personnummer' });
    const input = { personId: akt.person, forslagId, val: 'godtaget', rev: testId(501), ...godtaget };
    expect(readCommand('person.avgorKir', 1, input, testActor())).toMatchObject({ value: { nummer: post.personnummer } });
  });

  test('refused: twice, of nobody, and by staff of a utförare', () => {
    const avgjord = applied(withPerson({}, forslag()), avgor(withPerson({}, forslag())));
    expect(avgor(avgjord)).toEqual({ code: 'andrad-av-annan' });
    expect(avgor(withPerson())).toEqual({ code: 'finns-inte' });
    expect(avgor([forslag()])).toEqual({ code: 'finns-inte' });
    expect(avgor(withPerson({}, forslag()), {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('REG-03 the form is filled from the register', () => {
  test('with what it knows', () => {
    const { relationer: _r, ...falt } = post;
    expect(personFranKir(post)).toEqual({ ...falt, nummerSlag: 'personnummer' });
  });

  const postadress = { gata: 'Box 1', postnummer: '111 11', ort: 'Orten' };
  const genomSkatteverket = { ...postadress, viaSkatteverket: true as const };
  test.each<[string, Partial<KirPost>, object]>([
    ['its birth date, which is not the number’s', { fodelsedatum: '2010-01-01' }, { fodelsedatum: '2010-01-01' }],
    ['a mellannamn', { efternamn: 'Åby Östling', mellannamn: 'Åby' }, { efternamn: 'Åby Östling', mellannamn: 'Åby' }],
    ['one name alone', { fornamn: '' }, { fornamn: '' }],
    ['another way for post', { postadress }, { postadress }],
    ['post through Skatteverket', { skydd: 'skyddadFolkbokforing', postadress: genomSkatteverket }, { postadress: genomSkatteverket }],
    ['the day of death', { avliden: '2026-11-02' }, { avliden: '2026-11-02' }],
    ['the month of death', { ofullstandigt: { avliden: '2026-11-00' } }, { avliden: '2026-11-00' }],
    ['death, with a day that is none', { ofullstandigt: { avliden: '2026-02-31' } }, { avliden: '0000-00-00' }],
    ['death alone', { avregistrerad: 'avliden' }, { avliden: '0000-00-00' }],
    ['other numbers', { andraNummer: ['191401682396'] }, { tidigareNummer: ['191401682396'] }],
  ])('%s', (_, over, falt) => {
    expect(personFranKir({ ...post, ...over })).toMatchObject(falt);
  });

  test('FRAGA-62 no way of post of the protected but Skatteverket’s, and no day of death of the living', () => {
    const falt = personFranKir({ ...post, postadress, skydd: 'sekretessmarkering' });
    expect(falt).not.toHaveProperty('postadress');
    expect(falt).not.toHaveProperty('avliden');
  });

  test('FRAGA-62 FORB-05 without an address of the protected, and without guessing a civilstånd', () => {
    const { civilstand: _c, ...utan } = post;
    expect(personFranKir({ ...utan, skydd: 'skyddadFolkbokforing' })).not.toHaveProperty('adress');
    expect(personFranKir(utan).civilstand).toBe('okänt');
  });

  test.each([
    ['189001019802', 'personnummer'],
    ['191401682396', 'samordningsnummer'],
    ['20091231T001', 'interim'],
  ])('FRAGA-06 %s is a %s', (personnummer, nummerSlag) => {
    expect(personFranKir({ ...post, personnummer }).nummerSlag).toBe(nummerSlag);
  });

  test('HUSH-01 FORB-08 the vårdnadshavare it names, and nobody else', () => {
    expect(hushallFranKir(post)).toEqual([
      { namn: 'Ek, Åsa', relation: 'Mor', personnummer: '189001019802', vardnadshavare: true, registerledare: false },
    ]);
    expect(hushallFranKir({})).toEqual([]);
  });
});
