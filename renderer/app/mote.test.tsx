// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { mote, moteId } from '../../shared/domain/testing/mote.ts';
import { samtycke, syster, systern } from '../../shared/domain/testing/samtycke.ts';
import { testId } from '../../shared/domain/testing/state.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import { flikYta } from '../state/arbetsyta.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { getKundvy } from '../state/kundvy.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const nu = (n: number, over: Parameters<typeof mote>[1] = {}) =>
  mote(n, { dag: dag(0), hor: { type: 'utredning', id: linnea.utredning }, ...over });
const show = (...mer: TestAkt['records']) => {
  const akt = karinsAkt();
  const shown = showKund(flikYta(linnea.utredning, 'utredning'), { akt: { ...akt, records: [...akt.records, systern(), ...mer] } });
  act(() => showArendedialog({ personId: linnea.person, post: 'moten', id: linnea.person }));
  return shown;
};
const lista = () => screen.findByRole('list', { name: 'Möten' });
const rad = async (n = 0) => within((await within(await lista()).findAllByRole('listitem'))[n] as HTMLElement);
const form = 'Planera möte';

describe('MOTE-01 planned', () => {
  it('asks for all that it must have at once; with whom, and whether they may be told, stands there', async () => {
    const { karna } = show();
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    await ctrlS(form);
    for (const fel of ['Välj vad det är för möte.', 'Skriv när mötet börjar, till exempel 10.00.', 'Skriv vad mötet gäller.'])
      expect((await screen.findAllByText(fel)).length).toBeGreaterThan(0);
    await choose(/^Möte/, 'Hembesök');
    write(/^Dag/, dag(3));
    write(/^Börjar/, '10');
    write(/^Slutar/, '9.30');
    write(/^Syfte/, 'Gå igenom behoven');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Ekström, Åsa (anhörig, samtycke saknas)' }));
    await ctrlS(form);
    expect((await screen.findAllByText(/^Mötet slutar innan det börjar/)).length).toBeGreaterThan(0);
    write(/^Slutar/, '11.30');
    await ctrlS(form);
    await waitFor(() => expect(karna.list('mote')).toHaveLength(1));
    expect(karna.list('mote')[0]?.data).toMatchObject({
      ...{ slag: 'hembesok', dag: dag(3), fran: '10:00', till: '11:30', syfte: 'Gå igenom behoven', enskild: true, kontaktIds: [syster] },
    });
    expect((await rad()).getByText(/^Deltar: .*Ekström, Åsa/)).toBeTruthy();
    expect((await rad()).getByRole('button', { name: 'Genomfört' }).getAttribute('aria-disabled')).toBe('true');
  });
  it('FRAGA-61 one that a colleague moved meanwhile is told, and the text is kept', async () => {
    const { karna } = show(nu(1));
    fireEvent.click((await rad()).getByRole('button', { name: 'Flytta eller ändra' }));
    await screen.findByRole('form', { name: 'Flytta eller ändra mötet' });
    write(/^Syfte/, 'Mitt syfte');
    karna.pull(nu(1, { dag: dag(5), rev: syster }));
    expect((await screen.findAllByText(new RegExp(dag(5)))).length).toBeGreaterThan(0);
    expect(screen.getByDisplayValue('Mitt syfte')).toBeTruthy();
  });
});

describe('MOTE-01 with several of the unit’s own', () => {
  const planera = async () => {
    fireEvent.click(await screen.findByRole('button', { name: form }));
    return within(await screen.findByRole('form', { name: form }));
  };
  it('all of them are named, kept and changed', async () => {
    const { karna } = show(nu(1, { anvandareIds: [kat.handlaggare, kat.enhetschef] }));
    fireEvent.click((await rad()).getByRole('button', { name: 'Flytta eller ändra' }));
    const en = within(await screen.findByRole('form', { name: 'Flytta eller ändra mötet' }));
    expect(en.getByRole<HTMLInputElement>('checkbox', { name: 'Karin Ek' }).checked).toBe(true);
    write(/^Syfte/, 'Gå igenom igen');
    await ctrlS('Flytta eller ändra mötet');
    await waitFor(() => expect(karna.get('mote', moteId(1))?.syfte).toBe('Gå igenom igen'));
    expect(karna.get('mote', moteId(1))?.anvandareIds).toEqual([kat.handlaggare, kat.enhetschef]);
  });
  it('another is added, and one is taken away though the focus stays at the box', async () => {
    const { karna } = show();
    const en = await planera();
    await choose(/^Möte/, 'Telefonmöte');
    write(/^Dag/, dag(3));
    write(/^Börjar/, '10');
    write(/^Syfte/, 'Gå igenom behoven');
    await choose(/^Fler handläggare/, 'Ulla Ström');
    fireEvent.click(en.getByRole('checkbox', { name: 'Karin Ek' }));
    expect(en.getByRole<HTMLInputElement>('checkbox', { name: 'Karin Ek' }).checked).toBe(false);
    await ctrlS(form);
    await waitFor(() => expect(karna.list('mote')[0]?.data.anvandareIds).toEqual([kat.enhetschef]));
  });
});

