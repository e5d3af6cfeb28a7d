// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { aterkallat, samtycke, syster, systern } from '../../shared/domain/testing/samtycke.ts';
import { testId } from '../../shared/domain/testing/state.ts';
import { BevakningslistaDialog } from '../features/utskrift/BevakningslistaDialog.tsx';
import { flikYta } from '../state/arbetsyta.ts';
import { egnaBevakningar } from '../state/dialog.ts';
import { runCommandById, runnableCommands, useCommandState } from '../state/keys.ts';
import { getKundvy, setKundvy } from '../state/kundvy.ts';
import type { TestAkt } from '../testing/karna.ts';
import { choose, karinsAkt, prepareKund, showKund, showWith, write } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';

// What pdf.js draws is tried in its own tests: here it is which document is shown.
vi.mock('../visare/Dokumentvisare.tsx', () => ({
  Dokumentvisare: ({ kalla }: { kalla: { id?: string; sha256?: string } }) => <div data-testid="visare">{kalla.id ?? kalla.sha256}</div>,
}));
prepareKund();

const beslutId = testId(300);
const signatur = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-03T09:00:00.000Z' };
const mall = (n: number, kod: string, namn: string, more: object = {}) => ({
  type: 'mall' as const,
  id: testId(700 + n),
  data: {
    ...{ fran: '2018-07-01', kod, namn, version: n, form: 'akt', titel: kod === 'brev' ? '{titel}' : `Dokument ${kod}` },
    ...{ utredningstyper: [], texter: {}, ...more },
  },
});
const brevtexter = Object.fromEntries(
  ['rubrik.beslut', 'rubrik.skal', 'rubrik.beslutsfattare', 'rubrik.overklagande', 'beslut.bifall', 'skal.utan', 'skal.lagrum'].map(
    (namn) => [namn, [`Text ${namn}`]],
  ),
);
const dokumentkatalog = [
  mall(1, 'utredning', 'LSS utredningsdokument1'),
  mall(2, 'utredning', 'LSS utredningsdokument, kort'),
  mall(3, 'beslut', 'LSS beslut med överklagande', { texter: brevtexter, skalRubriker: ['BEDOMNING'] }),
  mall(4, 'brev', 'Brev'),
  mall(6, 'journal', 'Journal'),
  mall(9, 'kallelse', 'Kallelse', {
    ...{ form: 'brev', dokumenttyp: 'Kallelse till möte', titel: 'Kallelse den {dag}' },
    texter: Object.fromEntries(
      ['inledning', 'rubrik.forhinder', 'forhinder', 'rubrik.stod', 'stod'].map((namn) => [namn, [`Text ${namn}`]]),
    ),
  }),
  {
    type: 'brevhuvud' as const,
    id: testId(710),
    data: { fran: '2018-07-01', enheter: [], kommun: 'Almviks kommun', namnd: 'Omsorgsnämnden', adress: 'Box 1' },
  },
];
const beslut = (over: object = {}) => ({
  type: 'beslut' as const,
  id: beslutId,
  data: {
    ...{ utredningId: linnea.utredning, insatsId: kat.insats.kontaktperson, beslutskod: 'LSS_KONTAKTPERSON_BIFALL' },
    ...{ beslutsnamn: 'LSS Kontaktperson Bifall', utfall: 'bifall', insatskategori: 'Rekrytering LSS-insatser' },
    ...{ beslutsdatum: '2026-11-10', giltigFran: '2026-11-10', organisationId: kat.organisation, rev: testId(240), ...over },
  },
});
function akten(...mer: TestAkt['records']): TestAkt {
  const akt = karinsAkt();
  return { ...akt, records: [...akt.records, ...dokumentkatalog, ...mer] };
}
const utskrift = {
  slag: 'utskrift' as const,
  objekt: { type: 'utredning' as const, id: linnea.utredning },
  fran: flikYta(linnea.utredning, 'utredning'),
};
const granska = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Granska' }));
};
const skapa = async () => {
  const knapp = await screen.findByRole('button', { name: /^Skapa PDF för/ });
  await act(async () => fireEvent.click(knapp));
};
const visad = async () => (await screen.findByTestId('visare')).textContent;

