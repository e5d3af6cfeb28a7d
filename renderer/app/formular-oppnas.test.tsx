// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { verk, verkId } from '../../shared/domain/testing/bestallning.ts';
import { godkannande, godkannandeId } from '../../shared/domain/testing/etjanst.ts';
import { franvaro, franvaroId } from '../../shared/domain/testing/franvaro.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { noterad } from '../../shared/domain/testing/individuellplan.ts';
import { blankettId, formular, inkomstsvar, inlamnad } from '../../shared/domain/testing/inkomst.ts';
import { erbjudande, ivorapport } from '../../shared/domain/testing/ivo.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { mote, moteId } from '../../shared/domain/testing/mote.ts';
import { samtycke, samtyckeId } from '../../shared/domain/testing/samtycke.ts';
import { planerad } from '../../shared/domain/testing/uppfoljning.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { type AktFormId, type FormId, formIds, keyOf, type Utkastnyckel } from '../../shared/ipc/utkastnyckel.ts';
import type { UtkorgPostDetalj } from '../../shared/ipc/views.ts';
import { openRad } from '../features/utkorg/openRad.ts';
import { putBackFormular } from '../features/utkorg/putBackFormular.ts';
import { rader } from '../features/utkorg/rader.ts';
import { showYta } from '../state/arbetsyta.ts';
import { closeArendedialog, useArendedialog } from '../state/arendedialog.ts';
import { startCore } from '../state/core.ts';
import { useIhop } from '../state/ihop.ts';
import { getKundvy } from '../state/kundvy.ts';
import { closeRegistrera, useRegistrera } from '../state/registrera.ts';
import { closeSkjutUppFlera, useSkjutUppFlera } from '../state/skjutUppFlera.ts';
import { useTabs } from '../state/tabs.ts';
import { closeTaUpp, useTaUpp } from '../state/taUpp.ts';
import { testKarna } from '../testing/karna.ts';
import { karinsAkt, prepareKund, showKund } from '../testing/kund.tsx';
import { linnea } from '../testing/linnea.ts';
import { scriptedBackend } from '../testing/scripted-backend.ts';

const planen = noterad(1, 'erbjuden', '2026-11-03');
const uppfoljningen = planerad(1, '2027-05-03');
const [erbjudandet, rapporten] = [erbjudande(1), ivorapport(1, '2026-06-01')];
prepareKund();

const id = (n: number): string => `018f0000-0000-7000-8000-000000000${n}`;
const bifall = id(801);
const bestallning = id(803);
const bedomning = id(804);
const vantar = id(805);
const registrerad = id(806);
/** A bifall that is assessed. */
const bedoms = id(810);
const konflikt = id(900);
const handling = id(811);
const bevakning = id(813);
const signatur = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-03T09:00:00.000Z' };
const aktualisering = {
  slag: 'ansokan',
  typ: 'Kontaktperson',
  datum: '2026-11-02',
  franVem: 'Den enskilde',
  ansvarigHandlaggareId: kat.handlaggare,
  organisationId: kat.organisation,
  gruppId: id(807),
  rev: id(808),
};

