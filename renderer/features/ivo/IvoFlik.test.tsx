// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { kvartalsdagar } from '../../../shared/domain/klocka/ivo.ts';
import { bifall } from '../../../shared/domain/testing/bestallning.ts';
import { fristregler } from '../../../shared/domain/testing/fristregler.ts';
import { ivorapport } from '../../../shared/domain/testing/ivo.ts';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { plusDagar, plusManader } from '../../../shared/util/datum.ts';
import { idagNu } from '../../components/idag.ts';
import { useArendedialog } from '../../state/arendedialog.ts';
import { forgetInstallningar } from '../../state/installningar.ts';
import { forgetNavigering } from '../../state/navigering.ts';
import { useTabs } from '../../state/tabs.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { IvoFlik } from './IvoFlik.tsx';
import { attRapportera } from './kvartalsval.ts';

prepareKund();
beforeEach(() => {
  forgetInstallningar();
  forgetNavigering();
});

const kvartalet = kvartalsdagar(attRapportera(idagNu()));
/** Decided so that it was late on the quarter's first day, and `senare` days later. */
const beslut = (n: number, senare: number, over: object = {}): TestAkt['records'][number] => {
  const { type, id, data } = bifall(n, 'kontaktperson', {
    ...{ utredningId: linnea.utredning, beslutsdatum: plusDagar(plusManader(kvartalet.fran, -4), senare) },
    ...{ giltigFran: kvartalet.fran, ...over },
  });
  return { type, id, data };
};
const visaAlla = async () => {
  fireEvent.click(await screen.findByRole('combobox', { name: 'Vilkas beslut' }));
  fireEvent.click(await screen.findByRole('option', { name: 'Hela enheten' }));
};
function show(...poster: TestAkt['records']) {
  const akt = karinsAkt();
  const karna = testKarna({ ...akt, records: [...akt.records, ...fristregler(), ...poster] });
  showWith(<IvoFlik />, { karna });
  return karna;
}
const grid = () => screen.findByRole('grid', { name: 'Ej verkställda beslut' });
const rader = async () =>
  within(await grid())
    .getAllByRole('row')
    .slice(1);

describe('KLOCK-07 Ej verkställda beslut', () => {
  it('shows the rows of the quarter to report, one’s own or the unit’s, and its figures without names', async () => {
    show(beslut(1, 3), beslut(2, 0));
    await visaAlla();
    expect(await rader()).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toContain('2 rader, 1 kund');
    expect((await rader())[0]?.textContent).toContain('Ej verkställt');
    fireEvent.click(screen.getByRole('tab', { name: 'Siffror till fullmäktige' }));
    const siffror = await screen.findByRole('grid', { name: 'Siffror till fullmäktige' });
    expect(within(siffror).getAllByRole('row')[1]?.textContent).toMatch(/^LSSKontaktpersonBeslut2/);
    expect(siffror.textContent).not.toContain('Ekström');
  });

  it('is sorted by its heads, and Enter opens the kund at the beslut', async () => {
    show(beslut(1, 3), beslut(2, 0));
    await visaAlla();
    const datum = async () =>
      (await rader()).map(
        (rad) =>
          within(rad)
            .getAllByRole('gridcell')
            .find((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell.textContent))?.textContent,
      );
    const [tidig = '', sen = ''] = await datum();
    expect(tidig < sen).toBe(true);
    fireEvent.click(within(await grid()).getByRole('button', { name: /^Senast/ }));
    expect(await datum()).toEqual([sen, tidig]);
    const [forst] = await rader();
    if (!forst) throw new Error('no row');
    forst.focus();
    fireEvent.keyDown(forst, { key: 'Enter' });
    await screen.findByRole('grid', { name: 'Ej verkställda beslut' });
    expect(useTabs.getState().tabs.map(({ slag }) => slag)).toContain('kund');
  });
});

