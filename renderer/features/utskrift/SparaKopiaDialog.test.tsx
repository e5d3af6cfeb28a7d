// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { akt, type TestRecord, testId, testAkt as testPoster } from '../../../shared/domain/testing/state.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { forgetInstallningar } from '../../state/installningar.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { CallFailure } from '../../testing/scripted-backend.ts';
import { SparaKopiaDialog } from './SparaKopiaDialog.tsx';

const utlatande = {
  id: testId(900),
  data: {
    ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', knytsTill: { type: 'utredning' as const, id: akt.utredning } },
    ...{
      sha256: 'a'.repeat(64),
      storlek: 1,
      sidor: 1,
      skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-03T09:00:00.000Z' },
    },
  },
};
let stop = () => {};
beforeAll(domOfTests);
beforeEach(() => setFonster(1366, 768));
afterEach(() => {
  cleanup();
  stop();
  forgetInstallningar();
});

const person = testPoster().find(({ id }) => id === akt.person)?.data;
function show(skydd: 'ingen' | 'sekretessmarkering', saved: (input: CallInput<'dokument.sparaKopia'>) => { fil: string }) {
  const kunden = { type: 'person', id: akt.person, data: { ...person, skydd } } as TestRecord;
  stop = startCore(testKarna(handlaggning([kunden]), { 'dokument.sparaKopia': saved }).backend);
  render(
    <FluentProvider theme={teman.ljust}>
      <SparaKopiaDialog personId={akt.person} dokument={utlatande} onClose={vi.fn()} />
    </FluentProvider>,
  );
}
const spara = () => fireEvent.click(screen.getByRole('button', { name: 'Spara kopian' }));
const kryssa = (namn: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name: namn }));

it('FORB-49 a copy outside the program is saved when the user has said so, and where it lies is told', async () => {
  const saved = vi.fn((_: CallInput<'dokument.sparaKopia'>) => ({ fil: 'E:\\Utlåtande.pdf' }));
  show('ingen', saved);
  fireEvent.change(await screen.findByRole('textbox', { name: /^Mapp/ }), { target: { value: ' E:\\ ' } });
  spara();
  expect(screen.getByText('Kryssa för innan kopian sparas.')).toBeTruthy();
  expect(saved).not.toHaveBeenCalled();
  kryssa(/^Jag behöver kopian/);
  spara();
  expect(await screen.findByText('E:\\Utlåtande.pdf')).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stäng' })));
  expect(saved.mock.calls[0]?.[0]).toEqual({
    ...{ kalla: { slag: 'dokument', id: testId(900) }, titel: 'Utlåtande', kontrollerad: false, mapp: 'E:\\' },
  });
});

it('FRAGA-62 of a protected person once the user has looked whose it is', async () => {
  const saved = vi.fn((_: CallInput<'dokument.sparaKopia'>) => ({ fil: 'x' }));
  show('sekretessmarkering', saved);
  fireEvent.change(await screen.findByRole('textbox', { name: /^Mapp/ }), { target: { value: 'E:\\' } });
  kryssa(/^Jag behöver kopian/);
  spara();
  expect(saved).not.toHaveBeenCalled();
  kryssa(/^Kunden har skyddade/);
  spara();
  await vi.waitFor(() => expect(saved.mock.calls[0]?.[0].kontrollerad).toBe(true));
});

it('what went wrong is said, and the folder is still there', async () => {
  show('ingen', () => {
    throw new CallFailure({ code: 'kopian-skrevs-inte' });
  });
  fireEvent.change(await screen.findByRole('textbox', { name: /^Mapp/ }), { target: { value: 'E:\\' } });
  kryssa(/^Jag behöver kopian/);
  spara();
  expect(await screen.findByText('Kopian gick inte att skriva.')).toBeTruthy();
  expect((screen.getByRole('textbox', { name: /^Mapp/ }) as HTMLInputElement).value).toBe('E:\\');
});