/** Linnea's akt with a record of each kind that a form is about. */
function akt() {
  const base = karinsAkt();
  const mer = [
    {
      type: 'beslut' as const,
      id: bifall,
      data: {
        utredningId: linnea.utredning,
        insatsId: kat.insats.assistans,
        beslutskod: 'PA_BIFALL',
        beslutsnamn: 'LSS Personlig assistent Bifall',
        utfall: 'bifall',
        insatskategori: 'Personlig ass LSS',
        beslutsdatum: '2026-11-02',
        giltigFran: '2026-11-02',
        rev: id(802),
      },
    },
    {
      type: 'beslut' as const,
      id: bedoms,
      data: {
        utredningId: linnea.utredning,
        insatsId: kat.insats.dagligVerksamhet,
        beslutskod: 'DV_BIFALL',
        beslutsnamn: 'LSS Daglig verksamhet Bifall',
        utfall: 'bifall',
        insatskategori: 'Daglig verksamhet LSS',
        beslutsdatum: '2026-11-02',
        giltigFran: '2026-11-02',
        rev: id(811),
      },
    },
    {
      type: 'bestallning' as const,
      id: bestallning,
      data: {
        beslutId: bifall,
        bestalltDatum: '2026-11-03',
        gallerFran: '2026-11-10',
        utforareId: kat.utforare.egetVal,
        insatser: ['Biträde av assistans'],
      },
    },
    {
      type: 'bedomning' as const,
      id: bedomning,
      data: {
        utredningId: linnea.utredning,
        beslutId: bifall,
        instrumentId: kat.instrument,
        instrument: 'D. Bedömning Daglig verksamhet',
        utforsAv: signatur,
        datum: '2026-11-03',
        funktioner: [{ kod: 'X', namn: 'X', niva: '1', poang: 1 }],
        verkstallighetId: linnea.lssInsatser,
        rev: id(809),
      },
    },
    {
      type: 'dokument' as const,
      id: handling,
      data: {
        ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', knytsTill: { type: 'utredning', id: linnea.utredning }, sha256: 'a'.repeat(64) },
        ...{ storlek: 1, sidor: 1, skapad: signatur },
      },
    },
    {
      type: 'bevakning' as const,
      id: bevakning,
      data: {
        ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: 'Ring', bevakasAvId: kat.utforare.funktion3 },
        ...{ ref: { type: 'beslut', id: bifall }, skapad: signatur },
      },
    },
    { ...erbjudandet, data: { ...erbjudandet.data, beslutId: bifall } },
    { ...rapporten, data: { ...rapporten.data, beslutId: bifall } },
    { ...planen, data: { ...planen.data, beslutId: bifall } },
    { ...uppfoljningen, data: { ...uppfoljningen.data, beslutId: bifall } },
    samtycke(1),
    godkannande(1),
    mote(1),
    verk(1, { utforareId: kat.utforare.extern, beslutId: undefined }),
    franvaro(1, { fran: '2026-11-01', registrerad: signatur, till: undefined }),
    ...[formular(), inlamnad(1), inkomstsvar(1)],
    { type: 'aktualisering' as const, id: vantar, data: aktualisering },
    { type: 'aktualisering' as const, id: registrerad, data: { ...aktualisering, utredningId: linnea.utredning } },
  ];
  // What a kund told of her incomes is read by one role alone.
  const actor = { ...base.actor, roller: [...base.actor.roller, 'avgiftshandlaggare' as const] };
  return { ...base, actor, records: [...base.records, ...mer, ...fristregler()] };
}

const p = linnea.person;
type Fall = {
  nyckel: Utkastnyckel;
  /** What the form is called on the screen. */
  form: string;
  data?: object;
};
const i = (form: AktFormId, objekt: string, namn: string): Fall => ({
  nyckel: { form, personId: p, objekt },
  form: namn,
});
const note = { dokumentation: { slag: 'utredning', id: linnea.utredning }, rubrikKod: 'BEDOMNING', anteckningId: id(820) };
/** A form that is new has a row here, or the tests do not compile. */
const fall: Record<
  Exclude<
    FormId,
    'registrera' | 'taUpp' | 'koppla' | 'ihop' | 'skjutUppFlera' | 'meddelande' | 'journalfor' | 'infogaBilaga' | 'meddelandeinstallningar'
  >,
  Fall[]
