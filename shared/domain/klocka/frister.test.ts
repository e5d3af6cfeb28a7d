import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDagar } from '../../util/datum.ts';
import type { Actor } from '../command.ts';
import { recordSchemas } from '../records.ts';
import { fattat, testAktualisering } from '../testing/beslut.ts';
import {
  bekraftadI,
  beslutId,
  bevakningId,
  bifall,
  efter,
  kor,
  med,
  order,
  orderId,
  signatur,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { godkannande, godkannandeId } from '../testing/etjanst.ts';
import { fristerAv } from '../testing/frister.ts';
import { fristregler } from '../testing/fristregler.ts';
import { kat } from '../testing/katalog.ts';
import { mote } from '../testing/mote.ts';
import { aterkallat, samtycke, samtyckeId } from '../testing/samtycke.ts';
import { akt, stateOf, type TestRecord, testActor, testAnteckning, testId, testVerkstallighet } from '../testing/state.ts';
import { genomford, planerad, uppfoljningId, uppfoljningRev } from '../testing/uppfoljning.ts';
import type { Fristrad } from './frist.ts';
import { isAktuell, ivoKvartal } from './frister.ts';

const rader = (records: TestRecord[]): Fristrad[] => fristerAv(stateOf([...records, ...fristregler()]), akt.person);
const av = (records: TestRecord[], kod: string): Fristrad[] => rader(records).filter(({ regel }) => regel.kod === kod);
const utredning = (over: object = {}): TestRecord => ({
  type: 'utredning',
  id: akt.utredning,
  data: {
    ...{ typ: 'LSS Utredning', startdatum: '2026-09-01', inkomDatum: '2026-08-31' },
    ...{ ansvarigHandlaggareId: kat.handlaggare, organisationId: kat.organisation },
    ...over,
  },
});
const ansokan = (over: object = {}) => testAktualisering(1, over);
const dod = (avliden: string): TestRecord => {
  const person = med().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
  return { ...person, data: { ...person.data, avliden } };
};
const funktion = { funktionId: testId(41) };
const handlaggaren = { anvandareId: kat.handlaggare };

describe('KLOCK-02 utredning', () => {
  test('six months from the day the ansökan came in (FL 12 §), for its handläggare, and from that day for the enhetschef', () => {
    expect(av(med(utredning(), ansokan()), 'utredning-sex-manader')).toEqual([
      {
        nyckel: `utredning-sex-manader/${akt.utredning}`,
        regel: expect.objectContaining({ paragraf: 'FL 12 §', tid: { antal: 6, enhet: 'manad' }, verifierad: false }),
        ref: { type: 'utredning', id: akt.utredning },
        ...{ enhet: 'lss', vad: 'LSS Utredning 260901-', fran: '2026-08-31', datum: '2027-02-28' },
        hos: [
          { agare: handlaggaren, visas: '2027-01-29' },
          { agare: { roll: 'enhetschef' }, visas: '2027-02-28' },
        ],
      },
    ]);
  });

  test.each<[string, TestRecord[]]>([
    ['closed', [utredning({ slutdatum: '2026-11-01' }), ansokan()]],
    ['of a LASS-beslut', [utredning({ lass: true }), ansokan()]],
    ['begun by the authority itself', [utredning(), ansokan({ slag: 'omprovning' })]],
  ])('one that is %s has none', (_, records) => {
    expect(av(med(...records), 'utredning-sex-manader')).toEqual([]);
  });

  test('opened again it has it again; moved to another handläggare it is on that one’s list', () => {
    const igen = med(utredning({ oppnadIgen: { ...signatur, skal: 'Fel' }, ansvarigHandlaggareId: kat.enhetschef }), ansokan());
    expect(av(igen, 'utredning-sex-manader').map(({ hos }) => hos[0]?.agare)).toEqual([{ anvandareId: kat.enhetschef }]);
  });

  test('the request for a decision: four weeks, and a last day to act that is a weekday', () => {
    const begaran = { ...signatur, inkom: '2026-11-27' };
    const rad = (over: object, slag: object = {}) =>
      av(med(utredning({ begaran: { ...begaran, ...over } }), ansokan(slag)), 'begaran-om-avgorande');
    expect(rad({})).toMatchObject([{ datum: '2026-12-25', sistaDag: '2026-12-28' }]);
    expect(rad({ besvarad: '2026-12-01' })).toEqual([]);
    expect(rad({}, { slag: 'omprovning' }), 'FL 12 § does not hold').toEqual([]);
  });

  test('nothing written for thirty days: from the latest text of it, by the Swedish day', () => {
    const note = (n: number, at: string, over: object = {}): TestRecord => ({
      type: 'anteckning',
      id: testId(70 + n),
      data: testAnteckning({ sparad: { ...signatur, at }, ...over }),
    });
    expect(av(med(utredning()), 'utredning-tyst')).toMatchObject([{ fran: '2026-09-01', datum: '2026-10-01' }]);
    const skrivna = med(utredning(), note(0, '2026-10-24T22:30:00.000Z'), note(1, '2026-09-12T09:00:00.000Z'));
    expect(av(skrivna, 'utredning-tyst')).toMatchObject([{ fran: '2026-10-25', datum: '2026-11-24' }]);
    const signerad = note(1, '2026-09-12T09:00:00.000Z', { signerad: { ...signatur, at: '2026-11-02T09:00:00.000Z' } });
    expect(av([...skrivna.filter(({ id }) => id !== testId(71)), signerad], 'utredning-tyst')).toMatchObject([{ fran: '2026-11-02' }]);
    const annanstans = note(2, '2026-11-10T09:00:00.000Z', { dokumentation: { slag: 'verkstallighet', id: akt.lssInsatser } });
    expect(av([...skrivna, annanstans], 'utredning-tyst')).toMatchObject([{ fran: '2026-10-25' }]);
  });
});

test('KLOCK-02 an aktualisering that no utredning examines, and an unsigned note, which is its writer’s', () => {
  expect(av(med(ansokan({ utredningId: undefined, datum: '2026-12-17' })), 'ej-behandlad-aktualisering')).toMatchObject([
    { datum: '2026-12-31', vad: 'Kontaktperson', hos: [{ agare: handlaggaren, visas: '2026-12-31' }] },
  ]);
  const note = (over: object): TestRecord[] =>
    med({ type: 'anteckning', id: testId(70), data: testAnteckning({ sparad: { ...signatur, anvandareId: testId(9) }, ...over }) });
  expect(av(note({}), 'osignerad-anteckning')).toMatchObject([
    { datum: '2026-11-26', hos: [{ agare: { anvandareId: testId(9) }, visas: '2026-11-26' }] },
  ]);
  expect(av(note({ signerad: signatur }), 'osignerad-anteckning')).toEqual([]);
  expect(av(note({ felmarkerad: { ...signatur, orsak: 'Fel' } }), 'osignerad-anteckning')).toEqual([]);
});

describe('KLOCK-03 a bifall that is not carried out', () => {
  const dagen = (beslutsdatum: string, over: object = {}) => bifall(1, 'kontaktperson', { beslutsdatum, ...over });
  test.each([
    ['2026-11-30', '2027-02-28', '2027-1'],
    ['2026-09-30', '2026-12-30', '2026-4'],
    ['2026-12-31', '2027-03-31', '2027-2'],
    ['2026-08-31', '2026-11-30', '2026-4'],
  ])('decided %s: by %s, else in the report of %s', (dag, datum, ivo) => {
    expect(av(med(dagen(dag)), 'ej-verkstallt-lss')).toMatchObject([
      { nyckel: `ej-verkstallt-lss/${beslutId(1)}`, fran: dag, datum, ivoKvartal: ivo, regel: { paragraf: 'LSS 28 f §' } },
    ]);
    expect(ivoKvartal(datum)).toBe(ivo);
  });

  test.each<[string, TestRecord[]]>([
    [
      'carried out in time',
      [dagen('2026-10-20'), order(1, { bekraftad: '2027-01-20', bekraftelse: { ...signatur, verkstallighetId: verkId(1) } }), verk(1)],
    ],
    ['in a verkställighet that was opened by hand', [dagen('2026-10-20'), verk(1)]],
    ['marked as wrong', [dagen('2026-10-20', { felmarkerad: true })]],
    ['closed with the case', [dagen('2026-10-20', { avslutad: signatur })]],
    ['never to begin', [dagen('2026-10-20', { aldrigPaborjad: signatur })]],
    ['an avslag', [dagen('2026-10-20', { utfall: 'avslag' })]],
    ['a LASS-beslut', [bifall(1, 'lass', { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' })]],
  ])('none when it is %s', (_, records) => {
    expect(av(med(...records), 'ej-verkstallt-lss')).toEqual([]);
  });

  test('carried out too late it is shown until then, and never after the beslut has ended', () => {
    const sent = order(1, { bekraftad: '2027-02-10', bekraftelse: { ...signatur, verkstallighetId: verkId(1) } });
    expect(av(med(dagen('2026-10-20'), sent, verk(1)), 'ej-verkstallt-lss')).toMatchObject([{ datum: '2027-01-20', tom: '2027-02-09' }]);
    expect(av(med(dagen('2026-10-20', { giltigTom: '2027-01-31' })), 'ej-verkstallt-lss')).toMatchObject([{ tom: '2027-01-31' }]);
    expect(av(med(dagen('2026-10-20', { giltigTom: '2026-11-01' })), 'ej-verkstallt-lss'), 'before it is shown at all').toEqual([]);
  });

  test('an order that was taken back, or that nobody has confirmed, carries out nothing', () => {
    expect(av(med(dagen('2026-10-20'), order(1)), 'ej-verkstallt-lss')).toHaveLength(1);
    const tagen = order(1, { ...bekraftadI(1), borttagen: { ...signatur, orsak: 'Fel' } });
    expect(av(med(dagen('2026-10-20'), tagen), 'ej-verkstallt-lss')).toHaveLength(1);
  });

  test('of an insats that the catalogue does not have: once, by whichever law', () => {
    const rad = rader(med(dagen('2026-10-20', { insatsId: testId(999) }))).filter(({ regel }) => regel.handelse === 'bifallFattat');
    expect(rad).toMatchObject([{ datum: '2027-01-20', ivoKvartal: '2027-1', regel: { paragraf: 'LSS 28 f § eller SoL 34 kap. 1 §' } }]);
  });

  test('… beside what the municipality itself asks of every bifall', () => {
    const egen: TestRecord = {
      type: 'fristregel',
      id: testId(799),
      data: {
        kod: 'ring-upp',
        fran: '2000-01-01',
        namn: 'Ring upp',
        handelse: 'bifallFattat',
        tid: { antal: 14, enhet: 'dag' },
        raknas: 'dag',
        varnas: [{ vem: 'ansvarig', dagarFore: 0 }],
        verifierad: false,
      },
    };
    const koder = rader(med(dagen('2026-10-20', { insatsId: testId(999) }), egen)).filter(({ regel }) => regel.handelse === 'bifallFattat');
    expect(koder.map(({ regel, datum }) => [regel.kod, datum])).toEqual([
      ['ej-verkstallt-lss', '2027-01-20'],
      ['ring-upp', '2026-11-03'],
    ]);
  });

  test('changed law: of one rule with two validity periods the one counts that held on the day of the decision', () => {
    const sol = (beslutsdatum: string) => av(med(bifall(1, 'trygghetslarm', { beslutsdatum })), 'ej-verkstallt-sol');
    expect(sol('2025-06-30').map(({ regel, nyckel }) => [regel.paragraf, nyckel])).toEqual([
      ['SoL 16 kap. 6 f §', `ej-verkstallt-sol/${beslutId(1)}`],
    ]);
    expect(sol('2025-07-01').map(({ regel, nyckel }) => [regel.paragraf, nyckel])).toEqual([
      ['SoL 34 kap. 1 §', `ej-verkstallt-sol/${beslutId(1)}`],
    ]);
  });

  test('whoever answers for it: the handläggare of its open utredning, then the function of LSS Insatser, then the last handläggare', () => {
    const agare = (...records: TestRecord[]) => av(records, 'ej-verkstallt-lss')[0]?.hos[0]?.agare;
    expect(agare(...med(dagen('2026-10-20')))).toEqual(handlaggaren);
    const stangd = med(dagen('2026-10-20'), utredning({ slutdatum: '2026-10-20' }));
    expect(agare(...stangd)).toEqual(funktion);
    expect(agare(...stangd.filter(({ id }) => id !== akt.lssInsatser))).toEqual(handlaggaren);
    const flyttad: TestRecord = {
      ...{ type: 'verkstallighet', id: akt.lssInsatser },
      data: testVerkstallighet({ insatskategori: 'LSS Insatser', lssInsatser: true, utforareId: kat.utforare.funktion5 }),
    };
    expect(agare(...stangd.filter(({ id }) => id !== akt.lssInsatser), flyttad)).toEqual({ funktionId: kat.utforare.funktion5 });
  });
});

describe('KLOCK-03 an avbrott', () => {
  const utford = (over: object = {}, ...mer: TestRecord[]) => med(bifall(1), verk(1), order(1, { ...bekraftadI(1), ...over }), ...mer);
  test('none while it is carried out', () => {
    expect(av(utford(), 'avbrott-lss')).toEqual([]);
  });
  test('three months from the first day without it, and anew from each', () => {
    expect(av(utford({ gallerTom: '2026-11-29' }), 'avbrott-lss')).toMatchObject([
      { nyckel: `avbrott-lss/${beslutId(1)}/2026-11-30`, fran: '2026-11-30', datum: '2027-02-28', ivoKvartal: '2027-1' },
    ]);
    const nasta = order(2, {
      beslutId: beslutId(1),
      ersatter: orderId(1),
      gallerFran: '2026-11-30',
      bekraftad: '2027-02-20',
      gallerTom: '2027-05-31',
    });
    expect(av(utford({ gallerTom: '2026-11-29' }, nasta), 'avbrott-lss').map(({ fran, tom }) => [fran, tom])).toEqual([
      ['2026-11-30', '2027-02-19'],
      ['2027-06-01', undefined],
    ]);
    const straxt = { ...nasta, data: { ...nasta.data, bekraftad: '2026-11-30' } } as TestRecord;
    expect(av(utford({ gallerTom: '2026-11-29' }, straxt), 'avbrott-lss')).toHaveLength(1);
  });
  test('its verkställighet was closed and the bifall holds on', () => {
    const records = utford().filter(({ id }) => id !== verkId(1));
    expect(av([...records, verk(1, { slutdatum: '2026-12-31' })], 'avbrott-lss')).toMatchObject([
      { fran: '2027-01-01', datum: '2027-04-01' },
    ]);
  });
});

describe('KLOCK-02 beslut', () => {
  test('one that ends, until another goes on after it; thirty days after it is no news', () => {
    const slutar = bifall(1, 'kontaktperson', { giltigTom: '2027-02-28' });
    expect(av(med(slutar), 'beslut-upphor')).toMatchObject([{ datum: '2027-02-28', tom: '2027-03-30' }]);
    expect(av(med(slutar, bifall(2, 'kontaktperson', { giltigFran: '2027-03-01' })), 'beslut-upphor')).toEqual([]);
    expect(av(med(slutar, bifall(2, 'korttidsvistelse', { giltigFran: '2027-03-01' })), 'beslut-upphor')).toHaveLength(1);
    expect(av(med(slutar, bifall(2, 'kontaktperson', { giltigFran: '2027-03-01', felmarkerad: true })), 'beslut-upphor')).toHaveLength(1);
  });
  test.each<[string, number]>([
    ['2027-02-15', 0],
    ['2027-03-02', 1],
    ['2028-01-01', 1],
  ])('what begins %s goes on after 2027-02-28 only when no day is between them', (giltigFran, rader) => {
    const slutar = bifall(1, 'kontaktperson', { giltigTom: '2027-02-28' });
    expect(av(med(slutar, bifall(2, 'kontaktperson', { giltigFran })), 'beslut-upphor')).toHaveLength(rader);
  });

  test('nothing of a beslut is left to do for somebody who has died', () => {
    const slutar = bifall(1, 'kontaktperson', { giltigTom: '2027-02-28' });
    const ej = (avliden: string) => av(med(dod(avliden), bifall(1)), 'ej-verkstallt-lss').map(({ tom }) => tom);
    expect(av(med(dod('2026-12-01'), slutar), 'beslut-upphor')).toEqual([]);
    expect(ej('2026-12-01'), 'before it was in any list').toEqual([]);
    expect(ej('2027-01-10')).toEqual(['2027-01-10']);
    expect(ej('2027-01-00')).toEqual(['2027-01-31']);
    expect(ej('0000-00-00'), 'nobody knows the day').toEqual([]);
    const avbruten = med(dod('2027-05-10'), bifall(1), order(1, { ...bekraftadI(1), gallerTom: '2027-03-01' }), verk(1));
    expect(av(avbruten, 'avbrott-lss')).toMatchObject([{ fran: '2027-03-02', tom: '2027-05-10' }]);
  });

  test('KLOCK-02 death ends what it ends, by one rule for all of it; what is in hand is still written, signed and ended', () => {
    const not: TestRecord = { type: 'anteckning', id: testId(70), data: testAnteckning({}) };
    const delar = [
      utredning(),
      ansokan({ utredningId: undefined }),
      bifall(1, 'kontaktperson', { giltigTom: '2027-11-30' }),
      bifall(2, 'korttidsvistelse'),
    ];
    const fodd = (avliden?: string): TestRecord[] =>
      med(...delar, verk(1), planerad(1, '2027-05-03'), not).map((one) =>
        one.type === 'person' ? { ...one, data: { ...one.data, fodelsedatum: '2009-12-31', ...(avliden ? { avliden } : {}) } } : one,
      );
    const slut = (avliden?: string) => new Map(rader(fodd(avliden)).map(({ regel: { kod }, tom }) => [kod, tom]));
    const kvar = ['ej-behandlad-aktualisering', 'osignerad-anteckning', 'utredning-tyst'];
    const slutar = [
      'beslut-upphor',
      'ej-verkstallt-lss',
      'erbjud-plan',
      'folj-upp',
      'fyller-18',
      'personkrets-saknas',
      'planerad-uppfoljning',
    ];
    expect([...slut().keys()].sort()).toEqual([...kvar, ...slutar].sort());
    expect([...slut('2026-11-19').keys()].sort(), 'before most were in any list').toEqual(
      [...kvar, 'erbjud-plan', 'personkrets-saknas'].sort(),
    );
    expect(slut('2026-11-19').get('personkrets-saknas')).toBe('2026-11-19');
    expect([...slut('0000-00-00').keys()].sort(), 'on a day that nobody knows').toEqual(kvar);
    const sent = slut('2028-01-01');
    expect(slutar.filter((kod) => (sent.get(kod) ?? '9999') > '2028-01-01')).toEqual([]);
  });

  test('the time to appeal counts from the day the party got it (FL 44 §)', () => {
    const beslut = (partTagitDel?: object) =>
      med(fattat(1, partTagitDel ? { partTagitDel: { ...signatur, satt: 'Delgivningskvitto', ...partTagitDel } as never } : {}));
    expect(av(beslut(), 'overklagandetid')).toEqual([]);
    expect(av(beslut({ dag: '2026-12-03' }), 'overklagandetid')).toMatchObject([
      { datum: '2026-12-24', sistaDag: '2026-12-28', tom: '2027-01-11', regel: { paragraf: 'FL 44–45 §§' } },
    ]);
  });

  test('a personkrets is missing while LSS is granted', () => {
    expect(av(med(bifall(1), bifall(2, 'korttidsvistelse', { beslutsdatum: '2026-10-01' })), 'personkrets-saknas')).toMatchObject([
      { nyckel: `personkrets-saknas/${akt.person}/lss`, datum: '2026-10-01' },
    ]);
    const krets: TestRecord = { type: 'personkrets', id: testId(60), data: { enhet: 'lss', personkrets: '1' } };
    expect(av(med(bifall(1), krets), 'personkrets-saknas')).toEqual([]);
    expect(av(med(), 'personkrets-saknas')).toEqual([]);
  });
});

test('KLOCK-02 a verkställighet is followed up a year after it began, or was followed up', () => {
  const records = med(bifall(1), verk(1, { startdatum: '2026-02-28' }));
  expect(av(records, 'folj-upp')).toMatchObject([{ datum: '2027-10-01' }, { datum: '2027-02-28' }]);
  const klar = (over: object = {}): TestRecord => ({
    type: 'bevakning',
    id: bevakningId,
    data: {
      ...{ datum: '2026-12-01', status: 'Klar', typ: 'LSS Följ upp beslut/verks', text: 'Följ upp', bevakasAvId: kat.utforare.funktion3 },
      ...{ ref: { type: 'beslut', id: beslutId(1) }, skapad: signatur, klar: { ...signatur, at: '2026-11-19T23:30:00.000Z' } },
      ...over,
    },
  });
  expect(av([...records, klar()], 'folj-upp').map(({ datum }) => datum)).toContain('2027-11-20');
  expect(av([...records, klar({ typ: 'Rapportera till IVO' })], 'folj-upp').map(({ datum }) => datum)).not.toContain('2027-11-20');
});

describe('KLOCK-02 a rule of what recurs, that began after the insats did', () => {
  const regler = (...fran: string[]): TestRecord[] =>
    fran.map((dag, n) => {
      const regel = fristregler().find(({ data }) => 'kod' in data && data.kod === 'folj-upp');
      return {
        ...regel,
        id: testId(780 + n),
        data: { ...regel?.data, kod: 'nya', fran: dag, tid: { antal: 12 - 6 * n, enhet: 'manad' } },
      } as TestRecord;
    });
  const dag = (startdatum: string, fran: string[], ...mer: TestRecord[]) =>
    av([...med(bifall(1), verk(1, { startdatum })), ...regler(...fran), ...mer], 'nya').find(({ ref }) => ref.id === verkId(1));
  test.each([
    // Within the year: as it would have been.
    ['2025-11-03', '2025-11-03', '2026-11-03', undefined],
    // Long ago: when there was a rule.
    ['2019-02-28', '2019-02-28', '2026-07-01', true],
    ['2026-07-01', '2026-07-01', '2027-07-01', undefined],
  ])('begun %s it is to be followed up', (start, fran, datum, regelnGaller) => {
    expect(dag(start, ['2026-07-01'])).toMatchObject({ fran, datum, ...(regelnGaller ? { regelnGaller } : {}) });
  });
  test('what was followed up before the rule is counted from that day, and what changed since by the rule of the latest', () => {
    expect(dag('2019-02-28', ['2026-07-01'], genomford(1, '2026-06-15'))).toMatchObject({ fran: '2026-06-15', datum: '2027-06-15' });
    expect(dag('2019-02-28', ['2010-01-01', '2026-07-01'], genomford(1, '2026-11-19'))?.datum).toBe('2027-05-19');
    expect(dag('2026-01-10', ['2010-01-01', '2026-07-01'])?.datum, 'by the rule of its day').toBe('2027-01-10');
  });
  test('a type of bevakning is known by its kod, whatever it is called', () => {
    const lista: TestRecord = {
      ...{ type: 'vardelista', id: testId(686) },
      data: { lista: 'bevakningstyp', varden: [{ namn: 'Årlig uppföljning', kod: 'foljUpp', aktiv: false }] },
    };
    const klar: TestRecord = {
      ...{ type: 'bevakning', id: bevakningId },
      data: {
        ...{ datum: '2026-11-01', status: 'Klar', typ: 'Årlig uppföljning', text: 'x', bevakasAvId: kat.utforare.funktion3 },
        ...{ ref: { type: 'beslut' as const, id: beslutId(1) }, skapad: signatur, klar: { ...signatur, at: '2026-11-19T10:00:00.000Z' } },
      },
    };
    expect(dag('2019-02-28', ['2026-07-01'], klar)?.datum).toBe('2026-07-01');
    const records = [...med(bifall(1), verk(1, { startdatum: '2019-02-28' })), ...regler('2026-07-01'), klar];
    const omdopt = [...records.filter(({ id }) => id !== testId(686)), lista];
    expect(av(omdopt, 'nya').find(({ ref }) => ref.id === verkId(1))?.datum).toBe('2027-11-19');
  });
});

describe('KLOCK-02 a minor who turns 18', () => {
  const fodd = (fodelsedatum: string, ...mer: TestRecord[]) => {
    const person = med().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
    return med({ ...person, data: { ...person.data, fodelsedatum } }, ...mer);
  };
  test.each([
    ['2009-12-31', '2027-12-31'],
    // As her age is shown: on 1 March.
    ['2008-02-29', '2026-03-01'],
    ['2004-02-29', '2022-03-01'],
  ])('born %s: %s, thirty days on she is grown-up', (dag, datum) => {
    expect(av(fodd(dag), 'fyller-18')).toMatchObject([{ datum, tom: plusDagar(datum, 30) }]);
  });
  test('as long as the unit does something for her', () => {
    expect(av(fodd('2009-12-31', utredning({ slutdatum: '2026-10-01' })), 'fyller-18')).toEqual([]);
    const lange = bifall(1, 'kontaktperson', { giltigTom: '2027-01-31' });
    expect(av(fodd('2009-12-31', utredning({ slutdatum: '2026-10-01' }), lange), 'fyller-18'), 'it ends before').toEqual([]);
  });
});

describe('KLOCK-06 days that are noted', () => {
  const tagitDel = (records: TestRecord[], over: object = {}) =>
    kor('beslut.partTagitDel', { beslutId: beslutId(1), dag: '2026-11-12', satt: 'Delgivningskvitto', sedd: null, ...over }, records);
  const beslutet = med(bifall(1));
  test('the day the party got the beslut starts the time to appeal, and can be corrected and taken away', () => {
    const efterat = efter(beslutet, tagitDel(beslutet));
    expect(av(efterat, 'overklagandetid')).toMatchObject([{ fran: '2026-11-12', datum: '2026-12-03' }]);
    const rattad = efter(efterat, tagitDel(efterat, { dag: '2026-11-13', sedd: '2026-11-12' }));
    expect(av(rattad, 'overklagandetid')).toMatchObject([{ datum: '2026-12-04' }]);
    expect(av(efter(rattad, tagitDel(rattad, { dag: null, sedd: '2026-11-13' })), 'overklagandetid')).toEqual([]);
    expect(tagitDel(efterat)).toEqual({ code: 'andrad-av-annan' });
  });
  test.each<[object, object]>([
    [{ dag: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'dag' }],
    [{ dag: '2026-10-19' }, { code: 'datum-fore', field: 'dag' }],
    [{ beslutId: testId(999) }, { code: 'finns-inte', field: 'beslutId' }],
  ])('%j is refused', (over, refused) => {
    expect(tagitDel(beslutet, over)).toEqual(refused);
  });

  const begar = (records: TestRecord[], over: object = {}) =>
    kor('utredning.noteraBegaran', { utredningId: akt.utredning, begaran: { inkom: '2026-11-19' }, sedd: null, ...over }, records);
  const oppen = med(utredning({ inkomDatum: '2026-04-30' }), ansokan());
  test('the request for a decision (FL 12 §) is answered within four weeks', () => {
    const efterat = efter(oppen, begar(oppen));
    expect(av(efterat, 'begaran-om-avgorande')).toMatchObject([{ datum: '2026-12-17', sistaDag: '2026-12-17' }]);
    const besvarad = begar(efterat, { begaran: { inkom: '2026-11-19', besvarad: '2026-11-20' }, sedd: { inkom: '2026-11-19' } });
    expect(av(efter(efterat, besvarad), 'begaran-om-avgorande')).toEqual([]);
    expect(begar(efterat)).toEqual({ code: 'andrad-av-annan' });
  });
  test.each<[object, object]>([
    [{ begaran: { inkom: '2026-11-21' } }, { code: 'datum-i-framtiden', field: 'begaran.inkom' }],
    [{ begaran: { inkom: '2026-04-29' } }, { code: 'datum-fore', field: 'begaran.inkom' }],
    [{ begaran: { inkom: '2026-10-29' } }, { code: 'begaran-for-tidig', field: 'begaran.inkom' }],
    [{ begaran: { inkom: '2026-11-19', besvarad: '2026-11-18' } }, { code: 'datum-fore', field: 'begaran.besvarad' }],
    [{ begaran: { inkom: '2026-11-19', besvarad: '2026-11-21' } }, { code: 'datum-i-framtiden', field: 'begaran.besvarad' }],
  ])('%j is refused', (over, refused) => {
    expect(begar(oppen, over)).toEqual(refused);
  });
  const underratta = (records: TestRecord[], over: object = {}) =>
    kor(
      'utredning.noteraUnderrattelse',
      { ...mal, underrattelse: { dag: '2026-11-19', hur: 'Brev: läkarintyg saknas' }, sedd: null, ...over },
      records,
    );
  const mal = { utredningId: akt.utredning };
  test('KLOCK-11 the party was told of the delay (FL 11 §): nothing is left to tell, the six months run on', () => {
    const regel = fristregler().find(({ data }) => 'kod' in data && data.kod === 'utredning-sex-manader');
    const forsening = { kod: 'underratta-om-forsening', namn: 'Underrätta om försening?', tid: { antal: 2, enhet: 'manad' } };
    const medRegel = [{ ...regel, id: testId(790), data: { ...regel?.data, ...forsening } } as TestRecord, ...med(utredning(), ansokan())];
    const datum = (records: TestRecord[], kod = 'underratta-om-forsening') => av(records, kod).map((one) => [one.datum, one.tom]);
    expect(datum(medRegel)).toEqual([['2026-10-31', undefined]]);
    const efterat = efter(medRegel, underratta(medRegel));
    expect(datum(efterat), 'told late: until then').toEqual([['2026-10-31', '2026-11-18']]);
    expect(datum(efterat, 'utredning-sex-manader')).toEqual([['2027-02-28', undefined]]);
    const sedd = { dag: '2026-11-19', hur: 'Brev: läkarintyg saknas' };
    const itid = efter(efterat, underratta(efterat, { underrattelse: { ...sedd, dag: '2026-10-30' }, sedd }));
    expect(datum(itid)).toEqual([]);
    const borta = efter(efterat, underratta(efterat, { underrattelse: null, sedd }));
    expect(datum(borta), 'noted by mistake').toEqual(datum(medRegel));
    expect(underratta(efterat)).toEqual({ code: 'andrad-av-annan' });
    expect(underratta(efterat, { sedd: { ...sedd, hur: 'Samtal' } })).toEqual({ code: 'andrad-av-annan' });
  });
  test.each<[object, object]>([
    [{ underrattelse: { dag: '2026-11-21', hur: 'Brev' } }, { code: 'datum-i-framtiden', field: 'underrattelse.dag' }],
    [{ underrattelse: { dag: '2026-04-29', hur: 'Brev' } }, { code: 'datum-fore', field: 'underrattelse.dag' }],
    [{ underrattelse: { dag: '2026-11-19', hur: ' ' } }, { code: 'ogiltig-indata', field: 'underrattelse.hur' }],
    [{ utredningId: testId(999) }, { code: 'finns-inte', field: 'utredningId' }],
  ])('%j is refused', (over, refused) => {
    expect(underratta(oppen, over)).toEqual(refused);
  });
  test('FL 11–12 §§ hold only for what she has asked for; what was noted elsewhere can be answered and taken away', () => {
    for (const egen of [
      med(utredning({ inkomDatum: '2026-04-30' }), ansokan({ slag: 'omprovning' })),
      med(utredning({ lass: true }), ansokan()),
    ]) {
      expect(begar(egen)).toEqual({ code: 'ingen-ansokan' });
      expect(underratta(egen)).toEqual({ code: 'ingen-ansokan' });
      const [inkom, dag] = ['2026-09-03', '2026-11-02'];
      const noterad = egen.map(
        (one): TestRecord =>
          one.type === 'utredning'
            ? { ...one, data: { ...one.data, begaran: { ...signatur, inkom }, underrattelse: { ...signatur, dag, hur: 'Brev' } } }
            : one,
      );
      expect(begar(noterad, { begaran: { inkom, besvarad: '2026-11-20' }, sedd: { inkom } })).not.toHaveProperty('code');
      expect(begar(noterad, { begaran: { inkom: '2026-11-01' }, sedd: { inkom } })).toEqual({ code: 'ingen-ansokan' });
      expect(underratta(noterad, { underrattelse: null, sedd: { dag, hur: 'Brev' } })).not.toHaveProperty('code');
    }
  });
  test('none of a closed utredning, or of a beslut that is marked as wrong', () => {
    expect(underratta(med(utredning({ slutdatum: '2026-11-01' })))).toEqual({ code: 'utredningen-avslutad' });
    expect(begar(med(utredning({ slutdatum: '2026-11-01' })))).toEqual({ code: 'utredningen-avslutad' });
    expect(tagitDel(med(bifall(1, 'kontaktperson', { felmarkerad: true })))).toEqual({ code: 'redan-felmarkerat' });
  });
});

test('UPPF-04 a verkställighet is followed up by what was held of its beslut, or of one whose order it took in', () => {
  const records = med(bifall(1), bifall(2), verk(1, { startdatum: '2026-02-28' }), order(2, bekraftadI(1)));
  const dagar = (...mer: TestRecord[]) => av([...records, ...mer], 'folj-upp').map(({ datum }) => datum);
  expect(dagar(genomford(1, '2026-11-19'))).toContain('2027-11-19');
  expect(dagar(genomford(1, '2026-11-18', { beslutId: beslutId(2) }))).toContain('2027-11-18');
  expect(dagar(genomford(1, '2026-11-19', { felmarkering: { ...signatur, orsak: 'x' } }))).toEqual(dagar());
  expect(dagar(planerad(1, '2027-01-10'))).toEqual(dagar());
});

describe('UPPF-04 a planned uppföljning', () => {
  const kod = 'planerad-uppfoljning';
  test('has its day in the lists until it is held or taken away', () => {
    const records = med(bifall(1), planerad(1, '2027-05-03'), planerad(2, '2027-09-01'));
    expect(av(records, kod)).toMatchObject([
      {
        nyckel: `${kod}/${beslutId(1)}/${uppfoljningId(1)}`,
        ...{ ref: { type: 'beslut', id: beslutId(1) }, datum: '2027-05-03', enhet: 'lss' },
        hos: [{ agare: handlaggaren, visas: '2027-04-19' }],
      },
      { datum: '2027-09-01' },
    ]);
    const hallen = { dag: '2026-11-19', medVem: ['Den enskilde'], hur: 'Besök', mal: [], sammanfattning: 'x', utfall: 'oforandrat' };
    const mal = { beslutId: beslutId(1), uppfoljningId: uppfoljningId(1), sedd: uppfoljningRev(1), rev: testId(861) };
    const efterat = efter(records, kor('uppfoljning.genomfor', { ...hallen, ...mal }, records));
    expect(av(efterat, kod)).toMatchObject([{ datum: '2027-09-01' }]);
  });
  test.each<[string, TestRecord[]]>([
    ['taken away', med(bifall(1), planerad(1, '2027-05-03', { felmarkering: { ...signatur, orsak: 'x' } }))],
    ['of a beslut that is felmarkerat', med(bifall(1, 'kontaktperson', { felmarkerad: true }), planerad(1, '2027-05-03'))],
    ['of one that was closed', med(bifall(1, 'kontaktperson', { avslutad: signatur }), planerad(1, '2027-05-03'))],
    ['of one that ends long before', med(bifall(1, 'kontaktperson', { giltigTom: '2026-12-31' }), planerad(1, '2027-05-03'))],
  ])('%s has none', (_, records) => {
    expect(av(records, kod)).toEqual([]);
  });
  test('that was not held is shown as long as its beslut holds', () => {
    expect(av(med(bifall(1, 'kontaktperson', { giltigTom: '2027-06-30' }), planerad(1, '2027-05-03')), kod)).toMatchObject([
      { tom: '2027-06-30' },
    ]);
  });
});

test('MOTE-03 a planned meeting is in the list of who is to be there from its day, until it is held or inställt', () => {
  const rader = (over: Parameters<typeof mote>[1] = {}) => av(med(mote(1, over)), 'planerat-mote');
  expect(rader()).toMatchObject([
    { datum: '2026-11-20', vad: 'Hembesök kl. 10.00', hos: [{ agare: { anvandareId: testId(1) }, visas: '2026-11-20' }] },
  ]);
  expect(rader({ anvandareIds: [testId(7)] })[0]?.hos).toMatchObject([{ agare: { anvandareId: testId(7) } }]);
  expect(rader({ anvandareIds: [testId(7), testId(1)] })[0]?.hos, 'each of them has it').toEqual(
    [testId(7), testId(1)].map((anvandareId) => ({ agare: { anvandareId }, visas: '2026-11-20' })),
  );
  expect(rader({ hallet: signatur })).toEqual([]);
  expect(rader({ installt: { ...signatur, orsak: 'x' } })).toEqual([]);
  expect(rader({ felmarkering: { ...signatur, orsak: 'x' } })).toEqual([]);
});

test.each(['2026-11-10', '2026-11-20', '2026-00-00', '0000-00-00'])(
  'MOTE-03 with who died %s there is no meeting, whatever is known of the day; one with others about her is held',
  (avliden) => {
    const efter = (over: Parameters<typeof mote>[1]) =>
      av(
        med(mote(1, over)).map((one) => (one.type === 'person' ? { ...one, data: { ...one.data, avliden } } : one) as TestRecord),
        'planerat-mote',
      );
    expect(efter({})).toEqual([]);
    expect(efter({ enskild: false, andra: ['Åke Berg'] })).toMatchObject([{ datum: '2026-11-20', hos: [{ visas: '2026-11-20' }] }]);
  },
);

describe('SAMT-06 a samtycke with an end', () => {
  const kod = 'samtycke-upphor';
  test('is told of a month before, once, until it is over, taken back or goes on', () => {
    const records = med(samtycke(1, { tom: '2027-03-01' }), samtycke(2, { till: { namn: 'Försäkringskassan' } }));
    expect(av(records, kod)).toMatchObject([
      {
        nyckel: `${kod}/${akt.person}/lss/${samtyckeId(1)}`,
        ...{ datum: '2027-03-01', tom: '2027-03-31', enhet: 'lss', vad: 'Kontakt med närstående: Ekström, Åsa' },
        hos: [{ visas: '2027-01-30' }],
      },
    ]);
    const dag = (...mer: Parameters<typeof samtycke>[]) => av(med(...mer.map((one) => samtycke(...one))), kod);
    expect(dag([1, { tom: '2027-03-01', aterkallat: aterkallat('2026-11-19') }])).toEqual([]);
    expect(dag([1, { tom: '2027-03-01', felmarkering: { ...signatur, orsak: 'x' } }])).toEqual([]);
    expect(dag([1, { tom: '2027-03-01' }], [2, { fran: '2027-03-02' }])).toEqual([]);
    expect(dag([1, { tom: '2027-03-01' }], [2, { fran: '2027-03-03' }]), 'a day between them').toHaveLength(1);
  });
});

test('FORB-66 an approval in the e-service is told of a month before its last day, until it is ended', () => {
  const kod = 'godkannande-upphor';
  expect(av(med(godkannande(1, { tom: '2027-03-01' })), kod)).toMatchObject([
    {
      nyckel: `${kod}/${akt.person}/lss/${godkannandeId(1)}`,
      ...{ datum: '2027-03-01', tom: '2027-03-31', enhet: 'lss', vad: 'Ekström, Åsa', hos: [{ visas: '2027-01-30' }] },
    },
  ]);
  expect(av(med(godkannande(1, { tom: '2027-03-01', lage: 'avslutad' })), kod)).toEqual([]);
});

describe('KLOCK-04 what hangs on it', () => {
  const rad = (records: TestRecord[]) => av(records, 'utredning-sex-manader')[0];
  const skjut = (records: TestRecord[], over: object = {}, n = 0, actor?: Actor) =>
    kor(
      'frist.skjutUpp',
      {
        ...{ enhet: 'lss', nyckel: `utredning-sex-manader/${akt.utredning}`, skjutningId: testId(860 + n), datum: '2027-02-28' },
        ...{ till: '2027-02-15', skal: 'Väntar på läkarintyg', sedd: null, rev: testId(870 + n) },
        ...over,
      },
      [...records, ...fristregler()],
      actor,
    );
  const records = med(utredning(), ansokan());

  test('put off it is in no list until that day, with who, when and why', () => {
    const efterat = efter(records, skjut(records));
    expect(rad(efterat)).toMatchObject({
      uppskjuten: { skjutningId: testId(860), rev: testId(870), till: '2027-02-15', skal: 'Väntar på läkarintyg', av: 'Karin Ek' },
      hos: [{ visas: '2027-02-15' }, { visas: '2027-02-28' }],
    });
    const [fore, pa] = ['2027-02-14', '2027-02-15'].map((day) => isAktuell(rad(efterat) as Fristrad, day));
    expect([fore, pa]).toEqual([false, true]);
  });

  test('the enhetschef is told on their own day, whoever else put it off; one who puts it off themselves is not', () => {
    const chef = testActor({ id: kat.enhetschef, namn: 'Ulla Ström', roller: ['enhetschef'] });
    const visas = (actor?: Actor) => rad(efter(records, skjut(records, { till: '2027-06-01' }, 0, actor)))?.hos.map((one) => one.visas);
    expect(visas()).toEqual(['2027-06-01', '2027-02-28']);
    expect(visas(chef)).toEqual(['2027-06-01', '2027-06-01']);
    const efterat = efter(records, skjut(records, { till: '2027-06-01' }, 0, chef));
    const igen = efter(efterat, skjut(efterat, { till: '2027-07-01', sedd: testId(870) }, 1));
    expect(
      rad(igen)?.hos.map((one) => one.visas),
      'put off again by another',
    ).toEqual(['2027-07-01', '2027-02-28']);
  });

  test('MOTE-03 of several at a meeting one puts it off for themselves; one who is not of them, for all', () => {
    const [karin, ulla] = [testActor(), testActor({ id: kat.enhetschef, namn: 'Ulla Ström', roller: ['enhetschef'] })];
    const traff = med(mote(1, { dag: '2026-11-20', anvandareIds: [karin.id, ulla.id] }));
    const motet = (records: TestRecord[]) => av(records, 'planerat-mote')[0];
    const { nyckel = '', datum = '' } = motet(traff) ?? {};
    const visas = (actor: Actor) =>
      motet(efter(traff, skjut(traff, { nyckel, datum, till: '2026-12-01' }, 0, actor)))?.hos.map((one) => one.visas);
    expect(visas(karin)).toEqual(['2026-12-01', '2026-11-20']);
    expect(visas(ulla), 'the enhetschef, for herself').toEqual(['2026-11-20', '2026-12-01']);
    expect(visas(testActor({ id: testId(77), namn: 'Per Öberg' }))).toEqual(['2026-12-01', '2026-12-01']);
  });

  test('it is shown again when its day changes', () => {
    const tidigare = efter(records, skjut(records)).map((one) =>
      one.id === akt.utredning ? utredning({ inkomDatum: '2026-08-20' }) : one,
    );
    expect(rad(tidigare)).toMatchObject({ datum: '2027-02-20', hos: [{ visas: '2027-01-21' }, {}] });
    expect(rad(tidigare)?.uppskjuten).toBeUndefined();
  });

  test('two people: whoever did not see the other’s is told, and so is whoever saw another day', () => {
    const efterat = efter(records, skjut(records));
    expect(skjut(efterat, { till: '2027-03-15' }, 1)).toEqual({ code: 'andrad-av-annan' });
    const igen = efter(efterat, skjut(efterat, { till: '2027-03-15', sedd: testId(870) }, 1));
    expect(igen.filter(({ type }) => type === 'fristskjutning').map(({ id }) => id)).toEqual([testId(860)]);
    expect(rad(igen)).toMatchObject({ uppskjuten: { till: '2027-03-15', rev: testId(871) } });
    expect(skjut(records, { datum: '2027-03-01' })).toEqual({ code: 'andrad-av-annan' });
  });

  test('taken back it is in the lists at once; whoever did not see another’s is told', () => {
    const efterat = efter(records, skjut(records));
    const visa = (alla: TestRecord[], sedd = testId(870)) =>
      kor('frist.visaIgen', { skjutningId: testId(860), sedd }, [...alla, ...fristregler()]);
    expect(visa(efterat)).toEqual([{ op: 'delete', type: 'fristskjutning', id: testId(860) }]);
    expect(visa(efterat, testId(999))).toEqual({ code: 'andrad-av-annan' });
    expect(visa(records), 'taken back already').toEqual([]);
  });

  test('what is gone is off the list as the user wanted', () => {
    expect(skjut(med(utredning({ slutdatum: '2026-11-19' }), ansokan()))).toEqual([]);
    expect(skjut(records, { nyckel: 'ingenting' })).toEqual([]);
  });

  test.each<[object, object]>([
    [{ till: '2026-11-20' }, { code: 'datum-fore', field: 'till' }],
    [{ till: '2027-11-21' }, { code: 'datum-efter', field: 'till' }],
    [{ skal: ' ' }, { code: 'ogiltig-indata', field: 'skal' }],
    [{ enhet: 'bistand' }, { code: 'annan-enhet', field: 'enhet' }],
  ])('%j is refused', (over, refused) => {
    expect(skjut(records, over)).toEqual(refused);
  });

  test('of what hangs on notes too: the rule reads those of the object and no others', () => {
    const note: TestRecord = { type: 'anteckning', id: testId(70), data: testAnteckning() };
    const skrivna = med(utredning(), ansokan(), note);
    const osignerad = { nyckel: `osignerad-anteckning/${testId(70)}`, datum: '2026-11-26', till: '2026-12-24' };
    expect(av(efter(skrivna, skjut(skrivna, osignerad)), 'osignerad-anteckning')).toMatchObject([{ hos: [{ visas: '2026-12-24' }] }]);
    const tyst = { nyckel: `utredning-tyst/${akt.utredning}`, datum: '2026-12-19', till: '2026-12-24' };
    expect(av(efter(skrivna, skjut(skrivna, tyst)), 'utredning-tyst')).toMatchObject([{ hos: [{ visas: '2026-12-24' }] }]);
  });
});

test('OSL 26:1 each unit’s rows are of its own records, and what is common is each one’s for itself', () => {
  const person = med().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
  const tva: TestRecord = { ...person, data: { ...person.data, enheter: ['lss', 'bistand'] } };
  const annans = { ...bifall(2, 'trygghetslarm'), data: { ...bifall(2, 'trygghetslarm').data, enhet: 'bistand' } } as TestRecord;
  const fyller = av(med(tva, annans), 'fyller-18');
  expect(fyller.map(({ nyckel, enhet }) => [nyckel, enhet])).toEqual([
    [`fyller-18/${akt.person}/bistand`, 'bistand'],
    [`fyller-18/${akt.person}/lss`, 'lss'],
  ]);
  const alla = rader(med(tva, annans));
  expect(alla.filter(({ ref }) => ref.id === beslutId(2)).map(({ enhet }) => enhet)).toEqual(['bistand']);
  const ensam = rader(med(tva));
  expect(alla.filter(({ enhet }) => enhet === 'lss')).toEqual(ensam.filter(({ enhet }) => enhet === 'lss'));
});

test('KLOCK-05 the same rows in whatever order the records came', () => {
  const allt = med(
    ...[utredning(), ansokan(), bifall(1), bifall(2, 'korttidsvistelse', { giltigTom: '2027-01-31' }), verk(1), order(1, bekraftadI(1))],
    ...[order(2, { beslutId: beslutId(1), gallerFran: '2027-02-01', ersatter: orderId(1) })],
    { type: 'anteckning', id: testId(70), data: testAnteckning() },
  );
  const akten = allt.filter(({ type }) => !['insats', 'utforare'].includes(type));
  const katalogen = allt.filter(({ type }) => ['insats', 'utforare'].includes(type));
  const rätt = rader([...akten, ...katalogen]);
  expect(rätt.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(fc.shuffledSubarray(akten, { minLength: akten.length }), (blandade) => {
      expect(rader([...blandade, ...katalogen])).toEqual(rätt);
    }),
    { numRuns: 50 },
  );
});

test('KLOCK-02 the municipality’s own rules hold against their schema, no two of a kod on one day', () => {
  const egna = JSON.parse(readFileSync(new URL('../../../resources/catalogue/fristregler.json', import.meta.url), 'utf8')) as {
    id: string;
    data: unknown;
  }[];
  const lasta = egna.map(({ data }) => recordSchemas.fristregel.parse(data));
  expect(new Set(egna.map(({ id }) => id)).size).toBe(egna.length);
  for (const one of lasta) {
    const andra = lasta.filter((other) => other !== one && other.kod === one.kod);
    expect(andra.filter(({ fran, tom }) => fran <= (one.tom ?? '9999') && (tom ?? '9999') >= one.fran)).toEqual([]);
  }
});
