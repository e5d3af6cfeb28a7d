// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { etjanst, godkannande, godkannandeId, ombudet, ombudssamtycket } from '../../shared/domain/testing/etjanst.ts';
import { aterkallat, samtyckeId, syster } from '../../shared/domain/testing/samtycke.ts';
import { testId } from '../../shared/domain/testing/state.ts';
import { type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import { idagNu } from '../components/idag.ts';
import type { Yta } from '../state/arbetsyta.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, ctrlS, karinsAkt, prepareKund, showKund, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

prepareKund();
/** By one day, whatever the clock comes to meanwhile. */
const idag = idagNu();
const dag = (dagar: number): IsoDate => plusDagar(idag, dagar);
const iPerson: Yta = { slag: 'personuppgifter', del: 'person' };
const hens = etjanstId(linnea.person);
type Records = TestAkt['records'];
const person = (records: Records, over: object): Records =>
  records.map((one) => (one.id === linnea.person ? ({ ...one, data: Object.assign({}, one.data, over) } as Records[number]) : one));
function show(mer: Records = [], over: object = { skydd: 'ingen', telefon: '070-174 06 01', epost: 'linnea@exempel.se' }) {
  const akt = karinsAkt();
  return showKund(iPerson, { akt: { ...akt, records: [...person(akt.records, over), ...mer] } });
}
const egen = (over: Parameters<typeof etjanst>[0] = {}) => ({ ...etjanst(over), id: hens });
const giltigt = (over: Parameters<typeof godkannande>[1] = {}) =>
  godkannande(1, { fran: dag(-10), tom: dag(300), lage: 'aktiv', fungerarFran: dag(-9), ...over });
const samtycket = (over: Parameters<typeof ombudssamtycket>[0] = {}) =>
  ombudssamtycket({ fran: dag(-10), mottaget: { dag: dag(-10), av: 'Karin Ek' }, ...over });
const kortet = () => screen.findByRole('region', { name: 'E-tjänst' });
const aktivera = 'Aktivera e-tjänst';
const ruta = (namn: string) => screen.getByRole('checkbox', { name: namn });

describe('EAKT-05 turned on', () => {
  it('EAKT-06 EAKT-09 EAKT-10 FORB-62 INK-02 proposes what there is to be told by and the income form; it waits for the night, and says from when it works', async () => {
    const { karna } = show();
    expect(within(await kortet()).getByText('Inte aktiverad')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: aktivera }));
    await screen.findByRole('form', { name: aktivera });
    for (const namn of ['Meddelande', 'Digital inkomstblankett', 'Avisering via SMS', 'Avisering via e-post'])
      expect((ruta(namn) as HTMLInputElement).checked, namn).toBe(true);
    await ctrlS(aktivera);
    await waitFor(() =>
      expect(karna.get('etjanst', hens)).toMatchObject({ lage: 'vantarPaNatten', sms: { telefon: 1 }, epost: 'linnea@exempel.se' }),
    );
    expect((await screen.findAllByText(/^Aktiveras i natt, fungerar från \d+ /)).length).toBeGreaterThan(0);
    expect(await screen.findByText('E-tjänsten är inte igång än.')).toBeTruthy();
    expect(
      within(await kortet()).getByText('SMS till 070-174 06 01 och e-post till linnea@exempel.se, när e-tjänsten är aktiv'),
    ).toBeTruthy();
  });
  it('EAKT-07 EAKT-08 asks for telefon 2 and for an address that is one, at their fields', async () => {
    const { karna } = show([], { skydd: 'ingen', telefon: '0431-12345' });
    fireEvent.click(await screen.findByRole('button', { name: aktivera }));
    await screen.findByRole('form', { name: aktivera });
    fireEvent.click(ruta('Avisering via SMS'));
    fireEvent.click(ruta('Avisering via e-post'));
    write(/^E-postadress/, 'linnea');
    await ctrlS(aktivera);
    expect((await screen.findAllByText(/^Numret är inget mobilnummer/)).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^E-postadressen stämmer inte/).length).toBeGreaterThan(0);
    write(/^Nummer/, '070-1740601');
    write(/^E-postadress/, 'linnea@exempel.se');
    await ctrlS(aktivera);
    await waitFor(() => expect(karna.get('etjanst', hens)).toMatchObject({ sms: { telefon: 2, nummer: '070-1740601' } }));
  });
  it('a draft is kept, and is there when the program is opened again', async () => {
    const { openAgain } = show();
    fireEvent.click(await screen.findByRole('button', { name: aktivera }));
    await screen.findByRole('form', { name: aktivera });
    write(/^E-postadress/, 'annan@exempel.se');
    fireEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: aktivera })).toBeNull());
    openAgain(iPerson);
    expect(await within(await kortet()).findByText('Ett utkast är påbörjat')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: aktivera }));
    await screen.findByRole('form', { name: aktivera });
    expect(await screen.findByDisplayValue('annan@exempel.se')).toBeTruthy();
  });
  it.each([
    ['one who has died', { avliden: '2026-11-01' }, /^Kunden har avlidit/],
    ['one with an interim number', { nummerSlag: 'interim', personnummer: '19990412T380' }, /^Kunden har inget personnummer/],
  ])('%s is not activated, and it says why', async (_, over, ord) => {
    show([], { skydd: 'ingen', ...over });
    const knapp = await screen.findByRole('button', { name: aktivera });
    expect(knapp.getAttribute('aria-disabled')).toBe('true');
    expect(within(await kortet()).getByText(ord)).toBeTruthy();
    fireEvent.click(knapp);
    expect(screen.queryByRole('form', { name: aktivera })).toBeNull();
  });
  it('FRAGA-62 nothing outside the e-service is proposed to the protected', async () => {
    show([], { skydd: 'sekretessmarkering', telefon: '070-174 06 01', epost: 'linnea@exempel.se' });
    fireEvent.click(await screen.findByRole('button', { name: aktivera }));
    await screen.findByRole('form', { name: aktivera });
    expect((ruta('Avisering via SMS') as HTMLInputElement).checked).toBe(false);
    expect(screen.getByText('Kunden har skyddade personuppgifter.')).toBeTruthy();
  });
  it('FORB-76 it says that ungdoms-BankID does not work', async () => {
    show([], { skydd: 'ingen', fodelsedatum: plusManader(idagNu(), -12 * 15), personnummer: '201112052380' });
    expect(within(await kortet()).getByText(/Ungdoms-BankID fungerar inte/)).toBeTruthy();
  });
});

