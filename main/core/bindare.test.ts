import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { BindError } from '../binder/bind-error.ts';
import { bindInThread } from '../binder/binder.ts';
import { look } from '../binder/testing/look.ts';
import { rawPages } from '../binder/testing/raw-pdf.ts';
import { lockPdf } from '../qpdf/qpdf.ts';
import { scan } from '../scan/testing/pictures.ts';
import { personRecord, signeradAv, stored, uuid } from '../services/testing/records.ts';
import type { CoreOptions } from './core-options.ts';
import { anna, synced, testComputer, user } from './testing/computer.ts';

const bo = uuid(102);
const beslut = rawPages([{ words: 'Planterat beslut' }, { words: 'Planterad bilaga' }]);
const utredning = rawPages([{ words: 'Planterad utredning' }, { words: 'sida 2' }, { words: 'sida 3' }]);
const protokoll = rawPages([{ words: 'Planterat protokoll' }]);
const [beslutId, utredningId] = [uuid(901), uuid(902)];

let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
  computer.server.change([personRecord(bo, { personnummer: '200912312386', efternamn: 'Bo', fornamn: 'Nils' })]);
});
afterEach(() => computer.remove());

async function signedIn(over: Partial<CoreOptions> = {}) {
  const one = computer.start(over);
  await one.call('session.loggaIn', user);
  await synced(one);
  await one.call('kund.oppna', { personId: anna });
  computer.server.state.reachable = false;
  return one;
}
type One = Awaited<ReturnType<typeof signedIn>>;

async function arkivera({ core, call }: One, dokumentId: string, rubrik: string, bytes: Uint8Array, sidor: number) {
  const { sha256, storlek } = await core.documents().put([bytes]);
  const knytsTill = { type: 'utredning', id: uuid(201) };
  const input = { personId: anna, dokumentId, rubrik, typ: 'Beslut', knytsTill, sha256, storlek, sidor };
  expect(await call('kommando.kor', { name: 'dokument.arkivera', input })).toMatchObject({ ok: true, value: { ok: true } });
}
async function akten(over: Partial<CoreOptions> = {}) {
  const one = await signedIn(over);
  await arkivera(one, beslutId, 'Beslut, personlig assistans', beslut, 2);
  await arkivera(one, utredningId, 'Utredning, LSS', utredning, 3);
  return one;
}

/** A file as the page hands it over: in pieces. */
async function taIn({ call }: One, id: string, namn: string, bytes: Uint8Array, personId = anna, bit = 100_000) {
  for (let fran = 0; ; fran += bit) {
    const del = Buffer.from(bytes.subarray(fran, fran + bit)).toString('base64');
    const svar = await call('bindare.fil', { personId, id, namn, storlek: bytes.length, fran, del });
    if (!svar.ok) throw new Error(svar.error.code);
    if (svar.value.slag !== 'mer') return svar.value;
  }
}
const fil = uuid(910);
const jobb = uuid(920);
const val = (delar: CallInput<'bindare.bind'>['delar'], over: Partial<CallInput<'bindare.bind'>> = {}): CallInput<'bindare.bind'> => ({
  ...{ jobb, personId: anna, titel: 'Beslut och utredning', framsida: false, sidnummer: false, delar },
  ...over,
});
const dokument = (id: string) => ({ kalla: { slag: 'dokument' as const, id } });
const inlagd = (id = fil) => ({ kalla: { slag: 'fil' as const, id } });
async function bunden(one: One, choice: CallInput<'bindare.bind'>) {
  const svar = await one.call('bindare.bind', choice);
  if (!svar.ok || !svar.value.ok) throw new Error(JSON.stringify(svar));
  return svar.value;
}
async function bytesOf(one: One, sha256: string): Promise<Uint8Array> {
  const svar = await one.call('dokument.las', { kalla: { slag: 'forhandsvisning', sha256 }, fran: 0, antal: 1_048_576 });
  if (!svar.ok) throw new Error(svar.error.code);
  return new Uint8Array(Buffer.from(svar.value.bytes, 'base64'));
}
const words = async (bytes: Uint8Array) => (await look(bytes)).pages.map(({ text }) => text.trim());

