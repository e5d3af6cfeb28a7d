// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { aktivEtjanst, blankett, blankettId, formular, inkomstsvar, inkomstsvarId, inlamnad } from '../../shared/domain/testing/inkomst.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import { idagNu } from '../components/idag.ts';
import { InkomstFlik } from '../features/inkomst/InkomstFlik.tsx';
import { type TestAkt, testKarna } from '../testing/karna.ts';
import { ctrlS, karinsAkt, prepareKund, showKund, showWith, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const ar = Number(idag.slice(0, 4));
type Records = TestAkt['records'];
const hens = (over: Parameters<typeof aktivEtjanst>[0] = {}) => ({ ...aktivEtjanst(over), id: etjanstId(linnea.person) });
const vuxen = (records: Records): Records =>
  records.map((one) =>
    one.id === linnea.person
      ? ({ ...one, data: Object.assign({}, one.data, { skydd: 'ingen', fodelsedatum: '1990-01-01' }) } as Records[number])
      : one,
  );
function akten(mer: Records, roller: TestAkt['actor']['roller'] = ['avgiftshandlaggare']): TestAkt {
  const akt = karinsAkt();
  return { ...akt, actor: { ...akt.actor, roller }, records: [...vuxen(akt.records), formular(), ...mer] };
}
const show = (mer: Records, roller?: TestAkt['actor']['roller']) =>
  showKund({ slag: 'personuppgifter', del: 'person' }, { akt: akten(mer, roller) });
const svarat = [inlamnad(1, { ar, sista: dag(14) }), inkomstsvar(1, { ovrigt: 'Hyran höjs' })];
const knapp = (namn: string) => screen.findByRole('button', { name: namn });

describe('INK-01 the inkomstblankett of a kund', () => {
  it('is sent for a year with a last day, once; what stands in the way is said', async () => {
    const { karna } = show([hens()]);
    fireEvent.click(await knapp('Skicka inkomstblankett'));
    await screen.findByRole('form', { name: 'Skicka inkomstblankett' });
    write(/^Lämnas in senast/, dag(-1));
    await ctrlS('Skicka inkomstblankett');
    expect(await screen.findByText('Dagen har redan varit. Välj en senare dag.')).toBeTruthy();
    write(/^Lämnas in senast/, dag(20));
    await ctrlS('Skicka inkomstblankett');
    await waitFor(() => expect(karna.list('inkomstblankett')).toHaveLength(1));
    expect(karna.list('inkomstblankett')[0]?.data).toMatchObject({ ar, lage: 'ute', sista: dag(20), avgiftsenhet: 'lss' });
    fireEvent.click(await knapp('Skicka inkomstblankett'));
    await ctrlS('Skicka inkomstblankett');
    expect(await screen.findByText(/^Kunden har redan fått inkomstblanketten för året\./)).toBeTruthy();
    expect(karna.list('inkomstblankett')).toHaveLength(1);
  });
  it('EAKT-09 the box that is not ticked is why it cannot be', async () => {
    show([hens({ inkomstblankett: false })]);
    expect((await knapp('Skicka inkomstblankett')).getAttribute('aria-disabled')).toBe('true');
  });
  it('what she told is read with its sums, given back with what is missing, and closed', async () => {
    const { karna } = show([hens(), ...svarat]);
    fireEvent.click(await knapp(`Öppna ${ar}`));
    const dialog = await screen.findByRole('dialog');
    for (const text of ['14 321 kr per månad', '14 321 kr', 'Hyresrätt', 'Hyran höjs'])
      expect(await within(dialog).findByText(text)).toBeTruthy();
    fireEvent.click(await knapp('Be om komplettering'));
    await screen.findByRole('form', { name: 'Be om komplettering' });
    await ctrlS('Be om komplettering');
    expect(await screen.findByText('Skriv vad som saknas. Kunden läser det i e-tjänsten.')).toBeTruthy();
    write(/^Det här saknas/, 'Räntorna');
    await ctrlS('Be om komplettering');
    await waitFor(() => expect(karna.get('inkomstblankett', blankettId(1))).toMatchObject({ lage: 'kompletteras' }));
    expect(karna.get('inkomstsvar', inkomstsvarId(1))).toMatchObject({ komplettering: { text: 'Räntorna' }, ovrigt: 'Hyran höjs' });
  });
  it('it is marked as done', async () => {
    const { karna } = show([hens(), ...svarat]);
    fireEvent.click(await knapp(`Öppna ${ar}`));
    fireEvent.click(await knapp('Markera som klar'));
    await screen.findByRole('form', { name: 'Markera som klar' });
    write('Anteckning', 'Avgift 0 kr');
    await ctrlS('Markera som klar');
    await waitFor(() => expect(karna.get('inkomstsvar', inkomstsvarId(1))).toMatchObject({ klar: { anteckning: 'Avgift 0 kr' } }));
  });
  it('one that has not come is taken back, when that is asked twice', async () => {
    const { karna } = show([hens(), blankett(1, { ar, sista: dag(-1) })]);
    expect(await screen.findByText('Sen')).toBeTruthy();
    fireEvent.click(await knapp(`Öppna ${ar}`));
    fireEvent.click(await knapp('Återkalla blanketten'));
    expect(karna.get('inkomstblankett', blankettId(1))).toMatchObject({ lage: 'ute' });
    fireEvent.click(await knapp('Ja, återkalla'));
    await waitFor(() => expect(karna.get('inkomstblankett', blankettId(1))).toMatchObject({ lage: 'aterkallad' }));
  });
  it('a handläggare sees that it was sent, and nothing more', async () => {
    show([hens(), ...svarat], ['lssHandlaggare', 'enhetschef']);
    const lista = await screen.findByRole('list', { name: 'Inkomstblanketter' });
    expect(lista.textContent).toContain('Skickad 2026-11-10 av Karin Ek');
    expect(screen.queryByText('Inlämnad')).toBeNull();
    expect(screen.queryByRole('button', { name: `Öppna ${ar}` })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Skicka inkomstblankett' })).toBeNull();
    expect(document.body.textContent).not.toContain('14');
  });
});

describe('INK-01 the list of those who handle fees', () => {
  const rader = async () =>
    within(await screen.findByRole('grid', { name: 'Inkomstblanketter' }))
      .getAllByRole('row')
      .slice(1);
  it('has what is out, late and returned; what is done with when that is asked for; another unit’s never', async () => {
    const mer = [
      ...svarat,
      blankett(2, { ar: ar - 1, sista: dag(-1) }),
      blankett(3, { ar: ar + 1, lage: 'klar' }),
      blankett(4, { ar: 2020, avgiftsenhet: 'bistand' }),
    ];
    const lista = showWith(<InkomstFlik />, { karna: testKarna(akten(mer)) });
    expect((await rader()).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(new RegExp(`Ekström.*${ar - 1}Sen`)),
      expect.stringMatching(new RegExp(`Ekström.*${ar}Inlämnad`)),
    ]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Visa också klara och återkallade' }));
    await waitFor(async () => expect(await rader()).toHaveLength(3));
    lista.view.unmount();
  });
  it('is nobody else’s, whatever the replica still holds', async () => {
    showWith(<InkomstFlik />, { karna: testKarna(akten([...svarat], ['lssHandlaggare'])) });
    expect(await screen.findByText(ordForFel('finns-inte').vad)).toBeDefined();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
