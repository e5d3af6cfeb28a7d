// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetKundvyer, getKundvy } from '../../state/kundvy.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { type Karna, type TestAkt, testKarna } from '../../testing/karna.ts';
import { BestallningFlik, type BestallningFlikProps } from './BestallningFlik.tsx';
import { NyEfterAvbrottDialog } from './NyEfterAvbrottDialog.tsx';
import { TaBortBestallningDialog } from './TaBortBestallningDialog.tsx';

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

const bifall = (n: number, insats: keyof typeof kat.insats, over: object = {}): TestRecord => ({
  type: 'beslut',
  id: testId(n),
  data: {
    utredningId: akt.utredning,
    insatsId: kat.insats[insats],
    beslutskod: `LSS_${insats}_BIFALL`,
    beslutsnamn: `LSS ${insats} Bifall`,
    utfall: 'bifall',
    insatskategori: 'Rekrytering LSS-insatser',
    beslutsdatum: '2026-11-13',
    giltigFran: '2026-12-01',
    organisationId: kat.organisation,
    rev: testId(n + 1),
    ...over,
  },
});
const order = (n: number, beslutId: string, over: object = {}): TestRecord => ({
  type: 'bestallning',
  id: testId(n),
  data: {
    beslutId,
    insatskategori: 'Rekrytering LSS-insatser',
    bestallarOrganisationId: kat.organisation,
    bestalltDatum: '2026-11-14',
    gallerFran: '2026-12-01',
    utforareId: kat.utforare.rekrytering,
    insatser: ['Kontaktperson'],
    ...over,
  },
});
const bekraftad = {
  bekraftad: '2026-12-01',
  bekraftelse: { anvandareId: testId(9), namn: 'Per', at: '2026-12-01T09:00:00.000Z', verkstallighetId: akt.verkstallighet },
};

function startKarna(grund: TestAkt) {
  const karna = testKarna(grund);
  const { backend } = karna;
  stop = startCore(backend);
  return { karna, backend };
}
function show(poster: TestRecord[], del: Partial<BestallningFlikProps> = {}) {
  const start = startKarna(handlaggning(poster));
  const ram = () => (
    <FluentProvider theme={teman.ljust}>
      <BestallningFlik personId={akt.person} utredningId={akt.utredning} {...del} />
    </FluentProvider>
  );
  return { ...start, ram, view: render(ram()) };
}
async function choose(name: string, val: string | RegExp) {
  fireEvent.click(await screen.findByRole('combobox', { name }));
  fireEvent.click(await screen.findByRole('option', { name: val }));
}
const save = async () => fireEvent.keyDown(await screen.findByRole('form', { name: 'Beställning' }), { key: 's', ctrlKey: true });
const ordrar = (karna: Karna) => karna.list('bestallning').map(({ data }) => data);

