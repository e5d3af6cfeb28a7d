// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetKundvyer } from '../../state/kundvy.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { BedomningFlik } from './BedomningFlik.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  setFonster(1366, 768);
  forgetKundvyer();
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const bifall: TestRecord = {
  type: 'beslut',
  id: testId(220),
  data: {
    utredningId: akt.utredning,
    insatsId: kat.insats.dagligVerksamhet,
    beslutskod: 'DV',
    beslutsnamn: 'LSS Daglig verksamhet Bifall',
    utfall: 'bifall',
    insatskategori: 'Daglig verksamhet LSS',
    beslutsdatum: '2026-11-13',
    giltigFran: '2026-12-01',
    rev: testId(221),
  },
};
function show(poster: TestRecord[] = [bifall], utan: string[] = []) {
  const karna = testKarna(handlaggning(poster, utan));
  stop = startCore(karna.backend);
  const ram = (bedomningId?: string) => (
    <FluentProvider theme={teman.ljust}>
      <BedomningFlik personId={akt.person} utredningId={akt.utredning} {...(bedomningId ? { bedomningId } : {})} />
    </FluentProvider>
  );
  return { karna, ram, view: render(ram()) };
}
async function choose(name: string, val: string) {
  fireEvent.click(await screen.findByRole('combobox', { name }));
  fireEvent.click(await screen.findByRole('option', { name: val }));
}
const save = async () => fireEvent.keyDown(await screen.findByRole('form', { name: 'Bedömning' }), { key: 's', ctrlKey: true });

describe('BEDOM-01 to BEDOM-06 Bedömning', () => {
  it('FORB-44 every function is judged before it is saved; Behov shows the points, LSS Insatser is ticked', async () => {
    const { karna, view, ram } = show();
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /^LSS Insatser/ })).checked).toBe(true);
    expect((screen.getByRole('textbox', { name: /^Datum/ }) as HTMLInputElement).value).toBe('2026-11-13');
    expect(screen.getByText('Karin Ek')).toBeTruthy();
    await choose('Nivå, KOMMUNIKATION', 'Stort stöd');
    expect(screen.getByLabelText('Behov, KOMMUNIKATION').textContent).toBe('2');
    await save();
    const orord = screen.getByRole('combobox', { name: 'Nivå, MALTIDER' });
    await waitFor(() => expect(document.activeElement).toBe(orord));
    expect(orord.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('combobox', { name: 'Nivå, KOMMUNIKATION' }).getAttribute('aria-invalid')).toBe('false');
    expect(karna.list('bedomning')).toHaveLength(0);
    await choose('Nivå, MALTIDER', 'Självständig');
    fireEvent.change(screen.getByRole('textbox', { name: 'Kommentar, MALTIDER' }), { target: { value: 'Äter själv' } });
    await save();
    await waitFor(() => expect(karna.list('bedomning')).toHaveLength(1));
    const sparad = karna.list('bedomning')[0];
    expect(sparad?.data).toMatchObject({ beslutId: testId(220), verkstallighetId: akt.lssInsatser, datum: '2026-11-13' });
    expect(sparad?.data.funktioner).toMatchObject([
      { kod: 'KOMMUNIKATION', niva: 'Stort stöd', poang: 2 },
      { kod: 'MALTIDER', niva: 'Självständig', poang: 0, kommentar: 'Äter själv' },
    ]);
    view.rerender(ram(sparad?.id));
    expect((await screen.findByRole('combobox', { name: 'Nivå, KOMMUNIKATION' })).textContent).toBe('Stort stöd');
  });

  it('what is half-filled is there again after a restart', async () => {
    const { karna, view, ram } = show();
    await choose('Nivå, KOMMUNIKATION', 'Stort stöd');
    view.unmount();
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`bedomning:${akt.person}:${testId(220)}`]));
    render(ram());
    expect((await screen.findByRole('combobox', { name: 'Nivå, KOMMUNIKATION' })).textContent).toBe('Stort stöd');
  });

  it('BEDOM-01 without an open LSS Insatser it says so', async () => {
    show([bifall], [`verkstallighet/${akt.lssInsatser}`]);
    expect(await screen.findByText('LSS Insatser är inte öppen')).toBeTruthy();
  });

  it('BESLUT-DV-04 there is nothing to assess without such a bifall', async () => {
    show([]);
    expect(await screen.findByText('Utredningen har inget bifall på en insats som bedöms.')).toBeTruthy();
  });
});
