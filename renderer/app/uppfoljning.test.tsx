// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { genomford, planerad, uppfoljningId, uppfoljningRev } from '../../shared/domain/testing/uppfoljning.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import type { Yta } from '../state/arbetsyta.ts';
import { getKundvy } from '../state/kundvy.ts';
import type { TestAkt } from '../testing/karna.ts';
import { ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const id = (n: number) => `018f0000-0000-7000-8000-00000000e${String(n).padStart(3, '0')}`;
const bifall = id(1);
const verkstallighet = id(3);
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const beslut = (over: object = {}): TestAkt['records'][number] => ({
  type: 'beslut',
  id: bifall,
  data: {
    ...{ utredningId: linnea.utredning, insatsId: kat.insats.assistans, beslutskod: 'PA_BIFALL', utfall: 'bifall' },
    ...{ beslutsnamn: 'LSS Personlig assistent Bifall', insatskategori: 'Personlig ass LSS', rev: id(2) },
    ...{ beslutsdatum: dag(-100), giltigFran: dag(-100) },
    ...over,
  },
});
const listor: TestAkt['records'] = [
  { type: 'vardelista', id: id(5), data: { lista: 'uppfoljningssatt', varden: [{ namn: 'Besök' }, { namn: 'Telefon' }] } },
  { type: 'vardelista', id: id(6), data: { lista: 'uppfoljningsdeltagare', varden: [{ namn: 'Den enskilde' }, { namn: 'God man' }] } },
];
const verket: TestAkt['records'][number] = {
  type: 'verkstallighet',
  id: verkstallighet,
  data: {
    ...{ insatskategori: 'Personlig ass LSS', utforareId: kat.utforare.egetVal, organisationId: kat.organisation },
    ...{ startdatum: dag(-90), lssInsatser: false, beslutId: bifall },
  },
};
const av = (post: { type: string; id: string; data: object }) =>
  ({ ...post, data: { ...post.data, beslutId: bifall } }) as TestAkt['records'][number];
const iBeslutet: Yta = { slag: 'utredning', id: linnea.utredning, flik: 'beslut', beslutId: bifall };
const show = (yta: Yta, ...mer: TestAkt['records']) => {
  const akt = karinsAkt();
  const utan = mer.some((one) => one.id === bifall) ? [] : [beslut()];
  return showKund(yta, { akt: { ...akt, records: [...akt.records, ...utan, ...fristregler(), ...listor, ...mer] } });
};
const form = 'Genomförd uppföljning';
const openLista = async () => {
  fireEvent.click(await screen.findByRole('button', { name: /^Uppföljningar/ }));
  return await screen.findByRole('dialog', { name: 'Uppföljningar' });
};
const fyll = async (utfall: string) => {
  const i = within(await screen.findByRole('form', { name: form }));
  await write(/^Genomförd dag/, dag(-1));
  fireEvent.click(i.getByRole('combobox', { name: /^Hur/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'Besök' }));
  fireEvent.click(i.getByRole('checkbox', { name: 'Den enskilde' }));
  await write(/^Sammanfattning/, 'Insatsen fungerar.');
  fireEvent.click(i.getByRole('radio', { name: utfall }));
  return i;
};
const alla = (karna: ReturnType<typeof show>['karna']) => karna.list('uppfoljning');

describe('UPPF-01 planned', () => {
  it('from the beslut, for a day of its time, and its day is there', async () => {
    const { karna } = show(iBeslutet);
    await openLista();
    fireEvent.click(screen.getByRole('button', { name: 'Planera uppföljning' }));
    await screen.findByRole('form', { name: 'Planera uppföljning' });
    await write(/^Dag/, dag(-1));
    await ctrlS('Planera uppföljning');
    expect(await screen.findByText('Dagen har redan varit. Välj en dag från i dag.')).toBeTruthy();
    await write(/^Dag/, dag(10));
    await ctrlS('Planera uppföljning');
    const lista = await screen.findByRole('list', { name: /^Uppföljningar av LSS Personlig assistent Bifall/ });
    expect(within(lista).getByText(new RegExp(`^Planerad ${dag(10)} av Karin Ek`))).toBeTruthy();
    expect(alla(karna)).toMatchObject([{ data: { beslutId: bifall, planerad: dag(10) } }]);
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(await screen.findByText(new RegExp(`planerad ${dag(10)}`))).toBeTruthy();
  });
  it('not of one that has ended, with the reason', async () => {
    show(iBeslutet, beslut({ giltigTom: dag(-1) }));
    await openLista();
    expect(screen.getByRole('button', { name: 'Planera uppföljning' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: 'Skriv in en genomförd' }).getAttribute('aria-disabled')).toBeNull();
  });
});

describe('UPPF-02 held', () => {
  it('asks for all that it must have at once, and plans the next one', async () => {
    const { karna } = show(iBeslutet, av(planerad(1, dag(-2))), av(genomford(2, dag(-50))));
    await openLista();
    fireEvent.click(screen.getByRole('button', { name: 'Genomför' }));
    const i = await fyll('Oförändrat');
    await ctrlS(form);
    expect(await i.findAllByText('Välj hur långt målet är nått.')).toHaveLength(2);
    fireEvent.click(within(i.getByRole('group', { name: 'Mål 1' })).getByRole('radio', { name: 'Uppnått' }));
    fireEvent.click(i.getByRole('button', { name: 'Ta bort mål 2' }));
    await write(/^Fler som deltog/, 'Åke Berg, kontaktperson');
    await write(/^Nästa uppföljning/, dag(365));
    await ctrlS(form);
    await waitFor(() => expect(karna.get('uppfoljning', uppfoljningId(1))?.genomford).toBeTruthy());
    expect(karna.get('uppfoljning', uppfoljningId(1))?.genomford).toMatchObject({
      ...{ dag: dag(-1), hur: 'Besök', medVem: ['Den enskilde', 'Åke Berg, kontaktperson'], utfall: 'oforandrat' },
      mal: [{ mal: 'Ha någon att gå på bio med', utfall: 'uppnatt' }],
    });
    expect(alla(karna).filter(({ data }) => !data.genomford)).toMatchObject([{ data: { planerad: dag(365) } }]);
    expect(await screen.findByText(new RegExp(`^Genomförd ${dag(-1)}, planerad ${dag(-2)}\\. Besök\\. Oförändrat`))).toBeTruthy();
  });
  it('an omprövning opens its aktualisering, filled in', async () => {
    show(iBeslutet);
    await openLista();
    fireEvent.click(screen.getByRole('button', { name: 'Skriv in en genomförd' }));
    await fyll('Omprövning');
    await ctrlS(form);
    await waitFor(() => expect(getKundvy(linnea.person)?.yta).toMatchObject({ slag: 'arende', flik: 'aktualisering' }));
    const aktualisering = within(await screen.findByRole('form', { name: 'Aktualisering' }));
    expect(aktualisering.getByRole<HTMLInputElement>('radio', { name: 'Omprövning' }).checked).toBe(true);
    expect(aktualisering.getByDisplayValue(new RegExp(`^Uppföljning ${dag(-1)} av LSS Personlig assistent Bifall`))).toBeTruthy();
  });
  it('an end opens the closing of the verkställighet that carries it out', async () => {
    show({ slag: 'verkstallighet', id: verkstallighet }, verket);
    await openLista();
    fireEvent.click(screen.getByRole('button', { name: 'Skriv in en genomförd' }));
    const i = await fyll('Insatsen avslutas');
    expect(i.getByText('När du sparar öppnas Avsluta verkställighet.')).toBeTruthy();
    await ctrlS(form);
    expect(await screen.findByRole('form', { name: 'Avsluta verkställighet' })).toBeTruthy();
  });
  it('FRAGA-61 what a colleague held meanwhile is told, and the text is kept', async () => {
    const { karna } = show(iBeslutet, av(planerad(1, dag(-2))));
    await openLista();
    fireEvent.click(screen.getByRole('button', { name: 'Genomför' }));
    await fyll('Omprövning');
    const { data } = genomford(1, dag(-1));
    karna.pull({ type: 'uppfoljning', id: uppfoljningId(1), data: { ...data, beslutId: bifall, rev: id(9) } });
    expect(await screen.findByText(/^Uppföljningen skrevs in av Karin Ek/)).toBeTruthy();
    expect(screen.getByDisplayValue('Insatsen fungerar.')).toBeTruthy();
  });
});

it('UPPF-03 one that is not to be held is taken away with the reason', async () => {
  const { karna } = show(iBeslutet, av(planerad(1, dag(20))));
  expect(karna.get('uppfoljning', uppfoljningId(1))?.rev).toBe(uppfoljningRev(1));
  await openLista();
  const lista = screen.getByRole('list', { name: /^Uppföljningar av/ });
  fireEvent.click(within(lista).getByRole('button', { name: 'Felmarkera' }));
  await screen.findByRole('form', { name: 'Felmarkera uppföljningen?' });
  await write(/^Orsak/, 'Beslutet prövas om i stället.');
  await ctrlS('Felmarkera uppföljningen?');
  await waitFor(() => expect(karna.get('uppfoljning', uppfoljningId(1))?.felmarkering?.orsak).toBe('Beslutet prövas om i stället.'));
  expect(await screen.findByText('Felmarkerad av Karin Ek: Beslutet prövas om i stället.')).toBeTruthy();
});
