import { describe, expect, test } from 'vitest';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../buckets.ts';
import type { Context } from '../command.ts';
import { isRejection } from '../command.ts';
import { scopeOf } from '../rulebook/commands.ts';
import { aktScope, eansokanScope } from '../scope.ts';
import { systemaktor } from '../systemaktor.ts';
import { aktMedKatalog, katalog } from '../testing/aktualisering.ts';
import { testDecide } from '../testing/decide.ts';
import { ansokan, eansokan, eansokanId } from '../testing/eansokan.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { enhetForIngang, gransdag, mottagareEfterGrans } from './inkorg.ts';

const ny = testId(310);
const lista = (n: number, lista: string, varden: object[]): TestRecord => ({
  type: 'vardelista',
  id: testId(n),
  data: { lista, varden } as never,
});
const varld = (...more: TestRecord[]) =>
  aktMedKatalog(
    lista(213, 'aktualiseringstyp', [
      { namn: 'Begäran LSS', kod: 'lss' },
      { namn: 'Ansökan SOL', kod: 'sol' },
    ]),
    lista(214, 'aktualiseringssatt', [{ namn: 'E-ansökan', kod: 'eAnsokan' }]),
    ...more,
  );
const koppling = (over: object = {}) => ({
  ...{ personId: akt.person, eansokanId: eansokanId(1), aktualiseringstyp: 'Begäran LSS', franVem: 'Den enskilde' },
  ...{ aktualiseringar: [{ id: ny, insatsId: katalog.kontaktperson }], ansvarigHandlaggareId: katalog.handlaggare },
  ...{ organisationId: katalog.organisation, aktualiseringssatt: 'E-ansökan', anteckning: 'Vill ha en kontaktperson.', rev: testId(500) },
  ...over,
});
const iKommando = (kommandoId: string, over: Partial<Context> = {}): Context => ({ ...testContext(), kommandoId, ...over });
const koppla = (over: object = {}, records = varld(eansokan()), context = iKommando(testId(700))) =>
  testDecide('eansokan.koppla', koppling(over) as never, stateOf(records), context);

