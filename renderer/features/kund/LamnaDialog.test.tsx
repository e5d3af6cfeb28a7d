// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fattat } from '../../../shared/domain/testing/beslut.ts';
import { akt, type TestRecord, testAnteckning, testId, testAkt as testPoster } from '../../../shared/domain/testing/state.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { LamnaDialog } from './LamnaDialog.tsx';

let stop = () => {};
beforeAll(domOfTests);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  setFonster(1366, 768);
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const ord = 'Behöver stöd vid måltider.';
const by = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' };
const note = (over: object = {}): TestRecord => ({
  type: 'anteckning',
  id: testId(70),
  data: testAnteckning({ enhet: 'lss', signerad: by, text: fromPlainText(ord), ...over }),
});
const enheter: TestRecord = {
  type: 'vardelista',
  id: testId(605),
  data: { lista: 'enhet', varden: ['lss', 'bistand'].map((kod) => ({ namn: kod.toUpperCase(), kod, synlighet: 'kommunen' as const })) },
};
const person = testPoster().find(({ id }) => id === akt.person)?.data;

function show(objekt: string, text = note()) {
  const kunden = { type: 'person', id: akt.person, data: { ...person, enheter: ['lss', 'bistand'] } } as TestRecord;
  const karna = testKarna(handlaggning([kunden, enheter, text, fattat(1, { enhet: 'lss' })]));
  stop = startCore(karna.backend);
  const onClose = vi.fn();
  render(
    <FluentProvider theme={teman.ljust}>
      <LamnaDialog personId={akt.person} objekt={objekt} onClose={onClose} />
    </FluentProvider>,
  );
  return { karna, onClose };
}
const texten = `${akt.utredning}:${testId(70)}`;
const spara = async () => fireEvent.click(await screen.findByRole('button', { name: 'Ja, lämna till BISTAND' }));
async function fyllI(): Promise<void> {
  fireEvent.click(await screen.findByRole('combobox', { name: /^Grund/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'Kundens samtycke' }));
  fireEvent.change(await screen.findByRole('textbox', { name: /^Skäl/ }), { target: { value: ' Behövs hos er ' } });
}

describe('OSL 10:1 26:1 Lämna till annan enhet', () => {
  it('shows exactly what is handed over, and hands over that and no other', async () => {
    const { karna, onClose } = show(texten);
    expect(within(await screen.findByRole('region', { name: 'Det som lämnas' })).getByText(ord)).toBeTruthy();
    await fyllI();
    await spara();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(karna.list('mottagen').map(({ data }) => data)).toMatchObject([
      { enhet: 'bistand', franEnhet: 'lss', grund: 'Kundens samtycke', skal: 'Behövs hos er', innehall: { text: fromPlainText(ord) } },
    ]);
    expect(karna.utkast.size).toBe(0);
  });

  it('a beslut', async () => {
    const { karna, onClose } = show(testId(201));
    expect(within(await screen.findByRole('region', { name: 'Det som lämnas' })).getByText('LSS Kontaktperson Bifall')).toBeTruthy();
    await fyllI();
    await spara();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(karna.list('utlamning')[0]?.data.ref).toEqual({ type: 'beslut', id: testId(201) });
  });

  it('says what is missing at its field and sends nothing; what was typed is a draft', async () => {
    const { karna } = show(texten);
    await spara();
    expect(await screen.findByText(/Välj vad som ger rätt att lämna den/)).toBeTruthy();
    expect(screen.getByText(/Skriv varför den lämnas/)).toBeTruthy();
    expect(karna.list('utlamning')).toEqual([]);
    await fyllI();
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`lamna:${akt.person}:${texten}`]));
  });

  it('FRAGA-61 what is felmarkerat meanwhile is not handed over', async () => {
    const { karna, onClose } = show(texten);
    await fyllI();
    karna.pull(note({ felmarkerad: { ...by, orsak: 'Fel kund' } }) as never);
    expect(await screen.findByText(/felmarkerat och kan inte lämnas/)).toBeTruthy();
    await spara();
    await waitFor(() => expect(screen.getAllByText(/felmarkerat och kan inte lämnas/).length).toBeGreaterThan(1));
    expect(karna.list('utlamning')).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });
});
