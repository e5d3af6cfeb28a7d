// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Roll, roller } from '../../shared/domain/katalog/records.ts';
import { keyOf } from '../../shared/ipc/utkastnyckel.ts';
import { flikYta, showYta } from '../state/arbetsyta.ts';
import { openKund } from '../state/openKund.ts';
import { forgetTabs } from '../state/tabs.ts';
import { fetchUtkast } from '../state/utkastlista.ts';
import { karinsAkt, prepareKund, showWith } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';
import { vilar } from '../testing/status.ts';
import { App } from './App.tsx';

prepareKund();

/** The window of someone with these roles; with `utforare`, of the one who carries out a verkställighet of Linnea's. */
async function showWindow(...has: Roll[]) {
  const akt = karinsAkt();
  const actor = { ...akt.actor, roller: has, ...(has.includes('utforare') ? { utforareId: linnea.utforare } : {}) };
  forgetTabs();
  const shown = showWith(<App />, { akt: { ...akt, actor }, over: { 'status.hamta': () => vilar } });
  await screen.findByRole('navigation', { name: 'Platser' });
  return shown;
}
const openLinnea = () => act(async () => void (await openKund(linnea.person)));
const press = (key: string, mods: object = {}) => fireEvent.keyDown(window, { key, ...mods });
const rail = () => within(screen.getByRole('navigation', { name: 'Platser' })).getAllByRole('button');
const lists = () => within(screen.getByRole('main')).getAllByRole('heading');
const names = (elements: HTMLElement[]) => elements.map((one) => one.getAttribute('aria-label') ?? one.textContent);
async function menu(name: string): Promise<string[]> {
  fireEvent.click(screen.getByRole('button', { name }));
  const items = names(await screen.findAllByRole('menuitem')).map((text) => (text ?? '').replace(/(Ctrl|Alt|F\d).*$/, ''));
  press('Escape');
  return items;
}
const arendeflikar = ['Aktualisering', 'Inled utredning', 'LASS-beslut', 'Avsluta ärende', 'Tidslinje'];
const tabs = () => {
  const list = within(screen.getByRole('tablist', { name: 'Ärendet' }));
  const shown = arendeflikar.filter((name) => list.queryByRole('tab', { name }));
  expect(list.getAllByRole('tab')).toHaveLength(shown.length);
  return shown;
};
/** What Ctrl+K offers for a word. */
async function palette(word: string): Promise<string[]> {
  press('k', { ctrlKey: true });
  fireEvent.change(await screen.findByRole('combobox', { name: 'Sök kund eller kommando' }), { target: { value: `>${word}` } });
  return names(within(screen.getByRole('listbox', { name: 'Träffar' })).queryAllByRole('option')).map((text) => text ?? '');
}

const handling = ['Aktualisering', 'Inled utredning', 'LASS-beslut', 'Byt utförare', 'Avsluta ärende'];
const inUtredning = ['Visa utredningen', 'Visa Aktualiseringar', 'Visa Beslut', 'Visa Beställning', 'Visa Bedömning'];
const tidslinje = ['Visa Tidslinje'];
const reading = ['Dokumentation', 'Öppna hela journalen eller dokumentet'];
const filing = ['Infoga dokument'];
const writing = ['Ny', 'Nytt dokument', 'Signera', 'Frastexter', 'Hjälpfrastext'];
const handlaggare = {
  start: [
    'Pågående utredningar',
    'Bevakningar',
    'Ej behandlade aktualiseringar',
    'E-tjänster att hantera',
    'Meddelanden',
    'Osignerade anteckningar',
    'Beställningar – ej bekräftade',
    'Inkomna beställningar',
  ],
  arende: [...handling, ...inUtredning, ...tidslinje, ...filing, ...reading, ...writing],
};
const lasare = { start: ['Bevakningar', 'Meddelanden', 'Osignerade anteckningar'], arende: [...inUtredning, ...tidslinje, ...reading] };
const expected: Record<Roll, { start: string[]; arende: string[] }> = {
  lssHandlaggare: handlaggare,
  bistandshandlaggare: { ...handlaggare, arende: handlaggare.arende.filter((one) => one !== 'LASS-beslut') },
  // The LSS Insatser of the akt belongs to a function that nobody at work holds.
  enhetschef: { ...handlaggare, start: handlaggare.start.toSpliced(1, 0, 'Utan handläggare som kan läsa akten') },
  boendesamordnare: lasare,
  avgiftshandlaggare: lasare,
  systemforvaltare: lasare,
  utforare: {
    start: ['Osignerade anteckningar', 'Frånvaro', 'Inkomna beställningar'],
    arende: [...tidslinje, ...filing, ...reading, ...writing],
  },
};

