// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { statistikdagar } from '../../../shared/domain/statistik/perioder.ts';
import type { Statistikbeskrivning } from '../../../shared/domain/statistik/records.ts';
import { bifall, verk } from '../../../shared/domain/testing/bestallning.ts';
import { testId } from '../../../shared/domain/testing/state.ts';
import { beskrivning, beskrivningId, lssbeskrivning } from '../../../shared/domain/testing/statistik.ts';
import { idagNu } from '../../components/idag.ts';
import { forgetInstallningar } from '../../state/installningar.ts';
import { forgetNavigering, useNavigering } from '../../state/navigering.ts';
import { followStatistik, forgetStatistik } from '../../state/statistik.ts';
import { useTabs } from '../../state/tabs.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { CallFailure, type Script } from '../../testing/scripted-backend.ts';
import { StatistikFlik } from './StatistikFlik.tsx';

prepareKund();
let end = () => {};
beforeEach(() => {
  end();
  forgetInstallningar();
  forgetNavigering();
  forgetStatistik();
});

const utanKrets = (records: TestAkt['records']) =>
  records.filter(({ type }) => type !== 'personkrets' && type !== 'beslut' && type !== 'verkstallighet');
/** Carried out since five years ago: over the latest 1 October, whenever this is run. */
const gjort = (n: number, over: object = {}): TestAkt['records'] => {
  const fran = `${Number(idagNu().slice(0, 4)) - 5}-01-01`;
  const beslut = bifall(n, 'kontaktperson', { utredningId: linnea.utredning, beslutsdatum: fran, giltigFran: fran, ...over });
  const verkstallighet = verk(n, { startdatum: fran });
  return [beslut, verkstallighet].map(({ type, id, data }) => ({ type, id, data }));
};
function show(
  poster: TestAkt['records'],
  { data = lssbeskrivning(), actor = {}, over }: { data?: Statistikbeskrivning; actor?: object; over?: Script } = {},
) {
  const akt = karinsAkt();
  const chef = { ...akt.actor, roller: ['enhetschef' as const], skyddadBehorighet: true, ...actor };
  const { type, id, data: post } = beskrivning(1, data);
  const karna = testKarna({ ...akt, actor: chef, records: [...utanKrets(akt.records), { type, id, data: post }, ...poster] }, over);
  const shown = showWith(<StatistikFlik />, { karna });
  end = followStatistik();
  return { ...shown, karna };
}
const flik = (namn: RegExp) => screen.findByRole('tab', { name: namn });
const rader = async (namn: string) =>
  within(await screen.findByRole('grid', { name: namn }))
    .getAllByRole('row')
    .slice(1);

describe('STAT-01 Statistik', () => {
  it('the latest list is made, with when it is to be in, and said to be a sample', async () => {
    show(gjort(1, { personkrets: '2' }));
    const [dag = ''] = statistikdagar([{ id: testId(1), data: lssbeskrivning() }], 'lss', idagNu());
    expect(await rader('Rader')).toHaveLength(1);
    expect((await rader('Rader'))[0]?.textContent).toMatch(/Ekström.*2Kontaktperson/);
    expect(screen.getByText(`Ska vara inne senast ${dag.slice(0, 4)}-10-25`, { exact: false })).toBeTruthy();
    expect(screen.getByText(/^Kolumnerna är ett exempel/)).toBeTruthy();
    fireEvent.click(await flik(/^Summor/));
    const summor = (await rader('Summor')).map((rad) => [...rad.children].map(({ textContent }) => textContent));
    expect(summor).toContainEqual(['4  Kontaktperson', '1']);
    expect(summor).toContainEqual(['10  Daglig verksamhet', '0']);
  });

  it('the authority’s own is not said to be a sample', async () => {
    show(gjort(1, { personkrets: '2' }), { data: lssbeskrivning({ exempel: false }) });
    expect(await rader('Rader')).toHaveLength(1);
    expect(screen.queryByText(/är ett exempel/)).toBeNull();
  });

  it('a municipality without descriptions is told so', async () => {
    show([], { data: lssbeskrivning({ tom: '2018-12-01' }) });
    expect(await screen.findByText('Kommunen har ingen beskrivning av vad som ska lämnas.')).toBeTruthy();
  });
});