describe('SAMT-05 a letter to one who is told of the kund by samtycke', () => {
  const skriv = async (...mer: TestAkt['records']) => {
    const shown = showKund(utskrift, { akt: akten(systern(), ...mer) });
    fireEvent.click(await screen.findByRole('radio', { name: /^Brev/ }));
    fireEvent.click(await screen.findByRole('radio', { name: /^Ekström, Åsa/ }));
    write(/^Rubrik på brevet/, 'Hej');
    write(/^Brevets text/, 'Vi ses.');
    return shown;
  };
  const skal = () => screen.queryByLabelText(/^Utan samtycke/);
  it('asks for the reason where there is none, and keeps it with the document', async () => {
    const { karna } = await skriv();
    expect(screen.getByRole('radio', { name: /Anhörig · Samtycke saknas/ })).toBeTruthy();
    await granska();
    expect((await screen.findAllByText(/^Skriv varför uppgifterna får lämnas/)).length).toBeGreaterThan(0);
    expect(screen.queryByTestId('visare')).toBeNull();
    write(/^Utan samtycke/, 'Inget men för kunden');
    await granska();
    await visad();
    await skapa();
    await waitFor(() => expect(karna.list('dokument')).toHaveLength(1));
    expect(karna.list('dokument')[0]?.data.mottagare).toEqual({ kontaktId: syster, skal: 'Inget men för kunden' });
    fireEvent.click(await screen.findByRole('button', { name: /^Visa/ }));
    expect(await screen.findByText('till Ekström, Åsa, utan samtycke: Inget men för kunden')).toBeTruthy();
  });
  it('goes by the samtycke that holds; taken back meanwhile it is refused with words, and the text is there', async () => {
    const { karna } = await skriv(samtycke(1));
    expect(skal()).toBeNull();
    await granska();
    await visad();
    karna.pull(samtycke(1, { aterkallat: aterkallat('2026-11-02') }));
    await waitFor(() => expect(skal()).toBeTruthy());
    await skapa();
    expect((await screen.findAllByText(/^Skriv varför uppgifterna får lämnas/)).length).toBeGreaterThan(0);
    expect(karna.list('dokument')).toEqual([]);
    expect(screen.getByDisplayValue('Vi ses.')).toBeTruthy();
  });
});

