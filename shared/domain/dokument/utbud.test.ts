import { describe, expect, test } from 'vitest';
import { fattat } from '../testing/beslut.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testId, testVerkstallighet } from '../testing/state.ts';
import { byggDokument, kallorTill } from './bygg.ts';
import { type Utskriftsobjekt, utskriftsutbud } from './utbud.ts';
import { vagTill } from './vag.ts';

const dag = '2026-11-20';
type Mall = Extract<TestRecord, { type: 'mall' }>['data'];
const mall = (n: number, kod: Mall['kod'], namn: string, over: Partial<Mall> = {}): TestRecord => ({
  type: 'mall',
  id: testId(700 + n),
  data: { ...{ fran: '2018-07-01', kod, namn, version: 1, form: 'akt', titel: '{namn}', utredningstyper: [], texter: {} }, ...over },
});
const mallar = [
  mall(1, 'utredning', 'Utredningsdokument'),
  mall(2, 'utredning', 'LSS utredningsdokument1', { utredningstyper: ['LSS Utredning'] }),
  mall(3, 'utredning', 'IBIC', { utredningstyper: ['IBIC utredning'] }),
  mall(4, 'utredning', 'LSS utredningsdokument1', { utredningstyper: ['LSS Utredning'], fran: '2026-06-01', version: 2 }),
  mall(5, 'utredning', 'Kommande', { fran: '2027-01-01' }),
  mall(6, 'beslut', 'Beslut'),
  mall(7, 'beslutsmeddelande', 'Beslutsmeddelande'),
  mall(8, 'brev', 'Brev'),
  mall(9, 'journal', 'Journal'),
];
const beslutId = testId(201);
/** What is given stands instead of what has its id. */
const state = (...mer: TestRecord[]) =>
  stateOf([...[...testAkt(), ...testKatalog(), ...mallar].filter(({ id }) => !mer.some((one) => one.id === id)), ...mer]);
const utbud = (objekt: Utskriftsobjekt, ...mer: TestRecord[]) =>
  utskriftsutbud(state(...mer), { personId: akt.person, objekt, actor: testActor(), dag });
const utredning = { type: 'utredning' as const, id: akt.utredning };
const beslut = (over: Parameters<typeof fattat>[1] = {}): TestRecord => fattat(1, over);

describe('UTSK-01 what can be printed', () => {
  test('of an utredning: it, its journal, its beslut, a letter, and the akt', () => {
    expect(utbud(utredning, beslut()).val.map(({ vad }) => vad)).toEqual([
      ...['Utredning', 'Journal', 'Beslut', 'Brev', 'Kallelse', 'Tidslinje', 'Aktens innehåll'],
    ]);
  });

  test('what the user stands at comes first, whatever it is', () => {
    expect(utbud({ type: 'beslut', id: beslutId }, beslut()).val[0]?.nyckel).toBe(`beslut:${beslutId}`);
    const anteckning = { type: 'anteckning' as const, id: testId(70), data: testAnteckning({ titel: 'Hembesök' }) };
    expect(utbud({ type: 'anteckning', id: testId(70) }, anteckning).val[0]).toMatchObject({ vad: 'Anteckning' });
    expect(utbud({ type: 'akt', id: akt.person }).val[0]?.vad).toBe('Brev');
    expect(utbud({ type: 'utredning', id: testId(999) }).val.map(({ vad }) => vad)).not.toContain('Utredning');
  });

  test('UTSK-02 the mallar of the day: the type’s own first, one of a name, none of another type or of a day to come', () => {
    const [forst] = utbud(utredning).val;
    expect(forst?.mallar.map(({ namn, version }) => [namn, version])).toEqual([
      ['LSS utredningsdokument1', 2],
      ['Utredningsdokument', 1],
    ]);
  });

  test('UTSK-06 a beslut has its letter and its meddelande among its mallar', () => {
    const [forst] = utbud({ type: 'beslut', id: beslutId }, beslut()).val;
    expect(forst?.mallar.map(({ kod }) => kod)).toEqual(['beslut', 'beslutsmeddelande']);
    expect(forst?.knytsTill.map(({ type }) => type)).toEqual(['beslut', 'utredning']);
  });

  test('SKAN-05 a document is filed only where its maker may file', () => {
    const deras = { type: 'verkstallighet' as const, id: akt.verkstallighet, data: testVerkstallighet() };
    const brev = utbud({ type: 'akt', id: akt.person }, deras).val.find(({ vad }) => vad === 'Brev');
    expect(brev?.knytsTill.map(({ id }) => id)).toEqual([akt.utredning, akt.lssInsatser]);
  });
});

