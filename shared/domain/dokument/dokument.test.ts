import { describe, expect, test } from 'vitest';
import { testAktualisering } from '../testing/aktualisering.ts';
import { fattat, testBestallning, underlag } from '../testing/beslut.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { felmarkeratUnderlag } from './felmarkerat-underlag.ts';
import type { Dokument, KnytsTill } from './records.ts';

const dokumentId = testId(700);
const beslutId = testId(201);
const ansokan: TestRecord = { type: 'aktualisering', id: testId(90), data: testAktualisering() };
const akten = (...mer: TestRecord[]) => underlag(fattat(1), testBestallning(beslutId), ansokan, ...mer);
const uppgifter = {
  ...{ rubrik: 'Läkarutlåtande', typ: 'Utlåtande', avsandare: 'Region Stockholm', sha256: 'ab'.repeat(32), storlek: 100_000, sidor: 3 },
  mall: { id: 'LSS utredningsdokument1', version: '3' },
  underlag: [{ type: 'utredning', id: akt.utredning, rev: testId(5) }],
};
const iUtredningen: KnytsTill = { type: 'utredning', id: akt.utredning };
const arkivera = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecide(
    'dokument.arkivera',
    { personId: akt.person, dokumentId, knytsTill: iUtredningen, ...uppgifter, ...over },
    stateOf(records),
    testContext(actor),
  );
const felmarkera = (records: TestRecord[], actor = testActor(), orsak = 'Fel kund') =>
  testDecide('dokument.felmarkera', { personId: akt.person, dokumentId, orsak }, stateOf(records), testContext(actor));
const arkiverat = (over: object = {}, actor = testActor()) => applied(akten(), arkivera(akten(), over, actor));
const at = '2026-11-20T09:00:00.000Z';
const karin = { anvandareId: testId(1), namn: 'Karin Ek', at };
const personal = testActor({ id: testId(8), roller: ['utforare'], utforareId: akt.utforare, enheter: [] });

describe('SKAN-05 dokument.arkivera', () => {
  test('keeps title, kind, sender, what it is tied to, its bytes by name, its template and what it was made from, who and when', () => {
    expect(stateOf(arkiverat()).get('dokument', dokumentId)).toEqual({
      ...uppgifter,
      knytsTill: iUtredningen,
      skapad: karin,
      enhet: 'lss',
    });
  });

  test.each<[KnytsTill['type'], string]>([
    ['aktualisering', ansokan.id],
    ['utredning', akt.utredning],
    ['beslut', beslutId],
    ['bestallning', testId(290)],
    ['verkstallighet', akt.lssInsatser],
  ])('tied to %s; not to one that is not there', (type, id) => {
    expect(stateOf(arkiverat({ knytsTill: { type, id } })).get('dokument', dokumentId)?.knytsTill).toEqual({ type, id });
    expect(arkivera(akten(), { knytsTill: { type, id: testId(999) } })).toEqual({ code: 'finns-inte', field: 'knytsTill' });
  });

  test('OSL 26:1 it is the unit’s whose case it is tied to', () => {
    const bistand = akten().map((one) => {
      if (one.type === 'person') return { ...one, data: { ...one.data, enheter: ['lss', 'bistand'] } };
      return { ...one, data: { ...one.data, enhet: 'bistand' } } as TestRecord;
    });
    const efter = stateOf(applied(bistand, arkivera(bistand, {}, testActor({ enheter: ['lss', 'bistand'] }))));
    expect(efter.get('dokument', dokumentId)?.enhet).toBe('bistand');
  });

  test('ROLL-03 staff of a utförare file in their own verkställighet, and handläggare not there', () => {
    const egen = { knytsTill: { type: 'verkstallighet', id: akt.verkstallighet } };
    expect(stateOf(arkiverat(egen, personal)).get('dokument', dokumentId)?.skapad.anvandareId).toBe(personal.id);
    expect(arkivera(akten(), egen)).toEqual({ code: 'utforarens-verkstallighet', field: 'knytsTill' });
    expect(arkivera(akten(), {}, personal)).toEqual({ code: 'behorighet-saknas', field: 'knytsTill' });
    expect(arkivera(akten(), { knytsTill: { type: 'bestallning', id: testId(290) } }, personal)).toMatchObject({
      code: 'behorighet-saknas',
    });
  });

  test.each<[string, object, object]>([
    ['no title', { rubrik: ' ' }, { code: 'ogiltig-indata', field: 'rubrik' }],
    ['a name that is no SHA-256', { sha256: 'AB'.repeat(32) }, { code: 'ogiltig-indata', field: 'sha256' }],
    ['no bytes', { storlek: 0 }, { code: 'ogiltig-indata', field: 'storlek' }],
    ['tied to the kund herself, whom every unit reads', { knytsTill: { type: 'person', id: akt.person } }, { code: 'ogiltig-indata' }],
  ])('refused: %s', (_, over, rejection) => {
    expect(arkivera(akten(), over)).toMatchObject(rejection);
  });

  test('a document is never changed: the same id again is refused', () => {
    expect(arkivera(arkiverat(), { sha256: 'cd'.repeat(32) })).toEqual({ code: 'finns-redan', field: 'dokumentId' });
  });
});

