import { describe, expect, test } from 'vitest';
import { systemaktor } from '../systemaktor.ts';
import { testDecideAny } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import type { Kontakt } from './records.ts';

const kontaktId = testId(60);
const mamma: Kontakt = { typ: 'anhorig', namn: 'Åsa Ekström', relation: 'mor', telefon: '0700000000', rev: testId(600) };
const withKontakt = (over: Partial<Kontakt> = {}): TestRecord[] => [
  ...testAkt(),
  { type: 'kontakt', id: kontaktId, data: { ...mamma, ...over } },
];
const spara = (records: TestRecord[], kontakt: object, basRev: string | null, actor = testActor()) =>
  testDecideAny('kontakt.spara', { personId: akt.person, kontaktId, basRev, kontakt }, stateOf(records), testContext(actor));
const taBort = (records: TestRecord[], basRev: string, actor = testActor()) =>
  testDecideAny('kontakt.taBort', { personId: akt.person, kontaktId, basRev }, stateOf(records), testContext(actor));
const kontaktAfter = (records: TestRecord[], decision: ReturnType<typeof spara>) =>
  stateOf(applied(records, decision)).get('kontakt', kontaktId);

describe('Kontaktuppgifter', () => {
  test('PERS-03 Lägg till: a row is kept as it was filled in', () => {
    expect(kontaktAfter(testAkt(), spara(testAkt(), mamma, null))).toEqual(mamma);
  });

  test('PERS-04 changed as a whole: a field that was emptied is empty', () => {
    const { telefon: _, ...utanTelefon } = { ...mamma, namn: 'Åsa Ek', rev: testId(601) };
    expect(kontaktAfter(withKontakt(), spara(withKontakt(), utanTelefon, testId(600)))).toEqual(utanTelefon);
  });

  test('PERS-04 fields of a newer version survive the change', () => {
    const newer = withKontakt({ digitalBrevlada: true });
    expect(kontaktAfter(newer, spara(newer, { ...mamma, rev: testId(601) }, testId(600)))).toEqual({
      ...mamma,
      digitalBrevlada: true,
      rev: testId(601),
    });
  });

  test('PERS-04 removed', () => {
    expect(kontaktAfter(withKontakt(), taBort(withKontakt(), testId(600)))).toBeUndefined();
  });
});

describe('FRAGA-61 nothing is overwritten unseen', () => {
  const newRev = { ...mamma, rev: testId(601) };
  test.each([
    ['saved on an older revision', spara(withKontakt(), newRev, testId(599)), { code: 'andrad-av-annan' }],
    ['a new row under a taken id', spara(withKontakt(), newRev, null), { code: 'andrad-av-annan' }],
    ['saved after a colleague removed it', spara(testAkt(), newRev, testId(600)), { code: 'finns-inte' }],
    ['saved with the revision it was read at', spara(withKontakt(), mamma, testId(600)), { code: 'ogiltig-indata', field: 'kontakt.rev' }],
    ['removed on an older revision', taBort(withKontakt(), testId(599)), { code: 'andrad-av-annan' }],
    ['removed twice', taBort(testAkt(), testId(600)), { code: 'finns-inte' }],
    ['in an akt that is not there', spara([], mamma, null), { code: 'finns-inte' }],
  ])('%s: refused', (_, decision, rejection) => {
    expect(decision).toEqual(rejection);
  });
});

describe('PERS-03 fields', () => {
  test.each([
    ['no name', { namn: '  ' }, 'kontakt.namn'],
    ['a name too long', { namn: 'a'.repeat(201) }, 'kontakt.namn'],
    ['an unknown kind', { typ: 'granne' }, 'kontakt.typ'],
    ['an unknown field', { skyddad: true }, 'kontakt'],
    ['a remark too long', { anteckning: 'a'.repeat(2001) }, 'kontakt.anteckning'],
  ])('%s', (_, over, field) => {
    expect(spara(testAkt(), { ...mamma, ...over }, null)).toEqual({ code: 'ogiltig-indata', field });
  });

  test('FRAGA-62 the number is kept in twelve characters; what an older program did not ask for stays, null empties it', () => {
    const med = withKontakt({ personnummer: '189001019802', skyddad: true });
    const ny = { ...mamma, rev: testId(601) };
    expect(kontaktAfter(testAkt(), spara(testAkt(), { ...mamma, personnummer: '18900101-9802' }, null))).toMatchObject({
      personnummer: '189001019802',
    });
    expect(kontaktAfter(med, spara(med, ny, testId(600)))).toMatchObject({ personnummer: '189001019802', skyddad: true });
    expect(kontaktAfter(med, spara(med, { ...ny, personnummer: null }, testId(600)))).not.toHaveProperty('personnummer');
    const fel = { code: 'ogiltigt-personnummer', field: 'kontakt.personnummer' };
    expect(spara(testAkt(), { ...mamma, personnummer: '18900101-9803' }, null)).toEqual(fel);
  });

  test('FRAGA-62 the server moves a contact behind the protection of the kund they are, and out of it', () => {
    const skydda = (records: TestRecord[], skyddad: boolean) =>
      testDecideAny('kontakt.skydda', { personId: akt.person, kontaktId, skyddad }, stateOf(records), testContext(systemaktor('Skydd')));
    const skyddad = applied(withKontakt(), skydda(withKontakt(), true));
    expect(stateOf(skyddad).get('kontakt', kontaktId)).toEqual({ ...mamma, skyddad: true, adressSkyddad: true });
    expect(skydda(skyddad, true)).toEqual([]);
    expect(stateOf(applied(skyddad, skydda(skyddad, false))).get('kontakt', kontaktId)).toEqual(mamma);
    expect(skydda(testAkt(), true)).toEqual({ code: 'finns-inte' });
  });

  test('FRAGA-62 of a contact who is a kund with any protection no address stands there, nor is one saved while it is they', () => {
    const nummer = '189001019802';
    const before = withKontakt({ personnummer: nummer, adress: 'Storgatan 1' });
    const skydda = (records: TestRecord[], adressSkyddad: boolean) => {
      const input = { personId: akt.person, kontaktId, skyddad: false, adressSkyddad };
      return testDecideAny('kontakt.skydda', input, stateOf(records), testContext(systemaktor('Skydd')));
    };
    const utan = applied(before, skydda(before, true));
    expect(stateOf(utan).get('kontakt', kontaktId)).toEqual({ ...mamma, personnummer: nummer, adressSkyddad: true });
    expect(skydda(utan, true)).toEqual([]);
    const ny = { ...mamma, personnummer: nummer, rev: testId(601) };
    expect(spara(utan, { ...ny, adress: 'Storgatan 1' }, testId(600))).toEqual({ code: 'skydd-adress', field: 'kontakt.adress' });
    expect(kontaktAfter(utan, spara(utan, ny, testId(600)))).toMatchObject({ adressSkyddad: true });
    const annan = { ...ny, personnummer: null, adress: 'Storgatan 1' };
    expect(kontaktAfter(utan, spara(utan, annan, testId(600)))).toEqual({ ...mamma, adress: 'Storgatan 1', rev: testId(601) });
    expect(stateOf(applied(utan, skydda(utan, false))).get('kontakt', kontaktId)).toEqual({ ...mamma, personnummer: nummer });
  });

  test('a utförare reads, and changes nothing', () => {
    const personal = testActor({ roller: ['utforare'], utforareId: akt.utforare });
    expect(spara(testAkt(), mamma, null, personal)).toEqual({ code: 'behorighet-saknas' });
    expect(taBort(withKontakt(), testId(600), personal)).toEqual({ code: 'behorighet-saknas' });
  });
});
