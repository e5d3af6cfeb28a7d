import { describe, expect, test } from 'vitest';
import { testKatalog } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testAkt, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { byggDokument, kallorTill } from './bygg.ts';
import { kallelseuppgifter, tidshinder } from './kallelse.ts';
import { lasordning } from './lasordning.ts';
import { utskriftsutbud } from './utbud.ts';
import { dokumentval } from './val.ts';

const dag = '2026-11-20';
const texter = {
  inledning: ['Vi vill träffa dig.'],
  'rubrik.forhinder': ['Om du inte kan komma'],
  forhinder: ['Hör av dig till {kontakt}.'],
  'rubrik.stod': ['Stöd vid mötet'],
  stod: ['Du får ta med dig någon till {plats}.'],
};
const katalog = (mall: object = {}): TestRecord[] => [
  {
    type: 'mall',
    id: testId(701),
    data: {
      ...{ fran: '2018-07-01', kod: 'kallelse', namn: 'Kallelse', version: 1, form: 'brev' },
      titel: 'Kallelse den {dag}',
      utredningstyper: [],
      texter,
      ...mall,
    },
  },
  {
    type: 'brevhuvud',
    id: testId(710),
    data: { fran: '2018-07-01', enheter: [], kommun: 'Almviks kommun', namnd: 'Nämnden', adress: 'Box 1', telefon: '08-465 004 00' },
  },
];
const state = (...mer: TestRecord[]) =>
  stateOf([...[...testAkt(), ...testKatalog(), ...katalog()].filter(({ id }) => !mer.some((one) => one.id === id)), ...mer]);
const mote = {
  motesdag: '2026-12-02',
  fran: '09:30',
  till: '11:00',
  plats: 'Stora torget 1',
  galler: 'Din ansökan',
  kontakt: 'Eva Berg, 08-465 004 12',
};
const val = (over: object = {}) =>
  dokumentval.parse({ slag: 'kallelse', personId: akt.person, knytsTill: { type: 'utredning', id: akt.utredning }, ...mote, ...over });
const bygg = (over: object = {}, ...mer: TestRecord[]) => {
  const valt = val(over);
  if (valt.slag !== 'kallelse') throw new Error('not a kallelse');
  return byggDokument(state(...mer), valt, { dag, avsandareId: testActor().id });
};
const text = (over: object = {}, ...mer: TestRecord[]) => {
  const byggt = bygg(over, ...mer);
  if (!byggt.ok) throw new Error(JSON.stringify(byggt.error));
  return lasordning(byggt.value).join('\n');
};

describe('UTSK-02 a kallelse of its own mall', () => {
  test('says when and where it is, what it is about and who is told, in the municipality’s words', () => {
    expect(text()).toContain(
      [
        'Kallelse den 2 december 2026',
        'Vi vill träffa dig.',
        ...['När', 'onsdag 2 december 2026 kl. 9.30–11.00', 'Var', 'Stora torget 1', 'Gäller', 'Din ansökan', 'Kontakt', mote.kontakt],
        'Om du inte kan komma',
        'Hör av dig till Eva Berg, 08-465 004 12.',
        'Stöd vid mötet',
        'Du får ta med dig någon till Stora torget 1.',
      ].join('\n'),
    );
  });
  test('an end is not needed, and what the user has to say besides stands before the rest', () => {
    expect(text({ till: undefined })).toContain('onsdag 2 december 2026 kl. 9.30\n');
    expect(text({ text: fromPlainText('Ta med ditt intyg.') })).toMatch(/08-465 004 12\nTa med ditt intyg\.\nOm du inte kan komma/);
  });
  test('of a protected person no address stands on it', () => {
    const person = testAkt().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
    const adress = { gata: 'Hemliga gatan 1', postnummer: '252 20', ort: 'Almvik' };
    const med = (skydd: 'ingen' | 'sekretessmarkering') => text({}, { ...person, data: { ...person.data, adress, skydd } });
    expect(med('ingen')).toContain('Hemliga gatan 1');
    expect(med('sekretessmarkering')).not.toContain('Hemliga');
  });
  test('UTSK-02 to a vårdnadshavare it is addressed to them, and says whom it is about', () => {
    const mor: TestRecord = {
      type: 'kontakt',
      id: testId(620),
      data: { typ: 'vardnadshavare', namn: 'Ekström, Birgitta', adress: 'Storgatan 1, 252 20 Almvik', rev: testId(621) },
    };
    expect(text({ mottagareId: mor.id }, mor)).toContain('Birgitta Ekström\nStorgatan 1\n252 20 Almvik');
    expect(text({ mottagareId: mor.id }, mor)).toMatch(/Kund\n.*Linnea/);
    expect(bygg({ mottagareId: mor.id })).toMatchObject({ ok: false, error: [{ kod: 'mottagaren-gar-inte' }] });
  });
  test.each([
    ['has been', { motesdag: '2026-11-19' }, 'motet-har-varit'],
    ['ends before it begins', { fran: '11:00', till: '10:59' }, 'slutar-fore'],
    ['ends when it begins', { fran: '11:00', till: '11:00' }, 'slutar-fore'],
  ])('one that %s is not made', (_, over, kod) => {
    expect(bygg(over)).toMatchObject({ ok: false, error: [{ kod }] });
    expect(tidshinder({ ...mote, ...over }, dag)).toBe(kod);
  });
  test('one for today is', () => expect(tidshinder({ ...mote, motesdag: dag }, dag)).toBeUndefined());
  test('a mall that lacks a text says so', () => {
    const [mall] = katalog({ texter: { ...texter, stod: [] } });
    expect(bygg({}, mall as TestRecord)).toMatchObject({ ok: false, error: [{ kod: 'malltext-saknas', ref: 'stod' }] });
  });
  test.each([{ fran: '9:30' }, { fran: '24:00' }, { plats: '' }, { motesdag: '2026-02-29' }])('%j is no meeting', (over) => {
    expect(kallelseuppgifter.safeParse({ ...mote, ...over }).success).toBe(false);
  });
  test('it is made of the person, and offered with who is told', () => {
    const valt = val();
    expect(valt.slag === 'kallelse' && kallorTill(state(), valt)).toEqual([{ type: 'person', id: akt.person }]);
    const objekt = { type: 'utredning' as const, id: akt.utredning };
    const [offered] = utskriftsutbud(state(), { personId: akt.person, objekt, actor: testActor(), dag }).val.filter(
      ({ vad }) => vad === 'Kallelse',
    );
    expect(offered).toMatchObject({ kontakt: 'Karin Ek, telefon 08-465 004 00', mallar: [{ namn: 'Kallelse' }] });
  });
});
