// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { plusDagar } from '../../../shared/util/datum.ts';
import { idagNu } from '../../components/idag.ts';
import { forgetInstallningar, saveInstallningar } from '../../state/installningar.ts';
import { useOppna } from '../../state/openKund.ts';
import { type Karna, type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { BevakningarFlik } from './BevakningarFlik.tsx';
import { Bevakningsdialoger } from './Bevakningsdialoger.tsx';

prepareKund();
beforeEach(forgetInstallningar);

const id = (n: number) => `018f0000-0000-7000-8000-00000000b${String(n).padStart(3, '0')}`;
const skapad = { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: '2026-11-01T09:00:00.000Z' };
const lagd = (n: number, dagar: number, over: object = {}): TestAkt['records'][number] => ({
  type: 'bevakning',
  id: id(n),
  data: {
    ...{ datum: plusDagar(idagNu(), dagar), status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: `Bevakning ${n}`, skapad },
    ...{ bevakasAvId: kat.utforare.funktion3, ref: { type: 'person', id: linnea.person }, ...over },
  },
});
const medPoster = (...poster: TestAkt['records']): Karna => {
  const akt = karinsAkt();
  return testKarna({ ...akt, records: [...akt.records, ...poster] });
};
const show = (karna: Karna) =>
  showWith(
    <>
      <BevakningarFlik />
      <Bevakningsdialoger />
    </>,
    { karna },
  );
const texter = () =>
  within(screen.getByRole('grid', { name: 'Bevakningar' }))
    .getAllByText(/^Bevakning \d$/)
    .map((one) => one.textContent);
const systemets = { bevakasAvId: kat.utforare.systemforvaltningen };

describe('BEV-02 BEV-03 the list of bevakningar', () => {
  it('is one’s own until another is chosen; several at once, with whose each is, and remembered', async () => {
    const karna = medPoster(lagd(1, 1), lagd(2, 2, systemets));
    const forst = show(karna);
    await screen.findByText('Bevakning 1');
    expect(texter()).toEqual(['Bevakning 1']);
    expect(screen.queryByRole('columnheader', { name: /Bevakas av/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Inställningar' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Systemförvaltningen/ }));
    fireEvent.click(screen.getByRole('button', { name: 'OK' }));
    await screen.findByText('Bevakning 2');
    expect(texter()).toEqual(['Bevakning 1', 'Bevakning 2']);
    expect(screen.getByRole('columnheader', { name: /Bevakas av/ })).toBeTruthy();
    await saveInstallningar();
    forst.view.unmount();
    forgetInstallningar();
    show(karna);
    await screen.findByText('Bevakning 2');
    expect(texter()).toEqual(['Bevakning 1', 'Bevakning 2']);
  });

  it('no list at all cannot be chosen', async () => {
    show(medPoster(lagd(1, 1)));
    fireEvent.click(screen.getByRole('button', { name: 'Inställningar' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Mina/ }));
    fireEvent.click(screen.getByRole('button', { name: 'OK' }));
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('FORB-17 its order is remembered', async () => {
    const karna = medPoster(lagd(1, 1), lagd(2, 2));
    const forst = show(karna);
    await screen.findByText('Bevakning 1');
    fireEvent.click(screen.getByRole('button', { name: /^Datum/ }));
    expect(texter()).toEqual(['Bevakning 2', 'Bevakning 1']);
    await saveInstallningar();
    forst.view.unmount();
    forgetInstallningar();
    show(karna);
    await waitFor(() => expect(texter()).toEqual(['Bevakning 2', 'Bevakning 1']));
  });

  it('BEV-09 under Klara is what is done, by whom; it is taken back from there', async () => {
    const karna = medPoster(lagd(1, -1, { status: 'Klar', klar: { ...skapad, namn: 'Karin Ek' } }));
    show(karna);
    expect(await screen.findByText(/^Inga bevakningar att göra/)).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: 'Klara' }));
    expect(await screen.findByText('2026-11-01 Karin Ek')).toBeTruthy();
    // What is done is not overdue.
    expect(screen.queryByLabelText('Förfallen')).toBeNull();
    fireEvent.contextMenu(screen.getByText('Bevakning 1'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ta tillbaka Klar' }));
    await waitFor(() => expect(karna.get('bevakning', id(1))).toMatchObject({ status: 'Ej påbörjad' }));
    expect(karna.get('bevakning', id(1))?.klar).toBeUndefined();
  });

  it('BEV-05 Ny bevakning is for the kund of the marked row, on what that is about', async () => {
    const karna = medPoster(lagd(1, 1, { ref: { type: 'verkstallighet', id: linnea.lssInsatser } }));
    show(karna);
    const ny = () => screen.getByRole('button', { name: 'Ny bevakning' });
    const rad = (await screen.findByText('Bevakning 1')).closest('[role="row"]') as HTMLElement;
    fireEvent.click(rad);
    fireEvent.click(ny());
    expect(await screen.findByRole('form', { name: 'Ny bevakning' })).toBeTruthy();
    expect(screen.getByText(/^Ekström, Linnea Maria 19990412-2380 · /)).toBeTruthy();
  });
  describe('BEV-05 with no row marked the kund is asked for', () => {
    const valj = async () => {
      fireEvent.click(await screen.findByRole('button', { name: 'Ny bevakning' }));
      return within(await screen.findByRole('form', { name: 'Ny bevakning: välj kund' }));
    };
    it('one of the latest, who is opened', async () => {
      const karna = medPoster();
      show(karna);
      const dialog = await valj();
      fireEvent.doubleClick(await dialog.findByText('Ekström, Linnea Maria'));
      expect(await screen.findByRole('form', { name: 'Ny bevakning' })).toBeTruthy();
      expect(screen.getByText(/^Ekström, Linnea Maria 19990412-2380 · /)).toBeTruthy();
      expect(karna.backend.calls.filter(({ name }) => name === 'kund.oppna').at(-1)?.input).toEqual({ personId: linnea.person });
    });
    it('or whoever is searched for, by the keyboard alone', async () => {
      show(medPoster());
      const dialog = await valj();
      const falt = dialog.getByRole('textbox', { name: 'Personnummer eller namn' });
      const enter = () => fireEvent.submit(screen.getByRole('form', { name: 'Ny bevakning: välj kund' }));
      fireEvent.change(falt, { target: { value: 'Finnsinte Anna' } });
      enter();
      expect(await dialog.findByText('Ingen kund hittades.')).toBeTruthy();
      fireEvent.change(falt, { target: { value: '199904122380' } });
      enter();
      expect(await dialog.findByText('Ekström, Linnea Maria')).toBeTruthy();
      enter();
      expect(await screen.findByRole('form', { name: 'Ny bevakning' })).toBeTruthy();
    });
    it('one with skyddad folkbokföring not before the reason is given', async () => {
      const akt = karinsAkt();
      const records = akt.records.map((one) =>
        one.id === linnea.person ? { ...one, data: { ...(one.data as object), skydd: 'skyddadFolkbokforing' } } : one,
      );
      const karna = testKarna({ ...akt, actor: { ...akt.actor, skyddadBehorighet: true }, records });
      show(karna);
      const dialog = await valj();
      fireEvent.change(dialog.getByRole('textbox', { name: 'Personnummer eller namn' }), { target: { value: '199904122380' } });
      fireEvent.click(dialog.getByRole('button', { name: 'Sök' }));
      fireEvent.doubleClick(await dialog.findByText('Skyddad identitet'));
      await waitFor(() => expect(useOppna.getState().vantarPaSkal?.personId).toBe(linnea.person));
      expect(screen.queryByRole('form', { name: 'Ny bevakning' })).toBeNull();
    });
  });
});
