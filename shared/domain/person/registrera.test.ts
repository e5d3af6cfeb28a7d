import { describe, expect, test } from 'vitest';
import { readCommand } from '../rulebook/commands.ts';
import { testDecideAny } from '../testing/decide.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';

const ny = testId(11);
const at = '2026-11-20T08:59:00.000Z';
const falt = {
  personnummer: '189001019802',
  nummerSlag: 'personnummer',
  efternamn: 'Ström',
  fornamn: 'Alva Karin',
  tilltalsnamn: 'Alva',
  adress: { gata: 'Storgatan 1', postnummer: '252 20', ort: 'Helsingborg' },
  telefon: '0700000000',
  civilstand: 'Gift',
  folkbokfordIKommunen: true,
  skydd: 'ingen',
};
const samordning = { personnummer: '191401682396', nummerSlag: 'samordningsnummer' };
const input = (over: { person?: object } & Record<string, unknown> = {}) => ({
  personId: ny,
  enhet: 'lss',
  kir: { status: 'traff', at },
  rev: testId(500),
  ...over,
  person: { ...falt, ...over.person },
});
/** The catalogue, and another kund in an akt of their own. */
const records: TestRecord[] = [...testKatalog(), ...testAkt().slice(0, 1)];
const registrera = (over: Parameters<typeof input>[0] = {}, before = records, actor = testActor()) =>
  testDecideAny('person.registrera', input(over), stateOf(before), testContext(actor));
const efter = (over: Parameters<typeof input>[0] = {}) => stateOf(applied(records, registrera(over)));
const person = (over: Parameters<typeof input>[0] = {}) => efter(over).get('person', ny);

describe('Spara i personregister', () => {
  test('REG-01 REG-03 REG-09 a kund the register knows', () => {
    expect(person()).toEqual({
      ...falt,
      fodelsedatum: '1890-01-01',
      kundnummer: '000000000000017',
      nyckelkod: '999999 – Ej skriven i Helsingborg',
      kir: { status: 'traff', at },
      rev: testId(500),
      enheter: ['lss'],
    });
  });

  test.each([
    ['REG-03 a hit', 'traff', true],
    ['REG-04 no hit', 'ejTraff', false],
    ['REG-08 a hit that is wrong', 'stammerInte', false],
    ['FRAGA-05 the register could not be reached: as far as the user knows', 'ejKontrollerad', true],
  ])('FORB-02 %s: folkbokförd here is kept apart, and the nyckelkod is the same', (_, status, folkbokfordIKommunen) => {
    const kund = person({ kir: { status, at }, bevakningId: testId(700) });
    expect(kund).toMatchObject({ folkbokfordIKommunen, nyckelkod: '999999 – Ej skriven i Helsingborg', kir: { status, at } });
  });

  test('REG-05 without a list there is no nyckelkod', () => {
    const utan = records.filter(({ type }) => type !== 'vardelista');
    expect(stateOf(applied(utan, registrera({}, utan))).get('person', ny)).not.toHaveProperty('nyckelkod');
  });

  test.each(['', '  '])('REG-07 FORB-05 civilstånd "%s" is kept as not known', (civilstand) => {
    expect(person({ person: { civilstand } })?.civilstand).toBe('okänt');
  });

  test('REG-08 FORB-03 a wrong hit is a matter for Systemförvaltningen, without personal data', () => {
    const state = efter({ kir: { status: 'stammerInte', at }, bevakningId: testId(700) });
    expect(state.get('bevakning', testId(700))).toEqual({
      gemensam: true,
      datum: '2026-11-20',
      status: 'Ej påbörjad',
      typ: 'Kontrollera KIR',
      text: 'Träffen i KIR stämmer inte. Kontrollera registret.',
      bevakasAvId: kat.utforare.systemforvaltningen,
      ref: { type: 'person', id: ny },
      skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
    });
    expect(efter({ bevakningId: testId(700) }).list('bevakning')).toEqual([]);
  });

  test('FORB-03 a catalogue without Systemförvaltning never stands in the way', () => {
    const stammerInte = { kir: { status: 'stammerInte', at }, bevakningId: testId(700) };
    expect(registrera(stammerInte, [])).toHaveLength(1);
    const egen = registrera(stammerInte, [], testActor({ funktionId: testId(41) }));
    expect(stateOf(applied([], egen)).get('bevakning', testId(700))?.bevakasAvId).toBe(testId(41));
  });

  test('REG-10 FRAGA-06 a person without a Swedish personnummer', () => {
    expect(person({ person: samordning })).toMatchObject({ nummerSlag: 'samordningsnummer', fodelsedatum: '1914-01-08' });
  });

  test('REG-10 an interim number’s date is not proof of the birth date: the user says it', () => {
    const interim = { personnummer: '20091231T008', nummerSlag: 'interim', fodelsedatum: '2009-12-30' };
    expect(person({ person: interim })).toMatchObject(interim);
  });

  test('REG-03 what else the register knows, and numbers the person has had', () => {
    const mer = { mellannamn: 'Åby', efternamn: 'Åby Ström', avliden: '2026-11-02', tidigareNummer: [samordning.personnummer] };
    expect(person({ person: mer })).toMatchObject(mer);
    expect(person()).not.toHaveProperty('tidigareNummer');
  });

  test('HUSH-01 vårdnadshavare of the register come along as hushållsmedlemmar', () => {
    const mor = { namn: 'Ström, Åsa', relation: 'mor', vardnadshavare: true, registerledare: false, personnummer: '18900102-9819' };
    const state = efter({ hushall: [{ id: testId(60), data: mor }] });
    expect(state.get('hushallsmedlem', testId(60))).toEqual({ ...mor, personnummer: '189001029819', rev: testId(500) });
  });

  test('an address of blanks is none', () => {
    expect(person({ person: { adress: { gata: ' ', postnummer: '', ort: '' }, skydd: 'sekretessmarkering' } })).not.toHaveProperty(
      'adress',
    );
  });
});

