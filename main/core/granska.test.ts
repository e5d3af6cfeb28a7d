import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eansokanScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { DocumentsWorker } from '../documents/documents-worker.ts';
import { brev } from '../documents/testing/dokument.ts';
import { anteckningRecord, dokumentkatalog, ids, personRecord, signeradAv, stored, uuid } from '../services/testing/records.ts';
import type { CoreOptions } from './core-options.ts';
import { anna, synced, testComputer, user } from './testing/computer.ts';

const utredning = { slag: 'utredning' as const, id: uuid(201) };
const not = (id: string, text: string, over = {}) =>
  anteckningRecord(anna, id, {
    dokumentation: utredning,
    rubrikKod: 'BAKGRUND',
    text: fromPlainText(text),
    signerad: signeradAv(),
    ...over,
  });

let computer: ReturnType<typeof testComputer>;
let renderer: DocumentsWorker;
beforeEach(() => {
  computer = testComputer();
  computer.server.change([...dokumentkatalog, not(uuid(301), 'Planterat ord står här.')]);
  renderer = new DocumentsWorker();
});
afterEach(async () => {
  await computer.remove();
  await renderer.close();
});

async function signedIn(over: Partial<CoreOptions> = {}) {
  const one = computer.start({ documentRenderer: renderer, ...over });
  await one.call('session.loggaIn', user);
  await synced(one);
  await one.call('kund.oppna', { personId: anna });
  return one;
}
const val = { slag: 'utredning' as const, personId: anna, utredningId: uuid(201) };
type Core = Awaited<ReturnType<typeof signedIn>>;
async function granskat(one: Core, choice: Parameters<typeof one.call<'dokument.granska'>>[1] = val) {
  const answer = await one.call('dokument.granska', choice);
  if (!answer.ok || !answer.value.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}
const arkivera = ({ sha256, storlek, sidor, mall, underlag, titel }: Awaited<ReturnType<typeof granskat>>) => ({
  name: 'dokument.arkivera',
  input: {
    ...{ personId: anna, dokumentId: uuid(900), rubrik: titel, typ: 'Utredning', sha256, storlek, sidor, underlag },
    mall: { id: mall.id, version: String(mall.version) },
    knytsTill: { type: 'utredning', id: uuid(201) },
  },
});

describe('UTSK-04 Granska', () => {
  test('tells what the document is and what it was made from, offline, and the bytes are those that are filed', async () => {
    const one = await signedIn();
    computer.server.state.reachable = false;
    const made = await granskat(one);
    expect(made).toMatchObject({ titel: 'Dokument utredning', sidor: 1, mall: { namn: 'Mall utredning', version: 2 } });
    expect(made.underlag.map(({ type }) => type)).toEqual(['person', 'utredning', 'dokumentation']);
    expect(await one.call('kommando.kor', arkivera(made))).toMatchObject({ ok: true, value: { ok: true } });
    const bytes = Buffer.concat([...(await one.core.documents().read(uuid(900)))]);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes).toHaveLength(made.storlek);
  });

  test('the same akt gives the same bytes, and another text another document made from another revision', async () => {
    const one = await signedIn();
    const [first, again] = [await granskat(one), await granskat(one)];
    expect(again).toEqual(first);
    computer.server.change([not(uuid(302), 'Mer står här.')]);
    await one.call('synk.nu', {});
    await expect.poll(async () => (await granskat(one)).sha256).not.toBe(first.sha256);
    const changed = await granskat(one);
    expect(changed.underlag[0]).toEqual(first.underlag[0]);
    expect(changed.underlag[2]).not.toEqual(first.underlag[2]);
  });

  test('what is missing is told with the way to it, and no document is made', async () => {
    const one = await signedIn();
    computer.server.change([not(uuid(303), 'Utkast', { signerad: undefined })]);
    await one.call('synk.nu', {});
    const osignerad = { slag: 'anteckning' as const, personId: anna, anteckningId: uuid(303) };
    await expect
      .poll(async () => one.call('dokument.granska', osignerad))
      .toEqual({
        ok: true,
        value: {
          ok: false,
          saknas: [
            {
              ...{ kod: 'anteckning-osignerad', ref: uuid(303) },
              vag: { slag: 'text', dokumentation: utredning, rubrikKod: 'BAKGRUND', anteckningId: uuid(303) },
            },
          ],
        },
      });
    const beslut = { slag: 'beslut' as const, personId: anna, beslutId: uuid(999) };
    expect(await one.call('dokument.granska', beslut)).toMatchObject({ value: { ok: false, saknas: [{ kod: 'finns-inte' }] } });
  });

  test('of an akt that is not opened nothing is made, and reading it is in the access log', async () => {
    computer.server.change([personRecord(uuid(102), { personnummer: '200912312386' })]);
    const one = await signedIn();
    const annan = await one.call('dokument.granska', { ...val, personId: uuid(102) });
    expect(annan).toMatchObject({ ok: false, error: { code: 'finns-inte' } });
    await granskat(one);
    await granskat(one);
    computer.server.state.accept = true;
    await one.call('synk.nu', {});
    // Anna's opening, and that the dokumentation was read, once.
    await expect.poll(() => computer.server.state.accessed).toBe(2);
  });
});

