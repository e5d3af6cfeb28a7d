// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openFormular } from '../../state/openFormular.ts';
import { useTabs } from '../../state/tabs.ts';
import { closeTaUpp, showTaUpp, useTaUpp } from '../../state/taUpp.ts';
import { type TestAkt, utanSkrivratt } from '../../testing/karna.ts';
import { choose, karinsAkt, prepareKund, showWith, write } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { TaUppDialog } from './TaUppDialog.tsx';

prepareKund();

const enheter: TestAkt['records'][number] = {
  type: 'vardelista',
  id: '018f0000-0000-7000-8000-000000000990',
  data: {
    lista: 'enhet',
    varden: [
      { namn: 'Bistånd', kod: 'bistand' },
      { namn: 'Vuxen', kod: 'vuxen' },
    ],
  },
};
const personen = karinsAkt().records.find(({ id }) => id === linnea.person);

/** Linnea is a kund of LSS, and the user of Bistånd. */
function show(egna = ['bistand'], records: TestAkt['records'] = []) {
  const akt = karinsAkt();
  const katalog = akt.records.filter(({ type }) => ['organisation', 'utforare', 'rubrikmall', 'vardelista', 'insats'].includes(type));
  const utanLista = katalog.filter(({ data }) => (data as { lista?: string }).lista !== 'enhet');
  showTaUpp({ personId: linnea.person, personnummer: '199904122380' });
  return showWith(<TaUppDialog />, {
    akt: { ...akt, actor: { ...akt.actor, enheter: egna, roller: ['bistandshandlaggare'] }, records: [...utanLista, enheter, ...records] },
  });
}
const knapp = (name: string) => screen.findByRole('button', { name });
const samtycke = () => screen.getByRole('radio', { name: 'Kunden samtycker' });
const skal = () => screen.getByRole('textbox', { name: /^Skäl/ });
async function send(): Promise<void> {
  fireEvent.submit((await knapp('Ta upp kunden')).closest('form') as HTMLFormElement);
}
const utkorg = async ({ backend }: Pick<ReturnType<typeof show>, 'backend'>) => {
  const svar = await backend.call('utkorg.lista', {});
  if (!svar.ok) throw new Error(svar.error.code);
  return svar.value;
};
async function fyllIOchSand(): Promise<void> {
  await knapp('Ta upp kunden');
  fireEvent.click(samtycke());
  write(/^Skäl/, '  Söker hemtjänst ');
  await send();
  await screen.findByRole('status');
}

describe('OSL 26:1 Ta upp kunden hos oss', () => {
  it('says what is missing at its field, one after the other under the caret, and sends nothing before', async () => {
    const shown = show();
    await send();
    const grund = () => screen.getByRole('radiogroup', { name: /^Grund/ }).closest('.fui-Field')?.textContent;
    await waitFor(() => expect(grund()).toContain('Välj varför ni får läsa'));
    await waitFor(() => expect(document.activeElement).toBe(samtycke()));
    fireEvent.click(samtycke());
    await waitFor(() => expect(screen.queryByText(/^Välj varför ni får läsa/)).toBeNull());
    write(/^Skäl/, '   ');
    await send();
    await waitFor(() => expect(skal().closest('.fui-Field')?.textContent).toContain('Skriv varför ni tar upp kunden.'));
    expect(skal().getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(skal()));
    expect(await utkorg(shown)).toEqual([]);
  });

  it('tells before that others read the reason, and never who the kund is', async () => {
    show();
    const dialog = await screen.findByRole('alertdialog', { name: 'Ta upp kunden hos oss' });
    expect(dialog.textContent).toContain('19990412-2380');
    expect(dialog.textContent).not.toContain('Linnea');
    expect(document.getElementById(skal().getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent).toContain('läser');
  });

  it('Escape leaves everything as it was', async () => {
    const shown = show();
    await knapp('Ta upp kunden');
    fireEvent.keyDown(skal(), { key: 'Escape' });
    await waitFor(() => expect(useTaUpp.getState().oppen).toBeNull());
    expect(await utkorg(shown)).toEqual([]);
    expect(shown.karna.utkast.size).toBe(0);
  });

  it('FORB-32 what is typed lies on disk as a draft of no akt, and is there when the dialog is opened again', async () => {
    const shown = show();
    await knapp('Ta upp kunden');
    fireEvent.click(samtycke());
    write(/^Skäl/, 'Söker hemtjänst');
    fireEvent.keyDown(skal(), { key: 'Escape' });
    await waitFor(() => expect(useTaUpp.getState().oppen).toBeNull());
    const nyckel = `taUpp:${linnea.person}`;
    await waitFor(() => expect(shown.karna.utkast.get(nyckel)?.data).toMatchObject({ grund: 'samtycke', skal: 'Söker hemtjänst' }));
    expect(shown.karna.utkast.get(nyckel)).toMatchObject({ personId: null, titel: 'Ta upp kunden hos oss, 19990412-2380' });
    expect(await openFormular(nyckel, null)).toBe('oppnat');
    await waitFor(() => expect((skal() as HTMLTextAreaElement).value).toBe('Söker hemtjänst'));
    await send();
    await screen.findByRole('status');
    expect(shown.karna.utkast.size).toBe(0);
  });

  it('waits for the server, and opens the akt when it comes', async () => {
    const shown = show();
    await fyllIOchSand();
    const [rad] = await utkorg(shown);
    expect(rad).toMatchObject({ name: 'person.taUpp', personId: linnea.person, tillstand: 'koad' });
    const post = await shown.backend.call('utkorg.post', { id: rad?.id ?? '' });
    expect(post).toMatchObject({
      value: { input: { personnummer: '199904122380', enhet: 'bistand', grund: 'samtycke', skal: 'Söker hemtjänst' } },
    });
    shown.karna.receive(rad?.id ?? '');
    if (!personen) throw new Error('no Linnea');
    shown.karna.pull({ ...personen, data: { ...(personen.data as object), enheter: ['lss', 'bistand'] } });
    await waitFor(() => expect(useTaUpp.getState().oppen).toBeNull());
    await waitFor(() => expect(useTabs.getState().tabs.some((tab) => tab.slag === 'kund' && tab.personId === linnea.person)).toBe(true));
  });

  it('says why when the server refuses', async () => {
    const shown = show();
    await fyllIOchSand();
    if (!personen) throw new Error('no Linnea');
    shown.karna.push(personen, utanSkrivratt(karinsAkt()));
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(screen.getByRole('dialog').textContent).toMatch(/Du har inte åtkomst|behörighet|åtkomst/i);
    closeTaUpp();
  });

  it('who is of several units says for which', async () => {
    const shown = show(['bistand', 'vuxen']);
    await knapp('Ta upp kunden');
    await choose(/^Enhet/, 'Vuxen');
    await fyllIOchSand();
    const [rad] = await utkorg(shown);
    expect(await shown.backend.call('utkorg.post', { id: rad?.id ?? '' })).toMatchObject({ value: { input: { enhet: 'vuxen' } } });
  });
});