describe('BIND-01', () => {
  test('BIND-02 BIND-04 documents of the akt and a file from elsewhere become one PDF in the order chosen, offline, and it is filed as it was shown', async () => {
    const one = await akten();
    expect(await taIn(one, fil, 'protokoll.pdf', protokoll)).toMatchObject({ slag: 'inne', storlek: protokoll.length });
    const made = await bunden(one, val([dokument(utredningId), inlagd(), dokument(beslutId)]));
    expect(made).toMatchObject({
      ...{ ok: true, sidor: 6, omslag: 0, taggad: false },
      delar: [
        { namn: 'Utredning, LSS', sidor: 3 },
        { namn: 'protokoll', sidor: 1 },
        { namn: 'Beslut, personlig assistans', sidor: 2 },
      ],
    });
    const bytes = await bytesOf(one, made.sha256);
    expect(await words(bytes)).toEqual([
      ...['Planterad utredning', 'sida 2', 'sida 3'],
      ...['Planterat protokoll', 'Planterat beslut', 'Planterad bilaga'],
    ]);
    const { sha256, storlek, sidor } = made;
    const input = { ...{ personId: anna, dokumentId: uuid(903), rubrik: 'Bunt', typ: 'PDF-bunt', sha256, storlek, sidor } };
    const filed = { name: 'dokument.arkivera', input: { ...input, knytsTill: { type: 'utredning', id: uuid(201) } } };
    expect(await one.call('kommando.kor', filed)).toMatchObject({ ok: true, value: { ok: true } });
    expect(Buffer.concat([...(await one.core.documents().read(uuid(903)))])).toEqual(Buffer.from(bytes));
  });

  test('BIND-03 pages are chosen, in any order; a cover and page numbers are put in; it is told step by step', async () => {
    const one = await akten();
    const made = await bunden(
      one,
      val([{ ...dokument(utredningId), sidor: '3, 1', titel: 'Utdrag' }, dokument(beslutId)], { framsida: true, sidnummer: true }),
    );
    expect(made).toMatchObject({ sidor: 5, omslag: 1, delar: [{ namn: 'Utdrag', sidor: 2 }, { sidor: 2 }] });
    const [omslag, forsta, andra] = await words(await bytesOf(one, made.sha256));
    for (const ord of ['Beslut och utredning', 'Utdrag', 'Beslut, personlig assistans']) expect(omslag).toContain(ord);
    expect(forsta).toContain('sida 3');
    expect(forsta).toContain('Sida 2 av 5');
    expect(andra).toContain('Planterad utredning');
    const steg = one.heard.flatMap((event) => (event.event === 'bindare' && event.jobb === jobb ? [event.steg] : []));
    expect([...new Set(steg)]).toEqual(['laser', 'skriver', 'jamfor']);
  });

  test('a picture is bound as a page; what is neither PDF nor picture is refused with its reason', async () => {
    const one = await akten();
    const bild = scan('colour.jpg');
    expect(await taIn(one, fil, 'foto.jpg', bild)).toMatchObject({ slag: 'inne' });
    expect(await one.call('bindare.prova', { jobb, personId: anna, ...inlagd() })).toMatchObject({ value: { ok: true, sidor: 1 } });
    expect(await bunden(one, val([inlagd()]))).toMatchObject({ sidor: 1, delar: [{ namn: 'foto' }] });
    expect(await taIn(one, uuid(911), 'brev.docx', Buffer.from('PK\u0003\u0004 inget vi känner'))).toEqual({
      slag: 'nekad',
      kod: 'okant-format',
    });
  });

  test('one that is locked asks for its password, å ä ö in it too, and the bundle is told to have none', async () => {
    const one = await akten();
    await taIn(one, fil, 'låst.pdf', await lockPdf(protokoll, 'låsördet'));
    const prova = (losenord?: string) =>
      one.call('bindare.prova', { jobb, personId: anna, ...inlagd(), ...(losenord === undefined ? {} : { losenord }) });
    expect(await prova()).toMatchObject({ value: { ok: false, kod: 'losenord-behovs' } });
    expect(await prova('fel')).toMatchObject({ value: { ok: false, kod: 'fel-losenord' } });
    expect(await prova('låsördet')).toMatchObject({
      value: { ok: true, sidor: 1, anmarkningar: [{ slag: 'losenord' }, { slag: 'otaggad' }] },
    });
    expect(await one.call('bindare.bind', val([dokument(beslutId), inlagd()]))).toMatchObject({
      value: { ok: false, kod: 'losenord-behovs', del: 1 },
    });
    const made = await bunden(one, val([dokument(beslutId), { ...inlagd(), losenord: 'låsördet' }]));
    expect(made.delar[1]).toMatchObject({ sidor: 1, anmarkningar: [{ slag: 'losenord' }, { slag: 'otaggad' }] });
  });

  test('what cannot be bound is told with which document and why, and nothing is made', async () => {
    const one = await akten();
    await taIn(one, fil, 'trasig.pdf', protokoll.subarray(0, 200));
    expect(await one.call('bindare.bind', val([dokument(beslutId), inlagd()]))).toMatchObject({
      value: { ok: false, kod: 'skadad', del: 1 },
    });
    const sidor = await one.call('bindare.bind', val([{ ...dokument(beslutId), sidor: '1-3' }]));
    expect(sidor).toMatchObject({ value: { ok: false, kod: 'sidor-saknas', del: 0 } });
    const felmarkera = { personId: anna, dokumentId: beslutId, orsak: 'Fel kund' };
    expect(await one.call('kommando.kor', { name: 'dokument.felmarkera', input: felmarkera })).toMatchObject({ value: { ok: true } });
    const felmarkerat = await one.call('bindare.bind', val([dokument(utredningId), dokument(beslutId)]));
    expect(felmarkerat).toMatchObject({ value: { ok: false, kod: 'felmarkerat', del: 1 } });
  });

  test('one whose bytes are not here is fetched, and told when it cannot be', async () => {
    computer.server.change([
      stored('dokument', uuid(904), aktScope(anna), {
        ...{ rubrik: 'Borta', typ: 'Beslut', knytsTill: { type: 'utredning', id: uuid(201) }, sha256: 'a'.repeat(64) },
        ...{ storlek: 10, sidor: 1, skapad: signeradAv() },
      }),
    ]);
    const one = await akten();
    const svar = await one.call('bindare.bind', val([dokument(beslutId), dokument(uuid(904))]));
    expect(svar).toMatchObject({ value: { ok: false, kod: 'dokument-inte-har', del: 1 } });
  });
});

