import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scriptedBackend } from '../testing/scripted-backend.ts';
import { startCore } from './core.ts';
import { forgetInstallningar, saveInstallningar } from './installningar.ts';
import { closeTab, forgetTabs, goBack, type KundTab, markDirty, moveTab, openTab, restoreTabs, stepTab, tabId, useTabs } from './tabs.ts';

const kund = (personId: string): KundTab => ({
  slag: 'kund',
  personId,
  namn: `Namn, ${personId}`,
  personnummer: '199904122380',
  skydd: 'ingen',
  dirty: false,
  oppnad: true,
});
const ids = () => useTabs.getState().tabs.map(tabId);
const aktiv = () => useTabs.getState().aktiv;

let stored: Record<string, unknown>;
let end: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  stored = {};
  end = startCore(
    scriptedBackend({
      'installning.hamta': ({ nyckel }) => stored[nyckel] ?? null,
      'installning.satt': ({ nyckel, varde }) => {
        stored[nyckel] = varde;
        return null;
      },
    }),
  );
  forgetTabs();
  forgetInstallningar();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

describe('workspace tabs', () => {
  it('one kund is one tab, shown when opened again', () => {
    openTab(kund('a'));
    openTab(kund('b'));
    openTab(kund('a'));
    expect(ids()).toEqual(['mina', 'kund:a', 'kund:b']);
    expect(aktiv()).toBe('kund:a');
  });
  it('Mina sidor neither closes nor moves', () => {
    openTab(kund('a'));
    closeTab('mina');
    moveTab('mina', 1);
    moveTab('kund:a', -5);
    expect(ids()).toEqual(['mina', 'kund:a']);
  });
  it('closing shows the tab that was shown before', () => {
    for (const id of ['a', 'b', 'c']) openTab(kund(id));
    stepTab(1);
    expect(aktiv()).toBe('mina');
    stepTab(-1);
    closeTab('kund:c');
    expect(aktiv()).toBe('mina');
  });
  it('Alt+Left walks back, past tabs that are closed', () => {
    for (const id of ['a', 'b', 'c']) openTab(kund(id));
    closeTab('kund:b');
    goBack();
    expect(aktiv()).toBe('kund:a');
    goBack();
    expect(aktiv()).toBe('mina');
    goBack();
    expect(aktiv()).toBe('mina');
  });
  it('moves a tab', () => {
    for (const id of ['a', 'b', 'c']) openTab(kund(id));
    moveTab('kund:c', -1);
    expect(ids()).toEqual(['mina', 'kund:a', 'kund:c', 'kund:b']);
  });
  it('a kund opened anew keeps its brown dot', () => {
    openTab(kund('a'));
    markDirty('a', true);
    openTab(kund('a'));
    expect(useTabs.getState().tabs[1]).toMatchObject({ dirty: true });
  });
  it('comes back after a restart, to be opened again (FRAGA-62)', async () => {
    openTab(kund('a'));
    openTab({ slag: 'utkorg' });
    await saveInstallningar();
    forgetTabs();
    forgetInstallningar();
    expect(ids()).toEqual(['mina']);
    await restoreTabs();
    expect(ids()).toEqual(['mina', 'kund:a', 'utkorg']);
    expect(aktiv()).toBe('utkorg');
    expect(useTabs.getState().tabs[1]).toMatchObject({ oppnad: false, namn: '' });
    // Who it is does not lie on disk with the tab.
    expect(JSON.stringify(stored)).not.toMatch(/Namn|1999/);
  });
  it('what the user opens before the stored tabs have come stays, and stays shown', async () => {
    stored.flikar = { tabs: [{ slag: 'mina' }, { ...kund('a'), oppnad: false }, { slag: 'utkorg' }], aktiv: 'kund:a' };
    const coming = restoreTabs();
    openTab(kund('a'));
    openTab({ slag: 'sok' });
    await coming;
    expect(ids()).toEqual(['mina', 'kund:a', 'utkorg', 'sok']);
    expect(aktiv()).toBe('sok');
    expect(useTabs.getState().tabs[1]).toMatchObject({ oppnad: true });
    await saveInstallningar();
    expect(stored.flikar).toMatchObject({ tabs: [{}, { personId: 'a' }, {}, { slag: 'sok' }], aktiv: 'sok' });
  });
  it('stored tabs of another shape are left alone', async () => {
    stored.flikar = { tabs: [{ slag: 'kund' }], aktiv: 'kund:x' };
    await restoreTabs();
    expect(ids()).toEqual(['mina']);
  });
  it('writes a setting at most once for many quick changes', async () => {
    openTab(kund('a'));
    openTab(kund('b'));
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.flikar).toMatchObject({ aktiv: 'kund:b' });
  });
});
