// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fristregler } from '../../../shared/domain/testing/fristregler.ts';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { plusDagar } from '../../../shared/util/datum.ts';
import { idagNu } from '../../components/idag.ts';
import { useAkt } from '../../state/akt.ts';
import { forgetInstallningar } from '../../state/installningar.ts';
import { showKamera, useOppnaPa } from '../../state/kamera.ts';
import { getKundvy } from '../../state/kundvy.ts';
import { showSkjutUppFlera } from '../../state/skjutUppFlera.ts';
import { type Karna, type TestAkt, testKarna } from '../../testing/karna.ts';
import { karinsAkt, prepareKund, showWith } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { BevakningarFlik } from './BevakningarFlik.tsx';
import { Bevakningsdialoger } from './Bevakningsdialoger.tsx';

prepareKund();
beforeEach(forgetInstallningar);

const id = (n: number) => `018f0000-0000-7000-8000-00000000c${String(n).padStart(3, '0')}`;
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number) => plusDagar(idag, dagar);
const vantar = id(1);
/** Came in 20 days ago, and nothing examines it: its day was six days ago. */
const aktualisering: TestAkt['records'][number] = {
  type: 'aktualisering',
  id: vantar,
  data: {
    ...{ slag: 'ansokan', typ: 'Kontaktperson', datum: dag(-20), franVem: 'Den enskilde', ansvarigHandlaggareId: kat.handlaggare },
    ...{ organisationId: kat.organisation, gruppId: id(8), rev: id(9) },
  },
};
const lagd: TestAkt['records'][number] = {
  type: 'bevakning',
  id: id(2),
  data: {
    ...{ datum: dag(-10), status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: 'Lagd för hand', bevakasAvId: kat.utforare.funktion3 },
    ...{ ref: { type: 'person', id: linnea.person } },
    skapad: { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: '2026-11-01T09:00:00.000Z' },
  },
};
const nyckel = `ej-behandlad-aktualisering/${vantar}`;
const summa = `kom in ${dag(-20)} + 14 dagar = ${dag(-6)}`;

function show(...mer: TestAkt['records']): Karna {
  const akt = karinsAkt();
  const regler = fristregler().filter(({ data }) => (data as { handelse: string }).handelse === 'aktualiseringInkom');
  const karna = testKarna({ ...akt, records: [...akt.records, ...regler, aktualisering, lagd, ...mer] });
  showWith(
    <>
      <BevakningarFlik />
      <Bevakningsdialoger />
    </>,
    { karna },
  );
  return karna;
}
function Antal() {
  const { data: akt } = useAkt(linnea.person);
  return <p>{`${useOppnaPa(linnea.person, akt?.bevakningar ?? [], { type: 'person', id: linnea.person })} att göra`}</p>;
}
const tabell = () => screen.getByRole('grid', { name: 'Bevakningar' });
const rader = () => within(tabell()).getAllByRole('row').slice(1);
const rad = async (text: string) =>
  (await within(await screen.findByRole('grid', { name: 'Bevakningar' })).findByText(text)).closest('[role="row"]') as HTMLElement;
const flik = (namn: string) => fireEvent.click(screen.getByRole('tab', { name: namn }));
const dialog = () => screen.findByRole('dialog');
async function skjutUpp(till: string, skal: string) {
  const i = within(await dialog());
  fireEvent.change(i.getByRole('textbox', { name: /^Skjut upp till/ }), { target: { value: till } });
  fireEvent.change(i.getByRole('textbox', { name: /^Skäl/ }), { target: { value: skal } });
  fireEvent.click(i.getByRole('button', { name: 'Skjut upp' }));
}

