// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { teman } from '../components/theme.ts';
import { startCore } from '../state/core.ts';
import { saveInstallningar } from '../state/installningar.ts';
import { useCommand } from '../state/keys.ts';
import { forgetKundvyer } from '../state/kundvy.ts';
import { domOfTests } from '../testing/dom.ts';
import { type Karna, testKarna } from '../testing/karna.ts';
import { linnea, linneasAkt } from '../testing/linnea.ts';
import { Kommandoruta } from './Kommandoruta.tsx';

const sync = vi.fn();
function Skal() {
  useCommand('synka', sync);
  useCommand('spara', () => {}, 'Inget att spara');
  return (
    <FluentProvider theme={teman.ljust}>
      <Kommandoruta />
    </FluentProvider>
  );
}
let karna: Karna;
let backend: Karna['backend'];
let end: () => void;
beforeAll(domOfTests);
beforeEach(() => {
  sync.mockReset();
  forgetKundvyer();
  karna = testKarna(linneasAkt());
  backend = karna.backend;
  end = startCore(backend);
  render(<Skal />);
});
afterEach(async () => {
  await saveInstallningar();
  cleanup();
  end();
});
const type = (text: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value: text } });
const asked = () => backend.calls.filter(({ name }) => name === 'sok.person').map(({ input }) => (input as { text: string }).text);

describe('the command box', () => {
  it('> offers the commands that can be run now, and Enter runs the marked one', () => {
    type('>hämta');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([expect.stringContaining('Hämta och skicka nu')]);
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(sync).toHaveBeenCalledOnce();
    expect(asked()).toEqual([]);
  });
  it('a hindered command is not offered', () => {
    type('>spara');
    expect(screen.queryAllByRole('option')).toEqual([]);
  });
  it('FRAGA-62 one search is made for what was typed, not one for each key', async () => {
    for (const text of ['E', 'Ek', 'Eks*']) type(text);
    await screen.findByText('Ekström, Linnea Maria');
    expect(asked()).toEqual(['Eks*']);
  });
  it('Enter before the answer asks, and opens nobody', async () => {
    type('Eks*');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await screen.findByText('Ekström, Linnea Maria');
    const opened = () => backend.calls.flatMap(({ name, input }) => (name === 'kund.oppna' ? [input] : []));
    expect(opened()).toEqual([]);
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Ekström, Linn19990421');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'ArrowDown' });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await waitFor(() => expect(opened()).toEqual([{ personId: linnea.person }]));
  });
  it('Enter right after a command has been typed waits until no person can be meant, and runs it', async () => {
    type('hämta');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(sync).not.toHaveBeenCalled();
    await waitFor(() => expect(sync).toHaveBeenCalledOnce());
    expect(asked()).toEqual(['hämta']);
  });
  it('what is written on after Enter takes it back', async () => {
    type('hämta');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    type('hämta och');
    await waitFor(() => expect(asked()).toEqual(['hämta', 'hämta och']));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      expect.stringContaining('Hämta och skicka nu'),
      expect.stringContaining('Sök ”hämta och” i anteckningar'),
    ]);
    expect(sync).not.toHaveBeenCalled();
  });
  it('FRAGA-62 hits that are read again when records change are one search in the log', async () => {
    type('Eks*');
    await screen.findByText('Ekström, Linnea Maria');
    act(() => karna.pull({ type: 'person', id: linnea.person, data: { fornamn: 'Linnea' } }));
    expect(await screen.findByText('Ekström, Linnea')).toBeTruthy();
    await waitFor(() => expect(asked()).toHaveLength(2));
    const ids = backend.calls.filter(({ name }) => name === 'sok.person').map(({ input }) => (input as { id: string }).id);
    expect(new Set(ids).size).toBe(1);
  });
});
