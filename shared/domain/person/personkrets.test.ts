import { describe, expect, test } from 'vitest';
import { systemaktor } from '../systemaktor.ts';
import { fatta, fattat, kretsAv, medKrets, nyttBeslut, underlag } from '../testing/beslut.ts';
import { testDecideAny } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { personkretsAkt, registreradPersonkrets } from './personkrets.ts';
import type { Person } from './records.ts';

/** The kund as a program of before left her: the personkrets among what is common. */
const avForr = (records: TestRecord[], over: object = {}): TestRecord[] =>
  records.map((one) => (one.id === akt.person ? ({ ...one, data: { ...one.data, personkrets: '2', ...over } } as TestRecord) : one));
const bistands: TestRecord = {
  type: 'utredning',
  id: testId(21),
  data: {
    ...{ typ: 'SoL Utredning', startdatum: '2026-10-01', inkomDatum: '2026-10-01', enhet: 'bistand' },
    ...{ ansvarigHandlaggareId: testId(5), organisationId: testId(6) },
  },
};
const registrerad = (records: TestRecord[], enhet: string) => {
  const state = stateOf(records);
  return registreradPersonkrets(personkretsAkt(state, state.get('person', akt.person) as Person), enhet);
};
const kor = (records: TestRecord[], name: Parameters<typeof testDecideAny>[0], input: object, actor = testActor()): TestRecord[] =>
  applied(records, testDecideAny(name, input, stateOf(records), { ...testContext(actor), kommandoId: testId(800) }));
const fordela = (records: TestRecord[]) => kor(records, 'akt.fordela', { personId: akt.person }, systemaktor('Fördelning'));

describe('OSL 26:1 FORB-25 the personkrets is the unit’s that assessed it', () => {
  test('a beslut of one unit registers nothing for another, and asks nothing of what another has', () => {
    const deras = avForr(underlag(medKrets('1')), { personkrets: undefined, enheter: ['lss', 'bistand'] });
    const records = [...deras, bistands];
    expect([registrerad(records, 'lss'), registrerad(records, 'bistand')]).toEqual(['1', undefined]);
    const egen = fatta(
      [nyttBeslut(1, { personkrets: '3', beslutsfattare: { slag: 'handlaggare', anvandareId: testId(1), namn: 'Karin Ek' } })],
      {
        records: records.map(
          (one): TestRecord => (one.id === akt.utredning ? ({ ...one, data: { ...one.data, enhet: 'bistand' } } as TestRecord) : one),
        ),
        actor: testActor({ enheter: ['bistand'] }),
        personkretsSedd: null,
        lssInsatser: { slag: 'avsta', skal: 'Utförs av LSS' },
      },
    );
    const state = stateOf(applied(records, egen));
    expect([kretsAv(state, 'lss'), kretsAv(state, 'bistand')]).toEqual(['1', '3']);
  });

  test('nothing of it is written to what every unit reads, nor to the common half of the history', () => {
    const records = underlag();
    const input = { personId: akt.person, utredningId: akt.utredning, avslutaUtredning: false, sedda: [], personkretsSedd: null };
    const after = kor(records, 'beslut.fatta', { ...input, beslut: [nyttBeslut(1)], lssInsatser: { slag: 'finns' } });
    const person = (all: TestRecord[]) => all.find(({ id }) => id === akt.person)?.data;
    expect(person(after)).toEqual(person(records));
    const handelser = after.filter(({ type }) => type === 'handelse').map(({ data }) => data);
    expect(handelser).toMatchObject([{ enhet: 'lss', kommando: 'beslut.fatta' }]);
    expect(JSON.stringify(handelser)).toContain('"falt":"personkrets","till":"1"');
  });

  test('one record a unit, however many beslut', () => {
    const ett = applied(underlag(), fatta([nyttBeslut(1)], { personkretsSedd: null }));
    const tva = applied(
      ett,
      fatta([nyttBeslut(2, { personkrets: '2', giltigFran: '2027-06-01' })], { records: ett, personkretsSedd: '1', samtidigSkal: 'Två' }),
    );
    expect(tva.filter(({ type }) => type === 'personkrets').map(({ data }) => data)).toEqual([{ enhet: 'lss', personkrets: '2' }]);
  });
});

