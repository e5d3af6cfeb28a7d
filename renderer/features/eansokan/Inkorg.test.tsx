// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Eansokan } from '../../../shared/domain/eansokan/records.ts';
import { eansokanScope } from '../../../shared/domain/scope.ts';
import { ansokan, eansokanId } from '../../../shared/domain/testing/eansokan.ts';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { testId } from '../../../shared/domain/testing/state.ts';
import { closeKoppla, useKoppla } from '../../state/koppla.ts';
import { useRegistrera } from '../../state/registrera.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { InkorgFlik } from './InkorgFlik.tsx';
import { KopplaDialog } from './KopplaDialog.tsx';

prepareKund();
beforeEach(() => {
  closeKoppla();
  useRegistrera.setState({ oppen: null });
});

const i = (dygn: number) => new Date(Date.now() - dygn * 86_400_000).toISOString();
const inkommen = (n: number, over: Partial<Eansokan> = {}): TestAkt['records'][number] => ({
  ...{ type: 'eansokan', id: eansokanId(n), scope: eansokanScope(eansokanId(n)) },
  data: ansokan({ personnummer: '199904122380', inkom: i(1), ...over }),
});
const lista = (n: number, lista: string, varden: object[]): TestAkt['records'][number] => ({
  type: 'vardelista',
  id: testId(n),
  data: { lista, varden },
});
const listor = [
  lista(1213, 'aktualiseringstyp', [
    { namn: 'Begäran LSS', kod: 'lss' },
    { namn: 'Ansökan SOL', kod: 'sol' },
  ]),
  lista(1214, 'aktualiseringssatt', [{ namn: 'E-ansökan', kod: 'eAnsokan' }]),
  lista(1215, 'enhet', [{ namn: 'LSS', kod: 'lss', eansokan: { ingangar: ['lss'], dagar: 2, ansvarigId: kat.enhetschef } }]),
];
const mallen: TestAkt['records'] = [
  {
    ...{ type: 'mall', id: testId(1216) },
    data: {
      ...{ fran: '2018-07-01', kod: 'eansokan', namn: 'E-ansökan', version: 1, form: 'akt', dokumenttyp: 'Ansökan' },
      ...{ titel: 'E-ansökan: {insats}', utredningstyper: [], texter: {} },
    },
  },
  {
    ...{ type: 'brevhuvud', id: testId(1217) },
    data: { fran: '2018-07-01', enheter: [], kommun: 'Almviks kommun', namnd: 'Nämnden', adress: 'Box 1' },
  },
];
function Med() {
  const oppen = useKoppla((state) => state.oppen);
  return (
    <>
      <InkorgFlik />
      {oppen !== null && <KopplaDialog key={oppen} eansokanId={oppen} />}
    </>
  );
}
function show(eansokningar: TestAkt['records'], actor: Partial<TestAkt['actor']> = {}) {
  const akt = karinsAkt();
  const karna = testKarna({ ...akt, actor: { ...akt.actor, ...actor }, records: [...akt.records, ...listor, ...eansokningar] });
  return showWith(<Med />, { karna });
}
const rader = async () =>
  within(await screen.findByRole('grid', { name: 'E-ansökningar' }))
    .getAllByRole('row')
    .slice(1);
const oppna = async () => {
  const [rad] = await rader();
  fireEvent.keyDown(rad as HTMLElement, { key: 'Enter' });
  return within(await screen.findByRole('dialog', { name: 'Koppla e-ansökan' }));
};
const namn = { name: 'Koppla e-ansökan' };

describe('E-tjänster att hantera', () => {
  it('EANS-01 EANS-03 FORB-57 all of them with age, whose they are and who is no kund; one past the limit says whose it is now', async () => {
    show([
      inkommen(1),
      inkommen(2, { inkom: i(9), personnummer: '198803162398', fornamn: 'Hamid', efternamn: 'Rahimi', insats: 'Daglig verksamhet' }),
    ]);
    const [aldst, nyast] = (await rader()).map(({ textContent }) => textContent ?? '');
    expect(aldst).toMatch(/Rahimi, Hamid \(inte kund\).*LSS · Daglig verksamhet.*Över gränsen: hos .*9 dgr !/);
    expect(nyast).toMatch(/Ekström.*LSS · Kontaktperson.*Ingen.*1 dag/);
    expect(screen.getByText('2 väntar · delas av alla')).toBeTruthy();
  });

  it('FORB-57 Jag tar hand om den, and let go of it again', async () => {
    const { karna } = show([inkommen(1)]);
    fireEvent.click((await rader())[0] as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Jag tar hand om den' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Släpp den' }));
    expect(await screen.findByRole('button', { name: 'Jag tar hand om den' })).toBeTruthy();
    expect(karna.get('eansokan', eansokanId(1))?.tagen).toBeUndefined();
  });
});

