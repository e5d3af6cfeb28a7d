import { create } from 'zustand';
import type { Person } from '../../shared/domain/person/records.ts';
import { readInstallning, writeInstallning } from './installningar.ts';

/** A kund's tab. On disk it is only whose it is, and how it is guarded: the name is asked for, of a replica that still has it. */
export type KundTab = {
  slag: 'kund';
  personId: string;
  /** Empty until the core has told it, and when the akt is gone. */
  namn: string;
  personnummer: string;
  skydd: Person['skydd'];
  /** Something written here is not yet a command (the brown dot). */
  dirty: boolean;
  /** `kund.oppna` has answered in this run of the program; a tab brought back after a restart is opened when it is shown. */
  oppnad: boolean;
  /** The akt was here and is no longer: the right to it is gone. */
  borta?: boolean;
};
/** Mina sidor is fixed and first; Social och vård dokumentation (search), Sökverktyget, Bevakningar, E-tjänster att hantera, Meddelanden, the report to IVO, Statistik, Nattens körningar, Inkomstblanketter, Frånvaro och avgifter, Enheten and Utkorg are tools. */
export type Tab =
  | {
      slag:
        | 'mina'
        | 'sok'
        | 'sokverktyg'
        | 'bevakningar'
        | 'ivo'
        | 'statistik'
        | 'natt'
        | 'inkomst'
        | 'avgift'
        | 'enheten'
        | 'inkorg'
        | 'meddelanden'
        | 'utkorg';
    }
  | KundTab;

type TabsState = { tabs: Tab[]; aktiv: string; historik: string[] };

/** What of a tab lies on disk. */
type StoredTab = Exclude<Tab, KundTab> | Pick<KundTab, 'slag' | 'personId' | 'skydd'>;

export const kundTabId = (personId: string): string => `kund:${personId}`;
export const isKundTab = (id: string): boolean => id.startsWith('kund:');
export const tabId = (tab: StoredTab): string => (tab.slag === 'kund' ? kundTabId(tab.personId) : tab.slag);

const start = (): TabsState => ({ tabs: [{ slag: 'mina' }], aktiv: 'mina', historik: [] });
export const useTabs = create<TabsState>(start);
const { getState, setState } = useTabs;

const settingKey = 'flikar';
/** Alt+Left goes back this many tabs at most. */
const longestHistory = 50;

function change(next: Partial<TabsState>): void {
  setState(next);
  const { tabs, aktiv } = getState();
  const kept = tabs.map((tab) => (tab.slag === 'kund' ? { slag: tab.slag, personId: tab.personId, skydd: tab.skydd } : tab));
  writeInstallning(settingKey, { tabs: kept, aktiv });
}

export function showTab(id: string): void {
  const { tabs, aktiv, historik } = getState();
  if (id === aktiv || !tabs.some((tab) => tabId(tab) === id)) return;
  change({ aktiv: id, historik: [...historik, aktiv].slice(-longestHistory) });
}

/** Shows a tab, made after the others when it is not there. A kund's tab takes the newer name, number and protection. */
export function openTab(tab: Tab): void {
  setTab(tab);
  showTab(tabId(tab));
}

/** As {@link openTab}, but which tab is shown stays. */
export function setTab(tab: Tab): void {
  const { tabs } = getState();
  const id = tabId(tab);
  const there = tabs.some((one) => tabId(one) === id);
  const next = there
    ? tabs.map((one) => (tabId(one) !== id ? one : tab.slag === 'kund' && one.slag === 'kund' ? { ...tab, dirty: one.dirty } : one))
    : [...tabs, tab];
  change({ tabs: next });
}

/** Closes without a question: what is written stays as a draft, listed in Utkorg. Mina sidor stays. */
export function closeTab(id: string): void {
  const { tabs, aktiv, historik } = getState();
  const index = tabs.findIndex((tab) => tabId(tab) === id);
  if (index <= 0) return;
  const left = tabs.filter((_, at) => at !== index);
  const ids = left.map(tabId);
  const earlier = historik.filter((one) => ids.includes(one));
  const neighbour = left[Math.min(index, left.length - 1)];
  const next = aktiv === id ? (earlier.pop() ?? (neighbour ? tabId(neighbour) : 'mina')) : aktiv;
  change({ tabs: left, aktiv: next, historik: earlier });
}

/** Moves a tab by `steg` places; Mina sidor keeps its place. */
export function moveTab(id: string, steg: number): void {
  const tabs = [...getState().tabs];
  const from = tabs.findIndex((tab) => tabId(tab) === id);
  const to = Math.max(1, Math.min(tabs.length - 1, from + steg));
  const [tab] = from > 0 ? tabs.splice(from, 1) : [];
  if (!tab) return;
  tabs.splice(to, 0, tab);
  change({ tabs });
}

