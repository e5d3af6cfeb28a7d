import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonRad, Sokresultat, StatusVy } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { CallFailure, scriptedBackend } from '../testing/scripted-backend.ts';
import { startCore } from './core.ts';
import { useOppna } from './openKund.ts';
import { followSokning, forgetSokning, search, useSokning, writeSoktext } from './sokning.ts';
import { useStatus } from './status.ts';
import { forgetTabs, useTabs } from './tabs.ts';

const person = (personId: string, skydd: PersonRad['skydd'] = 'ingen'): PersonRad => ({
  personId,
  namn: 'Ekström, Linnea',
  personnummer: '199904122380',
  nummerSlag: 'personnummer',
  fodelsedatum: '1999-04-12',
  alder: 27,
  skydd,
});
const traffar = (rader: PersonRad[], mer: Partial<Extract<Sokresultat, { slag: 'traffar' }>> = {}): Sokresultat => ({
  slag: 'traffar',
  rader,
  fler: false,
  annatArhundrade: false,
  ofullstandig: false,
  ...mer,
});

let svar: Sokresultat;
let fel: CallError | null;
let backend: ReturnType<typeof scriptedBackend>;
let end: () => void;
beforeEach(() => {
  forgetTabs();
  forgetSokning();
  useOppna.setState({ vantarPaSkal: null, fel: null });
  fel = null;
  backend = scriptedBackend({
    'sok.person': () => {
      if (fel) throw new CallFailure(fel);
      return svar;
    },
    'installning.hamta': () => null,
    'installning.satt': () => null,
    'kund.oppna': ({ personId, skal }) => {
      if (personId === 'skyddad' && !skal) throw new CallFailure({ code: 'skal-kravs' });
      const record = {
        ...person(personId),
        efternamn: 'Ekström',
        fornamn: 'Linnea',
        kundnummer: '1',
        civilstand: '',
        folkbokfordIKommunen: true,
        enheter: ['x'],
      };
      const rest = {
        alder: 27,
        kontakter: [],
        samtycken: [],
        godkannanden: [],
        inkomstblanketter: [],
        hushall: [],
        forvaxlaInte: [],
        personkretsar: [],
        iKundlistan: false,
        saknarVardnadshavare: false,
        lass: false,
      };
      return { personId, person: record, ...rest };
    },
  });
  end = startCore(backend);
});
afterEach(() => end());

const aktiv = () => useTabs.getState().aktiv;

describe('person search', () => {
  it('SOK-03 a whole number with one hit opens the kund', async () => {
    svar = traffar([person('a')]);
    writeSoktext('19990412-2380');
    await search();
    expect(aktiv()).toBe('kund:a');
  });
  it('SOK-10 a name with one hit is listed: the user says who', async () => {
    svar = traffar([person('a')]);
    writeSoktext('Ekström Linnea');
    await search();
    expect(aktiv()).toBe('sok');
    expect(useSokning.getState().resultat).toEqual(svar);
  });
  it('FORB-01 a hit of another century is listed, never opened by itself', async () => {
    svar = traffar([person('a')], { annatArhundrade: true });
    writeSoktext('990412-2380');
    await search();
    expect(aktiv()).toBe('sok');
  });
  it('SOK-03 two hits on ten digits are listed', async () => {
    svar = traffar([person('a'), person('b')]);
    writeSoktext('990412-2380');
    await search();
    expect(aktiv()).toBe('sok');
  });
  it('FRAGA-62 a protected person is not opened without a reason', async () => {
    svar = traffar([person('skyddad', 'skyddadFolkbokforing')]);
    writeSoktext('199904122380');
    await search();
    expect(useOppna.getState().vantarPaSkal).toEqual({ personId: 'skyddad', nodId: undefined });
    expect(useTabs.getState().tabs).toHaveLength(1);
  });
  it('FRAGA-01 a text that is no search shows its hint', async () => {
    svar = { slag: 'hjalp', hjalp: 'ett-namn' };
    writeSoktext('Ekström');
    await search();
    expect(useSokning.getState()).toMatchObject({ resultat: svar, fraga: { text: 'Ekström' }, soker: false });
  });
  it('SOK-10 the rows of the search before are gone while the same is asked anew: none of them can be opened for another', async () => {
    svar = traffar([person('a'), person('b')]);
    writeSoktext('Ek*');
    await search();
    const anew = search();
    expect(useSokning.getState()).toMatchObject({ soker: true, resultat: null, fraga: null });
    await anew;
    expect(useSokning.getState()).toMatchObject({ soker: false, resultat: svar });
  });
  it('an answer to an older question never replaces a newer one', async () => {
    svar = traffar([person('a')]);
    writeSoktext('Ek*');
    const first = search();
    writeSoktext('Eks*');
    svar = traffar([person('b')]);
    await search();
    await first;
    expect(useSokning.getState()).toMatchObject({ resultat: svar, fraga: { text: 'Eks*' } });
  });
  it('SOK-08 who writes on after Enter gets the list, and is not taken to a kund', async () => {
    svar = traffar([person('a')]);
    writeSoktext('199904122380');
    const first = search();
    writeSoktext('1999041223801');
    await first;
    expect(aktiv()).toBe('sok');
    expect(useSokning.getState()).toMatchObject({ resultat: svar, soker: false });
  });
});

