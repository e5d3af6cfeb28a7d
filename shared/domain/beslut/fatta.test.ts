import { describe, expect, test } from 'vitest';
import { etjanstId } from '../etjanst/records.ts';
import {
  chefen,
  egen,
  fatta,
  fattat,
  kretsAv,
  medKrets,
  nyttBeslut,
  testAktualisering,
  today,
  underlag,
  utskottet,
} from '../testing/beslut.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testId, testVerkstallighet } from '../testing/state.ts';
import type { BeslutInput } from './input.ts';
import type { Beslut } from './records.ts';

const i = kat.insats;
const efter = (beslut: BeslutInput[], val: Parameters<typeof fatta>[1] = {}) => {
  const records = val.records ?? underlag();
  return stateOf(applied(records, fatta(beslut, { ...val, records })));
};
const assistans = (over: Partial<BeslutInput> = {}) =>
  nyttBeslut(1, { insatsId: i.assistans, omfattning: { minuter: 630, enhet: 'Månad' }, ...over });
const utredning = (over: object): TestRecord => {
  const found = testAkt().find(({ type }) => type === 'utredning');
  if (found?.type !== 'utredning') throw new Error('no utredning');
  return { ...found, data: { ...found.data, ...over } };
};
const vill: TestRecord[] = [
  { type: 'vardelista', id: testId(790), data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss', bevakaUtskick: true }] } },
];
const etjanst = (lage: 'vantarPaNatten' | 'aktiv'): TestRecord => ({
  ...{ type: 'etjanst', id: etjanstId(akt.person) },
  data: {
    lage,
    begard: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T09:00:00.000Z' },
    inkomstblankett: true,
    rev: testId(791),
  },
});
const utanLss = (): TestRecord[] => underlag().filter(({ id }) => id !== akt.lssInsatser);

describe('BESLUT-GEN-01 BESLUT-GEN-07 beslut.fatta', () => {
  test('FORB-20 FORB-23 a bifall as it was filled in; category, code and name by the catalogue', () => {
    const givet = assistans({ giltigTom: '2027-11-30' });
    const { id, rev, ...falt } = givet;
    expect(efter([givet]).get('beslut', id)).toEqual({
      enhet: 'lss',
      ...falt,
      utredningId: akt.utredning,
      beslutskod: 'LSS_PERSONLIG_ASSISTENT_BIFALL',
      beslutsnamn: 'LSS Personlig assistent Bifall',
      insatskategori: 'Personlig ass LSS',
      rev,
    });
  });

  test.each([
    ['inactive', [], 'E-tjänsten är inte aktiv. Skicka beslutet med post.'],
    ['active, of one who cannot sign in', [etjanst('aktiv')], 'Kunden är under 18 år. Skicka beslutet med post.'],
  ])('FORB-59 where the unit wants it, who decided gets one bevakning to send what was decided; the e-service is %s', (_, mer, text) => {
    const records = [...underlag(), ...vill, ...mer];
    expect(
      efter([nyttBeslut(1), assistans({ id: testId(202) })], { records })
        .list('bevakning')
        .map(({ data }) => data),
    ).toMatchObject([
      { typ: 'Skicka beslut', datum: today, text, bevakasAvId: testId(1), ref: { type: 'beslut', id: testId(201) }, enhet: 'lss' },
    ]);
  });

  test('FORB-59 FRAGA-62 of one who is protected nothing is said to be sent by itself, nor to where; without the unit’s wish there is none', () => {
    const skyddad = underlag().map(
      (one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, skydd: 'sekretessmarkering' } } : one),
    );
    const [bevakning] = efter([nyttBeslut(1)], { records: [...skyddad, ...vill] }).list('bevakning');
    expect(bevakning?.data.text).toMatch(/skyddade personuppgifter/);
    const langst = efter([assistans({ omfattning: { minuter: 6000, enhet: 'Månad' }, beslutsfattare: utskottet })], {
      records: [...skyddad, ...vill],
    });
    expect(langst.list('bevakning')[0]?.data.text, 'with all that it can say').toMatch(/personuppgifter.*protokollet/);
    expect(efter([nyttBeslut(1)]).list('bevakning')).toEqual([]);
  });

  test('several at once; the utredning stays open until Utredning avslutas is ticked', () => {
    const state = efter([nyttBeslut(1), assistans({ id: testId(202) })]);
    expect(state.list('beslut')).toHaveLength(2);
    expect(state.get('utredning', akt.utredning)?.slutdatum).toBeUndefined();
  });

  test('BESLUT-GEN-05 FRAGA-09 the utredning ends with the latest beslutsdatum', () => {
    const state = efter([nyttBeslut(1), nyttBeslut(2, { insatsId: i.dagligVerksamhet, beslutsdatum: '2026-11-18' })], {
      avslutaUtredning: true,
    });
    expect(state.get('utredning', akt.utredning)?.slutdatum).toBe(today);
  });

  test('FORB-22 closing with an aktualisering left over is confirmed by the user', () => {
    const records = underlag(testAktualisering(1, { insatsId: i.assistans }));
    const avvisat = { code: 'aktualisering-utan-beslut', field: 'avslutaUtredning' };
    expect(fatta([nyttBeslut(1)], { records, avslutaUtredning: true })).toEqual(avvisat);
    const state = efter([nyttBeslut(1)], { records, avslutaUtredning: true, kvarAktualisering: true });
    expect(state.get('utredning', akt.utredning)?.slutdatum).toBe(today);
  });

  test('FORB-25 personkrets is what the unit has registered too; the form of the person is not disturbed', () => {
    const state = efter([nyttBeslut(1, { personkrets: '3' })]);
    expect([state.get('beslut', testId(201))?.personkrets, kretsAv(state)]).toEqual(['3', '3']);
    expect(state.get('person', akt.person)?.rev).toBe(stateOf(underlag()).get('person', akt.person)?.rev);
  });

  test('FORB-25 FRAGA-61 a personkrets that another has registered since is not overwritten', () => {
    const records = underlag(medKrets('2'));
    const ett = [nyttBeslut(1, { personkrets: '1' })];
    const nekat = { code: 'personkrets-andrad', field: 'beslut.0.personkrets' };
    expect(fatta(ett, { records, personkretsSedd: '1' })).toEqual(nekat);
    expect(fatta(ett, { records, personkretsSedd: null })).toEqual(nekat);
    expect(kretsAv(efter(ett, { records, personkretsSedd: '2' }))).toBe('1');
    // A program that does not say what it saw: the beslut is taken, what is registered stays.
    const utan = efter(ett, { records });
    expect([kretsAv(utan), utan.get('beslut', testId(201))?.personkrets]).toEqual(['2', '1']);
  });

  test('DELEG-03 the individutskottet decides, under the name of the catalogue', () => {
    const mycket = assistans({ omfattning: { minuter: 186 * 60, enhet: 'Månad' }, beslutsfattare: { ...utskottet, namn: 'Nämnden' } });
    expect(efter([mycket]).get('beslut', testId(201))?.beslutsfattare).toEqual(utskottet);
    expect(efter([nyttBeslut(1, { insatsId: i.bostadVuxna, beslutsfattare: chefen })]).get('beslut', testId(201))?.beslutsfattare).toEqual(
      chefen,
    );
  });

  test('FRAGA-10 the user’s own name of a beslut', () => {
    const records = underlag(utredning({ typ: 'LSS skälig kostnad' }));
    const fritt = nyttBeslut(1, { insatsId: i.fri, benamning: 'Ersättning för mars' });
    expect(efter([fritt], { records }).get('beslut', testId(201))?.beslutsnamn).toBe('Ersättning för mars');
  });

  test('FRAGA-25 extern placering is marked, and decided by the individutskottet', () => {
    const extern = nyttBeslut(1, { externPlacering: true, beslutsfattare: utskottet });
    expect(efter([extern]).get('beslut', testId(201))?.externPlacering).toBe(true);
    expect(fatta([{ ...extern, beslutsfattare: egen }])).toEqual({ code: 'fel-beslutsfattare', field: 'beslut.0.beslutsfattare' });
  });

  test('BESLUT-DV-04 of SoL: no personkrets and no LSS Insatser', () => {
    const records = underlag(utredning({ typ: 'IBIC utredning' }));
    const { personkrets: _, ...larm } = nyttBeslut(1, { insatsId: i.trygghetslarm });
    expect(efter([larm], { records, lssInsatser: undefined }).get('beslut', testId(201))?.personkrets).toBeUndefined();
  });
});

