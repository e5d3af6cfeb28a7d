// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Roll } from '../../shared/domain/katalog/records.ts';
import { ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const vy = { slag: 'utredning', id: linnea.utredning, flik: 'utredning' } as const;
const avslutad = (roll: Roll) => {
  const akt = karinsAkt();
  const records = akt.records.map((one) =>
    one.id === linnea.utredning ? { ...one, data: { ...(one.data as object), slutdatum: '2026-10-01' } } : one,
  );
  return { ...akt, actor: { ...akt.actor, roller: [roll] }, records };
};
const utredningen = () => screen.findByRole('region', { name: /^LSS Utredning/ });

it('FRAGA-09 systemförvaltare opens an ended utredning again, with a reason; the reason stands in the utredning', async () => {
  const { karna } = showKund(vy, { akt: avslutad('systemforvaltare') });
  fireEvent.click(await within(await utredningen()).findByRole('button', { name: 'Öppna igen' }));
  await ctrlS('Öppna utredningen igen');
  expect(await screen.findByText('Skriv varför utredningen öppnas igen.')).toBeTruthy();
  expect(karna.get('utredning', linnea.utredning)?.slutdatum).toBe('2026-10-01');
  write(/^Skäl/, 'Avslutad på fel kund.');
  await ctrlS('Öppna utredningen igen');
  await waitFor(() => expect(karna.get('utredning', linnea.utredning)?.slutdatum).toBeUndefined());
  expect(await screen.findByText(/^Avslutad på fel kund\. \(/)).toBeTruthy();
  expect(screen.getByText('Pågående')).toBeTruthy();
  expect(within(await utredningen()).queryByRole('button', { name: 'Öppna igen' })).toBeNull();
});

it.each(['lssHandlaggare', 'enhetschef'] as const)('FRAGA-09 it is not offered to %s', async (roll) => {
  showKund(vy, { akt: avslutad(roll) });
  expect(within(await utredningen()).getByText('Avslutad', { selector: 'span' })).toBeTruthy();
  expect(within(await utredningen()).queryByRole('button', { name: 'Öppna igen' })).toBeNull();
});