describe('FORB-33 a new beställning', () => {
  it('FORB-32 a begun one is called a draft in the list, so that nobody takes it for sent', async () => {
    const { karna } = show([bifall(220, 'kontaktperson')]);
    const lista = await screen.findByRole('table', { name: 'Bifall och beställningar' });
    expect(within(lista).getByRole('cell', { name: 'Beställning saknas' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Spara utkast' }));
    expect(await within(lista).findByRole('cell', { name: 'Utkast, inte skickad' })).toBeTruthy();
    expect(ordrar(karna)).toEqual([]);
  });

  it('FORB-34 a period that the beslut does not cover is told with the day that does, and asks nothing more', async () => {
    show([bifall(220, 'kontaktperson')]);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Beställningen gäller' }), { target: { value: '2026-11-23' } });
    await save();
    expect(
      await screen.findByText('Beslutet gäller från 2026-12-01. Skriv den dagen eller senare.', { selector: '[role="alert"] *' }),
    ).toBeTruthy();
    expect(screen.getByText('1 att rätta')).toBeTruthy();
  });

  it('is filled in from the beslut and the catalogue: Ctrl+S sends it', async () => {
    const { karna } = show([bifall(220, 'kontaktperson')]);
    expect(await screen.findByRole('button', { name: 'Spara och skicka till Lss, Rekryteringshandläggare' })).toBeTruthy();
    expect(screen.getByText('Datum stämmer med beslutet')).toBeTruthy();
    await save();
    await waitFor(() => expect(ordrar(karna)).toHaveLength(1));
    expect(ordrar(karna)[0]).toMatchObject({
      beslutId: testId(220),
      gallerFran: '2026-12-01',
      utforareId: kat.utforare.rekrytering,
      insatser: ['Kontaktperson'],
      bestalltDatum: '2026-11-20',
    });
    await waitFor(() =>
      expect(getKundvy(akt.person)?.yta).toMatchObject({ flik: 'bestallning', bestallningId: karna.list('bestallning')[0]?.id }),
    );
  });

  it('a real choice is asked for: the fault stands at Utförare', async () => {
    const { karna } = show([
      bifall(220, 'assistans', { omfattning: { minuter: 6000, enhet: 'Månad' }, insatskategori: 'Personlig ass LSS' }),
    ]);
    await save();
    const utforare = await screen.findByRole('combobox', { name: 'Utförare' });
    await waitFor(() => expect(document.activeElement).toBe(utforare));
    expect(
      screen.getByText('Utförare saknas. Välj vem som ska utföra insatsen.', { selector: '.fui-Field__validationMessage' }),
    ).toBeTruthy();
    expect(ordrar(karna)).toEqual([]);
    await choose('Utförare', /Lss, Eget Val/);
    expect(await screen.findByText(/Du bekräftar beställningen själv/)).toBeTruthy();
    await save();
    await waitFor(() => expect(ordrar(karna)).toHaveLength(1));
    expect(karna.list('bevakning').map(({ data }) => data.datum)).toEqual(['2026-12-01']);
    expect(karna.list('verkstallighet').find(({ data }) => data.beslutId === testId(220))?.data.utforareId).toBe(kat.utforare.egetVal);
  });

  it('FORB-34 a difference stands side by side with the beslut and must be confirmed', async () => {
    const { karna } = show([bifall(220, 'kontaktperson')]);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Beställningen gäller' }), { target: { value: '2026-12-15' } });
    const grupp = await screen.findByRole('group', { name: /^Skiljer sig från beslutet/ });
    expect(grupp.textContent).toContain('2026-12-012026-12-15');
    await save();
    expect(await within(grupp).findByText(/Rätta den, eller bekräfta skillnaden/)).toBeTruthy();
    expect(ordrar(karna)).toEqual([]);
    fireEvent.click(within(grupp).getByRole('checkbox'));
    await save();
    await waitFor(() => expect(ordrar(karna)[0]?.avvikelser).toEqual(['gallerFran']));
  });

  it('offline it says when it is sent, and a half-filled one is there again after a restart', async () => {
    const { view, ram } = show([bifall(220, 'kontaktperson')]);
    expect(await screen.findByText('Skickas när du är ansluten')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: 'Beställningstext' }));
    fireEvent.change(await screen.findByRole('textbox', { name: /^Beställningstext/ }), { target: { value: 'Ring före' } });
    view.unmount();
    render(ram());
    fireEvent.click(await screen.findByRole('tab', { name: 'Beställningstext' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Beställningstext/ })).value).toBe('Ring före');
  });

  it('FORB-58 the anteckning of an aktualisering goes along only when it is ticked, and is shown first', async () => {
    const ansokan: TestRecord = {
      type: 'aktualisering',
      id: testId(230),
      data: {
        slag: 'ansokan',
        typ: 'Kontaktperson',
        datum: '2026-10-01',
        franVem: 'Den enskilde',
        ansvarigHandlaggareId: testId(1),
        organisationId: kat.organisation,
        gruppId: testId(231),
        utredningId: akt.utredning,
        anteckning: 'Vill träffas på kvällar.',
        rev: testId(232),
      },
    };
    const { karna } = show([bifall(220, 'kontaktperson'), ansokan]);
    fireEvent.click(await screen.findByRole('tab', { name: 'Beställningstext' }));
    expect(screen.queryByText('Vill träffas på kvällar.')).toBeNull();
    fireEvent.click(await screen.findByRole('checkbox', { name: /Kontaktperson/ }));
    expect(await screen.findByText('Vill träffas på kvällar.')).toBeTruthy();
    await save();
    await waitFor(() => expect(ordrar(karna)[0]?.bifogadAnteckning).toBe('Vill träffas på kvällar.'));
  });

  it('FRAGA-61 what was filled in for a bifall that can no longer be ordered is shown, with the reason', async () => {
    const avslutat = bifall(220, 'kontaktperson', {
      avslutad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T09:00:00.000Z' },
    });
    const { karna } = show([avslutat], { beslutId: testId(220) });
    expect(await screen.findByText('Utredningen har inget bifall att beställa.')).toBeTruthy();
    const nyckel = `bestallning:${akt.person}:${testId(220)}`;
    cleanup();
    stop();
    await karna.backend.call('utkast.spara', {
      ...{ nyckel, personId: akt.person, titel: 'Beställning', data: { bestallningstext: 'Ring före' } },
    });
    stop = startCore(karna.backend);
    render(
      <FluentProvider theme={teman.ljust}>
        <BestallningFlik personId={akt.person} utredningId={akt.utredning} beslutId={testId(220)} />
      </FluentProvider>,
    );
    fireEvent.click(await screen.findByRole('tab', { name: 'Beställningstext' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Beställningstext/ })).value).toBe('Ring före');
    expect(screen.getByText('Ärendet är avslutat.')).toBeTruthy();
  });

  it('FORB-31 Spara och nästa bifall goes on to the next', async () => {
    const { karna } = show([bifall(220, 'kontaktperson'), bifall(222, 'dagligVerksamhet', { giltigFran: '2026-12-05' })], {
      beslutId: testId(220),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Spara och nästa bifall' }));
    await waitFor(() => expect(ordrar(karna)).toHaveLength(1));
    await waitFor(() => expect(getKundvy(akt.person)?.yta).toMatchObject({ flik: 'bestallning', beslutId: testId(222) }));
    expect(getKundvy(akt.person)?.yta?.bestallningId).toBeUndefined();
  });
});

describe('FORB-24 the months of a series', () => {
  const koppling = { slag: 'serie', id: testId(300) };
  const manad = (n: number, giltigFran: string, giltigTom: string) =>
    bifall(n, 'kontaktperson', { beslutsnamn: 'Tillfällig utökning', giltigFran, giltigTom, koppling });
  const manader = [manad(220, '2026-12-01', '2026-12-31'), manad(222, '2027-01-01', '2027-01-31'), manad(224, '2027-02-01', '2027-02-15')];

  it('are proposed for review and sent together; one may be left out', async () => {
    const { karna } = show(manader, { beslutId: testId(220) });
    const grupp = await screen.findByRole('group', { name: 'Beställ även' });
    const rutor = within(grupp).getAllByRole<HTMLInputElement>('checkbox');
    expect(rutor.map(({ checked }) => checked)).toEqual([true, true]);
    expect(within(grupp).getByRole('checkbox', { name: '2027-02-01 – 2027-02-15' })).toBeTruthy();
    expect(screen.getByText('3 beställningar skickas till Lss, Rekryteringshandläggare')).toBeTruthy();
    fireEvent.click(within(grupp).getByRole('checkbox', { name: '2027-02-01 – 2027-02-15' }));
    expect(screen.getByText('2 beställningar skickas till Lss, Rekryteringshandläggare')).toBeTruthy();
    await save();
    await waitFor(() => expect(ordrar(karna)).toHaveLength(2));
    expect(ordrar(karna).map(({ beslutId, gallerFran, gallerTom }) => [beslutId, gallerFran, gallerTom])).toEqual([
      [testId(220), '2026-12-01', '2026-12-31'],
      [testId(222), '2027-01-01', '2027-01-31'],
    ]);
  });

  it('Spara och nästa bifall passes over those sent with it', async () => {
    const { karna } = show([...manader, bifall(226, 'kontaktperson', { giltigFran: '2027-03-01' })], { beslutId: testId(220) });
    fireEvent.click(await screen.findByRole('button', { name: 'Spara och nästa bifall' }));
    await waitFor(() => expect(ordrar(karna)).toHaveLength(3));
    await waitFor(() => expect(getKundvy(akt.person)?.yta).toMatchObject({ flik: 'bestallning', beslutId: testId(226) }));
  });
});

describe('BEST-GEN-05 the insats picker', () => {
  it('Enter moves what is marked; Ctrl+S is OK there, and sends nothing behind it', async () => {
    const { karna } = show([bifall(220, 'korttidsvistelse', { niva: '2' })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Välj insatser' }));
    const dialog = await screen.findByRole('dialog');
    const valda = within(dialog).getByRole('listbox', { name: 'Valda insatser' });
    fireEvent.keyDown(valda, { key: 'Enter' });
    await waitFor(() => expect(within(valda).queryAllByRole('option')).toHaveLength(0));
    fireEvent.keyDown(within(dialog).getByRole('listbox', { name: 'Insatser att välja' }), { key: 'Enter' });
    await waitFor(() => expect(within(valda).getByRole('option').textContent).toBe('korttidsvistelse 2'));
    fireEvent.keyDown(within(dialog).getByRole('button', { name: 'Ta bort insatsen' }), { key: 'ArrowRight', altKey: true });
    fireEvent.keyDown(valda, { key: 's', ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(ordrar(karna)).toEqual([]);
    await save();
    expect(await screen.findByText('Insats saknas. Välj minst en insats.', { selector: '[role="alert"] *' })).toBeTruthy();
  });

  it('Alt+Left adds, Alt+Right takes back, OK keeps; only the nivå of the beslut is offered', async () => {
    const { karna } = show([bifall(220, 'korttidsvistelse', { niva: '2' })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Välj insatser' }));
    const dialog = await screen.findByRole('dialog');
    const valbara = within(dialog).getByRole('listbox', { name: 'Insatser att välja' });
    expect(
      within(valbara)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['korttidsvistelse 2vald']);
    expect(within(dialog).getByText('Stämmer med Nivå 2 i beslutet')).toBeTruthy();
    fireEvent.keyDown(valbara, { key: 'ArrowRight', altKey: true });
    const valda = within(dialog).getByRole('listbox', { name: 'Valda insatser' });
    await waitFor(() => expect(within(valda).queryAllByRole('option')).toHaveLength(0));
    fireEvent.click(within(dialog).getByRole('button', { name: 'OK' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await save();
    expect(await screen.findByText('Insats saknas. Välj minst en insats.', { selector: '[role="alert"] *' })).toBeTruthy();
    const knapp = screen.getByRole('button', { name: 'Välj insatser' });
    await waitFor(() => expect(document.activeElement).toBe(knapp));
    fireEvent.click(knapp);
    const igen = await screen.findByRole('dialog');
    fireEvent.keyDown(await within(igen).findByRole('listbox', { name: 'Insatser att välja' }), { key: 'ArrowLeft', altKey: true });
    fireEvent.click(within(igen).getByRole('button', { name: 'OK' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await save();
    await waitFor(() => expect(ordrar(karna)[0]?.insatser).toEqual(['korttidsvistelse 2']));
  });
});

describe('a sent beställning', () => {
  it('BEST-BORT-03 FORB-39 is taken back with a reason that names kund, insats and utförare; Ångra brings it back', async () => {
    const poster = [bifall(220, 'kontaktperson'), order(240, testId(220))];
    const { karna, view, ram } = show(poster, { bestallningId: testId(240) });
    const stangd = vi.fn();
    view.rerender(
      <FluentProvider theme={teman.ljust}>
        <BestallningFlik personId={akt.person} utredningId={akt.utredning} bestallningId={testId(240)} />
        <TaBortBestallningDialog personId={akt.person} bestallningId={testId(240)} onClose={stangd} />
      </FluentProvider>,
    );
    const dialog = await screen.findByRole('alertdialog');
    for (const ord of ['Kontaktperson', 'Ekström, Linnea Maria', 'Lss, Rekryteringshandläggare']) expect(dialog.textContent).toContain(ord);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, ta bort beställningen' }));
    expect(await within(dialog).findByText('Orsak saknas. Skriv varför beställningen tas bort.')).toBeTruthy();
    const orsak = within(dialog).getByRole('textbox', { name: /^Orsak/ });
    await waitFor(() => expect(document.activeElement).toBe(orsak));
    fireEvent.change(orsak, { target: { value: 'Fel utförare' } });
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`taBortBestallning:${akt.person}:${testId(240)}`]));
    fireEvent.keyDown(orsak, { key: 's', ctrlKey: true });
    await waitFor(() => expect(stangd).toHaveBeenCalled());
    expect(karna.get('bestallning', testId(240))?.borttagen?.orsak).toBe('Fel utförare');
    view.rerender(ram());
    fireEvent.click(await screen.findByText('Ångra'));
    await waitFor(() => expect(karna.get('bestallning', testId(240))?.borttagen).toBeUndefined());
  });

  it('FORB-38 BEST-KOP-09 a new one after an avbrott asks only for the day, and ends the earlier the day before', async () => {
    const { karna } = startKarna(
      handlaggning([
        bifall(220, 'kontaktperson', { giltigFran: '2026-10-01' }),
        order(240, testId(220), { gallerFran: '2026-10-01', ...bekraftad }),
      ]),
    );
    const stangd = vi.fn();
    render(
      <FluentProvider theme={teman.ljust}>
        <NyEfterAvbrottDialog personId={akt.person} bestallningId={testId(240)} onClose={stangd} />
      </FluentProvider>,
    );
    const dag = await screen.findByRole('textbox', { name: /^Avbrott/ });
    fireEvent.change(dag, { target: { value: '2026-09-01' } });
    fireEvent.click(screen.getByRole('button', { name: /^Spara och skicka/ }));
    expect(await screen.findByText(/Datumet är för tidigt/)).toBeTruthy();
    fireEvent.change(dag, { target: { value: '2026-11-10' } });
    expect(await screen.findByText('avslutas 2026-11-10')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Spara och skicka/ }));
    await waitFor(() => expect(stangd).toHaveBeenCalled());
    expect(karna.get('bestallning', testId(240))?.gallerTom).toBe('2026-11-10');
    expect(ordrar(karna).find(({ ersatter }) => ersatter === testId(240))).toMatchObject({
      gallerFran: '2026-11-11',
      bestalltDatum: '2026-11-11',
      insatser: ['Kontaktperson'],
    });
  });
});
