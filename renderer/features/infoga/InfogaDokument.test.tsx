// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { akt, testId } from '../../../shared/domain/testing/state.ts';
import { skanhinderOrd } from '../../../shared/words/skanning.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetKundvyer, getKundvy, readKundvy } from '../../state/kundvy.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { skanmapp, type Testfil } from '../../testing/skanmapp.ts';
import { InfogaDokument } from './InfogaDokument.tsx';

/** The pages are drawn in a real browser: tests/e2e. */
vi.mock('../../visare/Dokumentvisare.tsx', () => ({
  Dokumentvisare: ({ kalla }: { kalla: { sha256: string } }) => <p>{`Sidorna i ${kalla.sha256}`}</p>,
}));

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  setFonster(1366, 768);
  forgetKundvyer();
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const till = { type: 'utredning', id: akt.utredning } as const;
function show(filer: Testfil[] = [{ namn: 'utlåtande.pdf' }, { namn: 'fax.tif' }], over: Parameters<typeof skanmapp>[1] = {}) {
  const mapp = skanmapp(filer, over);
  const karna = testKarna({ ...handlaggning(), scans: mapp.scans });
  stop = startCore(karna.backend);
  const ram = () => (
    <FluentProvider theme={teman.ljust}>
      <InfogaDokument personId={akt.person} plats={till} />
    </FluentProvider>
  );
  return { mapp, karna, ram, view: render(ram()) };
}
const rad = (namn: string) => screen.findByRole('row', { name: new RegExp(namn) });
const choose = async (namn: string) => fireEvent.click(await rad(namn));
const write = (etikett: RegExp, value: string) => fireEvent.change(screen.getByRole('textbox', { name: etikett }), { target: { value } });
async function chooseTyp(namn = 'Utlåtande') {
  fireEvent.click(screen.getByRole('combobox', { name: /^Typ/ }));
  fireEvent.click(await screen.findByRole('option', { name: namn }));
}
const spara = () => screen.getByRole('button', { name: /^Spara dokument för/ });
const save = () => fireEvent.click(spara());
async function fillIn(mapp: ReturnType<typeof skanmapp>, namn = 'utlåtande.pdf') {
  await choose(namn);
  await screen.findByText(`Sidorna i ${mapp.sha256(namn)}`);
  await chooseTyp();
  write(/^Avsändare/, 'Habiliteringen');
  write(/^Rubrik/, 'Utlåtande om funktionsförmåga');
}

