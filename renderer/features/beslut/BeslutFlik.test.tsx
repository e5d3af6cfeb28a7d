// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chefen, fattat, testBestallning } from '../../../shared/domain/testing/beslut.ts';
import { etjanst } from '../../../shared/domain/testing/etjanst.ts';
import { fristregler } from '../../../shared/domain/testing/fristregler.ts';
import { kat, testKatalog } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testAnteckning, testId, testAkt as testPoster } from '../../../shared/domain/testing/state.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { utskicksvagOrd } from '../../../shared/words/utskick.ts';
import { teman } from '../../components/theme.ts';
import { setBrevhinder } from '../../state/beslutsbrev.ts';
import { startCore } from '../../state/core.ts';
import { runCommandById } from '../../state/keys.ts';
import { forgetKundvyer, getKundvy } from '../../state/kundvy.ts';
import { domOfTests, setFonster } from '../../testing/dom.ts';
import { handlaggning, testNu } from '../../testing/handlaggning.ts';
import { type TestAkt, testKarna } from '../../testing/karna.ts';
import { BeslutFlik } from './BeslutFlik.tsx';
import { Beslutsbrev } from './Beslutsbrev.tsx';
import { FelmarkeraBeslutDialog } from './FelmarkeraBeslutDialog.tsx';
import { KopplaAnteckningDialog } from './KopplaAnteckningDialog.tsx';

beforeAll(domOfTests);
let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: testNu });
  setFonster(1366, 768);
  forgetKundvyer();
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

function show(grund: TestAkt = handlaggning(), beslutId?: string) {
  const karna = testKarna(grund);
  const { backend } = karna;
  stop = startCore(backend);
  const ram = (id?: string) => (
    <FluentProvider theme={teman.ljust}>
      <BeslutFlik personId={akt.person} utredningId={akt.utredning} {...(id === undefined ? {} : { beslutId: id })} />
    </FluentProvider>
  );
  const view = render(ram(beslutId));
  /** What a colleague did has come: the record is another than the form began with. */
  const kollegan = (type: 'utredning' | 'beslut' | 'personkrets', id: string, del: object) => {
    karna.pull({ type, id, data: del });
  };
  const kommandon = () => backend.calls.flatMap(({ name, input }) => (name === 'kommando.kor' ? [(input as { name: string }).name] : []));
  return { karna, backend, view, kollegan, kommandon, ram };
}
const write = async (name: RegExp, value: string) => fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value } });
async function choose(name: RegExp, val: string | RegExp) {
  fireEvent.click(await screen.findByRole('combobox', { name }));
  fireEvent.click(await screen.findByRole('option', { name: val }));
}
const save = async () => fireEvent.keyDown(await screen.findByRole('form', { name: 'Beslut' }), { key: 's', ctrlKey: true });
const krets = async () => fireEvent.click(await screen.findByRole('radio', { name: '1' }));
const ansokan = (n: number, insatsId: string): TestRecord => ({
  type: 'aktualisering',
  id: testId(n),
  data: {
    slag: 'ansokan',
    typ: `Ansökan ${n}`,
    insatsId,
    datum: '2026-10-01',
    franVem: 'Den enskilde',
    ansvarigHandlaggareId: testId(1),
    organisationId: kat.organisation,
    gruppId: testId(299),
    utredningId: akt.utredning,
    rev: testId(298),
  },
});
const panel = () => screen.findByRole('region', { name: 'Kontroll före Spara' });

