import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { type CentralServer, startCentralServer } from '../e2e/fixtures/central-server.ts';
import { openNetwork } from '../e2e/fixtures/network.ts';
import { Killed, Program } from './killed-program.ts';

/**
 * A real program is killed at each step of what it does with documents (`die-at.ts`), and started again on what is left. `AKTNARA_KILLS=1` kills
 * at every step; else at a spread of them, which is the same each time.
 */
const mostKills = process.env.AKTNARA_KILLS ? Number.POSITIVE_INFINITY : 4;
const patience = { timeout: 60_000, interval: 20 };
const losenord = 'fyra blå elefanter går';
const word = 'Planteratutlåtande';

let root: string;
let central: CentralServer;
let network: Awaited<ReturnType<typeof openNetwork>>;
let tenant: string;
let program: Program;
let kund = { personId: '', utredningId: '' };
const at = (...path: string[]) => join(root, ...path);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'aktnara-kill-'));
  for (const one of ['data', 'data2', 'temp', 'scan', 'usb', 'bin']) mkdirSync(at(one));
  central = await startCentralServer({ persons: 12 });
  network = await openNetwork(central.url);
  tenant = await central.newTenant();
  install('lpstat', "console.log(process.argv[2] === '-e' ? 'Plan_3' : 'system default destination: Plan_3');");
  program = programIn('data');
  await program.start();
  await signIn(program);
  await program.call('skanning.mapp', { mapp: at('scan') });
  await network.cut();
}, 120_000);
afterAll(async () => {
  await program?.kill();
  await network?.close();
  await central?.close();
  rmSync(root, { recursive: true, force: true });
});

/** A command in the place of CUPS's own. */
function install(name: string, body: string): void {
  writeFileSync(at('bin', name), `#!${process.execPath}\n${body}`);
  chmodSync(at('bin', name), 0o755);
}
function programIn(folder: string): Program {
  const path = [at('bin'), process.env.PATH].join(delimiter);
  return new Program({ dataDir: at(folder), serverUrl: network.url, tenant, temp: at('temp'), path });
}

/** Waits for what is to come; not for a program that is dead. */
async function until<T>(check: () => Promise<T>): Promise<T> {
  const found = await vi.waitFor(async () => {
    try {
      return await check();
    } catch (error) {
      if (error instanceof Killed) return error;
      throw error;
    }
  }, patience);
  if (found instanceof Killed) throw found;
  return found;
}

