// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { listenToKeys, runCommandById } from '../../state/keys.ts';
import { forgetKundvyer, getKundvy, setKundvy } from '../../state/kundvy.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';
import { CallFailure, type Script } from '../../testing/scripted-backend.ts';
import { KundFlik } from './KundFlik.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  setFonster(1366, 768);
  forgetKundvyer();
});
afterEach(() => {
  cleanup();
  stop();
});

function show(akt: TestAkt = linneasAkt(), script: Script = {}) {
  const karna = testKarna(akt, script);
  const { backend } = karna;
  stop = startCore(backend);
  const view = render(
    <FluentProvider theme={teman.ljust}>
      <KundFlik
        personId={linnea.person}
        renderDokumentation={(props, flikar) => (
          <>
            {flikar}
            <pre data-testid="dokumentation">{JSON.stringify(props)}</pre>
          </>
        )}
        renderPanel={(_, yta) => <pre data-testid="panel">{JSON.stringify(yta)}</pre>}
      />
    </FluentProvider>,
  );
  return { karna, backend, view };
}
const nod = (name: RegExp) => screen.findByRole('treeitem', { name });
const person = (akt: TestAkt, more: object): TestAkt => ({
  ...akt,
  records: akt.records.map((one) => (one.type === 'person' ? { ...one, data: { ...(one.data as object), ...more } } : one)),
});
const dokumentation = async () => JSON.parse((await screen.findByTestId('dokumentation')).textContent ?? '');
const panel = async () => JSON.parse((await screen.findByTestId('panel')).textContent ?? '');

const lassBeslut = {
  type: 'beslut' as const,
  id: '018f0000-0000-7000-8000-000000000080',
  data: {
    utredningId: linnea.utredning,
    insatsId: '018f0000-0000-7000-8000-000000000081',
    beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS',
    beslutsnamn: 'Assistanskostnader utöver LASS',
    utfall: 'bifall',
    insatskategori: 'LSS Insatser',
    beslutsdatum: '2025-01-10',
    giltigFran: '2025-02-01',
  },
};

it('a key that is pressed when the name is seen is not lost: the tree it needs is still being read', async () => {
  let read: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    read = resolve;
  });
  show(linneasAkt(), {
    'kund.trad': async (_, real) => {
      await held;
      return real();
    },
  });
  const end = listenToKeys(window);
  await screen.findByRole('heading', { level: 1, name: 'Ekström, Linnea Maria' });
  expect(screen.queryByRole('treeitem')).toBeNull();
  fireEvent.keyDown(document.body, { key: 'A', ctrlKey: true, shiftKey: true });
  await act(async () => read());
  expect(await panel()).toMatchObject({ slag: 'arende', flik: 'aktualisering' });
  end();
});