describe('BESLUT-GEN-01 one beslut, by keyboard', () => {
  it('is saved by Ctrl+S: insats, start and personkrets are all that is filled in', async () => {
    const { karna } = show();
    await choose(/^Insats/, 'Kontaktperson');
    await write(/^Gäller fr.o.m./, '1/12');
    await krets();
    await save();
    await waitFor(() => expect(karna.list('beslut')).toHaveLength(1));
    expect(karna.list('beslut')[0]?.data).toMatchObject({
      utfall: 'bifall',
      insatsId: kat.insats.kontaktperson,
      beslutsdatum: '2026-11-20',
      giltigFran: '2026-12-01',
      personkrets: '1',
      beslutsfattare: { slag: 'handlaggare', namn: 'Karin Ek' },
    });
    expect(karna.list('personkrets')[0]?.data.personkrets).toBe('1');
    expect(karna.get('utredning', akt.utredning)?.slutdatum).toBe('2026-11-20');
    expect(karna.utkast.size).toBe(0);
    await waitFor(() => expect(getKundvy(akt.person)?.yta).toMatchObject({ flik: 'beslut', beslutId: karna.list('beslut')[0]?.id }));
  });

  it('FORB-25 another personkrets than the registered one is said with both, and one that comes meanwhile is followed', async () => {
    const { karna, kollegan } = show();
    const registrerad = testId(60);
    kollegan('personkrets', registrerad, { enhet: 'lss', personkrets: '1' });
    await choose(/^Insats/, 'Kontaktperson');
    await write(/^Gäller fr.o.m./, '1/12');
    await waitFor(() => expect(screen.getByRole('radio', { name: '1' })).toHaveProperty('checked', true));
    fireEvent.click(await screen.findByRole('radio', { name: '3' }));
    expect((await within(await panel()).findByText(/Personkrets 1 är registrerad för kunden/)).textContent).toContain('registreras 3');
    kollegan('personkrets', registrerad, { enhet: 'lss', personkrets: '2' });
    await within(await panel()).findByText(/Personkrets 2 är registrerad för kunden/);
    await save();
    await waitFor(() => expect(karna.list('personkrets')[0]?.data.personkrets).toBe('3'));
  });

  it('BEST-GEN-02 a second bifall for the same days is a fault until its reason is written', async () => {
    const { karna, kollegan } = show();
    await choose(/^Insats/, 'Kontaktperson');
    await write(/^Gäller fr.o.m./, '1/12');
    await krets();
    kollegan('beslut', testId(201), fattat(1).data);
    const skal = await screen.findByRole('textbox', { name: /^Skäl till två bifall/ });
    await within(await panel()).findByText(/Båda gäller om du sparar/);
    await save();
    await waitFor(() => expect(skal.getAttribute('aria-invalid')).toBe('true'));
    expect(karna.list('beslut')).toHaveLength(1);
    await write(/^Skäl till två bifall/, 'Två kontaktpersoner behövs');
    await save();
    await waitFor(() => expect(karna.list('beslut')).toHaveLength(2));
    expect(karna.list('beslut').map(({ data }) => data.samtidigSkal)).toContain('Två kontaktpersoner behövs');
  });

  it('FORB-23 Insatskategori and Beslut follow from insats and outcome; unused fields stay, disabled', async () => {
    show();
    await choose(/^Insats/, 'Kontaktperson');
    expect((await screen.findAllByText('LSS Kontaktperson Bifall')).length).toBeGreaterThan(0);
    expect(screen.getByRole('combobox', { name: /^Nivå/ })).toHaveProperty('disabled', true);
    expect(screen.getByPlaceholderText('Används inte för denna insats')).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('radio', { name: 'Avslag' }));
    expect((await screen.findAllByText('LSS Kontaktperson Avslag')).length).toBeGreaterThan(0);
    expect(screen.getByText('LSS Insatser')).toBeTruthy();
  });

  it('shows every fault at Spara and goes to the first', async () => {
    const { kommandon } = show();
    await choose(/^Insats/, 'Personlig assistent');
    await write(/Timmar, minuter/, '75');
    await save();
    const fran = await screen.findByRole('textbox', { name: /^Gäller fr.o.m./ });
    await waitFor(() => expect(document.activeElement).toBe(fran));
    expect(fran.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('textbox', { name: /Timmar, minuter/ }).getAttribute('aria-invalid')).toBe('true');
    expect(within(await panel()).getByText(/Personkrets behövs/)).toBeTruthy();
    expect(kommandon()).toEqual([]);
  });

  it('FORB-21 minutes over 59 are asked about, never assumed', async () => {
    show();
    await choose(/^Insats/, 'Personlig assistent');
    await write(/Timmar, timmar/, '186');
    await write(/Timmar, minuter/, '75');
    fireEvent.click(await screen.findByRole('button', { name: '186 tim 45 min' }));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /Timmar, minuter/ })).value).toBe('45');
  });

  it('DELEG-03 hours over the delegation move the beslutsfattare', async () => {
    show();
    await choose(/^Insats/, 'Personlig assistent');
    await write(/Timmar, timmar/, '186');
    await waitFor(() => expect(screen.getByRole('combobox', { name: /^Beslutsfattare/ }).textContent).toBe('Individutskottet'));
    expect(screen.getByText(/^Delegation: personlig assistent över 20 tim per vecka beslutas av Individutskottet/)).toBeTruthy();
    // FORB-59 FORB-75: how it will reach the kund, and what it waits for.
    expect(await screen.findByText(/^Infoga det signerade protokollet på beslutet/)).toBeTruthy();
    expect(screen.getByText('Ej aktiv')).toBeTruthy();
    expect(screen.getByText('Med post: skriv ut beslutet.')).toBeTruthy();
  });

  it('what is half-filled is there again after a restart', async () => {
    const { karna, view, ram } = show();
    await choose(/^Insats/, 'Kontaktperson');
    await write(/^Gäller fr.o.m./, '2026-12-01');
    view.unmount();
    await waitFor(() => expect([...karna.utkast.keys()]).toEqual([`beslut:${akt.person}:${akt.utredning}`]));
    render(ram());
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /^Gäller fr.o.m./ })).value).toBe('2026-12-01');
    expect(screen.getByText('Utkast – finns bara här')).toBeTruthy();
  });
});