describe('SKAN-02 to SKAN-05 Infoga dokument', () => {
  it('a scan is chosen, shown at the right and filed with its fields; then it leaves the folder', async () => {
    const { mapp, karna } = show();
    await readKundvy(akt.person);
    await fillIn(mapp);
    expect(screen.getByRole('combobox', { name: /^Knytas till/ }).textContent).toMatch(/^LSS Utredning/);
    save();
    await screen.findByText('”Utlåtande om funktionsförmåga” är sparat i akten.');
    expect(karna.list('dokument')).toMatchObject([
      {
        data: {
          ...{ rubrik: 'Utlåtande om funktionsförmåga', typ: 'Utlåtande', avsandare: 'Habiliteringen', knytsTill: till },
          ...{ sha256: mapp.sha256('utlåtande.pdf'), storlek: 1000, sidor: 2 },
        },
      },
    ]);
    expect(mapp.removed).toEqual(['utlåtande.pdf']);
    // An empty form for the next.
    expect((screen.getByRole('textbox', { name: /^Rubrik/ }) as HTMLInputElement).value).toBe('');
    expect(screen.queryByRole('row', { name: /utlåtande/ })).toBeNull();
    expect(karna.utkast.size).toBe(0);
    await fillIn(mapp, 'fax.tif');
    save();
    await waitFor(() => expect(karna.list('dokument')).toHaveLength(2));
    fireEvent.click(await screen.findByRole('button', { name: 'Visa dokumentet' }));
    const [fax] = karna.list('dokument').filter(({ data }) => data.sha256 === mapp.sha256('fax.tif'));
    expect(getKundvy(akt.person)?.yta).toEqual({ slag: 'handling', id: fax?.id });
  });

  it('the button says whose akt it is, with name and number', async () => {
    show();
    expect((await screen.findByRole('button', { name: /^Spara dokument för/ })).textContent).toMatch(/för .+, .+ \d{8}-\d{4}$/);
  });

  it('what is missing is said at its field, in order, and nothing is filed', async () => {
    const { karna, mapp } = show();
    await screen.findByRole('row', { name: /fax/ });
    save();
    expect(await screen.findByText('Välj ett skannat dokument i listan, eller hämta en fil, och vänta tills den visas.')).toBeTruthy();
    // The focus is in the list, and Enter chooses.
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
    fireEvent.keyDown(await rad('fax'), { key: 'Enter' });
    await screen.findByText(/^Sidorna i/);
    save();
    await screen.findByText('Ange vad det är för slags dokument.');
    expect(screen.getByText('Skriv en rubrik som säger vad dokumentet är.')).toBeTruthy();
    expect(screen.queryByText(/^Välj ett skannat dokument i listan, eller hämta en fil, och/)).toBeNull();
    expect(karna.list('dokument')).toEqual([]);
    expect(mapp.removed).toEqual([]);
  });

  it('looked through is no draft; what is written is, with its scan, and is there again', async () => {
    const { karna, mapp, view, ram } = show();
    await choose('fax');
    await screen.findByText(`Sidorna i ${mapp.sha256('fax.tif')}`);
    await choose('utlåtande');
    await screen.findByText(`Sidorna i ${mapp.sha256('utlåtande.pdf')}`);
    view.unmount();
    expect(karna.utkast.size).toBe(0);
    const again = render(ram());
    await choose('utlåtande');
    await screen.findByText(/^Sidorna i/);
    write(/^Rubrik/, 'Utlåtande');
    again.unmount();
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`infoga:${akt.person}:${akt.utredning}`]));
    render(ram());
    await screen.findByText(`Sidorna i ${mapp.sha256('utlåtande.pdf')}`);
    expect((screen.getByRole('textbox', { name: /^Rubrik/ }) as HTMLInputElement).value).toBe('Utlåtande');
  });

  it('a file that somebody else took is said to be gone, and the words stay', async () => {
    const { karna, mapp } = show();
    await fillIn(mapp);
    mapp.set([{ namn: 'fax.tif' }]);
    save();
    expect((await screen.findAllByText('Filen finns inte längre i mappen.')).length).toBeGreaterThan(0);
    expect(karna.list('dokument')).toEqual([]);
    expect((screen.getByRole('textbox', { name: /^Rubrik/ }) as HTMLInputElement).value).toBe('Utlåtande om funktionsförmåga');
    // Another is chosen for the same words.
    await choose('fax');
    await screen.findByText(`Sidorna i ${mapp.sha256('fax.tif')}`);
    save();
    await waitFor(() => expect(karna.list('dokument')).toMatchObject([{ data: { sha256: mapp.sha256('fax.tif') } }]));
  });

  it('a file that cannot be removed is told of: the document is filed, and the file is known as that', async () => {
    const { karna, mapp } = show([{ namn: 'öppen.pdf' }]);
    await fillIn(mapp, 'öppen.pdf');
    save();
    expect(await screen.findByText(/är sparat i akten. Filen ligger kvar i mappen, märkt Redan sparad/)).toBeTruthy();
    expect(karna.list('dokument')).toHaveLength(1);
    expect(mapp.removed).toEqual([]);
  });

  it.each([
    ['losenord-behovs', 'Filen är låst med ett lösenord.'],
    ['skadad', 'Filen är skadad eller inte hel.'],
    ['okand-form', /utan att något går förlorat/],
  ] as const)('a file that cannot be filed says why: %s', async (hinder, ord) => {
    const { karna } = show([{ namn: 'konstig.pdf', hinder }]);
    await choose('konstig');
    expect(await screen.findByText(ord)).toBeTruthy();
    save();
    await waitFor(() => expect(screen.getAllByText(ord)).toHaveLength(2));
    expect(karna.list('dokument')).toEqual([]);
  });
});

