import { create } from 'zustand';
import type { NodMeny } from '../../shared/domain/rubriktrad/nod.ts';

/** What is answered in a dialog over the kund's tab: an entry of a node's menu, or what a work area has a button for and draws itself. */
export type Dialogpost =
  | NodMeny
  | 'bytHandlaggare'
  | 'oppnaUtredning'
  | 'begaran'
  | 'underrattelse'
  | 'tagitDel'
  | 'kopplaAnteckning'
  | 'kontakt'
  | 'sankSkydd'
  | 'andrat'
  | Franvaropost
  | Ivopost
  | Uppfoljningspost
  | Samtyckespost
  | Etjanstpost
  | Inkomstpost
  | 'mote'
  | 'stallInMote'
  | 'felmarkeraMote'
  | 'felmarkeraIndividuellPlan'
  | Bevakningspost;
/** Of that the kund is away: a new one names its verkställighet. */
type Franvaropost = 'franvaro' | 'avslutaFranvaro' | 'felmarkeraFranvaro' | 'franvarounderlag';
/** Of a bifall that is reported to IVO when it is not carried out in time. */
type Ivopost = 'erbjudanden' | 'erbjudande' | 'felmarkeraErbjudande' | 'ivouppgift' | 'felmarkeraIvorapport';
/** Of how a bifall is followed up; the list of them is an entry of menus. */
type Uppfoljningspost = 'planeraUppfoljning' | 'uppfoljning' | 'felmarkeraUppfoljning';
/** Of what the kund has agreed to. */
type Samtyckespost = 'samtycke' | 'aterkallaSamtycke' | 'felmarkeraSamtycke';
/** Of the e-service, and who may use it in the kund's place. */
type Etjanstpost = 'etjanst' | 'godkannande' | 'avslutaGodkannande' | 'valkomst';
/** Of what a kund tells of her incomes. */
type Inkomstpost = 'inkomstblankett' | 'inkomstsvar' | 'kompletteraInkomst' | 'klarInkomst';
/** Of a bevakning: drawn over whatever tab is shown, for lists of many kunder open them too. */
export type Bevakningspost = 'bevakning' | 'taBortBevakning' | 'bevakningar' | 'frist';
/** `id` names the record it concerns; `ny` where it makes one. */
export type Arendedialog = {
  personId: string;
  post: Dialogpost;
  id: string /** The row of a list that tells what a new one is laid on. */;
  fran?: { bevakningId: string } | { nyckel: string } /** What is shown again when it is closed. */;
  efter?: Arendedialog;
};

/** The dialog over a kund's tab; at most one is open. Menus, buttons and Mina sidor open it, the app draws it. */
export const useArendedialog = create<{ oppen: Arendedialog | null }>(() => ({ oppen: null }));
export const showArendedialog = (oppen: Arendedialog): void => useArendedialog.setState({ oppen });
export const closeArendedialog = (): void => useArendedialog.setState({ oppen: null });