describe('STAT-03 STAT-04 what is refused and what is left out', () => {
  it('a row that would be refused says why, and Enter opens the kund at the beslut', async () => {
    show(gjort(1));
    fireEvent.click(await flik(/^Skulle avvisas \(1\)/));
    const [rad] = await rader('Skulle avvisas');
    expect(rad?.textContent).toContain('saknar personkrets');
    fireEvent.keyDown(rad as HTMLElement, { key: 'Enter' });
    await waitFor(() => expect(useTabs.getState().aktiv).toBe(`kund:${linnea.person}`));
  });

  it('what is put right leaves it while the list is open', async () => {
    const { karna } = show(gjort(1));
    await flik(/^Skulle avvisas \(1\)/);
    await act(async () => karna.pull({ type: 'personkrets', id: testId(1900), data: { personkrets: '1' } }));
    expect(await flik(/^Skulle avvisas \(0\)/)).toBeTruthy();
    expect((await rader('Rader'))[0]?.textContent).toMatch(/1Kontaktperson/);
  });

  it('what is decided and not carried out is told of', async () => {
    show(gjort(1).slice(0, 1));
    fireEvent.click(await flik(/^Inte med \(1\)/));
    expect((await rader('Inte med'))[0]?.textContent).toContain('Beslutat men inte verkställt den dagen');
    expect(await flik(/^Rader \(0\)/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Spara som fil…' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('STAT-05 STAT-06 the file', () => {
  it('nobody who sees a part can save it, and is told why', async () => {
    show(gjort(1, { personkrets: '2' }), { actor: { skyddadBehorighet: false } });
    expect(await screen.findAllByText(/Du läser inte akter för kunder med skyddad folkbokföring\./)).not.toHaveLength(0);
    expect(await rader('Rader')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Spara som fil…' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('what has the focus keeps it while the file is made: with it Esc would be lost too', async () => {
    let refuse = () => {};
    const answer = new Promise<never>((_, reject) => {
      refuse = () => reject(new CallFailure({ code: 'kopian-skrevs-inte' }));
    });
    show(gjort(1, { personkrets: '2' }), { over: { 'statistik.exportera': () => answer } });
    await rader('Rader');
    fireEvent.click(screen.getByRole('button', { name: 'Spara som fil…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Spara filen som lämnas' }));
    const mapp = dialog.getByRole('textbox', { name: /^Mapp/ }) as HTMLInputElement;
    fireEvent.change(mapp, { target: { value: '/usb' } });
    const forstatt = dialog.getByRole('checkbox', { name: /^Jag behöver filen/ }) as HTMLInputElement;
    fireEvent.click(forstatt);
    fireEvent.submit(dialog.getByRole('form'));
    await waitFor(() => expect(mapp.readOnly).toBe(true));
    expect([mapp.disabled, forstatt.disabled]).toEqual([false, false]);
    fireEvent.click(forstatt);
    expect(forstatt.checked).toBe(true);
    await act(async () => refuse());
    expect(await dialog.findByText('Kopian gick inte att skriva.')).toBeTruthy();
    expect(mapp.readOnly).toBe(false);
  });

  it('it is asked about twice, says what is not in it, and what to know it by', async () => {
    const sha256 = 'ab'.repeat(32);
    const [dag = ''] = statistikdagar([{ id: testId(1), data: lssbeskrivning() }], 'lss', idagNu());
    const leverans = {
      register: 'lss' as const,
      dag,
      beskrivningId: beskrivningId(1),
      rader: 1,
      kunder: 1,
      avvisade: 0,
      skyddade: 0,
      storlek: 120,
    };
    const svar = { ok: true as const, fil: '/usb/LSS.txt', leverans: { ...leverans, filnamn: 'LSS.txt', sha256 } };
    const { karna } = show(gjort(1, { personkrets: '2' }), { over: { 'statistik.exportera': () => svar } });
    await rader('Rader');
    expect(useNavigering.getState().visadLista).toBe('statistik');
    fireEvent.click(screen.getByRole('button', { name: 'Spara som fil…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Spara filen som lämnas' }));
    expect(dialog.getByText('Kolumnerna är ett exempel.')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Spara filen' }));
    expect(await dialog.findByText('Skriv vilken mapp filen ska läggas i.')).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox', { name: /^Mapp/ }), { target: { value: '/usb' } });
    fireEvent.click(dialog.getByRole('checkbox', { name: /^Jag behöver filen/ }));
    fireEvent.click(dialog.getByRole('button', { name: 'Spara filen' }));
    expect(await dialog.findByText('/usb/LSS.txt')).toBeTruthy();
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Stäng' }));
    expect(dialog.getByText(new RegExp(sha256))).toBeTruthy();
    const sent = karna.backend.calls.filter(({ name }) => name === 'statistik.exportera').map(({ input }) => input);
    expect(sent).toMatchObject([{ register: 'lss', mapp: '/usb' }]);
    fireEvent.click(dialog.getByRole('button', { name: 'Stäng' }));
    fireEvent.click(await flik(/^Levererat \(1\)/));
    expect(useNavigering.getState().visadLista, 'SNAV-02 it has no kunder to walk').toBeNull();
    expect((await rader('Levererat'))[0]?.textContent).toMatch(/\(exempel\).*Karin Ek.*LSS\.txt.*abab/);
  });
});
