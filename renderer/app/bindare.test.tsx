// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { testId } from '../../shared/domain/testing/state.ts';
import { fail } from '../../shared/util/result.ts';
import { forgetBindningar } from '../state/bindning.ts';
import { runCommandById, runnableCommands } from '../state/keys.ts';
import { type Provbindare, provbindare } from '../testing/bindare.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

// What pdf.js draws is tried in its own tests: here it is which document is shown.
vi.mock('../visare/Dokumentvisare.tsx', () => ({
  Dokumentvisare: ({ kalla }: { kalla: { id?: string; sha256?: string } }) => <div data-testid="visare">{kalla.id ?? kalla.sha256}</div>,
}));
prepareKund();
afterEach(forgetBindningar);

const [beslut, utlatande, fel] = [testId(901), testId(902), testId(903)];
const sha = (n: number) => String(n).repeat(64);
const signatur = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-03T09:00:00.000Z' };
const dokument = (id: string, rubrik: string, sidor: number, n: number, over: object = {}) => ({
  type: 'dokument' as const,
  id,
  data: {
    ...{ rubrik, typ: 'Beslut', knytsTill: { type: 'utredning', id: linnea.utredning }, sha256: sha(n), storlek: 4, sidor },
    ...{ skapad: signatur, ...over },
  },
});

function akten(binder: Provbindare, ...mer: TestAkt['records']): TestAkt {
  const akt = karinsAkt();
  const documents = new Map([sha(1), sha(2)].map((name, at) => [name, Buffer.from(['signerad', 'bytes'][at] ?? '')]));
  const egna = [dokument(beslut, 'Beslut, personlig assistans', 2, 1), dokument(utlatande, 'Utlåtande', 4, 2)];
  return { ...akt, records: [...akt.records, ...egna, ...mer], documents, binder };
}
const show = (akt = akten(provbindare().port)) => showKund({ slag: 'bindare' }, { akt });
const kryssa = async (namn: string | RegExp) => fireEvent.click(await screen.findByRole('checkbox', { name: namn }));
const rader = () => within(screen.getByRole('list', { name: 'Bunten' })).queryAllByRole('listitem');
const namnen = () => rader().map((rad) => rad.querySelector('[data-namn]')?.firstChild?.textContent);
const rad = (at: number) => within(rader()[at] as HTMLElement);
const knapp = (name: string | RegExp) => screen.getByRole('button', { name });
const lagg = async (namn: string, innehall: string) => {
  const fil = new File([innehall], namn);
  await act(async () => fireEvent.change(screen.getByLabelText('Filer att lägga i bunten'), { target: { files: [fil] } }));
};

