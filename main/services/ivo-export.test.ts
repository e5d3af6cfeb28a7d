import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { bifall, med, signatur } from '../../shared/domain/testing/bestallning.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { erbjudande, ivorapport, ivouppgift } from '../../shared/domain/testing/ivo.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { akt, katalogTypes, type TestRecord, testActor, testId } from '../../shared/domain/testing/state.ts';
import type { CopyPort } from './ports.ts';
import { bytesPort } from './testing/dokument.ts';
import { dokumentkatalog, stored, uuid } from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

const dag = '2026-06-01';
const kv3 = { kvartal: { ar: 2026, nr: 3 as const }, vilka: 'alla' as const, mapp: '/tmp/rapport' };
const mallar = (['ivorapport', 'ivosiffror'] as const).map((kod, n) =>
  stored('mall', uuid(60 + n), katalogScope, {
    ...{
      fran: '2020-01-01',
      kod,
      namn: kod,
      version: 1,
      utredningstyper: [],
      texter: {},
      form: 'lista',
      titel: 'Ej verkställda, {kvartal}',
    },
  }),
);

function kor({ skydd = 'ingen', utanMall = false, under }: { skydd?: Person['skydd']; utanMall?: boolean; under?: () => void } = {}) {
  const records = med(
    bifall(1, 'kontaktperson', { beslutsdatum: dag }),
    ...fristregler(),
    erbjudande(1),
    ivouppgift(),
    ivorapport(1, dag, { kvitto: 'A-17' }),
  );
  const filer = new Map<string, string>();
  const loggadeNar: number[] = [];
  let bytesAv = new Uint8Array();
  const kopia: CopyPort = {
    require: () => undefined,
    write: async (mapp, titel, bytes, slag = 'pdf') => {
      loggadeNar.push(t.accessLog().length);
      bytesAv = Uint8Array.from(bytes);
      filer.set(`${mapp}/${titel}.${slag}`, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      return `${mapp}/${titel}.${slag}`;
    },
  };
  const dokument: Dokumentinnehall[] = [];
  const given = ({ type, id, data }: TestRecord) => ({
    ...{ type, id, scope: katalogTypes.has(type) ? katalogScope : aktScope(akt.person) },
    data: type === 'person' ? { ...data, skydd } : data,
  });
  const t = servicesOn({
    records: [...records.map(given), ...dokumentkatalog.slice(0, 1), ...(utanMall ? [] : mallar)],
    actor: testActor({ id: kat.handlaggare, skyddadBehorighet: true }),
    clock: { now: () => new Date('2026-10-08T12:00:00.000Z') },
    documents: {
      ...bytesPort(() => undefined),
      render: async (innehall) => {
        dokument.push(innehall);
        if (dokument.length === 1) under?.();
        return { ok: true, value: { bytes: new TextEncoder().encode('%PDF'), pages: 1 } };
      },
    },
    kopia,
  });
  return { ...t, filer, dokument, loggadeNar, senaste: () => Buffer.from(bytesAv) };
}
const logg = (t: ReturnType<typeof kor>) => t.accessLog().map(({ action, personId, detail }) => [action, personId, detail]);

test('KLOCK-10 the report as an Excel file is the same list, with days that are days', async () => {
  const t = kor();
  await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'xlsx' });
  const [lista] = await readXlsxFile(t.senaste());
  expect([...t.filer.keys()]).toEqual(['/tmp/rapport/Ej verkställda beslut kvartal 3 2026 2026-10-08.xlsx']);
  expect(lista?.data[0]?.slice(0, 3)).toEqual(['Kvartal', 'Kund', 'Personnummer']);
  expect(lista?.data[1]?.some((cell) => cell instanceof Date)).toBe(true);
});

test('KLOCK-10 the report as CSV: all that it must hold, and the kund is in the access log before the file is there', async () => {
  const t = kor();
  const svar = await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'csv' });
  expect(svar).toMatchObject({ ok: true, rader: 1, skyddade: 0 });
  const [[namn, text] = ['', '']] = [...t.filer];
  expect(namn).toBe('/tmp/rapport/Ej verkställda beslut kvartal 3 2026 2026-10-08.csv');
  const [rubriker = '', rad = ''] = text.split('\r\n');
  expect(rubriker.startsWith('\ufeffKvartal;Kund;Personnummer;')).toBe(true);
  for (const del of [
    'LSS 28 f §',
    dag,
    'Ingen kontaktperson har kunnat rekryteras',
    'Tackade nej 2026-11-05',
    '2026-10-05',
    'Karin Ek',
    'A-17',
  ])
    expect(rad).toContain(del);
  expect(rad.split(';')).toHaveLength(rubriker.split(';').length);
  expect(logg(t)).toEqual([['last', akt.person, 'IVO: Ej verkställda beslut kvartal 3 2026, csv, kopia utanför programmet']]);
  expect(t.loggadeNar).toEqual([1]);
  t.close();
});

