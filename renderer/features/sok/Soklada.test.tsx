// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Roll } from '../../../shared/domain/katalog/records.ts';
import { tolkaSokning } from '../../../shared/domain/sok/sokfraga.ts';
import type { PersonRad, SessionVy } from '../../../shared/ipc/views.ts';
import { startCore } from '../../state/core.ts';
import { listenToKeys } from '../../state/keys.ts';
import { useOppna } from '../../state/oppna.ts';
import { stangRegistrera, useRegistrera } from '../../state/registrera.ts';
import { useSession } from '../../state/session.ts';
import { glomSokning } from '../../state/sokning.ts';
import { useStatus } from '../../state/status.ts';
import { domOfTests } from '../../testing/dom.ts';
import { scriptedBackend } from '../../testing/scripted-backend.ts';
import { vilar } from '../../testing/status.ts';
import { SkalDialog } from './SkalDialog.tsx';
import { Sokflik } from './Sokflik.tsx';
import { Soklada } from './Soklada.tsx';

const person = (personId: string, namn: string, skydd: PersonRad['skydd'] = 'ingen'): PersonRad => ({
  personId,
  namn,
  personnummer: '199904122380',
  nummerSlag: 'personnummer',
  fodelsedatum: '1999-04-12',
  alder: 27,
  skydd,
});
const twoPersons = [person('a', 'Ekström, Linnea', 'sekretessmarkering'), person('b', 'Hemlig, Person', 'skyddadFolkbokforing')];

const inloggad = (roll: Roll): SessionVy => ({
  inloggad: true,
  anvandareId: 'u1',
  namn: 'Sara Nyström',
  funktion: 'LSS-handläggare 3',
  organisation: 'LSS Myndighet',
  kommun: 'Prov',
  roller: [roll],
  provkorning: false,
});

let rader: PersonRad[];
let ends: (() => void)[] = [];
let backend: ReturnType<typeof scriptedBackend>;
beforeAll(() => domOfTests());
beforeEach(() => {
  glomSokning();
  rader = twoPersons;
  useStatus.setState({ status: null });
  useSession.setState({ session: inloggad('lssHandlaggare') });
  stangRegistrera();
  useOppna.setState({ vantarPaSkal: null, fel: null });
  backend = scriptedBackend({
    'sok.person': ({ text, arhundrade }) => {
      const tolkad = tolkaSokning(text, arhundrade);
      if (!tolkad.ok) return { slag: 'hjalp', hjalp: tolkad.hjalp };
      return { slag: 'traffar', rader, fler: false, annatArhundrade: arhundrade === '20', ofullstandig: false };
    },
    'installning.satt': () => null,
  });
  ends = [startCore(backend), listenToKeys(window)];
  render(
    <FluentProvider>
      <Soklada />
      <Sokflik />
      <SkalDialog />
    </FluentProvider>,
  );
});
afterEach(() => {
  cleanup();
  for (const end of ends) end();
});

const search = (text: string) => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  fireEvent.submit(screen.getByRole('textbox'));
};

