import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallResult } from '../../shared/ipc/contract.ts';
import type { SkannadFil, Skanvisning } from '../../shared/ipc/skanning.ts';
import { rawPages } from '../binder/testing/raw-pdf.ts';
import { BlobError } from '../blobs/blob-error.ts';
import { scan } from '../scan/testing/pictures.ts';
import { ids, personRecord, uuid } from '../services/testing/records.ts';
import { platformTimers } from '../sync/platform-timers.ts';
import type { CoreOptions, Scanner } from './core-options.ts';
import { anna, synced, testComputer, user } from './testing/computer.ts';

/** No thread and no PDF reader: what becomes of the bytes is what is looked at. */
const asItIs: Scanner = (file) => Promise.resolve({ bytes: file, sidor: 1 });
const pdf = (words: string) => rawPages([{ words }, {}]);

let folder: string;
const computers: { remove(): Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-skannat-'));
});
afterEach(async () => {
  for (const one of computers.splice(0)) await one.remove();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
let written = 0;
function put(name: string, bytes: Uint8Array | string = pdf('ett utlåtande')): void {
  writeFileSync(at(name), bytes);
  written += 1;
  const time = new Date(Date.parse('2026-11-20T08:00:00Z') + written * 1000);
  utimesSync(at(name), time, time);
}

/** A computer whose waits between two looks into the folder are the test's to end. */
function scanComputer() {
  const computer = testComputer();
  let passed = 0;
  const held = new Set<() => void>();
  const timers = {
    ...platformTimers,
    setTimeout(run: () => void, ms: number) {
      if (ms !== 5_000) return platformTimers.setTimeout(run, ms);
      held.add(run);
      return run;
    },
    clearTimeout(handle: unknown) {
      if (!held.delete(handle as () => void)) platformTimers.clearTimeout(handle);
    },
  };
  const clock = { now: () => new Date(computer.now().getTime() + passed) };
  async function start(over: Partial<CoreOptions> = {}, who = user) {
    const one = computer.start({ clock, timers, ...over });
    expect(await one.call('session.loggaIn', who)).toMatchObject({ ok: true });
    if (computer.server.state.reachable) await synced(one);
    const list = async () => {
      const answer = await one.call('skanning.lista', {});
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    };
    return {
      ...one,
      list,
      async choose(mapp: string | null = folder) {
        const answer = await one.call('skanning.mapp', { mapp });
        await expect.poll(async () => (await list()).laser).toBeUndefined();
        return answer;
      },
      /** The folder has been looked in once more. */
      async look(): Promise<void> {
        await expect.poll(() => held.size).toBeGreaterThan(0);
        passed += 5_000;
        for (const run of [...held]) {
          held.delete(run);
          run();
        }
        await expect.poll(() => held.size).toBeGreaterThan(0);
      },
      async file(name: string): Promise<SkannadFil> {
        const found = (await list()).filer.find(({ namn }) => namn === name);
        if (!found) throw new Error(`no ${name} in the folder`);
        return found;
      },
      async show(name: string): Promise<Extract<Skanvisning, { ok: true }>> {
        const answer = await one.call('skanning.visa', { id: (await this.file(name)).id });
        if (!answer.ok || !answer.value.ok) throw new Error(JSON.stringify(answer));
        return answer.value;
      },
      async fileIt(name: string, dokumentId = uuid(900)) {
        return one.call('kommando.kor', arkivera(await this.show(name), dokumentId));
      },
      async takeAway(name: string, dokumentId = uuid(900)) {
        return one.call('skanning.taBort', { id: (await this.file(name)).id, dokumentId });
      },
    };
  }
  const made = { ...computer, start, passedBy: (ms: number) => (passed += ms) };
  computers.push(made);
  return made;
}
const arkivera = ({ sha256, storlek, sidor }: Extract<Skanvisning, { ok: true }>, dokumentId = uuid(900)) => ({
  name: 'dokument.arkivera',
  input: {
    ...{ personId: anna, dokumentId, rubrik: 'Utlåtande', typ: 'Utlåtande', avsandare: 'Habiliteringen', sha256, storlek, sidor },
    knytsTill: { type: 'utredning', id: uuid(201) },
  },
});

describe('SKAN-01 the folder skannade dokument', () => {
  test("is the user's own choice on this computer, looked in by the clock, and told of when something comes", async () => {
    const computer = scanComputer();
    const one = await computer.start();
    expect(await one.list()).toEqual({ mapp: null, filer: [], fler: 0, ovriga: 0 });
    expect(await one.choose()).toEqual({ ok: true, value: { ok: true } });
    await expect.poll(() => one.list()).toEqual({ mapp: folder, filer: [], fler: 0, ovriga: 0 });
    put('a.pdf');
    put('brev.docx');
    const before = one.heard.filter(({ event }) => event === 'skanning').length;
    await one.look();
    expect(one.heard.filter(({ event }) => event === 'skanning').length).toBe(before + 1);
    expect(await one.list()).toMatchObject({ filer: [{ namn: 'a.pdf', lage: 'skrivs', ny: true }], ovriga: 1 });
    await one.look();
    expect(await one.file('a.pdf')).toMatchObject({ lage: 'klar' });
    await one.core.close();
    const again = await computer.start();
    await again.look();
    expect(await again.list()).toMatchObject({ mapp: folder, filer: [{ namn: 'a.pdf' }] });
    await again.core.close();
    const kollega = await computer.start({}, { anvandareId: ids.kollega });
    expect((await kollega.list()).mapp).toBeNull();
  });

  test("one that is gone, or the program's own, is refused and the earlier one stays", async () => {
    const computer = scanComputer();
    const one = await computer.start();
    await one.choose();
    for (const [mapp, hinder] of [
      [join(folder, 'borta'), 'mapp-finns-inte'],
      [computer.folder, 'mapp-ar-programmets'],
      ['inte hel', 'mapp-finns-inte'],
    ] as const) {
      expect(await one.choose(mapp)).toEqual({ ok: true, value: { ok: false, hinder } });
    }
    expect((await one.list()).mapp).toBe(folder);
    rmSync(folder, { recursive: true });
    await one.look();
    expect(await one.list()).toMatchObject({ mapp: folder, hinder: 'mapp-finns-inte', filer: [] });
    mkdirSync(folder);
    put('a.pdf');
    await one.look();
    await one.look();
    expect(await one.file('a.pdf')).toMatchObject({ lage: 'klar' });
    await one.choose(null);
    expect(await one.list()).toEqual({ mapp: null, filer: [], fler: 0, ovriga: 0 });
  });
});

async function withScan(over: Partial<CoreOptions> = {}, name = 'a.pdf', bytes: Uint8Array | string = pdf('Planterat utlatande')) {
  const computer = scanComputer();
  const one = await computer.start({ scanner: asItIs, ...over });
  await one.choose();
  put(name, bytes);
  await one.look();
  await one.look();
  return { computer, one };
}

describe('SKAN-03 SKAN-04 SKAN-05 a scan is shown, filed and taken out of the folder', () => {
  test('a picture becomes a PDF in a thread, which is shown, filed offline and kept; then the file goes', async () => {
    const { computer, one } = await withScan({}, 'fax.tif', scan('three-pages.tif'));
    await one.core.close();
    const again = await computer.start();
    await again.look();
    await again.look();
    computer.server.state.reachable = false;
    const shown = await again.show('fax.tif');
    expect(shown.sidor).toBe(3);
    const kalla = { slag: 'forhandsvisning', sha256: shown.sha256 } as const;
    const las = await again.call('dokument.las', { kalla, fran: 0, antal: 1_000_000 });
    const bytes = Buffer.from(las.ok ? las.value.bytes : '', 'base64');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes).toHaveLength(shown.storlek);
    expect(await again.file('fax.tif')).toMatchObject({ ny: false });
    expect(await again.fileIt('fax.tif')).toMatchObject({ ok: true, value: { ok: true } });
    expect(await again.takeAway('fax.tif')).toEqual({ ok: true, value: { ok: true } });
    expect(readdirSync(folder)).toEqual([]);
    expect((await again.list()).filer).toEqual([]);
    again.core.crash();
    const later = await computer.start();
    expect(Buffer.concat([...(await later.core.documents().read(uuid(900)))])).toEqual(bytes);
  });

  test('what cannot be kept whole says why, and nothing of it is stored', async () => {
    const locked = Buffer.from(pdf('x')).toString('latin1').replace('%%EOF', '');
    const computer = scanComputer();
    const one = await computer.start();
    await one.choose();
    put('halv.pdf', Buffer.from(locked, 'latin1'));
    put('text.pdf', 'inte alls');
    put('hel.pdf');
    await one.look();
    const early = await one.call('skanning.visa', { id: (await one.file('hel.pdf')).id });
    expect(early).toEqual({ ok: true, value: { ok: false, hinder: 'fil-skrivs' } });
    await one.look();
    const visa = async (name: string) => one.call('skanning.visa', { id: (await one.file(name)).id });
    expect(await visa('halv.pdf')).toEqual({ ok: true, value: { ok: false, hinder: 'skadad' } });
    expect(await visa('text.pdf')).toEqual({ ok: true, value: { ok: false, hinder: 'okant-format' } });
    const { id } = await one.file('hel.pdf');
    rmSync(at('hel.pdf'));
    expect(await one.call('skanning.visa', { id })).toEqual({ ok: true, value: { ok: false, hinder: 'fil-borta' } });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(computer.logged.filter(({ event }) => event === 'scan').map(({ code }) => code)).toEqual(['skadad', 'okant-format']);
  });

  test('with no room for it, or a right that is gone, it stays in the folder', async () => {
    const full = await withScan({ freeBytes: () => 0 });
    const { id } = await full.one.file('a.pdf');
    expect(await full.one.call('skanning.visa', { id })).toEqual({ ok: false, error: { code: 'dokument-ryms-inte' } });
    expect(await full.one.call('skanning.taBort', { id, dokumentId: uuid(900) })).toMatchObject({ value: { hinder: 'inte-sparad' } });
    expect(existsSync(at('a.pdf'))).toBe(true);
  });

  test('locked, nothing is listed, shown or removed', async () => {
    const { computer, one } = await withScan();
    const { id } = await one.file('a.pdf');
    await one.fileIt('a.pdf');
    computer.server.state.reachable = false;
    computer.passDays(15);
    for (const [name, input] of [
      ['skanning.lista', {}],
      ['skanning.visa', { id }],
      ['skanning.taBort', { id, dokumentId: uuid(900) }],
    ] as const) {
      expect(await one.call(name, input)).toMatchObject({ ok: false, error: { code: 'lasen-utgatt' } });
    }
    expect(existsSync(at('a.pdf'))).toBe(true);
  });
});

describe('SKAN-05 a file of the computer', () => {
  async function opened(over: Partial<CoreOptions> = {}) {
    const one = await scanComputer().start(over);
    await one.call('kund.oppna', { personId: anna });
    return one;
  }
  const inne = (answer: CallResult<'skanning.fil'>) => {
    const value = answer.ok ? answer.value : undefined;
    if (value?.slag !== 'inne' || !value.visning.ok) throw new Error(JSON.stringify(answer));
    return value.visning;
  };
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const bit = (bytes: Uint8Array) => ({
    ...{ personId: anna, id: uuid(950), namn: 'protokoll.pdf', storlek: bytes.length, fran: 0, del: text(bytes) },
  });

  test('is read as a scan is, filed, and known again; no folder is needed', async () => {
    const one = await opened({ scanner: asItIs });
    const bytes = pdf('ett protokoll');
    const half = Math.floor(bytes.length / 2);
    const forst = await one.call('skanning.fil', { ...bit(bytes), del: text(bytes.subarray(0, half)) });
    expect(forst).toEqual({ ok: true, value: { slag: 'mer', mottaget: half } });
    const made = inne(await one.call('skanning.fil', { ...bit(bytes), fran: half, del: text(bytes.subarray(half)) }));
    expect(await one.call('kommando.kor', arkivera(made))).toMatchObject({ ok: true, value: { ok: true } });
    expect(Buffer.concat([...(await one.core.documents().read(uuid(900)))])).toEqual(Buffer.from(bytes));
    expect(inne(await one.call('skanning.fil', bit(bytes))).sparad).toMatchObject({ dokumentId: uuid(900) });
  });

  test('is kept for a draft that names it, signed out meanwhile, and forgotten without one', async () => {
    const one = await opened({ scanner: asItIs });
    const [med, utan] = [inne(await one.call('skanning.fil', bit(pdf('med')))), inne(await one.call('skanning.fil', bit(pdf('utan'))))];
    const data = { egen: true, sha256: med.sha256 };
    await one.call('utkast.spara', { nyckel: `infoga:${anna}:${uuid(201)}`, personId: anna, titel: 'Infoga dokument', data });
    await one.call('session.loggaUt', {});
    await one.call('session.loggaIn', user);
    expect(await one.call('skanning.egen', { sha256: med.sha256 })).toMatchObject({ value: { ok: true, sha256: med.sha256, sidor: 1 } });
    const kalla = { slag: 'forhandsvisning', sha256: med.sha256 } as const;
    expect(await one.call('dokument.las', { kalla, fran: 0, antal: 10 })).toMatchObject({ ok: true });
    expect(await one.call('skanning.egen', { sha256: utan.sha256 })).toEqual({ ok: true, value: { ok: false, hinder: 'fil-glomd' } });
  });

  test('by its way nothing else is read: a draft that names other bytes shows none of them', async () => {
    const one = await opened({ scanner: asItIs });
    const { sha256 } = await one.core.documents().put([Buffer.from('%PDF-1.7 ett brev ur akten')]);
    const data = { egen: true, sha256, storlek: 26, sidor: 1 };
    await one.call('utkast.spara', { nyckel: `infoga:${anna}:${uuid(201)}`, personId: anna, titel: 'Infoga dokument', data });
    expect(await one.call('skanning.egen', { sha256 })).toEqual({ ok: true, value: { ok: false, hinder: 'fil-glomd' } });
    expect(await one.call('dokument.las', { kalla: { slag: 'forhandsvisning', sha256 }, fran: 0, antal: 10 })).toMatchObject({ ok: false });
  });

  test('that cannot be kept whole says why; a piece out of order, or of an akt that is not open, is none', async () => {
    const one = await opened();
    expect(await one.call('skanning.fil', bit(Buffer.from('ett brev i Word')))).toEqual({
      ok: true,
      value: { slag: 'inne', visning: { ok: false, hinder: 'okant-format' } },
    });
    expect(await one.call('skanning.fil', { ...bit(pdf('a')), fran: 5 })).toMatchObject({ ok: false, error: { code: 'finns-inte' } });
    expect(await one.call('skanning.fil', { ...bit(pdf('a')), personId: uuid(199) })).toMatchObject({ ok: false });
  });
});

test('a file that is locked or broken is known as that once it was looked at, until it is another', async () => {
  put('bruten.pdf', Buffer.from('%PDF-1.7 och inget mer'));
  const one = await scanComputer().start();
  await one.choose();
  await one.look();
  await one.look();
  expect(await one.file('bruten.pdf')).not.toHaveProperty('hinder');
  await one.call('skanning.visa', { id: (await one.file('bruten.pdf')).id });
  expect(await one.file('bruten.pdf')).toMatchObject({ hinder: 'skadad', ny: false });
  put('bruten.pdf', pdf('hel nu'));
  await one.look();
  await one.look();
  expect(await one.file('bruten.pdf')).not.toHaveProperty('hinder');
});

describe('FORB-50 removed once it is kept, never before', () => {
  test('not for a document that is not there, or that has other bytes', async () => {
    const { one } = await withScan();
    put('b.pdf', pdf('annat'));
    await one.look();
    await one.look();
    const nej = { ok: true, value: { ok: false, hinder: 'inte-sparad' } };
    expect(await one.takeAway('a.pdf')).toEqual(nej);
    await one.show('a.pdf');
    expect(await one.takeAway('a.pdf')).toEqual(nej);
    await one.fileIt('b.pdf');
    expect(await one.takeAway('a.pdf')).toEqual(nej);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('not when another lies there since it was shown', async () => {
    const { one } = await withScan();
    await one.fileIt('a.pdf');
    const { id } = await one.file('a.pdf');
    put('a.pdf', pdf('nasta blad'));
    expect(await one.call('skanning.taBort', { id, dokumentId: uuid(900) })).toEqual({
      ok: true,
      value: { ok: false, hinder: 'fil-andrad' },
    });
    await one.look();
    await one.look();
    // The new one is new, and is no document.
    expect(await one.file('a.pdf')).toMatchObject({ ny: true, lage: 'klar' });
    expect((await one.file('a.pdf')).sparad).toBeUndefined();
    expect(existsSync(at('a.pdf'))).toBe(true);
  });

  test('the program ended before it was removed: it is told whose akt has it, and can be removed', async () => {
    const { computer, one } = await withScan();
    await one.fileIt('a.pdf');
    one.core.crash();
    const again = await computer.start({ scanner: () => Promise.reject(new Error('not made twice')) });
    await again.look();
    await again.look();
    expect((await again.file('a.pdf')).sparad).toMatchObject({ dokumentId: uuid(900), kund: { personId: anna } });
    // It lies on the disk already.
    expect(await again.show('a.pdf')).toMatchObject({ sidor: 1, sparad: { dokumentId: uuid(900) } });
    expect(await again.takeAway('a.pdf')).toEqual({ ok: true, value: { ok: true } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the same bytes under another name are known when they are shown; a protected kund is not named', async () => {
    const { computer, one } = await withScan();
    await one.fileIt('a.pdf');
    put('kopia.pdf', readFileSync(at('a.pdf')));
    computer.server.change([personRecord(anna, { skydd: 'skyddadFolkbokforing' })]);
    await one.call('synk.nu', {});
    await one.look();
    await one.look();
    await expect.poll(() => one.show('kopia.pdf')).toMatchObject({ sparad: { dokumentId: uuid(900), kund: null } });
    expect(await one.file('kopia.pdf')).toMatchObject({ sparad: { kund: null } });
  });

  test('two users of one folder: whoever comes later finds it gone, and loses nothing', async () => {
    const first = await withScan();
    const second = scanComputer();
    const two = await second.start({ scanner: asItIs }, { anvandareId: ids.kollega });
    await two.choose();
    await two.look();
    await two.look();
    const seen = await two.file('a.pdf');
    await two.show('a.pdf');
    await first.one.fileIt('a.pdf');
    expect(await first.one.takeAway('a.pdf')).toEqual({ ok: true, value: { ok: true } });
    expect(await two.call('skanning.visa', { id: seen.id })).toEqual({ ok: true, value: { ok: false, hinder: 'fil-borta' } });
    await two.look();
    expect((await two.list()).filer).toEqual([]);
  });

  test('refused by the server it is not lost: its bytes are shown again, also when it is put back in its form', async () => {
    const { computer, one } = await withScan();
    const { id } = await one.file('a.pdf');
    const { sha256 } = await one.show('a.pdf');
    const sent = await one.fileIt('a.pdf');
    await one.takeAway('a.pdf');
    computer.server.state.refuse = 'atkomst-saknas';
    await one.call('synk.nu', {});
    await expect.poll(async () => one.call('status.hamta', {})).toMatchObject({ value: { attAtgarda: 1 } });
    await one.core.close();
    const again = await computer.start({ scanner: asItIs });
    await again.look();
    expect(await again.call('skanning.visa', { id })).toEqual({ ok: true, value: { ok: false, hinder: 'fil-borta' } });
    expect(await again.call('skanning.visa', { id, sha256 })).toMatchObject({ value: { ok: true, sha256, sidor: 1, borta: true } });
    const kalla = { slag: 'forhandsvisning', sha256 } as const;
    expect(await again.call('dokument.las', { kalla, fran: 0, antal: 10 })).toMatchObject({ ok: true });
    // Put back in its form: the draft names the bytes, and the refusal is done with.
    const draft = { nyckel: `infoga:${anna}:${uuid(201)}`, personId: anna, titel: 'Infoga dokument', data: { sha256 } };
    await again.call('utkast.spara', draft);
    const commandId = sent.ok && sent.value.ok ? sent.value.id : '';
    await again.call('utkorg.avgjord', { id: commandId });
    await again.call('session.loggaUt', {});
    await again.call('session.loggaIn', user);
    expect(await again.call('skanning.visa', { id, sha256 })).toMatchObject({ value: { ok: true, sha256, borta: true } });
  });

  test('by the way of a refused scan nothing else is read: not a letter that was made of the akt and refused', async () => {
    const { computer, one } = await withScan();
    const { id } = await one.file('a.pdf');
    const { sha256, storlek } = await one.core.documents().put([Buffer.from('%PDF-1.7 ett brev ur akten')]);
    const { name, input } = arkivera({ ok: true, sha256, storlek, sidor: 1 });
    for (const [n, mer] of [{ mall: { id: 'brev', version: '1' } }, { underlag: [{ type: 'dokument', id: uuid(300) }] }].entries())
      expect(await one.call('kommando.kor', { name, input: { ...input, ...mer, dokumentId: uuid(901 + n) } })).toMatchObject({ ok: true });
    computer.server.state.refuse = 'atkomst-saknas';
    await one.call('synk.nu', {});
    await expect.poll(async () => one.call('status.hamta', {})).toMatchObject({ value: { attAtgarda: 2 } });
    rmSync(at('a.pdf'));
    expect(await one.call('skanning.visa', { id, sha256 })).toEqual({ ok: true, value: { ok: false, hinder: 'fil-borta' } });
    const kalla = { slag: 'forhandsvisning', sha256 } as const;
    expect(await one.call('dokument.las', { kalla, fran: 0, antal: 10 })).toMatchObject({ ok: false, error: { code: 'finns-inte' } });
  });

  test('a document that is found to be wrong hinders nobody from filing the scan again', async () => {
    const { one } = await withScan();
    await one.fileIt('a.pdf');
    await one.call('kommando.kor', { name: 'dokument.felmarkera', input: { personId: anna, dokumentId: uuid(900), orsak: 'Fel kund' } });
    expect((await one.file('a.pdf')).sparad).toBeUndefined();
  });
});

/** Where any word of a file could have been left behind. */
const holding = (root: string, words: string[]): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => words.some((word) => readFileSync(join(entry.parentPath, entry.name)).includes(word)))
    .map(({ name }) => name);

test('FORB-50 ended at any moment the scan is in the folder or in the akt, and no word of it lies in plaintext elsewhere', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'aktnara-temp-'));
  const tmp = process.env.TMPDIR;
  process.env.TMPDIR = temp;
  try {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('visa', 'arkivera', 'taBort'), fc.integer({ min: 0, max: 30 }), async (during, turns) => {
        const words = 'Planterat utlatande';
        const bytes = pdf(words);
        const { computer, one } = await withScan({}, 'a.pdf', bytes);
        const { id } = await one.file('a.pdf');
        // Not awaited: it is under way when the program ends.
        if (during !== 'visa') await one.show('a.pdf');
        if (during === 'taBort') await one.fileIt('a.pdf');
        const sent =
          during === 'visa'
            ? one.call('skanning.visa', { id })
            : during === 'arkivera'
              ? one.fileIt('a.pdf').then(() => one.takeAway('a.pdf'))
              : one.takeAway('a.pdf');
        for (let n = 0; n < turns; n += 1) await platformTimers.breathe();
        one.core.crash();
        await sent.catch(() => undefined);
        // The computer's own folder lies in it.
        expect(holding(temp, ['Planterat', '%PDF-'])).toEqual([]);
        const again = await computer.start({ scanner: asItIs });
        const inFolder = existsSync(at('a.pdf')) && Buffer.compare(readFileSync(at('a.pdf')), bytes) === 0;
        const read = await again.core
          .documents()
          .read(uuid(900))
          .then(
            (pieces) => Buffer.concat([...pieces]),
            (error: unknown) => {
              if (!(error instanceof BlobError)) throw error;
              return undefined;
            },
          );
        const inAkt = read !== undefined && Buffer.compare(read, bytes) === 0;
        expect(inFolder || inAkt, `${during} ${turns}: ${inFolder} ${inAkt}`).toBe(true);
        if (inFolder) {
          await again.look();
          await again.look();
          // Filed now, or known to be.
          if (!inAkt) await again.fileIt('a.pdf');
          else expect((await again.file('a.pdf')).sparad).toMatchObject({ dokumentId: uuid(900) });
          expect(await again.takeAway('a.pdf')).toEqual({ ok: true, value: { ok: true } });
        }
        expect(readdirSync(folder)).toEqual([]);
        await computers.pop()?.remove();
      }),
      { numRuns: 15 },
    );
  } finally {
    if (tmp === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = tmp;
    rmSync(temp, { recursive: true });
  }
}, 120_000);

test('FORB-50 what was shown and not filed is off the disk when the user has signed out; the file stays', async () => {
  const { one } = await withScan();
  const shown = await one.show('a.pdf');
  await one.call('session.loggaUt', {});
  await one.call('session.loggaIn', user);
  expect(await one.call('kommando.kor', arkivera(shown))).toMatchObject({ ok: false, error: { code: 'dokument-skadat' } });
  await one.look();
  await one.look();
  expect(await one.show('a.pdf')).toMatchObject({ sha256: shown.sha256 });
});