describe('ROLL-01 the window shows each role its places', () => {
  it.each(roller)('%s', async (roll) => {
    await showWindow(roll);
    const binder = expected[roll].arende.includes('Ny') ? ['PDF-binder – öppna en kund först'] : [];
    const bevakningar = roll === 'utforare' ? [] : ['Bevakningar'];
    const inkorg = expected[roll].start.includes('E-tjänster att hantera') ? ['E-tjänster att hantera'] : [];
    const meddelanden = roll === 'utforare' ? [] : ['Meddelanden'];
    const inkomster = roll === 'avgiftshandlaggare' ? ['Inkomstblanketter', 'Frånvaro och avgifter'] : [];
    expect(names(rail())).toEqual([
      ...['Mina sidor', 'Social och vård dokumentation', ...bevakningar, ...inkorg, ...meddelanden, ...inkomster, ...binder],
      'Utkorg och kvitton',
    ]);
    expect(names(lists())).toEqual(expected[roll].start);
    expect(await menu('Ärende')).toEqual(expected[roll].arende);
  });

  it('several roles: all that any of them has', async () => {
    await showWindow('utforare', 'boendesamordnare');
    expect(names(lists())).toEqual(['Bevakningar', 'Meddelanden', ...expected.utforare.start]);
    expect(await menu('Ärende')).toEqual([...inUtredning, ...tidslinje, ...filing, ...reading, ...writing]);
  });

  it('a role that is given while the user works brings its places', async () => {
    const { backend } = await showWindow('avgiftshandlaggare');
    const session = await backend.call('session.hamta', {});
    if (!session.ok || !session.value.inloggad) throw new Error('signed out');
    const { value } = session;
    act(() => backend.emit({ event: 'session', session: { ...value, roller: ['avgiftshandlaggare', 'lssHandlaggare'] } }));
    expect(names(lists())).toEqual(handlaggare.start);
  });

  it('ROLL-01 who may only read reads a beslut, is shown no proposal of one, and finds nothing to write or save', async () => {
    const { karna } = await showWindow('boendesamordnare');
    await openLinnea();
    await screen.findByRole('tree', { name: 'Rubrikträd' });
    act(() => showYta(linnea.person, flikYta(linnea.utredning, 'beslut')));
    expect(await screen.findByText('Utredningen har inga beslut än.')).toBeTruthy();
    const data = {
      utredningId: linnea.utredning,
      beslutskod: 'KONTAKTPERSON',
      beslutsnamn: 'LSS Kontaktperson Bifall',
      utfall: 'bifall' as const,
      insatskategori: 'Rekrytering LSS-insatser',
      beslutsdatum: '2026-11-01',
      giltigFran: '2026-11-01',
    };
    act(() => karna.pull({ type: 'beslut', id: '018f0000-0000-7000-8000-00000000be51', data }));
    expect((await screen.findAllByText('LSS Kontaktperson Bifall')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Spara beslut/ })).toBeNull();
    press('s', { ctrlKey: true });
    expect(karna.list('beslut').map((one) => one.data)).toEqual([data]);
  });

  it('ROLL-01 who may only read opens a contact and finds nothing to write, add, save or remove', async () => {
    await showWindow('boendesamordnare');
    await openLinnea();
    act(() => showYta(linnea.person, { slag: 'personuppgifter', del: 'kontaktuppgifter' }));
    fireEvent.doubleClick(await screen.findByText('Ekström, Birgitta', { selector: '[role="gridcell"]' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Du kan läsa men inte ändra här.')).toBeTruthy();
    for (const field of within(dialog).getAllByRole('textbox')) expect(field.matches(':disabled')).toBe(true);
    const live = within(dialog)
      .getAllByRole('button')
      .filter((one) => !one.matches(':disabled'));
    expect(names(live)).toEqual(['Stäng (Esc)']);
    expect(screen.queryByRole('button', { name: 'Lägg till', hidden: true })).toBeNull();
  });

  it('ROLL-03 PHEM-01 an utförare opens its kund: no key, tab or entry leads to what it may not do', async () => {
    await showWindow('utforare');
    await openLinnea();
    press('7', { ctrlKey: true });
    await screen.findByRole('tablist', { name: 'Ärendet' });
    expect(tabs()).toEqual(['Tidslinje']);
    // Nobody answers: the key keeps its own meaning.
    await waitFor(() => expect(press('A', { ctrlKey: true, shiftKey: true })).toBe(true));
    expect(await palette('avsluta')).toEqual([]);
    press('Escape');
    press('F1');
    expect(await screen.findByText('Dokumentation', { selector: 'dt' })).toBeTruthy();
    expect(screen.queryByText('Aktualisering', { selector: 'dt' })).toBeNull();
  });

  it('a handläggare comes there by key, by tab and by Ctrl+K, and F1 tells it', async () => {
    await showWindow('lssHandlaggare');
    await openLinnea();
    await screen.findByRole('tree', { name: 'Rubrikträd' });
    expect(press('A', { ctrlKey: true, shiftKey: true })).toBe(false);
    await screen.findByRole('tablist', { name: 'Ärendet' });
    expect(tabs()).toEqual(arendeflikar);
    expect(await palette('avsluta')).toEqual([expect.stringContaining('Avsluta ärende')]);
    press('Escape');
    press('F1');
    expect(await screen.findByText('Aktualisering', { selector: 'dt' })).toBeTruthy();
  });

  it('what was begun under another role stays: Utkorg lists it, and opens it in its tab', async () => {
    const { karna } = await showWindow('boendesamordnare');
    const nyckel = keyOf({ form: 'inled', personId: linnea.person, objekt: 'ny' });
    await karna.backend.call('utkast.spara', { nyckel, personId: linnea.person, titel: 'Inled utredning', data: {} });
    await act(fetchUtkast);
    fireEvent.click(within(screen.getByRole('navigation', { name: 'Platser' })).getByRole('button', { name: 'Utkorg och kvitton' }));
    fireEvent.doubleClick(await screen.findByText('Inled utredning, utkast', { selector: '[role="gridcell"]' }));
    await screen.findByRole('tablist', { name: 'Ärendet' });
    expect(tabs()).toEqual(['Inled utredning', 'Tidslinje']);
  });
});