describe('BEST-GEN-02 FRAGA-61 two who decide the same', () => {
  const annan = (over: Partial<Beslut> = {}) => underlag(fattat(9, { giltigFran: '2026-12-01', ...over }));
  const ett = (over: Partial<BeslutInput> = {}) => [nyttBeslut(1, over)];

  test.each<[string, Partial<Beslut>, Partial<BeslutInput>]>([
    ['the same days', {}, {}],
    ['another period', { giltigTom: '2026-12-31' }, { giltigFran: '2027-01-01' }],
    ['the other refused it', { utfall: 'avslag' }, {}],
    ['this one refuses it', {}, { utfall: 'avslag' }],
  ])('one decides while the other fills in: the form that did not show it is refused (%s)', (_, deras, mitt) => {
    expect(fatta(ett(mitt), { records: annan(deras), sedda: [] })).toEqual({ code: 'redan-beslutat', field: 'sedda' });
    expect(fatta(ett(mitt), { records: annan(deras), samtidigSkal: 'Två behövs' })).not.toHaveProperty('code');
  });

  test('another insats, a felmarkerat one or one of another utredning with other days is none of it', () => {
    for (const over of [{ insatsId: i.dagligVerksamhet }, { felmarkerad: true }, { utredningId: testId(777), giltigTom: '2026-11-30' }])
      expect(fatta(ett(), { records: annan({ giltigFran: '2026-11-01', ...over }), sedda: [] })).not.toHaveProperty('code');
  });

  test('a second bifall for the same days needs a reason, which it keeps; also from another utredning', () => {
    for (const over of [{}, { utredningId: testId(777) }, { giltigTom: '2026-12-01' }]) {
      expect(fatta(ett(), { records: annan(over) })).toEqual({ code: 'bifall-samtidigt', field: 'beslut.0.samtidigSkal' });
      const state = efter(ett(), { records: annan(over), samtidigSkal: 'Två kontaktpersoner' });
      expect(state.get('beslut', testId(201))?.samtidigSkal).toBe('Två kontaktpersoner');
    }
  });

  test('two in one form, and a month of a series that there is already', () => {
    const tva = [nyttBeslut(1), nyttBeslut(2)];
    expect(fatta(tva)).toEqual({ code: 'bifall-samtidigt', field: 'beslut.0.samtidigSkal' });
    expect(
      efter(tva, { samtidigSkal: 'Två' })
        .list('beslut')
        .map(({ data }) => data.samtidigSkal),
    ).toEqual(['Två', 'Två']);
    const serie = { slag: 'serie' as const, id: testId(700) };
    const manad = (n: number, fran: string, tom: string) =>
      nyttBeslut(n, { insatsId: i.utokning, omfattning: { minuter: 60, enhet: 'År' }, giltigFran: fran, giltigTom: tom, koppling: serie });
    const manader = [manad(1, '2026-12-01', '2026-12-31'), manad(2, '2027-01-01', '2027-01-31')];
    expect(fatta(manader)).not.toHaveProperty('code');
    const records = annan({ insatsId: i.utokning, giltigFran: '2027-01-01', giltigTom: '2027-01-31' });
    expect(fatta(manader, { records })).toEqual({ code: 'bifall-samtidigt', field: 'beslut.1.samtidigSkal' });
    const state = efter(manader, { records, samtidigSkal: 'Utökas' });
    expect(manader.map(({ id }) => state.get('beslut', id)?.samtidigSkal)).toEqual([undefined, 'Utökas']);
  });

  test('what an older program queued is taken: it was not asked', () => {
    expect(fatta(ett(), { records: annan(), sedda: null })).not.toHaveProperty('code');
  });
});

