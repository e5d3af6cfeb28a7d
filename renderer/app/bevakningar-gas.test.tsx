// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { testAkt, testId } from '../../shared/domain/testing/state.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import { forgetInstallningar } from '../state/installningar.ts';
import { forgetNavigering } from '../state/navigering.ts';
import { karinsAkt, prepareKund, showWith } from '../testing/kund.tsx';
import { vilar } from '../testing/status.ts';
import { App } from './App.tsx';

prepareKund();
beforeEach(() => {
  forgetInstallningar();
  forgetNavigering();
});

/** The n-th kund, with a bevakning of the n-th day from today. */
const kund = (n: number) => {
  const scope = aktScope(testId(3000 + n));
  const person = testAkt().find(({ type }) => type === 'person')?.data;
  const skapad = { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: '2026-11-01T09:00:00.000Z' };
  return [
    {
      type: 'person' as const,
      id: testId(3000 + n),
      scope,
      data: { ...person, personnummer: `19880412000${n}`, efternamn: `Kund${n}`, fornamn: 'Ida' },
    },
    {
      ...{ type: 'bevakning' as const, id: testId(4000 + n), scope },
      data: {
        ...{ datum: plusDagar(idagNu(), n), status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: `Bevakning ${n}`, skapad },
        ...{ bevakasAvId: kat.utforare.funktion3, ref: { type: 'person', id: testId(3000 + n) } },
      },
    },
  ];
};
async function show() {
  const akt = karinsAkt();
  const shown = showWith(<App />, {
    akt: { ...akt, records: [...akt.records, ...[1, 2, 3].flatMap(kund)] },
    over: { 'status.hamta': () => vilar },
  });
  await screen.findByRole('navigation', { name: 'Platser' });
  fireEvent.keyDown(window, { key: 'b', altKey: true });
  await screen.findByText('Bevakning 3');
  return shown;
}
const toolbar = () => within(screen.getByRole('toolbar', { name: 'Verktyg' }));
const place = () => toolbar().queryByRole('status')?.textContent;
const rad = (n: number) => screen.getByText(`Bevakning ${n}`).closest('[role="row"]') as HTMLElement;
const heading = (n: number) => screen.findByRole('heading', { level: 1, name: `Kund${n}, Ida` });

describe('SNAV-01 to SNAV-03 the list of bevakningar', () => {
  it('is walked as a result is: marked in the list, opened by the diamond, and on from kund to kund', async () => {
    await show();
    expect(place()).toBe('3 st');
    fireEvent.click(rad(1));
    expect(place()).toBe('1 av 3');
    fireEvent.click(toolbar().getByRole('button', { name: /^Öppna markerad kund/ }));
    await heading(1);
    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true });
    await heading(2);
    expect(place()).toBe('2 av 3');
    fireEvent.click(screen.getByRole('tab', { name: 'Bevakningar' }));
    await waitFor(() => expect(rad(2).getAttribute('aria-selected')).toBe('true'));
    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true });
    await waitFor(() => expect(rad(3).getAttribute('aria-selected')).toBe('true'));
  });
  it('follows the order in which it is shown', async () => {
    await show();
    fireEvent.click(
      screen.getByRole('columnheader', { name: /^Datum/ }).querySelector('button') ?? screen.getByRole('columnheader', { name: /^Datum/ }),
    );
    await waitFor(() => expect(screen.getAllByText(/^Bevakning \d$/)[0]?.textContent).toBe('Bevakning 3'));
    fireEvent.click(rad(3));
    expect(place()).toBe('1 av 3');
  });
  it('a double click is a place in it, too', async () => {
    await show();
    fireEvent.doubleClick(rad(2));
    await heading(2);
    expect(place()).toBe('2 av 3');
  });
  it('a list that has none, or another, does not show its place', async () => {
    await show();
    fireEvent.click(screen.getByRole('tab', { name: 'Klara' }));
    await screen.findByText('Ingen bevakning är klar än.');
    expect(place()).toBeUndefined();
    fireEvent.click(screen.getByRole('tab', { name: 'Att göra' }));
    await waitFor(() => expect(place()).toBe('3 st'));
    fireEvent.click(screen.getByRole('tab', { name: 'Mina sidor' }));
    expect(place()).toBeUndefined();
  });
});
