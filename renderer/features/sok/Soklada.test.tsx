// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aktScope } from '../../../shared/domain/scope.ts';
import { testId } from '../../../shared/domain/testing/state.ts';
import type { CallName } from '../../../shared/ipc/contract.ts';
import { teman } from '../../components/theme.ts';
import { startCore } from '../../state/core.ts';
import { saveInstallningar } from '../../state/installningar.ts';
import { listenToKeys } from '../../state/keys.ts';
import { forgetKundvyer } from '../../state/kundvy.ts';
import { useOppna } from '../../state/openKund.ts';
import { closeRegistrera, useRegistrera } from '../../state/registrera.ts';
import { forgetSokning } from '../../state/sokning.ts';
import { useStatus } from '../../state/status.ts';
import { forgetTabs, useTabs } from '../../state/tabs.ts';
import { domOfTests } from '../../testing/dom.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { linnea, linneasAkt } from '../../testing/linnea.ts';
import { vilar } from '../../testing/status.ts';
import { SkalDialog } from './SkalDialog.tsx';
import { Sokflik } from './Sokflik.tsx';
import { Soklada } from './Soklada.tsx';

const hemlig = testId(77);
const hemligPerson = {
  type: 'person' as const,
  id: hemlig,
  scope: aktScope(hemlig),
  data: {
    personnummer: '198505052385',
    nummerSlag: 'personnummer',
    fodelsedatum: '1985-05-05',
    efternamn: 'Ekström',
    fornamn: 'Hemlig',
    kundnummer: '10777',
    skydd: 'skyddadFolkbokforing',
    civilstand: 'Ogift',
    folkbokfordIKommunen: true,
    enheter: ['lss'],
  },
};
const isPerson = ({ type }: TestAkt['records'][number]) => type === 'person';
const linneaPerson = linneasAkt().records.find(({ id }) => id === linnea.person);
/** Linnea and a person with skyddad folkbokföring are all there are, for someone who may read both. */
function tva(actor: Partial<TestAkt['actor']> = {}, persons = [linneaPerson, hemligPerson]): TestAkt {
  const akt = linneasAkt();
  const records = [...akt.records.filter((one) => !isPerson(one)), ...persons.flatMap((one) => one ?? [])];
  return { ...akt, actor: { ...akt.actor, skyddadBehorighet: true, ...actor }, records };
}

let ends: (() => void)[] = [];
beforeAll(() => domOfTests());
beforeEach(() => {
  forgetSokning();
  forgetTabs();
  forgetKundvyer();
  useStatus.setState({ status: null });
  closeRegistrera();
  useOppna.setState({ vantarPaSkal: null, fel: null });
});
afterEach(async () => {
  await saveInstallningar();
  cleanup();
  for (const end of ends) end();
});
function show(akt = tva()) {
  const karna = testKarna(akt);
  ends = [startCore(karna.backend), listenToKeys(window)];
  render(
    <FluentProvider theme={teman.ljust}>
      <Soklada />
      <Sokflik />
      <SkalDialog />
    </FluentProvider>,
  );
  const calls = (name: CallName) => karna.backend.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { karna, calls };
}

const search = (text: string) => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  fireEvent.submit(screen.getByRole('textbox'));
};

