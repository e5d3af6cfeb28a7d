import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import type { Statistikbeskrivning } from '../../shared/domain/statistik/records.ts';
import { beslutId, bifall, verk } from '../../shared/domain/testing/bestallning.ts';
import { kat, testKatalog } from '../../shared/domain/testing/katalog.ts';
import { type TestRecord, testActor, testAkt, testId } from '../../shared/domain/testing/state.ts';
import { beskrivning, beskrivningId, lssbeskrivning, solbeskrivning } from '../../shared/domain/testing/statistik.ts';
import type { CopyPort, SokPort } from './ports.ts';
import { type GivenRecord, servicesOn } from './testing/services.ts';

const lss = { register: 'lss' as const, dag: '2026-10-01' };
const jobb = testId(990);
const kundId = (n: number) => testId(1000 + n);
const person = testAkt().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
const nummer = ['199904122380', '198001012387', '197512312393', '200912312386'];

/** The n-th kund, with kontaktperson carried out since January. */
function kund(n: number, { utan = false, ...over }: Partial<Person> & { utan?: boolean } = {}): GivenRecord[] {
  const scope = aktScope(kundId(n));
  const [beslut, verkstallighet] = [
    bifall(n, 'kontaktperson', { giltigFran: '2026-01-01', personkrets: '2' }),
    verk(n, { startdatum: '2026-01-01' }),
  ];
  return [
    { ...person, id: kundId(n), scope, data: { ...person.data, personnummer: nummer[n % 4] ?? '', efternamn: `Kund${n}`, ...over } },
    { ...(beslut as TestRecord), scope },
    ...(utan ? [] : [{ ...(verkstallighet as TestRecord), scope }]),
  ];
}
const katalogen = (data: Statistikbeskrivning) =>
  [...testKatalog(), beskrivning(1, data), beskrivning(2, solbeskrivning())].map((one) => ({ ...one, scope: katalogScope }));

const chef = testActor({ id: kat.enhetschef, namn: 'Ulla Ström', roller: ['enhetschef'], skyddadBehorighet: true });
function kor(
  kunder: GivenRecord[],
  { data = lssbeskrivning(), actor = chef, sok }: { data?: Statistikbeskrivning; actor?: typeof chef; sok?: SokPort } = {},
) {
  const filer: { namn: string; bytes: Buffer; loggade: number }[] = [];
  const kopia: CopyPort = {
    require: () => undefined,
    write: async (mapp, titel, bytes, slag = 'pdf') => {
      filer.push({ namn: `${titel}.${slag}`, bytes: Buffer.from(bytes), loggade: t.accessLog().length });
      return `${mapp}/${titel}.${slag}`;
    },
  };
  const given = katalogen(data).map((one) =>
    one.id === actor.id && one.type === 'anvandare' ? { ...one, data: { ...one.data, ...actor, id: undefined } } : one,
  );
  const t = servicesOn({
    records: [...given, ...kunder],
    actor,
    clock: { now: () => new Date('2026-10-20T09:00:00.000Z') },
    kopia,
    ...(sok ? { sok } : {}),
  });
  const exportera = (over: object = {}) => t.call['statistik.exportera']({ jobb, ...lss, mapp: '/usb', ...over });
  const rakna = async () => {
    const svar = await t.call['statistik.rakna']({ jobb, ...lss });
    if (svar.slag !== 'klar') throw new Error(svar.slag);
    return t.call['statistik.av']({ ...lss, personIds: svar.personIds });
  };
  return { ...t, filer, exportera, rakna, text: () => filer.at(-1)?.bytes.toString('utf8') };
}
const rubriker = 'Personnummer;Kommun;Personkrets;9 § 4;9 § 6;9 § 10';