describe('SKAN-05 a file of the computer', () => {
  const fil = (innehall: string, namn = 'protokoll.pdf') => new File([innehall], namn, { type: 'application/pdf' });
  const ruta = async () => (await screen.findByText(/^Eller dra hit|^Vald:|^Läser in/)).parentElement as HTMLElement;
  const drop = async (...files: File[]) => fireEvent.drop(await ruta(), { dataTransfer: { types: ['Files'], files } });

  it('is dropped, shown and filed as a scan is; it stays where it was, and that is said', async () => {
    const { mapp, karna } = show();
    await drop(fil('Beslutade att bevilja.'));
    await screen.findByText(`Sidorna i ${mapp.sha256('Beslutade att bevilja.')}`);
    expect(await screen.findByText('Vald: protokoll.pdf, från datorn')).toBeTruthy();
    await chooseTyp();
    write(/^Rubrik/, 'Protokoll');
    save();
    await screen.findByText('”Protokoll” är sparat i akten.');
    expect(await screen.findByText('Filen ligger kvar på datorn där du hämtade den.')).toBeTruthy();
    expect(karna.list('dokument')).toMatchObject([
      { data: { sha256: mapp.sha256('Beslutade att bevilja.'), rubrik: 'Protokoll', sidor: 2 } },
    ]);
    expect(mapp.removed).toEqual([]);
  });

  it('can be chosen where no folder is set, and one at a time is taken', async () => {
    const { mapp } = show([], { mapp: null });
    await drop(fil('ett'), fil('två', 'annat.pdf'));
    await screen.findByText(`Sidorna i ${mapp.sha256('ett')}`);
    expect(screen.getByText(/En fil i taget: bara den första hämtades/)).toBeTruthy();
  });

  it('that cannot be kept whole is refused with its reason, and what was chosen stays', async () => {
    const { mapp } = show();
    await drop(fil('Beslutade.'));
    await screen.findByText(`Sidorna i ${mapp.sha256('Beslutade.')}`);
    await drop(fil('låst med ett ord', 'låst.pdf'));
    expect(await screen.findByText(skanhinderOrd['losenord-behovs'].vad)).toBeTruthy();
    expect(screen.getByText('Vald: protokoll.pdf, från datorn')).toBeTruthy();
    await drop(fil('', 'tom.pdf'));
    expect(await screen.findByText(skanhinderOrd.skadad.vad)).toBeTruthy();
  });

  it('is in the draft, and there again; a scan that is chosen takes its place', async () => {
    const { mapp, view, ram } = show();
    await drop(fil('Beslutade.'));
    await screen.findByText(/^Sidorna i/);
    write(/^Rubrik/, 'Protokoll');
    view.unmount();
    render(ram());
    await screen.findByText(`Sidorna i ${mapp.sha256('Beslutade.')}`);
    expect(screen.getByText('Vald: protokoll.pdf, från datorn')).toBeTruthy();
    await choose('fax');
    await screen.findByText(`Sidorna i ${mapp.sha256('fax.tif')}`);
    expect(screen.getByText('Eller dra hit en fil från datorn')).toBeTruthy();
  });
});

describe('FORB-50 the next one', () => {
  it('saved, the focus is in the list: the form it was in is gone', async () => {
    const { mapp } = show();
    await fillIn(mapp);
    spara().focus();
    save();
    await screen.findByText('”Utlåtande om funktionsförmåga” är sparat i akten.');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
    // The row that took the focus is chosen, and what was said of the one before still stands.
    await screen.findByText(/^Sidorna i/);
    expect(screen.getByText('”Utlåtande om funktionsförmåga” är sparat i akten.')).toBeTruthy();
    await choose('fax.tif');
    expect(screen.queryByText('”Utlåtande om funktionsförmåga” är sparat i akten.')).toBeNull();
  });

  it('one that is not shown yet is said to be not, until it is', async () => {
    const { mapp } = show([{ namn: 'utlåtande.pdf', langsam: true }]);
    await choose('utlåtande');
    await chooseTyp();
    write(/^Rubrik/, 'Utlåtande');
    save();
    expect(await screen.findByText('Dokumentet visas inte ännu.')).toBeTruthy();
    act(() => mapp.goOn());
    await screen.findByText(/^Sidorna i/);
    expect(screen.queryByText('Dokumentet visas inte ännu.')).toBeNull();
  });

  it('one that was found to be locked is said to be, and is not new', async () => {
    show([{ namn: 'låst.pdf', hinder: 'losenord-behovs' }]);
    await choose('låst');
    expect(await screen.findByText(skanhinderOrd['losenord-behovs'].vad)).toBeTruthy();
    expect(within(await rad('låst')).getByText('Låst')).toBeTruthy();
  });
});

