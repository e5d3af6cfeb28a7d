// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mote, moteId } from '../../shared/domain/testing/mote.ts';
import { syster, systern } from '../../shared/domain/testing/samtycke.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import { flikYta } from '../state/arbetsyta.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { getKundvy } from '../state/kundvy.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const dag = (dagar: number): IsoDate => plusDagar(idagNu(), dagar);
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
