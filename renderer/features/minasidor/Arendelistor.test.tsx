// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BestRad, MinaBestallningarVy, PersonRad } from '../../../shared/ipc/views.ts';
import { stangArendedialog, useArendedialog } from '../../state/arendedialog.ts';
import { startCore } from '../../state/core.ts';
import { forgetInstallningar, sparaInstallningar } from '../../state/installningar.ts';
import { glomKundvyer, hamtaKundvy } from '../../state/kundvy.ts';
import { domOfTests } from '../../testing/dom.ts';
import { scriptedBackend } from '../../testing/scripted-backend.ts';
import { MinaSidor } from './MinaSidor.tsx';

const person = (namn: string): PersonRad => ({
  personId: `p-${namn}`,
  namn,
  personnummer: '199904122380',
  nummerSlag: 'personnummer',
  fodelsedatum: '1999-04-12',
  alder: 27,
  skydd: 'ingen',
});
const best = (id: string, utforare: string, more: Partial<BestRad> = {}): BestRad => ({
  bestallningId: id,
  beslutId: `b-${id}`,
  person: person(id),
  insatskategori: 'Personlig ass LSS',
  insatser: ['Biträde av assistans'],
  utforareId: utforare,
  utforare,
  bestalltDatum: '2026-11-02',
  dagar: 19,
  gallerFran: '2026-12-01',
  ...more,
});
const listor: MinaBestallningarVy = {
  ejBekraftade: [best('skickad', 'Lss, Rekrytering')],
  inkomna: [
    best('eget', 'Lss, Eget Val', { verkstallighetId: 'v1' }),
    best('privat', 'Privat, Utförare', { hinder: 'verkstallighet-saknas' }),
  ],
  bifallUtanBestallning: [
    {
      beslutId: 'b9',
      utredningId: 'u9',
      person: person('Bifall'),
      beslutsnamn: 'LSS Kontaktperson Bifall',
      insatskategori: 'x',
      beslutsdatum: '2026-11-01',
      giltigFran: '2026-11-01',
    },
  ],
  utanLssInsatser: [
    {
      beslutId: 'b8',
      utredningId: 'u8',
      person: person('Lova'),
      beslutsnamn: 'LSS Ledsagarservice Bifall',
      insatskategori: 'x',
      beslutsdatum: '2026-11-01',
      giltigFran: '2026-11-01',
    },
  ],
  ejBehandlade: [
    {
      aktualiseringId: 'a1',
      person: person('Ny'),
      typ: 'Kontaktperson',
      datum: '2026-10-20',
      franVem: 'Den enskilde',
      dagar: 31,
      lange: true,
    },
  ],
};

let end: () => void = () => undefined;
const installningar = new Map<string, unknown>();
beforeAll(() => domOfTests());
beforeEach(() => {
  installningar.clear();
  forgetInstallningar();
  glomKundvyer();
  stangArendedialog();
});
afterEach(() => {
  cleanup();
  end();
});
function visa() {
  const backend = scriptedBackend({
    'mina.utredningar': () => [],
    'mina.osignerade': () => [],
    'mina.bestallningar': () => listor,
    'kund.oppna': ({ personId }) => ({ personId, person: { ...person('x'), efternamn: 'E', fornamn: 'F' } }) as never,
    'installning.hamta': ({ nyckel }) => installningar.get(nyckel) ?? null,
    'installning.satt': ({ nyckel, varde }) => {
      installningar.set(nyckel, varde);
      return null;
    },
  });
  end = startCore(backend);
  return render(
    <FluentProvider>
      <MinaSidor />
    </FluentProvider>,
  );
}
const panel = (namn: string) => screen.findByRole('region', { name: namn });

