// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { signatur } from '../../shared/domain/testing/bestallning.ts';
import { franvaro, franvaroId } from '../../shared/domain/testing/franvaro.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, showWith, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';
import { vilar } from '../testing/status.ts';
import { App } from './App.tsx';

prepareKund();
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
/** The day it was registered. */
const den = (dagar: number) => ({ ...signatur, at: `${dag(dagar)}T09:00:00.000Z` });
const borta = (n: number, dagar: number, over: Parameters<typeof franvaro>[1] = {}) =>
  franvaro(n, { verkstallighetId: linnea.utforarens, fran: dag(dagar), registrerad: den(dagar), ...over });

/** Staff of the utförare, whose verkställighet began long ago. */
function akten(...mer: TestAkt['records']): TestAkt {
  const akt = karinsAkt();
  const records = akt.records.map((one) =>
    one.id === linnea.utforarens ? { ...one, data: { ...(one.data as object), startdatum: dag(-300) } } : one,
  );
  const lista = { lista: 'franvaroorsak', varden: [{ namn: 'Sjukhus' }, { namn: 'Resa' }] };
  const orsaker = { type: 'vardelista' as const, id: '018f0000-0000-7000-8000-000000000990', data: lista };
  const actor = { ...akt.actor, roller: ['utforare' as const], utforareId: linnea.utforare };
  return {
    ...akt,
    actor,
    records: [
      ...records.filter(({ type, data }) => type !== 'vardelista' || (data as typeof lista).lista !== 'franvaroorsak'),
      orsaker,
      ...mer,
    ],
  };
}
const show = (...mer: TestAkt['records']) => showKund({ slag: 'verkstallighet', id: linnea.utforarens }, { akt: akten(...mer) });
const rad = async (text: RegExp) =>
  within(
    within(await screen.findByRole('list', { name: 'Frånvaro' }))
      .getByText(text)
      .closest('li') as HTMLElement,
  );

