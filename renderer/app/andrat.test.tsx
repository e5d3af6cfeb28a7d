// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { akt, type TestRecord, testId } from '../../shared/domain/testing/state.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import { teman } from '../components/theme.ts';
import { AndratChip } from '../features/kund/AndratChip.tsx';
import { Andrat } from '../features/minasidor/Andrat.tsx';
import { closeArendedialog } from '../state/arendedialog.ts';
import { startCore } from '../state/core.ts';
import { useTabs } from '../state/tabs.ts';
import { domOfTests } from '../testing/dom.ts';
import { handlaggning, testNu } from '../testing/handlaggning.ts';
import { testKarna } from '../testing/karna.ts';
import { CallFailure, type Script } from '../testing/scripted-backend.ts';
import { Arendedialoger } from './Arendedialoger.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  closeArendedialog();
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const gjort = (n: number, namn = 'Per Hallberg'): TestRecord =>
  ({
    ...{ type: 'handelse', id: testId(n) },
    data: {
      ...{ kommando: 'beslut.spara', at: `2026-11-20T0${n % 10}:41:00.000Z`, anvandareId: testId(n + 1), namn },
      poster: [{ type: 'beslut', id: testId(50), op: 'andrad', falt: [{ falt: 'giltigTom', fran: '2027-11-30', till: '2027-05-31' }] }],
    },
  }) as TestRecord;

function show(script: Script = {}) {
  const karna = testKarna(handlaggning([]), script);
  stop = startCore(karna.backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <AndratChip personId={akt.person} />
      <Andrat className="" />
      <Arendedialoger personId={akt.person} />
    </FluentProvider>,
  );
  return karna;
}
const panel = () => screen.findByRole('region', { name: 'Ändrat sedan du tittade' });
const ingenPanel = () => waitFor(() => expect(screen.queryByRole('region', { name: 'Ändrat sedan du tittade' })).toBeNull());

it('MINA-01 what a colleague did comes onto the page, opens the kund with what it was, and is then seen', async () => {
  const karna = show();
  expect(screen.queryByRole('region')).toBeNull();
  act(() => karna.pull(gjort(701), gjort(702, 'Åsa Lind')));
  const lista = await panel();
  expect(within(lista).getByText('1 kund')).toBeDefined();
  expect(
    within(lista)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringMatching(/Ekström.*Beslut ändratÅsa Lind$/), expect.stringContaining('Per Hallberg')]);
  fireEvent.doubleClick(within(lista).getByText('Åsa Lind'));
  const dialog = await screen.findByRole('dialog', { name: /^Ändrat sedan du tittade för Ekström/ });
  expect(await within(dialog).findAllByRole('article')).toHaveLength(2);
  expect(within(dialog).getAllByRole('definition')[0]?.textContent).toBe('2027-11-30 → 2027-05-31');
  expect(useTabs.getState().tabs.some((tab) => tab.slag === 'kund' && tab.personId === akt.person)).toBe(true);
  await ingenPanel();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Stäng' }));
  fireEvent.click(await screen.findByRole('button', { name: '2 ändringar sedan du tittade' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Markera som sett' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /sedan du tittade/ })).toBeNull());
});

it('is said to be seen from the list, all of it or one kund', async () => {
  const karna = show();
  act(() => karna.pull(gjort(701)));
  fireEvent.click(within(await panel()).getByRole('button', { name: 'Markera allt som sett' }));
  await ingenPanel();
  act(() => karna.pull(gjort(703)));
  fireEvent.contextMenu(within(await panel()).getByText('Per Hallberg'));
  fireEvent.click(await screen.findByRole('menuitem', { name: /Markera kunden som sedd/ }));
  await ingenPanel();
  expect(
    karna.accessLog().filter(({ action }) => action === 'oppnad'),
    'nothing was opened for it',
  ).toHaveLength(1);
});

it('that it could not be noted is said, and the rows stay', async () => {
  const karna = show({
    'mina.andratSett': () => {
      throw new CallFailure({ code: 'karnan-stoppad' });
    },
  });
  act(() => karna.pull(gjort(701)));
  const lista = await panel();
  fireEvent.click(within(lista).getByRole('button', { name: 'Markera allt som sett' }));
  expect(await within(lista).findByText(ordForFel('karnan-stoppad').vad)).toBeDefined();
  expect(within(lista).getByText('Per Hallberg')).toBeDefined();
});
