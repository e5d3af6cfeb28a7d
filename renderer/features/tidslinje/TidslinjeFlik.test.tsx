// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testId, testVerkstallighet } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetInstallningar, saveInstallningar } from '../../state/installningar.ts';
import { forgetKundvyer, getKundvy } from '../../state/kundvy.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { TidslinjeFlik } from './TidslinjeFlik.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  setFonster(1366, 768);
  forgetKundvyer();
  forgetInstallningar();
});
afterEach(async () => {
  // What waits to be written belongs to this test's replica.
  await saveInstallningar();
  cleanup();
  stop();
  vi.useRealTimers();
});

const beslut = (n: number, data: object): TestRecord =>
  ({
    type: 'beslut',
    id: testId(n),
    data: {
      utredningId: akt.utredning,
      insatsId: kat.insats.kontaktperson,
      beslutskod: 'KOD',
      beslutsnamn: 'LSS Kontaktperson Bifall',
      utfall: 'bifall',
      insatskategori: 'Rekrytering LSS-insatser',
      beslutsdatum: '2024-02-28',
      giltigFran: '2024-03-01',
      ...data,
    },
  }) as TestRecord;
const verkstallighet = (n: number, data: object): TestRecord => ({
  type: 'verkstallighet',
  id: testId(n),
  data: testVerkstallighet({ utforareId: kat.utforare.rekrytering, organisationId: kat.annanOrganisation, ...data }),
});
const poster = [
  beslut(50, {}),
  verkstallighet(70, { insatskategori: 'Rekrytering LSS-insatser', startdatum: '2024-03-15', beslutId: testId(50) }),
  beslut(51, { insatskategori: 'Korttid LSS', beslutsdatum: '2016-08-01', giltigFran: '2016-09-01', giltigTom: '2017-06-30' }),
  beslut(52, { insatskategori: 'LSS Insatser', utfall: 'avslag', beslutsdatum: '2023-04-12', giltigFran: '2023-04-12' }),
];

function show(records: TestRecord[] = poster) {
  const karna = testKarna(handlaggning(records, [`verkstallighet/${akt.verkstallighet}`]));
  const { backend } = karna;
  stop = startCore(backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <TidslinjeFlik personId={akt.person} />
    </FluentProvider>,
  );
  return { karna, backend };
}
const grid = () => screen.findByRole('grid', { name: 'Tidslinje' });
const rader = async () =>
  within(await grid())
    .getAllByRole('row')
    .slice(1);
const namn = async () => (await rader()).map((rad) => within(rad).getAllByRole('gridcell')[0]?.getAttribute('aria-label'));

