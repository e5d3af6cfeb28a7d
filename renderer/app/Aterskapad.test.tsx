// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { startCore } from '../state/core.ts';
import { useSession } from '../state/session.ts';
import { scriptedBackend } from '../testing/scripted-backend.ts';
import { Aterskapad } from './Aterskapad.tsx';

const sara = {
  inloggad: true as const,
  anvandareId: 'sara',
  namn: 'Sara',
  funktion: '',
  organisation: '',
  kommun: '',
  roller: [],
  provkorning: false,
};
let end: () => void = () => undefined;
afterEach(() => {
  cleanup();
  end();
  useSession.setState({ session: null });
});

it('ARCHITECTURE 7 a replica made anew is told until the user has read it, and the core keeps that they have', async () => {
  const backend = scriptedBackend({ 'session.aterskapadLast': () => sara });
  end = startCore(backend);
  const aterskapad = { orsak: 'loggen' as const, raddade: 3, allt: true, osanda: { antal: 2, tillNr: 9 } };
  useSession.setState({ session: { ...sara, aterskapad } });
  render(
    <FluentProvider>
      <Aterskapad />
    </FluentProvider>,
  );
  expect(
    screen.getByText(/2 poster hade inte skickats, den sista nr 9\. 3 utkast och osända poster fanns, och allt är räddat/),
  ).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  await waitFor(() => expect(screen.queryByText(/hade inte skickats/)).toBeNull());
  expect(backend.calls.map(({ name }) => name)).toEqual(['session.aterskapadLast']);
});
