// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { karinsAkt, prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const nyUtredning = '018f0000-0000-7000-8000-000000000820';
const vy = { slag: 'utredning', id: nyUtredning, flik: 'utredning' } as const;
const medNy = () => {
  const akt = karinsAkt();
  const data = {
    typ: 'LSS Utredning',
    startdatum: '2026-11-02',
    inkomDatum: '2026-11-02',
    ansvarigHandlaggareId: kat.handlaggare,
    organisationId: kat.organisation,
  };
  return { ...akt, records: [...akt.records, { type: 'utredning' as const, id: nyUtredning, data }] };
};
const open = (post: 'kopieraTexter' | 'klistraTexter', id: string) => act(() => showArendedialog({ personId: linnea.person, post, id }));

describe('KOP-01 to KOP-05, FORB-19 copying an utredning', () => {
  it('copies, asks about händelsedatum with Nej, pastes unsigned and marked; reviewed before it can be signed', async () => {
    const { karna } = showKund(vy, { akt: medNy() });
    await screen.findByRole('region', { name: /LSS Utredning 261102-/ });
    open('kopieraTexter', linnea.utredning);
    expect(await screen.findByText(/1 text ur LSS Utredning 260915-: Aktuell situation\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Nej' }));
    open('klistraTexter', nyUtredning);
    fireEvent.click(await screen.findByRole('button', { name: 'Klistra in 1 text' }));
    const kopior = () => karna.list('anteckning').filter(({ data }) => data.dokumentation.id === nyUtredning);
    await waitFor(() => expect(kopior()).toHaveLength(1));
    expect(kopior()[0]?.data.signerad).toBeUndefined();
    expect(await screen.findByText('kopierad från LSS Utredning 260915- – ej granskad')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Granskad' }));
    await waitFor(() => expect(kopior()[0]?.data.kopierad?.granskad?.namn).toBe('Karin Ek'));
    expect(await screen.findByText('kopierad från LSS Utredning 260915-')).toBeTruthy();
  });

  it('KOP-01 names the rubriker that hold text when the target is not empty', async () => {
    const { karna } = showKund(vy, { akt: medNy() });
    await screen.findByRole('region', { name: /LSS Utredning 261102-/ });
    const antal = karna.list('anteckning').length;
    open('kopieraTexter', nyUtredning);
    fireEvent.click(await screen.findByRole('button', { name: 'Nej' }));
    open('klistraTexter', linnea.utredning);
    expect(await screen.findByText(/Text finns under: Aktuell situation\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Klistra in 0 texter' }).getAttribute('aria-disabled')).toBe('true');
    expect(karna.list('anteckning')).toHaveLength(antal);
  });

  it('Ta bort removes a copied text that is not current', async () => {
    const { karna } = showKund(vy, { akt: medNy() });
    await screen.findByRole('region', { name: /LSS Utredning 261102-/ });
    open('kopieraTexter', linnea.utredning);
    fireEvent.click(await screen.findByRole('button', { name: 'Nej' }));
    open('klistraTexter', nyUtredning);
    fireEvent.click(await screen.findByRole('button', { name: 'Klistra in 1 text' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ta bort texten' }));
    await waitFor(() => expect(karna.list('anteckning').some(({ data }) => data.dokumentation.id === nyUtredning)).toBe(false));
  });
});

it('KOP-02 Utredningsdokument offers it in the dokumentation too', async () => {
  showKund({ slag: 'dokumentation', dok: 'utredning', id: linnea.utredning });
  fireEvent.contextMenu(await screen.findByRole('treeitem', { name: /^Utredningsdokument/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /Kopiera alla texter i trädet/ }));
  expect(await screen.findByText(/1 text ur LSS Utredning 260915-/)).toBeTruthy();
});

describe('the tab Utredning', () => {
  it('shows what it is, and hands it to another handläggare', async () => {
    const akt = medNy();
    const karl = {
      type: 'anvandare' as const,
      id: '018f0000-0000-7000-8000-000000000821',
      data: { ...akt.actor, namn: 'Karl Berg', funktionId: undefined },
    };
    const { karna } = showKund(vy, { akt: { ...akt, records: [...akt.records, JSON.parse(JSON.stringify(karl))] } });
    fireEvent.click(await screen.findByRole('button', { name: 'Byt handläggare' }));
    const form = await screen.findByRole('form', { name: 'Byt ansvarig handläggare' });
    fireEvent.submit(form);
    expect(await screen.findByText('Välj en annan handläggare.')).toBeTruthy();
    fireEvent.click(screen.getByRole('combobox', { name: /Ny handläggare/ }));
    fireEvent.click(await screen.findByRole('option', { name: /Karl Berg/ }));
    fireEvent.submit(form);
    await waitFor(() => expect(karna.get('utredning', nyUtredning)?.ansvarigHandlaggareId).toBe(karl.id));
  });
});