describe('UTSK-01 the printer symbol', () => {
  it('opens what and mall for what is shown, and Stäng leads back there', async () => {
    showKund(flikYta(linnea.utredning, 'beslut'), { akt: akten(beslut()) });
    await waitFor(() => expect(runnableCommands()).toContain('skrivUt'));
    act(() => void runCommandById('skrivUt'));
    expect(await screen.findByRole('radio', { name: /^Utredning/ })).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(getKundvy(linnea.person)?.yta).toEqual(flikYta(linnea.utredning, 'beslut')));
  });

  it.each([
    ['UTSK-07 FORB-52 the beslut on stödfamilj of a pair', beslut({ insatsId: kat.insats.stodfamilj }), /stödfamilj/],
    ['UTSK-08 a LASS-beslut', beslut({ insatsId: kat.insats.lass, beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' }), /LASS-beslut/],
  ])('%s is not printed, and the symbol says why', async (_, post, why) => {
    const visaBeslut = { slag: 'utredning' as const, id: linnea.utredning, flik: 'beslut' as const, beslutId };
    showKund(visaBeslut, { akt: akten(post) });
    await waitFor(() => expect(runnableCommands()).not.toContain('skrivUt'));
    let hinder: string | undefined;
    function Se() {
      hinder = useCommandState('skrivUt').hinder;
      return null;
    }
    const { render } = await import('@testing-library/react');
    render(<Se />);
    await waitFor(() => expect(hinder).toMatch(why));
  });
});

describe('UTSK-04 Granska, and PDF-03 Skapa PDF', () => {
  it('UTSK-02 UTSK-03 mall, Sök and Granska: the very document that is shown is stored in the akt, under the title written', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    const mallar = within(await screen.findByRole('radiogroup', { name: 'Mall' }));
    expect(mallar.getAllByRole('radio')).toHaveLength(2);
    write('Sök', 'kort');
    fireEvent.click(mallar.getByRole('radio', { name: 'LSS utredningsdokument, kort' }));
    await granska();
    const sha256 = await visad();
    expect(screen.getByRole('region', { name: '2 Granska' }).textContent).toContain('1 sida');
    write(/^Rubrik/, 'Utredning till Linnea');
    await skapa();
    await screen.findByText('”Utredning till Linnea” finns i akten.');
    expect(karna.list('dokument')).toMatchObject([
      {
        data: {
          ...{ rubrik: 'Utredning till Linnea', typ: 'Utredning', sha256, sidor: 1, mall: { id: testId(702), version: '2' } },
          knytsTill: { type: 'utredning', id: linnea.utredning },
        },
      },
    ]);
    expect(karna.list('dokument')[0]?.data.underlag?.map(({ type }) => type)).toEqual(['person', 'utredning', 'dokumentation']);
    expect(karna.utkast.size).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Visa' }));
    expect(await screen.findByRole('region', { name: 'Utredning till Linnea' })).toBeTruthy();
  });

  it('without a title of one’s own it is called as the document, and a second one is another document', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    await granska();
    await visad();
    await skapa();
    await screen.findByText('”Dokument utredning” finns i akten.');
    await skapa();
    await waitFor(() => expect(karna.list('dokument')).toHaveLength(2));
    expect(new Set(karna.list('dokument').map(({ data }) => data.sha256)).size).toBe(1);
  });

  it('UTSK-13 PDF-02 a computer without any printer makes the PDF by the same choices and review', async () => {
    const skrivUt = vi.fn(async () => undefined);
    const utan: NonNullable<TestAkt['skrivare']> = { tar: 'pdf', lista: async () => [], skrivUt };
    const { karna } = showKund(utskrift, { akt: { ...akten(), skrivare: utan } });
    await granska();
    const sha256 = await visad();
    await skapa();
    await waitFor(() => expect(karna.list('dokument')).toMatchObject([{ data: { sha256, typ: 'Utredning' } }]));
    expect(skrivUt).not.toHaveBeenCalled();
  });

  it('nothing is stored before it is granskat, nor with an empty title', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    await screen.findByRole('button', { name: 'Granska' });
    await skapa();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Granska'));
    await granska();
    await visad();
    write(/^Rubrik/, '  ');
    await skapa();
    expect(await screen.findByText('Rubrik saknas. Skriv en passande rubrik.')).toBeTruthy();
    expect(karna.list('dokument')).toEqual([]);
  });

  it('another choice of mall is to be granskad anew', async () => {
    showKund(utskrift, { akt: akten() });
    await granska();
    const forst = await visad();
    fireEvent.click(screen.getByRole('radio', { name: 'LSS utredningsdokument, kort' }));
    expect(screen.queryByTestId('visare')).toBeNull();
    await granska();
    expect(await visad()).not.toBe(forst);
  });

  it('what a colleague changes meanwhile is told: what is shown stays, and is not stored before it is granskat again', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    await granska();
    const forst = await visad();
    act(() => karna.pull({ type: 'utredning', id: linnea.utredning, data: { inkomDatum: '2026-09-01' } }));
    await screen.findByText('Akten har ändrats sedan du granskade.');
    expect(await visad()).toBe(forst);
    await skapa();
    expect(karna.list('dokument')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Granska igen' }));
    await waitFor(async () => expect(await visad()).not.toBe(forst));
    await skapa();
    await waitFor(() => expect(karna.list('dokument')).toHaveLength(1));
  });

  it('a change that would make the same document asks for nothing', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    await granska();
    await visad();
    act(() => karna.pull({ type: 'verkstallighet', id: linnea.utforarens, data: { startdatum: '2026-02-01' } }));
    await act(async () => undefined);
    expect(screen.queryByText('Akten har ändrats sedan du granskade.')).toBeNull();
  });

  it('FORB-32 the title and the letter being written are drafts, with what they were written for', async () => {
    const { karna, openAgain } = showKund(utskrift, { akt: akten() });
    fireEvent.click(await screen.findByRole('radio', { name: /^Brev/ }));
    write(/^Rubrik på brevet/, 'Kallelse till möte');
    write(/^Brevets text/, 'Välkommen den 1 december.');
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    expect([...karna.utkast.values()][0]?.titel).toBe('Utskrift – Kallelse till möte');
    openAgain(utskrift);
    await waitFor(() => expect(screen.getByLabelText(/^Brevets text/)).toHaveProperty('value', 'Välkommen den 1 december.'));
    await granska();
    await visad();
    await choose(/^Knytas till/, /^LSS Utredning/);
    await skapa();
    await screen.findByText('”Kallelse till möte” finns i akten.');
    expect(karna.list('dokument')[0]?.data).toMatchObject({ typ: 'Brev', rubrik: 'Kallelse till möte' });
  });
});