describe('AUTO-01 FORB-59 how a beslut that is saved reaches the kund', () => {
  const texter = Object.fromEntries(
    ['rubrik.beslut', 'rubrik.skal', 'rubrik.beslutsfattare', 'rubrik.overklagande', 'beslut.bifall', 'beslut.avslag', 'skal.utan']
      .concat(['skal.lagrum', 'overklagande.besvar', 'overklagande.laglighet'])
      .map((del) => [del, [del]]),
  );
  const mall = (n: number, kod: 'beslut' | 'beslutsmeddelande'): TestRecord => ({
    type: 'mall',
    id: testId(n),
    data: {
      ...{ kod, namn: kod, version: 1, form: 'brev', titel: `${kod} om {insats}`, dokumenttyp: 'Beslut', fran: '2018-07-01' },
      ...{ utredningstyper: [], texter, skalRubriker: ['BEDOMNING'] },
    },
  });
  const vuxen = testPoster().map((one): TestRecord[] =>
    one.type === 'person' ? [{ ...one, data: { ...one.data, personnummer: '199904122380', fodelsedatum: '1999-04-12' } }] : [],
  );
  const kontaktperson = testKatalog().flatMap((one): TestRecord[] =>
    one.type === 'insats' && one.id === kat.insats.kontaktperson ? [{ ...one, data: { ...one.data, lagrumKod: 'LSS9_4' } }] : [],
  );
  const karin = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T08:00:00.000Z' };
  const grund = (utskick: object, mer: TestRecord[] = []) =>
    handlaggning([
      ...vuxen.flat(),
      ...kontaktperson,
      ...[mall(700, 'beslut'), mall(701, 'beslutsmeddelande'), etjanst({ lage: 'aktiv', fungerarFran: '2026-11-19' })],
      {
        ...{ type: 'brevhuvud', id: testId(710) },
        data: {
          ...{
            fran: '2018-07-01',
            enheter: [],
            kommun: 'Almviks kommun',
            namnd: 'Nämnden',
            adress: 'Box 1',
            domstol: 'Förvaltningsrätten',
          },
          domstolAdress: 'Box 2',
        },
      },
      {
        ...{ type: 'lagrum', id: testId(721) },
        data: { kod: 'LSS9_4', text: '9 § 4 LSS', fran: '1994-01-01', overklagas: { slag: 'besvar', enligt: 'LSS9_4' } },
      },
      fattat(1, { utskick: { ...karin, ...utskick } }),
      ...mer,
    ]);
  function showBrev(underlag: TestAkt) {
    setBrevhinder(testId(201), undefined);
    const shown = show(underlag, testId(201));
    render(<Beslutsbrev personId={akt.person} />);
    const brev = () => shown.karna.list('dokument').map(({ data }) => [data.rubrik, data.typ, data.knytsTill.id]);
    return { ...shown, brev };
  }

  it('its two letters are made and filed with it, once; then it is for the server to send', async () => {
    const { brev, kommandon, karna } = showBrev(grund({}));
    expect(await screen.findByText('Till e-tjänsten: skickas av sig självt när servern har tagit emot det.')).toBeTruthy();
    expect(brev().sort()).toEqual([
      ['beslut om kontaktperson', 'Beslut', testId(201)],
      ['beslutsmeddelande om kontaktperson', 'Beslut', testId(201)],
    ]);
    expect(kommandon()).toEqual(['dokument.arkivera', 'dokument.arkivera']);
    const skickat = { ...karin, skickat: { at: '2026-11-20T09:00:00.000Z', gruppId: testId(870) } };
    karna.pull({ type: 'beslut', id: testId(201), data: { utskick: skickat } });
    expect(await screen.findByText('Skickat till e-tjänsten 2026-11-20 10:00. Kunden har inte öppnat det än.')).toBeTruthy();
    karna.pull({ type: 'beslut', id: testId(201), data: { utskick: { ...skickat, oppnat: '2026-11-20T17:30:00.000Z' } } });
    expect(await screen.findByText('Skickat till e-tjänsten 2026-11-20 10:00. Kunden öppnade det 2026-11-20 18:30.')).toBeTruthy();
    // What she has been sent is read, not changed.
    expect(screen.queryByRole('form', { name: 'Beslut' })).toBeNull();
    expect(kommandon()).toHaveLength(2);
  });

  it('reasons that are not signed hold it back, with why; signed they do not', async () => {
    const skal = (over: object): TestRecord => ({
      type: 'anteckning',
      id: testId(730),
      data: testAnteckning({ rubrikKod: 'BEDOMNING', text: fromPlainText('Behovet är tillgodosett.'), ...over }),
    });
    const { karna, brev } = showBrev(grund({}, [skal({})]));
    expect(await screen.findByText(/^Till e-tjänsten, när beslutsbrevet kan göras\. .*signera/i)).toBeTruthy();
    expect(brev()).toEqual([]);
    const signerad = skal({ signerad: karin });
    karna.pull({ type: signerad.type, id: signerad.id, data: signerad.data });
    expect(await screen.findByText(/^Till e-tjänsten: skickas av sig självt/)).toBeTruthy();
    expect(brev()).toHaveLength(2);
  });

  it('whoever opens the akt makes what a colleague’s computer did not; what could not go is said', async () => {
    const { karna, brev, kommandon } = showBrev(grund({ anvandareId: testId(3), namn: 'Bo Ås' }));
    expect(await screen.findByText('Till e-tjänsten: skickas av sig självt när servern har tagit emot det.')).toBeTruthy();
    expect(brev()).toHaveLength(2);
    expect(kommandon()).toEqual(['dokument.arkivera', 'dokument.arkivera']);
    const uteblivet = { kod: 'etjanst-avslutad', at: '2026-11-20T09:00:00.000Z' };
    karna.pull({ type: 'beslut', id: testId(201), data: { utskick: { ...karin, uteblivet } } });
    expect(await screen.findByText(/^Gick inte till e-tjänsten\. Kundens e-tjänst är avslutad\./)).toBeTruthy();
  });

  it('FORB-59 by post it can go digitally where the server has that: confirmed, its letters made, and each step said', async () => {
    const post = grund({});
    const records = post.records.flatMap((one): typeof post.records => {
      if (one.type === 'etjanst') return [];
      if (one.id !== testId(201)) return [one];
      const { utskick: _, ...data } = one.data as Record<string, unknown>;
      return [{ ...one, data } as (typeof post.records)[number]];
    });
    const utan = showBrev({ ...post, records });
    expect(await screen.findByText(/^Med post: skriv ut beslutet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Skicka med digital post' }), 'the server has none').toBeNull();
    utan.view.unmount();
    cleanup();
    stop();
    const { karna, brev, kommandon } = showBrev({ ...post, records, tjanster: ['digitalPost'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Skicka med digital post' }));
    const fraga = await screen.findByRole('alertdialog', { name: 'Skicka med digital post?' });
    expect(fraga.textContent).toContain('19990412-2380');
    expect(kommandon()).toEqual([]);
    fireEvent.click(within(fraga).getByRole('button', { name: 'Skicka med digital post' }));
    expect(await screen.findByText(/^Med digital post: servern frågar .* Karin Ek valde det 2026-11-20/)).toBeTruthy();
    expect(brev()).toHaveLength(2);
    expect(kommandon()).toEqual(['beslut.skickaDigitalt', 'dokument.arkivera', 'dokument.arkivera']);
    expect(await screen.findByRole('button', { name: 'Skicka med digital post' })).toHaveProperty('ariaDisabled', 'true');
    await act(async () => karna.push());
    const en = { ...karin, id: testId(860), rev: testId(240) };
    const fragad = { at: '2026-11-20T09:00:00.000Z', svar: 'kanTaEmot', operator: 'Brevlådan AB' };
    const visa = (over: object) => karna.pull({ type: 'beslut', id: testId(201), data: { digitalPost: [{ ...en, ...over }] } });
    visa({ fragad: { ...fragad, svar: 'ejAnsluten', operator: undefined }, uteblivet: { kod: 'digital-post-ej-ansluten', at: fragad.at } });
    expect(
      await screen.findByText(/^Med post: digital post gick inte 2026-11-20 10:00\. Kunden har ingen digital brevlåda\./),
    ).toBeTruthy();
    visa({ uteblivet: { kod: 'kunden-tagit-del', at: fragad.at } });
    expect(await screen.findByText('Inte med digital post. Kunden har redan fått del av beslutet.')).toBeTruthy();
    visa({ fragad, lamnat: { at: fragad.at, handlingar: [] }, mottaget: { at: fragad.at, kvitto: 'K-17' } });
    expect(
      await screen.findByText(
        'Med digital post: mottaget i brevlådan hos Brevlådan AB 2026-11-20 10:00. Kvitto K-17. Vilken dag kunden fick del av det är inte känt.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('Kunden har en digital brevlåda som tar emot från kommunen (frågat 2026-11-20 10:00)')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Skicka med digital post' })).toBeNull();
    expect(screen.queryByRole('form', { name: 'Beslut' }), 'what she has been sent is read, not changed').toBeNull();
  });

  it('FRAGA-62 of who is protected it cannot be chosen, and why is said', async () => {
    const post = grund({ uteblivet: { kod: 'mottagaren-skyddad', at: '2026-11-20T09:00:00.000Z' } });
    const records = post.records.map((one) =>
      one.type === 'person' ? { ...one, data: { ...(one.data as object), skydd: 'sekretessmarkering' } } : one,
    ) as typeof post.records;
    const { karna, kommandon } = showBrev({ ...post, records, tjanster: ['digitalPost'] });
    const knapp = await screen.findByRole('button', { name: 'Skicka med digital post' });
    expect(screen.getAllByText(utskicksvagOrd.skyddad).length).toBeGreaterThan(0);
    expect(knapp).toHaveProperty('ariaDisabled', 'true');
    fireEvent.click(knapp);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(kommandon()).toEqual([]);
    const gav = { ...karin, id: testId(860), rev: testId(240), uteblivet: { kod: 'digital-post-ej-ansluten', at: karin.at } };
    karna.pull({ type: 'beslut', id: testId(201), data: { utskick: undefined, digitalPost: [gav] } });
    await waitFor(() => expect(screen.queryByText(/Kunden har ingen digital brevlåda/)).toBeNull());
    expect(screen.getAllByText(utskicksvagOrd.skyddad).length).toBeGreaterThan(0);
  });

  it('DELEG-02 an enhetschef’s waits for the note that is named', async () => {
    const not: TestRecord = { type: 'anteckning', id: testId(704), data: testAnteckning({ signerad: karin, titel: 'Samråd' }) };
    const chefens = grund({}, [not]);
    const { karna } = showBrev({
      ...chefens,
      records: chefens.records.map((one) =>
        one.id === testId(201) ? { ...one, data: { ...(one.data as object), beslutsfattare: chefen } } : one,
      ),
    });
    expect(
      await screen.findByText('Till e-tjänsten, av sig självt. Väntar på att journalanteckningen om enhetschefens beslut.'),
    ).toBeTruthy();
    render(
      <FluentProvider theme={teman.ljust}>
        <KopplaAnteckningDialog personId={akt.person} beslutId={testId(201)} onClose={() => undefined} />
      </FluentProvider>,
    );
    expect(screen.getByRole('button', { name: 'Journalanteckning', hidden: true })).toBeTruthy();
    await choose(/^Anteckning/, /Samråd$/);
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(karna.get('beslut', testId(201))?.utskick?.anteckningId).toBe(not.id));
    expect(await screen.findByText(/^Till e-tjänsten: skickas av sig självt/)).toBeTruthy();
  });
});

describe('what a colleague does meanwhile', () => {
  it('FRAGA-61 an utredning that is ended is said at once, not first at Spara; what is typed stays', async () => {
    const { karna, kollegan, kommandon } = show();
    await choose(/^Insats/, 'Kontaktperson');
    await write(/^Gäller fr.o.m./, '2026-12-01');
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    kollegan('utredning', akt.utredning, { slutdatum: '2026-11-19' });
    expect(await within(await screen.findByRole('form', { name: 'Beslut' })).findByText('Utredningen är avslutad.')).toBeTruthy();
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /^Gäller fr.o.m./ })).value).toBe('2026-12-01');
    await krets();
    await save();
    expect(kommandon()).toEqual([]);
    expect(karna.utkast.size).toBe(1);
  });
});