describe('MOTE-01 about what is open', () => {
  it('an utredning that is ended is not offered; what the draft was about and a colleague ended meanwhile is told', async () => {
    const { karna } = show();
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    await choose(/^Hör till/, /^LSS Utredning/);
    karna.pull({ type: 'utredning', id: linnea.utredning, data: { slutdatum: dag(0) } });
    await ctrlS(form);
    expect((await screen.findAllByText(/^Det mötet hörde till är avslutat/)).length).toBeGreaterThan(0);
  });
});

describe('SAMT-05 whether a contact may be told', () => {
  it('is said of the day of the meeting', async () => {
    show(samtycke(1, { fran: dag(-1), tom: dag(5) }));
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    expect(screen.getByRole('checkbox', { name: 'Ekström, Åsa (anhörig, samtycke finns)' })).toBeTruthy();
    write(/^Dag/, dag(6));
    expect(await screen.findByRole('checkbox', { name: 'Ekström, Åsa (anhörig, samtycke har upphört)' })).toBeTruthy();
  });
});

describe('MOTE-06 noted by mistake', () => {
  it('one that is held, with the reason; it stays in the list and no note is written of it', async () => {
    const { karna } = show(nu(1, { hallet: { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' } }));
    fireEvent.click((await rad()).getByRole('button', { name: 'Felmarkera' }));
    await screen.findByRole('form', { name: 'Felmarkera mötet?' });
    write(/^Orsak/, 'Fel kund');
    await ctrlS('Felmarkera mötet?');
    await waitFor(() => expect(karna.get('mote', moteId(1))?.felmarkering?.orsak).toBe('Fel kund'));
    expect(await screen.findByText('Felmarkerat av Karin Ek: Fel kund')).toBeTruthy();
    expect((await rad()).queryByRole('button', { name: 'Skriv anteckning' })).toBeNull();
    expect((await rad()).queryByRole('button', { name: 'Felmarkera' })).toBeNull();
  });
  it('what a colleague held is not for another', async () => {
    show(nu(1, { hallet: { anvandareId: testId(77), namn: 'Per', at: '2026-11-20T09:00:00.000Z' } }));
    expect((await rad()).getByRole('button', { name: 'Felmarkera' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('MOTE-02 held, or inställt', () => {
  it('held, and a note is begun with what is known, as a draft', async () => {
    const { karna } = show(nu(1, { plats: 'Stadshuset' }));
    fireEvent.click((await rad()).getByRole('button', { name: 'Genomfört' }));
    fireEvent.click(await (await rad()).findByRole('button', { name: 'Skriv anteckning' }));
    await waitFor(() => expect(getKundvy(linnea.person)?.yta).toMatchObject({ slag: 'dokumentation', id: linnea.utredning }));
    const [utkast] = [...karna.utkast.values()];
    expect(JSON.stringify(utkast?.data)).toMatch(/Hembesök .* kl\. 10\.00–11\.00.*Plats: Stadshuset.*Deltog: .*Syfte: Gå igenom behoven/);
    expect(karna.get('mote', moteId(1))?.hallet).toBeTruthy();
  });
  it('inställt with the reason', async () => {
    const { karna } = show(nu(1));
    fireEvent.click((await rad()).getByRole('button', { name: 'Ställ in' }));
    await screen.findByRole('form', { name: 'Ställa in mötet?' });
    write(/^Orsak/, 'Linnea är sjuk');
    await ctrlS('Ställa in mötet?');
    await waitFor(() => expect(karna.get('mote', moteId(1))?.installt?.orsak).toBe('Linnea är sjuk'));
    expect(await screen.findByText('Inställt av Karin Ek: Linnea är sjuk')).toBeTruthy();
  });
});