test('FRAGA-62 what was granskat before she was protected is not printed with her address, offline or not', async () => {
  const printed: Uint8Array[] = [];
  const one = await signedIn({
    skrivare: {
      tar: 'pdf',
      lista: async () => [{ id: 'plan3', namn: 'Plan 3', forvald: true }],
      skrivUt: async ({ bytes }) => void (bytes && printed.push(bytes)),
    },
  });
  const brevet = {
    ...{ slag: 'brev' as const, personId: anna, knytsTill: { type: 'utredning' as const, id: uuid(201) } },
    ...{ titel: 'Kallelse', text: fromPlainText('Välkommen.') },
  };
  const skrivUt = (sha256: string) =>
    one.call('dokument.skrivUt', {
      ...{ kalla: { slag: 'forhandsvisning', sha256 }, titel: 'Kallelse', kontrollerad: true, skrivare: 'plan3' },
      ...{ antal: 1, dubbelsidigt: 'nej' },
    });
  const made = await granskat(one, brevet);
  expect(await skrivUt(made.sha256)).toMatchObject({ ok: true });
  computer.server.change([personRecord(anna, { skydd: 'sekretessmarkering', adress: undefined })]);
  await one.call('synk.nu', {});
  await expect.poll(async () => (await granskat(one, brevet)).sha256).not.toBe(made.sha256);
  expect(await skrivUt(made.sha256)).toMatchObject({ ok: false, error: { code: 'finns-inte' } });
  expect(await skrivUt((await granskat(one, brevet)).sha256)).toMatchObject({ ok: true });
  expect(printed).toHaveLength(2);
});

test('UTSK-02 a mall that was chosen is taken, and one that is not there is told', async () => {
  const one = await signedIn();
  const { mall } = await granskat(one);
  expect((await granskat(one, { ...val, mallId: mall.id })).mall).toEqual(mall);
  expect(await one.call('dokument.granska', { ...val, mallId: uuid(9) })).toMatchObject({
    value: { ok: false, saknas: [{ kod: 'mall-saknas' }] },
  });
});

test('FORB-49 what was shown and never filed is gone after the user has signed out; what was filed stays', async () => {
  const one = await signedIn();
  const filed = await granskat(one);
  await one.call('kommando.kor', arkivera(filed));
  const journal = await granskat(one, { slag: 'journal', personId: anna, dokumentation: utredning });
  await one.call('session.loggaUt', {});
  await one.call('session.loggaIn', user);
  expect([...(await one.core.documents().read(uuid(900)))].length).toBeGreaterThan(0);
  const osparat = { ...arkivera(journal), input: { ...arkivera(journal).input, dokumentId: uuid(901) } };
  expect(await one.call('kommando.kor', osparat)).toMatchObject({ ok: false, error: { code: 'dokument-skadat' } });
});

test('no file of the profile has a word of what was shown, in plaintext or as a PDF', async () => {
  const one = await signedIn();
  await granskat(one);
  one.core.crash();
  const files = readdirSync(computer.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const word of ['Planterat', '%PDF-', 'Provköpings']) expect(bytes.includes(word), `${name} holds ${word}`).toBe(false);
  }
});