describe('SKAN-01 FORB-50 the folder', () => {
  it('is chosen where none is, and a wrong one says why', async () => {
    show([], { mapp: null });
    const ruta = await screen.findByRole('textbox', { name: 'Mappen för skannade dokument' });
    fireEvent.change(ruta, { target: { value: '/borta' } });
    fireEvent.click(screen.getByRole('button', { name: 'Använd mappen' }));
    expect(await screen.findByText('Mappen för skannade dokument finns inte.')).toBeTruthy();
    fireEvent.change(ruta, { target: { value: '/skannat' } });
    fireEvent.keyDown(ruta, { key: 'Enter' });
    expect(await screen.findByText('Inga skannade dokument i mappen. Nya visas här av sig själva.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Byt mapp' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Bevaka ingen mapp' }));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Mappen för skannade dokument' })).value).toBe('/skannat');
  });

  it.each(['looked at', 'written for'])(
    'a file that was being written when it was chosen is shown when it is done: it is %s',
    async (hur) => {
      const { mapp, karna } = show([{ namn: 'ny.pdf', lage: 'skrivs', innehall: 'början' }]);
      await choose('ny');
      await screen.findByText(/skrivs ännu/);
      if (hur === 'written for') write(/^Rubrik/, 'Utlåtande');
      act(() => mapp.set([{ namn: 'ny.pdf', lage: 'skrivs', innehall: 'mer' }]));
      act(() => mapp.set([{ namn: 'ny.pdf', innehall: 'hela' }]));
      const hela = createHash('sha256').update('hela').digest('hex');
      await screen.findByText(`Sidorna i ${hela}`);
      await chooseTyp();
      write(/^Rubrik/, 'Utlåtande');
      save();
      await waitFor(() => expect(karna.list('dokument')).toMatchObject([{ data: { sha256: hela } }]));
    },
  );

  it('what comes is shown by itself: new ones marked, half-written ones waited for', async () => {
    const { mapp } = show([{ namn: 'ny.pdf', lage: 'skrivs' }]);
    expect(within(await rad('ny.pdf')).getByText('Skrivs ännu')).toBeTruthy();
    await choose('ny.pdf');
    expect(await screen.findByText('ny.pdf skrivs ännu. Den visas här när den inte längre ändras.')).toBeTruthy();
    act(() => mapp.set([{ namn: 'ny.pdf' }, { namn: 'stor.pdf', lage: 'for-stor' }]));
    expect(await screen.findByText(/^Sidorna i/)).toBeTruthy();
    expect(within(await rad('stor.pdf')).getByText('För stor')).toBeTruthy();
    act(() => mapp.set([], 'mapp-gar-inte-att-lasa'));
    expect(await screen.findByText('Mappen för skannade dokument går inte att läsa.')).toBeTruthy();
  });

  it('one that is a document already says whose, and is taken out of the folder when asked', async () => {
    const { karna, mapp } = show([{ namn: 'kvar.pdf' }]);
    const dokument = { ...{ rubrik: 'Brev', typ: 'Brev', knytsTill: till, sha256: mapp.sha256('kvar.pdf'), storlek: 1000, sidor: 2 } };
    act(() =>
      karna.pull({
        ...{ type: 'dokument', id: testId(950) },
        data: { ...dokument, skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T08:30:00.000Z' } },
      }),
    );
    mapp.documents.push({ id: testId(950), sha256: dokument.sha256 });
    await choose('kvar.pdf');
    expect(await screen.findByText(/^Dokumentet är redan sparat i akten för .+ \d{8}-\d{4}\.$/)).toBeTruthy();
    act(() => mapp.set([{ namn: 'kvar.pdf' }]));
    expect(within(await rad('kvar.pdf')).getByText('Redan sparad')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort från mappen' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText('kvar.pdf tas bort från mappen för skannade dokument.')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ta bort filen' }));
    await waitFor(() => expect(mapp.removed).toEqual(['kvar.pdf']));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });
});