describe('one akt alone', () => {
  test("another kund's documents and files are not bound, nor those of an akt that is not open", async () => {
    const one = await akten();
    await taIn(one, fil, 'protokoll.pdf', protokoll);
    expect(await one.call('bindare.bind', val([dokument(beslutId)], { personId: bo }))).toMatchObject({
      ok: false,
      error: { code: 'finns-inte' },
    });
    await one.call('kund.oppna', { personId: bo });
    for (const del of [dokument(beslutId), inlagd()]) {
      const svar = await one.call('bindare.bind', val([del], { personId: bo }));
      expect(svar).toMatchObject({ value: { ok: false, kod: 'finns-inte', del: 0 } });
    }
    // The same file dropped in at both is each one's own.
    await taIn(one, uuid(911), 'protokoll.pdf', protokoll, bo);
    expect(await bunden(one, val([inlagd(uuid(911))], { personId: bo }))).toMatchObject({ sidor: 1 });
    expect(await bunden(one, val([inlagd()]))).toMatchObject({ sidor: 1 });
  });

  test('FRAGA-62 binding a document is reading it: it is in the access log, once', async () => {
    const one = await akten();
    await bunden(one, val([dokument(beslutId)]));
    await bunden(one, val([dokument(beslutId)]));
    computer.server.state.reachable = true;
    computer.server.state.accept = true;
    await one.call('synk.nu', {});
    // The akt's opening, and the document.
    await expect.poll(() => computer.server.state.accessed).toBe(2);
  });
});