test('a document that did not come out right is told in words and logged, and nothing of it is kept', async () => {
  const render = vi.fn(() => Promise.resolve({ ok: false as const, error: { code: 'ord-saknas', detail: 'words-lost: 3 of 4 letters' } }));
  const one = await signedIn({ documentRenderer: { render, close: () => Promise.resolve() } });
  expect(await one.call('dokument.granska', val)).toEqual({ ok: false, error: { code: 'dokument-gick-inte', detail: 'ord-saknas' } });
  expect(computer.logged).toContainEqual({ event: 'render', code: 'ord-saknas', error: 'words-lost: 3 of 4 letters' });
});

test('the thread that makes documents ends with the core', async () => {
  const one = await signedIn();
  await one.core.close();
  expect(await renderer.render(brev())).toMatchObject({ ok: false, error: { code: 'stoppad' } });
});

describe('EANS-13 the application as PDF', () => {
  const inkommen = stored('eansokan', uuid(980), eansokanScope(uuid(980)), {
    ...{ ingang: 'lss', enhet: 'lss', personnummer: '199904122380', fornamn: 'Linnea', efternamn: 'Ekström' },
    ...{ insats: 'Kontaktperson', text: 'Planterat ord: jag vill ha en kontaktperson.', inkom: '2026-11-18T20:14:00.000Z' },
  });
  const fraga = { eansokanId: uuid(980), personId: anna };
  const gjord = async (one: Core) => {
    await one.call('eansokan.hamta', { eansokanId: uuid(980) });
    const svar = await one.call('eansokan.handling', fraga);
    if (!svar.ok || !svar.value.ok) throw new Error(JSON.stringify(svar));
    const { ok: _, ...handling } = svar.value;
    return { ...handling, dokumentId: uuid(981) };
  };
  const koppla = (handling: object) => ({
    name: 'eansokan.koppla',
    input: {
      ...{ ...fraga, aktualiseringstyp: 'Begäran LSS', franVem: 'Den enskilde', aktualiseringssatt: 'E-ansökan', rev: uuid(982), handling },
      ...{ aktualiseringar: [{ id: uuid(983) }], ansvarigHandlaggareId: ids.handlaggare, organisationId: ids.lss },
    },
  });

  test('connected offline it is in the akt with its bytes, also when the program ends at once; ended before, nothing is made and it is there to connect', async () => {
    computer.server.change([inkommen]);
    const one = await signedIn();
    computer.server.state.reachable = false;
    const forsta = await gjord(one);
    one.core.crash();
    const again = computer.start({ documentRenderer: new DocumentsWorker() });
    await again.call('session.loggaIn', user);
    expect(await again.call('eansokan.inkorg', { avslutade: false })).toMatchObject({ value: { antal: 1 } });
    const handling = await gjord(again);
    expect(handling, 'the same document').toEqual(forsta);
    const okand = await again.call('kommando.kor', koppla({ ...handling, sha256: 'a'.repeat(64) }));
    expect(okand).toMatchObject({ ok: false, error: { code: 'dokument-skadat' } });
    expect(await again.call('kommando.kor', koppla(handling))).toMatchObject({ value: { ok: true } });
    again.core.crash();

    const third = computer.start({ documentRenderer: new DocumentsWorker() });
    await third.call('session.loggaIn', user);
    await third.call('kund.oppna', { personId: anna });
    expect(await third.call('dokument.lista', { personId: anna })).toMatchObject({
      value: [
        {
          id: uuid(981),
          data: { rubrik: 'E-ansökan: Kontaktperson', knytsTill: { type: 'aktualisering', id: uuid(983) } },
          lage: 'endastHar',
        },
      ],
    });
    const bytes = Buffer.concat([...(await third.core.documents().read(uuid(981)))]);
    expect([bytes.length, bytes.subarray(0, 5).toString()]).toEqual([handling.storlek, '%PDF-']);
    // Made of the akt, later, it is the same.
    const senare = await granskat(third, { slag: 'eansokan', personId: anna, aktualiseringId: uuid(983) });
    expect(senare).toMatchObject({ sha256: handling.sha256, underlag: [{ type: 'person' }, { type: 'eansokan', id: uuid(980) }] });
  });

  test('who has not read the application makes no document of it', async () => {
    computer.server.change([inkommen]);
    const one = await signedIn();
    expect(await one.call('eansokan.handling', fraga)).toMatchObject({ ok: false, error: { code: 'finns-inte' } });
  });
});