describe('PERS-01 the header', () => {
  it('names the kund, the number and the age, and what must not be overlooked', async () => {
    show();
    expect(await screen.findByRole('heading', { level: 1, name: 'Ekström, Linnea Maria' })).toBeTruthy();
    for (const text of [
      '19990412-2380',
      'Folkbokförd i kommunen · Personkrets ej vald · God man: Ekström, Birgitta',
      'Sekretessmarkering',
      'Förväxla inte: Ekström, Linn 990421-2389',
    ]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(screen.queryByText(/Vårdnadshavare saknas/)).toBeNull();
  });

  it('FORB-29 an ongoing LASS-beslut is marked at the name', async () => {
    show({ ...linneasAkt(), records: [...linneasAkt().records, lassBeslut] });
    const huvud = await screen.findByRole('region', { name: 'Kund' });
    expect(await within(huvud).findByText('LASS')).toBeTruthy();
    cleanup();
    show();
    await screen.findByText('Sekretessmarkering');
    expect(within(screen.getByRole('region', { name: 'Kund' })).queryByText('LASS')).toBeNull();
  });

  it('FORB-08 a child without vårdnadshavare in the hushåll is noticed, and the notice leads to Hushåll', async () => {
    show(person(linneasAkt(), { fodelsedatum: `${new Date().getFullYear() - 10}-01-01` }));
    fireEvent.click(await screen.findByRole('button', { name: 'Vårdnadshavare saknas i hushållet' }));
    expect(await screen.findByText('Vårdnadshavare saknas i hushållet.')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Hushåll', selected: true })).toBeTruthy();
  });
});

describe('TRAD-09, TRAD-14 the rubrikträd opens the work area', () => {
  it('marking an utredning shows it to read; the button opens its dokumentation', async () => {
    show();
    fireEvent.doubleClick(await nod(/LSS utredning o verkställighet/));
    fireEvent.click(await nod(/LSS Utredning 260915-, pågående/));
    const yta = await screen.findByRole('region', { name: 'LSS Utredning 260915-' });
    for (const text of ['2026-09-15', 'Tills vidare', 'pågående']) expect(within(yta).getByText(text)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Öppna dokumentation' }));
    expect(await dokumentation()).toEqual({ personId: linnea.person, dokumentation: { slag: 'utredning', id: linnea.utredning } });
  });

  it('TRAD-10 double click on a verkställighet opens it', async () => {
    show();
    fireEvent.doubleClick(await nod(/LSS utredning o verkställighet/));
    fireEvent.doubleClick(await nod(/Rekrytering LSS-insatser/));
    expect(await panel()).toEqual({ slag: 'verkstallighet', id: linnea.utforarens });
  });

  it('VERK-09 a marked verkställighet shows its Organisation', async () => {
    show();
    fireEvent.doubleClick(await nod(/LSS utredning o verkställighet/));
    fireEvent.click(await nod(/Rekrytering LSS-insatser/));
    expect(await screen.findByText('Rekryteringsenheten')).toBeTruthy();
  });

  it.each([
    [/^Anteckningar/, { rubrikKod: 'JOURNAL', skriv: true }],
    [/^Utredningsdokument/, { oppnaHela: true }],
    [/Första kontakt/, { anteckningId: linnea.signerad }],
  ])('double click on %s opens the dokumentation there', async (name, oppning) => {
    setKundvy(linnea.person, {
      oppna: [
        'rot',
        ...['', '/dokumentation', '/dokumentation/journal', '/dokumentation/journal/anteckningar'].map(
          (end) => `utredning/${linnea.utredning}${end}`,
        ),
      ],
    });
    show();
    fireEvent.doubleClick(await nod(name));
    expect(await dokumentation()).toEqual({
      personId: linnea.person,
      dokumentation: { slag: 'utredning', id: linnea.utredning },
      ...oppning,
    });
  });

  it('Ctrl+D and the menu entry open the dokumentation of what is marked', async () => {
    show();
    fireEvent.doubleClick(await nod(/LSS utredning o verkställighet/));
    fireEvent.click(await nod(/LSS Insatser/));
    act(() => void runCommandById('dokumentation'));
    expect((await dokumentation()).dokumentation).toEqual({ slag: 'verkstallighet', id: linnea.lssInsatser });
  });

  it('PERS-02 the menu of Personuppgifter goes to the part that is chosen', async () => {
    show();
    fireEvent.contextMenu(await nod(/^Personuppgifter/));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Hushåll/ }));
    expect(await screen.findByRole('tab', { name: 'Hushåll', selected: true })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Tillagd hushållsmedlem' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Registerledare: Ekström, Linnea Maria', checked: true })).toBeTruthy();
  });

  it('remembers what is open and marked, also after a restart', async () => {
    const { karna, view } = show();
    fireEvent.doubleClick(await nod(/LSS utredning o verkställighet/));
    fireEvent.click(await nod(/LSS Insatser/));
    const remember = () => karna.backend.call('installning.hamta', { nyckel: `kundvy:${linnea.person}` });
    await waitFor(async () => expect(await remember()).toMatchObject({ value: { oppna: ['rot'] } }));
    expect(getKundvy(linnea.person)?.vald).toBe(`verkstallighet/${linnea.lssInsatser}`);
    view.unmount();
    cleanup();
    show();
    expect((await nod(/LSS Insatser/)).getAttribute('aria-selected')).toBe('true');
  });

  it('SOK-01 a node marked from Mina sidor is brought to light', async () => {
    setKundvy(linnea.person, { vald: `utredning/${linnea.utredning}` });
    show();
    expect((await nod(/LSS Utredning 260915-/)).getAttribute('aria-selected')).toBe('true');
  });
});

