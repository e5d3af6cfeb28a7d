// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testId } from '../../shared/domain/testing/state.ts';
import type { KundVy } from '../../shared/ipc/views.ts';
import { scriptedBackend } from '../testing/scripted-backend.ts';
import { startCore } from './core.ts';
import {
  chooseNavigering,
  dropNavigering,
  feedNavigering,
  forgetNavigering,
  hideNavigering,
  markPost,
  type Navigeringslista,
  openPost,
  showNavigering,
  stepPost,
  useGang,
  useNavigering,
} from './navigering.ts';
import { forgetTabs, markDirty, openTab, showTab, useTabs } from './tabs.ts';

const lista = (antal: number, over: Partial<Navigeringslista> = {}): Navigeringslista => ({
  ...{ id: 'resultat', namn: 'Prov', flik: 'sokverktyg' },
  poster: Array.from({ length: antal }, (_, n) => ({ id: `p${n}`, personId: testId(n), nodId: `utredning/${n}` })),
  ...over,
});
const gang = (id = 'resultat') => useNavigering.getState().gangar[id];
const kunder = () => useTabs.getState().tabs.flatMap((tab) => (tab.slag === 'kund' ? [tab.personId] : []));
const settled = () => new Promise((resolve) => setTimeout(resolve));

let end: () => void = () => undefined;
beforeEach(() => {
  const backend = scriptedBackend({
    'kund.oppna': ({ personId }) =>
      ({ personId, person: { efternamn: personId, fornamn: '', personnummer: '', skydd: 'ingen' } }) as KundVy,
    'installning.hamta': () => null,
    'installning.satt': () => null,
  });
  end = startCore(backend);
  openTab({ slag: 'sokverktyg' });
  showNavigering('resultat');
});
afterEach(() => {
  forgetNavigering();
  forgetTabs();
  end();
});

describe('SNAV-03 the place in a list', () => {
  it('is kept when what the rows say has changed, and by its number when the row is gone', () => {
    feedNavigering(lista(5));
    markPost('resultat', 'p2');
    feedNavigering(lista(5, { poster: lista(5).poster.toReversed() }));
    expect(gang()).toMatchObject({ vald: 'p2', plats: 2 });
    markPost('resultat', 'p1');
    feedNavigering(lista(5, { poster: lista(5).poster.filter(({ id }) => id !== 'p1') }));
    expect(gang()).toMatchObject({ vald: null, plats: 3 });
  });

  it('where the marked kund has left, the next is the one that took her place', () => {
    feedNavigering(lista(4));
    markPost('resultat', 'p1');
    feedNavigering(lista(4, { poster: lista(4).poster.filter(({ id }) => id !== 'p1') }));
    stepPost('nasta');
    expect(gang()?.vald).toBe('p2');
    stepPost('foregaende');
    expect(gang()?.vald).toBe('p0');
  });

  it('does not go past its ends, and an empty list has no place', () => {
    feedNavigering(lista(2));
    for (const [steg, vald] of [
      ['sista', 'p1'],
      ['nasta', 'p1'],
      ['forsta', 'p0'],
      ['foregaende', 'p0'],
    ] as const) {
      stepPost(steg);
      expect(gang()?.vald, steg).toBe(vald);
    }
    feedNavigering(lista(0));
    stepPost('nasta');
    expect(gang()?.vald).toBeNull();
  });

  it('each list has its own; the one that was last shown is walked', () => {
    feedNavigering(lista(3));
    markPost('resultat', 'p1');
    feedNavigering(lista(3, { id: 'bevakningar', flik: 'bevakningar' }));
    expect(useNavigering.getState().aktuell).toBe('resultat');
    showNavigering('bevakningar');
    markPost('bevakningar', 'p2');
    showNavigering('resultat');
    expect([gang()?.vald, gang('bevakningar')?.vald]).toEqual(['p1', 'p2']);
    dropNavigering('resultat');
    expect(useNavigering.getState().aktuell).toBe('bevakningar');
  });
});

describe('SNAV-02 the list on the screen', () => {
  const walked = () => renderHook(() => useGang()).result.current?.lista.id;
  it('is the one that is walked; while none is, nothing is, until a kund is', async () => {
    feedNavigering(lista(3));
    markPost('resultat', 'p0');
    expect(walked()).toBe('resultat');
    showTab('mina');
    hideNavigering('resultat');
    expect(walked(), 'Levererat in Statistik has no kunder').toBeUndefined();
    stepPost('nasta');
    await openPost();
    expect([gang()?.vald, kunder()]).toEqual(['p0', []]);
    openTab({ slag: 'kund', personId: testId(0), namn: '', personnummer: '', skydd: 'ingen', dirty: false, oppnad: true });
    expect(walked()).toBe('resultat');
  });
  it('is walked in the kund that it was opened from, whatever became ready meanwhile', async () => {
    feedNavigering(lista(3, { id: 'ivo', flik: 'ivo' }));
    openTab({ slag: 'ivo' });
    showNavigering('ivo');
    markPost('ivo', 'p1');
    feedNavigering(lista(3));
    chooseNavigering('resultat');
    expect(walked()).toBe('ivo');
    await openPost();
    expect([kunder(), walked()]).toEqual([[testId(1)], 'ivo']);
  });
  it('a row that is no node of the tree shows its place', async () => {
    const sedda: string[] = [];
    feedNavigering(lista(1, { poster: [{ id: 'p0', personId: testId(0), sedan: () => sedda.push('not') }] }));
    markPost('resultat', 'p0');
    await openPost();
    expect(sedda).toEqual(['not']);
  });
});

describe('SNAV-02 SNAV-03 opening', () => {
  it('in the list the arrows mark, and the diamond opens; in a kund the arrows open the next', async () => {
    feedNavigering(lista(3));
    stepPost('nasta');
    await settled();
    expect([gang()?.vald, kunder()]).toEqual(['p0', []]);
    await openPost();
    expect([kunder(), useTabs.getState().aktiv]).toEqual([[testId(0)], `kund:${testId(0)}`]);
    stepPost('nasta');
    await settled();
    expect([gang()?.vald, useTabs.getState().aktiv]).toEqual(['p1', `kund:${testId(1)}`]);
  });

  it('walking leaves one tab; one that was open before, or in which something was written, stays', async () => {
    feedNavigering(lista(4));
    markPost('resultat', 'p2');
    await openPost();
    showTab('sokverktyg');
    forgetNavigering();
    showNavigering('resultat');
    feedNavigering(lista(4));
    markPost('resultat', 'p0');
    await openPost();
    stepPost('nasta');
    await settled();
    expect(kunder()).toEqual([testId(2), testId(1)]);
    stepPost('nasta');
    await settled();
    expect(kunder()).toEqual([testId(2)]);
    stepPost('nasta');
    await settled();
    markDirty(testId(3), true);
    stepPost('forsta');
    await settled();
    expect(kunder()).toEqual([testId(2), testId(3), testId(0)]);
  });
});
