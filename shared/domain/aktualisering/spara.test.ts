import { describe, expect, test } from 'vitest';
import { aktMedKatalog, katalog, testAktualisering } from '../testing/aktualisering.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import type { Aktualisering } from './records.ts';

const postId = testId(310);
const withPost = (over: Partial<Aktualisering> = {}, ...more: TestRecord[]): TestRecord[] =>
  aktMedKatalog({ type: 'aktualisering', id: postId, data: testAktualisering(over) }, ...more);
const { slag: _slag, gruppId: _grupp, ...falt } = testAktualisering();
const spara = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecide(
    'aktualisering.spara',
    { personId: akt.person, aktualiseringId: postId, basRev: testId(500), ...falt, rev: testId(501), ...over },
    stateOf(records),
    testContext(actor),
  );
const efter = (records: TestRecord[], over: object = {}) => stateOf(applied(records, spara(records, over)));
const iUtredning = { utredningId: akt.utredning };

describe('an aktualisering is corrected', () => {
  test('AKT-03 to AKT-06 the form as a whole; the kind, the group and fields of a newer version stay', () => {
    const records = withPost({ anteckning: 'Ring mor', nyttFalt: 1 });
    const changed = { typ: 'Korttidsvistelse', insatsId: katalog.korttidsvistelse, datum: '2026-11-09', franVem: 'Mor' };
    expect(efter(records, changed).get('aktualisering', postId)).toEqual({ ...testAktualisering(changed), nyttFalt: 1, rev: testId(501) });
  });

  test('AKT-04 to today', () => {
    expect(efter(withPost(), { datum: '2026-11-20' }).get('aktualisering', postId)?.datum).toBe('2026-11-20');
  });

  test('FRAGA-39 the day on which an e-ansökan came in is a fact; all else of it is corrected', () => {
    const eansokan = { eansokanId: testId(970), inkom: '2026-11-10T08:00:00.000Z', insats: 'Kontaktperson', text: 'Hej' };
    const records = withPost({ eansokan });
    expect(spara(records, { datum: '2026-11-20' })).toEqual({ code: 'eansokans-dag', field: 'datum' });
    expect(efter(records, { franVem: 'Mor' }).get('aktualisering', postId)).toMatchObject({ franVem: 'Mor', eansokan });
  });

  test('AKT-03 to a type that names no insats', () => {
    const changed = { typ: 'Retroaktiv ersättning', insatsId: undefined };
    expect(efter(withPost(), changed).get('aktualisering', postId)?.insatsId).toBeUndefined();
  });

  test('values the catalogue no longer has may stay, not come back', () => {
    const old = { ansvarigHandlaggareId: katalog.slutat, typ: 'Utgången', organisationId: testId(99) };
    const { insatsId: _, ...utanInsats } = testAktualisering(old);
    const records = aktMedKatalog({ type: 'aktualisering', id: postId, data: utanInsats });
    const form = { ...old, insatsId: undefined, franVem: 'Mor' };
    expect(efter(records, form).get('aktualisering', postId)?.franVem).toBe('Mor');
    expect(spara(withPost(), { ansvarigHandlaggareId: katalog.slutat })).toMatchObject({ code: 'finns-inte-i-katalogen' });
  });

  test.each([
    ['that was the earliest: to the next', '2026-09-01', '2026-10-01', '2026-09-20'],
    ['that was the earliest: still the earliest', '2026-09-01', '2026-08-01', '2026-08-01'],
    ['that was not the earliest', '2026-10-01', '2026-11-01', '2026-09-01'],
    ['that was not, and now is', '2026-10-01', '2026-07-01', '2026-07-01'],
  ])('FORB-13 the day of one %s: the handling time follows', (_, was, becomes, inkomDatum) => {
    const annan = testAktualisering({ ...iUtredning, datum: '2026-09-20' });
    const records = withPost({ ...iUtredning, datum: was }, { type: 'aktualisering', id: testId(311), data: annan });
    expect(efter(records, { datum: becomes }).get('utredning', akt.utredning)?.inkomDatum).toBe(inkomDatum);
  });
});

const avslutad = (records: TestRecord[]) =>
  records.map((record) => (record.type === 'utredning' ? { ...record, data: { ...record.data, slutdatum: '2026-10-01' } } : record));

describe('refused', () => {
  test.each<[string, TestRecord[], object, object]>([
    ['FRAGA-61 on an older revision', withPost(), { basRev: testId(499) }, { code: 'andrad-av-annan' }],
    ['FRAGA-61 with the revision it was read at', withPost(), { rev: testId(500) }, { code: 'ogiltig-indata', field: 'rev' }],
    ['one that is not there', aktMedKatalog(), {}, { code: 'finns-inte' }],
    ['one whose utredning is ended', avslutad(withPost(iUtredning)), {}, { code: 'utredningen-avslutad' }],
    ['AKT-04 a day to come', withPost(), { datum: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'datum' }],
    [
      'AKT-11 an omprövning from someone else',
      withPost({ slag: 'omprovning', typ: 'LSS Omprövning', franVem: 'Egna myndigheten (VON)' }),
      { typ: 'LSS Omprövning', insatsId: undefined, franVem: 'Mor' },
      { code: 'stammer-inte-med-katalogen', field: 'franVem' },
    ],
    ['AKT-03 an insats under another name', withPost(), { typ: 'Annat' }, { code: 'stammer-inte-med-katalogen', field: 'typ' }],
  ])('%s', (_, records, over, rejection) => {
    expect(spara(records, over)).toEqual(rejection);
  });

  test('by staff of a utförare', () => {
    expect(spara(withPost(), {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});