> = {
  person: [i('person', 'uppgifter', 'Personuppgifter')],
  sankSkydd: [i('sankSkydd', 'skydd', 'Sänk skyddet?')],
  hushall: [i('hushall', 'alla', 'Hushåll')],
  kontakt: [i('kontakt', 'ny', 'Lägg till kontakt'), i('kontakt', linnea.godMan, 'Kontakt')],
  aktualisering: ['ny', linnea.utredning, vantar, registrerad].map((objekt) => i('aktualisering', objekt, 'Aktualisering')),
  inled: [i('inled', 'ny', 'Inled utredning')],
  bytHandlaggare: [i('bytHandlaggare', linnea.utredning, 'Byt ansvarig handläggare')],
  oppnaUtredning: [i('oppnaUtredning', linnea.utredning, 'Öppna utredningen igen')],
  beslut: [i('beslut', linnea.utredning, 'Beslut'), i('beslut', bedoms, 'Beslut')],
  felmarkeraBeslut: [i('felmarkeraBeslut', bifall, 'Felmarkera beslutet?')],
  lamna: [i('lamna', bifall, 'Lämna till annan enhet?')],
  lass: [i('lass', 'ny', 'LASS-beslut')],
  bestallning: [i('bestallning', bifall, 'Beställning')],
  taBortBestallning: [i('taBortBestallning', bestallning, 'Ta bort beställning?')],
  nyEfterAvbrott: [i('nyEfterAvbrott', bestallning, 'Ny beställning efter avbrott')],
  bekrafta: [i('bekrafta', bestallning, 'Ta in beställning')],
  bedomning: [i('bedomning', bedomning, 'Bedömning'), i('bedomning', bedoms, 'Bedömning')],
  verkstallighet: [i('verkstallighet', 'ny', 'Skapa ny verkställighet')],
  avslutaVerkstallighet: [i('avslutaVerkstallighet', linnea.utforarens, 'Avsluta verkställighet')],
  oppnaVerkstallighet: [i('oppnaVerkstallighet', linnea.utforarens, 'Öppna igen')],
  bytUtforare: [i('bytUtforare', linnea.utforarens, 'Byte av utförare/organisation')],
  avslutaArende: [i('avslutaArende', 'alla', 'Avsluta ärende')],
  utskrift: [i('utskrift', `utredning:${linnea.utredning}`, 'Utskrift'), i('utskrift', `akt:${p}`, 'Utskrift')],
  felmarkeraHandling: [i('felmarkeraHandling', handling, 'Felmarkera handlingen?')],
  bindare: [i('bindare', 'akt', 'PDF-binder')],
  infoga: [i('infoga', linnea.utredning, 'Infoga dokument'), i('infoga', linnea.lssInsatser, 'Infoga dokument')],
  tagitDel: [i('tagitDel', bifall, 'Parten har tagit del av beslutet')],
  kopplaAnteckning: [i('kopplaAnteckning', bifall, 'Journalanteckning om beslutet')],
  begaran: [i('begaran', linnea.utredning, 'Begäran om avgörande')],
  underrattelse: [i('underrattelse', linnea.utredning, 'Underrättelse om försening')],
  skjutUpp: [i('skjutUpp', `utredning-tyst/${linnea.utredning}`, 'Beräknad bevakning')],
  bevakning: [
    ...[`ny:beslut:${bifall}`, `ny:person:${p}`, `ny:verkstallighet:${linnea.utforarens}`].map((objekt) =>
      i('bevakning', objekt, 'Ny bevakning'),
    ),
    i('bevakning', bevakning, 'Bevakning'),
  ],
  taBortBevakning: [i('taBortBevakning', bevakning, 'Ta bort bevakningen?')],
  erbjudande: [i('erbjudande', `ny:${bifall}`, 'Nytt erbjudande'), i('erbjudande', erbjudandet.id, 'Erbjudande')],
  felmarkeraErbjudande: [i('felmarkeraErbjudande', erbjudandet.id, 'Felmarkera erbjudandet?')],
  ivouppgift: [i('ivouppgift', bifall, 'Uppgifter till IVO')],
  felmarkeraIvorapport: [i('felmarkeraIvorapport', rapporten.id, 'Ångra att beslutet är rapporterat?')],
  planeraUppfoljning: [
    i('planeraUppfoljning', `ny:${bifall}`, 'Planera uppföljning'),
    i('planeraUppfoljning', uppfoljningen.id, 'Flytta uppföljning'),
  ],
  uppfoljning: [`ny:${bifall}`, uppfoljningen.id].map((objekt) => i('uppfoljning', objekt, 'Genomförd uppföljning')),
  felmarkeraUppfoljning: [i('felmarkeraUppfoljning', uppfoljningen.id, 'Felmarkera uppföljningen?')],
  franvaro: [i('franvaro', verkId(1), 'Lägg till frånvaro'), i('franvaro', franvaroId(1), 'Ändra frånvaro')],
  avslutaFranvaro: [i('avslutaFranvaro', franvaroId(1), 'Avsluta frånvaro')],
  felmarkeraFranvaro: [i('felmarkeraFranvaro', franvaroId(1), 'Felmarkera frånvaron?')],
  franvarounderlag: [i('franvarounderlag', franvaroId(1), 'Skicka underlag till avgiftshandläggare')],
  mote: [i('mote', 'ny', 'Planera möte'), i('mote', moteId(1), 'Flytta eller ändra mötet')],
  felmarkeraMote: [i('felmarkeraMote', moteId(1), 'Felmarkera mötet?')],
  stallInMote: [i('stallInMote', moteId(1), 'Ställa in mötet?')],
  samtycke: [i('samtycke', 'ny', 'Registrera samtycke')],
  aterkallaSamtycke: [i('aterkallaSamtycke', samtyckeId(1), 'Återkalla samtycke')],
  felmarkeraSamtycke: [i('felmarkeraSamtycke', samtyckeId(1), 'Felmarkera samtycket?')],
  etjanst: [i('etjanst', etjanstId(p), 'Aktivera e-tjänst')],
  godkannande: [i('godkannande', 'ny', 'Godkänn närstående'), i('godkannande', godkannandeId(1), 'Ändra godkännande')],
  avslutaGodkannande: [i('avslutaGodkannande', godkannandeId(1), 'Avsluta godkännandet?')],
  valkomst: [i('valkomst', etjanstId(p), 'Välkomstmeddelande')],
  inkomstblankett: [i('inkomstblankett', 'ny', 'Skicka inkomstblankett')],
  kompletteraInkomst: [i('kompletteraInkomst', blankettId(1), 'Be om komplettering')],
  klarInkomst: [i('klarInkomst', blankettId(1), 'Markera som klar')],
  individuellPlan: [i('individuellPlan', bifall, 'Individuell plan')],
  felmarkeraIndividuellPlan: [i('felmarkeraIndividuellPlan', planen.id, 'Felmarkera noteringen?')],
  felmarkera: [
    {
      nyckel: {
        form: 'felmarkera',
        personId: p,
        objekt: { dokumentationId: linnea.utredning, rubrikKod: journalRubrik, anteckningId: linnea.signerad },
      },
      form: 'Felmarkera anteckningen?',
      data: { orsak: 'Fel kund.', kopia: false },
    },
  ],
  anteckning: [
    {
      nyckel: {
        form: 'anteckning',
        personId: p,
        objekt: { dokumentationId: linnea.utredning, rubrikKod: note.rubrikKod, anteckningId: note.anteckningId },
      },
      form: 'Skriv Bedömning',
      data: { ...note, titel: '', datumtext: '2026-11-20', text: fromPlainText('Behovet finns.'), basRev: null },
    },
  ],
};
const alla = Object.values(fall).flat();

