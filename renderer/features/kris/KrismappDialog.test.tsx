// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetInstallningar } from '../../state/installningar.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { CallFailure, type Script, scriptedBackend } from '../../testing/scripted-backend.ts';
import { KrismappDialog } from './KrismappDialog.tsx';

let stop = () => {};
beforeAll(domOfTests);
beforeEach(() => setFonster(1366, 768));
afterEach(() => {
  cleanup();
  stop();
  forgetInstallningar();
});

const losenord = 'fyra blå elefanter går';
type Answer = NonNullable<Script['kris.skapa']>;
function show(answer: Answer) {
  const stored = vi.fn((_: CallInput<'installning.satt'>) => null);
  const backend = scriptedBackend({ 'installning.hamta': () => null, 'installning.satt': stored, 'kris.skapa': answer });
  stop = startCore(backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <KrismappDialog />
    </FluentProvider>,
  );
  return { backend, stored };
}
const skriv = (etikett: RegExp, value: string) => fireEvent.change(screen.getByLabelText(etikett), { target: { value } });
const skapa = () => fireEvent.click(screen.getByRole('button', { name: 'Skapa krismapp' }));
function fyllI(): void {
  skriv(/^Läggs i mappen/, 'E:\\');
  skriv(/^Lösenord\*?$/, losenord);
  skriv(/^Lösenordet igen/, losenord);
}

it('FORB-32 what is missing is said at its field, and nothing is made', () => {
  const made = vi.fn();
  show(made);
  skriv(/^Lösenord\*?$/, 'kort');
  skapa();
  expect(screen.getByText('Skriv vilken mapp krismappen ska läggas i.')).toBeTruthy();
  expect(screen.getByText(/Lösenordet är för kort/)).toBeTruthy();
  expect(screen.getByText('Lösenorden är inte lika.')).toBeTruthy();
  expect(made).not.toHaveBeenCalled();
});

it('says how far it has come, then where the folder is and who is not in it; the password is stored nowhere', async () => {
  const { promise, resolve } = Promise.withResolvers<{ mapp: string; kunder: number; misslyckade: number; skyddade: number }>();
  const made = vi.fn((_: CallInput<'kris.skapa'>) => promise);
  const { backend, stored } = show(made);
  fyllI();
  skapa();
  expect(made.mock.calls[0]?.[0]).toEqual({ mapp: 'E:\\', losenord, urval: 'mina' });
  backend.emit({ event: 'kris', klart: 3, av: 12 });
  expect(await screen.findByText('3 av 12 kunder')).toBeTruthy();
  resolve({ mapp: 'E:\\Aktnära krismapp', kunder: 12, misslyckade: 0, skyddade: 1 });
  expect(await screen.findByText('E:\\Aktnära krismapp')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stäng' }));
  expect(screen.getByText('1 kund med skyddade personuppgifter är inte med.')).toBeTruthy();
  await vi.waitFor(() => expect(stored.mock.calls.length).toBeGreaterThan(0));
  expect(JSON.stringify(stored.mock.calls)).not.toContain(losenord);
});

it('FRAGA-62 protected kunder are asked a reason for', () => {
  const made = vi.fn();
  show(made);
  fyllI();
  fireEvent.click(screen.getByLabelText(/^Ta med kunder med skyddade/));
  skapa();
  expect(screen.getByText('Skriv ett skäl på minst 3 tecken.')).toBeTruthy();
  expect(made).not.toHaveBeenCalled();
});

it('what went wrong is said, and what was typed is still there', async () => {
  show(() => {
    throw new CallFailure({ code: 'krismapp-skrevs-inte' });
  });
  fyllI();
  skapa();
  expect(await screen.findByText('Krismappen gick inte att skriva.')).toBeTruthy();
  expect((screen.getByLabelText(/^Läggs i mappen/) as HTMLInputElement).value).toBe('E:\\');
});