const rapportera = () => screen.getByRole('button', { name: /^Markera som rapporterat/ });
const dialogen = () => screen.findByRole('form', { name: /^Markera .* som rapporterat/ });
async function markera(): Promise<void> {
  fireEvent.click(rapportera());
  const dialog = within(await dialogen());
  fireEvent.change(dialog.getByRole('textbox', { name: 'Kvitto' }), { target: { value: 'A-17' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Markera som rapporterat' }));
}

describe('KLOCK-08 rows are marked as reported', () => {
  it('one, and several at once, each with who, when and the receipt', async () => {
    const karna = show(beslut(1, 3), beslut(2, 0));
    await visaAlla();
    expect(await rader()).toHaveLength(2);
    fireEvent.keyDown(await grid(), { key: 'a', ctrlKey: true });
    const [forst] = await rader();
    if (!forst) throw new Error('no row');
    forst.focus();
    fireEvent.keyDown(forst, { key: 'a', ctrlKey: true });
    await markera();
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('0 att rapportera'));
    expect((await rader())[0]?.textContent).toMatch(/Karin Ek, kvitto A-17/);
    expect(karna.list('ivorapport')).toHaveLength(2);
    expect(rapportera().getAttribute('aria-disabled')).toBe('true');
  });

  it('what a colleague reported meanwhile is told, and not reported twice', async () => {
    const ett = beslut(1, 3);
    const karna = show(ett);
    await visaAlla();
    fireEvent.focus((await rader())[0] as HTMLElement);
    fireEvent.click(rapportera());
    const dialog = within(await dialogen());
    const { beslutsdatum } = ett.data as { beslutsdatum: string };
    const { ar, nr } = attRapportera(idagNu());
    act(() =>
      karna.pull(
        ivorapport(1, beslutsdatum, {
          kvartal: `${ar}-${nr}`,
          dag: idagNu(),
          av: { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: new Date().toISOString() },
        }) as TestAkt['records'][number],
      ),
    );
    fireEvent.click(dialog.getByRole('button', { name: 'Markera som rapporterat' }));
    await screen.findByText(/redan markerat beslutet som rapporterat/);
    expect((await rader())[0]?.textContent).toContain('Ulla Ström');
    expect(karna.list('ivorapport')).toHaveLength(1);
  });

  it('FRAGA-36 taking it back is offered to whom it is not refused', async () => {
    const ett = beslut(1, 3);
    const { beslutsdatum } = ett.data as { beslutsdatum: string };
    const { ar, nr } = attRapportera(idagNu());
    const av = { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: new Date().toISOString() };
    show(ett, ivorapport(1, beslutsdatum, { kvartal: `${ar}-${nr}`, dag: idagNu(), av }) as TestAkt['records'][number]);
    await visaAlla();
    fireEvent.contextMenu((await rader())[0] as HTMLElement);
    const angra = await screen.findByRole('menuitem', { name: 'Ångra rapporten …' });
    expect(angra.getAttribute('aria-disabled')).toBe('true');
    expect(angra.getAttribute('title')).toMatch(/Bara den som/);
  });

  it('what was reported and has fallen away is a row that says why, and is not reported anew', async () => {
    const ett = beslut(1, 3, { felmarkerad: true });
    const { ar, nr } = attRapportera(idagNu());
    show(ett, ivorapport(1, (ett.data as { beslutsdatum: string }).beslutsdatum, { kvartal: `${ar}-${nr}` }) as TestAkt['records'][number]);
    await visaAlla();
    const [rad] = await rader();
    expect(rad?.textContent).toContain('Hör inte dit längre');
    fireEvent.focus(rad as HTMLElement);
    const detalj = await screen.findByRole('region', { name: 'Uppgifter i rapporten' });
    expect(detalj.textContent).toContain('Beslutet är felmarkerat. Rätta hos IVO');
    expect(rapportera().getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('status').textContent).toContain('1 att rätta hos IVO');
  });

  it('what is missing is shown, and led to over the kund', async () => {
    show(beslut(1, 3));
    await visaAlla();
    const [rad] = await rader();
    expect(rad?.textContent).toContain('orsak, följder, erbjudande');
    fireEvent.focus(rad as HTMLElement);
    const detalj = within(await screen.findByRole('region', { name: 'Uppgifter i rapporten' }));
    fireEvent.click(detalj.getByRole('button', { name: 'Fyll i' }));
    await waitFor(() => expect(useArendedialog.getState().oppen).toMatchObject({ post: 'ivouppgift', personId: linnea.person }));
    expect(useTabs.getState().tabs.map(({ slag }) => slag)).toContain('kund');
  });
});