describe('what belongs together', () => {
  it('BESLUT-GEN-07 FORB-26 FORB-28 a row of the list names every beslut that its form saves', async () => {
    show();
    const rad = async () => (await screen.findByRole('table', { name: 'Beslut i utredningen' })).querySelector('tbody tr td')?.textContent;
    await choose(/^Insats/, 'Kontaktperson');
    fireEvent.click(screen.getByRole('radio', { name: 'Delvis bifall' }));
    await waitFor(async () => expect(await rad()).toBe('LSS Kontaktperson Bifall och LSS Kontaktperson Avslag'));
    fireEvent.click(screen.getByRole('radio', { name: 'Bifall' }));
    await choose(/^Insats/, /utökning/);
    await write(/^Gäller fr.o.m./, '2026-12-10');
    await write(/^Slutdatum/, '2027-02-15');
    await waitFor(async () => expect(await rad()).toMatch(/utökning Bifall, 3 beslut$/));
  });

  it('BESLUT-GEN-07 FORB-22 Ny makes one more, for the next aktualisering, and all are saved in one operation', async () => {
    const { karna, kommandon } = show(handlaggning([ansokan(201, kat.insats.kontaktperson), ansokan(202, kat.insats.bostadVuxna)]));
    await write(/^Gäller fr.o.m./, '2026-12-01');
    await krets();
    const avslutas = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Utredning avslutas/ });
    expect(avslutas.checked).toBe(false);
    act(() => void runCommandById('ny'));
    await waitFor(() => expect(screen.getByRole('combobox', { name: /^Insats/ }).textContent).toBe('Bostad vuxna'));
    await waitFor(() => expect(avslutas.checked).toBe(true));
    await write(/^Gäller fr.o.m./, '2026-12-15');
    await choose(/^Beslutsfattare/, 'Ulla Ström');
    fireEvent.click(screen.getByRole('button', { name: 'Spara 2 beslut för Ekström, Linnea' }));
    await waitFor(() =>
      expect(karna.list('beslut').map(({ data }) => data.insatsId)).toEqual([kat.insats.kontaktperson, kat.insats.bostadVuxna]),
    );
    expect(kommandon()).toEqual(['beslut.fatta']);
  });

  it('FORB-22 closing with an aktualisering left is asked about at the box', async () => {
    const { karna } = show(handlaggning([ansokan(201, kat.insats.kontaktperson), ansokan(202, kat.insats.bostadVuxna)]));
    await write(/^Gäller fr.o.m./, '2026-12-01');
    await krets();
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Utredning avslutas/ }));
    await save();
    const anda = await screen.findByRole('checkbox', { name: 'Avsluta ändå: Ansökan 202 saknar beslut' });
    await waitFor(() => expect(document.activeElement).toBe(anda));
    expect(karna.list('beslut')).toHaveLength(0);
    fireEvent.click(anda);
    await save();
    await waitFor(() => expect(karna.get('utredning', akt.utredning)?.slutdatum).toBe('2026-11-20'));
  });

  it('FORB-26 Delvis bifall saves the pair', async () => {
    const { karna } = show();
    await choose(/^Insats/, 'Kontaktperson');
    fireEvent.click(screen.getByRole('radio', { name: 'Delvis bifall' }));
    await write(/^Gäller fr.o.m./, '2026-12-01');
    await krets();
    await save();
    await waitFor(() => expect(karna.list('beslut').map(({ data }) => data.utfall)).toEqual(['bifall', 'avslag']));
    const kopplingar = karna.list('beslut').map(({ data }) => data.koppling);
    expect(kopplingar[0]).toMatchObject({ slag: 'delavslag' });
    expect(kopplingar[1]).toEqual(kopplingar[0]);
  });

  it('FORB-28 Korttidsvistelse i stödfamilj makes both, with one nivå', async () => {
    const { karna } = show();
    await choose(/^Insats/, /[Ss]tödfamilj/);
    await write(/^Gäller fr.o.m./, '2026-12-01');
    await choose(/^Nivå/, '2');
    await krets();
    if (screen.getByRole('combobox', { name: /^Beslutsfattare/ }).textContent === '') await choose(/^Beslutsfattare/, 'Karin Ek');
    await save();
    await waitFor(() =>
      expect(
        karna
          .list('beslut')
          .map(({ data }) => [data.insatsId, data.niva])
          .sort(),
      ).toEqual([
        [kat.insats.korttidsvistelse, '2'],
        [kat.insats.stodfamilj, '2'],
      ]),
    );
  });

  it('FORB-24 BESLUT-PA-05 a period becomes one beslut a month, looked through before it is saved', async () => {
    const { karna } = show();
    await choose(/^Insats/, /utökning/);
    await write(/^Gäller fr.o.m./, '2026-12-10');
    await write(/^Slutdatum/, '2027-02-15');
    await write(/Timmar, timmar/, '30');
    await krets();
    const tabell = await screen.findByRole('group', { name: /^Månadsbeslut/ });
    expect(
      within(tabell)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(['2026-12-102026-12-31', '2027-01-012027-01-31', '2027-02-012027-02-15']);
    const februari = within(tabell).getByRole('textbox', { name: 'Timmar 2027-02' });
    fireEvent.change(februari, { target: { value: 'tolv' } });
    await save();
    await waitFor(() => expect(document.activeElement).toBe(februari));
    expect(februari.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('textbox', { name: /Timmar, timmar/ }).getAttribute('aria-invalid')).toBe('false');
    expect(within(await panel()).getByText('1 att rätta')).toBeTruthy();
    fireEvent.change(februari, { target: { value: '12' } });
    await save();
    await waitFor(() =>
      expect(karna.list('beslut').map(({ data }) => [data.giltigFran, data.giltigTom, data.omfattning?.minuter])).toEqual([
        ['2026-12-10', '2026-12-31', 1800],
        ['2027-01-01', '2027-01-31', 1800],
        ['2027-02-01', '2027-02-15', 720],
      ]),
    );
  });

  it('FORB-27 LSS Insatser is opened with the bifall when none is open; declining wants a reason', async () => {
    const { karna } = show(handlaggning([], [`verkstallighet/${akt.lssInsatser}`]));
    await choose(/^Insats/, 'Kontaktperson');
    await write(/^Gäller fr.o.m./, '2026-12-01');
    await krets();
    expect(within(await panel()).getByText('LSS Insatser öppnas med beslutet')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Avstå' }));
    await save();
    const skal = await screen.findByRole('textbox', { name: /^Skäl/ });
    await waitFor(() => expect(document.activeElement).toBe(skal));
    expect(skal.getAttribute('aria-invalid')).toBe('true');
    expect(karna.list('beslut')).toHaveLength(0);
    fireEvent.click(screen.getByRole('radio', { name: 'Öppna LSS Insatser' }));
    await save();
    await waitFor(() => expect(karna.list('beslut')).toHaveLength(1));
    expect(karna.list('verkstallighet').find(({ data }) => data.lssInsatser)?.data).toMatchObject({
      utforareId: kat.utforare.funktion3,
      startdatum: '2026-11-20',
    });
  });
});