describe('the search box', () => {
  it('Ctrl+L comes to it from everywhere', () => {
    show();
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
  it('SOK-08 Enter and the binoculars search', async () => {
    const { calls } = show();
    search('Ekstr*');
    await screen.findByText('Ekström, Linnea Maria');
    const asked = calls('sok.person').length;
    fireEvent.click(screen.getByRole('button', { name: 'Sök (Enter)' }));
    await waitFor(() => expect(calls('sok.person')).toHaveLength(asked + 1));
  });
  it.each([
    ['Ekström', /Ett namn räcker inte/],
    ['a*', /minst två bokstäver/],
    ['E*k', /Stjärnan står först eller sist/],
    ['12345', /hela personnumret/],
    ['', /Skriv ett personnummer/],
  ])('FRAGA-01 "%s" shows its hint', async (text, hint) => {
    show();
    search(text);
    expect(await screen.findByText(hint)).toBeDefined();
  });
  it('FORB-01 says when the hits are of another century', async () => {
    show();
    fireEvent.change(screen.getByRole('combobox', { name: 'Århundrade' }), { target: { value: '20' } });
    search('990412*');
    expect(await screen.findByText('Inga träffar i det valda århundradet.')).toBeDefined();
  });
  it('the hits follow a first fetch: incomplete is said, the marked row stays marked, and the focus with who writes', async () => {
    if (!linneaPerson) throw new Error('no Linnea');
    const { karna } = show(tva({}, []));
    useStatus.setState({ status: { ...vilar, hamtad: null, fas: 'forsta-hamtning' } });
    search('Ekstr*');
    expect(await screen.findByText('Första hämtningen pågår.')).toBeDefined();
    expect(screen.getByText('Ingen kund har hittats än.')).toBeDefined();
    screen.getByRole('textbox').focus();

    karna.pull(linneaPerson);
    expect((await screen.findByText('Ekström, Linnea Maria')).closest('[role="row"]')?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    fireEvent.click(screen.getByText('Ekström, Linnea Maria'));

    karna.pull(hemligPerson);
    act(() => useStatus.setState({ status: vilar }));
    await screen.findByText('Skyddad identitet');
    expect(screen.queryByText('Första hämtningen pågår.')).toBeNull();
    expect(screen.getByText('Ekström, Linnea Maria').closest('[role="row"]')?.getAttribute('aria-selected')).toBe('true');

    // The marked person is gone from the hits: nobody else is opened in their place.
    karna.pull({ type: 'person', id: linnea.person, data: { efternamn: 'Sjö' } });
    await waitFor(() => expect(screen.queryByText('Ekström, Linnea Maria')).toBeNull());
    expect(screen.getByRole('button', { name: 'OK' }).getAttribute('aria-disabled')).toBe('true');
  });
  it('REG-02 whoever is not among the hits of a name can be registered from the list', async () => {
    show();
    search('Ekström Linnea');
    expect(await screen.findByText('Finns kunden inte i listan?')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Ny' }));
    expect(useRegistrera.getState().oppen).toEqual({ start: 'ny', sokt: 'Ekström Linnea' });
    fireEvent.click(screen.getByRole('button', { name: 'Sök KIR' }));
    expect(useRegistrera.getState().oppen).toEqual({ start: 'kir', sokt: 'Ekström Linnea' });
  });
  it('REG-02 nobody is registered beside the hit of a whole number, unless it is of another century', async () => {
    show();
    search('9904122380');
    await screen.findByText('Ekström, Linnea Maria');
    expect(screen.queryByRole('button', { name: 'Sök KIR' })).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: 'Århundrade' }), { target: { value: '20' } });
    search('9904122380');
    expect(await screen.findByRole('button', { name: 'Sök KIR' })).toBeDefined();
  });
  it('a utförare, who registers nobody, is not asked to', async () => {
    show(tva({ roller: ['utforare'], utforareId: linnea.utforare }));
    search('Ekström Linnea');
    await screen.findByText('Ekström, Linnea Maria');
    expect(screen.queryByText('Finns kunden inte i listan?')).toBeNull();
  });
  it('a person with skyddad folkbokföring is a masked row', async () => {
    show();
    search('Ekstr*');
    const row = (await screen.findByText('Skyddad identitet')).closest('[role="row"]');
    expect(row?.textContent).toContain('••••••••-••••');
    expect(row?.textContent).not.toContain('1985');
    expect(screen.queryByText('Ekström, Hemlig')).toBeNull();
  });
  it('SOK-08 the hits take the focus, but not from who has begun on the next search', async () => {
    show();
    search('Ekstr*');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
    screen.getByRole('textbox').focus();
    search('Eks*');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Ni' } });
    await screen.findByText(/på ”Eks\*”/);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
  it('the mark of sekretess is told in words', async () => {
    show();
    search('Ekstr*');
    expect(await screen.findByRole('img', { name: 'Sekretessmarkering' })).toBeDefined();
  });
  it('FRAGA-62 the reason must be a reason, and is sent with the opening', async () => {
    const { calls } = show();
    search('Ekstr*');
    fireEvent.doubleClick(await screen.findByText('Skyddad identitet'));
    const field = await screen.findByLabelText(/Skäl för att öppna akten/);
    fireEvent.change(field, { target: { value: ' x ' } });
    fireEvent.submit(field);
    expect(await screen.findByText(/minst 3 tecken/)).toBeDefined();
    expect(calls('kund.oppna')).toEqual([{ personId: hemlig }]);
    expect(useTabs.getState().tabs).not.toContainEqual(expect.objectContaining({ personId: hemlig }));
    fireEvent.change(field, { target: { value: 'Handlägger ansökan' } });
    fireEvent.submit(field);
    await waitFor(() => expect(useTabs.getState().tabs).toContainEqual(expect.objectContaining({ personId: hemlig })));
    expect(calls('kund.oppna').at(-1)).toEqual({ personId: hemlig, skal: 'Handlägger ansökan' });
  });
});
