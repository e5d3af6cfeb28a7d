// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import type { DokumentationYta } from '../state/arbetsyta.ts';
import { showArendedialog, useArendedialog } from '../state/arendedialog.ts';
import { saveInstallningar } from '../state/installningar.ts';
import { copyTexter, useKopierat } from '../state/kopierat.ts';
import { getKundvy, readKundvy, setKundvy } from '../state/kundvy.ts';
import { openKund } from '../state/openKund.ts';
import { search, useSokning, writeSoktext } from '../state/sokning.ts';
import { forgetTabs, openTab, restoreTabs, useTabs } from '../state/tabs.ts';
import { followTillgang } from '../state/tillgang.ts';
import { iRutan, write } from '../testing/dokumentation.tsx';
import type { Karna } from '../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';
import { Workspace } from './Workspace.tsx';
import { WorkspaceTabs } from './WorkspaceTabs.tsx';

prepareKund();
let end: () => void = () => undefined;
beforeEach(forgetTabs);
afterEach(() => {
  end();
  forgetTabs();
});

const journal = (oppning: DokumentationYta['oppning'] = {}) =>
  ({ slag: 'dokumentation', dok: 'utredning', id: linnea.utredning, oppning }) as const;
const borta = /Du har inte längre tillgång till akten/;
const page = () => document.documentElement.outerHTML;
/** What of Linnea could stand somewhere: name, number, street, and a note's words. */
const linneas = [/Ekström, Linnea/, /990412-2380/, /199904122380/, /Hemliga/, /Aktuell situation/];
const notThere = (text: string) => {
  for (const word of linneas) expect(text).not.toMatch(word);
};

async function open(): Promise<Karna> {
  const { karna } = showWith(
    <>
      <WorkspaceTabs />
      <Workspace />
    </>,
    { akt: karinsAkt() },
  );
  end = followTillgang();
  await act(() => openKund(linnea.person).then(() => undefined));
  return karna;
}

/** Another sets Skyddad folkbokföring, and the whole akt leaves those without the right. */
function protect(karna: Karna): void {
  const { records } = karinsAkt();
  const skyddad = (one: (typeof records)[number]) =>
    one.id === linnea.person ? { ...one, data: { ...(one.data as object), skydd: 'skyddadFolkbokforing' } } : one;
  act(() => karna.pull(...records.map(skyddad)));
}

describe('FRAGA-62 the right to an open akt goes', () => {
  it('text, header, tab and remembered places go at once, with a calm word; and after a restart', async () => {
    const karna = await open();
    act(() => setKundvy(linnea.person, { yta: journal({ oppnaHela: true }), vald: `utredning/${linnea.utredning}` }));
    expect(await screen.findByRole('tab', { name: /Ekström, Linnea Maria 990412-2380/ })).toBeTruthy();
    await screen.findAllByText(/Aktuell situation/);
    act(() => {
      copyTexter({ personId: linnea.person, utredningId: linnea.utredning, etikett: 'LSS Utredning 260915-', handelsedatum: false });
      showArendedialog({ personId: linnea.person, post: 'historik', id: linnea.person });
    });
    protect(karna);
    expect(await screen.findByText(borta)).toBeTruthy();
    notThere(page());
    expect(screen.getByRole('tab', { name: 'Ingen tillgång' })).toBeTruthy();
    expect(getKundvy(linnea.person)).toBeUndefined();
    expect(useKopierat.getState().kopierat).toBeNull();
    expect(useArendedialog.getState().oppen).toBeNull();
    await saveInstallningar();
    expect(await readKundvy(linnea.person)).toMatchObject({ yta: null, vald: null });
    // The program is started anew: what lies on disk of the tab is not who it is.
    act(forgetTabs);
    await act(restoreTabs);
    expect(await screen.findByText(borta)).toBeTruthy();
    notThere(JSON.stringify(useTabs.getState()) + page());
  });

  it('of an akt that is not shown too: its tab, and its row in a search', async () => {
    const karna = await open();
    writeSoktext('Ekström Linnea');
    await act(search);
    act(() => openTab({ slag: 'utkorg' }));
    expect(JSON.stringify(useSokning.getState().resultat)).toContain('Linnea');
    protect(karna);
    await screen.findByRole('tab', { name: 'Ingen tillgång' });
    notThere(JSON.stringify(useSokning.getState().resultat) + JSON.stringify(useTabs.getState()) + page());
  });

  it('what the user writes at that moment is theirs, and stays a draft without her name', async () => {
    const karna = await open();
    act(() => setKundvy(linnea.person, { yta: journal({ rubrikKod: 'JOURNAL', skriv: true }) }));
    await write('Mina egna ord');
    expect(await iRutan()).toBe('Mina egna ord');
    protect(karna);
    await screen.findByText(borta);
    await waitFor(() => expect([...karna.utkast.values()].map(({ data }) => JSON.stringify(data)).join()).toContain('Mina egna ord'));
    expect([...karna.utkast.values()].map(({ namn }) => namn)).toEqual([null]);
  });

  it('FORB-32 of a kund whose registration was refused it says so: there is no access that was lost', async () => {
    const karna = await open();
    const [personId, annan] = ['019aa000-0000-7000-8000-00000000aa01', '019aa000-0000-7000-8000-00000000aa02'];
    const person = { personnummer: '199001012385', nummerSlag: 'personnummer', efternamn: 'Ny', fornamn: 'Kund', civilstand: '' };
    const input = {
      ...{ personId, enhet: 'lss', kir: { status: 'ejTraff', at: '2026-11-20T08:00:00.000Z' }, rev: linnea.person },
      person: { ...person, folkbokfordIKommunen: true, skydd: 'ingen' },
    };
    const svar = await karna.backend.call('kommando.kor', { name: 'person.registrera', input });
    if (!svar.ok || !svar.value.ok) throw new Error(JSON.stringify(svar));
    await act(() => openKund(personId).then(() => undefined));
    await screen.findByRole('heading', { level: 1, name: 'Ny, Kund' });
    // Somebody else was first.
    act(() => karna.push({ type: 'person', id: annan, scope: aktScope(annan), data: karna.get('person', personId) }));
    expect(await screen.findByText(/Kunden blev inte registrerad.*Att åtgärda/)).toBeTruthy();
    expect(screen.queryByText(borta)).toBeNull();
  });

  it('the right comes back: the akt is opened again', async () => {
    const karna = await open();
    protect(karna);
    await screen.findByText(borta);
    act(() => karna.pull(...karinsAkt().records));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ekström, Linnea Maria' })).toBeTruthy();
    expect(screen.getByRole('tab', { name: /Ekström, Linnea Maria 990412-2380/ })).toBeTruthy();
    expect(karna.accessLog().filter(({ action, personId }) => action === 'oppnad' && personId === linnea.person)).toHaveLength(3);
  });
});
