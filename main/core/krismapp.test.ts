import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordType } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { fail } from '../../shared/util/result.ts';
import { DocumentsWorker } from '../documents/documents-worker.ts';
import { anteckningRecord, personRecord, signeradAv, stored, utredningRecord, uuid } from '../services/testing/records.ts';
import { anna, synced, testComputer, user } from './testing/computer.ts';

const losenord = 'fyra blå elefanter går';
const bo = uuid(102);
const i = <T extends RecordType>(personId: string, type: T, id: string, data: Parameters<typeof stored<T>>[3]) =>
  stored(type, id, aktScope(personId), data);
const bevakning = (personId: string, id: string, text: string) =>
  i(personId, 'bevakning', id, {
    ...{ datum: '2026-12-01', status: 'Ej påbörjad' as const, typ: 'Uppföljning', text, bevakasAvId: uuid(2) },
    ...{ ref: { type: 'person' as const, id: personId }, skapad: signeradAv() },
  });

let computer: ReturnType<typeof testComputer>;
let renderer: DocumentsWorker;
let usb: string;
beforeEach(() => {
  computer = testComputer();
  renderer = new DocumentsWorker();
  usb = mkdtempSync(join(tmpdir(), 'aktnara-usb-'));
  computer.server.change([
    personRecord(anna, { telefon: '042-10 00 01' }),
    i(anna, 'kontakt', uuid(401), { typ: 'godMan', namn: 'Gudrun Ståhl', telefon: '070-123 45 67', rev: uuid(402) }),
    bevakning(anna, uuid(403), 'Ring om hemtjänsten'),
    anteckningRecord(anna, uuid(301), {
      ...{ dokumentation: { slag: 'utredning', id: uuid(201) }, rubrikKod: 'BAKGRUND' },
      ...{ text: fromPlainText('Planterat ord står här.'), signerad: signeradAv() },
    }),
    personRecord(bo, { personnummer: '198001012380', efternamn: 'Bo', fornamn: 'Nils', skydd: 'sekretessmarkering', adress: undefined }),
    utredningRecord(bo, uuid(202)),
    personRecord(uuid(103), { personnummer: '198101012389', efternamn: 'Utan', fornamn: 'Något' }),
  ]);
});
afterEach(async () => {
  await computer.remove();
  await renderer.close();
  rmSync(usb, { recursive: true, force: true });
});

async function signedIn(over: Parameters<typeof computer.start>[0] = {}) {
  const one = computer.start({ documentRenderer: renderer, ...over });
  await one.call('session.loggaIn', user);
  await synced(one);
  computer.server.state.reachable = false;
  return one;
}
const val = (over: Partial<CallInput<'kris.skapa'>> = {}): CallInput<'kris.skapa'> => ({ mapp: usb, losenord, urval: 'mina', ...over });
async function skapad(one: Awaited<ReturnType<typeof signedIn>>, over: Partial<CallInput<'kris.skapa'>> = {}) {
  const answer = await one.call('kris.skapa', val(over));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** A file of the folder as another program opens it, on a computer that has the file and the password and nothing else. */
async function last(file: string, password = losenord): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), password, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
    }
    return pages.join(' ').replace(/\s+/g, ' ');
  } catch (error) {
    return (error as Error).name;
  } finally {
    await task.destroy();
  }
}

