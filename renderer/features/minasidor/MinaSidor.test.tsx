// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testAktualisering } from '../../../shared/domain/testing/beslut.ts';
import { akt, type TestRecord, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { domOfTests } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { type Karna, testKarna } from '../../testing/karna.ts';
import { andratText, LagfristChip } from './LagfristChip.tsx';
import { MinaSidor } from './MinaSidor.tsx';

/** An utredning of the user's own, of Linnea, by the day its ansökan came in. */
const utredning = (n: number, typ: string, inkomDatum: string): TestRecord => ({
  type: 'utredning',
  id: testId(n),
  data: { typ, startdatum: inkomDatum, inkomDatum, ansvarigHandlaggareId: testId(1), organisationId: testId(2) },
});

let end: () => void = () => undefined;
let karna: Karna;
beforeAll(() => domOfTests());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  const poster = [
    ...[utredning(23, 'LSS Omprövning', '2026-01-07'), testAktualisering(3, { utredningId: testId(23), slag: 'omprovning' })],
    ...[utredning(21, 'LSS Utredning', '2026-09-15'), testAktualisering(1, { utredningId: testId(21) })],
    ...[utredning(22, 'LSS skälig kostnad', '2026-05-20'), testAktualisering(2, { utredningId: testId(22) })],
  ];
  karna = testKarna(handlaggning(poster, [`utredning/${akt.utredning}`]));
  end = startCore(karna.backend);
});
afterEach(() => {
  cleanup();
  end();
  vi.useRealTimers();
});
const show = () =>
  render(
    <FluentProvider theme={teman.ljust}>
      <MinaSidor renderBevakningar={() => null} renderEansokningar={() => null} renderMeddelanden={() => null} />
    </FluentProvider>,
  );

describe('Mina sidor', () => {
  it('MINA-01 lists the ongoing utredningar, the nearest lagfrist first', async () => {
    show();
    await screen.findByText('LSS skälig kostnad 260520-');
    const rows = screen.getAllByRole('row').map((row) => row.textContent ?? '');
    expect(rows[1]).toContain('LSS skälig kostnad 260520-');
    expect(rows[1]).toContain('6 månader idag');
    expect(rows[2]).toContain('2027-03-15 · 115 dgr');
    expect(rows[3]).toContain('LSS Omprövning 260107-Ingen');
    expect(screen.getByText('Alla dina anteckningar är signerade.')).toBeDefined();
  });
  it('SOK-01 double click and right click → Öppna Utredning open the kund', async () => {
    show();
    const row = (await screen.findByText('LSS skälig kostnad 260520-')).closest('[role="row"]');
    if (!row) throw new Error('no row');
    fireEvent.doubleClick(row);
    fireEvent.contextMenu(row);
    fireEvent.click(await screen.findByRole('menuitem', { name: /Öppna Utredning/ }));
    const opened = () => karna.backend.calls.filter(({ name }) => name === 'kund.oppna').map(({ input }) => input);
    await waitFor(() => expect(opened()).toEqual([{ personId: akt.person }, { personId: akt.person }]));
  });
  it.each([
    [-3, 'passerad 3 dgr'],
    [-1, 'passerad 1 dag'],
    [0, '6 månader idag'],
    [1, '2027-01-01 · 1 dag'],
    [60, '2027-01-01 · 60 dgr'],
  ])('the lagfrist with %i days left says %s', (dagar, text) => {
    render(<LagfristChip lagfrist="2027-01-01" dagarKvar={dagar} />);
    expect(screen.getByText(text)).toBeDefined();
  });
  it('the lagfrist of what answers no ansökan is none', () => {
    render(<LagfristChip />);
    expect(screen.getByText('Ingen')).toBeDefined();
  });
  it('tells what changed since last time', () => {
    expect([0, 1, 2].map(andratText)).toEqual(['Inget nytt', '1 ändring', '2 ändringar']);
  });
  it('FRAGA-62 the systemförvaltare is told who asks the register unusually often, and takes it off the page', async () => {
    cleanup();
    end();
    const akten = handlaggning();
    const notis = { notisId: 'kirNotis:1', namn: 'Per Hallberg', at: '2026-11-20T08:00:00.000Z', minut: 31, dygn: 120 };
    const over = {
      'mina.bevakningar': () => ({ bevakningar: { rader: [], klar: true }, utanAnsvarig: [], kirNotiser: [notis] }),
      'kommando.kor': () => ({ ok: true as const, id: testId(1) }),
    };
    karna = testKarna({ ...akten, actor: { ...akten.actor, roller: ['systemforvaltare'] } }, over);
    end = startCore(karna.backend);
    show();
    expect(await screen.findByText('Per Hallberg har frågat KIR ovanligt många gånger.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Kvittera' }));
    const sent = () => karna.backend.calls.filter(({ name }) => name === 'kommando.kor').map(({ input }) => input);
    await waitFor(() => expect(sent()).toMatchObject([{ name: 'kir.kvittera', input: { notisId: 'kirNotis:1' } }]));
  });
});