describe('the personkrets that a program of before left among what is common', () => {
  test('is the unit’s that made a beslut with it, else of the one that registered the kund', () => {
    const med = avForr(underlag(fattat(1, { personkrets: '2', enhet: 'lss' })), { enheter: ['bistand', 'lss'] });
    expect([registrerad(med, 'lss'), registrerad(med, 'bistand')]).toEqual(['2', undefined]);
    const utan = avForr(underlag(), { enheter: ['lss', 'bistand'] });
    expect([registrerad(utan, 'lss'), registrerad(utan, 'bistand')]).toEqual(['2', undefined]);
  });

  test('a command that was queued with it is decided as it was meant', () => {
    const records = avForr(underlag());
    const ny = (over: object) => fatta([nyttBeslut(1, { personkrets: '1' })], { records, ...over });
    expect(ny({ personkretsSedd: null })).toEqual({ code: 'personkrets-andrad', field: 'beslut.0.personkrets' });
    expect(kretsAv(stateOf(applied(records, ny({ personkretsSedd: '2' }))))).toBe('1');
    // The same as it is registered: there is nothing to write.
    const samma = fatta([nyttBeslut(1, { personkrets: '2' })], { records, personkretsSedd: '2' });
    expect(stateOf(applied(records, samma)).list('personkrets')).toEqual([]);
  });

  const taUpp = {
    ...{ personId: akt.person, personnummer: '200912312386', enhet: 'bistand', grund: 'samtycke', skal: 'Söker hemtjänst' },
    ...{ bevakningId: testId(340), rev: testId(501) },
  };
  const henrik = testActor({ id: testId(5), roller: ['bistandshandlaggare'], enheter: ['bistand'] });

  test('is moved before another unit reads what is common, and no history tells of it', () => {
    const after = kor(avForr(underlag()), 'person.taUpp', taUpp, henrik);
    const state = stateOf(after);
    expect(state.get('person', akt.person)).not.toHaveProperty('personkrets');
    expect([registrerad(after, 'lss'), registrerad(after, 'bistand')]).toEqual(['2', undefined]);
    expect(state.list('personkrets').map(({ data }) => data)).toEqual([{ enhet: 'lss', personkrets: '2', franPersonen: true }]);
    expect(state.list('handelse').map(({ data }) => [data.kommando, data.enhet, data.gemensam])).toEqual([
      ['person.taUpp', 'bistand', undefined],
      ['person.taUpp', 'lss', undefined],
    ]);
    expect(JSON.stringify(state.list('handelse'))).not.toContain('personkrets');
  });

  test('one that the unit has registered since is kept', () => {
    const after = kor(avForr(underlag(medKrets('3'))), 'person.taUpp', taUpp, henrik);
    expect(registrerad(after, 'lss')).toBe('3');
    expect(stateOf(after).get('person', akt.person)).not.toHaveProperty('personkrets');
  });

  test('is moved in an akt that several units have, to each that made a beslut with it, once', () => {
    const { enhet: _, ...omarkt } = bistands.data as { enhet?: string };
    const records = avForr(
      underlag(
        { ...bistands, data: { ...omarkt, ansvarigHandlaggareId: testId(5) } as never },
        { type: 'anvandare', id: testId(5), data: { ...henrik, titel: 'Biståndshandläggare' } as never },
        fattat(1, { personkrets: '2' }),
        fattat(2, { personkrets: '2', utredningId: testId(21) }),
      ),
      { enheter: ['lss', 'bistand'] },
    );
    const after = fordela(records);
    expect([registrerad(after, 'lss'), registrerad(after, 'bistand')]).toEqual(['2', '2']);
    expect(stateOf(after).get('person', akt.person)).not.toHaveProperty('personkrets');
    expect(fordela(after)).toEqual(after);
  });
});