test('STAT-01 which lists there are and when they are to be in, that they are samples, and what was delivered', () => {
  const t = kor([]);
  const { val, beskrivningar, leveranser, hinder } = t.call['statistik.hamta']({});
  expect(val.find(({ register }) => register === 'lss')).toEqual({ ...lss, senast: '2026-10-25', beskrivningId: beskrivningId(1) });
  expect(val.find(({ register }) => register === 'solPagaende')).toMatchObject({ dag: '2026-09-30', senast: '2026-10-15' });
  expect(beskrivningar[beskrivningId(1)]?.exempel).toBe(true);
  expect([leveranser, hinder]).toEqual([[], []]);
  t.close();
});

test('STAT-07 the list, and what was delivered, is not there for others', async () => {
  const handlaggaren = testActor({ id: kat.handlaggare, roller: ['lssHandlaggare'], skyddadBehorighet: true });
  const t = kor([], { actor: handlaggaren });
  for (const ask of [() => t.call['statistik.hamta']({}), () => t.rakna(), () => t.call['statistik.av']({ ...lss, personIds: [] })])
    await expect((async () => ask())()).rejects.toThrow('finns-inte');
  t.close();
});

test('STAT-02 STAT-03 rows, what is left out, and the search in the access log; the columns stay in the core', async () => {
  const t = kor([...kund(0), ...kund(1, { utan: true }), ...kund(2, { skydd: 'skyddadFolkbokforing' })]);
  const svar = await t.rakna();
  expect(svar.rader.map(({ person: { namn }, koder, beslutId: id }) => [namn, koder, id])).toEqual([
    ['Kund0, Linnea Maria', ['4'], beslutId(0)],
    ['Kund2, Linnea Maria', ['4'], beslutId(2)],
  ]);
  expect(JSON.stringify(svar)).not.toContain('varden');
  expect(svar.utelamnade.map(({ orsak, personId }) => [orsak, personId])).toEqual([['ejVerkstallt', kundId(1)]]);
  expect(t.accessLog().map(({ action, personId, detail }) => [action, personId, detail])).toEqual([
    ['sokt', null, 'Statistik: LSS-insatser den 1 oktober 2026-10-01'],
  ]);
  // Carried out after all: the akt alone is asked anew.
  t.apply([{ ...verk(1, { startdatum: '2026-02-01' }), scope: aktScope(kundId(1)) }]);
  const { rader, utelamnade } = t.call['statistik.av']({ ...lss, personIds: [kundId(1), kundId(9)] });
  expect([rader.map(({ personId }) => personId), utelamnade]).toEqual([[kundId(1)], []]);
  t.close();
});

test('STAT-06 STAT-07 the file as its description says, each kund in the access log before it, and what was saved is noted', async () => {
  const t = kor([...kund(0), ...kund(1)]);
  const svar = await t.exportera();
  expect(t.filer.map(({ namn, loggade }) => [namn, loggade])).toEqual([['LSS-insatser den 1 oktober 2026-10-01.txt', 2]]);
  // By number, not in the order that the akter lie in here.
  expect(t.text()).toBe(`${rubriker}\r\n198001012387;9999;2;1;0;0\r\n199904122380;9999;2;1;0;0\r\n`);
  const storlek = t.filer[0]?.bytes.length;
  expect(svar).toMatchObject({ ok: true, leverans: { rader: 2, kunder: 2, avvisade: 0, skyddade: 0, storlek } });
  const input = { leveransId: testId(995), ...(svar.ok ? svar.leverans : {}) };
  expect(t.call['kommando.kor']({ name: 'statistik.leverera', input })).toMatchObject({ ok: true });
  const [leverans] = t.call['statistik.hamta']({}).leveranser;
  const filnamn = 'LSS-insatser den 1 oktober 2026-10-01.txt';
  expect(leverans).toMatchObject({ ...lss, rader: 2, exempel: true, filnamn, av: { namn: 'Ulla Ström' } });
  const digest = createHash('sha256')
    .update(t.filer[0]?.bytes ?? '')
    .digest('hex');
  expect(leverans?.sha256).toBe(digest);
  expect(JSON.stringify(leverans)).not.toMatch(/1999|Kund0/);
  expect(t.call['utkorg.lista']({})).toMatchObject([{ name: 'statistik.leverera' }]);
  t.close();
});