describe('MINA-03, MINA-04 the beställningar', () => {
  it('BEKR-04, FORB-37 the Filter shows one or several utförare and is remembered', async () => {
    const view = visa();
    const inkomna = await panel('Inkomna beställningar');
    expect(await within(inkomna).findAllByRole('row')).toHaveLength(3);
    fireEvent.click(within(inkomna).getByRole('button', { name: 'Filter' }));
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Privat, Utförare' }));
    await waitFor(() => expect(within(inkomna).getAllByRole('row')).toHaveLength(2));
    expect(within(inkomna).getByText('Saknas')).toBeTruthy();
    await sparaInstallningar();
    view.unmount();
    forgetInstallningar();
    visa();
    const igen = await panel('Inkomna beställningar');
    await waitFor(() => expect(within(igen).getAllByRole('row')).toHaveLength(2));
    expect(within(igen).getByText('1 · Privat, Utförare')).toBeTruthy();
  });

  it('BEKR-06 Gå till verkställighet (lov) opens the kund with Ta in beställning', async () => {
    visa();
    const inkomna = await panel('Inkomna beställningar');
    fireEvent.contextMenu(await within(inkomna).findByText('2026-12-01', { selector: '[aria-rowindex="2"] *' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Gå till verkställighet \(lov\)/ }));
    await waitFor(() => expect(useArendedialog.getState().oppen).toEqual({ personId: 'p-eget', post: 'bekrafta', id: 'eget' }));
  });

  it('BEST-BORT-02 Gå till beställning marks it in the kund', async () => {
    visa();
    const lista = await panel('Beställningar – ej bekräftade');
    fireEvent.contextMenu(await within(lista).findByText('Biträde av assistans'));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Gå till beställning/ }));
    await waitFor(() => expect(hamtaKundvy('p-skickad')?.vald).toBe('bestallning/skickad'));
  });

  it('FORB-35 an unconfirmed one shows its age', async () => {
    visa();
    const lista = await panel('Beställningar – ej bekräftade');
    expect(await within(lista).findByText('19')).toBeTruthy();
  });

  it('FORB-27 kunder without an open LSS Insatser are a click away, and open the dialog that opens it', async () => {
    visa();
    fireEvent.click(await screen.findByRole('button', { name: '1 utan LSS Insatser' }));
    const lista = await panel('Kunder utan öppen LSS Insatser');
    expect(within(lista).getByRole('button', { name: '1 bifall utan beställning' })).toBeTruthy();
    fireEvent.doubleClick(within(lista).getByText('LSS Ledsagarservice Bifall'));
    await waitFor(() => expect(hamtaKundvy('p-Lova')?.vald).toBe('beslut/b8'));
    expect(useArendedialog.getState().oppen).toEqual({ personId: 'p-Lova', post: 'verkstallighetOppna', id: 'p-Lova' });
  });

  it('FORB-31 bifall utan beställning are a click away, and open their beställning', async () => {
    visa();
    fireEvent.click(await screen.findByRole('button', { name: '1 bifall utan beställning' }));
    const lista = await panel('Bifall utan beställning');
    fireEvent.click(within(lista).getByRole('button', { name: '1 ej bekräftade' }));
    fireEvent.click(within(await panel('Beställningar – ej bekräftade')).getByRole('button', { name: '1 bifall utan beställning' }));
    fireEvent.doubleClick(await screen.findByText('LSS Kontaktperson Bifall'));
    await waitFor(() =>
      expect(hamtaKundvy('p-Bifall')?.yta).toEqual({ slag: 'utredning', id: 'u9', flik: 'bestallning', beslutId: 'b9', ny: true }),
    );
  });
});

describe('FORB-14 Ej behandlade aktualiseringar', () => {
  it('says how long each has waited, and opens Inled utredning', async () => {
    visa();
    const lista = await panel('Ej behandlade aktualiseringar');
    expect(await within(lista).findByText('1 · 1 har väntat mer än 14 dagar')).toBeTruthy();
    fireEvent.doubleClick(within(lista).getByText('Kontaktperson'));
    await waitFor(() => expect(hamtaKundvy('p-Ny')?.yta).toEqual({ slag: 'arende', flik: 'inled' }));
  });
});