const utkastrad = (nyckel: string, data: object) => {
  const [rad] = rader([], [{ nyckel, personId: p, namn: null, titel: '', data, sparad: '2026-11-20T09:00:00.000Z' }]);
  if (!rad) throw new Error('no row');
  return rad;
};
const nekad = (nyckel: string, data: object): UtkorgPostDetalj => ({
  id: konflikt,
  seq: 1,
  name: 'x',
  personId: p,
  namn: null,
  vad: '',
  at: '2026-11-20T09:00:00.000Z',
  tillstand: 'nekad',
  konflikt: true,
  input: {},
  formular: { nyckel, titel: 'Prov', data },
});

beforeEach(() => {
  useTabs.setState(useTabs.getInitialState());
  closeRegistrera();
  useIhop.setState({ oppen: null });
});

describe('FRAGA-61 a form is opened where it is shown', () => {
  it.each(alla.map((one) => [keyOf(one.nyckel), one] as const))('%s: the draft is on the screen', async (nyckel, { form, data = {} }) => {
    const karna = testKarna(akt());
    await karna.backend.call('utkast.spara', { nyckel, personId: p, titel: 'Prov', data });
    showKund({ slag: 'arende', flik: 'tidslinje' }, { karna });
    await act(async () => expect(await openRad(utkastrad(nyckel, data))).toBe('oppnat'));
    const there = await screen.findByRole(form.startsWith('Skriv ') ? 'region' : 'form', { name: form, hidden: true });
    expect(await within(there).findByText('Utkast – finns bara här')).toBeTruthy();
  });
});

/** Without the screen: what is asked to be shown. */
function utanSkarm() {
  const karna = testKarna(akt(), {
    'utkorg.post': ({ id: post }) => ({ ...nekad('', {}), id: post }),
    'utkorg.avgjord': () => null,
  });
  showYta(p, null);
  closeArendedialog();
  return { karna, stop: startCore(karna.backend) };
}
const visat = () => ({ yta: getKundvy(p)?.yta ?? null, dialog: useArendedialog.getState().oppen });

