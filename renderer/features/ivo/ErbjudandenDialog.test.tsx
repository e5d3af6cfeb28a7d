// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { beslutId, bifall, order } from '../../../shared/domain/testing/bestallning.ts';
import { erbjudande } from '../../../shared/domain/testing/ivo.ts';
import { getKundvy } from '../../state/kundvy.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { ErbjudandenDialog } from './ErbjudandenDialog.tsx';

prepareKund();
const onClose = vi.fn();
beforeEach(() => onClose.mockClear());
const bifallet = bifall(1, 'kontaktperson', { utredningId: linnea.utredning });
const ja = erbjudande(1, { svar: { slag: 'ja', dag: '2026-11-07' } });

async function show(...poster: unknown[]): Promise<void> {
  const akt = karinsAkt();
  const karna = testKarna({ ...akt, records: [...akt.records, bifallet, ...poster] as TestAkt['records'] });
  const dialog = { personId: linnea.person, post: 'erbjudanden' as const, id: beslutId(1) };
  showWith(<ErbjudandenDialog dialog={dialog} onClose={onClose} />, { karna });
  await screen.findByText(/^2026-11-02 Kontaktperson Åke Berg/);
}

it('KLOCK-09 what was accepted and is not ordered leads to the order', async () => {
  await show(ja);
  expect(await screen.findByText('Tackade ja 2026-11-07, men det är inte beställt.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Gör beställning' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(getKundvy(linnea.person)?.yta).toEqual({ slag: 'utredning', id: linnea.utredning, flik: 'bestallning', beslutId: beslutId(1) });
});

it.each([
  ['an order that is sent', [ja, order(1)]],
  ['an answer that was a no', [erbjudande(1)]],
])('KLOCK-09 nothing is said of %s', async (_, poster) => {
  await show(...poster);
  expect(screen.queryByText(/inte beställt/)).toBeNull();
});
