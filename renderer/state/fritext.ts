import { create } from 'zustand';
import type { Fritextsvar } from '../../shared/ipc/fritext.ts';
import type { CallError } from '../backend/backend.ts';
import { call, newId, onCoreEvent } from './core.ts';
import { touches } from './query.ts';
import { openTab } from './tabs.ts';

type Fraga = { id: string; text: string; felmarkerade: boolean };
type Svar = Extract<Fritextsvar, { slag: 'hjalp' | 'traffar' }>;
type FritextState = {
  /** The tab Social och vård dokumentation shows the search of notes, not that of kunder. */
  visas: boolean;
  /** Counts up when the box is to take the focus. */
  fokus: number;
  text: string;
  felmarkerade: boolean;
  /** What the answer answers. */
  fraga: Fraga | null;
  svar: Svar | null;
  fel: CallError | null;
  soker: boolean;
};

const start: FritextState = {
  ...{ visas: false, fokus: 0, text: '', felmarkerade: false },
  ...{ fraga: null, svar: null, fel: null, soker: false },
};
/** The search of notes: one text and one answer, wherever it is asked (SVERK-09). */
export const useFritext = create<FritextState>(() => start);
const { getState, setState } = useFritext;

let latest: Fraga | null = null;
/** Counts what is shown being asked for again: only the last answer is the newest. */
let again = 0;
/** Milliseconds that changes are gathered before what is shown is asked for again. */
const gathering = 300;

export const writeFritext = (text: string): void => setState({ text });
export const showSokning = (visas: 'kunder' | 'anteckningar'): void => setState({ visas: visas === 'anteckningar' });
export function forgetFritext(): void {
  latest = null;
  setState(start);
}
/** A kund who is no longer here is in no answer either, also in one that is not shown now. */
export function forgetAnteckningar(personId: string): void {
  const { svar } = getState();
  if (svar?.slag === 'traffar') setState({ svar: { ...svar, rader: svar.rader.filter(({ person }) => person.personId !== personId) } });
}

/** Shows the search, the caret in its box. */
export function showFritext(): void {
  setState({ visas: true, fokus: getState().fokus + 1 });
  openTab({ slag: 'sok' });
}

/** Searches for what stands in the box of persons, or was written in the command box, among the notes. */
export function searchFor(text: string): void {
  setState({ text });
  showFritext();
  if (text.trim() !== '') void searchFritext();
}

export function chooseFelmarkerade(felmarkerade: boolean): void {
  setState({ felmarkerade });
  if (getState().fraga) void searchFritext();
}

export async function searchFritext(): Promise<void> {
  const { text, felmarkerade } = getState();
  const fraga = { id: newId(), text, felmarkerade };
  latest = fraga;
  setState({ soker: true, fel: null, fraga: null, svar: null });
  const answer = await call('fritext.sok', fraga);
  // An answer to an older question must not replace a newer one's.
  if (latest !== fraga) return;
  if (!answer.ok) setState({ soker: false, fraga, fel: answer.error });
  // Ended for another that this page has not asked for: it is asked anew by the next change.
  else setState({ soker: false, fraga, svar: answer.value.slag === 'avbruten' ? null : answer.value });
}

/**
 * Keeps what is shown true while it is shown: it is asked for again when records of akter change, and as the index of words comes further.
 * @returns a function that ends it
 */
export function followFritext(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void askAgain();
    }, gathering);
  };
  const end = onCoreEvent((event) => {
    if (touches(event, ['akt']) || event.event === 'fritext') soon();
  });
  // It may have changed while another tab was shown.
  soon();
  return () => {
    clearTimeout(timer);
    end();
  };
}

async function askAgain(): Promise<void> {
  const { fraga } = getState();
  if (!fraga) return;
  again += 1;
  const own = again;
  const answer = await call('fritext.sok', fraga);
  // What is shown stays when it is the same, and when it has been asked again, or another search answered, meanwhile.
  if (getState().fraga !== fraga || again !== own) return;
  if (!answer.ok) setState({ svar: null, fel: answer.error });
  else if (answer.value.slag !== 'avbruten' && JSON.stringify(answer.value) !== JSON.stringify(getState().svar))
    setState({ svar: answer.value, fel: null });
}