describe('BIND-02 what is bound', () => {
  it('documents of the akt are ticked and bound; what is to be known is said; it is saved in the akt', async () => {
    const { port, bundna } = provbindare();
    const { karna } = show(akten(port));
    await kryssa('Utlåtande');
    await kryssa('Beslut, personlig assistans');
    expect(namnen()).toEqual(['Utlåtande', 'Beslut, personlig assistans']);
    expect(screen.getByText('2 dokument, 6 sidor')).toBeTruthy();
    expect(screen.getByTestId('visare').textContent).toBe(beslut);
    write(/^Rubrik/, 'Beslut med utlåtande');
    await act(async () => fireEvent.click(knapp('Bind')));
    const att = within(await screen.findByRole('region', { name: 'Att veta om bunten' }));
    expect(att.getByText(/Är elektroniskt underskrivet. Underskriften gäller inte i bunten/)).toBeTruthy();
    expect(bundna).toEqual(['Utlåtande[alla] + Beslut, personlig assistans[alla]']);
    const sha256 = screen.getByTestId('visare').textContent;
    await act(async () => fireEvent.click(knapp(/^Spara i akten för Ekström, Linnea 19990412-2380/)));
    expect(await screen.findByText('”Beslut med utlåtande” finns i akten.')).toBeTruthy();
    expect(karna.list('dokument').find(({ data }) => data.rubrik === 'Beslut med utlåtande')).toMatchObject({
      data: {
        ...{ typ: 'PDF-bunt', sha256, sidor: 4, knytsTill: { type: 'utredning', id: linnea.utredning } },
        underlag: [
          { type: 'dokument', id: utlatande },
          { type: 'dokument', id: beslut },
        ],
      },
    });
    await waitFor(() => expect(rader()).toHaveLength(0));
    expect(karna.utkast.size).toBe(0);
  });

  it('a bundle is not proposed for what is read outside the unit unless all of it is there already; where it is chosen, who reads it is said', async () => {
    const [bestallning, blanketten] = [testId(905), testId(906)];
    const knuten = { knytsTill: { type: 'bestallning', id: bestallning } };
    show(
      akten(
        provbindare().port,
        {
          type: 'bestallning',
          id: bestallning,
          data: {
            ...{ beslutId: testId(907), bestalltDatum: '2026-11-03', gallerFran: '2026-11-10' },
            ...{ utforareId: linnea.utforare, insatser: ['Ledsagning'] },
          },
        },
        dokument(blanketten, 'Beställning', 1, 3, knuten),
      ),
    );
    await kryssa('Beställning');
    const plats = () => screen.getByRole('combobox', { name: /^Knytas till/ });
    const lases = 'Lss, Rekrytering kan läsa det som knyts hit.';
    expect(plats().textContent).toContain('Ledsagning');
    expect(screen.getByText(lases)).toBeTruthy();
    await kryssa('Beslut, personlig assistans');
    expect(plats().textContent).toContain('LSS Utredning');
    expect(screen.queryByText(lases)).toBeNull();
    await choose(/^Knytas till/, /^Ledsagning/);
    expect(screen.getByText(lases)).toBeTruthy();
  });

  it('a file is taken in; one that is locked asks for its password; one that is broken says so, and Bind waits', async () => {
    const { port, bundna } = provbindare();
    show(akten(port));
    await screen.findByRole('checkbox', { name: 'Utlåtande' });
    await lagg('trasig.pdf', '%PDF-trasig');
    expect(await rad(0).findByText(/Dokumentet är skadat eller inte helt/)).toBeTruthy();
    expect(knapp('Bind').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(knapp(/^Ta bort trasig ur bunten/));
    await lagg('låst.pdf', '%PDF-låst');
    const losenord = await screen.findByLabelText('Lösenord till låst');
    fireEvent.change(losenord, { target: { value: 'fel' } });
    await act(async () => fireEvent.click(knapp('Öppna')));
    expect(await rad(0).findByText(/Lösenordet stämmer inte/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Lösenord till låst'), { target: { value: 'hemligt' } });
    await act(async () => fireEvent.click(knapp('Öppna')));
    expect(await rad(0).findByText('2 sidor · fil')).toBeTruthy();
    await act(async () => fireEvent.click(knapp('Bind')));
    await screen.findByRole('region', { name: 'Att veta om bunten' });
    expect(bundna).toEqual(['låst[alla]']);
  });

  it('what is neither PDF nor picture is refused in words', async () => {
    show();
    await screen.findByRole('checkbox', { name: 'Utlåtande' });
    await lagg('brev.docx', 'PK');
    expect(await rad(0).findByText(/varken PDF, TIFF, JPEG eller PNG/)).toBeTruthy();
  });

  it('a document that is marked as wrong cannot be ticked; one that is so meanwhile is said in its row', async () => {
    const { karna } = show(akten(provbindare().port, dokument(fel, 'Fel kund', 1, 3, { felmarkerad: { ...signatur, orsak: 'Fel kund' } })));
    expect(await screen.findByRole('checkbox', { name: 'Fel kund – felmarkerat, kan inte bindas' })).toHaveProperty('disabled', true);
    await kryssa('Utlåtande');
    act(() => karna.pull({ type: 'dokument', id: utlatande, data: { felmarkerad: { ...signatur, orsak: 'Gammalt' } } }));
    expect(await rad(0).findByText(/Dokumentet är felmarkerat/)).toBeTruthy();
    expect(knapp('Bind').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('BIND-03 the order and the pages', () => {
  it('arrows and Alt with the arrows move a document, and the focus follows it', async () => {
    show();
    await kryssa('Beslut, personlig assistans');
    await kryssa('Utlåtande');
    fireEvent.click(knapp(/^Flytta ner Beslut, personlig assistans/));
    expect(namnen()).toEqual(['Utlåtande', 'Beslut, personlig assistans']);
    expect(document.activeElement?.textContent).toContain('Beslut, personlig assistans');
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp', altKey: true });
    expect(namnen()).toEqual(['Beslut, personlig assistans', 'Utlåtande']);
    expect(screen.getByText('Beslut, personlig assistans är nu nummer 1 av 2.')).toBeTruthy();
    expect(knapp(/^Flytta upp Beslut/).getAttribute('aria-disabled')).toBe('true');
    fireEvent.keyDown(document.activeElement as Element, { key: 'Delete' });
    expect(namnen()).toEqual(['Utlåtande']);
  });

  it('the fault of a choice of pages is shown at it; a right one is bound', async () => {
    const { port, bundna } = provbindare();
    show(akten(port));
    await kryssa('Utlåtande');
    write('Sidor', '1-5');
    expect(rad(0).getByText(/^Dokumentet har 4 sidor/)).toBeTruthy();
    expect(knapp('Bind').getAttribute('aria-disabled')).toBe('true');
    write('Sidor', '4, 1-2');
    expect(screen.getByText('1 dokument, 3 sidor')).toBeTruthy();
    await act(async () => fireEvent.click(knapp('Bind')));
    await screen.findByRole('region', { name: 'Att veta om bunten' });
    expect(bundna).toEqual(['Utlåtande[4, 1-2]']);
  });
});

describe('FORB-48 nothing is used that is not what was shown', () => {
  it('a bundle that was changed is bound again before it is saved or printed', async () => {
    const { karna } = show();
    await kryssa('Utlåtande');
    await act(async () => fireEvent.click(knapp('Bind')));
    await screen.findByRole('region', { name: 'Att veta om bunten' });
    expect(runnableCommands()).toContain('skrivUt');
    await kryssa('Framsida med innehåll');
    expect(screen.queryByRole('region', { name: 'Att veta om bunten' })).toBeNull();
    expect(runnableCommands()).not.toContain('skrivUt');
    await act(async () => fireEvent.click(knapp(/^Spara i akten för/)));
    expect(karna.list('dokument')).toHaveLength(2);
    await act(async () => fireEvent.click(knapp('Bind')));
    await act(async () => fireEvent.click(await screen.findByRole('button', { name: /^Spara i akten för/ })));
    await waitFor(() => expect(karna.list('dokument')).toHaveLength(3));
  });

  it('Avbryt ends it, and the bundle is as it was', async () => {
    const hangs: Provbindare['bind'] = (_kallor, _val, { signal }) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail({ kod: 'avbruten', namn: '' }))));
    show(akten(provbindare({ bind: hangs }).port));
    await kryssa('Utlåtande');
    await act(async () => fireEvent.click(knapp('Bind')));
    await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Avbryt' })));
    expect(await screen.findByText('Bindningen avbröts.')).toBeTruthy();
    expect(namnen()).toEqual(['Utlåtande']);
  });

  it('what was put together is a draft: it is there when the window is opened anew, and a file is said to be forgotten', async () => {
    const { karna, openAgain } = show();
    await kryssa('Utlåtande');
    await lagg('p.pdf', '%PDF-1');
    await rad(1).findByText('2 sidor · fil');
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    act(forgetBindningar);
    openAgain({ slag: 'bindare' });
    await screen.findByRole('list', { name: 'Bunten' });
    await waitFor(() => expect(namnen()).toEqual(['Utlåtande', 'p']));
    expect(rad(1).getByText(/Filen är glömd/)).toBeTruthy();
  });
});

it('UTSK-05 of a protected person the bundle is printed after a second tick', async () => {
  show();
  await kryssa('Utlåtande');
  await act(async () => fireEvent.click(knapp('Bind')));
  await screen.findByRole('region', { name: 'Att veta om bunten' });
  act(() => void runCommandById('skrivUt'));
  const ruta = within(await screen.findByRole('dialog'));
  expect(await ruta.findByRole('checkbox', { name: 'Jag har kontrollerat namn och personnummer' })).toBeTruthy();
  // What was received may have it.
  expect(ruta.getByText(/adressen kan stå på någon sida/)).toBeTruthy();
  expect(ruta.queryByText(/Adressen skrivs inte ut/)).toBeNull();
});

it('a document of the akt is put in from where it is shown, and Stäng leads back', async () => {
  showKund({ slag: 'handling', id: beslut }, { akt: akten(provbindare().port) });
  fireEvent.click(await screen.findByRole('button', { name: 'PDF-binder…' }));
  await waitFor(() => expect(namnen()).toEqual(['Beslut, personlig assistans']));
  fireEvent.click(knapp('Stäng'));
  expect(await screen.findByRole('region', { name: 'Beslut, personlig assistans' })).toBeTruthy();
});