describe('PERS-03, PERS-04 Personuppgifter', () => {
  const open = async (del: RegExp) => {
    fireEvent.doubleClick(await nod(/^Personuppgifter/));
    fireEvent.click(await screen.findByRole('tab', { name: del }));
  };

  it('never shows the address of a protected person, whatever the record holds', async () => {
    show();
    await open(/^Person$/);
    expect(screen.getByText('Adressen är skyddad')).toBeTruthy();
    expect(document.body.textContent).not.toContain('Hemliga gatan');
  });

  it('adds a contact: the fault stands at its field, Spara makes the command', async () => {
    const { karna } = show();
    await open(/Kontaktuppgifter/);
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: /E-post/ }), { target: { value: 'eva@' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /^Spara/ }));
    expect(await within(dialog).findByText('Namn saknas. Skriv efternamn, förnamn.')).toBeTruthy();
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Namn/ }), { target: { value: 'Ek, Eva' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /^Spara/ }));
    expect(await within(dialog).findByText(/E-postadressen är inte hel/)).toBeTruthy();
    expect(karna.list('kontakt')).toHaveLength(1);
    fireEvent.change(within(dialog).getByRole('textbox', { name: /E-post/ }), { target: { value: 'eva@exempel.se' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /^Spara/ }));
    await waitFor(() => expect(karna.list('kontakt').map(({ data }) => data.namn)).toContain('Ek, Eva'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(karna.utkast.size).toBe(0);
    expect(await screen.findByText('Ek, Eva')).toBeTruthy();
  });

  it('a half-filled contact is there again after close', async () => {
    const { karna } = show();
    await open(/Kontaktuppgifter/);
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    fireEvent.change(await screen.findByRole('textbox', { name: /Namn/ }), { target: { value: 'Halvski' } });
    fireEvent.click(screen.getByRole('button', { name: /^Stäng/ }));
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`kontakt:${linnea.person}:ny`]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText('Ett utkast är påbörjat')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    expect(((await screen.findByRole('textbox', { name: /Namn/ })) as HTMLInputElement).value).toBe('Halvski');
  });

  it('a contact changed by another meanwhile is not overwritten: the user chooses', async () => {
    const { karna } = show();
    await open(/Kontaktuppgifter/);
    fireEvent.doubleClick(screen.getByText('042-10 50 00'));
    fireEvent.change(await screen.findByRole('textbox', { name: /Telefon/ }), { target: { value: '042-11 11 11' } });
    const data = karna.get('kontakt', linnea.godMan);
    const annan = { ...data, telefon: '042-99 99 99', rev: '018f0000-0000-7000-8000-00000000bbbb' };
    karna.pull({ type: 'kontakt', id: linnea.godMan, data: annan });
    expect(await screen.findByText(/Någon annan har ändrat detta/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Spara/ }));
    expect(await screen.findByText('Någon annan har ändrat uppgiften sedan du läste den.')).toBeTruthy();
    expect(karna.get('kontakt', linnea.godMan)?.telefon).toBe('042-99 99 99');
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    fireEvent.click(screen.getByRole('button', { name: /^Spara/ }));
    await waitFor(() => expect(karna.get('kontakt', linnea.godMan)?.telefon).toBe('042-11 11 11'));
  });

  it('removes a contact after a question', async () => {
    const { karna } = show();
    await open(/Kontaktuppgifter/);
    fireEvent.doubleClick(screen.getByText('042-10 50 00'));
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort kontakten' }));
    const fraga = await screen.findByRole('alertdialog');
    expect(karna.list('kontakt')).toHaveLength(1);
    fireEvent.click(within(fraga).getByRole('button', { name: 'Ta bort kontakten', hidden: true }));
    await waitFor(() => expect(karna.list('kontakt')).toHaveLength(0));
  });
});

describe('the core was started again under an open kund', () => {
  it('FRAGA-62 the opening is asked for once more, and what is shown stays', async () => {
    let oppnad = true;
    const { backend } = show(linneasAkt(), {
      'kund.oppna': (_, real) => {
        oppnad = true;
        return real();
      },
      'kund.hamta': (_, real) => {
        if (!oppnad) throw new CallFailure({ code: 'finns-inte', detail: 'inte-oppnad' });
        return real();
      },
    });
    const rubrik = await screen.findByRole('heading', { level: 1, name: 'Ekström, Linnea Maria' });
    oppnad = false;
    act(() => backend.emit({ event: 'andrat', scopes: [`akt:${linnea.person}`] }));
    await waitFor(() => expect(backend.calls.map(({ name }) => name)).toContain('kund.oppna'));
    expect(rubrik.isConnected).toBe(true);
    expect(screen.getByRole('tree')).toBeTruthy();
    act(() => backend.emit({ event: 'andrat', scopes: [`akt:${linnea.person}`] }));
    await waitFor(() => expect(screen.queryByText('Akten är inte öppnad.')).toBeNull());
    expect(backend.calls.filter(({ name }) => name === 'kund.oppna')).toHaveLength(1);
  });
});

describe('little room', () => {
  it('at 200 % the rubrikträd is a drawer behind its button', async () => {
    setFonster(683, 384);
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Rubrikträd' }));
    expect(await nod(/^Personuppgifter/)).toBeTruthy();
  });
});

it('a contact and a beslut that cannot be read are named above the akt, and the rest of it is shown', async () => {
  const { karna } = show();
  await nod(/LSS utredning o verkställighet/);
  act(() => {
    karna.pullBroken({ type: 'kontakt', id: '018f0000-0000-7000-8000-0000000000a1', data: {} });
    karna.pullBroken({ type: 'beslut', id: '018f0000-0000-7000-8000-0000000000a2', data: { utfall: 7 } });
  });
  expect(await screen.findByText('2 uppgifter i akten kan inte läsas och visas inte.')).toBeTruthy();
  expect(screen.getByText(/Det gäller: Beslut, Kontaktuppgift\. Inget är borttaget/)).toBeTruthy();
  expect(await nod(/LSS utredning o verkställighet/)).toBeTruthy();
});