describe('"Öppna i formuläret" of a refused command', () => {
  it.each(alla.map((one) => [keyOf(one.nyckel), one] as const))('%s: as its draft, in the same place', async (nyckel, { data = {} }) => {
    const utkast = utanSkarm();
    await openRad(utkastrad(nyckel, data));
    const franUtkast = visat();
    utkast.stop();
    const { karna, stop } = utanSkarm();
    expect(await putBackFormular(nekad(nyckel, data), false)).toEqual({ slag: 'klart' });
    expect(visat()).toEqual(franUtkast);
    expect(visat()).not.toEqual({ yta: null, dialog: null });
    expect(karna.utkast.get(nyckel)).toMatchObject({ titel: 'Prov', data });
    stop();
  });

  it('a kund who is not registered yet: Registrera kund', async () => {
    const { stop } = utanSkarm();
    expect(await putBackFormular(nekad(keyOf({ form: 'registrera', objekt: 'ny' }), {}), false)).toEqual({ slag: 'klart' });
    expect(useRegistrera.getState().oppen).toEqual({ start: 'ny', sokt: '' });
    stop();
  });

  it('a kund of another unit: Ta upp kunden hos oss, with whom it is about; nowhere when the draft does not tell', async () => {
    const { stop } = utanSkarm();
    const nyckel = keyOf({ form: 'taUpp', objekt: p });
    const kund = { personId: p, personnummer: '199904122380', franRad: id(830) };
    expect(await putBackFormular(nekad(nyckel, { ...kund, skal: 'Söker hemtjänst' }), false)).toEqual({ slag: 'klart' });
    expect(useTaUpp.getState().oppen).toEqual(kund);
    closeTaUpp();
    expect(await putBackFormular(nekad(nyckel, { skal: 'Söker hemtjänst' }), true)).toEqual({ slag: 'borta', nyckel });
    expect(useTaUpp.getState().oppen).toBeNull();
    stop();
  });

  it('two texts written into one: the conflict in Utkorg, and nowhere when it is settled', async () => {
    const { stop } = utanSkarm();
    const nyckel = keyOf({ form: 'ihop', objekt: konflikt });
    expect(await openRad(utkastrad(nyckel, {}))).toBe('oppnat');
    expect(useIhop.getState().oppen).toBe(konflikt);
    expect(useTabs.getState().aktiv).toBe('utkorg');
    stop();
    const settled = startCore(scriptedBackend({ 'utkorg.post': () => ({ ...nekad('', {}), tillstand: 'avgjord', konflikt: false }) }));
    expect(await openRad(utkastrad(nyckel, {}))).toBe('borta');
    settled();
  });

  it('several bevakningar put off: the list, and which they were; nowhere when the draft does not tell', async () => {
    const { karna, stop } = utanSkarm();
    const nyckel = keyOf({ form: 'skjutUppFlera', objekt: 'alla' });
    const data = { till: '', skal: 'Semester', nycklar: ['a/b', 'c/d'] };
    await karna.backend.call('utkast.spara', { nyckel, personId: null, titel: 'Prov', data });
    expect(await openRad(utkastrad(nyckel, data))).toBe('oppnat');
    expect([useTabs.getState().aktiv, useSkjutUppFlera.getState().oppen]).toEqual(['bevakningar', data.nycklar]);
    closeSkjutUppFlera();
    stop();
    const { stop: slut } = utanSkarm();
    expect(await openRad(utkastrad(nyckel, {}))).toBe('borta');
    expect(useSkjutUppFlera.getState().oppen).toBeNull();
    slut();
  });

  it('every form is in the tables above', () => {
    expect(
      new Set([
        ...alla.map(({ nyckel }) => nyckel.form),
        'registrera',
        'taUpp',
        'koppla',
        'ihop',
        'skjutUppFlera',
        'meddelande',
        'journalfor',
        'infogaBilaga',
        'meddelandeinstallningar',
      ]),
    ).toEqual(new Set<FormId>(formIds));
  });
});

describe('what the form is about is gone', () => {
  const utanObjekt: ReadonlySet<string> = new Set(['ny', 'alla', 'uppgifter']);
  const medObjekt = alla.filter(({ nyckel }) => typeof nyckel.objekt !== 'string' || !utanObjekt.has(nyckel.objekt));
  it.each(medObjekt.map((one) => [keyOf(one.nyckel), one] as const))(
    '%s: said, nothing else is opened, and the words stay',
    async (_, one) => {
      const { karna, stop } = utanSkarm();
      const borta = id(999);
      const nyckel =
        typeof one.nyckel.objekt === 'string'
          ? { ...one.nyckel, objekt: borta }
          : { ...one.nyckel, objekt: { ...one.nyckel.objekt, dokumentationId: borta } };
      const key = keyOf(nyckel as Utkastnyckel);
      expect(await putBackFormular(nekad(key, { orsak: 'Fel.' }), false)).toEqual({ slag: 'borta', nyckel: key });
      expect(visat()).toEqual({ yta: null, dialog: null });
      expect(karna.utkast.get(key)?.data).toEqual({ orsak: 'Fel.' });
      stop();
    },
  );
});