describe('Koppla', () => {
  test('EANS-04 EANS-06 to EANS-12 FRAGA-38 FRAGA-39 one aktualisering for each ticked insats, of the day it came in, and it leaves the inbox', () => {
    const valda = [
      { id: ny, insatsId: katalog.kontaktperson },
      { id: testId(311), insatsId: katalog.korttidsvistelse },
    ];
    const efter = stateOf(applied(varld(eansokan()), koppla({ aktualiseringar: valda })));
    const gemensamt = {
      ...{ slag: 'ansokan', datum: '2026-11-18', gruppId: eansokanId(1), enhet: 'lss', franVem: 'Den enskilde' },
      ...{ aktualiseringssatt: 'E-ansökan', aktualiseringstyp: 'Begäran LSS', anteckning: 'Vill ha en kontaktperson.' },
      eansokan: {
        eansokanId: eansokanId(1),
        insats: 'Kontaktperson',
        text: ansokan().text,
        inkom: ansokan().inkom,
        telefon: '070-174 06 12',
      },
    };
    expect(efter.list('aktualisering').map(({ data }) => data)).toMatchObject([
      { ...gemensamt, typ: 'Kontaktperson' },
      { ...gemensamt, typ: 'Korttidsvistelse' },
    ]);
    expect(efter.get('eansokan', eansokanId(1))?.utfall).toMatchObject({
      ...{ slag: 'kopplad', personId: akt.person, kommandoId: testId(700), namn: 'Karin Ek' },
    });
  });

  test('EANS-10 what it changes lies where it belongs: the aktualisering in the akt, the rest in the inbox', () => {
    const decision = koppla();
    if (isRejection(decision)) throw new Error(decision.code);
    const read = { scope: aktScope(akt.person), tarIn: eansokanScope(eansokanId(1)) };
    expect(decision.map((change) => [change.type, scopeOf(read, change)])).toEqual([
      ['aktualisering', aktScope(akt.person)],
      ['handelse', aktScope(akt.person)],
      ['eansokan', eansokanScope(eansokanId(1))],
    ]);
    expect(JSON.stringify(decision.filter(({ type }) => type === 'handelse'))).not.toContain(ansokan().text);
  });

  test('EANS-13 DOK-16 the application is filed as a document in the same operation: one, of all its aktualiseringar', () => {
    const underlag = [{ type: 'eansokan', id: eansokanId(1) }];
    const handling = {
      ...{ dokumentId: testId(340), rubrik: 'E-ansökan: Kontaktperson', typ: 'Ansökan', sha256: 'a'.repeat(64), storlek: 9, sidor: 1 },
      ...{ mall: { id: testId(341), version: '1' }, underlag },
    };
    const valda = [ny, testId(311)].map((id, n) => ({ id, insatsId: n === 0 ? katalog.kontaktperson : katalog.korttidsvistelse }));
    const efter = stateOf(applied(varld(eansokan()), koppla({ aktualiseringar: valda, handling })));
    const { dokumentId, ...uppgifter } = handling;
    expect(efter.list('dokument')).toMatchObject([
      { id: dokumentId, data: { ...uppgifter, knytsTill: { type: 'aktualisering', id: ny }, skapad: { namn: 'Karin Ek' } } },
    ]);
    const annat = varld(eansokan(), { type: 'dokument', id: dokumentId, data: efter.get('dokument', dokumentId) as never });
    expect(koppla({ handling }, annat)).toEqual({ code: 'finns-redan', field: 'handling.dokumentId' });
  });

  test('EANS-03 of two who connect the same one, one does; the same command decided again is no other', () => {
    const efter = applied(varld(eansokan()), koppla());
    const annan = iKommando(testId(701), { actor: testActor({ id: katalog.kollega }) });
    expect(koppla({ aktualiseringar: [{ id: testId(320), insatsId: katalog.kontaktperson }] }, efter, annan)).toEqual({
      code: 'eansokan-redan-kopplad',
    });
    // A replica whose server has said so in the inbox, and not yet in the akt.
    const utanAkt = [...varld(), ...efter.filter(({ type }) => type === 'eansokan')];
    expect(isRejection(koppla({}, utanAkt))).toBe(false);
    expect(koppla({}, utanAkt, annan)).toEqual({ code: 'eansokan-redan-kopplad' });
    // The other way round: one's own is in the akt, and what is in the inbox has not been told of it.
    const iAkt = [...efter.filter(({ type }) => type !== 'eansokan'), eansokan()];
    expect(koppla({ aktualiseringar: [{ id: testId(320), insatsId: katalog.kontaktperson }] }, iAkt)).toEqual({
      code: 'eansokan-redan-kopplad',
    });
  });

  test.each([
    ['EANS-07 Begäran LSS without an insats', { aktualiseringar: [{ id: ny }] }, 'inget-valt', 'aktualiseringar.0.insatsId'],
    [
      'EANS-07 Begäran LSS about one of SoL',
      { aktualiseringar: [{ id: ny, insatsId: katalog.trygghetslarm }] },
      'inte-lss',
      'aktualiseringar.0.insatsId',
    ],
    [
      'AKT-02 the same one twice',
      { aktualiseringar: [ny, testId(311)].map((id) => ({ id, insatsId: katalog.kontaktperson })) },
      'finns-redan',
      'aktualiseringar.1.insatsId',
    ],
    ['EANS-06 a type of no list', { aktualiseringstyp: 'Annat' }, 'finns-inte-i-katalogen', 'aktualiseringstyp'],
    ['EANS-08 a way of no list', { aktualiseringssatt: 'Brev' }, 'finns-inte-i-katalogen', 'aktualiseringssatt'],
    ['EANS-08 a handläggare who has left', { ansvarigHandlaggareId: katalog.slutat }, 'finns-inte-i-katalogen', 'ansvarigHandlaggareId'],
  ])('%s is refused', (_, over, code, field) => {
    expect(koppla(over)).toEqual({ code, field });
  });

  test('EANS-06 Ansökan SOL needs no insats, and may have one of them', () => {
    const typAv = (insatsId?: string) =>
      stateOf(applied(varld(eansokan()), koppla({ aktualiseringstyp: 'Ansökan SOL', aktualiseringar: [{ id: ny, insatsId }] }))).get(
        'aktualisering',
        ny,
      )?.typ;
    expect(typAv()).toBe('Ansökan SOL');
    expect(typAv(katalog.trygghetslarm)).toBe('Trygghetslarm');
  });

  test('ETJ-08 REG-04 the sender is known by a number she had before, and by nobody else’s', () => {
    const records = varld(eansokan(1, { personnummer: '191401682396' }));
    expect(koppla({}, records)).toEqual({ code: 'eansokan-annan-person', field: 'personId' });
    const medSamordning = records.map(
      (one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, tidigareNummer: ['191401682396'] } } : one),
    );
    expect(isRejection(koppla({}, medSamordning))).toBe(false);
  });

  test('OSL 26:1 a unit connects what has come in to it', () => {
    const records = varld(eansokan(1, { enhet: 'bistand' }));
    expect(koppla({}, records)).toEqual({ code: 'annan-enhet', field: 'enhet' });
  });
});