describe('krismapp', () => {
  test('has what is needed of each kund, of this computer alone, and opens with the password in another program', async () => {
    const one = await signedIn();
    const { mapp, kunder, misslyckade, skyddade } = await skapad(one);
    expect({ kunder, misslyckade, skyddade }).toEqual({ kunder: 1, misslyckade: 0, skyddade: 1 });
    // The Swedish time, of 9 o'clock by the world's.
    expect(mapp).toBe(join(usb, 'Aktnära krismapp 2026-11-20 10.00'));
    expect(readdirSync(mapp).sort()).toEqual(['00 Krislista.pdf', 'Kund 001.pdf', 'Så öppnas mappen.txt']);

    const blad = await last(join(mapp, 'Kund 001.pdf'));
    for (const ord of [
      'Ekström, Linnea Maria',
      '042-10 00 01',
      'God man',
      'Gudrun Ståhl',
      '070-123 45 67',
      'Ring om hemtjänsten',
      'Planterat ord',
    ])
      expect(blad).toContain(ord);
    expect(blad).toContain('Storgatan 1');
    const lista = await last(join(mapp, '00 Krislista.pdf'));
    for (const ord of ['Ekström, Linnea Maria', '2026-12-01 Ring om', 'Kund 001.pdf']) expect(lista).toContain(ord);
    expect(lista).not.toContain('Bo, Nils');
    expect(await last(join(mapp, 'Kund 001.pdf'), 'fel lösenord som är långt')).toBe('PasswordException');
  });

  test('the longest password opens it too, and one that no reader takes whole is refused', async () => {
    const one = await signedIn();
    const langst = `${'åäöabc'.repeat(14)}x`;
    const { mapp } = await skapad(one, { losenord: langst });
    expect(await last(join(mapp, 'Kund 001.pdf'), langst)).toContain('Ekström, Linnea Maria');
    for (const [losenord, code] of [
      [`${langst}x`, 'losenord-langt'],
      ['fyra blå\u0000 elefanter går', 'losenord-tecken'],
    ] as const)
      expect(await one.call('kris.skapa', val({ losenord }))).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(usb)).toHaveLength(1);
  });

  test('not a word of the akt is in it in plaintext', async () => {
    const { mapp } = await skapad(await signedIn(), { skyddade: { skal: 'Reservrutin' } });
    for (const file of readdirSync(mapp)) {
      const bytes = readFileSync(join(mapp, file));
      for (const ord of ['Ekstr', 'Gudrun', 'Planterat', '19990412', 'Nils']) {
        expect(bytes.includes(Buffer.from(ord)) || bytes.includes(Buffer.from(ord, 'utf16le')), `${ord} in ${file}`).toBe(false);
        expect(file).not.toContain(ord);
      }
    }
  });

  test('FRAGA-62 who is protected comes with a reason alone, and without an address; each is in the access log', async () => {
    const one = await signedIn();
    const before = computer.server.state.accessed;
    const { mapp, kunder, skyddade } = await skapad(one, { skyddade: { skal: 'Reservrutin' } });
    expect({ kunder, skyddade }).toEqual({ kunder: 2, skyddade: 0 });
    const blad = await last(join(mapp, 'Kund 001.pdf'));
    expect(blad).toContain('Bo, Nils');
    expect(blad).toContain('Sekretessmarkering');
    expect(blad).not.toContain('Adress');
    computer.server.state.reachable = true;
    await one.call('synk.nu', {});
    await expect.poll(() => computer.server.state.accessed - before).toBe(2);
  });

  test('FRAGA-62 who is protected while the others are made is left out too', async () => {
    const [cecilia, thisOne] = [uuid(104), new DocumentsWorker()];
    computer.server.change([
      personRecord(cecilia, { personnummer: '198201012388', efternamn: 'Öberg', fornamn: 'Cecilia' }),
      utredningRecord(cecilia, uuid(204)),
    ]);
    let made = 0;
    const one = await signedIn({
      documentRenderer: {
        async render(dokument, key) {
          made += 1;
          if (made === 1) {
            computer.server.state.reachable = true;
            computer.server.change([
              personRecord(cecilia, {
                personnummer: '198201012388',
                efternamn: 'Öberg',
                fornamn: 'Cecilia',
                skydd: 'sekretessmarkering',
                adress: undefined,
              }),
            ]);
            await one.call('synk.nu', {});
            await expect
              .poll(async () => {
                const kund = await one.call('kunder.rader', { personIds: [cecilia] });
                return kund.ok && kund.value[0]?.skydd;
              })
              .toBe('sekretessmarkering');
          }
          return thisOne.render(dokument, key);
        },
        close: () => thisOne.close(),
      },
    });
    const { mapp, kunder, skyddade } = await skapad(one);
    expect({ kunder, skyddade }).toEqual({ kunder: 1, skyddade: 2 });
    expect(await last(join(mapp, '00 Krislista.pdf'))).not.toContain('Öberg');
  });

  test.each([
    ['left out again', undefined, { kunder: 1, skyddade: 2 }],
    ['made anew without her address, where protected kunder were asked for', { skal: 'Reservrutin' }, { kunder: 3, skyddade: 0 }],
  ])('FRAGA-62 who is protected once her sheet is made is %s', async (_, skyddade, antal) => {
    const cecilia = uuid(104);
    const person = { personnummer: '198201012388', efternamn: 'Öberg', fornamn: 'Cecilia' };
    computer.server.change([personRecord(cecilia, person), utredningRecord(cecilia, uuid(204))]);
    let isLate = false;
    const one = await signedIn({
      documentRenderer: {
        async render(dokument, key) {
          const made = await renderer.render(dokument, key);
          if (!dokument.titel.startsWith('Krislista') || isLate) return made;
          isLate = true;
          computer.server.state.reachable = true;
          computer.server.change([personRecord(cecilia, { ...person, skydd: 'sekretessmarkering' })]);
          await one.call('synk.nu', {});
          await expect
            .poll(async () => {
              const kund = await one.call('kunder.rader', { personIds: [cecilia] });
              return kund.ok && kund.value[0]?.skydd;
            })
            .toBe('sekretessmarkering');
          return made;
        },
        close: async () => undefined,
      },
    });
    const { mapp, ...svar } = await skapad(one, { skyddade });
    expect(svar).toMatchObject(antal);
    const filer = readdirSync(mapp).filter((namn) => namn.startsWith('Kund'));
    expect(filer).toHaveLength(antal.kunder);
    const allt = await Promise.all(filer.map((namn) => last(join(mapp, namn))));
    const hennes = allt.filter((blad) => blad.includes('Öberg'));
    expect(hennes).toHaveLength(skyddade ? 1 : 0);
    for (const blad of hennes) expect(blad).not.toContain('Storgatan');
    expect((await last(join(mapp, '00 Krislista.pdf'))).includes('Öberg')).toBe(skyddade !== undefined);
  });

  test('all that may be read and have something that goes on', async () => {
    expect((await skapad(await signedIn(), { urval: 'alla', skyddade: { skal: 'Reservrutin' } })).kunder).toBe(2);
  });

  test('a second one of the same minute is a folder of its own', async () => {
    const one = await signedIn();
    const [first, second] = [await skapad(one), await skapad(one)];
    expect(second.mapp).toBe(`${first.mapp} (2)`);
  });

  test('a kund whose file cannot be made is in the list without one, and keeps nobody out', async () => {
    const half: DocumentsWorker = new DocumentsWorker();
    const one = await signedIn({
      documentRenderer: {
        render: async (dokument, key) =>
          dokument.titel.startsWith('Bo') ? fail({ code: 'ord-saknas', detail: '' }) : half.render(dokument, key),
        close: () => half.close(),
      },
    });
    const { mapp, kunder, misslyckade } = await skapad(one, { skyddade: { skal: 'Reservrutin' } });
    expect({ kunder, misslyckade }).toEqual({ kunder: 2, misslyckade: 1 });
    expect(readdirSync(mapp)).not.toContain('Kund 001.pdf');
    expect(await last(join(mapp, '00 Krislista.pdf'))).toContain('gick inte');
  });

  test.each([
    ['a short password', { losenord: 'kort' }, 'losenord-kort'],
    ['one of few letters', { losenord: 'ababababababababab' }, 'losenord-enkelt'],
    ['a folder that is not there', { mapp: '/finns/inte' }, 'mapp-finns-inte'],
    ['no whole path', { mapp: 'usb' }, 'mapp-finns-inte'],
  ])('%s is refused in words, and nothing is written', async (_, over, code) => {
    const one = await signedIn();
    expect(await one.call('kris.skapa', val(over))).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(usb)).toEqual([]);
  });

  test("the program's own folder is refused", async () => {
    const one = await signedIn();
    const inOwn = join(computer.folder, 'kris');
    mkdirSync(inOwn);
    for (const mapp of [computer.folder, inOwn])
      expect(await one.call('kris.skapa', val({ mapp }))).toMatchObject({ ok: false, error: { code: 'mapp-finns-inte' } });
  });

  test('one that is cut short leaves no half folder', async () => {
    let made = 0;
    const one = await signedIn({
      documentRenderer: {
        async render(dokument, key) {
          made += 1;
          // The stick is taken out.
          if (made === 2) rmSync(usb, { recursive: true });
          return renderer.render(dokument, key);
        },
        close: async () => undefined,
      },
    });
    const answer = await one.call('kris.skapa', val({ skyddade: { skal: 'Reservrutin' } }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'krismapp-skrevs-inte' } });
    expect(existsSync(usb)).toBe(false);
  });
});
