// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { plusDagar } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { idagNu } from '../../components/idag.ts';
import { getKundvy } from '../../state/kundvy.ts';
import { useTabs } from '../../state/tabs.ts';
import type { TestAkt } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { Bevakningsdialoger } from './Bevakningsdialoger.tsx';
import { Bevakningspanel } from './Bevakningspanel.tsx';

prepareKund();

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
function show(poster: TestAkt['records'], over = {}) {
  const akt = karinsAkt();
  return showWith(
    <>
      <Bevakningspanel className="" />
      <Bevakningsdialoger />
    </>,
    { akt: { ...akt, records: [...akt.records, ...poster] }, over },
  );
}
const panel = () => screen.getByRole('region', { name: 'Bevakningar' });
const rader = () => within(panel()).getAllByRole('row').slice(1);
const rad = async (text: string) => (await within(panel()).findByText(text)).closest('[role="row"]') as HTMLElement;
const knapp = (namn: RegExp) => within(panel()).getByRole('button', { name: namn });

describe('BEV-01 FORB-35 the user’s own bevakningar on Mina sidor', () => {
  it('lists those of the function and of the user, the earliest first, and counts what is overdue', async () => {
    show([lagd(1, 2), lagd(2, -3), lagd(3, 0, { bevakasAvId: kat.handlaggare }), lagd(4, 0, { bevakasAvId: kat.enhetschef })]);
    await rad('Bevakning 2');
    expect(rader().map((one) => /Bevakning \d/.exec(one.textContent ?? '')?.[0])).toEqual(['Bevakning 2', 'Bevakning 3', 'Bevakning 1']);
    expect(within(panel()).getByText(/3 st, 1 förfallna, 1 idag/)).toBeTruthy();
    // Not by its colour alone.
    expect(within(await rad('Bevakning 2')).getByLabelText('Förfallen')).toBeTruthy();
    expect(within(await rad('Bevakning 3')).queryByLabelText('Förfallen')).toBeNull();
  });

  it('says so when there is none', async () => {
    show([]);
    expect(await screen.findByText('Inga bevakningar att göra.')).toBeTruthy();
  });

  it('BEV-09 FRAGA-37 Klar: it leaves the list and stays in the akt with who did it', async () => {
    const { karna } = show([lagd(1, 0)]);
    await rad('Bevakning 1');
    expect(knapp(/^Klar/).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(await rad('Bevakning 1'));
    fireEvent.click(knapp(/^Klar/));
    expect(await screen.findByText('Inga bevakningar att göra.')).toBeTruthy();
    expect(karna.get('bevakning', id(1))).toMatchObject({ status: 'Klar', klar: { anvandareId: kat.handlaggare } });
  });

  it('several are done at once, each by a command of its own', async () => {
    const { karna, backend } = show([lagd(1, 0), lagd(2, 1), lagd(3, 2)]);
    fireEvent.click(await rad('Bevakning 1'));
    fireEvent.keyDown(await rad('Bevakning 1'), { key: ' ' });
    fireEvent.click(await rad('Bevakning 2'), { ctrlKey: true });
    expect(rader().map((one) => one.getAttribute('aria-selected'))).toEqual(['true', 'true', 'false']);
    fireEvent.click(knapp(/^Klar \(2\)/));
    await waitFor(() => expect([1, 2, 3].map((n) => karna.get('bevakning', id(n))?.status)).toEqual(['Klar', 'Klar', 'Ej påbörjad']));
    const sent = backend.calls.filter(({ name }) => name === 'kommando.kor').map(({ input }) => input);
    expect(sent).toMatchObject([1, 2].map((n) => ({ name: 'bevakning.klarmarkera', input: { bevakningId: id(n) } })));
  });

  it('what one of several is refused is said, and the others go', async () => {
    const svar = [
      { ok: false as const, rejection: { code: 'borttagen' as const } },
      { ok: true as const, id: id(900) },
    ];
    const { backend } = show([lagd(1, 0), lagd(2, 1)], { 'kommando.kor': () => svar.shift() ?? svar[0] });
    fireEvent.click(await rad('Bevakning 1'));
    fireEvent.keyDown(await rad('Bevakning 1'), { key: 'a', ctrlKey: true });
    fireEvent.click(knapp(/^Klar \(2\)/));
    expect(await within(panel()).findByText(/^1 av 2 gick inte: Ekström, Linnea Maria/)).toBeTruthy();
    expect(backend.calls.filter(({ name }) => name === 'kommando.kor')).toHaveLength(2);
  });

  it('is marked from its menu as well; one that is refused is said in words', async () => {
    const { karna } = show([lagd(1, 0)], { 'kommando.kor': () => ({ ok: false as const, rejection: { code: 'finns-inte' as const } }) });
    fireEvent.contextMenu(await rad('Bevakning 1'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Klar' }));
    expect(await within(panel()).findByText(ordForAvslag('finns-inte').vad)).toBeTruthy();
    expect(karna.get('bevakning', id(1))?.status).toBe('Ej påbörjad');
  });

  it('BEV-11 moved to another: two commands, and both are in that one’s list', async () => {
    const { karna } = show([lagd(1, 0), lagd(2, 1)]);
    fireEvent.click(await rad('Bevakning 1'));
    fireEvent.keyDown(await rad('Bevakning 1'), { key: 'a', ctrlKey: true });
    fireEvent.click(knapp(/^Flytta till … \(2\)/));
    const dialog = await screen.findByRole('dialog', { name: 'Flytta 2 bevakningar' });
    fireEvent.click(within(dialog).getByRole('combobox', { name: 'Flytta till' }));
    fireEvent.click(await screen.findByRole('option', { name: /Systemförvaltningen/, hidden: false }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Flytta' }));
    expect(await screen.findByText('Inga bevakningar att göra.')).toBeTruthy();
    for (const n of [1, 2]) expect(karna.get('bevakning', id(n))?.bevakasAvId).toBe(kat.utforare.systemforvaltningen);
  });

  it('BEV-04 double click opens the kund at what it is about; the heading opens the whole list', async () => {
    show([lagd(1, 0, { ref: { type: 'verkstallighet', id: linnea.lssInsatser } })]);
    fireEvent.doubleClick(await rad('Bevakning 1'));
    await waitFor(() => expect(getKundvy(linnea.person)?.vald).toBe(`verkstallighet/${linnea.lssInsatser}`));
    expect(useTabs.getState().aktiv).toBe(`kund:${linnea.person}`);
  });

  it('FRAGA-62 one with skyddad folkbokföring is not named', async () => {
    const { karna } = show([lagd(1, 0)]);
    await rad('Bevakning 1');
    expect(panel().textContent).toContain('Ekström');
    act(() => karna.pull({ type: 'person', id: linnea.person, data: { skydd: 'skyddadFolkbokforing' } }));
    await waitFor(() => expect(document.body.textContent).not.toContain('Ekström'));
  });
});
