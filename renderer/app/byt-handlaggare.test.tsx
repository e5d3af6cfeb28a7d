// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const vy = { slag: 'utredning', id: linnea.utredning, flik: 'utredning' } as const;
const handlaggare = (id: string, namn: string) => ({
  type: 'anvandare' as const,
  id,
  data: {
    ...{ namn, titel: 'LSS-handläggare', roller: ['lssHandlaggare'], organisationId: kat.organisation },
    ...{ enheter: ['lss'], skyddadBehorighet: false, aktiv: true },
  },
});
const [bo, cecilia] = [
  handlaggare('018f0000-0000-7000-8000-000000000901', 'Bo Ek'),
  handlaggare('018f0000-0000-7000-8000-000000000902', 'Cecilia Ö'),
];
const dialog = 'Byt ansvarig handläggare';

it('ROLL-10 FRAGA-61 Byt handläggare: whom another chose meanwhile is told, and replaced only by who has seen it', async () => {
  const { karna } = showKund(vy, { akt: { ...karinsAkt(), records: [...karinsAkt().records, bo, cecilia] } });
  await screen.findByRole('region', { name: /^LSS Utredning/ });
  act(() => showArendedialog({ personId: linnea.person, post: 'bytHandlaggare', id: linnea.utredning }));
  await screen.findByRole('form', { name: dialog });
  const before = karna.get('utredning', linnea.utredning);
  await choose(/^Ny handläggare/, /Bo Ek/);
  karna.pull({ type: 'utredning', id: linnea.utredning, data: { ...before, ansvarigHandlaggareId: cecilia.id } });
  expect(await screen.findByText(/Någon annan har ändrat detta sedan du började/)).toBeTruthy();
  await ctrlS(dialog);
  expect(await screen.findByText(/^Någon annan har ändrat uppgiften/)).toBeTruthy();
  expect(karna.get('utredning', linnea.utredning)?.ansvarigHandlaggareId).toBe(cecilia.id);
  fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
  await ctrlS(dialog);
  await waitFor(() => expect(karna.get('utredning', linnea.utredning)?.ansvarigHandlaggareId).toBe(bo.id));
});
