import { useEffect } from 'react';
import { create } from 'zustand';
import { openKund } from './openKund.ts';
import { closeTab, isKundTab, kundTabId, useTabs } from './tabs.ts';
import { useUtkastlista } from './utkastlista.ts';

/** What a list that is walked has of each row: whose akt, and what of it is shown. */
export type Navigeringspost = {
  id: string;
  personId: string;
  nodId?: string | undefined;
  /** Shows the place in her akt, where that is no node. */
  sedan?: (() => void) | undefined;
};
/** A list that the tape-recorder buttons walk, in the order in which it is shown. */
export type Navigeringslista = {
  /** Whose list: `resultat`. Fed again under it, the place is kept. */
  id: string;
  namn: string;
  /** The tab in which it is shown: there the buttons mark, elsewhere they open. */
  flik: string;
  poster: readonly Navigeringspost[];
};

/** A list and where one is in it. `plats`: that of the marked row, or where it was when it has left the list; -1 = nowhere yet. */
type Gang = { lista: Navigeringslista; vald: string | null; plats: number };
type NavigeringState = {
  gangar: Readonly<Record<string, Gang>>;
  /** The list that the buttons walk in a kund: the one that was last shown, or opened from. */
  aktuell: string | null;
  /** The list on the screen: in another tab than a kund's the buttons walk that one, and where there is none, nothing. */
  visadLista: string | null;
  /** The kund whom the buttons opened, and who was not open before: her tab gives way to the next one's. */
  visad: string | null;
};
const start: NavigeringState = { gangar: {}, aktuell: null, visadLista: null, visad: null };

/** Result navigation (SNAV-01 to -03). Each list keeps its place while a kund is worked on, and while another list is walked. */
export const useNavigering = create<NavigeringState>(() => start);
const { getState, setState } = useNavigering;

const gangI = ({ gangar, aktuell, visadLista }: NavigeringState, aktivFlik: string): Gang | undefined =>
  gangar[(isKundTab(aktivFlik) ? aktuell : visadLista) ?? ''];
const gangNu = (): Gang | undefined => gangI(getState(), useTabs.getState().aktiv);
/** The list that the buttons walk where the user is, and the place in it: no former list while another is shown. */
export function useGang(): Gang | undefined {
  const aktiv = useTabs((state) => state.aktiv);
  return useNavigering((state) => gangI(state, aktiv));
}
/** The marked row of a list. */
export const useMarkerad = (listaId: string): string | null => useNavigering(({ gangar }) => gangar[listaId]?.vald ?? null);

/** Gives the buttons a list, or the same one as it is now. What is marked stays marked, and its place when it is gone. */
export function feedNavigering(lista: Navigeringslista): void {
  const { gangar, aktuell } = getState();
  const { lista: forr, vald = null, plats = -1 } = gangar[lista.id] ?? {};
  // A table that is drawn again feeds the same: whoever draws it for a change of this state would have no end.
  if (forr && isSamma(forr, lista)) return;
  const at = lista.poster.findIndex(({ id }) => id === vald);
  const gang: Gang = at >= 0 ? { lista, vald, plats: at } : { lista, vald: null, plats: Math.min(plats, lista.poster.length) };
  setState({ gangar: { ...gangar, [lista.id]: gang }, aktuell: aktuell ?? lista.id });
}

const isSamma = (a: Navigeringslista, b: Navigeringslista): boolean =>
  a.namn === b.namn &&
  a.flik === b.flik &&
  a.poster.length === b.poster.length &&
  a.poster.every(({ id, personId, nodId }, at) => {
    const annan = b.poster[at];
    return annan?.id === id && annan.personId === personId && annan.nodId === nodId;
  });

/** A list is the one to walk, also while it is not shown itself. */
export function chooseNavigering(id: string): void {
  if (getState().gangar[id]) setState({ aktuell: id });
}
/** A list is shown: it is the one to walk. */
export function showNavigering(id: string): void {
  chooseNavigering(id);
  setState({ visadLista: id });
}
/** It is not shown any more: in a kund it is still walked. */
export function hideNavigering(id: string): void {
  if (getState().visadLista === id) setState({ visadLista: null });
}
/** While the component that calls it is drawn, the list is. It is fed before. */
export function useVisadLista(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return undefined;
    showNavigering(id);
    return () => hideNavigering(id);
  }, [id]);
}

/** A list is no longer there: the buttons have nothing of it to walk. */
export function dropNavigering(id: string): void {
  const { gangar, aktuell } = getState();
  const { [id]: _, ...kvar } = gangar;
  setState({ gangar: kvar, aktuell: aktuell === id ? (Object.keys(kvar)[0] ?? null) : aktuell });
}
export const forgetNavigering = (): void => setState(start);

/** The row that the user marked. */
export function markPost(listaId: string, id: string): void {
  const { gangar } = getState();
  const gang = gangar[listaId];
  const plats = gang?.lista.poster.findIndex((one) => one.id === id) ?? -1;
  if (gang && plats >= 0) setState({ gangar: { ...gangar, [listaId]: { ...gang, vald: id, plats } } });
}

export type Bandsteg = 'forsta' | 'foregaende' | 'nasta' | 'sista';

/** The place a step leads to; undefined when it leads nowhere. Where the marked row has left the list, the one after it has its place. */
export function platsEfter(steg: Bandsteg, gang: Gang | undefined): number | undefined {
  if (!gang) return undefined;
  const { lista, vald, plats } = gang;
  const antal = lista.poster.length;
  const till = { forsta: 0, foregaende: plats - 1, nasta: vald === null ? Math.max(plats, 0) : plats + 1, sista: antal - 1 }[steg];
  return till >= 0 && till < antal && !(vald !== null && till === plats) ? till : undefined;
}

/** An arrow (SNAV-03): in the list it marks; in a kund it opens, without going back to the list. */
export function stepPost(steg: Bandsteg): void {
  const gang = gangNu();
  const post = gang?.lista.poster[platsEfter(steg, gang) ?? -1];
  if (!gang || !post) return;
  markPost(gang.lista.id, post.id);
  if (useTabs.getState().aktiv !== gang.lista.flik) void openPost();
}

/** The diamond (SNAV-02): opens the marked kund. */
export async function openPost(): Promise<void> {
  const gang = gangNu();
  const post = gang?.lista.poster.find(({ id }) => id === gang.vald);
  if (!gang || !post) return;
  chooseNavigering(gang.lista.id);
  const { visad } = getState();
  const wasOpen = isOpen(post.personId);
  const { nodId, sedan } = post;
  if (!(await openKund(post.personId, { nodId, sedan }))) return;
  sedan?.();
  if (visad !== null && visad !== post.personId && isUntouched(visad)) closeTab(kundTabId(visad));
  if (!wasOpen || visad !== post.personId) setState({ visad: wasOpen ? null : post.personId });
}

const isOpen = (personId: string): boolean => useTabs.getState().tabs.some((tab) => tab.slag === 'kund' && tab.personId === personId);

/** Walking a hundred kunder leaves one tab, not a hundred; one in which something was begun stays. */
function isUntouched(personId: string): boolean {
  const tab = useTabs.getState().tabs.find((one) => one.slag === 'kund' && one.personId === personId);
  const begun = useUtkastlista.getState().utkast?.some((one) => one.personId === personId) ?? false;
  return tab?.slag === 'kund' && !tab.dirty && !begun;
}