/** Ctrl+Tab (1) and Ctrl+Shift+Tab (-1), round the ends. */
export function stepTab(steg: 1 | -1): void {
  const { tabs, aktiv } = getState();
  const at = tabs.findIndex((tab) => tabId(tab) === aktiv);
  const next = tabs[(at + steg + tabs.length) % tabs.length];
  if (next) showTab(tabId(next));
}

/** Alt+Left: the tab shown before this one. */
export function goBack(): void {
  const { tabs, historik } = getState();
  const open = historik.filter((id) => tabs.some((tab) => tabId(tab) === id));
  const last = open.pop();
  if (last !== undefined) change({ aktiv: last, historik: open });
}

/** The brown dot: the kund feature tells when something written is only a draft. */
export function markDirty(personId: string, dirty: boolean): void {
  const { tabs } = getState();
  const stale = tabs.some((tab) => tab.slag === 'kund' && tab.personId === personId && tab.dirty !== dirty);
  if (!stale) return;
  setState({ tabs: tabs.map((tab) => (tab.slag === 'kund' && tab.personId === personId ? { ...tab, dirty } : tab)) });
}

/** Brings back the tabs of the user's last run; called after sign-in. What the user has opened since then stays. */
export async function restoreTabs(): Promise<void> {
  const stored = await readInstallning(settingKey);
  if (!isStored(stored)) return;
  const now = getState();
  const opened = new Map(now.tabs.map((tab) => [tabId(tab), tab]));
  const brought = stored.tabs
    .filter((tab) => tab.slag !== 'mina')
    .map((tab) => opened.get(tabId(tab)) ?? (tab.slag === 'kund' ? nameless(tab) : tab));
  const ids = new Set(brought.map(tabId));
  const tabs: Tab[] = [{ slag: 'mina' }, ...brought, ...now.tabs.filter((tab) => tab.slag !== 'mina' && !ids.has(tabId(tab)))];
  const wanted = now.aktiv === 'mina' ? stored.aktiv : now.aktiv;
  const aktiv = tabs.some((tab) => tabId(tab) === wanted) ? wanted : 'mina';
  change({ tabs, aktiv });
}

const nameless = ({ personId, skydd }: Pick<KundTab, 'personId' | 'skydd'>): KundTab => ({
  ...{ slag: 'kund', personId, skydd, namn: '', personnummer: '', dirty: false, oppnad: false },
});

/** What the core says of the kunder of the tabs: their names and protection as they are now. */
export function nameTabs(rader: ReadonlyMap<string, Pick<KundTab, 'namn' | 'personnummer' | 'skydd'>>): void {
  const { tabs } = getState();
  const next = tabs.map((tab) => {
    const rad = tab.slag === 'kund' ? rader.get(tab.personId) : undefined;
    if (tab.slag !== 'kund' || !rad) return tab;
    const { namn, personnummer, skydd } = rad;
    const same = !tab.borta && tab.namn === namn && tab.personnummer === personnummer && tab.skydd === skydd;
    const { borta: _, ...there } = tab;
    return same ? tab : { ...there, namn, personnummer, skydd };
  });
  if (next.some((tab, at) => tab !== tabs[at])) change({ tabs: next });
}

/** The akt has left this computer: its tab says so, and nothing else. */
export function emptyTab(personId: string): void {
  const { tabs } = getState();
  change({
    tabs: tabs.map((tab) => (tab.slag === 'kund' && tab.personId === personId ? { ...nameless(tab), dirty: tab.dirty, borta: true } : tab)),
  });
}

/** Signed out: what was open is no longer shown; it stays stored for the user's next sign-in. */
export const forgetTabs = (): void => setState(start());

function isStored(value: unknown): value is { tabs: StoredTab[]; aktiv: string } {
  const stored = value as { tabs?: unknown; aktiv?: unknown } | null;
  return (
    typeof stored === 'object' &&
    stored !== null &&
    typeof stored.aktiv === 'string' &&
    Array.isArray(stored.tabs) &&
    stored.tabs.every(isTab)
  );
}
const verktyg: readonly string[] = [
  'mina',
  'sok',
  'sokverktyg',
  'bevakningar',
  'ivo',
  'statistik',
  'natt',
  'inkomst',
  'avgift',
  'enheten',
  'inkorg',
  'meddelanden',
  'utkorg',
] satisfies Exclude<Tab['slag'], 'kund'>[];
function isTab(value: unknown): value is StoredTab {
  const tab = value as Partial<KundTab> | null;
  if (tab?.slag !== 'kund') return verktyg.includes((value as { slag?: string } | null)?.slag ?? '');
  return [tab.personId, tab.skydd].every((field) => typeof field === 'string');
}
