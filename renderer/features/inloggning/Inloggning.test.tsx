// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnvandarVal } from '../../../shared/ipc/views.ts';
import { startCore } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { CallFailure, type Script, scriptedBackend } from '../../testing/scripted-backend.ts';
import { Inloggning } from './Inloggning.tsx';
import { nastaSomBorjar } from './typeAhead.ts';

const anvandare: AnvandarVal[] = ['Sara Nyström', 'Per Hallberg', 'Åsa Berg', 'Anders Ek'].map((namn, index) => ({
  id: `id${index}`,
  namn,
  titel: 'Socialsekreterare',
  funktion: `LSS-handläggare ${index + 1}`,
}));
let end: () => void = () => undefined;
beforeEach(() => useSession.setState({ session: { inloggad: false, demo: true }, fel: null }));
afterEach(() => {
  cleanup();
  end();
});
function show(handlers: Script) {
  const backend = scriptedBackend(handlers);
  end = startCore(backend);
  render(
    <FluentProvider>
      <Inloggning />
    </FluentProvider>,
  );
  return backend;
}

describe('sign-in', () => {
  it('by keyboard alone: letters find, Enter signs in', async () => {
    const backend = show({
      'session.anvandare': () => ({ kalla: 'server', anvandare }),
      'session.loggaIn': () => ({ inloggad: false, demo: true }),
    });
    const list = await screen.findByRole('listbox', { name: 'Användare' });
    await waitFor(() => expect(document.activeElement).toBe(list));
    fireEvent.keyDown(list, { key: 'å' });
    fireEvent.keyDown(list, { key: 'Enter' });
    await waitFor(() => expect(backend.calls.at(-1)).toEqual({ name: 'session.loggaIn', input: { anvandareId: 'id2' } }));
    expect(screen.getByText(/Listan kommer från servern/)).toBeDefined();
  });
  it('without the server it says that the list is of this computer', async () => {
    show({ 'session.anvandare': () => ({ kalla: 'datorn', anvandare }) });
    expect(await screen.findByText(/Servern svarar inte. Listan visar dem som varit inloggade/)).toBeDefined();
  });
  it('without server and users it says what the first sign-in needs', async () => {
    show({
      'session.anvandare': () => {
        throw new CallFailure({ code: 'servern-svarar-inte' });
      },
    });
    expect(await screen.findByText(/Den första inloggningen på en dator behöver servern/)).toBeDefined();
  });
  it('a server that lets nobody in from here is told as that, with and without a list', async () => {
    show({ 'session.anvandare': () => ({ kalla: 'datorn', anvandare, nekad: true }) });
    expect(await screen.findByText(/^Servern släpper inte in någon härifrån. Listan visar dem/)).toBeDefined();
    cleanup();
    end();
    show({ 'session.anvandare': () => ({ kalla: 'datorn', anvandare: [], nekad: true }) });
    expect(await screen.findByText(/servern släpper inte in någon härifrån. Kontakta systemförvaltaren/)).toBeDefined();
  });
  it('a full disk at sign-in speaks of the database, not of a text on the screen', async () => {
    show({
      'session.anvandare': () => ({ kalla: 'datorn', anvandare }),
      'session.loggaIn': () => {
        throw new CallFailure({ code: 'disken-full' });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Logga in som Sara Nyström' }));
    expect(await screen.findByText('Disken är full: databasen på datorn kan inte öppnas.')).toBeDefined();
    expect(screen.getByText(/Frigör utrymme och logga in igen. Inget har raderats./)).toBeDefined();
  });
  it('a refused sign-in is told', async () => {
    show({
      'session.anvandare': () => ({ kalla: 'datorn', anvandare }),
      'session.loggaIn': () => {
        throw new CallFailure({ code: 'anvandaren-finns-inte-har' });
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Logga in som Sara Nyström' }));
    expect(await screen.findByText('Du har inte varit inloggad på den här datorn förut.')).toBeDefined();
  });
});

describe('type-ahead', () => {
  it('the same letter goes on to the next, longer words stay while they fit', () => {
    expect(nastaSomBorjar(anvandare, 'e', 0)).toBe(3);
    expect(nastaSomBorjar(anvandare, 's', 0)).toBe(0);
    expect(nastaSomBorjar(anvandare, 'an', 3)).toBe(3);
    expect(nastaSomBorjar(anvandare, 'LSS-handläggare 2', 0)).toBe(1);
    expect(nastaSomBorjar(anvandare, 'zz', 0)).toBeUndefined();
  });
});
