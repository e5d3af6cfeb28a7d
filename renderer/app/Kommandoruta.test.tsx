// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../backend/memory-backend.ts';
import { domOfTests } from '../backend/test-dom.ts';
import { startCore } from '../state/core.ts';
import { useCommand } from '../state/keys.ts';
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
let end: () => void;
let backend: ReturnType<typeof memoryBackend>;
beforeEach(() => {
  domOfTests();
  synka.mockReset();
  backend = memoryBackend({
    'sok.person': () => ({ slag: 'traffar', rader: [rad], fler: false, annatArhundrade: false, ofullstandig: false }),
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
});