describe('Tidslinje', () => {
  it('TRAD-05 VERK-09 a row for each beslut, what carries it out below it, and what the bars tell in words', async () => {
    show();
    expect(await namn()).toEqual([
      'Rekrytering LSS-insatser, Kontaktperson 240228, beslut löper',
      'Verkställighet 240315- – Lss, Rekryteringshandläggare, pågående',
      'LSS Insatser, Avslag Kontaktperson 230412, avslutad',
      'Korttid LSS, Kontaktperson 160801, avslutad',
    ]);
    const staplar = (await rader()).map((rad) => within(rad).getAllByRole('gridcell')[1]);
    expect(staplar.map((cell) => cell?.getAttribute('aria-label'))).toEqual([
      'beslutad, 2024-03-01 – tills vidare',
      'verkställd, 2024-03-15 – tills vidare',
      'avslag 2023-04-12',
      'beslutad, 2016-09-01 – 2017-06-30, t.o.m. 2017-06-30',
    ]);
    // What lies before the window says so; the words stand on the bars, and no colour alone.
    expect(staplar[3]?.textContent).toBe('◀ före 2021');
    expect(staplar[0]?.querySelector('text')?.textContent).toBe('tills vidare');
    expect(screen.getByText(/Röd linje = idag 2026-11-20/)).toBeDefined();
  });

  it('is walked by the arrows; space marks the node of the rubrikträd, and a click does', async () => {
    show();
    const [forsta, andra] = await rader();
    if (!forsta || !andra) throw new Error('no rows');
    expect([forsta.tabIndex, andra.tabIndex]).toEqual([0, -1]);
    act(() => forsta.focus());
    fireEvent.keyDown(forsta, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(andra);
    expect(getKundvy(akt.person)?.vald ?? null).toBeNull();
    fireEvent.keyDown(andra, { key: ' ' });
    expect(getKundvy(akt.person)?.vald).toBe(`verkstallighet/${testId(70)}`);
    expect(getKundvy(akt.person)?.yta).toBeNull();
    expect(andra.getAttribute('aria-selected')).toBe('true');
    fireEvent.click(forsta);
    expect(getKundvy(akt.person)?.vald).toBe(`beslut/${testId(50)}`);
    fireEvent.keyDown(forsta, { key: 'End' });
    expect((document.activeElement as HTMLElement).getAttribute('data-rad')).toBe('3');
  });

  it('VERK-09 Enter and a double click open what the row is of, and mark it', async () => {
    const order = (n: number, beslutId: string): TestRecord => ({
      type: 'bestallning',
      id: testId(n),
      data: { beslutId, bestalltDatum: '2026-11-12', gallerFran: '2026-12-01', utforareId: kat.utforare.rekrytering, insatser: [] },
    });
    show([...poster, order(80, testId(50)), beslut(53, { utredningId: testId(99), insatskategori: 'Annan', beslutsdatum: '2015-01-01' })]);
    const oppnad = async (namn: RegExp, run: (rad: HTMLElement) => void) => {
      const rad = (await rader()).find((one) => namn.test(within(one).getAllByRole('gridcell')[0]?.getAttribute('aria-label') ?? ''));
      if (!rad) throw new Error(`no row ${namn}`);
      act(() => run(rad));
      return getKundvy(akt.person)?.yta;
    };
    const enter = (rad: HTMLElement) => fireEvent.keyDown(rad, { key: 'Enter' });
    expect(await oppnad(/^Verkställighet/, enter)).toEqual({ slag: 'verkstallighet', id: testId(70) });
    expect(getKundvy(akt.person)?.vald).toBe(`verkstallighet/${testId(70)}`);
    const utredningen = { slag: 'utredning', id: akt.utredning };
    expect(await oppnad(/Kontaktperson 240228/, (rad) => fireEvent.doubleClick(rad))).toEqual({
      ...utredningen,
      ...{ flik: 'beslut', beslutId: testId(50) },
    });
    const bestallningen = { ...utredningen, flik: 'bestallning', beslutId: testId(50), bestallningId: testId(80) };
    expect(await oppnad(/^Beställning/, enter)).toEqual(bestallningen);
    // Of an utredning that the user may not read: marked only.
    expect(await oppnad(/^Annan/, enter)).toEqual(bestallningen);
    expect(getKundvy(akt.person)?.vald).toBe(`beslut/${testId(53)}`);
  });

  it('goes back and forth in time by button and by key, in years and in quarters, and back to today', async () => {
    show();
    const period = async () => (await screen.findByRole('status')).textContent;
    expect(await period()).toBe('2021–2027');
    fireEvent.click(screen.getByRole('button', { name: 'Ett år bakåt' }));
    const [rad] = await rader();
    if (!rad) throw new Error('no rows');
    fireEvent.keyDown(rad, { key: 'ArrowLeft' });
    expect(await period()).toBe('2019–2025');
    expect(document.querySelector('[data-idag]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Idag' }));
    expect(await period()).toBe('2021–2027');
    expect(document.querySelector('[data-idag]')).not.toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: 'Kvartal' }));
    expect(await period()).toBe('Kv 1 2026 – Kv 4 2027');
    fireEvent.click(screen.getByRole('button', { name: 'Ett kvartal framåt' }));
    expect(await period()).toBe('Kv 2 2026 – Kv 1 2028');
  });

  it('Visa avslutade leaves out what has ended', async () => {
    show();
    await grid();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Visa avslutade' }));
    expect(await namn()).toHaveLength(2);
  });

  it('when all has ended it says so, and the ended can be shown from there', async () => {
    show([beslut(50, { giltigTom: '2025-12-31' })]);
    await grid();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Visa avslutade' }));
    expect(await screen.findByText('Allt är avslutat.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Visa avslutade' }));
    expect(await namn()).toHaveLength(1);
  });

  it('an ended beslut stays above a verkställighet that goes on', async () => {
    show([beslut(50, { giltigTom: '2025-12-31' }), verkstallighet(70, { startdatum: '2024-03-15', beslutId: testId(50) })]);
    await grid();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Visa avslutade' }));
    expect(await namn()).toEqual([
      'Rekrytering LSS-insatser, Kontaktperson 240228, avslutad',
      'Verkställighet 240315- – Lss, Rekryteringshandläggare, pågående',
    ]);
  });

  it('Som tabell has each period with its days, in a grid that is walked by keys and marks the same node', async () => {
    show();
    await grid();
    fireEvent.click(screen.getByRole('button', { name: 'Som tabell' }));
    const tabell = await screen.findByRole('grid', { name: 'Tidslinje som tabell' });
    expect(
      within(tabell)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent?.trim()),
    ).toEqual(['Insatskategori', 'Vad', 'Slag', 'Läge', 'Från', 'Till', 'Omfattning', 'Status', 'Organisation']);
    const alla = within(tabell).getAllByRole('row').slice(1);
    expect(
      alla.map((rad) =>
        within(rad)
          .getAllByRole('gridcell')
          .map(({ textContent }) => textContent),
      )[1],
    ).toEqual([
      'Rekrytering LSS-insatser',
      'Verkställighet 240315- – Lss, Rekryteringshandläggare',
      'Verkställighet',
      'verkställd',
      '2024-03-15',
      'tills vidare',
      '',
      'pågående',
      'Centrum',
    ]);
    act(() => alla[1]?.focus());
    expect(getKundvy(akt.person)?.vald).toBe(`verkstallighet/${testId(70)}`);
    fireEvent.click(screen.getByRole('button', { name: 'Som tabell' }));
    expect((await rader())[1]?.getAttribute('aria-selected')).toBe('true');
  });

  it('a draft of a beslut stands first, dashed, and opens in its form', async () => {
    const { karna } = show();
    const kort = { insatsId: kat.insats.kontaktperson, utfall: 'bifall', beslutsdatum: '261120', giltigFran: '1/12', giltigTom: '' };
    await karna.backend.call('utkast.spara', {
      nyckel: `beslut:${akt.person}:${akt.utredning}`,
      personId: akt.person,
      titel: 'Beslut',
      data: { kort: [kort] },
    });
    await karna.backend.call('utkast.spara', {
      nyckel: `beslut:${testId(11)}:${akt.utredning}`,
      personId: testId(11),
      titel: 'Beslut',
      data: { kort },
    });
    cleanup();
    render(
      <FluentProvider theme={teman.ljust}>
        <TidslinjeFlik personId={akt.person} />
      </FluentProvider>,
    );
    const rad = (await screen.findByText('Kontaktperson 261120 (utkast)')).closest<HTMLElement>('[role="row"]');
    if (!rad) throw new Error('no row');
    expect((await rader()).indexOf(rad)).toBe(0);
    expect(await rader()).toHaveLength(5);
    expect(within(rad).getAllByRole('gridcell')[1]?.getAttribute('aria-label')).toBe('utkast, 2026-12-01 – tills vidare');
    fireEvent.keyDown(rad, { key: 'Enter' });
    await waitFor(() => expect(getKundvy(akt.person)?.yta).toEqual({ slag: 'utredning', id: akt.utredning, flik: 'beslut', ny: true }));
  });

  it('at 200 % it has fewer columns and the same rows', async () => {
    setFonster(683, 384);
    show();
    expect((await screen.findByRole('status')).textContent).toBe('2024–2027');
    expect(await rader()).toHaveLength(4);
  });

  it('a kund without insatser is told so', async () => {
    show([]);
    expect(await screen.findByText('Inga beslut eller verkställigheter.')).toBeDefined();
  });
});
