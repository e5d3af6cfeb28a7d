import { create } from 'zustand';
import { readKey } from '../../shared/ipc/utkastnyckel.ts';
import type { Brevmapp } from '../../shared/ipc/views.ts';
import type { Ord } from '../../shared/words/ord.ts';
import { call, newId } from './core.ts';
import { openTab } from './tabs.ts';
import { flushUtkast } from './utkastskrivare.ts';

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
  /** What it was begun from: begun from there again, the draft that is left is written on. */
  ursprung?: string;
};
export type Skrivning = { gruppId: string; start: Brevstart };
/** A message that is put into an akt. */
export type Journalforing = {
  meddelandeId: string;
  mapp: Brevmapp;
  skal?: string /** And put away, in one step (FORB-85). */;
  taBort?: true;
};

/** An attachment that is connected to a place of an akt (JFOR-03). */
export type Bilageinfogning = { meddelandeId: string; dokumentId: string; mapp: Brevmapp; skal?: string };

type Oppet = { skriver: Skrivning | null; journalfor: Journalforing | null; infogar: Bilageinfogning | null; installningar: boolean };
const inget: Oppet = { skriver: null, journalfor: null, infogar: null, installningar: false };
/** The dialogs of messages: one at a time. */
export const useMeddelandedialog = create<Oppet>(() => inget);

export const skrivMeddelande = (start: Brevstart = {}): void =>
  useMeddelandedialog.setState({ ...inget, skriver: { gruppId: newId(), start } });
/** A message from a document, or an answer: where one was begun from there before and not sent, that one. */
export async function skrivFran(ursprung: string, start: Brevstart): Promise<void> {
  await flushUtkast();
  const utkast = await call('utkast.lista', {});
  const paborjat = utkast.ok
    ? utkast.value.find(
        ({ nyckel, data }) => readKey(nyckel)?.form === 'meddelande' && (data as { ursprung?: unknown } | null)?.ursprung === ursprung,
      )
    : undefined;
  const key = paborjat && readKey(paborjat.nyckel);
  if (key?.form === 'meddelande') skrivVidare(key.objekt);
  else skrivMeddelande({ ...start, ursprung });
}
/** A draft, as it was left. */
export const skrivVidare = (gruppId: string): void => useMeddelandedialog.setState({ ...inget, skriver: { gruppId, start: {} } });
export const showJournalfor = (journalfor: Journalforing): void => useMeddelandedialog.setState({ ...inget, journalfor });
export const showInfogaBilaga = (infogar: Bilageinfogning): void => useMeddelandedialog.setState({ ...inget, infogar });
export const showMeddelandeinstallningar = (): void => useMeddelandedialog.setState({ ...inget, installningar: true });
export const closeMeddelandedialog = (): void => useMeddelandedialog.setState(inget);

/** Which message of which folder the view shows. */
export const useBrevvy = create<{
  mapp: Brevmapp | Utkastmapp;
  vald: string | null;
  /** What was to be done with a message after its dialog was closed, and was not. */
  nekat: Ord | undefined;
}>(() => ({ mapp: { slag: 'inkorg' }, vald: null, nekat: undefined }));
/** The messages that are begun: of this computer, and of no mailbox. */
export type Utkastmapp = { slag: 'utkast' };
export const showMapp = (mapp: Brevmapp | Utkastmapp): void => useBrevvy.setState({ mapp, vald: null, nekat: undefined });
export const showBrev = (meddelandeId: string): void => {
  useBrevvy.setState({ mapp: { slag: 'inkorg' }, vald: meddelandeId });
  openTab({ slag: 'meddelanden' });
};