describe('EAKT-12 what is on', () => {
  it('EAKT-13 a box at the top says so and how the kund is told, and the head of the kund has it', async () => {
    show([egen({ lage: 'aktiv', fungerarFran: dag(-3), sms: { telefon: 1 }, epost: 'a@b.se' })]);
    expect(await screen.findByText('E-tjänsten är kopplad.')).toBeTruthy();
    expect(screen.getByText(/Avisering via SMS och e-post\.$/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Kund' })).getByText('E-tjänst')).toBeTruthy();
  });
  it('FORB-63 what failed says why, and when it is tried again', async () => {
    show([egen({ lage: 'misslyckades', misslyckande: { orsak: 'avvisad', svar: 'Okänd', forsok: 1, igen: dag(5) } })]);
    expect(
      (await screen.findAllByText(/^Aktiveringen misslyckades: e-tjänsten avvisade aktiveringen \(Okänd\)\. Nytt försök natten till/))
        .length,
    ).toBeGreaterThan(0);
  });
  it('unticking Meddelande closes it at once', async () => {
    const { karna } = show([egen({ lage: 'aktiv', fungerarFran: dag(-3) })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ändra e-tjänst' }));
    await screen.findByRole('form', { name: 'Ändra e-tjänst' });
    fireEvent.click(ruta('Meddelande'));
    expect(screen.getByRole('button', { name: 'Stäng e-tjänsten' })).toBeTruthy();
    await ctrlS('Ändra e-tjänst');
    await waitFor(() => expect(karna.get('etjanst', hens)).toMatchObject({ lage: 'avslutad', slut: { orsak: 'valt', namn: 'Karin Ek' } }));
    expect((await screen.findAllByText(/^Avslutad .*: av Karin Ek\.$/)).length).toBeGreaterThan(0);
  });
  it('FRAGA-61 what a colleague changed meanwhile is told; what the night did is no change of the form', async () => {
    const { karna } = show([egen({ lage: 'vantarPaNatten', epost: 'a@b.se' })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ändra e-tjänst' }));
    await screen.findByRole('form', { name: 'Ändra e-tjänst' });
    write(/^E-postadress/, 'min@exempel.se');
    karna.pull(egen({ lage: 'aktiv', fungerarFran: dag(0), epost: 'a@b.se' }));
    await screen.findByText('E-tjänsten är kopplad.');
    expect(screen.queryByText(/Någon annan har ändrat/)).toBeNull();
    karna.pull(egen({ lage: 'aktiv', fungerarFran: dag(0), epost: 'deras@exempel.se', rev: testId(779) }));
    expect((await screen.findAllByText(/deras@exempel\.se/)).length).toBeGreaterThan(0);
    expect(screen.getByDisplayValue('min@exempel.se')).toBeTruthy();
  });
  it('FORB-60 a telefon 1 that has become none is pointed out', async () => {
    show([egen({ lage: 'aktiv', fungerarFran: dag(-3), sms: { telefon: 1 } })], { skydd: 'ingen', telefon: '0431-12345' });
    expect(await screen.findByText('Numret som ska få SMS är inget mobilnummer längre.')).toBeTruthy();
  });
});

it('EAKT-13 ROLL-07 the staff of a utförare see the same box and may turn it on, and know of no approvals', async () => {
  const akt = karinsAkt();
  const personal = { ...akt.actor, roller: ['utforare' as const], enheter: [], utforareId: linnea.utforare };
  const records = person(akt.records, { skydd: 'ingen' });
  const { karna } = showKund(iPerson, {
    akt: { ...akt, actor: personal, records: [...records, egen({ lage: 'aktiv', fungerarFran: dag(-3), epost: 'a@b.se' })] },
  });
  expect(await screen.findByText('E-tjänsten är kopplad.')).toBeTruthy();
  expect(screen.getByText(/Avisering via e-post\.$/)).toBeTruthy();
  expect(screen.queryByText('Godkända närstående')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Ändra e-tjänst' }));
  await screen.findByRole('form', { name: 'Ändra e-tjänst' });
  write(/^E-postadress/, 'ny@exempel.se');
  await ctrlS('Ändra e-tjänst');
  await waitFor(() => expect(karna.get('etjanst', hens)?.epost).toBe('ny@exempel.se'));
});

describe('REL-02 who is approved', () => {
  const form = 'Godkänn närstående';
  it('REL-04 to REL-09 FORB-64 one form: who, by which samtycke, a year, and how they are told', async () => {
    const { karna } = show([ombudet({ telefon: '070-1740602', epost: 'asa@exempel.se' }), samtycket()]);
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    await ctrlS(form);
    expect((await screen.findAllByText(/^Välj vem som ska godkännas/)).length).toBeGreaterThan(0);
    await choose(/^Närstående/, /^Ekström, Åsa 19850101-2382/);
    expect(await screen.findByText(/^Närstående är ombud i e-tjänsten, .* mottaget .* av Karin Ek$/)).toBeTruthy();
    await ctrlS(form);
    await waitFor(() => expect(karna.list('godkannande')).toHaveLength(1));
    expect(karna.list('godkannande')[0]?.data).toMatchObject({
      ...{ lage: 'vantarPaNatten', samtyckeId: samtyckeId(5), fran: dag(0), tom: plusManader(dag(0), 12) },
      ...{ mobil: '070-1740602', epost: 'asa@exempel.se', till: { kontaktId: syster } },
    });
    const lista = await screen.findByRole('list', { name: 'Godkända närstående' });
    expect(within(lista).getByText(/Aktiveras i natt, fungerar från/)).toBeTruthy();
  });
  it('FORB-65 without a samtycke it says what is asked for, and nothing is saved', async () => {
    const { karna } = show([ombudet()]);
    fireEvent.click(await screen.findByRole('button', { name: form }));
    await screen.findByRole('form', { name: form });
    await choose(/^Närstående/, /^Ekström, Åsa/);
    expect(await screen.findByText('Saknas')).toBeTruthy();
    await ctrlS(form);
    expect((await screen.findAllByText(/^Inget samtycke gäller till att den är ombud/)).length).toBeGreaterThan(0);
    expect(karna.list('godkannande')).toHaveLength(0);
  });
  it('FORB-65 what a colleague took back shows at once that nobody is let in', async () => {
    const { karna } = show([ombudet(), samtycket(), giltigt()]);
    const lista = await screen.findByRole('list', { name: 'Godkända närstående' });
    expect(within(lista).getByText('Aktiv')).toBeTruthy();
    karna.pull(samtycket({ aterkallat: aterkallat(dag(0)) }));
    expect(await within(lista).findByText('Gäller inte')).toBeTruthy();
    expect(within(lista).getByText(/Samtycket gäller inte längre/)).toBeTruthy();
  });
  it('EAKT-11 FRAGA-45 FORB-61 the card lists everyone who is told, and how', async () => {
    show([egen({ lage: 'aktiv', fungerarFran: dag(-3) }), ombudet(), samtycket(), giltigt({ mobil: '070-1740602' })]);
    const kort = within(await kortet());
    expect(await kort.findByText('Kunden aviseras')).toBeTruthy();
    expect(kort.getByText('Ekström, Åsa aviseras')).toBeTruthy();
    expect(kort.getByText(/^SMS till 070-1740602, som godkänd till och med \d{4}-\d\d-\d\d$/)).toBeTruthy();
  });
  it('FRAGA-61 the card says who was not told, and why, until it is saved', async () => {
    const fel = { kanal: 'sms' as const, orsak: 'nekad' as const, dag: dag(-1) };
    const hans = giltigt({ mobil: '070-1740602', uteblivenAvisering: { kanal: 'epost', orsak: 'avbrott', dag: dag(-1) } });
    const { karna } = show([
      egen({ lage: 'aktiv', fungerarFran: dag(-3), sms: { telefon: 1 }, uteblivenAvisering: fel }),
      ombudet(),
      samtycket(),
      hans,
    ]);
    const kort = within(await kortet());
    expect(await kort.findByText(/^Avisering via SMS har inte kommit fram sedan den /)).toBeTruthy();
    expect(kort.getByText(/^Numret togs inte emot/)).toBeTruthy();
    const lista = within(kort.getByRole('list', { name: 'Godkända närstående' }));
    expect(lista.getByText(/^En avisering via e-post den .* kom kanske inte fram/)).toBeTruthy();
    fireEvent.click(kort.getByRole('button', { name: 'Ändra e-tjänst' }));
    await screen.findByRole('form', { name: 'Ändra e-tjänst' });
    await ctrlS('Ändra e-tjänst');
    await waitFor(() => expect(karna.get('etjanst', hens)?.uteblivenAvisering).toBeUndefined());
    await waitFor(() => expect(kort.queryByText(/^Avisering via SMS har inte/)).toBeNull());
  });
  it('FORB-61 who is told of nothing any more, or is protected, is not said to be told', async () => {
    const slut = samtycket({ aterkallat: aterkallat(dag(0)) });
    const { karna } = show([ombudet(), slut, giltigt({ mobil: '070-1740602' })]);
    const kort = within(await kortet());
    expect(await kort.findByText('Nej, godkännandet gäller inte')).toBeTruthy();
    karna.pull(egen({ lage: 'vantarPaNatten', epost: 'linnea@exempel.se' }));
    expect(await kort.findByText('e-post till linnea@exempel.se, när e-tjänsten är aktiv')).toBeTruthy();
  });
  it('REL-10 is ended with why', async () => {
    const { karna } = show([ombudet(), samtycket(), giltigt()]);
    fireEvent.click(within(await screen.findByRole('list', { name: 'Godkända närstående' })).getByRole('button', { name: 'Avsluta' }));
    await screen.findByRole('form', { name: 'Avsluta godkännandet?' });
    write(/^Orsak/, 'Flyttat utomlands');
    await ctrlS('Avsluta godkännandet?');
    await waitFor(() =>
      expect(karna.get('godkannande', godkannandeId(1))).toMatchObject({ lage: 'avslutad', slut: { skal: 'Flyttat utomlands' } }),
    );
  });
});

describe('FORB-64 one form registers somebody near and approves them', () => {
  const slaget = {
    ...{ type: 'vardelista' as const, id: testId(779) },
    data: { lista: 'samtyckesslag' as const, varden: [{ namn: 'Ombud i e-tjänsten', tillater: ['ombudETjanst' as const] }] },
  };
  const oppna = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Godkänn närstående' }));
    await screen.findByRole('form', { name: 'Godkänn närstående' });
  };
  it('REL-05 to REL-09 of who is no contact yet: contact, samtycke, period and how they are told, in one save', async () => {
    const { karna } = show([slaget]);
    const fore = karna.list('kontakt').length;
    await oppna();
    await choose(/^Närstående/, 'Ny närstående');
    await ctrlS('Godkänn närstående');
    expect(await screen.findByText('Namn saknas. Skriv efternamn, förnamn.')).toBeTruthy();
    expect(screen.getByText('Välj hur samtycket gavs.')).toBeTruthy();
    expect(karna.list('godkannande'), 'none of it is saved').toHaveLength(0);
    write(/^Namn/, 'Ekström, Bo');
    write(/^Personnummer/, '19850101-2382');
    fireEvent.click(screen.getByRole('radio', { name: 'Muntligt' }));
    write('Mobil för avisering', '070-174 06 02');
    await ctrlS('Godkänn närstående');
    await waitFor(() => expect(karna.list('godkannande')).toHaveLength(1));
    const [{ data } = { data: undefined }] = karna.list('godkannande');
    expect(data).toMatchObject({ lage: 'vantarPaNatten', fran: idag, tom: plusManader(idag, 12), mobil: '070-174 06 02' });
    expect(karna.list('kontakt')).toHaveLength(fore + 1);
    expect(karna.get('kontakt', data?.till.kontaktId ?? '')).toMatchObject({ namn: 'Ekström, Bo', telefon: '070-174 06 02' });
    expect(karna.get('samtycke', data?.samtyckeId ?? '')).toMatchObject({
      avser: 'Ombud i e-tjänsten',
      hur: 'muntligt',
      till: { namn: 'Ekström, Bo' },
    });
  });
  it('of a contact that is there, with the samtycke that is lacking', async () => {
    const { karna } = show([slaget, ombudet()]);
    await oppna();
    await choose(/^Närstående/, /Ekström, Åsa/);
    fireEvent.click(screen.getByRole('radio', { name: 'Skriftligt' }));
    await ctrlS('Godkänn närstående');
    await waitFor(() => expect(karna.list('godkannande')).toHaveLength(1));
    expect(karna.list('samtycke')).toMatchObject([{ data: { hur: 'skriftligt', till: { kontaktId: syster } } }]);
  });
});

describe('VALK-04 the checklist', () => {
  const checklistan = async () => within(await screen.findByRole('list', { name: 'Checklista för e-tjänsten' }));
  const steg = async (nr: number) => (await checklistan()).getAllByRole('listitem')[nr] as HTMLElement;
  const foreslagen = () => egen({ lage: 'aktiv', fungerarFran: dag(0), valkomst: { slag: 'foreslaget' } });
  it('has the four steps in their order, each as the records say it is', async () => {
    show([
      egen({
        lage: 'aktiv',
        fungerarFran: dag(-1),
        valkomst: { slag: 'skickat', av: { anvandareId: testId(1), namn: 'Karin Ek', at: `${dag(0)}T09:00:00.000Z` } },
      }),
      ombudet(),
      samtycket(),
      giltigt(),
    ]);
    const rader = (await checklistan()).getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rader).toHaveLength(4);
    expect(rader[0]).toContain('Klart');
    expect(rader[1]).toContain(`Karin Ek, ${dag(0)}`);
    expect(rader[2]).toContain('1 av 1 aktiva');
    expect(rader[3]).toContain('Inget hos dig än');
  });
  it('says what is still to be done before the night', async () => {
    show([egen()]);
    expect((await steg(0)).textContent).toContain('I natt');
    expect(within(await steg(1)).queryByRole('button')).toBeNull();
  });
  it('FORB-73 VALK-02 the message that is proposed has its text in place, and is sent as it was changed', async () => {
    const { karna } = show([foreslagen()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Läs och skicka: Välkomstmeddelande' }));
    const text = (await screen.findByRole('textbox', { name: /^Text/ })) as HTMLTextAreaElement;
    expect(text.value).toContain('Nu är vår e-tjänst påslagen för dig');
    write(/^Text/, `${text.value} Hälsningar Karin`);
    await ctrlS('Välkomstmeddelande');
    expect(await screen.findByText('Kontrollera mottagaren och kryssa i rutan.'), 'FORB-67 none of her own kunder').toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /^Ja, det ska till Ekström, Linnea Maria/ }));
    await ctrlS('Välkomstmeddelande');
    await waitFor(() => expect(karna.get('etjanst', hens)).toMatchObject({ valkomst: { slag: 'skickat' } }));
    await waitFor(async () => expect((await steg(1)).textContent).toContain('Skickat'));
  });
  it('is said no to by one press, and may be written all the same', async () => {
    const { karna } = show([foreslagen()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Skicka inte: Välkomstmeddelande' }));
    await waitFor(() => expect(karna.get('etjanst', hens)).toMatchObject({ valkomst: { slag: 'inte' } }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Skicka inte: Välkomstmeddelande' })).toBeNull());
    expect(await screen.findByRole('button', { name: 'Läs och skicka: Välkomstmeddelande' })).toBeTruthy();
  });
  it('to somebody protected none is proposed', async () => {
    show([foreslagen()], { skydd: 'sekretessmarkering' });
    expect((await steg(1)).textContent).toContain('Inte skickat');
    expect(screen.queryByRole('button', { name: 'Skicka inte: Välkomstmeddelande' })).toBeNull();
  });
});
