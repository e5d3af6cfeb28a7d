import { describe, expect, test } from 'vitest';
import { ratten } from '../dokument/mottagare.ts';
import { systemaktor } from '../systemaktor.ts';
import { efter, kor, med, personal, signatur, u } from '../testing/bestallning.ts';
import { aterkallat, samtycke, samtyckeId, syster, systern } from '../testing/samtycke.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { isAktuellt, kravsSamtycke, samtyckeGaller, samtyckeslage } from './regler.ts';

const en = (records: TestRecord[], n = 1) => stateOf(records).get('samtycke', samtyckeId(n));
const alla = (...poster: TestRecord[]) => stateOf(poster).list('samtycke');
const till = { kontaktId: syster };
const givet = {
  ...{ samtyckeId: samtyckeId(1), avser: 'Kontakt med närstående', till, fran: '2026-11-20', hur: 'muntligt' },
  mottaget: { dag: '2026-11-19', av: 'Karin Ek' },
};

describe('SAMT-01 samtycke.registrera', () => {
  const akten = (...mer: TestRecord[]) => med(systern(), ...mer);
  test('what, to whom, from when, how and who received it; what it allows the list says', () => {
    const records = efter(akten(), kor('samtycke.registrera', { ...givet, tom: '2027-11-20' }, akten()));
    expect(en(records)).toMatchObject({
      ...{ enhet: 'lss', avser: 'Kontakt med närstående', tillater: ['lamnaUppgifter', 'inhamtaUppgifter'], tom: '2027-11-20' },
      ...{ till: { kontaktId: syster, namn: 'Ekström, Åsa' }, mottaget: givet.mottaget, registrerat: { namn: 'Karin Ek' } },
    });
    expect(kor('samtycke.registrera', givet, records), 'once').toEqual({ code: 'finns-redan' });
  });
  test('to an organisation by its name, with what is asked of it', () => {
    const fk = { ...givet, avser: 'Inhämta uppgifter från Försäkringskassan', till: { namn: 'Försäkringskassan' } };
    expect(en(efter(akten(), kor('samtycke.registrera', fk, akten())))).toMatchObject({
      ...{ till: { namn: 'Försäkringskassan' }, tillater: ['inhamtaUppgifter'] },
    });
  });
  test.each<[string, TestRecord[], object, object]>([
    ['of what is not in the list', akten(), { avser: 'Allt' }, { code: 'finns-inte-i-katalogen', field: 'avser' }],
    ['received tomorrow', akten(), { mottaget: { dag: '2026-11-21', av: 'x' } }, { code: 'datum-i-framtiden', field: 'mottaget.dag' }],
    ['that ends before it begins', akten(), { tom: '2026-11-19' }, { code: 'datum-fore', field: 'tom' }],
    ['to a contact who was taken away meanwhile', med(), {}, { code: 'finns-inte', field: 'till' }],
    ['of a document that is not there', akten(), { dokumentId: testId(770) }, { code: 'finns-inte', field: 'dokumentId' }],
    ['for a unit that has not the kund', akten(), { enhet: 'bistand' }, { code: 'annan-enhet', field: 'enhet' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('samtycke.registrera', { ...givet, ...over }, records)).toEqual(code);
  });
  test('is no work of a utförare', () => {
    expect(kor('samtycke.registrera', givet, akten(), personal(u.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('SAMT-02 when it holds', () => {
  test.each<[string, TestRecord[], string, string]>([
    ['from its first day', [samtycke(1)], '2026-11-01', 'finns'],
    ['not before', [samtycke(1)], '2026-10-31', 'saknas'],
    ['on its last day', [samtycke(1, { tom: '2026-11-20' })], '2026-11-20', 'finns'],
    ['not after', [samtycke(1, { tom: '2026-11-20' })], '2026-11-21', 'utgatt'],
    ['until the day before it was taken back', [samtycke(1, { aterkallat: aterkallat('2026-11-20') })], '2026-11-19', 'finns'],
    ['not that day', [samtycke(1, { aterkallat: aterkallat('2026-11-20') })], '2026-11-20', 'aterkallat'],
    [
      'taken back when it was over already',
      [samtycke(1, { tom: '2026-11-02', aterkallat: aterkallat('2026-11-20') })],
      '2026-11-20',
      'utgatt',
    ],
    ['never one that is felmarkerat', [samtycke(1, { felmarkering: { ...signatur, orsak: 'x' } })], '2026-11-20', 'saknas'],
    [
      'by another of the same',
      [samtycke(1, { aterkallat: aterkallat('2026-11-05') }), samtycke(2, { fran: '2026-11-10' })],
      '2026-11-20',
      'finns',
    ],
    ['not for another', [samtycke(1, { till: { kontaktId: testId(1), namn: 'Ekström, Åsa' } })], '2026-11-20', 'saknas'],
    ['not for what it does not allow', [samtycke(1, { tillater: ['inhamtaUppgifter'] })], '2026-11-20', 'saknas'],
    ['a name is no contact', [samtycke(1, { till: { namn: 'Ekström, Åsa' } })], '2026-11-20', 'saknas'],
  ])('%s', (_, poster, dag, lage) => {
    expect(samtyckeslage(alla(...poster), 'lamnaUppgifter', till, dag)).toBe(lage);
    expect(samtyckeGaller(alla(...poster), 'lamnaUppgifter', till, dag) !== undefined).toBe(lage === 'finns');
  });
  test('an organisation is known by its name, however it is written', () => {
    const fk = alla(samtycke(1, { till: { namn: 'Försäkringskassan' }, tillater: ['inhamtaUppgifter'] }));
    expect(samtyckeGaller(fk, 'inhamtaUppgifter', { organisation: ' försäkringskassan' }, '2026-11-20')?.id).toBe(samtyckeId(1));
  });
  test('who speaks for the kund needs none', () => {
    expect((['vardnadshavare', 'godMan', 'foretradare'] as const).some((typ) => kravsSamtycke({ typ }))).toBe(false);
    expect((['anhorig', 'ovrig'] as const).every((typ) => kravsSamtycke({ typ }))).toBe(true);
  });
});

describe('SAMT-03 samtycke.aterkalla', () => {
  const tillbaka = { samtyckeId: samtyckeId(1), dag: '2026-11-20', hur: 'muntligt', av: 'Den enskilde' };
  test('counts at once, and says who took it back and how', () => {
    const records = efter(med(samtycke(1)), kor('samtycke.aterkalla', tillbaka, med(samtycke(1))));
    expect(en(records)?.aterkallat).toMatchObject({
      dag: '2026-11-20',
      hur: 'muntligt',
      av: 'Den enskilde',
      registrerat: { namn: 'Karin Ek' },
    });
    expect(isAktuellt(en(records) as never, '2026-11-20')).toBe(false);
    expect(kor('samtycke.aterkalla', tillbaka, records), 'a colleague was first').toEqual({ code: 'samtycket-aterkallat' });
    const tidigare = efter(records, kor('samtycke.aterkalla', { ...tillbaka, dag: '2026-11-18' }, records));
    expect(en(tidigare)?.aterkallat?.dag, 'an earlier day counts').toBe('2026-11-18');
  });
  test.each<[string, TestRecord[], object, object]>([
    ['of none', med(), {}, { code: 'finns-inte', field: 'samtyckeId' }],
    ['tomorrow', med(samtycke(1)), { dag: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'dag' }],
    ['before it was given', med(samtycke(1)), { dag: '2026-10-31' }, { code: 'datum-fore', field: 'dag' }],
    ['of one that was wrong', med(samtycke(1, { felmarkering: { ...signatur, orsak: 'x' } })), {}, { code: 'samtycket-felmarkerat' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('samtycke.aterkalla', { ...tillbaka, ...over }, records)).toEqual(code);
  });
});

test('SAMT-04 FRAGA-36 marked as wrong by whoever registered it and the enhetschef; it allows nothing, and did not', () => {
  const fel = (records: TestRecord[], actor?: Parameters<typeof kor>[3]) =>
    kor('samtycke.felmarkera', { samtyckeId: samtyckeId(1), orsak: 'Fel kund' }, records, actor);
  const records = med(samtycke(1));
  expect(fel(records, testActor({ id: testId(78) }))).toEqual({ code: 'inte-forfattare' });
  expect(fel(records, testActor({ id: testId(78), roller: ['enhetschef'] }))).not.toHaveProperty('code');
  const efterat = efter(records, fel(records));
  expect(samtyckeslage(stateOf(efterat).list('samtycke'), 'lamnaUppgifter', till, '2026-11-19')).toBe('saknas');
  expect(fel(efterat), 'a colleague was first').toEqual([]);
});

describe('SAMT-05 what leaves the akt obeys it', () => {
  const brev = {
    ...{ dokumentId: testId(780), rubrik: 'Brev', typ: 'Brev', knytsTill: { type: 'utredning', id: akt.utredning } },
    ...{ sha256: 'a'.repeat(64), storlek: 1, sidor: 1 },
  };
  const arkivera = (records: TestRecord[], mottagare: object = till) => kor('dokument.arkivera', { ...brev, mottagare }, records);
  const sparat = (records: TestRecord[], mottagare?: object) =>
    stateOf(efter(records, arkivera(records, mottagare))).get('dokument', brev.dokumentId)?.mottagare;
  test('a letter to one who is told by samtycke names the one by which it was sent', () => {
    expect(sparat(med(systern(), samtycke(1)))).toEqual({ kontaktId: syster, samtyckeId: samtyckeId(1) });
  });
  test.each<[string, TestRecord[], string]>([
    ['without one', med(systern()), 'samtycke-saknas'],
    [
      'when it was taken back on another computer meanwhile',
      med(systern(), samtycke(1, { aterkallat: aterkallat('2026-11-20') })),
      'samtycket-aterkallat',
    ],
    ['when it is over', med(systern(), samtycke(1, { tom: '2026-11-19' })), 'samtycket-utgatt'],
    ['by what another unit was told', med(systern(), samtycke(1, { enhet: 'bistand' })), 'samtycke-saknas'],
  ])('%s it is refused, and sent after sekretessprövning with the reason', (_, records, code) => {
    expect(arkivera(records)).toEqual({ code, field: 'mottagare' });
    expect(sparat(records, { ...till, utanSamtycke: 'Inget men för kunden' })).toEqual({ kontaktId: syster, skal: 'Inget men för kunden' });
  });
  test('who speaks for the kund needs none, and a contact who is gone is told of all the same', () => {
    expect(sparat(med(systern({ typ: 'godMan' })))).toEqual({ kontaktId: syster });
    expect(sparat(med())).toEqual({ kontaktId: syster });
  });
  test('why it went without one is kept of a contact who is gone, or protected by now', () => {
    const skal = { ...till, utanSamtycke: 'Inget men för kunden' };
    const vantat = { kontaktId: syster, skal: 'Inget men för kunden' };
    expect(sparat(med(), skal)).toEqual(vantat);
    expect(sparat(med(systern({ skyddad: true })), skal)).toEqual(vantat);
    expect(sparat(med(systern({ typ: 'godMan', adressSkyddad: true })), skal)).toEqual({ kontaktId: syster });
  });
  test('no letter is made before it is known by what right', () => {
    const fraga = { enhet: 'lss', dag: '2026-11-20' };
    expect(ratten(stateOf(med(systern())), akt.person, syster, fraga)).toEqual({ ok: false, error: 'samtycke-saknas' });
    expect(ratten(stateOf(med(systern(), samtycke(1))), akt.person, syster, fraga)).toEqual({
      ok: true,
      value: { samtyckeId: samtyckeId(1) },
    });
    expect(ratten(stateOf(med(systern({ skyddad: true }), samtycke(1))), akt.person, syster, fraga)).toMatchObject({
      error: 'mottagaren-gar-inte',
    });
  });
});

test('FRAGA-62 a samtycke to one who is protected is read by the smallest circle, and the history does not name them', () => {
  const records = med(systern(), samtycke(1), samtycke(2, { enhet: 'bistand' }), samtycke(3, { till: { namn: 'Försäkringskassan' } }));
  const skydda = (skyddad: boolean, given: TestRecord[]) =>
    efter(given, kor('kontakt.skydda', { kontaktId: syster, skyddad }, given, systemaktor('Folkbokföringen'), testId(790)));
  const skyddade = skydda(true, records);
  expect([1, 2, 3].map((n) => en(skyddade, n)?.skyddad)).toEqual([true, true, undefined]);
  expect([1, 2].map((n) => en(skydda(false, skyddade), n)?.skyddad)).toEqual([undefined, undefined]);
  const nya = med(systern({ skyddad: true }));
  const registrerat = kor('samtycke.registrera', givet, nya, undefined, testId(791));
  expect(en(efter(nya, registrerat))?.skyddad).toBe(true);
  const handelse = Array.isArray(registrerat) ? registrerat.filter(({ type }) => type === 'handelse') : [];
  expect(handelse).toHaveLength(1);
  expect(JSON.stringify(handelse)).not.toContain('Ekström');
  const fel = kor('samtycke.felmarkera', { samtyckeId: samtyckeId(1), orsak: 'Gällde inte Åsa Ekström' }, records, undefined, testId(792));
  const sagt = Array.isArray(fel) ? fel.filter(({ type }) => type === 'handelse') : [];
  expect(sagt).toHaveLength(1);
  expect(JSON.stringify(sagt)).not.toContain('Ekström');
});
