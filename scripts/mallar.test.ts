import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lagrumFor, mallFor } from '../shared/domain/dokument/gallande.ts';
import { mallkoder } from '../shared/domain/katalog/records.ts';
import { Katalog } from './demo/katalog.ts';
import { mallar } from './mallar.ts';

const folder = mkdtempSync(join(tmpdir(), 'aktnara-mallar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const katalog = new Katalog();
const state = { katalogLista: katalog.list.bind(katalog) };

describe('the municipality’s own values for documents', () => {
  test.each(mallkoder)('UTSK-02 %s has a mall', (kod) => expect(mallFor(state, kod, '2026-11-20')).toBeDefined());
  test('SKAN-05 what is made is filed as one of the kinds of document that the municipality has', () => {
    const typer = katalog.all('vardelista').flatMap(({ lista, varden }) => (lista === 'dokumenttyp' ? varden.map(({ namn }) => namn) : []));
    const filed = katalog.all('mall').filter(({ kod }) => !['bevakningslista', 'ivorapport', 'ivosiffror'].includes(kod));
    expect(filed.filter(({ dokumenttyp = '' }) => !typer.includes(dokumenttyp)).map(({ kod }) => kod)).toEqual([]);
  });
  test('UTSK-02 an utredning by LSS is printed by LSS utredningsdokument1', () => {
    expect(mallFor(state, 'utredning', '2026-11-20', { utredningstyp: 'LSS Utredning' })?.data.namn).toBe('LSS utredningsdokument1');
    expect(mallFor(state, 'utredning', '2026-11-20', { utredningstyp: 'IBIC utredning' })?.data.namn).toBe('Utredningsdokument');
  });
  test.each(['2024-02-29', '2025-06-30', '2025-07-01', '2026-11-20'])('every insats has a provision on %s, and a way to appeal', (dag) => {
    for (const { lass, lagrumKod, kod } of katalog.all('insats')) {
      if (lass) continue;
      const rad = lagrumFor(state, lagrumKod ?? '', dag);
      expect(rad, kod).toBeDefined();
      expect(lagrumFor(state, rad?.overklagas?.enligt ?? '', dag), kod).toBeDefined();
    }
  });
  test('the bistånd of socialtjänstlagen has the number of its day', () => {
    expect(lagrumFor(state, 'SOL_BISTAND', '2025-06-30')?.text).toBe('4 kap. 1 § socialtjänstlagen (2001:453)');
    expect(lagrumFor(state, 'SOL_BISTAND', '2025-07-01')?.text).toBe('11 kap. 1 § socialtjänstlagen (2025:400)');
  });
});

test('UTSK-06 a document of each mall is made of the demo municipality’s records', async () => {
  const { code, text } = await mallar(['--out', folder]);
  expect(text.split('\n').filter((line) => !/: \d+ pages, mall [a-z]+ 1$/.test(line))).toEqual([]);
  expect(code).toBe(0);
  const files = readdirSync(folder);
  expect(mallkoder.filter((kod) => !files.some((file) => file.startsWith(kod)))).toEqual([]);
  for (const file of files) expect(readFileSync(join(folder, file)).subarray(0, 5).toString(), file).toBe('%PDF-');
}, 120_000);

test('called without a folder it says how', async () => {
  expect(await mallar([])).toMatchObject({ code: 2, text: expect.stringContaining('npm run mallar -- --out DIR') as string });
  expect((await mallar(['--fel'])).code).toBe(2);
});

test('a place where no folder can be made is named', async () => {
  const file = join(folder, 'fil');
  writeFileSync(file, 'x');
  expect(await mallar(['--out', file])).toMatchObject({ code: 2, text: expect.stringContaining(`${file}: no folder can be made there`) });
});
