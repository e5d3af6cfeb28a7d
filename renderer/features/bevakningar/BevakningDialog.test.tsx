// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { nyBevakningPa } from '../../../shared/ipc/utkastnyckel.ts';
import { plusDagar, plusManader } from '../../../shared/util/datum.ts';
import { idagNu } from '../../components/idag.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { showKamera } from '../../state/kamera.ts';
import type { TestAkt } from '../../testing/karna.ts';
import { choose, karinsAkt, prepareKund, showWith, write } from '../../testing/kund.tsx';
import { linnea } from '../../testing/linnea.ts';
import { Bevakningsdialoger } from './Bevakningsdialoger.tsx';

prepareKund();

const beslutId = '018f0000-0000-7000-8000-00000000be51';
const bevakningId = '018f0000-0000-7000-8000-00000000b001';
const slut = plusManader(idagNu(), 8);
const beslut: TestAkt['records'][number] = {
  type: 'beslut',
  id: beslutId,
  data: {
    ...{ utredningId: linnea.utredning, beslutskod: 'KONTAKTPERSON', beslutsnamn: 'LSS Kontaktperson Bifall', utfall: 'bifall' },
    ...{ insatskategori: 'Rekrytering LSS-insatser', beslutsdatum: '2026-11-01', giltigFran: '2026-11-01', giltigTom: slut },
  },
};
const skapad = { anvandareId: kat.enhetschef, namn: 'Ulla Ström', at: '2026-11-01T09:00:00.000Z' };
const lagd = (over: object = {}): TestAkt['records'][number] => ({
  type: 'bevakning',
  id: bevakningId,
  data: {
    ...{ datum: plusDagar(idagNu(), -2), status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: 'Ring bostaden', skapad },
    ...{ bevakasAvId: kat.utforare.funktion3, ref: { type: 'beslut', id: beslutId }, ...over },
  },
});
function show(...poster: TestAkt['records']) {
  const akt = karinsAkt();
  return showWith(<Bevakningsdialoger />, { akt: { ...akt, records: [...akt.records, beslut, ...poster] } });
}
const pa = { type: 'beslut', id: beslutId } as const;
const openNy = () => act(() => showArendedialog({ personId: linnea.person, post: 'bevakning', id: nyBevakningPa(pa) }));
const openDen = () => act(() => showArendedialog({ personId: linnea.person, post: 'bevakning', id: bevakningId }));
const spara = () => fireEvent.click(screen.getByRole('button', { name: 'Spara' }));

