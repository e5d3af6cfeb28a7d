// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { samtycke, systern } from '../../shared/domain/testing/samtycke.ts';
import { testId } from '../../shared/domain/testing/state.ts';
import { TaUppDialog } from '../features/registrera/TaUppDialog.tsx';
import { flikYta } from '../state/arbetsyta.ts';
import { showArendedialog } from '../state/arendedialog.ts';
import { useTaUpp } from '../state/taUpp.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
const bistandOrg = testId(920);
const ansokan = (n: number, typ: string, insatsId: string, datum: string, enhet: string): TestAkt['records'][number] => ({
  type: 'aktualisering',
  id: testId(900 + n),
  data: {
    ...{ slag: 'ansokan', typ, insatsId, datum, franVem: 'Den enskilde', ansvarigHandlaggareId: kat.handlaggare, enhet },
    ...{ organisationId: enhet === 'bistand' ? bistandOrg : kat.organisation, gruppId: testId(930), rev: testId(931 + n) },
  },
});
/** Karin is of both units of Linnea's, whose case of before is LSS's. */
function badas(...mer: TestAkt['records']): TestAkt {
  const akt = karinsAkt();
  const enheter = ['lss', 'bistand'];
  const records = akt.records.map((one) => {
    if ((one.type === 'person' && one.id === linnea.person) || (one.type === 'anvandare' && one.id === kat.handlaggare))
      return { ...one, data: { ...(one.data as object), enheter } };
    return one;
  });
  return {
    ...akt,
    actor: { ...akt.actor, enheter },
    records: [
      ...records,
      { type: 'organisation', id: bistandOrg, data: { namn: 'Bistånd Myndighet', ordning: 9, enhet: 'bistand' } },
      {
        type: 'vardelista',
        id: testId(921),
        data: {
          lista: 'enhet',
          varden: [
            { namn: 'LSS', kod: 'lss' },
            { namn: 'Bistånd', kod: 'bistand' },
          ],
        },
      },
      ...mer,
    ],
  };
}

