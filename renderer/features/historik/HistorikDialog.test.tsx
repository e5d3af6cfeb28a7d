// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testId } from '../../../shared/domain/testing/state.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { domOfTests } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import type { Script } from '../../testing/scripted-backend.ts';
import { HistorikDialog, type HistorikDialogProps } from './HistorikDialog.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: testNu }));
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const handelse = (n: number, at: string, kommando: string, poster: object[], namn = 'Per Hallberg'): TestRecord =>
  ({ type: 'handelse', id: testId(n), data: { kommando, at, anvandareId: testId(n + 1), namn, poster } }) as TestRecord;
const beslut = (falt: object[], op = 'andrad') => ({ type: 'beslut', id: testId(50), op, falt });

function show(poster: TestRecord[], props: Partial<HistorikDialogProps> = {}, over: Script = {}) {
  const onClose = vi.fn();
  const { backend } = testKarna(handlaggning(poster), over);
  stop = startCore(backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <HistorikDialog personId={akt.person} onClose={onClose} {...props} />
    </FluentProvider>,
  );
  return { onClose, backend };
}
const handelser = () => screen.findAllByRole('article');

describe('Historik', () => {
  it('tells who did what and when, newest first, and each field from what to what', async () => {
    show([
      handelse(
        700,
        '2026-11-18T15:00:00.000Z',
        'utredning.bytHandlaggare',
        [
          {
            type: 'utredning',
            id: akt.utredning,
            op: 'andrad',
            falt: [{ falt: 'organisationId', fran: kat.organisation, till: kat.annanOrganisation }],
          },
        ],
        'Åsa Berg',
      ),
      handelse(710, '2026-11-19T15:41:00.000Z', 'beslut.spara', [beslut([{ falt: 'giltigTom', fran: '2027-11-30', till: '2027-05-31' }])]),
    ]);
    const [forsta, andra] = await handelser();
    expect(forsta?.getAttribute('aria-label')).toBe('Beslut ändrat, Per Hallberg, igår 16:41');
    expect(within(forsta as HTMLElement).getByRole('definition').textContent).toBe('2027-11-30 → 2027-05-31');
    expect(within(forsta as HTMLElement).getByRole('term').textContent).toBe('Slutdatum');
    await waitFor(() => expect(andra?.textContent).toContain('LSS Myndighet → Centrum'));
    expect(within(andra as HTMLElement).getByRole('region', { name: /^Utredning: LSS Utredning 260901-/ })).toBeDefined();
  });

  it('felmarkerat is said in a word, and what is only here too', async () => {
    const av = JSON.stringify({ anvandareId: testId(9), at: '2026-11-20T08:00:00.000Z', namn: 'Per Hallberg', orsak: 'Fel kund' });
    show(
      [handelse(710, '2026-11-20T08:00:00.000Z', 'beslut.felmarkera', [])],
      {},
      {
        'kund.historik': () => [
          {
            id: testId(710),
            at: '2026-11-20T08:00:00.000Z',
            anvandareId: testId(9),
            namn: 'Per Hallberg',
            kommando: 'beslut.felmarkera',
            vad: 'Beslut felmarkerat',
            poster: [
              {
                type: 'beslut',
                id: testId(50),
                op: 'andrad',
                falt: [
                  { falt: 'felmarkerad', till: 'true' },
                  { falt: 'felmarkering', till: av },
                ],
              },
            ],
            osand: true,
          },
        ],
      },
    );
    const [en] = await handelser();
    expect(within(en as HTMLElement).getByText('Beslut felmarkerat')).toBeDefined();
    expect(within(en as HTMLElement).getByText('felmarkerat')).toBeDefined();
    expect(within(en as HTMLElement).getByText('Finns bara här')).toBeDefined();
    expect(en?.textContent).toContain('Orsak Fel kund');
  });

  it('of one record asks for that one, and names it', async () => {
    const { backend } = show([], { id: akt.utredning });
    expect(await screen.findByText('Inget har ändrats sedan historiken började föras.')).toBeDefined();
    expect(
      await screen.findByRole('dialog', { name: /^Historik – LSS Utredning 260901- för Ekström, Linnea Maria 20091231-2386/ }),
    ).toBeDefined();
    expect(backend.calls.find(({ name }) => name === 'kund.historik')?.input).toEqual({ personId: akt.person, id: akt.utredning });
  });

  it('an akt of many years shows the newest, and more when asked', async () => {
    show(
      Array.from({ length: 60 }, (_, n) =>
        handelse(800 + n, `2026-11-01T08:00:${String(n).padStart(2, '0')}.000Z`, `h${n}`, [
          beslut([{ falt: 'niva', till: 'Nivå 1' }], 'ny'),
        ]),
      ),
    );
    expect(await handelser()).toHaveLength(50);
    fireEvent.click(screen.getByRole('button', { name: 'Visa fler (10)' }));
    expect(await handelser()).toHaveLength(60);
    expect(screen.queryByRole('button', { name: /Visa fler/ })).toBeNull();
  });

  it('Esc and Stäng close it', async () => {
    const { onClose } = show([]);
    fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('a failure is told in words, and can be tried again', async () => {
    const { backend } = show([], {}, { 'kund.historik': () => Promise.reject(new Error('nere')) });
    fireEvent.click(await screen.findByRole('button', { name: 'Försök igen' }));
    await waitFor(() => expect(backend.calls.filter(({ name }) => name === 'kund.historik')).toHaveLength(2));
  });
});