describe('a saved beslut', () => {
  const sparat = (over: object = {}): TestRecord => ({
    type: 'beslut',
    id: testId(210),
    data: {
      utredningId: akt.utredning,
      insatsId: kat.insats.kontaktperson,
      beslutskod: 'LSS_KONTAKTPERSON_BIFALL',
      beslutsnamn: 'LSS Kontaktperson Bifall',
      utfall: 'bifall',
      insatskategori: 'Rekrytering LSS-insatser',
      beslutsdatum: '2026-11-10',
      giltigFran: '2026-11-15',
      beslutsfattare: { slag: 'handlaggare', anvandareId: testId(1), namn: 'Karin Ek' },
      organisationId: kat.organisation,
      personkrets: '1',
      rev: testId(211),
      ...over,
    },
  });
  it('FRAGA-24 is changed while nothing is ordered', async () => {
    const { karna } = show(handlaggning([sparat()]), testId(210));
    await write(/^Gäller fr.o.m./, '2026-11-16');
    await save();
    await waitFor(() => expect(karna.get('beslut', testId(210))?.giltigFran).toBe('2026-11-16'));
    expect(karna.get('beslut', testId(210))?.rev).not.toBe(testId(211));
  });

  it('FRAGA-24 a change begun before a colleague marked it as wrong is kept, and said at once to be too late', async () => {
    const { karna, kollegan } = show(handlaggning([sparat()]), testId(210));
    await write(/^Gäller fr.o.m./, '2026-11-16');
    await waitFor(() => expect(karna.utkast.size).toBe(1));
    kollegan('beslut', testId(210), { felmarkerad: true });
    expect(await screen.findByText('Beslutet är redan felmarkerat.')).toBeTruthy();
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /^Gäller fr.o.m./ })).value).toBe('2026-11-16');
  });

  it('FRAGA-24 is only read when the ärende is closed, or the other of its pair is ordered', async () => {
    const par = { koppling: { slag: 'stodfamilj', id: testId(230) }, insatsId: kat.insats.stodfamilj };
    const order: TestRecord = {
      type: 'bestallning',
      id: testId(231),
      data: {
        beslutId: testId(212),
        bestalltDatum: '2026-11-14',
        gallerFran: '2026-11-15',
        utforareId: kat.utforare.rekrytering,
        insatser: [],
      },
    };
    const poster = [
      sparat({ avslutad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T09:00:00.000Z' } }),
      { ...sparat({ ...par, insatsId: kat.insats.korttidsvistelse }), id: testId(211) },
      { ...sparat(par), id: testId(212) },
      order,
    ];
    for (const id of [testId(210), testId(211)]) {
      const { view } = show(handlaggning(poster), id);
      expect(await screen.findByRole('button', { name: 'Felmarkera' })).toBeTruthy();
      expect(screen.queryByRole('textbox')).toBeNull();
      view.unmount();
      stop();
    }
  });

  it('FRAGA-24 is only read once it is marked as wrong, with the reason', async () => {
    const felmarkering = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-12T09:00:00.000Z', orsak: 'Fel kund' };
    show(handlaggning([sparat({ felmarkerad: true, felmarkering })]), testId(210));
    expect(await screen.findByText(/Fel kund/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('Felmarkera names beslut and kund and wants a reason', async () => {
    const karna = testKarna(handlaggning([sparat()]));
    stop = startCore(karna.backend);
    const stangd = vi.fn();
    render(
      <FluentProvider theme={teman.ljust}>
        <FelmarkeraBeslutDialog personId={akt.person} beslutId={testId(210)} onClose={stangd} />
      </FluentProvider>,
    );
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('LSS Kontaktperson Bifall 2026-11-10 för Ekström, Linnea Maria');
    const orsak = await within(dialog).findByRole('textbox', { name: /^Orsak/ });
    fireEvent.keyDown(orsak, { key: 's', ctrlKey: true });
    expect(await within(dialog).findByText('Orsak saknas. Skriv vad som är fel.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(orsak));
    expect(karna.get('beslut', testId(210))?.felmarkerad).toBeUndefined();
    fireEvent.change(within(dialog).getByRole('textbox', { name: /^Orsak/ }), { target: { value: 'Fel kund' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, felmarkera' }));
    await waitFor(() => expect(stangd).toHaveBeenCalled());
    expect(karna.get('beslut', testId(210))?.felmarkering?.orsak).toBe('Fel kund');
  });
});

describe('KLOCK-03 a beslut that is read tells by when it is to be carried out', () => {
  const fristregel = fristregler().find(({ data }) => 'kod' in data && data.kod === 'ej-verkstallt-lss') as TestRecord;
  const last = (over: Parameters<typeof fattat>[1]) => [fattat(10, over), testBestallning(testId(210)), fristregel];

  it('with how it was counted, its paragraph and the quarter of its report', async () => {
    show(handlaggning(last({ beslutsdatum: '2026-08-31' })), testId(210));
    const rad = await screen.findByText(/beslut 2026-08-31 \+ 3 mån = 2026-11-30/);
    expect(rad.textContent).toBe(
      '2026-11-30: beslut 2026-08-31 + 3 mån = 2026-11-30 · LSS 28 f § (exempel) · annars till IVO för kvartal 4 2026',
    );
  });
});
