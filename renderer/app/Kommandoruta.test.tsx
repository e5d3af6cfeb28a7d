// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sokresultat } from '../../shared/ipc/views.ts';
import { startCore } from '../state/core.ts';
import { useCommand } from '../state/keys.ts';
import { domOfTests } from '../testing/dom.ts';
import { scriptedBackend } from '../testing/scripted-backend.ts';
import { Kommandoruta } from './Kommandoruta.tsx';

const rad = {
  personId: 'p',
  namn: 'Ekström, Linnea',
  personnummer: '199904122380',
  nummerSlag: 'personnummer' as const,
  fodelsedatum: '1999-04-12',
  alder: 27,
  skydd: 'ingen' as const,
};
const synka = vi.fn();
function Skal() {
  useCommand('synka', synka);
  useCommand('spara', () => {}, 'Inget att spara');
  return (
    <FluentProvider>
      <Kommandoruta />
    </FluentProvider>
  );
}
let svar: () => Sokresultat;
let end: () => void;
let backend: ReturnType<typeof scriptedBackend>;
beforeEach(() => {
  domOfTests();
  synka.mockReset();
  svar = () => ({ slag: 'traffar', rader: [rad], fler: false, annatArhundrade: false, ofullstandig: false });
  backend = scriptedBackend({
    'sok.person': () => svar(),
  });
  end = startCore(backend);
  render(<Skal />);
});
afterEach(() => {
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
    expect(synka).toHaveBeenCalledOnce();
    expect(asked()).toEqual([]);
  });
  it('a hindered command is not offered', () => {
    type('>spara');
    expect(screen.queryAllByRole('option')).toEqual([]);
  });
  it('FRAGA-62 one search is made for what was typed, not one for each key', async () => {
    for (const text of ['E', 'Ek', 'Eks*']) type(text);
    await screen.findByText('Ekström, Linnea');
    expect(asked()).toEqual(['Eks*']);
  });
  it('Enter before the answer asks, and opens nobody', async () => {
    type('Eks*');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await screen.findByText('Ekström, Linnea');
    expect(backend.calls.map(({ name }) => name)).not.toContain('kund.oppna');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await waitFor(() => expect(backend.calls.at(-1)).toEqual({ name: 'kund.oppna', input: { personId: 'p' } }));
  });
  it('Enter right after a command has been typed waits until no person can be meant, and runs it', async () => {
    svar = () => ({ slag: 'hjalp', hjalp: 'ett-namn' });
    type('hämta');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(synka).not.toHaveBeenCalled();
    await waitFor(() => expect(synka).toHaveBeenCalledOnce());
    expect(asked()).toEqual(['hämta']);
  });
  it('what is written on after Enter takes it back', async () => {
    svar = () => ({ slag: 'hjalp', hjalp: 'ett-namn' });
    type('hämta');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    type('hämta och');
    await waitFor(() => expect(asked()).toEqual(['hämta', 'hämta och']));
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(synka).not.toHaveBeenCalled();
  });
  it('FRAGA-62 hits that are read again when records change are one search in the log', async () => {
    type('Eks*');
    await screen.findByText('Ekström, Linnea');
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:p'] }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    const ids = backend.calls.filter(({ name }) => name === 'sok.person').map(({ input }) => (input as { id: string }).id);
    expect(new Set(ids).size).toBe(1);
  });
});
