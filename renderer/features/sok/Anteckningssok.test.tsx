// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testAnteckning, testId } from '../../../shared/domain/testing/state.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetAnteckningar, forgetFritext, searchFor, showFritext } from '../../state/fritext.ts';
import { saveInstallningar } from '../../state/installningar.ts';
import { forgetKundvyer, getKundvy } from '../../state/kundvy.ts';
import { forgetTabs, useTabs } from '../../state/tabs.ts';
import { domOfTests } from '../../testing/dom.ts';
import { testKarna } from '../../testing/karna.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';
import type { Script } from '../../testing/scripted-backend.ts';
import { Sokflik } from './Sokflik.tsx';

const note = (n: number, text: string, over: object = {}) => ({
  ...{ type: 'anteckning' as const, id: testId(n) },
  data: testAnteckning({ dokumentation: { slag: 'utredning', id: linnea.utredning }, text: fromPlainText(text), ...over }),
});

let end: () => void;
beforeAll(() => domOfTests());
beforeEach(() => {
  forgetFritext();
  forgetTabs();
  forgetKundvyer();
});
afterEach(async () => {
  await saveInstallningar();
  cleanup();
  end();
});
function show(notes: ReturnType<typeof note>[], script: Script = {}) {
  const akt = linneasAkt();
  const karna = testKarna({ ...akt, records: [...akt.records, ...notes] }, script);
  end = startCore(karna.backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <Sokflik />
    </FluentProvider>,
  );
  act(showFritext);
  return karna;
}
const box = () => screen.getByRole('textbox', { name: 'Ord i anteckningar' });
function search(text: string): void {
  fireEvent.change(box(), { target: { value: text } });
  fireEvent.submit(box());
}
const hits = async () => within(await screen.findByRole('grid', { name: 'Träffar i anteckningar' }));

describe('SVERK-09 the search of notes', () => {
  it('the caret is in the box; a hit is shown with its words marked, and opens the kund at that note', async () => {
    show([note(700, 'Vill flytta till gruppboende i vår.')]);
    expect(document.activeElement).toBe(box());
    search('boende');
    const row = (await hits()).getByText(/Ekström, Linnea Maria/);
    const utdrag = within(screen.getByRole('region', { name: 'Utdrag' }));
    expect(utdrag.getByText('gruppboende').tagName).toBe('MARK');
    fireEvent.doubleClick(row);
    await waitFor(() => expect(useTabs.getState().aktiv).toBe(`kund:${linnea.person}`));
    await waitFor(() =>
      expect(getKundvy(linnea.person)?.yta).toMatchObject({
        slag: 'dokumentation',
        id: linnea.utredning,
        oppning: { anteckningId: testId(700) },
      }),
    );
    expect(getKundvy(linnea.person)?.vald).toBe(`anteckning/${testId(700)}`);
  });

  it('what is no search, and what is not found, is said', async () => {
    show([]);
    search('a');
    expect(await screen.findByText('Skriv minst ett ord på två bokstäver.')).toBeTruthy();
    search('ångbåt');
    expect(await screen.findByText('Ingen anteckning hittades på den här datorn.')).toBeTruthy();
  });

  it('it follows the records, and a kund who is gone is gone from it', async () => {
    const karna = show([note(700, 'Hembesök i dag.')]);
    search('hembesök');
    expect((await hits()).getAllByRole('row')).toHaveLength(2);
    act(() => karna.pull(note(701, 'Nytt hembesök.')));
    await waitFor(async () => expect((await hits()).getAllByRole('row')).toHaveLength(3));
    act(() => forgetAnteckningar(linnea.person));
    expect(screen.queryByRole('grid', { name: 'Träffar i anteckningar' })).toBeNull();
  });

  it('a note that is found after the answer is marked, and the focus stays with who writes', async () => {
    const karna = show([]);
    search('hembesök');
    await screen.findByText('Ingen anteckning hittades på den här datorn.');
    act(() => karna.pull(note(700, 'Hembesök i dag.')));
    await hits();
    expect(within(screen.getByRole('region', { name: 'Utdrag' })).getByText('Hembesök').tagName).toBe('MARK');
    expect(document.activeElement).toBe(box());
  });

  it('felmarkerade are found when they are asked for', async () => {
    const signatur = { anvandareId: testId(1), namn: 'Berg, Åsa', at: '2026-11-01T08:00:00.000Z' };
    show([note(700, 'Hembesök.', { signerad: signatur, felmarkerad: { ...signatur, orsak: 'Fel kund' } })]);
    search('hembesök');
    await screen.findByText('Ingen anteckning hittades på den här datorn.');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Även felmarkerade' }));
    expect((await hits()).getByText(/^Felmarkerad, /)).toBeTruthy();
  });

  it('an answer for which not all were read says so, and how many have the words', async () => {
    show([], { 'fritext.sok': () => ({ slag: 'traffar', rader: [], fler: false, genomlasta: 2_000 }) });
    act(() => searchFor('"egen lägenhet och har"'));
    expect(await screen.findByText(/^Fler än 2\s000 anteckningar har orden\./)).toBeTruthy();
    expect(screen.getByText('Ingen träff bland de senaste anteckningarna.')).toBeTruthy();
  });

  it.each([
    [{ klart: 30, av: 100 }, 'Anteckningarna läses in för sökning (30 %).'],
    [{ klart: 30, av: 100, fullt: true as const }, 'Disken är nästan full. De senaste anteckningarna kan inte sökas än.'],
    ['saknas' as const, 'Anteckningarna kan inte sökas igenom nu.'],
  ])('an answer that is not whole says so: %j', async (lage, words) => {
    show([], { 'fritext.sok': () => ({ slag: 'traffar', rader: [], fler: false, lage }) });
    act(() => searchFor('hembesök'));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText('Ingen anteckning har hittats än.')).toBeTruthy();
  });
});