describe('a shown result', () => {
  const vilar: StatusVy = {
    ansluten: true,
    sedan: '2026-11-21T05:40:00Z',
    hamtad: '2026-11-21T05:41:00Z',
    osanda: 0,
    attAtgarda: 0,
    konflikter: 0,
    utkast: 0,
    fas: 'vilar',
    antalStammer: true,
    sparad: null,
  };
  let forget: () => void;
  const status = (next: Partial<StatusVy>) => useStatus.setState({ status: { ...vilar, ...next } });
  const asked = () => backend.calls.filter(({ name }) => name === 'sok.person');
  const shown = () => useSokning.getState().resultat;
  /** What was noticed is asked for, and answered. */
  const settled = () => vi.advanceTimersByTimeAsync(1000);

  beforeEach(async () => {
    vi.useFakeTimers();
    status({});
    svar = traffar([]);
    writeSoktext('19990412-2380');
    await search();
    forget = followSokning();
    await settled();
    backend.calls.length = 0;
  });
  afterEach(() => {
    forget();
    vi.useRealTimers();
    useStatus.setState({ status: null });
  });

  it('follows when records of an akt change; many changes are one question, asked as the same search', async () => {
    const { fraga } = useSokning.getState();
    svar = traffar([person('a')]);
    for (const id of ['x', 'a', 'y']) backend.emit({ event: 'andrat', scopes: [`akt:${id}`] });
    await settled();
    expect(asked().map(({ input }) => input)).toEqual([fraga]);
    expect(shown()).toEqual(svar);
    expect(aktiv()).toBe('sok');
    expect(backend.calls.map(({ name }) => name)).not.toContain('kund.oppna');
  });
  it.each([
    ['the first fetch', { hamtad: null, fas: 'forsta-hamtning' }],
    ['a fetch that was broken off', { hamtad: null, ansluten: false }],
    ['the search table', { fas: 'bygger-sok' }],
  ] as const)('follows when %s is done', async (_, before) => {
    status(before);
    await settled();
    svar = traffar([person('a')]);
    status({});
    await settled();
    expect(shown()).toEqual(svar);
  });
  it('that said itself that it was incomplete follows the next status', async () => {
    svar = traffar([], { ofullstandig: true });
    backend.emit({ event: 'andrat', scopes: ['akt:a'] });
    await settled();
    svar = traffar([person('a')]);
    status({ hamtad: '2026-11-21T05:42:00Z' });
    await settled();
    expect(shown()).toEqual(svar);
  });
  it('is the very same while nothing in it changes, and asks nothing for what is not about persons', async () => {
    const before = shown();
    backend.emit({ event: 'andrat', scopes: ['akt:a'] });
    await settled();
    expect(shown()).toBe(before);
    const often = asked().length;
    backend.emit({ event: 'andrat', scopes: ['katalog', 'anvandare:u'] });
    status({ osanda: 1 });
    await settled();
    expect(asked()).toHaveLength(often);
  });
  it('stays when it cannot be read again', async () => {
    const before = shown();
    fel = { code: 'karnan-stoppad' };
    backend.emit({ event: 'andrat', scopes: ['akt:a'] });
    await settled();
    expect(useSokning.getState()).toMatchObject({ resultat: before, fel: null });
  });
  it('that changed while another tab was shown is right when it is shown again', async () => {
    forget();
    svar = traffar([person('a')]);
    backend.emit({ event: 'andrat', scopes: ['akt:a'] });
    await settled();
    expect(asked()).toEqual([]);
    forget = followSokning();
    await settled();
    expect(shown()).toEqual(svar);
  });
});