describe('PFRAN-07 frånvaro in the akt', () => {
  it('PFRAN-08 PFRAN-09 FORB-80 is registered: what is missing is said at once, what is late is told and taken', async () => {
    const { karna } = show();
    fireEvent.click(await screen.findByRole('button', { name: 'Lägg till frånvaro' }));
    const form = 'Lägg till frånvaro';
    await screen.findByRole('form', { name: form });
    await ctrlS(form);
    expect((await screen.findAllByText('Välj orsak.')).length).toBeGreaterThan(0);
    await choose(/^Orsak/, 'Sjukhus');
    write(/^Från(?!v)/, dag(-8));
    expect(await screen.findByText(/avgiften kan redan vara bestämd/)).toBeTruthy();
    await ctrlS(form);
    await waitFor(() => expect(karna.list('franvaro')).toHaveLength(1));
    expect(karna.list('franvaro')[0]?.data).toMatchObject({ orsak: 'Sjukhus', fran: dag(-8), planerad: false, kostForsta: true });
    expect((await rad(/Sjukhus/)).getByRole('button', { name: /^Avsluta/ })).toBeTruthy();
  });
  it('FRAGA-58 one that would overlap another is told of it before it is sent', async () => {
    const { karna } = show(borta(1, -5));
    fireEvent.click(await screen.findByRole('button', { name: 'Lägg till frånvaro' }));
    const form = 'Lägg till frånvaro';
    await screen.findByRole('form', { name: form });
    await choose(/^Orsak/, 'Resa');
    await ctrlS(form);
    expect(
      (await screen.findAllByText(new RegExp(`Det finns redan en frånvaro de dagarna: ${dag(-5)} – öppen, Sjukhus`))).length,
    ).toBeGreaterThan(0);
    expect(karna.list('franvaro')).toHaveLength(1);
  });
  it('PFRAN-13 FRAGA-59 it is ended; the verkställighet is as it was', async () => {
    const { karna } = show(borta(1, -5));
    const fore = karna.get('verkstallighet', linnea.utforarens);
    fireEvent.click((await rad(/Sjukhus/)).getByRole('button', { name: /^Avsluta/ }));
    const form = 'Avsluta frånvaro';
    await screen.findByRole('form', { name: form });
    await ctrlS(form);
    await waitFor(() => expect(karna.get('franvaro', franvaroId(1))?.till).toBe(idag));
    expect(karna.get('verkstallighet', linnea.utforarens)).toEqual(fore);
    expect(await rad(new RegExp(`${dag(-5)} – ${idag}`))).toBeTruthy();
  });
  it('PFRAN-04 PFRAN-06 FRAGA-57 an underlag of a long one: what it says is seen, and the number can be another', async () => {
    const { karna } = show(borta(1, -40));
    fireEvent.click((await rad(/Sjukhus/)).getByRole('button', { name: /^Skicka underlag/ }));
    const form = 'Skicka underlag till avgiftshandläggare';
    const formular = within(await screen.findByRole('form', { name: form }));
    expect(formular.getByText('41')).toBeTruthy();
    write(/^Hela dagar utan kost/, '99');
    await ctrlS(form);
    expect((await screen.findAllByText('Skriv ett antal från 0 till 41.')).length).toBeGreaterThan(0);
    write(/^Hela dagar utan kost/, '39');
    await ctrlS(form);
    await waitFor(() => expect(karna.list('franvarounderlag')).toHaveLength(1));
    expect(karna.list('franvarounderlag')[0]?.data).toMatchObject({ dagar: 41, dagarUtanKost: 39, raknade: 40, tom: idag, skal: 'lang' });
    expect((await rad(/Underlag skickat/)).queryByRole('button', { name: /^Skicka/ })).toBeNull();
  });
  it('what is felmarkerat stays with its reason, and has no buttons', async () => {
    const { karna } = show(borta(1, -5));
    fireEvent.click((await rad(/Sjukhus/)).getByRole('button', { name: /^Felmarkera/ }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Fel kund' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Ja, felmarkera' }));
    await waitFor(() => expect(karna.get('franvaro', franvaroId(1))?.felmarkering?.orsak).toBe('Fel kund'));
    expect((await rad(/Felmarkerad av .*: Fel kund/)).queryAllByRole('button')).toEqual([]);
  });
  it('FORB-82 Avsluta verkställighet lists what ends with it', async () => {
    show(borta(1, -5), borta(2, 20, { till: dag(25), orsak: 'Resa' }));
    act(() => showArendedialog({ personId: linnea.person, post: 'avslutaVerkstallighet', id: linnea.utforarens }));
    const dialog = within(await screen.findByRole('form', { name: 'Avsluta verkställighet' }));
    expect(dialog.getByText(`Sjukhus ${dag(-5)} – öppen: slutar ${idag}`)).toBeTruthy();
    expect(dialog.getByText(`Resa ${dag(20)} – ${dag(25)}: blir inte av`)).toBeTruthy();
  });
});

describe('PHEM-02 PFRAN-12 SYM-29 the start page', () => {
  it('PFRAN-11 has all current frånvaro, what is long, what is asked, and the way to each', async () => {
    const akt = akten(
      borta(1, -40, { beskrivning: 'Inlagd efter fall' }),
      borta(2, -80, { till: dag(-70) }),
      borta(3, 10, { till: dag(12), orsak: 'Resa' }),
    );
    showWith(<App />, { akt, over: { 'status.hamta': () => vilar } });
    const tabell = within(await screen.findByRole('grid', { name: 'Frånvaro' }));
    expect(tabell.getByText('Inlagd efter fall')).toBeTruthy();
    expect(tabell.getByText('öppen')).toBeTruthy();
    expect(tabell.getByText('41')).toBeTruthy();
    expect(tabell.getAllByRole('row')).toHaveLength(3);
    const fragor = within(screen.getByRole('list', { name: 'Att göra om frånvaro' }));
    expect(fragor.getByRole('button', { name: 'Är kunden tillbaka?' })).toBeTruthy();
    fireEvent.click(fragor.getByRole('button', { name: 'Skicka underlag till avgiftshandläggare' }));
    expect(await screen.findByRole('form', { name: 'Skicka underlag till avgiftshandläggare' })).toBeTruthy();
  });
});