describe('FRAGA-36 dokument.felmarkera', () => {
  test('it stays, with its bytes, and says who, when and why', () => {
    const efter = stateOf(applied(arkiverat(), felmarkera(arkiverat()))).get('dokument', dokumentId);
    expect(efter).toMatchObject({ sha256: uppgifter.sha256, felmarkerad: { ...karin, orsak: 'Fel kund' } });
  });

  test('by the one who filed it or the enhetschef, once, with a reason', () => {
    const annan = testActor({ id: testId(77) });
    const chef = testActor({ id: testId(78), roller: ['enhetschef'] });
    expect(felmarkera(arkiverat(), annan)).toEqual({ code: 'inte-forfattare' });
    expect(felmarkera(arkiverat(), chef)).toHaveLength(1);
    expect(felmarkera(arkiverat(), testActor(), ' ')).toEqual({ code: 'ogiltig-indata', field: 'orsak' });
    expect(felmarkera(applied(arkiverat(), felmarkera(arkiverat())))).toEqual({ code: 'dokument-felmarkerat' });
    expect(felmarkera(akten())).toEqual({ code: 'finns-inte', field: 'dokumentId' });
  });

  test('ROLL-03 a document of a utförare’s verkställighet by its staff alone', () => {
    const deras = arkiverat({ knytsTill: { type: 'verkstallighet', id: akt.verkstallighet } }, personal);
    expect(felmarkera(deras, personal)).toHaveLength(1);
    expect(felmarkera(deras, testActor({ roller: ['enhetschef'] }))).toEqual({ code: 'utforarens-verkstallighet' });
    expect(felmarkera(arkiverat(), personal)).toEqual({ code: 'behorighet-saknas' });
  });
});

test('DOK-13 what a document was made of and is marked as wrong since is known by name, through a bundle too', () => {
  const [brev, bunt, fel] = [testId(710), testId(711), testId(712)];
  const post = (id: string, rubrik: string, av: { type: string; id: string }[], over: object = {}): TestRecord => ({
    ...{ type: 'dokument', id },
    data: { ...uppgifter, rubrik, knytsTill: iUtredningen, underlag: av, skapad: karin, ...over },
  });
  const buntat = post(
    bunt,
    'Bunten',
    [brev, fel, bunt].map((id) => ({ type: 'dokument', id })),
  );
  const records = (felmarkerat: boolean) => {
    const felmarkerad = felmarkerat ? { felmarkerad: { ...karin, orsak: 'Fel kund' } } : {};
    return [
      ...akten().filter(({ id }) => id !== beslutId),
      fattat(1, felmarkerat ? { felmarkerad: true } : {}),
      post(brev, 'Brevet', [{ type: 'beslut', id: beslutId }]),
      post(fel, 'Utlåtande', [], felmarkerad),
      buntat,
    ];
  };
  const namn = (felmarkerat: boolean) => felmarkeratUnderlag(stateOf(records(felmarkerat)), buntat.data as Dokument);
  expect(namn(false)).toEqual([]);
  expect(namn(true)).toEqual([expect.stringMatching(/Bifall/), 'Utlåtande']);
});
