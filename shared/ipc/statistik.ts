import type { Utelamnad } from '../domain/statistik/insatstider.ts';
import type { Beskrivningsfel, Statistikrad } from '../domain/statistik/rader.ts';
import type { Leveransuppgift, Register, Statistikbeskrivning, Statistikleverans } from '../domain/statistik/records.ts';
import type { PersonRad } from './views.ts';

/**
 * Why a list cannot be delivered from this computer by this user: it is of the whole municipality, and they do not read all of its units or none who has
 * skyddad folkbokföring; not all has come here yet; its description cannot be written by.
 */
export type Leveranshinder =
  | { kod: 'enheter'; namn: string[] }
  | { kod: 'skyddade' }
  | { kod: 'ofullstandig' }
  | { kod: 'beskrivning'; fel: Beskrivningsfel };

/** A list of a day, with the description that held on it. `senast`: the last day to have it in. */
export type Statistikval = { register: Register; dag: string; senast: string; beskrivningId: string; fel?: Beskrivningsfel };
/** `beskrivningar` by id, of the choices; `leveranser`: the latest first. */
export type StatistikVy = {
  val: Statistikval[];
  beskrivningar: Record<string, Statistikbeskrivning>;
  leveranser: (Statistikleverans & { id: string })[];
  hinder: Leveranshinder[];
};

/** A row as it is shown; what stands in the columns is the file's. */
export type StatistikradVy = Omit<Statistikrad, 'varden'> & { person: PersonRad };
export type UtelamnadVy = Utelamnad & { person: PersonRad };
/** `summor`: the kinds that are told as a number, one for each person who has it. */
export type Statistikdel = { rader: StatistikradVy[]; utelamnade: UtelamnadVy[]; summor: { personId: string; kod: string }[] };
/** Whose akter may give the list something: what they give is asked for some at a time. */
export type Statistiksvar = { slag: 'klar'; personIds: string[] } | { slag: 'avbruten' };

/** What was written, and what is to be noted of it (`statistik.leverera`); or why it was not. */
export type Statistikexport = { ok: true; fil: string; leverans: Leveransuppgift } | { ok: false; hinder: Leveranshinder[] };
