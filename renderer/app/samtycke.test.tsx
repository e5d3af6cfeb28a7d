// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aterkallat, samtycke, samtyckeId, syster, systern } from '../../shared/domain/testing/samtycke.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import type { Yta } from '../state/arbetsyta.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';

prepareKund();
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const iSamtycken: Yta = { slag: 'personuppgifter', del: 'samtycken' };
const show = (yta: Yta, ...mer: TestAkt['records']) => {
  const akt = karinsAkt();
  return showKund(yta, { akt: { ...akt, records: [...akt.records, systern(), ...mer] } });
};
const nu = (n: number, over: Parameters<typeof samtycke>[1] = {}) =>
  samtycke(n, { fran: dag(-10), mottaget: { dag: dag(-10), av: 'Karin Ek' }, ...over });
const lista = () => screen.findByRole('list', { name: 'Samtycken' });
const form = 'Registrera samtycke';

describe('SAMT-01 registered', () => {
  it('asks for all that it must have at once, and is there with what it allows', async () => {
    const { karna } = show(iSamtycken);
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    await ctrlS(form);
    for (const fel of ['Välj vad samtycket avser.', 'Välj hur samtycket gavs.', /^Välj vem som får ta del/])
      expect((await screen.findAllByText(fel)).length).toBeGreaterThan(0);
    await choose(/^Avser/, 'Kontakt med närstående');
    await choose(/^Till/, /^Ekström, Åsa/);
    fireEvent.click(screen.getByRole('radio', { name: 'Muntligt' }));
    write(/^Till och med/, dag(-1));
    await ctrlS(form);
    expect((await screen.findAllByText('Samtycket slutar innan det börjar.')).length).toBeGreaterThan(0);
    write(/^Till och med/, dag(365));
    await ctrlS(form);
    await waitFor(() => expect(karna.list('samtycke')).toHaveLength(1));
    expect(karna.list('samtycke')[0]?.data).toMatchObject({
      ...{ avser: 'Kontakt med närstående', till: { kontaktId: syster, namn: 'Ekström, Åsa' }, fran: dag(0), tom: dag(365) },
      ...{ hur: 'muntligt', mottaget: { dag: dag(0), av: 'Karin Ek' }, tillater: ['lamnaUppgifter', 'inhamtaUppgifter'] },
    });
    expect(within(await lista()).getByText('Gäller')).toBeTruthy();
  });
  it('to an organisation that is named', async () => {
    const { karna } = show(iSamtycken);
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    await choose(/^Avser/, 'Inhämta uppgifter från Försäkringskassan');
    await choose(/^Till/, /^En organisation/);
    fireEvent.click(screen.getByRole('radio', { name: 'Skriftligt' }));
    await ctrlS(form);
    expect((await screen.findAllByText(/^Skriv vilken organisation/)).length).toBeGreaterThan(0);
    write(/^Vem eller vad/, 'Försäkringskassan');
    await ctrlS(form);
    await waitFor(() => expect(karna.list('samtycke')[0]?.data.till).toEqual({ namn: 'Försäkringskassan' }));
  });
});

describe('SAMT-03 taken back', () => {
  it('at once, by whom and how', async () => {
    const { karna } = show(iSamtycken, nu(1));
    fireEvent.click(within(await lista()).getByRole('button', { name: 'Återkalla' }));
    const tillbaka = await screen.findByRole('form', { name: 'Återkalla samtycke' });
    await ctrlS('Återkalla samtycke');
    expect((await within(tillbaka).findAllByText('Skriv vem som återkallade det.')).length).toBeGreaterThan(0);
    fireEvent.click(within(tillbaka).getByRole('radio', { name: 'Muntligt' }));
    write(/^Av vem/, 'Linnea');
    await ctrlS('Återkalla samtycke');
    await waitFor(() => expect(karna.get('samtycke', samtyckeId(1))?.aterkallat).toMatchObject({ dag: dag(0), av: 'Linnea' }));
    expect(await within(await lista()).findByText(/^Återkallat .* av Linnea, muntligt/)).toBeTruthy();
    expect(within(await lista()).queryByRole('button', { name: 'Återkalla' })).toBeNull();
  });
  it('FRAGA-61 what a colleague took back meanwhile is told, and the text is kept', async () => {
    const { karna } = show(iSamtycken, nu(1));
    fireEvent.click(within(await lista()).getByRole('button', { name: 'Återkalla' }));
    await screen.findByRole('form', { name: 'Återkalla samtycke' });
    write(/^Av vem/, 'God man');
    karna.pull(nu(1, { aterkallat: aterkallat(dag(-1)) }));
    expect(await screen.findByText(/^Samtycket är redan återkallat/)).toBeTruthy();
    expect(screen.getByDisplayValue('God man')).toBeTruthy();
  });
});

it('SAMT-01 the day it was registered is by the Swedish clock', async () => {
  show(iSamtycken, nu(1, { registrerat: { anvandareId: karinsAkt().actor.id, namn: 'Karin Ek', at: '2026-01-09T23:30:00.000Z' } }));
  expect(within(await lista()).getByText(/Registrerat av Karin Ek 2026-01-10\./)).toBeTruthy();
});

it('SAMT-04 one that was never given is marked as wrong with the reason', async () => {
  const { karna } = show(
    iSamtycken,
    nu(1, { registrerat: { anvandareId: karinsAkt().actor.id, namn: 'Karin Ek', at: `${dag(-10)}T09:00:00.000Z` } }),
  );
  fireEvent.click(within(await lista()).getByRole('button', { name: 'Felmarkera' }));
  await screen.findByRole('form', { name: 'Felmarkera samtycket?' });
  write(/^Orsak/, 'Gällde brodern');
  await ctrlS('Felmarkera samtycket?');
  await waitFor(() => expect(karna.get('samtycke', samtyckeId(1))?.felmarkering?.orsak).toBe('Gällde brodern'));
});

it.each([
  ['Finns', [nu(1)]],
  ['Saknas', []],
  ['Återkallat', [nu(1, { aterkallat: aterkallat(dag(-1)) })]],
  ['Har upphört', [nu(1, { tom: dag(-1) })]],
])('SAMT-02 Kontaktuppgifter says that samtycke: %s', async (ord, poster) => {
  show({ slag: 'personuppgifter', del: 'kontaktuppgifter' }, ...poster);
  const rad = await screen.findByRole('row', { name: /Ekström, Åsa/ });
  expect(within(rad).getByText(ord)).toBeTruthy();
});
