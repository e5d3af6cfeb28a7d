import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonRad, Sokresultat } from '../../shared/ipc/views.ts';
import { CallFailure, memoryBackend } from '../backend/memory-backend.ts';
import { startCore } from './core.ts';
import { useOppna } from './oppna.ts';
import { glomSokning, skrivSoktext, sok, useSokning } from './sokning.ts';
import { glomTabs, useTabs } from './tabs.ts';

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
let end: () => void;
beforeEach(() => {
  glomTabs();
  glomSokning();
  useOppna.setState({ vantarPaSkal: null, fel: null });
  end = startCore(
    memoryBackend({
      'sok.person': () => svar,
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
        const rest = { alder: 27, kontakter: [], hushall: [], forvaxlaInte: [], iKundlistan: false, saknarVardnadshavare: false };
        return { personId, person: record, ...rest };
      },
    }),
  );
});
afterEach(() => end());

const aktiv = () => useTabs.getState().aktiv;

describe('person search', () => {
  it('SOK-03 a whole number with one hit opens the kund', async () => {
    svar = traffar([person('a')]);
    skrivSoktext('19990412-2380');
    await sok();
    expect(aktiv()).toBe('kund:a');
  });
  it('SOK-10 a name with one hit is listed: the user says who', async () => {
    svar = traffar([person('a')]);
    skrivSoktext('Ekström Linnea');
    await sok();
    expect(aktiv()).toBe('sok');
    expect(useSokning.getState().resultat).toEqual(svar);
  });
  it('FORB-01 a hit of another century is listed, never opened by itself', async () => {
    svar = traffar([person('a')], { annatArhundrade: true });
    skrivSoktext('990412-2380');
    await sok();
    expect(aktiv()).toBe('sok');
  });
  it('SOK-03 two hits on ten digits are listed', async () => {
    svar = traffar([person('a'), person('b')]);
    skrivSoktext('990412-2380');
    await sok();
    expect(aktiv()).toBe('sok');
  });
  it('FRAGA-62 a protected person is not opened without a reason', async () => {
    svar = traffar([person('skyddad', 'skyddadFolkbokforing')]);
    skrivSoktext('199904122380');
    await sok();
    expect(useOppna.getState().vantarPaSkal).toEqual({ personId: 'skyddad', nodId: undefined });
    expect(useTabs.getState().tabs).toHaveLength(1);
  });
  it('FRAGA-01 a text that is no search shows its hint', async () => {
    svar = { slag: 'hjalp', hjalp: 'ett-namn' };
    skrivSoktext('Ekström');
    await sok();
    expect(useSokning.getState()).toMatchObject({ resultat: svar, sokt: 'Ekström', soker: false });
  });
  it('an answer to an older text never replaces a newer one', async () => {
    svar = traffar([person('a')]);
    skrivSoktext('Ek*');
    const first = sok();
    skrivSoktext('Eks*');
    await first;
    expect(useSokning.getState().resultat).toBeNull();
  });
});