describe('what is refused, and where', () => {
  test.each<[string, Partial<BeslutInput>, string, string]>([
    ['an insats the catalogue lacks', { insatsId: testId(777) }, 'finns-inte-i-katalogen', 'insatsId'],
    ['an insats no longer in use', { insatsId: i.nedlagd }, 'finns-inte-i-katalogen', 'insatsId'],
    ['UTR-04 an insats of another utredningstyp', { insatsId: i.trygghetslarm }, 'stammer-inte-med-katalogen', 'insatsId'],
    ['FORB-30 LASS outside its own entry', { insatsId: i.lass }, 'stammer-inte-med-katalogen', 'insatsId'],
    ['a name of one’s own where there is one', { benamning: 'Annat' }, 'stammer-inte-med-katalogen', 'benamning'],
    ['a beslutsdatum to come', { beslutsdatum: '2026-11-21' }, 'datum-i-framtiden', 'beslutsdatum'],
    ['a beslutsdatum before the utredning', { beslutsdatum: '2026-08-31' }, 'datum-fore', 'beslutsdatum'],
    ['an end before the start', { giltigTom: '2026-11-30' }, 'datum-fore', 'giltigTom'],
    ['BESLUT-REK-05 hours for kontaktperson', { omfattning: { minuter: 60, enhet: 'Månad' } }, 'timmar-anvands-inte', 'omfattning'],
    ['BESLUT-PA-07 no hours for assistans', { insatsId: i.assistans }, 'timmar-kravs', 'omfattning'],
    [
      'FORB-20 hours in another unit',
      { insatsId: i.assistans, omfattning: { minuter: 60, enhet: 'Vecka' } },
      'enheten-stammer-inte',
      'omfattning',
    ],
    ['hours of an avslag', { utfall: 'avslag', omfattning: { minuter: 60, enhet: 'Månad' } }, 'timmar-anvands-inte', 'omfattning'],
    ['BESLUT-KORT-05 korttidsvistelse without nivå', { insatsId: i.korttidsvistelse }, 'niva-kravs', 'niva'],
    ['a nivå that does not exist', { insatsId: i.korttidsvistelse, niva: '4' }, 'niva-stammer-inte', 'niva'],
    ['a nivå of an insats without', { niva: '1' }, 'niva-stammer-inte', 'niva'],
    ['BESLUT-GEN-04 no personkrets for a new kund', { personkrets: undefined }, 'personkrets-kravs', 'personkrets'],
    ['BESLUT-GEN-04 nor at an avslag', { utfall: 'avslag', personkrets: undefined }, 'personkrets-kravs', 'personkrets'],
    [
      'a beslutsfattare who is none',
      { beslutsfattare: { ...egen, anvandareId: kat.systemforvaltare } },
      'fel-beslutsfattare',
      'beslutsfattare',
    ],
    ['DELEG-02 a handläggare for bostad vuxna', { insatsId: i.bostadVuxna }, 'fel-beslutsfattare', 'beslutsfattare'],
    [
      'DELEG-03 a handläggare for 87 hours a month',
      { insatsId: i.assistans, omfattning: { minuter: 87 * 60, enhet: 'Månad' } },
      'fel-beslutsfattare',
      'beslutsfattare',
    ],
    ['an organisation that does not exist', { organisationId: testId(777) }, 'finns-inte-i-katalogen', 'organisationId'],
    [
      'BESLUT-PA-05 tillfällig utökning without an end',
      { insatsId: i.utokning, omfattning: { minuter: 60, enhet: 'År' } },
      'ogiltig-indata',
      'giltigTom',
    ],
    [
      'BESLUT-PA-05 tillfällig utökning over two months',
      { insatsId: i.utokning, omfattning: { minuter: 60, enhet: 'År' }, giltigTom: '2027-01-01' },
      'datum-efter',
      'giltigTom',
    ],
    ['FORB-28 stödfamilj alone', { insatsId: i.stodfamilj, niva: '1' }, 'par-kravs', 'koppling'],
  ])('%s', (_, over, code, falt) => {
    // Beside one that is right, so that the field tells which of the two is meant.
    expect(fatta([nyttBeslut(1, { insatsId: i.dagligVerksamhet }), nyttBeslut(2, over)])).toEqual({ code, field: `beslut.1.${falt}` });
  });

  test.each([
    [
      'the utredning is ended',
      { records: underlag(utredning({ slutdatum: '2026-10-01' })) },
      { code: 'utredningen-avslutad', field: 'utredningId' },
    ],
    ['no such utredning', { utredningId: testId(777) }, { code: 'finns-inte' }],
    ['the id is taken', { records: underlag(fattat(1)) }, { code: 'finns-redan', field: 'beslut.0.id' }],
    ['by staff of a utförare', { actor: testActor({ roller: ['utforare'] }) }, { code: 'behorighet-saknas' }],
    ['by an avgiftshandläggare', { actor: testActor({ roller: ['avgiftshandlaggare'] }) }, { code: 'behorighet-saknas' }],
    ['FORB-27 nothing is said of LSS Insatser', { lssInsatser: undefined }, { code: 'lss-insatser-saknas', field: 'lssInsatser' }],
    ['FORB-27 it is said to be open and is not', { records: utanLss() }, { code: 'lss-insatser-saknas', field: 'lssInsatser' }],
  ])('%s', (_, val, rejection) => {
    expect(fatta([nyttBeslut(1)], val)).toEqual(rejection);
  });

  test.each(['4', '0', '', ['1', '2']])('FRAGA-22 personkrets is one of three: %j is none', (personkrets) => {
    expect(fatta([nyttBeslut(1, { personkrets } as object)])).toEqual({ code: 'ogiltig-indata', field: 'beslut.0.personkrets' });
  });

  test('the day the utredning began is no day before it', () => {
    const beslut = efter([nyttBeslut(1, { beslutsdatum: '2026-09-01' })]).get('beslut', testId(201));
    expect(beslut?.beslutsdatum).toBe('2026-09-01');
  });

  test('FORB-23 an avslag of an insats that the catalogue only grants', () => {
    const insats = testKatalog().find(({ id }) => id === i.kontaktperson);
    if (insats?.type !== 'insats') throw new Error('no insats');
    const { avslag: _, ...data } = insats.data;
    const records = underlag({ type: 'insats', id: insats.id, data: data as typeof insats.data });
    const rejection = { code: 'stammer-inte-med-katalogen', field: 'beslut.0.utfall' };
    expect(fatta([nyttBeslut(1, { utfall: 'avslag' })], { records })).toEqual(rejection);
  });

  test('FRAGA-10 a beslut without a name where the user gives it', () => {
    const records = underlag(utredning({ typ: 'LSS skälig kostnad' }));
    expect(fatta([nyttBeslut(1, { insatsId: i.fri })], { records })).toEqual({ code: 'tom-text', field: 'beslut.0.benamning' });
  });
});