test('STAT-06 the bytes of another encoding, line end and no head', async () => {
  const bas = lssbeskrivning();
  const fil = { teckenkodning: 'iso-8859-1' as const, radslut: 'lf' as const, rubrikrad: true, citattecken: false };
  const data = lssbeskrivning({ fil, nej: 'å', kolumner: bas.kolumner.slice(0, 4).map((one) => ({ ...one, koder: undefined })) });
  const t = kor(kund(0), {
    data: { ...data, kolumner: [...data.kolumner, { namn: 'Övrigt', falt: 'harInsats', insats: '6', kravs: true }] },
  });
  await t.exportera();
  expect(t.filer[0]?.bytes).toEqual(Buffer.from('Personnummer;Kommun;Personkrets;9 § 4;Övrigt\n199904122380;9999;2;1;å\n', 'latin1'));
  t.close();
  const bom = kor(kund(0), { data: lssbeskrivning({ fil: { ...fil, teckenkodning: 'utf-8-bom' } }) });
  await bom.exportera();
  expect([...(bom.filer[0]?.bytes.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
  bom.close();
});

test('STAT-04 an insats that the catalogue does not have is refused with the way to the kund, and counted, not passed over', async () => {
  const okand = kund(1).map((one) => (one.type === 'beslut' ? { ...one, data: { ...(one.data as object), insatsId: testId(998) } } : one));
  const t = kor([...kund(0), ...okand]);
  expect((await t.rakna()).rader.map(({ personId, beslutId: id, brister }) => [personId, id, brister])).toEqual([
    [kundId(0), beslutId(0), []],
    [kundId(1), beslutId(1), [{ kod: 'insats-okand', beslut: 'LSS Kontaktperson Bifall' }]],
  ]);
  expect(await t.exportera()).toMatchObject({ leverans: { rader: 1, avvisade: 1 } });
  expect(t.text()).toBe(`${rubriker}\r\n199904122380;9999;2;1;0;0\r\n`);
  t.close();
});

test('STAT-04 what would be refused is not in the file, and is counted: two akter of one person, and no personkrets', async () => {
  const utanKrets = kund(2).map((one) =>
    one.type === 'beslut' ? { ...one, data: { ...(one.data as object), personkrets: undefined } } : one,
  );
  const t = kor([...kund(0), ...kund(1, { tidigareNummer: ['199904122380'] }), ...utanKrets, ...kund(3)]);
  expect((await t.rakna()).rader.find(({ personId }) => personId === kundId(2))?.brister).toEqual([
    { kod: 'personkrets-saknas', kolumn: 'Personkrets' },
  ]);
  expect(await t.exportera()).toMatchObject({ leverans: { rader: 1, avvisade: 3 } });
  expect(t.text()).toBe(`${rubriker}\r\n200912312386;9999;2;1;0;0\r\n`);
  expect(
    t
      .accessLog()
      .filter(({ action }) => action === 'last')
      .map(({ personId }) => personId),
  ).toEqual([kundId(3)]);
  t.close();
});

test('STAT-05 FRAGA-62 who is protected is left out, and taken along with a reason that is logged; where anybody lives is never in it', async () => {
  const adress = { gata: 'Storgatan 1', postnummer: '999 01', ort: 'Almvik' };
  const t = kor([
    ...kund(0, { adress }),
    ...kund(1, { skydd: 'sekretessmarkering', postadress: { ...adress, gata: 'Box 1', viaSkatteverket: true } }),
  ]);
  expect(await t.exportera()).toMatchObject({ leverans: { rader: 1, skyddade: 1 } });
  expect(t.text()).not.toContain('198001012387');
  expect(await t.exportera({ skyddade: { skal: 'Uppgiftsskyldighet' } })).toMatchObject({ leverans: { rader: 2, skyddade: 0 } });
  expect(t.text()).toContain('198001012387');
  expect(t.text()).not.toMatch(/Storgatan|Almvik|Box 1|999 01/);
  expect(t.accessLog().find(({ personId }) => personId === kundId(1))?.detail).toContain('Uppgiftsskyldighet');
  t.close();
});

test('STAT-05 nobody delivers a part: not who reads some of the units, nor none who is protected, nor by a description that cannot be written', async () => {
  const enhet = {
    lista: 'enhet' as const,
    varden: [
      { namn: 'LSS', kod: 'lss' },
      { namn: 'Bistånd', kod: 'bistand' },
    ],
  };
  const enheter: GivenRecord = { type: 'vardelista', id: testId(770), scope: katalogScope, data: enhet };
  const t = kor([enheter, ...kund(0)], { actor: { ...chef, skyddadBehorighet: false } });
  const hinder = [{ kod: 'enheter', namn: ['Bistånd'] }, { kod: 'skyddade' }];
  expect(t.call['statistik.hamta']({}).hinder).toEqual(hinder);
  expect(await t.exportera()).toEqual({ ok: false, hinder });
  expect(t.filer).toEqual([]);
  t.close();
  const fel = kor(kund(0), { data: lssbeskrivning({ kolumner: [{ namn: 'Adress', falt: 'adress', kravs: false }] }) });
  expect(fel.call['statistik.hamta']({}).val[0]?.fel).toBe('okant-falt');
  expect(await fel.exportera()).toEqual({ ok: false, hinder: [{ kod: 'beskrivning', fel: 'okant-falt' }] });
  fel.close();
});

test('STAT-05 a handläggare delivers nothing for the municipality', async () => {
  const t = kor(kund(0), { actor: testActor({ id: kat.handlaggare, skyddadBehorighet: true }) });
  await expect(t.exportera()).rejects.toMatchObject({ code: 'finns-inte' });
  await expect(t.rakna()).rejects.toMatchObject({ code: 'finns-inte' });
  expect(() => t.call['statistik.av']({ ...lss, personIds: [] })).toThrow('finns-inte');
  t.close();
});

test('STAT-06 what changes while the file is made is in it: who is protected meanwhile is not, who comes is', async () => {
  let steg = 0;
  const sok: SokPort = {
    framsteg: () => undefined,
    andas: async () => {
      steg += 1;
      if (steg === 2) t.apply([...kund(1, { skydd: 'skyddadFolkbokforing' }).slice(0, 1), ...kund(2)]);
    },
  };
  const t = kor([...kund(0), ...kund(1)], { sok });
  expect(await t.exportera()).toMatchObject({ leverans: { rader: 2, skyddade: 1 } });
  expect(t.text()).not.toContain('198001012387');
  expect(t.text()).toContain('197512312393');
  t.close();
});

test('STAT-05 who is no longer to read all of it while the file is made delivers no part', async () => {
  let steg = 0;
  const sok: SokPort = {
    framsteg: () => undefined,
    andas: async () => {
      steg += 1;
      const varden = [
        { namn: 'LSS', kod: 'lss' },
        { namn: 'Bistånd', kod: 'bistand' },
      ];
      if (steg === 2) t.apply([{ type: 'vardelista', id: testId(770), scope: katalogScope, data: { lista: 'enhet', varden } }]);
    },
  };
  const t = kor([...kund(0), ...kund(1)], { sok });
  expect(await t.exportera()).toEqual({ ok: false, hinder: [{ kod: 'enheter', namn: ['Bistånd'] }] });
  expect(t.filer).toEqual([]);
  t.close();
});

test('STAT-01 one that is ended, or followed by another, gives no half list', async () => {
  let between = () => {};
  const sok: SokPort = { framsteg: () => undefined, andas: async () => between() };
  const t = kor([...kund(0), ...kund(1)], { sok });
  const rakna = (under = jobb) => t.call['statistik.rakna']({ jobb: under, ...lss });
  between = () => void t.call['statistik.avbryt']({ jobb });
  expect(await rakna()).toEqual({ slag: 'avbruten' });
  between = () => {};
  expect(await Promise.all([rakna(), rakna(testId(991))])).toMatchObject([{ slag: 'avbruten' }, { slag: 'klar' }]);
  t.close();
});
