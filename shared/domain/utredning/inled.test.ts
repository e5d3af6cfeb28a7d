import { describe, expect, test } from 'vitest';
import type { Aktualisering } from '../aktualisering/records.ts';
import { aktMedKatalog, katalog, testAktualisering } from '../testing/aktualisering.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';

const ny = testId(320);
const [a, b] = [testId(310), testId(311)];
const post = (id: string, over: Partial<Aktualisering> = {}): TestRecord => ({ type: 'aktualisering', id, data: testAktualisering(over) });
/** Two that came in on 10 and 8 November. */
const waiting = (...more: TestRecord[]) => aktMedKatalog(post(a), post(b, { datum: '2026-11-08' }), ...more);
const inled = (over: object = {}, records: TestRecord[] = waiting(), actor = testActor()) =>
  testDecide(
    'utredning.inled',
    {
      personId: akt.person,
      utredningId: ny,
      typ: 'LSS Utredning',
      inledningsdatum: '2026-11-08',
      ansvarigHandlaggareId: katalog.handlaggare,
      organisationId: katalog.organisation,
      aktualiseringIds: [a, b],
      utelamnade: [],
      rev: testId(501),
      ...over,
    },
    stateOf(records),
    testContext(actor),
  );
const efter = (over: object = {}, records: TestRecord[] = waiting()) => stateOf(applied(records, inled(over, records)));
const utredning = {
  typ: 'LSS Utredning',
  startdatum: '2026-11-08',
  inkomDatum: '2026-11-08',
  ansvarigHandlaggareId: katalog.handlaggare,
  organisationId: katalog.organisation,
  rev: testId(501),
};

describe('Inled utredning', () => {
  test('UTR-01 UTR-03 UTR-05 UTR-06 UTR-09 begun the day the earliest came in', () => {
    expect(efter().get('utredning', ny)).toEqual({ ...utredning, enhet: 'lss' });
  });

  test('UTR-03 today, when the ansökan came in today', () => {
    const records = aktMedKatalog(post(a, { datum: '2026-11-20' }));
    const state = efter({ inledningsdatum: '2026-11-20', aktualiseringIds: [a] }, records);
    expect(state.get('utredning', ny)).toMatchObject({ startdatum: '2026-11-20', inkomDatum: '2026-11-20' });
  });

  test('UTR-07 UTR-08 AKT-12 every aktualisering is connected', () => {
    expect(
      efter()
        .list('aktualisering')
        .map(({ data }) => data.utredningId),
    ).toEqual([ny, ny]);
  });

  test.each(['LSS Utredning', 'Ersättning assistansanordnare', 'LSS skälig kostnad', 'IBIC utredning', 'förenklad utredning'])(
    'UTR-04 UTR-11 %s',
    (typ) => {
      expect(efter({ typ }).get('utredning', ny)?.typ).toBe(typ);
    },
  );

  test('FORB-13 another day, with its reason; the handling time counts from the earliest all the same', () => {
    const over = { inledningsdatum: '2026-11-12', inledningsskal: 'Fullmakt kom först då' };
    expect(efter(over).get('utredning', ny)).toEqual({
      ...utredning,
      enhet: 'lss',
      startdatum: '2026-11-12',
      inledningsskal: 'Fullmakt kom först då',
    });
  });

  test('FORB-13 the day itself needs no reason, and keeps none', () => {
    expect(efter({ inledningsskal: 'Onödigt' }).get('utredning', ny)).toEqual({ ...utredning, enhet: 'lss' });
  });

  test('FORB-14 one that is left out says why, and waits', () => {
    const state = efter({ aktualiseringIds: [b], utelamnade: [{ id: a, skal: ' Väntar på fullmakt ' }] });
    const utelamnad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z', skal: 'Väntar på fullmakt' };
    expect(state.get('aktualisering', a)).toEqual(testAktualisering({ utelamnad }));
  });

  test('FORB-14 one left out before, now examined', () => {
    const utelamnad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z', skal: 'Senare' };
    const records = aktMedKatalog(post(a, { utelamnad }), post(b, { datum: '2026-11-08' }));
    expect(efter({}, records).get('aktualisering', a)).toEqual(testAktualisering({ utredningId: ny }));
  });

  test('FRAGA-11 without a list of typer any may be written', () => {
    const utanListor = waiting().filter(({ type }) => type !== 'vardelista');
    expect(efter({ typ: 'Egen typ' }, utanListor).get('utredning', ny)?.typ).toBe('Egen typ');
  });
});

describe('refused', () => {
  test.each<[string, object, string, string | undefined]>([
    ['FORB-14 one that waits is not named: a colleague may just have registered it', { aktualiseringIds: [b] }, 'skal-kravs', 'utelamnade'],
    [
      'FORB-14 one left out without a reason',
      { aktualiseringIds: [b], utelamnade: [{ id: a, skal: '  ' }] },
      'skal-kravs',
      'utelamnade.0.skal',
    ],
    ['FORB-13 another day without a reason', { inledningsdatum: '2026-11-12' }, 'skal-kravs', 'inledningsskal'],
    ['FORB-13 a day of the later one without a reason', { inledningsdatum: '2026-11-10' }, 'skal-kravs', 'inledningsskal'],
    ['a day to come', { inledningsdatum: '2026-11-21', inledningsskal: 'x' }, 'datum-i-framtiden', 'inledningsdatum'],
    ['UTR-04 a type not in the list', { typ: 'Annat' }, 'finns-inte-i-katalogen', 'typ'],
    ['UTR-05 a handläggare who is none', { ansvarigHandlaggareId: katalog.personal }, 'finns-inte-i-katalogen', 'ansvarigHandlaggareId'],
    ['UTR-06 an organisation nobody knows', { organisationId: testId(99) }, 'finns-inte-i-katalogen', 'organisationId'],
    ['UTR-07 no aktualisering', { aktualiseringIds: [] }, 'ogiltig-indata', 'aktualiseringIds'],
    ['UTR-07 one that is not there', { aktualiseringIds: [a, b, testId(99)] }, 'finns-inte', 'aktualiseringIds.2'],
    ['FORB-14 one left out that is not there', { utelamnade: [{ id: testId(99), skal: 'x' }] }, 'finns-inte', 'utelamnade.0'],
    ['one both examined and left out', { utelamnade: [{ id: a, skal: 'x' }] }, 'ogiltig-indata', 'aktualiseringIds'],
    ['under an id that is taken', { utredningId: akt.utredning }, 'finns-redan', undefined],
  ])('%s', (_, over, code, field) => {
    expect(inled(over)).toEqual(field === undefined ? { code } : { code, field });
  });

  test('UTR-07 one that another utredning examines', () => {
    const records = aktMedKatalog(post(a), post(b, { utredningId: akt.utredning }));
    expect(inled({}, records)).toEqual({ code: 'redan-kopplad', field: 'aktualiseringIds.1' });
  });

  test('in an akt that is not there', () => {
    expect(inled({}, waiting().slice(1))).toEqual({ code: 'finns-inte' });
  });

  test('by staff of a utförare', () => {
    expect(inled({}, waiting(), testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});
