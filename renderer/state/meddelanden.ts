import { create } from 'zustand';
import type { Brevmapp } from '../../shared/ipc/views.ts';
import { newId } from './core.ts';
import { openTab } from './tabs.ts';

/** Somebody a message is being written to, as the form keeps them. */
export type Mottagarval = {
  slag: 'kund' | 'narstaende' | 'anvandare' | 'brevlada';
  /** Of a citizen: the kund. */
  personId: string;
  /** The approval, or the colleague. */
  ref: string;
  enhet: string;
  kod: string;
  namn: string;
  nummer: string;
  egen: boolean;
  /** Of a kund: the user's units that have her. */
  enheter: string[];
};
export type Brevref = { gruppId: string; meddelandeId: string };
/** What a new message is filled in with. */
export type Brevstart = {
  mottagare?: Mottagarval[];
  /** The kund it is about, by id, and by name and number. */
  personId?: string;
  kund?: string;
  enhet?: string;
  amne?: string;
  text?: string;
  bilagor?: { personId: string; dokumentId: string; rubrik: string }[];
  svarPa?: Brevref | null;
  vidarebefordrar?: Brevref | null;
};
export type Skrivning = { gruppId: string; start: Brevstart };
/** A message that is put into an akt. */
export type Journalforing = { meddelandeId: string; mapp: Brevmapp; skal?: string };

type Oppet = { skriver: Skrivning | null; journalfor: Journalforing | null; installningar: boolean };
const inget: Oppet = { skriver: null, journalfor: null, installningar: false };
/** The dialogs of messages: one at a time. */
export const useMeddelandedialog = create<Oppet>(() => inget);

export const skrivMeddelande = (start: Brevstart = {}): void =>
  useMeddelandedialog.setState({ ...inget, skriver: { gruppId: newId(), start } });
/** A draft, as it was left. */
export const skrivVidare = (gruppId: string): void => useMeddelandedialog.setState({ ...inget, skriver: { gruppId, start: {} } });
export const showJournalfor = (journalfor: Journalforing): void => useMeddelandedialog.setState({ ...inget, journalfor });
export const showMeddelandeinstallningar = (): void => useMeddelandedialog.setState({ ...inget, installningar: true });
export const closeMeddelandedialog = (): void => useMeddelandedialog.setState(inget);

/** Which message of which folder the view shows. */
export const useBrevvy = create<{ mapp: Brevmapp; vald: string | null }>(() => ({ mapp: { slag: 'inkorg' }, vald: null }));
export const showMapp = (mapp: Brevmapp): void => useBrevvy.setState({ mapp, vald: null });
export const showBrev = (meddelandeId: string): void => {
  useBrevvy.setState({ mapp: { slag: 'inkorg' }, vald: meddelandeId });
  openTab({ slag: 'meddelanden' });
};