describe('BEV-05 BEV-07 Ny bevakning from a beslut', () => {
  it('FORB-55 proposes three months before the end and a year; takes no day that has passed', async () => {
    const { karna } = show();
    openNy();
    await screen.findByRole('form', { name: 'Ny bevakning' });
    expect(screen.getByText(/LSS Kontaktperson Bifall 261101/)).toBeTruthy();
    write(/Bevakningsdatum/, plusDagar(idagNu(), -1));
    spara();
    expect(await screen.findByText('Datumet får inte ligga bakåt i tiden.')).toBeTruthy();
    expect(screen.getByText('Välj vad bevakningen är av för typ.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: `3 mån före slutdatum: ${plusManader(slut, -3)}` }));
    await choose(/Bevakning typ av/, 'LSS Följ upp beslut/verks');
    write(/^Text/, 'Kvitto från stödfamiljen');
    expect(screen.getByText('Syns för alla. Skriv mycket kort, 24 av 120 tecken.')).toBeTruthy();
    spara();
    await waitFor(() => expect(karna.list('bevakning')).toHaveLength(1));
    expect(karna.list('bevakning')[0]?.data).toMatchObject({
      ...{ datum: plusManader(slut, -3), status: 'Ej påbörjad', typ: 'LSS Följ upp beslut/verks', text: 'Kvitto från stödfamiljen' },
      // One's own function until another is chosen.
      ...{ bevakasAvId: kat.utforare.funktion3, ref: pa, skapad: { anvandareId: kat.handlaggare } },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('FORB-54 asks when the text holds a number, a word of health or a name; it is a question, and the text stays', async () => {
    const { karna } = show();
    openNy();
    await screen.findByRole('form', { name: 'Ny bevakning' });
    write(/Bevakningsdatum/, plusDagar(idagNu(), 7));
    await choose(/Bevakning typ av/, 'Kontrollera KIR');
    write(/^Text/, 'Linneas autismutredning, 990412-2380');
    spara();
    const fraga = await screen.findByRole('alertdialog', { name: 'Alla kan läsa texten' });
    expect(
      within(fraga)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Ser ut som ett personnummer: ”990412-2380”', 'Kan berätta om hälsa: ”autismutredning”', 'Är ett namn i akten: ”Linneas”']);
    fireEvent.click(within(fraga).getByRole('button', { name: 'Avbryt' }));
    expect(karna.list('bevakning')).toEqual([]);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Text/).value).toBe('Linneas autismutredning, 990412-2380');
    spara();
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Spara ändå' }));
    await waitFor(() => expect(karna.list('bevakning')).toHaveLength(1));
  });

  it('FORB-32 what is half filled in is a draft, and there when it is opened again', async () => {
    const { karna } = show();
    openNy();
    await screen.findByRole('form', { name: 'Ny bevakning' });
    write(/^Text/, 'Ring');
    fireEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([...karna.utkast.keys()]).toEqual([`bevakning:${linnea.person}:ny:beslut:${beslutId}`]);
    openNy();
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Text/)).value).toBe('Ring');
  });
});

describe('BEV-04 BEV-09 a bevakning that is there', () => {
  it('its day may have passed; status, text and owner are changed, one command', async () => {
    const { karna } = show(lagd());
    openDen();
    await screen.findByRole('form', { name: 'Bevakning' });
    expect(screen.getByText('Ulla Ström')).toBeTruthy();
    await choose('Status', 'Väntar');
    await choose(/Bevakas av/, /Systemförvaltningen/);
    spara();
    await waitFor(() => expect(karna.get('bevakning', bevakningId)?.status).toBe('Väntar'));
    expect(karna.get('bevakning', bevakningId)).toMatchObject({ bevakasAvId: kat.utforare.systemforvaltningen, text: 'Ring bostaden' });
  });

  it('FRAGA-61 a colleague changes it meanwhile: what is theirs stands beside what is one’s own', async () => {
    const { karna } = show(lagd());
    openDen();
    await screen.findByRole('form', { name: 'Bevakning' });
    write(/^Text/, 'Ring mamma');
    act(() => karna.pull({ type: 'bevakning', id: bevakningId, data: { status: 'Pågår', text: 'Ring god man' } }));
    expect(await screen.findByText(/Någon annan har ändrat detta/)).toBeTruthy();
    expect(screen.getByText('du: Ring mamma · i akten: Ring god man')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Behåll mina uppgifter' }));
    spara();
    await waitFor(() => expect(karna.get('bevakning', bevakningId)?.text).toBe('Ring mamma'));
    // What only the colleague had changed is theirs.
    expect(karna.get('bevakning', bevakningId)?.status).toBe('Pågår');
  });

  it('BEV-16 is taken away with the reason', async () => {
    const { karna } = show(lagd());
    act(() => showArendedialog({ personId: linnea.person, post: 'taBortBevakning', id: bevakningId }));
    await screen.findByRole('form', { name: 'Ta bort bevakningen?' });
    fireEvent.click(screen.getByRole('button', { name: 'Ja, ta bort bevakningen' }));
    expect(await screen.findByText('Orsak saknas. Skriv varför bevakningen tas bort.')).toBeTruthy();
    write(/Orsak/, 'Lagd två gånger');
    fireEvent.click(screen.getByRole('button', { name: 'Ja, ta bort bevakningen' }));
    await waitFor(() => expect(karna.get('bevakning', bevakningId)?.borttagen).toMatchObject({ orsak: 'Lagd två gånger' }));
  });
});

describe('BEV-05 FORB-53 the camera at a beslut', () => {
  it('shows what is connected to it, open and done, and comes back when one of them is closed', async () => {
    show(lagd(), { ...lagd({ status: 'Klar', klar: skapad, text: 'Gjord' }), id: '018f0000-0000-7000-8000-00000000b002' });
    act(() => showKamera(linnea.person, pa));
    const lista = await screen.findByRole('grid', { name: 'Bevakningar' });
    expect(within(lista).getAllByRole('row')).toHaveLength(2);
    fireEvent.keyDown(within(lista).getAllByRole('row')[1] as HTMLElement, { key: 'Enter' });
    await screen.findByRole('form', { name: 'Bevakning' });
    fireEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
    fireEvent.click(await screen.findByRole('tab', { name: 'Klara 1' }));
    expect(await screen.findByText('Gjord')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ny bevakning' }));
    expect(await screen.findByRole('form', { name: 'Ny bevakning' })).toBeTruthy();
  });
});