describe('a file on its way in', () => {
  test('comes in pieces, in order, and no more than it said', async () => {
    const one = await signedIn();
    const bit = { personId: anna, id: fil, namn: 'p.pdf', storlek: 8, fran: 0, del: Buffer.from('%PDF').toString('base64') };
    expect(await one.call('bindare.fil', { ...bit, fran: 4 })).toMatchObject({ ok: false, error: { code: 'finns-inte' } });
    expect(await one.call('bindare.fil', bit)).toMatchObject({ value: { slag: 'mer', mottaget: 4 } });
    expect(await one.call('bindare.fil', { ...bit, fran: 2 })).toMatchObject({ ok: false, error: { code: 'ogiltig-indata' } });
    const langre = { ...bit, fran: 4, del: Buffer.from('12345').toString('base64') };
    expect(await one.call('bindare.fil', langre)).toMatchObject({ ok: false, error: { code: 'ogiltig-indata' } });
  });

  test('FORB-49 what was taken in or bound and never filed is gone after the user has signed out; what was filed stays', async () => {
    const one = await akten();
    await taIn(one, fil, 'protokoll.pdf', protokoll);
    const made = await bunden(one, val([dokument(beslutId), inlagd()]));
    await one.call('session.loggaUt', {});
    await one.call('session.loggaIn', user);
    await one.call('kund.oppna', { personId: anna });
    expect(await one.call('bindare.bind', val([inlagd()]))).toMatchObject({ value: { ok: false, kod: 'finns-inte' } });
    const { sha256, storlek, sidor } = made;
    const input = { ...{ personId: anna, dokumentId: uuid(903), rubrik: 'Bunt', typ: 'PDF-bunt', sha256, storlek, sidor } };
    const filed = { name: 'dokument.arkivera', input: { ...input, knytsTill: { type: 'utredning', id: uuid(201) } } };
    expect(await one.call('kommando.kor', filed)).toMatchObject({ ok: false, error: { code: 'dokument-skadat' } });
    expect([...(await one.core.documents().read(beslutId))].length).toBeGreaterThan(0);
  });
});

test('BIND-05 no file of the profile, and none that was left in the temporary folder, has a word of it in plaintext', async () => {
  // Of its own: what other tests leave meanwhile is not this one's.
  const temporary = mkdtempSync(join(tmpdir(), 'aktnara-bindare-tmp-'));
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(temporary, { recursive: true, force: true });
  });
  const one = await akten();
  await taIn(one, fil, 'Hemligt namn.pdf', protokoll);
  await bunden(one, val([dokument(beslutId), inlagd()], { titel: 'Hemlig bunt', framsida: true }));
  one.core.crash();
  const files = [computer.folder, temporary]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const word of ['Planterat', '%PDF-', 'Hemlig']) expect(bytes.includes(word), `${name} holds ${word}`).toBe(false);
  }
});

describe('while it binds', () => {
  /** A thread that never comes to an end by itself. */
  const hangs: NonNullable<CoreOptions['binder']> = (_sources, _options, { signal } = {}) =>
    new Promise((_resolve, reject) => {
      const end = () => reject(new BindError('avbruten', ''));
      if (signal?.aborted) end();
      else signal?.addEventListener('abort', end);
    });

  test('other calls are answered; it is ended when the user says so, and the next is bound', async () => {
    let begun = 0;
    const one = await akten({ binder: (...args) => (begun++ === 0 ? hangs(...args) : bindInThread(...args)) });
    const pending = one.call('bindare.bind', val([dokument(beslutId)]));
    await expect.poll(() => begun).toBe(1);
    expect(await one.call('dokument.lista', { personId: anna })).toMatchObject({ ok: true });
    const next = one.call('bindare.bind', val([dokument(utredningId)], { jobb: uuid(921) }));
    await one.call('bindare.avbryt', { jobb });
    expect(await pending).toMatchObject({ value: { ok: false, kod: 'avbruten' } });
    expect(await next).toMatchObject({ value: { ok: true, sidor: 3 } });
  });

  test('signing out ends it', async () => {
    let begun = 0;
    const one = await akten({
      binder: (...args) => {
        begun += 1;
        return hangs(...args);
      },
    });
    const pending = one.call('bindare.bind', val([dokument(beslutId)]));
    await expect.poll(() => begun).toBe(1);
    await one.call('session.loggaUt', {});
    expect(await pending).toMatchObject({ value: { ok: false, kod: 'avbruten' } });
  });

  test('a document that a colleague has marked as wrong meanwhile is in no bundle', async () => {
    const one = await akten({
      binder: async (...args) => {
        const felmarkera = { personId: anna, dokumentId: beslutId, orsak: 'Fel kund' };
        await one.call('kommando.kor', { name: 'dokument.felmarkera', input: felmarkera });
        return bindInThread(...args);
      },
    });
    const svar = await one.call('bindare.bind', val([dokument(utredningId), dokument(beslutId)]));
    expect(svar).toMatchObject({ value: { ok: false, kod: 'felmarkerat', del: 1 } });
  });
});