async function signIn(one: Program): Promise<void> {
  const { anvandare } = await one.call('session.anvandare', {});
  await one.call('session.loggaIn', { anvandareId: anvandare.find(({ namn }) => namn.includes('Nyström'))?.id ?? '' });
  await until(async () => expect((await one.call('status.hamta', {})).hamtad).not.toBeNull());
  if (kund.personId !== '') return void (await one.call('kund.oppna', { personId: kund.personId }));
  const personId = await until(async () => {
    const answer = await one.call('sok.person', { text: 'Ekström Linnea', arhundrade: 'alla' });
    const found = answer.slag === 'traffar' ? answer.rader[0]?.personId : undefined;
    if (found === undefined) throw new Error('the search is not built yet');
    return found;
  });
  await one.call('kund.oppna', { personId });
  const { utredningar } = await one.call('kund.akt', { personId });
  kund = { personId, utredningId: utredningar.find(({ data }) => data.avslutad === undefined)?.id ?? '' };
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A PDF of one page that has a word in plaintext, and bytes that are in no other. */
function plantedPdf(): Buffer {
  const page = `BT /F1 12 Tf 20 100 Td (${word} ${randomBytes(24).toString('hex')}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>>stream\n${page}\nendstream\n`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, n) => {
    const place = file.length;
    file += `${n + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + xref, 'latin1');
}

/** Files of the program's own folder, or left in a temporary one, that tell anything of the case. */
function telling(...folders: string[]): string[] {
  const plain = [
    ...[word, 'Ekström, Linnea', 'Linnea Maria'].flatMap((text) => encodings.map((one) => Buffer.from(text, one))),
    Buffer.from('%PDF-'),
  ];
  return folders
    .flatMap((folder) => readdirSync(at(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .filter((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return plain.some((one) => bytes.includes(one));
    })
    .map(({ name }) => name);
}
const encodings = ['utf8', 'latin1', 'utf16le'] as const;

type Killing<T> = {
  /** The steps it is killed at, by the beginnings of their names. */
  of: readonly string[];
  prepare: () => T | Promise<T>;
  /** Does it all. */
  act: (given: T) => Promise<void>;
  /** At what a kill has left, in a program that has been started again. */
  look: (given: T, step: string) => Promise<void>;
};

/** Does something in a program that is killed at one step of it after another, and looks at what is there each time. */
async function killAtEachStep<T>({ of, prepare, act, look }: Killing<T>): Promise<void> {
  const whole = await prepare();
  program.arm(0, of);
  await act(whole);
  const steps = [...program.steps];
  expect(steps.length).toBeGreaterThan(1);
  await look(whole, 'the end');
  // The first is one of them: what goes on beside it may make the steps fewer than they were, but never none.
  const every = Math.max(1, Math.ceil(steps.length / mostKills));
  const chosen = steps.map((_, n) => n + 1).filter((n) => (n - 1) % every === 0 || n === steps.length);
  let killed = 0;
  for (const nth of chosen) {
    const given = await prepare();
    program.arm(nth, of);
    try {
      await act(given);
      // What goes on beside it may have taken a step less this time.
      await program.kill();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed += 1;
    }
    const step = `${nth} of ${steps.length}, ${steps[nth - 1]}`;
    expect(telling('data', 'data2', 'temp'), step).toEqual([]);
    await program.start();
    await signIn(program);
    await look(given, step);
    expect(telling('data', 'data2', 'temp'), step).toEqual([]);
  }
  expect(killed).toBeGreaterThan(0);
}

/** The document as the page reads it; undefined when there is none. */
async function dokument(id: string): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  for (let fran = 0; ; ) {
    const answer = await program.try('dokument.las', { kalla: { slag: 'dokument', id }, fran, antal: 1_000_000 });
    if (!answer.ok) {
      expect(answer.error.code).toBe('finns-inte');
      return undefined;
    }
    pieces.push(Buffer.from(answer.value.bytes, 'base64'));
    fran += pieces.at(-1)?.length ?? 0;
    if (fran >= answer.value.storlek) return Buffer.concat(pieces);
  }
}
const isSame = async (id: string, bytes: Buffer | undefined): Promise<boolean> =>
  bytes?.equals((await dokument(id)) ?? Buffer.alloc(0)) ?? false;
const arkivera = (fil: { sha256: string; storlek: number; sidor: number }, dokumentId: string, over = {}) => ({
  name: 'dokument.arkivera',
  input: {
    ...{
      personId: kund.personId,
      dokumentId,
      rubrik: 'Utlåtande',
      typ: 'Utlåtande',
      knytsTill: { type: 'utredning', id: kund.utredningId },
    },
    ...{ sha256: fil.sha256, storlek: fil.storlek, sidor: fil.sidor, ...over },
  },
});
const brev = () => ({
  ...{ slag: 'brev' as const, personId: kund.personId, knytsTill: { type: 'utredning' as const, id: kund.utredningId } },
  ...{ titel: 'Kallelse', text: fromPlainText(`${word} ${randomUUID()}`) },
});
async function granskat() {
  const made = await program.call('dokument.granska', brev());
  if (!made.ok) throw new Error(JSON.stringify(made.saknas));
  return made;
}
/** Stands filed whole, or not at all. @returns whether it is filed */
async function isWhole(id: string, sha256: string | undefined, step: string): Promise<boolean> {
  const bytes = await dokument(id);
  if (bytes && sha256 !== undefined) expect(sha256Of(bytes), step).toBe(sha256);
  return bytes !== undefined;
}

describe('FORB-49 killed at any step, with no network', () => {
  test('Skapa PDF: what was written is there; the document is in the akt whole, or not at all', async () => {
    await killAtEachStep({
      of: ['about to commit', 'document made'],
      prepare: async () => {
        const nyckel = `utskrift:${randomUUID()}`;
        await program.call('utkast.spara', { nyckel, personId: kund.personId, titel: 'Brev', data: { text: nyckel } });
        return { nyckel, id: randomUUID(), made: undefined as string | undefined };
      },
      act: async (given) => {
        const made = await granskat();
        given.made = made.sha256;
        await program.call('kommando.kor', { ...arkivera(made, given.id), utkast: given.nyckel });
      },
      look: async ({ nyckel, id, made }, step) => {
        const drafts = (await program.call('utkast.lista', {})).map((one) => one.nyckel);
        expect(drafts.includes(nyckel), step).toBe(!(await isWhole(id, made, step)));
      },
    });
  }, 300_000);

  test('a scan is filed: it is in the folder or in the akt, and leaves the folder once it is kept', async () => {
    await killAtEachStep({
      of: ['about to commit', 'scan made', 'file'],
      prepare: async () => {
        const given = { namn: `${randomUUID()}.pdf`, bytes: plantedPdf(), id: randomUUID() };
        for (const one of readdirSync(at('scan'))) rmSync(at('scan', one));
        writeFileSync(at('scan', given.namn), given.bytes);
        utimesSync(at('scan', given.namn), new Date('2026-01-01'), new Date('2026-01-01'));
        await until(async () => expect(await fileInFolder(given.namn)).toMatchObject({ lage: 'klar' }));
        return given;
      },
      act: async ({ namn, id }) => {
        const { id: fil } = await fileInFolder(namn);
        const visad = await program.call('skanning.visa', { id: fil });
        if (!visad.ok) throw new Error(visad.hinder);
        await program.call('kommando.kor', arkivera(visad, id));
        await program.call('skanning.taBort', { id: fil, dokumentId: id });
      },
      look: async ({ namn, bytes, id }, step) => {
        const isInFolder = existsSync(at('scan', namn));
        if (isInFolder) expect(readFileSync(at('scan', namn)), step).toEqual(bytes);
        const filed = await dokument(id);
        expect(isInFolder || filed !== undefined, step).toBe(true);
        if (filed) expect(filed.includes('%%EOF'), step).toBe(true);
      },
    });
  }, 300_000);

  test('bindare: what was dropped in and bound lies nowhere in plaintext, and is filed whole or not at all', async () => {
    await killAtEachStep({
      of: ['about to commit', 'scan made', 'bundle made'],
      prepare: () => ({ fil: randomUUID(), bytes: plantedPdf(), id: randomUUID(), made: undefined as string | undefined }),
      act: async (given) => {
        const { personId } = kund;
        const { fil, bytes } = given;
        const del = { personId, id: fil, namn: 'utlåtande.pdf', storlek: bytes.length, fran: 0, del: bytes.toString('base64') };
        expect(await program.call('bindare.fil', del)).toMatchObject({ slag: 'inne' });
        const svar = await program.call('bindare.bind', {
          ...{ jobb: randomUUID(), personId, titel: 'Bunt', framsida: true, sidnummer: true },
          delar: [{ kalla: { slag: 'fil', id: fil } }, { kalla: { slag: 'fil', id: fil } }],
        });
        if (!svar.ok) throw new Error(svar.kod);
        given.made = svar.sha256;
        await program.call('kommando.kor', arkivera(svar, given.id));
      },
      look: async ({ id, made }, step) => void (await isWhole(id, made, step)),
    });
  }, 300_000);

  test('krismapp: a folder is whole, or says itself that it is not; nothing in it is in plaintext', async () => {
    await killAtEachStep({
      of: ['file'],
      prepare: () => {
        for (const one of readdirSync(at('usb'))) rmSync(at('usb', one), { recursive: true });
      },
      act: async () =>
        void (await program.call('kris.skapa', { mapp: at('usb'), losenord, urval: 'mina', skyddade: { skal: 'Reservrutin' } })),
      look: async (_, step) => {
        for (const mapp of readdirSync(at('usb'))) {
          const filer = readdirSync(at('usb', mapp));
          if (filer.some((namn) => namn.includes('OFÄRDIG'))) continue;
          // A folder that has just been made is empty.
          if (filer.length === 0) continue;
          expect(filer, step).toContain('00 Krislista.pdf');
          for (const namn of filer.filter((one) => one.endsWith('.pdf')))
            expect(
              readFileSync(at('usb', mapp, namn))
                .subarray(-6)
                .toString(),
              `${step}: ${namn}`,
            ).toContain('%%EOF');
        }
        const words = telling('usb').filter((namn) => !namn.endsWith('.pdf'));
        expect(words, step).toEqual([]);
      },
    });
  }, 300_000);

  test('Spara kopia: under its own name the copy is whole, and it is in the access log', async () => {
    const { id, bytes } = await filed();
    const rader = new Set<string>();
    await killAtEachStep({
      of: ['file'],
      prepare: () => {
        for (const one of readdirSync(at('usb'))) rmSync(at('usb', one), { recursive: true });
        return { titel: `Kopia ${randomUUID()}` };
      },
      act: async ({ titel }) =>
        void (await program.call('dokument.sparaKopia', { kalla: { slag: 'dokument', id }, titel, kontrollerad: true, mapp: at('usb') })),
      look: async ({ titel }, step) => {
        const filer = readdirSync(at('usb'));
        if (filer.length > 0) rader.add(titel);
        for (const namn of filer.filter((one) => one.endsWith('.pdf'))) {
          const copy = readFileSync(at('usb', namn));
          expect(copy.length === 0 || copy.equals(bytes), `${step}: ${namn}`).toBe(true);
        }
      },
    });
    await logged([...rader]);
  }, 300_000);

  test('a printer has been given nothing that is not in the access log, offline too', async () => {
    const { id } = await filed();
    install(
      'lp',
      "process.stdin.once('data', () => { require('node:fs').writeFileSync(__dirname + '/given', 'x'); process.kill(process.ppid, 'SIGKILL'); });",
    );
    const titel = `Utskrift ${randomUUID()}`;
    const skrivUt = program.call('dokument.skrivUt', {
      ...{ kalla: { slag: 'dokument', id }, titel, kontrollerad: true, skrivare: 'Plan_3', antal: 1, dubbelsidigt: 'nej' },
    });
    await expect(skrivUt).rejects.toThrow(Killed);
    expect(existsSync(at('bin', 'given'))).toBe(true);
    expect(telling('data', 'data2', 'temp')).toEqual([]);
    await program.start();
    await signIn(program);
    await logged([titel]);
  }, 60_000);
});

describe('killed at any step while bytes go up or down', () => {
  test('they come to the server and to another computer, whole', async () => {
    let latest: { id: string; bytes: Buffer } | undefined;
    await killAtEachStep({
      of: ['about to send', 'piece answered', 'sync bytes sent'],
      prepare: async () => {
        await network.cut();
        latest = await filed();
        return latest;
      },
      act: async ({ id }) => {
        await network.restore();
        await program.call('synk.nu', {});
        await until(async () => expect(await program.call('dokument.hamta', { id })).toMatchObject({ lage: 'mottagen' }));
      },
      look: async ({ id, bytes }) => {
        await network.restore();
        await program.call('synk.nu', {});
        await until(async () => expect(await program.call('dokument.hamta', { id })).toMatchObject({ lage: 'mottagen' }));
        expect(await isSame(id, bytes)).toBe(true);
      },
    });
    const { id = '', bytes } = latest ?? {};
    await killAtEachStep({
      of: ['some bytes came', 'sync bytes fetched'],
      // A computer that has nothing of it.
      prepare: async () => {
        await program.kill();
        rmSync(at('data2'), { recursive: true });
        mkdirSync(at('data2'));
        program = programIn('data2');
        await program.start();
      },
      act: async () => {
        await signIn(program);
        await dokument(id);
      },
      look: async () => expect(await isSame(id, bytes)).toBe(true),
    });
  }, 300_000);
});

async function fileInFolder(namn: string) {
  const found = (await program.call('skanning.lista', {})).filer.find((one) => one.namn === namn);
  if (!found) throw new Error(`no ${namn} in the folder`);
  return found;
}

/** A document of the akt that was dropped in, too large to go in one piece. */
async function filed(): Promise<{ id: string; bytes: Buffer }> {
  const id = randomUUID();
  const fil = randomUUID();
  const planted = plantedPdf();
  const bytes = Buffer.concat([planted, Buffer.from(`% ${'fyllning '.repeat(300_000)}\n%%EOF\n`)]);
  const { personId } = kund;
  let fran = 0;
  for (const del of [bytes.subarray(0, 900_000), bytes.subarray(900_000, 1_800_000), bytes.subarray(1_800_000)]) {
    const svar = await program.call('bindare.fil', {
      personId,
      id: fil,
      namn: 'stor.pdf',
      storlek: bytes.length,
      fran,
      del: del.toString('base64'),
    });
    fran += del.length;
    if (svar.slag === 'inne') await program.call('kommando.kor', arkivera({ ...svar, sidor: 1 }, id));
  }
  return { id, bytes };
}

/** The server comes to have a row of each in its access log. */
async function logged(titlar: string[]): Promise<void> {
  expect(titlar.length).toBeGreaterThan(0);
  await network.restore();
  await program.call('synk.nu', {});
  await until(async () => {
    const rows = await central.db.selectFrom('access_log').select('detail').where('tenant', '=', tenant).execute();
    for (const titel of titlar)
      expect(
        rows.some(({ detail }) => detail?.includes(titel)),
        titel,
      ).toBe(true);
  });
  await network.cut();
}