describe('UTSK-02 a kallelse', () => {
  const valjKallelse = async () => fireEvent.click(await screen.findByRole('radio', { name: /^Kallelse Till ett möte/ }));
  const fyll = (falt: Record<string, string>) => {
    for (const [namn, text] of Object.entries(falt)) write(new RegExp(`^${namn}`), text);
  };

  it('has fields of its own: what is missing is said at each, and the first takes the focus', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    await valjKallelse();
    await granska();
    for (const text of [/^Skriv ett datum/, /^Skriv när mötet börjar/, /^Plats saknas/, /^Skriv vad mötet gäller/]) {
      expect(await screen.findByText(text)).toBeTruthy();
    }
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Dag/)));
    fyll({ Dag: '2001-01-01', Börjar: 'nio', Slutar: '10' });
    await granska();
    expect(await screen.findByText(/^Mötet ligger i det förflutna/)).toBeTruthy();
    expect(screen.getByText(/^Klockslaget går inte att läsa/)).toBeTruthy();
    fyll({ Dag: '2999-01-01', Börjar: '11' });
    await granska();
    expect(await screen.findByText(/^Mötet slutar innan det börjar/)).toBeTruthy();
    expect(karna.list('dokument')).toEqual([]);
  });

  it('UTSK-02 goes to the kund, or to one who speaks for them; where they may not be written to any more it goes to nobody else', async () => {
    const { karna } = showKund(utskrift, { akt: akten() });
    await valjKallelse();
    expect(within(screen.getByRole('radiogroup', { name: 'Till' })).getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByRole('radio', { name: /^Ekström, Linnea/ })).toHaveProperty('checked', true);
    const god = /^Ekström, Birgitta.*God man/;
    fireEvent.click(screen.getByRole('radio', { name: god }));
    fyll({ Dag: '2999-01-02', Börjar: '9', Plats: 'Stora torget 1', Gäller: 'Din ansökan' });
    await granska();
    await visad();
    await skapa();
    await screen.findByText('”Kallelse den 2 januari 2999” finns i akten.');
    expect(karna.list('dokument')[0]?.data.underlag).toContainEqual(expect.objectContaining({ type: 'kontakt', id: linnea.godMan }));
    fireEvent.click(screen.getByRole('radio', { name: god }));
    fyll({ Dag: '2999-01-02', Börjar: '9', Plats: 'Stora torget 1', Gäller: 'Din ansökan' });
    await granska();
    await visad();
    const kontakt = karna.get('kontakt', linnea.godMan);
    act(() => karna.pull({ type: 'kontakt', id: linnea.godMan, data: { ...kontakt, adressSkyddad: true } as never }));
    await waitFor(() => expect(screen.queryByRole('radio', { name: god })).toBeNull());
    expect(screen.getByRole('radio', { name: /^Ekström, Linnea/ })).toHaveProperty('checked', false);
    await granska();
    expect(await screen.findByText(/^Brevet kan inte ställas till den du valde/)).toBeTruthy();
  });

  it('FORB-32 is a draft, is made as it was typed, and is filed as the kind that its mall says', async () => {
    const { karna, openAgain } = showKund(utskrift, { akt: akten() });
    await valjKallelse();
    fyll({ Dag: '2999-01-02', Börjar: 'kl 9', Slutar: '10.30', Plats: 'Stora torget 1', Gäller: 'Din\nansökan' });
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    openAgain(utskrift);
    await waitFor(() => expect(screen.getByLabelText(/^Börjar/)).toHaveProperty('value', 'kl 9'));
    expect((screen.getByLabelText(/^Kontakt/) as HTMLInputElement).value).toContain('Karin Ek');
    await granska();
    await visad();
    await choose(/^Knytas till/, /^LSS Utredning/);
    await skapa();
    await screen.findByText('”Kallelse den 2 januari 2999” finns i akten.');
    expect(karna.list('dokument')[0]?.data).toMatchObject({ typ: 'Kallelse till möte', mall: { id: testId(709) } });
  });
});