describe('the search box', () => {
  it('Ctrl+L comes to it from everywhere', () => {
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
  it('SOK-08 Enter and the binoculars search', async () => {
    search('Ekstr*');
    await screen.findByText('Ekström, Linnea');
    fireEvent.click(screen.getByRole('button', { name: 'Sök (Enter)' }));
    await waitFor(() => expect(backend.calls.filter(({ name }) => name === 'sok.person')).toHaveLength(2));
  });
  it.each([
    ['Ekström', /Ett namn räcker inte/],
    ['a*', /minst två bokstäver/],
    ['E*k', /Stjärnan står först eller sist/],
    ['12345', /hela personnumret/],
    ['', /Skriv ett personnummer/],
  ])('FRAGA-01 "%s" shows its hint', async (text, hint) => {
    search(text);
    expect(await screen.findByText(hint)).toBeDefined();
  });
  it('FORB-01 says when the hits are of another century', async () => {
    fireEvent.change(screen.getByRole('combobox', { name: 'Århundrade' }), { target: { value: '20' } });
    search('990412*');
    expect(await screen.findByText('Inga träffar i det valda århundradet.')).toBeDefined();
  });
  it('the hits follow a first fetch: incomplete is said, the marked row stays marked, and the focus with who writes', async () => {
    useStatus.setState({ status: { ...vilar, hamtad: null, fas: 'forsta-hamtning' } });
    const [linnea, hemlig] = rader;
    if (!linnea || !hemlig) throw new Error('two persons');
    rader = [];
    search('Ekstr*');
    expect(await screen.findByText('Första hämtningen pågår.')).toBeDefined();
    expect(screen.getByText('Ingen kund har hittats än.')).toBeDefined();
    screen.getByRole('textbox').focus();

    rader = [linnea];
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:a'] }));
    expect((await screen.findByText('Ekström, Linnea')).closest('[role="row"]')?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    fireEvent.click(screen.getByText('Ekström, Linnea'));

    rader = [hemlig, linnea];
    act(() => useStatus.setState({ status: vilar }));
    await screen.findByText('Skyddad identitet');
    expect(screen.queryByText('Första hämtningen pågår.')).toBeNull();
    expect(screen.getByText('Ekström, Linnea').closest('[role="row"]')?.getAttribute('aria-selected')).toBe('true');

    // The marked person is gone: nobody else is opened in their place.
    rader = [hemlig];
    act(() => backend.emit({ event: 'andrat', scopes: ['akt:a'] }));
    await waitFor(() => expect(screen.queryByText('Ekström, Linnea')).toBeNull());
    expect(screen.getByRole('button', { name: 'OK' }).getAttribute('aria-disabled')).toBe('true');
  });
  it('REG-02 whoever is not among the hits of a name can be registered from the list', async () => {
    search('Ekström Linnea');
    expect(await screen.findByText('Finns kunden inte i listan?')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Ny' }));
    expect(useRegistrera.getState().oppen).toEqual({ start: 'ny', sokt: 'Ekström Linnea' });
    fireEvent.click(screen.getByRole('button', { name: 'Sök KIR' }));
    expect(useRegistrera.getState().oppen).toEqual({ start: 'kir', sokt: 'Ekström Linnea' });
  });
  it('REG-02 nobody is registered beside the hit of a whole number, unless it is of another century', async () => {
    search('9904122380');
    await screen.findByText('Ekström, Linnea');
    expect(screen.queryByRole('button', { name: 'Sök KIR' })).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: 'Århundrade' }), { target: { value: '20' } });
    search('9904122380');
    expect(await screen.findByRole('button', { name: 'Sök KIR' })).toBeDefined();
  });
  it('a utförare, who registers nobody, is not asked to', async () => {
    act(() => useSession.setState({ session: inloggad('utforare') }));
    search('Ekström Linnea');
    await screen.findByText('Ekström, Linnea');
    expect(screen.queryByText('Finns kunden inte i listan?')).toBeNull();
  });
  it('a person with skyddad folkbokföring is a masked row', async () => {
    search('Ekstr*');
    const row = (await screen.findByText('Skyddad identitet')).closest('[role="row"]');
    expect(row?.textContent).toContain('••••••••-••••');
    expect(row?.textContent).not.toContain('1999');
    expect(screen.queryByText('Hemlig, Person')).toBeNull();
  });
  it('SOK-08 the hits take the focus, but not from who has begun on the next search', async () => {
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
    search('Ekstr*');
    expect(await screen.findByRole('img', { name: 'Sekretessmarkering' })).toBeDefined();
  });
  it('FRAGA-62 the reason must be a reason, and is sent with the opening', async () => {
    useOppna.setState({ vantarPaSkal: { personId: 'b' } });
    const field = await screen.findByLabelText(/Skäl för att öppna akten/);
    fireEvent.change(field, { target: { value: ' x ' } });
    fireEvent.submit(field);
    expect(await screen.findByText(/minst 3 tecken/)).toBeDefined();
    expect(backend.calls.map(({ name }) => name)).not.toContain('kund.oppna');
    fireEvent.change(field, { target: { value: 'Handlägger ansökan' } });
    fireEvent.submit(field);
    await waitFor(() => expect(backend.calls.at(-1)).toEqual({ name: 'kund.oppna', input: { personId: 'b', skal: 'Handlägger ansökan' } }));
  });
});
