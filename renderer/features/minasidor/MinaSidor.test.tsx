// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MinUtredning } from '../../../shared/ipc/views.ts';
import { startCore } from '../../state/core.ts';
import { domOfTests } from '../../testing/dom.ts';
import { scriptedBackend } from '../../testing/scripted-backend.ts';
import { andratText, LagfristChip } from './LagfristChip.tsx';
import { MinaSidor } from './MinaSidor.tsx';

const utredning = (namn: string, dagarKvar: number, lagfrist: string): MinUtredning => ({
  utredningId: `u-${namn}`,
  person: {
    personId: `p-${namn}`,
    namn,
    personnummer: '199904122380',
    nummerSlag: 'personnummer',
    fodelsedatum: '1999-04-12',
    alder: 27,
    skydd: 'ingen',
  },
  etikett: 'LSS Utredning 260915-',
  inkomDatum: '2026-05-20',
  lagfrist,
  dagarKvar,
  andrat: 1,
});

let end: () => void = () => undefined;
let backend: ReturnType<typeof scriptedBackend>;
beforeAll(() => domOfTests());
beforeEach(() => {
  backend = scriptedBackend({
    'mina.utredningar': () => [utredning('Sen, S', 115, '2027-03-15'), utredning('Tidig, T', 0, '2026-11-20')],
    'mina.osignerade': () => [],
  });
  end = startCore(backend);
});
afterEach(() => {
  cleanup();
  end();
});
const show = () =>
  render(
    <FluentProvider>
      <MinaSidor />
    </FluentProvider>,
  );

describe('Mina sidor', () => {
  it('MINA-01 lists the ongoing utredningar, the nearest lagfrist first', async () => {
    show();
    await screen.findByText('Tidig, T');
    const rows = screen.getAllByRole('row').map((row) => row.textContent ?? '');
    expect(rows[1]).toContain('Tidig, T');
    expect(rows[1]).toContain('6 månader idag');
    expect(rows[2]).toContain('2027-03-15 · 115 dgr');
    expect(screen.getByText('Alla dina anteckningar är signerade.')).toBeDefined();
  });
  it('SOK-01 double click and right click → Öppna Utredning open the kund', async () => {
    show();
    const row = (await screen.findByText('Tidig, T')).closest('[role="row"]');
    if (!row) throw new Error('no row');
    fireEvent.doubleClick(row);
    fireEvent.contextMenu(row);
    fireEvent.click(await screen.findByRole('menuitem', { name: /Öppna Utredning/ }));
    const opened = () => backend.calls.filter(({ name }) => name === 'kund.oppna').map(({ input }) => input);
    await waitFor(() => expect(opened()).toEqual([{ personId: 'p-Tidig, T' }, { personId: 'p-Tidig, T' }]));
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
  it('tells what changed since last time', () => {
    expect([0, 1, 2].map(andratText)).toEqual(['Inget nytt', '1 ändring', '2 ändringar']);
  });
});
