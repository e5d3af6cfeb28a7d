// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testAktualisering } from '../../../shared/domain/testing/aktualisering.ts';
import { fristregler } from '../../../shared/domain/testing/fristregler.ts';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testActor, testAkt, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { domOfTests } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { EnhetenFlik } from './EnhetenFlik.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: testNu }));
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const eva = testId(801);
const evasAnstallning = { titel: 'LSS-handläggare', roller: ['lssHandlaggare'], enheter: ['lss'], skyddadBehorighet: true, aktiv: true };
const anstalld = (over: object = {}): TestRecord =>
  ({
    ...{ type: 'anvandare', id: eva },
    data: { namn: 'Eva Lund', organisationId: kat.organisation, funktionId: kat.utforare.funktion5, ...evasAnstallning, ...over },
  }) as TestRecord;
const [ansokan, bevakning] = [testId(301), testId(302)];
/** Karin's function has it. */
const lssInsatser = (): TestRecord[] =>
  testAkt().flatMap((one) =>
    one.id === akt.lssInsatser ? [{ ...one, data: { ...one.data, utforareId: kat.utforare.funktion3 } } as TestRecord] : [],
  );
const mer = (over: object = {}): TestRecord[] => [
  ...lssInsatser(),
  anstalld(over),
  { type: 'aktualisering', id: ansokan, data: testAktualisering({ datum: '2026-11-10' }) } as TestRecord,
  {
    ...{ type: 'bevakning', id: bevakning },
    data: {
      ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Följ upp', text: 'Ring.', bevakasAvId: kat.utforare.funktion3 },
      ...{ ref: { type: 'person', id: akt.person }, skapad: { anvandareId: eva, namn: 'Eva Lund', at: '2026-11-01T08:00:00.000Z' } },
    },
  } as TestRecord,
];
function show(over: object = {}, fler: TestRecord[] = []) {
  const chef = testActor({ id: kat.enhetschef, namn: 'Ulla Ström', titel: 'Enhetschef', roller: ['enhetschef'], funktionId: undefined });
  const karna = testKarna({ ...handlaggning([...mer(over), ...fler]), actor: chef });
  stop = startCore(karna.backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <EnhetenFlik />
    </FluentProvider>,
  );
  return karna;
}
const hos = async (namn: string) => {
  const tabell = await screen.findByRole('grid', { name: 'Handläggare i enheten' });
  const rad = await within(tabell).findByText(namn);
  // The list takes the focus when it is shown, and with it the first row is marked.
  await waitFor(() => expect(tabell.querySelector('[aria-selected="true"]')).not.toBeNull());
  fireEvent.click(rad);
  return screen.findByRole('region', { name: `Hos ${namn}` });
};
/** Ticks all, and asks for the dialog. */
const lamna = async (lista: HTMLElement) => {
  fireEvent.click(await within(lista).findByRole('button', { name: 'Markera alla' }));
  fireEvent.click(within(lista).getByRole('button', { name: 'Lämna över…' }));
  return screen.findByRole('dialog');
};
const till = async (dialog: HTMLElement, namn: string) => {
  fireEvent.click(within(dialog).getByRole('combobox', { name: 'Lämna över till' }));
  fireEvent.click(await screen.findByRole('option', { name: namn }));
  fireEvent.click(within(dialog).getByRole('button', { name: 'Lämna över' }));
};

describe('ROLL-10 the unit', () => {
  it('all that a colleague has goes to another in one go, each with its receipt', async () => {
    const karna = show();
    const lista = await hos('Karin Ek');
    await waitFor(() => expect(within(lista).getAllByRole('row')).toHaveLength(5));
    const dialog = await lamna(lista);
    expect(within(dialog).getByRole('heading').textContent).toBe('Lämna över 4 poster från Karin Ek');
    await till(dialog, 'Eva Lund');
    expect(await within(dialog).findByText('Alla 4 är köade till Eva Lund: sparat på den här datorn, skickas till servern.')).toBeDefined();
    expect(within(dialog).getAllByLabelText('Köad')).toHaveLength(4);
    expect(karna.get('utredning', akt.utredning)?.ansvarigHandlaggareId).toBe(eva);
    expect(karna.get('aktualisering', ansokan)).toMatchObject({ ansvarigHandlaggareId: eva, typ: testAktualisering({}).typ });
    expect(karna.get('verkstallighet', akt.lssInsatser)?.utforareId).toBe(kat.utforare.funktion5);
    expect(karna.get('bevakning', bevakning)?.bevakasAvId).toBe(kat.utforare.funktion5);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Stäng' }));
    expect(await within(lista).findByText(/^Inget som kan lämnas över/)).toBeDefined();
    const evas = await hos('Eva Lund');
    await waitFor(() => expect(within(evas).getAllByRole('row')).toHaveLength(5));
  });

  it('a computed bevakning is there, follows what it is about, and is neither ticked nor handed over', async () => {
    show({}, fristregler());
    const lista = await hos('Karin Ek');
    const beraknade = await within(lista).findAllByText(/^Beräknad bevakning: .* Följer .*\.$/);
    const rad = beraknade[0]?.closest('[role=row]') as HTMLElement;
    const alla = within(lista).getAllByRole('row').length - 1;
    expect(
      within(lista).getByText(`${alla} poster, varav ${beraknade.length} ${beraknade.length === 1 ? 'beräknad' : 'beräknade'}`),
    ).toBeDefined();
    fireEvent.click(rad);
    expect(within(lista).getByRole('button', { name: 'Lämna över…' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.keyDown(rad, { key: ' ' });
    fireEvent.click(rad, { ctrlKey: true });
    expect(within(lista).queryByLabelText('Vald')).toBeNull();
    fireEvent.contextMenu(rad);
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).not.toContain('Lämna över…');
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    const dialog = await lamna(lista);
    expect(within(dialog).getByRole('heading').textContent).toBe('Lämna över 4 poster från Karin Ek');
  });

  it('what a colleague changed meanwhile is refused by itself, and the rest goes', async () => {
    const karna = show();
    const lista = await hos('Karin Ek');
    await waitFor(() => expect(within(lista).getAllByRole('row')).toHaveLength(5));
    const dialog = await lamna(lista);
    act(() => karna.pull({ type: 'utredning', id: akt.utredning, data: { ansvarigHandlaggareId: kat.enhetschef } }));
    await till(dialog, 'Eva Lund');
    expect(await within(dialog).findByText(/^3 av 4 är köade till Eva Lund/)).toBeDefined();
    expect(within(dialog).getAllByLabelText('Gick inte')).toHaveLength(1);
    const [forst] = within(within(dialog).getByRole('list', { name: 'Kvitton' })).getAllByRole('listitem');
    expect(within(forst as HTMLElement).queryByLabelText('Gick inte'), 'what did not go stands first').not.toBeNull();
    expect(karna.get('utredning', akt.utredning)?.ansvarigHandlaggareId).toBe(kat.enhetschef);
  });

  it('LSS Insatser is a function’s: one who has none gets the rest, and it is said why', async () => {
    const karna = show({ funktionId: undefined });
    const lista = await hos('Karin Ek');
    await waitFor(() => expect(within(lista).getAllByRole('row')).toHaveLength(5));
    const dialog = await lamna(lista);
    await till(dialog, 'Eva Lund');
    expect(await within(dialog).findByText(/LSS Insatser ligger hos en funktion, och den du valde har ingen/)).toBeDefined();
    expect(karna.get('verkstallighet', akt.lssInsatser)?.utforareId).not.toBe(kat.utforare.funktion5);
    expect(karna.get('bevakning', bevakning)?.bevakasAvId).toBe(eva);
  });
});