describe('FEL-01 FORB-74 Gäller annan person', () => {
  const annans = eansokan(1, { personnummer: '198803162398', fornamn: 'Hamid', efternamn: 'Rahimi', epost: 'hamid@example.com' });
  const galler = (over: object = {}, records = varld(annans)) =>
    testDecide(
      'eansokan.gallerAnnan',
      { ...koppling({ franVem: 'Anhörig' }), kommentar: 'Sonen sökte för sin mor.', bevakningId: testId(720), ...over } as never,
      stateOf(records),
      iKommando(testId(700)),
    );

  test('is one operation: registered on the right person, why is noted, and the sender is to be contacted', () => {
    const efter = stateOf(applied(varld(annans), galler()));
    expect(efter.get('aktualisering', ny)).toMatchObject({ franVem: 'Anhörig', eansokan: { kommentar: 'Sonen sökte för sin mor.' } });
    expect(efter.get('eansokan', eansokanId(1))?.utfall).toMatchObject({ slag: 'gallerAnnan', personId: akt.person });
    expect(efter.get('bevakning', testId(720))).toMatchObject({
      ...{ bevakasAvId: testId(1), datum: '2026-11-20', enhet: 'lss', ref: { type: 'person', id: akt.person } },
    });
  });

  test('says nothing of who the sender is, nor how they are reached, in another’s akt', () => {
    const iAkten = applied(
      [],
      (galler() as []).filter(({ type }) => type !== 'eansokan'),
    );
    for (const om of ['Hamid', 'Rahimi', '198803162398', '070-174', 'hamid@']) expect(JSON.stringify(iAkten)).not.toContain(om);
  });

  test('about the sender herself it is connected as usual, and what is taken back or taken in is so', () => {
    expect(galler({}, varld(eansokan()))).toEqual({ code: 'eansokan-samma-person', field: 'personId' });
    const borta = (slag: 'atertagen' | 'kopplad') =>
      varld(
        eansokan(1, {
          personnummer: '198803162398',
          utfall: { slag, anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' },
        }),
      );
    expect(galler({}, borta('atertagen'))).toEqual({ code: 'eansokan-avslutad' });
    expect(galler({}, borta('kopplad'))).toEqual({ code: 'eansokan-redan-kopplad' });
  });
});

describe('the inbox', () => {
  const input = (over: object = {}) => {
    const { enhet: _, ...falt } = ansokan();
    return { eansokanId: eansokanId(1), skyddad: false, ...falt, ...over };
  };
  const taEmot = (over: object = {}, records: TestRecord[] = varld(enheter)) =>
    testDecide('eansokan.taEmot', input(over) as never, stateOf(records), testContext(systemaktor('E-tjänsten')));
  const enheter = lista(220, 'enhet', [
    { namn: 'LSS', kod: 'lss', eansokan: { ingangar: ['lss'], dagar: 3, ansvarigId: katalog.kollega } },
    { namn: 'Bistånd', kod: 'bistand', eansokan: { ingangar: ['sol'], dagar: 1 } },
  ]);

  test('EANS-01 EANS-05 ETJ-01 what came in is kept once, of the unit its entrance leads to', () => {
    const efter = applied(varld(enheter), taEmot());
    expect(stateOf(efter).get('eansokan', eansokanId(1))).toEqual(ansokan());
    expect(taEmot({ text: 'Igen' }, efter)).toEqual([]);
    expect(stateOf(applied(varld(enheter), taEmot({ ingang: 'sol' }))).get('eansokan', eansokanId(1))?.enhet).toBe('bistand');
    expect(enhetForIngang(stateOf([lista(220, 'enhet', [{ namn: 'Alla', kod: 'alla' }])]), 'sol')).toBe('alla');
  });

  test('ETJ-08 a samordningsnummer comes in, a number that is none does not; what is not written does not', () => {
    expect(isRejection(taEmot({ personnummer: '191401682396' }))).toBe(false);
    expect(taEmot({ personnummer: '200912312387' })).toEqual({ code: 'ogiltigt-personnummer', field: 'personnummer' });
    expect(taEmot({ text: '  ' })).toEqual({ code: 'ogiltig-indata', field: 'text' });
    expect(taEmot({ inkom: '2026-11-20T09:00:01.000Z' })).toEqual({ code: 'datum-i-framtiden', field: 'inkom' });
  });

  test('EANS-03 every handläggare of the unit reads it, none of another or of a utförare, and of one who is protected the smallest circle', () => {
    const lasare = (over: object) => {
      const hinkar =
        bucketsOfScope(eansokanScope(eansokanId(1)), [partOf('eansokan', eansokanId(1), ansokan(over))]).get(eansokanId(1)) ?? [];
      const alla = {
        kollega: testActor(),
        annanEnhet: testActor({ enheter: ['bistand'] }),
        utforare: testActor({ roller: ['utforare'], utforareId: testId(40) }),
        medRatt: testActor({ skyddadBehorighet: true }),
      };
      return Object.entries(alla).flatMap(([namn, actor]) => (bucketsOfAnvandare(actor).some((one) => hinkar.includes(one)) ? [namn] : []));
    };
    expect(lasare({})).toEqual(['kollega', 'medRatt']);
    expect(lasare({ skyddad: true })).toEqual(['medRatt']);
  });

  const hand = (given: object, records: TestRecord[], actor = testActor()) =>
    testDecide('eansokan.tagHand', { eansokanId: eansokanId(1), ...given } as never, stateOf(records), testContext(actor));
  const kollega = testActor({ id: katalog.kollega, namn: 'Bo Ås' });

  test('FORB-57 Jag tar hand om den: by one, let go of again, and taken over by who saw whose it was', () => {
    const tagen = applied([eansokan()], hand({ tar: true, sedd: null }, [eansokan()]));
    expect(stateOf(tagen).get('eansokan', eansokanId(1))?.tagen).toMatchObject({ anvandareId: testId(1), namn: 'Karin Ek' });
    expect(hand({ tar: true, sedd: null }, tagen, kollega), 'two at once').toEqual({ code: 'andrad-av-annan', field: 'tagen' });
    expect(isRejection(hand({ tar: true, sedd: testId(1) }, tagen, kollega))).toBe(false);
    expect(stateOf(applied(tagen, hand({ tar: false, sedd: testId(1) }, tagen))).get('eansokan', eansokanId(1))).toEqual(ansokan());
    expect(hand({ tar: true, sedd: null }, applied(varld(eansokan()), koppla()))).toEqual({ code: 'eansokan-avslutad' });
  });

  test('FRAGA-40 taken back by the applicant, with why; what an akt has taken in is not', () => {
    const aterta = (records: TestRecord[]) =>
      testDecide('eansokan.aterta', { eansokanId: eansokanId(1), kommentar: 'Ringde' } as never, stateOf(records), testContext());
    const efter = applied([eansokan()], aterta([eansokan()]));
    expect(stateOf(efter).get('eansokan', eansokanId(1))?.utfall).toMatchObject({ slag: 'atertagen', kommentar: 'Ringde' });
    expect(aterta(efter)).toEqual({ code: 'eansokan-avslutad' });
    expect(aterta(applied(varld(eansokan()), koppla()))).toEqual({ code: 'eansokan-redan-kopplad' });
  });

  test('FORB-57 after the unit’s limit it is the named person’s, or the enhetschefer’s where nobody is named or she has left', () => {
    // Wednesday and three days: Saturday, so Monday.
    expect(gransdag('2026-11-18T20:14:00.000Z', { ingangar: [], dagar: 3 })).toBe('2026-11-23');
    const person = (id: string, over: object = {}) => ({ id, data: testActor({ id, ...over }) });
    const alla = [person(testId(1)), person(testId(2), { roller: ['enhetschef'] }), person(testId(3), { aktiv: false })];
    const av = (ansvarigId?: string) => mottagareEfterGrans('lss', { ingangar: [], dagar: 3, ...(ansvarigId ? { ansvarigId } : {}) }, alla);
    expect([av(testId(1)), av(testId(3)), av()]).toEqual([[testId(1)], [testId(2)], [testId(2)]]);
    expect(mottagareEfterGrans('bistand', { ingangar: [], dagar: 3 }, alla)).toEqual([]);
  });

  test('FRAGA-62 the server gives it the protection its sender has as a kund', () => {
    const skydda = (records: TestRecord[], skyddad: boolean) =>
      testDecide('eansokan.skydda', { eansokanId: eansokanId(1), skyddad }, stateOf(records), testContext(systemaktor('Skydd')));
    const efter = applied([eansokan()], skydda([eansokan()], true));
    expect(stateOf(efter).get('eansokan', eansokanId(1))?.skyddad).toBe(true);
    expect(skydda(efter, true)).toEqual([]);
    expect(stateOf(applied(efter, skydda(efter, false))).get('eansokan', eansokanId(1))).toEqual(ansokan());
  });
});