describe('PDF-05 what is not signed', () => {
  it('is left out and counted, with the way to the first', async () => {
    showKund(utskrift, { akt: akten() });
    fireEvent.click(await screen.findByRole('radio', { name: /^Utredning/ }));
    fireEvent.click(screen.getByRole('radio', { name: /^Journal/ }));
    await granska();
    expect(await screen.findByText(/är inte signerade? och tas inte med|är signerat/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Gå till texten' }));
    await waitFor(() =>
      expect(getKundvy(linnea.person)?.yta).toMatchObject({
        slag: 'dokumentation',
        id: linnea.utredning,
        oppning: { anteckningId: linnea.osignerad, skriv: true },
      }),
    );
  });

  it('and is being written: asked for as a PDF it is to be locked first, with the way back', async () => {
    const skriver = { rubrikKod: 'JOURNAL', anteckningId: testId(900) };
    const lage = { oppna: null, vald: null, hela: false, scroll: 0, skriver };
    const fran = { slag: 'dokumentation' as const, dok: 'utredning' as const, id: linnea.utredning, lage };
    showKund({ ...utskrift, fran }, { akt: akten() });
    await screen.findByText(/^Texten du skriver är inte signerad/);
    fireEvent.click(screen.getByRole('button', { name: 'Tillbaka till texten' }));
    await waitFor(() => expect(getKundvy(linnea.person)?.yta).toMatchObject({ slag: 'dokumentation', id: linnea.utredning }));
  });
});

describe('UTSK-05 Skriv ut', () => {
  const skrivare = (jobs: object[]): NonNullable<TestAkt['skrivare']> => ({
    tar: 'pdf',
    lista: async () => [
      { id: 'plan3', namn: 'Skrivare plan 3', forvald: true },
      { id: 'smart', namn: 'Smartutskrift', forvald: false },
    ],
    skrivUt: async (jobb) => void jobs.push(jobb),
  });
  const skrivUt = async () => {
    const knapp = await screen.findByRole('button', { name: 'Skriv ut 1 sida' });
    await act(async () => fireEvent.click(knapp));
  };
  const kontrollera = async () =>
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Jag har kontrollerat namn och personnummer' }));

  it('prints what was granskat once a protected person’s name and number were looked at, and logs it', async () => {
    const jobs: object[] = [];
    const { karna } = showKund(utskrift, { akt: { ...akten(), skrivare: skrivare(jobs) } });
    await granska();
    const sha256 = await visad();
    await skrivUt();
    expect(jobs).toEqual([]);
    await kontrollera();
    write('Antal', '2');
    await skrivUt();
    await screen.findByText('Skickad till Skrivare plan 3.');
    expect(jobs).toMatchObject([{ skrivare: 'plan3', antal: 2, dubbelsidigt: 'nej' }]);
    expect(karna.accessLog().filter(({ action }) => action === 'utskriven')).toMatchObject([
      { personId: linnea.person, detail: `Dokument utredning, 2 ex, sha256 ${sha256?.slice(0, 16)}` },
    ]);
    // The next one is looked at anew.
    await skrivUt();
    expect(jobs).toHaveLength(1);
  });

  it('FORB-46 UTSK-12 the printer last chosen is preset for that kind of document, and for no other', async () => {
    const jobs: object[] = [];
    const { openAgain } = showKund(utskrift, { akt: { ...akten(), skrivare: skrivare(jobs) } });
    fireEvent.click(await screen.findByRole('radio', { name: 'Smartutskrift' }));
    await choose('Dubbelsidigt', 'Ja, långsida');
    openAgain(utskrift);
    expect(await screen.findByRole('radio', { name: 'Smartutskrift' })).toHaveProperty('checked', true);
    await granska();
    await visad();
    await kontrollera();
    await skrivUt();
    await waitFor(() => expect(jobs).toMatchObject([{ skrivare: 'smart', dubbelsidigt: 'langsida' }]));
    fireEvent.click(screen.getByRole('radio', { name: /^Brev/ }));
    expect(screen.getByRole('radio', { name: /^Skrivare plan 3/ })).toHaveProperty('checked', true);
  });

  it('a printer that does not answer is told, and the document is still there', async () => {
    const trasig = { ...skrivare([]), skrivUt: () => Promise.reject(Object.assign(new Error('x'), { code: 'lp-1' })) };
    showKund(utskrift, { akt: { ...akten(), skrivare: trasig } });
    await granska();
    await visad();
    await kontrollera();
    await skrivUt();
    expect(await screen.findByText('Skrivaren svarar inte.')).toBeTruthy();
    expect(await visad()).toBeTruthy();
  });
});

it('UTSK-06 Mina sidor prints the list of bevakningar, where who has skyddad folkbokföring is not named', async () => {
  const akt = akten(mall(5, 'bevakningslista', 'Bevakningslista', { form: 'lista' }), {
    type: 'bevakning',
    id: testId(330),
    data: {
      ...{
        ref: { type: 'verkstallighet', id: linnea.lssInsatser },
        datum: '2026-12-01',
        status: 'Ej påbörjad',
        typ: 'Uppföljning',
        text: 'Ring',
      },
      ...{ bevakasAvId: kat.utforare.funktion3, skapad: signatur },
    },
  });
  const aktualisering = {
    type: 'aktualisering' as const,
    id: testId(331),
    data: {
      ...{ slag: 'ansokan', typ: 'Kontaktperson', datum: '2026-01-02', franVem: 'Den enskilde', ansvarigHandlaggareId: kat.handlaggare },
      ...{ organisationId: kat.organisation, gruppId: testId(332), rev: testId(333) },
    },
  };
  const regler = fristregler().filter(({ data }) => (data as { kod: string }).kod === 'ej-behandlad-aktualisering');
  const skyddad = {
    ...akt,
    actor: { ...akt.actor, skyddadBehorighet: true },
    records: [...akt.records, aktualisering, ...regler].map((one) =>
      one.id === linnea.person ? { ...one, data: { ...(one.data as object), skydd: 'skyddadFolkbokforing' } } : one,
    ),
  };
  const jobs: object[] = [];
  const skrivare: NonNullable<TestAkt['skrivare']> = {
    tar: 'pdf',
    lista: async () => [{ id: 'plan3', namn: 'Skrivare plan 3', forvald: true }],
    skrivUt: async (jobb) => void jobs.push(jobb),
  };
  const { karna } = showWith(<BevakningslistaDialog vilkas={egnaBevakningar} onClose={() => undefined} />, {
    akt: { ...skyddad, skrivare },
  });
  const sha256 = await visad();
  const svar = await karna.backend.call('dokument.las', {
    kalla: { slag: 'forhandsvisning', sha256: String(sha256) },
    fran: 0,
    antal: 100_000,
  });
  const ord = svar.ok ? Buffer.from(svar.value.bytes, 'base64').toString() : '';
  expect(ord).toContain('Uppföljning');
  // What is computed is printed with the others.
  expect(ord).toContain('Kontaktperson: kom in 2026-01-02 + 14 dagar = 2026-01-16, Rutin (exempel)');
  expect(ord).toContain('Skyddad identitet');
  expect(ord).not.toContain('Ekström');
  // It tells of her all the same: the second tick is asked for, as of her own documents.
  const skrivUt = async () => act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Skriv ut 1 sida' })));
  await skrivUt();
  expect(jobs).toEqual([]);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Jag har kontrollerat namn och personnummer' }));
  await skrivUt();
  await waitFor(() => expect(jobs).toHaveLength(1));
});

it('KLOCK-13 UTSK-06 the calendar is printed as it is shown: a week tells each, who has skyddad folkbokföring without the name', async () => {
  const akt = akten(mall(5, 'bevakningslista', 'Bevakningslista', { form: 'lista' }), {
    type: 'bevakning',
    id: testId(330),
    data: {
      ...{ ref: { type: 'person', id: linnea.person }, datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Uppföljning', text: 'Ring' },
      ...{ bevakasAvId: kat.utforare.funktion3, skapad: signatur },
    },
  });
  const skyddad = {
    ...akt,
    actor: { ...akt.actor, skyddadBehorighet: true },
    records: akt.records.map((one) =>
      one.id === linnea.person ? { ...one, data: { ...(one.data as object), skydd: 'skyddadFolkbokforing' } } : one,
    ),
  };
  const kalender = { vy: 'vecka', dag: '2026-12-03' } as const;
  const { karna } = showWith(<BevakningslistaDialog vilkas={egnaBevakningar} kalender={kalender} onClose={() => undefined} />, {
    akt: skyddad,
  });
  expect(await screen.findByText('Skriv ut vecka 49, 2026')).toBeTruthy();
  const sha256 = await visad();
  const kalla = { slag: 'forhandsvisning' as const, sha256: String(sha256) };
  const svar = await karna.backend.call('dokument.las', { kalla, fran: 0, antal: 100_000 });
  const ord = svar.ok ? Buffer.from(svar.value.bytes, 'base64').toString() : '';
  expect(ord).toContain('● Uppföljning, Skyddad identitet');
  expect(ord).toContain('vecka 49, 2026');
  expect(ord).not.toMatch(/Ekström|Ring/);
});

it('FL 31–33 §§ what a letter lacks is listed with the way there, and it is not finalised', async () => {
  const objekt = { type: 'beslut' as const, id: beslutId };
  const { karna } = showKund({ ...utskrift, objekt }, { akt: akten(beslut()) });
  await granska();
  const saknas = await screen.findByRole('alert');
  expect(saknas.textContent).toContain('Det står inte vem som har beslutat');
  expect(screen.queryByTestId('visare')).toBeNull();
  await skapa();
  expect(karna.list('dokument')).toEqual([]);
  fireEvent.click(within(saknas).getByRole('button', { name: 'Gå till beslutet' }));
  await waitFor(() => expect(getKundvy(linnea.person)?.yta).toMatchObject({ flik: 'beslut', beslutId }));
});

it('UTSK-09 of a beställning that is made a PDF it is said who reads what is tied to it', async () => {
  const bestallning = {
    type: 'bestallning' as const,
    id: testId(330),
    data: {
      ...{ beslutId, bestalltDatum: '2026-11-12', gallerFran: '2026-11-12', utforareId: linnea.utforare, insatser: ['Ledsagning'] },
    },
  };
  const objekt = { type: 'bestallning' as const, id: testId(330) };
  showKund({ ...utskrift, objekt }, { akt: akten(beslut(), bestallning, mall(5, 'bestallning', 'Beställning')) });
  expect(await screen.findByText('Lss, Rekrytering kan läsa det som knyts hit.')).toBeTruthy();
});

describe('a document of the akt', () => {
  const dokumentId = testId(320);
  const handling = {
    type: 'dokument' as const,
    id: dokumentId,
    data: {
      ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', avsandare: 'Habiliteringen', knytsTill: { type: 'utredning', id: linnea.utredning } },
      ...{ sha256: 'a'.repeat(64), storlek: 1, sidor: 3, skapad: signatur },
    },
  };

  it('SKAN-02 hangs in the rubrikträd under what it is tied to, and opens there', async () => {
    setKundvy(linnea.person, { oppna: ['rot', `utredning/${linnea.utredning}`] });
    showKund({ slag: 'oversikt', id: 'rot' }, { akt: akten(handling) });
    const nod = await screen.findByRole('treeitem', { name: /Utlåtande/ });
    expect(nod.getAttribute('aria-level')).toBe('3');
    fireEvent.doubleClick(nod);
    const vy = await screen.findByRole('region', { name: 'Utlåtande' });
    expect(vy.textContent).toContain('Habiliteringen');
    expect(vy.textContent).toContain('Endast här');
    expect(await visad()).toBe(dokumentId);
  });

  it('DOK-13 is marked as wrong with a reason, stays, and cannot be marked twice', async () => {
    const { karna } = showKund({ slag: 'handling', id: dokumentId }, { akt: akten(handling) });
    fireEvent.click(await screen.findByRole('button', { name: 'Felmarkera…' }));
    const dialog = await screen.findByRole('alertdialog');
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, felmarkera' })));
    expect(within(dialog).getByText('Orsak saknas. Skriv vad som är fel.')).toBeTruthy();
    write(/^Orsak/, 'Fel kund');
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, felmarkera' })));
    await waitFor(() => expect(karna.get('dokument', dokumentId)?.felmarkerad?.orsak).toBe('Fel kund'));
    expect((await screen.findByRole('region', { name: 'Utlåtande' })).textContent).toContain('Karin Ek: Fel kund');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Felmarkera…/ }).getAttribute('aria-disabled')).toBe('true'));
  });

  it.each(['Skriv ut…', 'Spara kopia…'])(
    'DOK-13 that it is marked as wrong is said at %s, also when a colleague marks it meanwhile',
    async (namn) => {
      const { karna } = showKund({ slag: 'handling', id: dokumentId }, { akt: akten(handling) });
      fireEvent.click(await screen.findByRole('button', { name: namn }));
      const dialog = await screen.findByRole('dialog');
      expect(dialog.textContent).not.toContain('felmarkerat');
      const felmarkerad = { ...signatur, orsak: 'Fel kund' };
      await act(async () => karna.pull({ ...handling, data: { ...handling.data, felmarkerad } }));
      await waitFor(() => expect(dialog.textContent).toContain('Dokumentet är felmarkerat'));
      expect(dialog.textContent).toContain('Fel kund');
    },
  );
});