describe('Koppla', () => {
  it('EANS-04 to EANS-12 FORB-58 as it was written; the steps in their order; Klar makes what it says and it is gone from the list', async () => {
    const { karna } = show([inkommen(1, { insatsId: kat.insats.kontaktperson }), ...mallen]);
    const dialog = await oppna();
    expect(dialog.getByText(ansokan().text)).toBeTruthy();
    expect(dialog.getByText('Texten följer med till utföraren om aktualiseringen bifogas uppdraget.')).toBeTruthy();
    const falt = [...(document.querySelectorAll('[role="dialog"] [data-falt]') as NodeListOf<HTMLElement>)].map((one) => one.dataset.falt);
    expect(falt).toEqual(['vad', 'typ', 'insatser', 'ansvarigHandlaggareId', 'organisationId', 'franVem', 'satt', 'anteckning']);
    fireEvent.click(dialog.getByRole('button', { name: 'Hämta Övrig information' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Klar' }));
    await waitFor(() => expect(screen.queryByRole('dialog', namn)).toBeNull());
    expect(karna.list('aktualisering').map(({ data }) => data)).toMatchObject([
      {
        ...{ typ: 'Kontaktperson', aktualiseringstyp: 'Begäran LSS', aktualiseringssatt: 'E-ansökan', franVem: 'Den enskilde' },
        ...{ ansvarigHandlaggareId: kat.handlaggare, organisationId: kat.organisation, anteckning: ansokan().text, gruppId: eansokanId(1) },
      },
    ]);
    expect(karna.list('dokument').map(({ data }) => data)).toMatchObject([
      { rubrik: 'E-ansökan: Kontaktperson', typ: 'Ansökan', knytsTill: { type: 'aktualisering', id: karna.list('aktualisering')[0]?.id } },
    ]);
    expect(await screen.findByText('Inga e-ansökningar väntar.')).toBeTruthy();
  });

  it('EANS-07 what is missing is said, and nothing is made', async () => {
    const { karna } = show([inkommen(1)]);
    const dialog = await oppna();
    fireEvent.click(dialog.getByRole('button', { name: 'Klar' }));
    expect(await dialog.findByText('Kryssa i minst en insats.')).toBeTruthy();
    expect(karna.list('aktualisering')).toEqual([]);
  });

  it('REG-10 ETJ-08 one who is no kund is registered in the same flow, and what was filled in is there afterwards', async () => {
    show([inkommen(1, { personnummer: '191401682396', fornamn: 'Hamid', efternamn: 'Rahimi' })]);
    const dialog = await oppna();
    fireEvent.change(dialog.getByRole('textbox', { name: /Anteckning/ }), { target: { value: 'Ringde honom.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Registrera kunden (Sök KIR)' }));
    await waitFor(() => expect(useRegistrera.getState().oppen).toEqual({ start: 'kir', sokt: '191401682396', koppla: eansokanId(1) }));
    expect((await oppna()).getByRole<HTMLTextAreaElement>('textbox', { name: /Anteckning/ }).value).toBe('Ringde honom.');
  });

  it('FEL-01 FORB-74 Gäller annan person: on the right one, with why, and a bevakning to contact the sender', async () => {
    const { karna } = show([
      inkommen(1, {
        personnummer: '191401682396',
        fornamn: 'Hamid',
        efternamn: 'Rahimi',
        forAnnan: 'Min syster',
        insatsId: kat.insats.kontaktperson,
      }),
    ]);
    const dialog = await oppna();
    expect(dialog.getByText(/Min syster/)).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox', { name: /Personnummer/ }), { target: { value: '19990412-2380' } });
    expect(await dialog.findByText(/Registreras på Ekström/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('combobox', { name: /Från vem/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Den enskilde' }));
    fireEvent.change(dialog.getByRole('textbox', { name: /Kommentar/ }), { target: { value: 'Brodern sökte.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Registrera på rätt person' }));
    await waitFor(() => expect(screen.queryByRole('dialog', namn)).toBeNull());
    expect(karna.list('aktualisering')).toMatchObject([{ data: { eansokan: { kommentar: 'Brodern sökte.' } } }]);
    expect(karna.list('bevakning').map(({ data }) => data.typ)).toContain('Kontakta avsändaren');
    expect(karna.get('person', linnea.person)).toBeTruthy();
  });

  it('EANS-03 a colleague connects it while the form is open: it is said, and what was written is there', async () => {
    const { karna } = show([inkommen(1)]);
    const dialog = await oppna();
    fireEvent.change(dialog.getByRole('textbox', { name: /Anteckning/ }), { target: { value: 'Ringde honom.' } });
    const utfall = { slag: 'kopplad', anvandareId: testId(6), namn: 'Bo Ås', at: '2026-11-19T10:00:00.000Z' };
    await act(async () => karna.pull({ type: 'eansokan', id: eansokanId(1), data: { utfall } }));
    expect(await dialog.findByText(/^Kopplad av Bo Ås/)).toBeTruthy();
    expect(dialog.getByRole<HTMLTextAreaElement>('textbox', { name: /Anteckning/ }).value).toBe('Ringde honom.');
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Kontaktperson' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Klar' }));
    expect(await dialog.findByText(/En kollega har redan kopplat/)).toBeTruthy();
  });

  it('FRAGA-62 from somebody with skyddad folkbokföring it is read with a reason, and named nowhere before', async () => {
    show([inkommen(1, { skyddad: true, personnummer: '191401682396', fornamn: 'Hamid', efternamn: 'Rahimi' })], {
      skyddadBehorighet: true,
    });
    const [rad] = await rader();
    expect(rad?.textContent).not.toMatch(/Rahimi|191401/);
    fireEvent.keyDown(rad as HTMLElement, { key: 'Enter' });
    const fraga = within(await screen.findByRole('dialog', { name: 'Skyddad folkbokföring' }));
    fireEvent.change(fraga.getByRole('textbox'), { target: { value: 'Ska koppla den' } });
    fireEvent.click(fraga.getByRole('button', { name: 'Läs ansökan' }));
    expect(await screen.findByText('Rahimi, Hamid 19140168-2396')).toBeTruthy();
  });
});
