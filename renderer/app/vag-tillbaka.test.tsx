// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { forgetTabs, useTabs } from '../state/tabs.ts';
import { karinsAkt, prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const journal = (id: string) => ({ slag: 'dokumentation', dok: 'utredning', id, oppning: {} }) as const;

it('TRAD-01 FRAGA-61 the dokumentation of an utredning that was refused gives way to the tree, and another can be opened', async () => {
  const { openAgain } = showKund(journal('018f0000-0000-7000-8000-000000000999'));
  expect(await screen.findByText(/^Det som var öppet finns inte i akten/)).toBeTruthy();
  expect((await screen.findAllByRole('treeitem')).length).toBeGreaterThan(0);
  openAgain(journal(linnea.utredning));
  await waitFor(() => expect(screen.queryByText(/^Det som var öppet finns inte i akten/)).toBeNull());
});

it('FRAGA-61 a kund whose registration was refused: the page says so, with a way on', async () => {
  forgetTabs();
  const akt = karinsAkt();
  showKund({ slag: 'personuppgifter', del: 'person' }, { akt: { ...akt, records: akt.records.filter(({ id }) => id !== linnea.person) } });
  fireEvent.click(await screen.findByRole('button', { name: 'Öppna Utkorg' }));
  await waitFor(() => expect(useTabs.getState().tabs).toContainEqual({ slag: 'utkorg' }));
});