describe('refused', () => {
  test.each<[string, Parameters<typeof input>[0], object]>([
    [
      'FRAGA-06 a number another kund has',
      { person: { personnummer: '200912312386' } },
      { code: 'personnummer-finns', field: 'person.personnummer' },
    ],
    [
      'a number with a wrong digit',
      { person: { personnummer: '189001019803' } },
      { code: 'ogiltigt-personnummer', field: 'person.personnummer' },
    ],
    [
      'FRAGA-06 a samordningsnummer called a personnummer',
      { person: { ...samordning, nummerSlag: 'personnummer' } },
      { code: 'ogiltigt-personnummer', field: 'person.personnummer' },
    ],
    ['one born to-morrow', { person: { personnummer: '202611219995' } }, { code: 'ogiltigt-personnummer', field: 'person.personnummer' }],
    [
      'FRAGA-62 an address of a protected person',
      { person: { skydd: 'skyddadFolkbokforing' } },
      { code: 'skydd-adress', field: 'person.adress' },
    ],
    ['a unit that is not the user’s', { enhet: 'aldre' }, { code: 'atkomst-saknas', field: 'enhet' }],
    ['a person who is there', { personId: akt.person }, { code: 'finns-redan' }],
    ['FORB-03 a wrong hit without its bevakning', { kir: { status: 'stammerInte', at } }, { code: 'ogiltig-indata', field: 'bevakningId' }],
    ['FORB-04 no name', { person: { efternamn: ' ', fornamn: '' } }, { code: 'ogiltig-indata', field: 'person.efternamn' }],
    [
      'HUSH-06 another registerledare than the kund',
      { hushall: [{ id: testId(60), data: { namn: 'Åsa', relation: 'mor', vardnadshavare: true, registerledare: true } }] },
      { code: 'registerledare-ar-kunden', field: 'hushall.0' },
    ],
  ])('%s', (_, over, rejection) => {
    expect(registrera(over)).toEqual(rejection);
  });

  test('by staff of a utförare', () => {
    expect(registrera({}, records, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});

test('FRAGA-06 the server looks the number up under a lock', () => {
  expect(readCommand('person.registrera', 1, input(), testActor())).toMatchObject({ value: { nummer: '189001019802' } });
});

test('FRAGA-62 the history names the address and does not repeat it', () => {
  const decision = testDecideAny('person.registrera', input(), stateOf(records), { ...testContext(), kommandoId: testId(900) });
  const handelse = stateOf(applied(records, decision)).get('handelse', testId(900));
  expect(handelse?.poster[0]?.falt).toContainEqual({ falt: 'adress' });
  expect(JSON.stringify(handelse)).not.toContain('Storgatan');
});