it('UTSK-01 the list of bevakningar that is shown is the one that is printed: a colleague’s has theirs, and says whose', async () => {
  const akt = akten(
    mall(11, 'bevakningslista', 'Bevakningslista', { form: 'lista' }),
    ...[kat.utforare.funktion3, kat.utforare.systemforvaltningen].map((bevakasAvId, n) => ({
      ...{ type: 'bevakning' as const, id: `018f0000-0000-7000-8000-00000000b00${n}` },
      data: {
        ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: `Till ${n}`, bevakasAvId },
        ...{ ref: { type: 'person', id: linnea.person }, skapad: signatur },
      },
    })),
  );
  const vilkas = { egna: false, agare: [kat.utforare.systemforvaltningen] };
  const { karna } = showWith(<BevakningslistaDialog vilkas={vilkas} onClose={() => undefined} />, { akt });
  const sha256 = String(await visad());
  const svar = await karna.backend.call('dokument.las', { kalla: { slag: 'forhandsvisning', sha256 }, fran: 0, antal: 100_000 });
  const ord = svar.ok ? Buffer.from(svar.value.bytes, 'base64').toString() : '';
  expect(ord).toContain('Till 1');
  expect(ord).toContain('Systemförvaltningen');
  expect(ord).not.toContain('Till 0');
});

it('UTSK-02 of several mallar for the list of bevakningar one is chosen, and the list is made by it', async () => {
  const akt = akten(
    mall(11, 'bevakningslista', 'Bevakningslista', { form: 'lista' }),
    mall(12, 'bevakningslista', 'Kort lista', { form: 'lista' }),
  );
  showWith(<BevakningslistaDialog vilkas={egnaBevakningar} onClose={() => undefined} />, { akt });
  const forst = await visad();
  const kort = await screen.findByRole('radio', { name: 'Kort lista', hidden: true });
  expect(kort).toHaveProperty('checked', false);
  fireEvent.click(kort);
  await waitFor(async () => expect(await visad()).not.toBe(forst));
  expect(screen.getByRole('radio', { name: 'Kort lista', hidden: true })).toHaveProperty('checked', true);
});
