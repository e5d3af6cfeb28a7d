// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kat } from '../../../shared/domain/testing/katalog.ts';
import { akt, type TestRecord, testId } from '../../../shared/domain/testing/state.ts';
import type { HandelseVy, UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { useArendedialog } from '../../state/arendedialog.ts';
import { startCore } from '../../state/core.ts';
import { forgetKundvyer, getKundvy } from '../../state/kundvy.ts';
import { useTabs } from '../../state/tabs.ts';
import { useUtkastlista } from '../../state/utkastlista.ts';
import { domOfTests } from '../../testing/dom.ts';
import { handlaggning } from '../../testing/handlaggning.ts';
import { testKarna } from '../../testing/karna.ts';
import { CallFailure, type Script } from '../../testing/scripted-backend.ts';
import { UtkorgFlik } from './UtkorgFlik.tsx';

const beslutId = testId(50);
const nyckel = `bestallning:${akt.person}:${beslutId}`;
const data = { bestallningId: testId(60), gallerFran: '2026-12-01', gallerTom: '2027-11-30', bestallningstext: 'Två gånger i veckan' };
const avvisad: UtkorgPostDetalj = {
  id: testId(900),
  seq: 1,
  name: 'bestallning.skicka',
  personId: akt.person,
  namn: 'Hellgren, Viktor',
  vad: 'Beställning skickad, Ledsagning',
  at: '2026-11-20T05:31:44.000Z',
  tillstand: 'nekad',
  konflikt: false,
  rejection: { code: 'avviker-fran-beslut', field: 'gallerTom' },
  input: { personId: akt.person, bestallningId: testId(60), beslutId, gallerFran: '2026-12-01', gallerTom: '2027-11-30' },
  rader: [
    { etikett: 'Beslut', varde: 'Ledsagarservice 261112', niva: 0 },
    { etikett: 'Gäller t.o.m.', varde: '2027-11-30', niva: 0 },
    { etikett: 'Insats', varde: '', niva: 0 },
    { etikett: 'Namn', varde: 'Ledsagning', niva: 1 },
  ],
  formular: { nyckel, titel: 'Beställning', data },
};
const pers: HandelseVy = {
  id: testId(701),
  at: '2026-11-19T15:41:00.000Z',
  anvandareId: testId(99),
  namn: 'Per Hallberg',
  kommando: 'beslut.spara',
  vad: 'Beslut ändrat',
  poster: [{ type: 'beslut', id: beslutId, op: 'andrad', falt: [{ falt: 'giltigTom', fran: '2027-11-30', till: '2027-05-31' }] }],
  osand: false,
};

let end: () => void = () => undefined;
beforeAll(domOfTests);
beforeEach(() => {
  useUtkastlista.setState({ utkast: null });
  useArendedialog.setState({ oppen: null });
  useTabs.setState(useTabs.getInitialState());
  forgetKundvyer();
});
afterEach(() => {
  cleanup();
  end();
});

function show(post: UtkorgPostDetalj = avvisad, over: Script = {}) {
  let row = post;
  const bifall: TestRecord = {
    type: 'beslut',
    id: beslutId,
    data: {
      utredningId: akt.utredning,
      insatsId: kat.insats.kontaktperson,
      beslutskod: 'K',
      beslutsnamn: 'Ledsagarservice',
      utfall: 'bifall',
      insatskategori: 'Rekrytering LSS-insatser',
      beslutsdatum: '2026-11-12',
      giltigFran: '2026-12-01',
    },
  };
  const karna = testKarna(handlaggning([bifall]), {
    'kund.historik': () => [pers],
    'utkorg.lista': () => [row],
    'utkorg.post': () => row,
    'utkorg.avgjord': () => {
      row = { ...row, tillstand: 'avgjord' };
      queueMicrotask(() => act(() => backend.emit({ event: 'utkorg' })));
      return null;
    },
    ...over,
  });
  const { backend } = karna;
  end = startCore(backend);
  render(
    <FluentProvider>
      <UtkorgFlik />
    </FluentProvider>,
  );
  const anrop = () => backend.calls.map(({ name }) => name);
  return { karna, backend, anrop };
}
const rattaKnapp = () => screen.findByRole('button', { name: 'Öppna i formuläret' });

describe('Att åtgärda: a refused command of the case (FRAGA-61)', () => {
  it('is shown whole: why, each of my words, and what the other did', async () => {
    show();
    expect(await screen.findByText('Beställningen skiljer sig från beslutet.')).toBeDefined();
    const innehall = await screen.findByRole('region', { name: 'Ditt innehåll' });
    expect(
      within(innehall)
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual(['Beslut', 'Gäller t.o.m.', 'Insats', 'Namn']);
    expect(
      within(innehall)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent),
    ).toEqual(['Ledsagarservice 261112', '2027-11-30', 'Ledsagning']);
    const andrat = await screen.findByRole('region', { name: 'Vad som har ändrats' });
    expect(within(andrat).getByRole('heading').textContent).toBe('Ändrat av Per Hallberg');
    expect(andrat.textContent).toContain('Beslut ändrat');
    expect(andrat.textContent).toContain('Slutdatum2027-11-30 → 2027-05-31');
  });

  it('FRAGA-62 an akt that is not open is opened first, so that the reading is logged', async () => {
    let oppen = false;
    const { anrop } = show(avvisad, {
      'kund.historik': () => {
        if (!oppen) throw new CallFailure({ code: 'finns-inte', detail: 'inte-oppnad' });
        return [pers];
      },
    });
    const knapp = await screen.findByRole('button', { name: 'Öppna akten och se vad som har ändrats' });
    expect(anrop()).not.toContain('kund.oppna');
    oppen = true;
    fireEvent.click(knapp);
    expect(await screen.findByText('Ändrat av Per Hallberg')).toBeDefined();
    expect(anrop()).toContain('kund.oppna');
  });

  it('Öppna i formuläret: the draft is on disk before the row is taken off, and its form is opened', async () => {
    const { karna, anrop } = show();
    fireEvent.click(await rattaKnapp());
    await waitFor(() =>
      expect(getKundvy(akt.person)?.yta).toEqual({ slag: 'utredning', id: akt.utredning, flik: 'bestallning', ny: true, beslutId }),
    );
    expect(karna.utkast.get(nyckel)).toMatchObject({ titel: 'Beställning', personId: akt.person, data });
    const [spara, avgjord] = [anrop().indexOf('utkast.spara'), anrop().indexOf('utkorg.avgjord')];
    expect(spara).toBeGreaterThan(-1);
    expect(avgjord).toBeGreaterThan(spara);
    expect(useTabs.getState().aktiv).toContain(akt.person);
  });

  it('a form that is a dialog is opened over the kund', async () => {
    const verkstallighet = { nyckel: `avslutaVerkstallighet:${akt.person}:${akt.verkstallighet}`, titel: 'Avsluta', data: { orsak: 'x' } };
    show({ ...avvisad, name: 'verkstallighet.avsluta', formular: verkstallighet });
    fireEvent.click(await rattaKnapp());
    await waitFor(() =>
      expect(useArendedialog.getState().oppen).toEqual({ personId: akt.person, post: 'avslutaVerkstallighet', id: akt.verkstallighet }),
    );
  });

  it('another draft in the same form is not lost without a word', async () => {
    const annat = { nyckel, personId: akt.person, titel: 'Beställning', data: { bestallningstext: 'Något annat' } };
    const { karna, anrop } = show();
    await karna.backend.call('utkast.spara', annat);
    fireEvent.click(await rattaKnapp());
    const fraga = await screen.findByRole('alertdialog');
    expect(fraga.textContent).toContain('Du har redan börjat fylla i samma formulär.');
    expect(karna.utkast.get(nyckel)?.data).toEqual(annat.data);
    expect(anrop()).not.toContain('utkorg.avgjord');
    fireEvent.click(within(fraga).getByRole('button', { name: 'Ersätt utkastet' }));
    await waitFor(() => expect(anrop()).toContain('utkorg.avgjord'));
    expect(karna.utkast.get(nyckel)?.data).toEqual(data);
  });

  it('a full disk is told, and the row stays', async () => {
    const { anrop } = show(avvisad, {
      'utkast.spara': () => {
        throw new CallFailure({ code: 'disken-full' });
      },
    });
    fireEvent.click(await rattaKnapp());
    expect(await screen.findByText('Disken är full: det gick inte att spara.')).toBeDefined();
    expect(anrop()).not.toContain('utkorg.avgjord');
  });

  it('one without a kept form offers Försök igen and no form', async () => {
    const { formular: _, ...utan } = avvisad;
    show(utan);
    expect(await screen.findByRole('button', { name: 'Försök igen' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Öppna i formuläret' })).toBeNull();
  });

  it('is reached by keyboard: the row, its content, its buttons', async () => {
    show();
    const knapp = await rattaKnapp();
    const rad = screen.getAllByRole('row')[1];
    if (!rad) throw new Error('no row');
    expect(rad.tabIndex).toBe(0);
    const panel = screen.getByRole('region', { name: 'Att åtgärda' });
    expect(
      within(panel)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Markera allt', 'Öppna i formuläret', 'Försök igen', 'Öppna', 'Ta bort från Att åtgärda…']);
    act(() => knapp.focus());
    expect(document.activeElement).toBe(knapp);
    // Ctrl+C then has all of it.
    fireEvent.click(within(panel).getByRole('button', { name: 'Markera allt' }));
    expect(String(getSelection())).toContain('2027-11-30');
    expect(String(getSelection())).not.toContain('Försök igen');
  });

  it('is moved to what is there, when what it was written to is not, and is settled then', async () => {
    const input = { personId: akt.person, anteckningId: testId(61), dokumentation: { slag: 'utredning', id: akt.utredning } };
    const note = {
      ...{ ...input, rubrikKod: 'JOURNAL', handelsedatum: '2026-11-20', basRev: null, rev: testId(62) },
      text: { typ: 'dok', innehall: [] },
    };
    const { formular: _f, rader: _r, ...utan } = avvisad;
    const rejection = { code: 'finns-inte' as const };
    const { anrop, backend } = show(
      {
        ...utan,
        name: 'anteckning.spara',
        rejection,
        input: { ...note, dokumentation: { slag: 'utredning', id: testId(999) } },
        flytt: [{ namn: 'LSS Utredning 261118-', input: note }],
      },
      { 'kommando.kor': () => ({ ok: true, id: testId(63) }) },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Flytta till LSS Utredning 261118-' }));
    await waitFor(() => expect(anrop()).toContain('kommando.kor'));
    const sent = backend.calls.find(({ name }) => name === 'kommando.kor');
    expect(sent?.input).toMatchObject({ name: 'anteckning.spara', input: note, avgor: avvisad.id });
  });

  it('several of an akt that were refused for one cause are sent again by one act; what is left is told', async () => {
    const { backend } = show({ ...avvisad, sammaOrsak: 3 }, { 'utkorg.forsokIgen': () => ({ skickade: 2, kvar: 1 }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Försök igen med alla 3 av samma orsak' }));
    expect(await screen.findByText(/1 av 3 kunde inte skickas\./)).toBeDefined();
    expect(backend.calls.find(({ name }) => name === 'utkorg.forsokIgen')?.input).toEqual({ id: avvisad.id });
  });
  it('one alone has no such choice', async () => {
    show();
    await screen.findByRole('button', { name: 'Försök igen' });
    expect(screen.queryByRole('button', { name: /av samma orsak/ })).toBeNull();
  });
});

describe('several at once', () => {
  const tre = [1, 2, 3].map((n): UtkorgPostDetalj => ({ ...avvisad, id: testId(900 + n), seq: n, vad: `Beställning ${n}` }));
  function visa(over: Script = {}) {
    let poster = [...tre, { ...avvisad, id: testId(950), seq: 9, konflikt: true, vad: 'Anteckning sparad' }];
    const karna = testKarna(handlaggning([]), {
      'utkorg.lista': () => poster,
      'utkorg.post': ({ id }) => poster.find((one) => one.id === id) ?? avvisad,
      'utkorg.avgjord': ({ id }) => {
        poster = poster.map((one) => (one.id === id ? { ...one, tillstand: 'avgjord' } : one));
        queueMicrotask(() => act(() => karna.backend.emit({ event: 'utkorg' })));
        return null;
      },
      ...over,
    });
    end = startCore(karna.backend);
    render(
      <FluentProvider>
        <UtkorgFlik />
      </FluentProvider>,
    );
    return () => karna.backend.calls.filter(({ name }) => name === 'utkorg.avgjord').map(({ input }) => input);
  }
  const kryssa = async () => {
    fireEvent.click(await screen.findByRole('tab', { name: 'Att åtgärda 4' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Markera alla' }));
  };

  it('are ticked and taken off Att åtgärda by one question; two texts against each other stay', async () => {
    const avgjorda = visa();
    await kryssa();
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort 3 från Att åtgärda…' }));
    const fraga = await screen.findByRole('alertdialog');
    expect(
      within(fraga)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining([1, 2, 3].map((n) => `Hellgren, Viktor, Beställning ${n}`)));
    expect(avgjorda()).toEqual([]);
    fireEvent.click(within(fraga).getByRole('button', { name: 'Ta bort 3' }));
    await waitFor(() =>
      expect(
        avgjorda()
          .map((one) => (one as { id: string }).id)
          .sort(),
      ).toEqual(tre.map(({ id }) => id)),
    );
    expect(await screen.findByRole('tab', { name: 'Att åtgärda 1' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /från Att åtgärda…$/ })).toBeNull();
  });

  it('one that does not go is told, and stays ticked', async () => {
    const avgjorda = visa({
      'utkorg.avgjord': ({ id }) => {
        if (id === testId(902)) throw new CallFailure({ code: 'disken-full' });
        return null;
      },
    });
    await kryssa();
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort 3 från Att åtgärda…' }));
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Ta bort 3' }));
    expect(await screen.findByText('1 av 3 gick inte att ta bort.')).toBeDefined();
    expect(avgjorda()).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'Ta bort 1 från Att åtgärda…' })).toBeDefined();
  });
});
