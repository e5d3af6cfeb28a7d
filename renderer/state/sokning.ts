import { create } from 'zustand';
import { type Arhundrade, tolkaSokning } from '../../shared/domain/sok/sokfraga.ts';
import type { Sokresultat } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { call, newId, onCoreEvent } from './core.ts';
import { showSokning } from './fritext.ts';
import { openKund } from './openKund.ts';
import { touches } from './query.ts';
import { isOfullstandig, useStatus } from './status.ts';
import { openTab } from './tabs.ts';

type Fraga = { id: string; text: string; arhundrade: Arhundrade };
type SokState = {
  text: string;
  arhundrade: Arhundrade;
  /** What the result answers. */
  fraga: Fraga | null;
  resultat: Sokresultat | null;
  fel: CallError | null;
  soker: boolean;
};

const start: SokState = { text: '', arhundrade: 'alla', fraga: null, resultat: null, fel: null, soker: false };
/** The person search: one text, one century and one result, whether asked in the toolbar or in its tab. */
export const useSokning = create<SokState>(() => start);
const { getState, setState } = useSokning;

let latest: Fraga | null = null;
/** Milliseconds that changes are gathered before a shown result is asked for again: a fill brings many a second. */
const gathering = 300;

export const writeSoktext = (text: string): void => setState({ text });
export const chooseArhundrade = (arhundrade: Arhundrade): void => setState({ arhundrade });
/** A person who is no longer here is in no result either, also in one that is not shown now. */
export function forgetTraff(personId: string): void {
  const { resultat } = getState();
  if (resultat?.slag === 'traffar')
    setState({ resultat: { ...resultat, rader: resultat.rader.filter((rad) => rad.personId !== personId) } });
}
export function forgetSokning(): void {
  latest = null;
  setState(start);
}

/**
 * Runs the search (SOK-08). A whole number with exactly one hit opens that kund at once, unless the user has written on; all
 * else is listed in the tab Social och vård dokumentation, hints too.
 */
export async function search(): Promise<void> {
  const { text, arhundrade } = getState();
  const fraga = { id: newId(), text, arhundrade };
  latest = fraga;
  // Rows of the search before are gone at once: one that is marked now would open whoever takes its place.
  setState({ soker: true, fel: null, fraga: null, resultat: null });
  const svar = await call('sok.person', fraga);
  // An answer to an older question must not replace a newer one's.
  if (latest !== fraga) return;
  setState({ soker: false, fraga, ...(svar.ok ? { resultat: svar.value } : { resultat: null, fel: svar.error }) });
  const only = svar.ok ? soleHit(fraga, svar.value) : undefined;
  if (only !== undefined && getState().text === text && getState().arhundrade === arhundrade) await openKund(only);
  else {
    showSokning('kunder');
    openTab({ slag: 'sok' });
  }
}

/** The one person whom a whole number names. */
function soleHit({ text, arhundrade }: Fraga, svar: Sokresultat): string | undefined {
  const tolkad = tolkaSokning(text, arhundrade);
  const wholeNumber = tolkad.ok && (tolkad.fraga.slag === 'personnummer' || tolkad.fraga.slag === 'nummer10');
  if (!wholeNumber || svar.slag !== 'traffar' || svar.annatArhundrade || svar.rader.length !== 1) return undefined;
  return svar.rader[0]?.personId;
}

/**
 * Keeps the shown result true while it is shown: it is asked for again when records of akter change, and as long as the
 * replica or its search table is being filled, until it is whole. Nobody is opened by it.
 * @returns a function that ends it
 */
export function followSokning(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void askAgain();
    }, gathering);
  };
  const ends = [
    onCoreEvent((event) => {
      if (touches(event, ['akt'])) soon();
    }),
    useStatus.subscribe((_, before) => {
      const { resultat } = getState();
      if (isOfullstandig(before.status) || (resultat?.slag === 'traffar' && resultat.ofullstandig)) soon();
    }),
  ];
  // It may have changed while another tab was shown.
  soon();
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

async function askAgain(): Promise<void> {
  const { fraga } = getState();
  if (!fraga) return;
  const svar = await call('sok.person', fraga);
  // What is shown stays when it is the same, when it cannot be read, and when another search has been answered meanwhile.
  if (!svar.ok || getState().fraga !== fraga || JSON.stringify(svar.value) === JSON.stringify(getState().resultat)) return;
  setState({ resultat: svar.value, fel: null });
}