describe('what may not be printed', () => {
  test('UTSK-08 of a LASS-beslut neither utredning nor beslut is offered, and why is told', () => {
    const lass = {
      type: 'utredning' as const,
      id: akt.utredning,
      data: { ...state().get('utredning', akt.utredning), lass: true },
    } as TestRecord;

    const { val, hinder } = utbud(utredning, lass, beslut());
    expect(val.map(({ vad }) => vad)).toEqual(['Brev', 'Kallelse', 'Tidslinje', 'Aktens innehåll']);
    expect(hinder).toEqual({ kod: 'lass-skrivs-inte-ut', ref: akt.utredning });

    const anteckning = { type: 'anteckning' as const, id: testId(70), data: testAnteckning({ titel: 'Hembesök' }) };
    const text = utbud({ type: 'anteckning', id: testId(70) }, lass, anteckning);
    expect(text.val.map(({ vad }) => vad)).not.toContain('Anteckning');
    expect(text.hinder).toEqual({ kod: 'lass-skrivs-inte-ut', ref: akt.utredning });
  });

  test('UTSK-07 FORB-52 of a pair the beslut on stödfamilj is not offered', () => {
    const stod = beslut({ insatsId: kat.insats.stodfamilj, utfall: 'bifall' });
    const { val, hinder } = utbud({ type: 'beslut', id: beslutId }, stod);
    expect(val.map(({ nyckel }) => nyckel)).not.toContain(`beslut:${beslutId}`);
    expect(hinder).toEqual({ kod: 'stodfamilj-skrivs-inte-ut', ref: beslutId });
  });
});

describe('what is missing leads to where it is put right', () => {
  const val = { slag: 'beslut' as const, personId: akt.person, beslutId };
  const medSkal = mall(6, 'beslut', 'Beslut', { skalRubriker: ['BEDOMNING', 'FORSLAG'] });
  const text = (id: string, over: object): TestRecord => ({
    type: 'anteckning',
    id,
    data: testAnteckning({ dokumentation: { slag: 'utredning', id: akt.utredning }, rubrikKod: 'FORSLAG', signerad: undefined, ...over }),
  });
  const dokumentation = { slag: 'utredning', id: akt.utredning };

  test('to the text that is not signed, else to the rubrik where the reasons are to stand', () => {
    const skrivet = state(beslut(), medSkal, text(testId(71), {}));
    const osignerat = vagTill(skrivet, val, { kod: 'skal-osignerat', ref: akt.utredning });
    expect(osignerat).toEqual({ slag: 'text', dokumentation, rubrikKod: 'FORSLAG', anteckningId: testId(71) });
    const tomt = vagTill(state(beslut(), medSkal), val, { kod: 'skal-saknas', ref: akt.utredning });
    expect(tomt).toEqual({ slag: 'text', dokumentation, rubrikKod: 'BEDOMNING' });
  });

  test('to the beslut that lacks who decided', () => {
    expect(vagTill(state(beslut()), val, { kod: 'beslutsfattare-saknas', ref: beslutId })).toEqual({
      ...{ slag: 'beslut', beslutId, utredningId: akt.utredning },
    });
  });

  test('what only the catalogue can mend leads nowhere', () => {
    for (const kod of ['mall-saknas', 'brevhuvud-saknas', 'lagrum-saknas'] as const)
      expect(vagTill(state(beslut()), val, { kod, ref: 'x' })).toBeUndefined();
  });
});

test('what a document is made from names the texts as one, and every record that was read', () => {
  const anteckning = { type: 'anteckning' as const, id: testId(70), data: testAnteckning() };
  const kallor = kallorTill(state(beslut(), anteckning), { slag: 'beslut', personId: akt.person, beslutId });
  expect(kallor).toEqual([
    { type: 'person', id: akt.person },
    { type: 'beslut', id: beslutId },
    { type: 'utredning', id: akt.utredning },
    { type: 'dokumentation', id: akt.utredning, poster: [{ type: 'anteckning', id: testId(70) }] },
    // Of which revision it is the letter.
    { type: 'brev:beslut', id: testId(240) },
    // And to whom.
    { type: 'brev:kund', id: akt.person, rev: '200912312386 Ekström, Linnea Maria' },
  ]);
});

test('a mall that was chosen and holds no longer makes no document', () => {
  const val = { slag: 'utredning' as const, personId: akt.person, utredningId: akt.utredning, mallId: testId(705) };
  expect(byggDokument(state(), val, { dag, avsandareId: kat.handlaggare })).toMatchObject({
    ok: false,
    error: expect.arrayContaining([{ kod: 'mall-saknas', ref: 'utredning' }]),
  });
});