describe('FORB-27 VERK-07 LSS Insatser in the same operation', () => {
  const oppna = (over = {}) => ({
    slag: 'oppna',
    verkstallighetId: testId(700),
    utforareId: kat.utforare.funktion3,
    organisationId: kat.organisation,
    ...over,
  });

  test('opened from the first beslutsdatum, with a handläggare’s function', () => {
    const state = efter([nyttBeslut(1), nyttBeslut(2, { insatsId: i.dagligVerksamhet, beslutsdatum: '2026-11-18' })], {
      records: utanLss(),
      lssInsatser: oppna(),
    });
    expect(state.get('verkstallighet', testId(700))).toEqual({
      enhet: 'lss',
      insatskategori: 'LSS Insatser',
      utforareId: kat.utforare.funktion3,
      organisationId: kat.organisation,
      startdatum: '2026-11-18',
      lssInsatser: true,
    });
  });

  test('an avslag before it says nothing of when LSS Insatser begins', () => {
    const avslag = nyttBeslut(2, { insatsId: i.assistans, utfall: 'avslag', beslutsdatum: '2026-11-10' });
    const state = efter([nyttBeslut(1), avslag], { records: utanLss(), lssInsatser: oppna() });
    expect(state.get('verkstallighet', testId(700))?.startdatum).toBe('2026-11-20');
  });

  test('FRAGA-29 LSS Myndighet is allowed too', () => {
    const state = efter([nyttBeslut(1)], { records: utanLss(), lssInsatser: oppna({ utforareId: kat.utforare.myndighet }) });
    expect(state.get('verkstallighet', testId(700))?.utforareId).toBe(kat.utforare.myndighet);
  });

  test('declined: the reason is kept with the bifall, not with the avslag', () => {
    const state = efter([nyttBeslut(1), nyttBeslut(2, { insatsId: i.assistans, utfall: 'avslag' })], {
      records: utanLss(),
      lssInsatser: { slag: 'avsta', skal: 'Flyttar i morgon' },
    });
    expect([1, 2].map((n) => state.get('beslut', testId(200 + n))?.utanLssInsatser)).toEqual(['Flyttar i morgon', undefined]);
    expect(state.list('verkstallighet').filter(({ data }) => data.lssInsatser)).toEqual([]);
  });

  const avslutad: TestRecord = { type: 'verkstallighet', id: testId(700), data: testVerkstallighet({ slutdatum: '2026-10-10' }) };
  test.each([
    ['one is open', underlag(), oppna(), { code: 'lss-insatser-finns', field: 'lssInsatser' }],
    ['one is open and it is declined', underlag(), { slag: 'avsta', skal: 'x' }, { code: 'lss-insatser-finns', field: 'lssInsatser' }],
    [
      'an ordinary utförare',
      utanLss(),
      oppna({ utforareId: kat.utforare.kommunal }),
      { code: 'utforare-stammer-inte', field: 'lssInsatser.utforareId' },
    ],
    [
      'Systemförvaltningen',
      utanLss(),
      oppna({ utforareId: kat.utforare.systemforvaltningen }),
      { code: 'utforare-stammer-inte', field: 'lssInsatser.utforareId' },
    ],
    [
      'no such organisation',
      utanLss(),
      oppna({ organisationId: testId(777) }),
      { code: 'finns-inte-i-katalogen', field: 'lssInsatser.organisationId' },
    ],
    ['the id is taken', [...utanLss(), avslutad], oppna(), { code: 'finns-redan', field: 'lssInsatser.verkstallighetId' }],
    ['no reason', utanLss(), { slag: 'avsta', skal: ' ' }, { code: 'ogiltig-indata', field: 'lssInsatser.skal' }],
  ])('refused: %s', (_, records, lssInsatser, rejection) => {
    expect(fatta([nyttBeslut(1)], { records, lssInsatser })).toEqual(rejection);
  });

  test('an avslag opens none', () => {
    expect(fatta([nyttBeslut(1, { utfall: 'avslag' })], { records: utanLss(), lssInsatser: oppna() })).toEqual({
      code: 'inget-bifall',
      field: 'lssInsatser',
    });
    expect(efter([nyttBeslut(1, { utfall: 'avslag' })], { records: utanLss() }).list('beslut')).toHaveLength(1);
  });
});