describe('OSL 26:1 what a user of two units begins is of the one they choose', () => {
  it('UTR-01 Inled utredning: the ansökningar, proposals and organisations are the chosen unit’s', async () => {
    const akt = badas(
      ansokan(1, 'Kontaktperson', kat.insats.kontaktperson, '2026-11-02', 'lss'),
      ansokan(2, 'Trygghetslarm', kat.insats.trygghetslarm, '2026-11-05', 'bistand'),
    );
    const { karna } = showKund({ slag: 'arende', flik: 'inled' }, { akt });
    const form = await screen.findByRole('form', { name: 'Inled utredning' });
    const kryss = () =>
      within(form)
        .getAllByRole('checkbox')
        .map((one) => one.closest('span')?.parentElement?.textContent ?? '');
    expect(kryss()).toHaveLength(1);
    expect(within(form).getByRole('checkbox', { name: /^Kontaktperson/ })).toBeTruthy();
    await choose(/^Enhet/, 'Bistånd');
    expect(await within(form).findByRole('checkbox', { name: /^Trygghetslarm/ })).toBeTruthy();
    expect(kryss()).toHaveLength(1);
    await ctrlS('Inled utredning');
    await waitFor(() => expect(karna.list('utredning')).toHaveLength(2));
    const ny = karna.list('utredning').find(({ id }) => id !== linnea.utredning)?.data;
    expect(ny).toMatchObject({ enhet: 'bistand', organisationId: bistandOrg, startdatum: '2026-11-05', typ: 'IBIC utredning' });
  });

  it('AKT-06 Aktualisering: the unit is asked, and its organisation follows', async () => {
    const { karna } = showKund({ slag: 'arende', flik: 'aktualisering' }, { akt: badas() });
    await screen.findByRole('form', { name: 'Aktualisering' });
    screen.getByRole('checkbox', { name: 'Kontaktperson' }).click();
    write(/^Datum/, '2026-11-02');
    await choose(/Från vem/, 'Den enskilde');
    await choose(/^Enhet/, 'Bistånd');
    await ctrlS('Aktualisering');
    await waitFor(() => expect(karna.list('aktualisering')).toHaveLength(1));
    expect(karna.list('aktualisering')[0]?.data).toMatchObject({ enhet: 'bistand', organisationId: bistandOrg });
  });

  it('VERK-05 LSS Insatser that one unit has open can be opened for the other, which is the one that is proposed', async () => {
    const { karna } = showKund({ slag: 'utredning', id: linnea.utredning, flik: 'utredning' }, { akt: badas() });
    await screen.findByRole('tree', { name: /rubrikträd/i });
    showArendedialog({ personId: linnea.person, post: 'verkstallighetOppna', id: linnea.person });
    const form = await screen.findByRole('form', { name: 'Skapa ny verkställighet' });
    expect(within(form).getByRole('combobox', { name: /^Enhet/ }).textContent).toBe('Bistånd');
    await ctrlS('Skapa ny verkställighet');
    await waitFor(() => expect(karna.list('verkstallighet').filter(({ data }) => data.enhet === 'bistand')).toHaveLength(1));
  });

  it('LASS-16 the LASS-beslut asks about the chosen unit’s LSS Insatser', async () => {
    const krets = { type: 'personkrets', id: testId(940), data: { enhet: 'lss', personkrets: '2' } } as const;
    showKund({ slag: 'arende', flik: 'lass' }, { akt: badas(krets) });
    const form = await screen.findByRole('form', { name: 'LASS-beslut' });
    const valdKrets = () => within(form).queryAllByRole('radio', { name: /^[123]$/, checked: true }).length;
    expect(valdKrets()).toBe(1);
    expect(within(form).queryByRole('radiogroup', { name: /^LSS Insatser/ })).toBeNull();
    await choose(/^Enhet/, 'Bistånd');
    expect(await within(form).findByRole('radiogroup', { name: /^LSS Insatser/ })).toBeTruthy();
    expect(valdKrets()).toBe(0);
  });

  it('a unit of the user’s that has not the kund takes her up from her own akt, and is asked for from then on', async () => {
    const akt = badas();
    const bara = akt.records.map((one) =>
      one.type === 'person' && one.id === linnea.person ? { ...one, data: { ...(one.data as object), enheter: ['lss'] } } : one,
    );
    const { karna } = showKund({ slag: 'arende', flik: 'aktualisering' }, { akt: { ...akt, records: bara } });
    await screen.findByRole('form', { name: 'Aktualisering' });
    expect(screen.queryByRole('combobox', { name: /^Enhet/ })).toBeNull();
    fireEvent.contextMenu(await screen.findByRole('treeitem', { name: /^LSS utredning o verkställighet/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Ta upp kunden hos oss/ }));
    const oppen = useTaUpp.getState().oppen;
    expect(oppen).toMatchObject({ personId: linnea.person, har: ['lss'] });
    render(<TaUppDialog />);
    const dialog = await screen.findByRole('alertdialog', { name: 'Ta upp kunden hos oss' });
    // Of the two there is one to choose.
    expect(within(dialog).queryByRole('combobox', { name: /^Enhet/ })).toBeNull();
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Kunden samtycker' }));
    write(/^Skäl/, 'Söker hemtjänst');
    fireEvent.submit(within(dialog).getByRole('button', { name: 'Ta upp kunden' }).closest('form') as HTMLFormElement);
    await waitFor(() => expect(useTaUpp.getState().oppen).toBeNull());
    expect(karna.list('person').find(({ id }) => id === linnea.person)?.data.enheter).toEqual(['lss', 'bistand']);
    expect(await screen.findByRole('combobox', { name: /^Enhet/ })).toBeTruthy();
  });

  it('who has one unit of the kund’s is asked nothing', async () => {
    showKund({ slag: 'arende', flik: 'aktualisering' });
    await screen.findByRole('form', { name: 'Aktualisering' });
    expect(screen.queryByRole('combobox', { name: /^Enhet/ })).toBeNull();
  });
});

describe('OSL 26:1 SAMT-05 what one unit was told is no other’s', () => {
  const lss = samtycke(1, { enhet: 'lss' });
  it('Kontaktuppgifter says it of each', async () => {
    showKund({ slag: 'personuppgifter', del: 'kontaktuppgifter' }, { akt: badas(systern(), lss) });
    expect(await screen.findByText('LSS: finns, Bistånd: saknas')).toBeTruthy();
  });
  it('and one word where they are the same', async () => {
    showKund({ slag: 'personuppgifter', del: 'kontaktuppgifter' }, { akt: badas(systern(), lss, samtycke(2, { enhet: 'bistand' })) });
    expect(await screen.findByText('Finns')).toBeTruthy();
  });
  it('a meeting has its unit’s', async () => {
    showKund(flikYta(linnea.utredning, 'utredning'), { akt: badas(systern(), lss) });
    act(() => showArendedialog({ personId: linnea.person, post: 'mote', id: 'ny' }));
    expect(await screen.findByRole('checkbox', { name: 'Ekström, Åsa (anhörig, samtycke olika hos enheterna)' })).toBeTruthy();
    await choose(/^Enhet/, 'Bistånd');
    expect(await screen.findByRole('checkbox', { name: 'Ekström, Åsa (anhörig, samtycke saknas)' })).toBeTruthy();
    await choose(/^Hör till/, /^LSS Utredning/);
    expect(await screen.findByRole('checkbox', { name: 'Ekström, Åsa (anhörig, samtycke finns)' })).toBeTruthy();
  });
});
