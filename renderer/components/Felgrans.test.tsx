// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { domOfTests } from '../testing/dom.ts';
import { Felgrans } from './Felgrans.tsx';
import { teman } from './theme.ts';

beforeAll(domOfTests);
// React tells the console of each fault that a boundary takes.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let trasig = true;
function Del() {
  if (trasig) throw new Error('a fault of the program');
  return <p>delen</p>;
}
function show(grans: ReactNode) {
  trasig = true;
  render(
    <FluentProvider theme={teman.ljust}>
      <p>resten</p>
      {grans}
    </FluentProvider>,
  );
}

it('FORB-32 a part that cannot be drawn leaves the rest, and is drawn anew when the user asks', () => {
  show(
    <Felgrans>
      <Del />
    </Felgrans>,
  );
  expect(screen.getByText('resten')).toBeTruthy();
  expect(screen.getByText(/gick inte att visa/)).toBeTruthy();
  trasig = false;
  fireEvent.click(screen.getByRole('button', { name: 'Visa igen' }));
  expect(screen.getByText('delen')).toBeTruthy();
});

it('what is shown instead is drawn', () => {
  const shown = (visar: string) => (
    <FluentProvider theme={teman.ljust}>
      <Felgrans visar={visar}>
        <Del />
      </Felgrans>
    </FluentProvider>
  );
  trasig = true;
  const { rerender } = render(shown('ett'));
  trasig = false;
  rerender(shown('ett'));
  expect(screen.queryByText('delen')).toBeNull();
  rerender(shown('två'));
  expect(screen.getByText('delen')).toBeTruthy();
});

it('a dialog that cannot be drawn is put away, with what opened it', () => {
  const onClose = vi.fn(() => {
    trasig = false;
  });
  show(
    <Felgrans ruta={{ onClose }}>
      <Del />
    </Felgrans>,
  );
  expect(screen.getByRole('alertdialog', { name: 'Rutan gick inte att visa' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