describe('KLOCK-02 a computed bevakning in the list', () => {
  it('stands by its day among the others, with its sum and its reason, and says no status', async () => {
    show();
    await screen.findByText('Lagd för hand');
    expect(rader().map((one) => one.textContent?.includes(summa))).toEqual([false, true]);
    const beraknad = await rad(summa);
    expect(within(beraknad).getByText('Beräknad, Rutin (exempel)')).toBeTruthy();
    expect(within(beraknad).getByText('Kontaktperson')).toBeTruthy();
    expect(within(beraknad).getByLabelText('Förfallen')).toBeTruthy();
    expect(within(await rad('Lagd för hand')).getByText('Lagd av Ulla Ström')).toBeTruthy();
    expect(screen.getByText('2 st, 2 förfallna')).toBeTruthy();
  });

  it('is opened, shown and put off; never done, changed or taken away', async () => {
    show();
    fireEvent.contextMenu(await rad(summa));
    const meny = await screen.findAllByRole('menuitem');
    expect(meny.map((one) => one.textContent)).toEqual(['Visa bevakningenEnter', 'Öppna kunden', 'Skjut upp …', 'Ny bevakning']);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Öppna kunden' }));
    await waitFor(() => expect(getKundvy(linnea.person)?.vald).toBe(`aktualisering/${vantar}`));
    expect(getKundvy(linnea.person)?.yta).toEqual({ slag: 'arende', flik: 'aktualisering', aktualiseringId: vantar });
  });

  it('BEV-05 a new one is laid from it, on the kund where its own part has none', async () => {
    const karna = show();
    fireEvent.click(await rad(summa));
    fireEvent.click(screen.getByRole('button', { name: 'Ny bevakning' }));
    expect(await screen.findByRole('form', { name: 'Ny bevakning' })).toBeTruthy();
    expect(screen.getByText(/^Ekström, Linnea Maria 19990412-2380 · /)).toBeTruthy();
    const [fraga] = karna.backend.calls.filter(({ name }) => name === 'bevakning.underlag').map(({ input }) => input);
    expect(fraga).toEqual({ personId: linnea.person, ref: { type: 'person', id: linnea.person }, nyckel });
  });

  it('several at once: it is passed by, and that is said', async () => {
    const karna = show();
    fireEvent.click(await rad(summa));
    expect(screen.getByRole('button', { name: 'Klar' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.keyDown(await rad(summa), { key: 'a', ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: /^Klar/ }));
    expect(await screen.findByText('En beräknad bevakning är kvar.')).toBeTruthy();
    await waitFor(() => expect(karna.get('bevakning', id(2))?.status).toBe('Klar'));
    expect(rader()).toHaveLength(1);
    const sent = karna.backend.calls.filter(({ name }) => name === 'kommando.kor');
    expect(sent).toHaveLength(1);
  });

  it('FORB-32 the reason for several is a draft, and is there when they, or others, are put off again', async () => {
    const karna = show({ ...aktualisering, id: id(3) });
    const oppna = async () => {
      await screen.findByText('Lagd för hand');
      fireEvent.keyDown(rader()[1] as HTMLElement, { key: 'a', ctrlKey: true });
      fireEvent.contextMenu(rader()[1] as HTMLElement);
      fireEvent.click(await screen.findByRole('menuitem', { name: 'Skjut upp … (2)' }));
      return within(await dialog());
    };
    const forst = await oppna();
    fireEvent.change(await forst.findByRole('textbox', { name: /^Skäl/ }), { target: { value: 'Semester' } });
    fireEvent.click(forst.getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [utkast] = [...karna.utkast.values()];
    expect(utkast).toMatchObject({ nyckel: 'skjutUppFlera:alla', personId: null, data: { skal: 'Semester' } });
    expect(JSON.stringify(utkast)).not.toMatch(/Ekström|19990412/);
    const igen = await oppna();
    expect((await igen.findByRole<HTMLInputElement>('textbox', { name: /^Skäl/ })).value).toBe('Semester');
    expect(igen.getByText('Utkast – finns bara här')).toBeTruthy();
    await skjutUpp(dag(5), 'Semester');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(karna.list('fristskjutning')).toHaveLength(2);
    expect(karna.utkast.size).toBe(0);
  });
  it('FORB-32 opened from Utkorg it is over the list; what is not there any more is said, with the text', async () => {
    const karna = show();
    await karna.backend.call('utkast.spara', {
      ...{ nyckel: 'skjutUppFlera:alla', personId: null, titel: 'Skjut upp bevakningar' },
      data: { till: '', skal: 'Semester', nycklar: ['borta/1'] },
    });
    await screen.findByText('Lagd för hand');
    act(() => showSkjutUppFlera(['borta/1']));
    expect(await screen.findByText('Bevakningarna som det gällde står inte i listan längre.')).toBeTruthy();
    expect(screen.getByDisplayValue('Semester')).toBeTruthy();
    fireEvent.click(within(await dialog()).getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(karna.utkast.size).toBe(1);
  });

  it('KLOCK-04 several are put off at once, with one reason', async () => {
    const karna = show({ ...aktualisering, id: id(3) });
    await screen.findByText('Lagd för hand');
    fireEvent.keyDown(await screen.findByRole('grid', { name: 'Bevakningar' }).then(() => rader()[1] as HTMLElement), {
      key: 'a',
      ctrlKey: true,
    });
    fireEvent.contextMenu(rader()[1] as HTMLElement);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Skjut upp … (2)' }));
    expect(within(await screen.findByRole('list', { name: 'Skjuts upp' })).getAllByRole('listitem')).toHaveLength(2);
    await skjutUpp(dag(0), ' ');
    expect(await screen.findByText('Välj en dag efter idag.')).toBeTruthy();
    expect(karna.list('fristskjutning')).toEqual([]);
    await skjutUpp(dag(5), 'Semester');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(karna.list('fristskjutning').map(({ data }) => [data.till, data.skal])).toEqual([
      [dag(5), 'Semester'],
      [dag(5), 'Semester'],
    ]);
    await waitFor(() => expect(rader()).toHaveLength(1));
  });

  it('KLOCK-04 put off with a reason it is under Uppskjutna until then, and is put off to another day there', async () => {
    const karna = show();
    fireEvent.keyDown(await rad(summa), { key: 'Enter' });
    await skjutUpp(dag(0), ' ');
    expect(await screen.findByText('Välj en dag efter idag.')).toBeTruthy();
    expect(screen.getByText('Skriv varför bevakningen skjuts upp.')).toBeTruthy();
    await skjutUpp(dag(5), 'Väntar på fullmakt');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(rader()).toHaveLength(1));
    flik('Uppskjutna');
    const uppskjuten = await rad(summa);
    expect(within(uppskjuten).getByText(`${dag(5)} av ${karna.list('fristskjutning')[0]?.data.av.namn}: Väntar på fullmakt`)).toBeTruthy();
    fireEvent.contextMenu(uppskjuten);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Ändra uppskjutningen …' }));
    await skjutUpp(dag(3), 'Fullmakten kom');
    expect(await screen.findByText(new RegExp(`^${dag(3)} av`))).toBeTruthy();
    expect(karna.list('fristskjutning')).toMatchObject([{ data: { nyckel, till: dag(3), datum: dag(-6) } }]);
    fireEvent.contextMenu(await rad(summa));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Visa igen i listan' }));
    expect(await screen.findByText(/^Inget är uppskjutet/)).toBeTruthy();
    expect(karna.list('fristskjutning')).toEqual([]);
    flik('Att göra');
    expect(await rad(summa)).toBeTruthy();
  });

  it('FORB-53 the camera counts those that are in a list, and lists them; what is put off is in no list', async () => {
    const akt = karinsAkt();
    const regler = fristregler().filter(({ data }) => (data as { handelse: string }).handelse === 'aktualiseringInkom');
    const { karna } = showWith(
      <>
        <Antal />
        <Bevakningsdialoger />
      </>,
      { akt: { ...akt, records: [...akt.records, ...regler, aktualisering, lagd] } },
    );
    expect(await screen.findByText('2 att göra')).toBeTruthy();
    act(() => showKamera(linnea.person, { type: 'person', id: linnea.person }));
    expect(within(await dialog()).getByRole('tab', { name: 'Att göra 2' })).toBeTruthy();
    fireEvent.keyDown(await rad(summa), { key: 'Enter' });
    await screen.findByRole('form', { name: 'Beräknad bevakning' });
    await skjutUpp(dag(5), 'Väntar på fullmakt');
    expect(await screen.findByRole('tab', { name: 'Att göra 1' })).toBeTruthy();
    expect(screen.getByText('1 att göra')).toBeTruthy();
    expect(karna.list('fristskjutning')).toHaveLength(1);
  });

  it('FRAGA-61 what a colleague has put off meanwhile is said, and nothing of theirs is answered for', async () => {
    const karna = show();
    fireEvent.keyDown(await rad(summa), { key: 'Enter' });
    const i = within(await dialog());
    fireEvent.change(i.getByRole('textbox', { name: /^Skäl/ }), { target: { value: 'Mitt skäl' } });
    karna.pull({
      type: 'fristskjutning',
      id: id(5),
      data: {
        ...{ enhet: 'lss', nyckel, namn: 'x', datum: dag(-6), till: dag(9), skal: 'Semester', rev: id(6) },
        av: { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: '2026-11-01T09:00:00.000Z' },
      },
    });
    expect(await i.findByText(`till ${dag(9)} av Ulla Ström: Semester`)).toBeTruthy();
    expect((i.getByRole('textbox', { name: /^Skäl/ }) as HTMLTextAreaElement).value).toBe('Mitt skäl');
    expect(await i.findByRole('button', { name: /mina/i })).toBeTruthy();
  });

  it('says so when what it was about is done while its dialog is open', async () => {
    const karna = show();
    fireEvent.keyDown(await rad(summa), { key: 'Enter' });
    await dialog();
    karna.pull({ type: 'aktualisering', id: vantar, data: { utredningId: linnea.utredning } });
    expect(await screen.findByText('Bevakningen finns inte längre.')).toBeTruthy();
  });
});