test('KLOCK-10 the PDF holds what the CSV holds, each thing on a line of its own', async () => {
  const t = kor();
  await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'csv' });
  await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'pdf' });
  const [rubriker = '', rad = ''] = [...t.filer.values()][0]?.split('\r\n') ?? [];
  const tabell = t.dokument[0]?.delar.find((del) => del.slag === 'tabell');
  const rader = tabell?.rader.flat().flatMap((cell) => cell.split('\n')) ?? [];
  const varden = rubriker.split(';').map((namn, at) => [namn, rad.split(';')[at] ?? ''] as const);
  const fyllda = varden.filter(([namn, varde]) => varde !== '' && namn !== '\ufeffKvartal');
  expect(fyllda.length).toBeGreaterThanOrEqual(20);
  for (const [namn, varde] of fyllda) {
    const text = varde.replace(/^="?|"$/g, '').replaceAll('"', '');
    expect(
      rader.filter((one) => one === text || one === `${namn}: ${text}`),
      namn,
    ).toHaveLength(1);
  }
  t.close();
});

test('KLOCK-10 FRAGA-62 who is protected is left out, and taken along with a reason that is logged', async () => {
  const t = kor({ skydd: 'skyddadFolkbokforing' });
  expect(t.call['ivo.lista']({ kvartal: kv3.kvartal, vilka: 'alla' }).rader[0]).toMatchObject({ erbjudanden: [], saknas: [] });
  expect(t.call['ivo.lista']({ kvartal: kv3.kvartal, vilka: 'alla' }).rader[0]?.uppgift).toBeUndefined();
  expect(await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'csv' })).toMatchObject({ ok: true, rader: 0, skyddade: 1 });
  expect([...t.filer.values()].join()).not.toMatch(/Ekström|rekryteras/);
  expect(logg(t)).toEqual([]);
  const med = await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'csv', skyddade: { skal: 'Till revisorerna' } });
  expect(med).toMatchObject({ ok: true, rader: 1, skyddade: 0 });
  expect(logg(t)).toEqual([['last', akt.person, expect.stringContaining('Till revisorerna')]]);
  t.close();
});

test('KLOCK-10 the figures name nobody, on paper, in the file or in the log, whoever is protected', async () => {
  const t = kor({ skydd: 'sekretessmarkering' });
  expect(await t.call['ivo.exportera']({ ...kv3, vad: 'siffror', format: 'csv' })).toMatchObject({ ok: true, rader: 1, skyddade: 0 });
  expect([...t.filer.values()][0]).toBe(
    '\ufeffKvartal;Lag;Insats;Räknas från;Antal;Längst, dagar\r\nkvartal 3 2026;LSS;Kontaktperson;Beslut;1;121\r\n',
  );
  await t.call['ivo.exportera']({ ...kv3, vad: 'siffror', format: 'pdf' });
  expect(JSON.stringify(t.dokument)).toContain('Kontaktperson');
  expect(JSON.stringify(t.dokument)).not.toMatch(/Ekström|Linnea|1999/);
  expect(logg(t).map(([, personId]) => personId)).toEqual([null, null]);
  t.close();
});

test('KLOCK-10 the report as PDF is made again when something changes while it is made, and says what the municipality lacks', async () => {
  const t = kor({
    under: () => t.apply([{ ...ivouppgift({ orsak: 'Ändrad orsak', rev: testId(898), sparad: signatur }), scope: aktScope(akt.person) }]),
  });
  expect(await t.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'pdf' })).toMatchObject({ ok: true, rader: 1 });
  expect(t.dokument.map((one) => JSON.stringify(one).includes('Ändrad orsak'))).toEqual([false, true]);
  expect(t.dokument[1]?.titel).toBe('Ej verkställda, kvartal 3 2026');
  expect([...t.filer.keys()]).toEqual(['/tmp/rapport/Ej verkställda beslut kvartal 3 2026 2026-10-08.pdf']);
  t.close();
  const utan = kor({ utanMall: true });
  expect(await utan.call['ivo.exportera']({ ...kv3, vad: 'rapport', format: 'pdf' })).toEqual({
    ok: false,
    saknas: [{ kod: 'mall-saknas', ref: 'ivorapport' }],
  });
  expect(utan.filer.size + utan.accessLog().length).toBe(0);
  utan.close();
});
