import type { BevakningStatus } from '../../shared/domain/bevakning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Personnamn, Ursprung } from './namn.ts';
import type { Nummer } from './nummer.ts';
import type { Random } from './random.ts';
import { readJson } from './resources.ts';

/** What kind of history a demo person has. */
export type Historia = 'oppen' | 'lopande' | 'avslutad' | 'avslag' | 'lass' | 'bistand';

/** Someone near the person, as kontakt, hushållsmedlem and in the texts. */
export type Narstaende = {
  namn: string;
  /** `mor`, `god man` */
  relation: string;
  /** As a sentence says it: `mamman Sofia`. */
  omtal: string;
  kvinna: boolean;
  typ: 'anhorig' | 'godMan' | 'vardnadshavare';
};

export type Diagnos = { krets: '1' | '2' | '3'; text: string };

/** All that is decided of a demo person before the akt is written. */
export type Profil = {
  /** Place in the municipality, from 0; gives the kundnummer. */
  index: number;
  id: string;
  /** The day the kund was registered. */
  registrerad: IsoDate;
  nummer: Nummer;
  namn: Personnamn;
  ursprung: Ursprung;
  skydd: Person['skydd'];
  enheter: string[];
  historia: Historia;
  handlaggare: Actor;
  narstaende: Narstaende[];
  diagnos: Diagnos;
  boende: string;
  syssla: string;
  /** What the design pictures decide of a named person. */
  given: Given;
  random: Random;
};

/** Facts of a named person that are not left to chance. */
export type Given = {
  /** When the open utredning's ansökan came in. */
  inkom?: IsoDate;
  utredningstyp?: string;
  insats?: string;
  niva?: number;
  /** The latest beslut's beställning waits for the utförare. */
  obekraftad?: boolean;
  /** Whom it was ordered from. */
  utforare?: string;
  /** So many days ago something came in that no utredning examines yet. */
  obehandladDagar?: number;
  /** A bevakning in Sara Nyström's list, so many days from today. */
  bevakning?: { dagar: number; typ: string; text: string; status?: BevakningStatus };
  /** Registered while the register of residents could not be reached; its answer waits for the user (FRAGA-05). */
  kirVantar?: boolean;
};

type Egenskaper = {
  diagnoser: Diagnos[];
  diagnoserBarn: Diagnos[];
  boende: Record<'barn' | 'vuxen' | 'aldre', string[]>;
  sysselsattning: Record<'forskola' | 'skola' | 'gymnasium' | 'vuxen' | 'aldre', string[]>;
  lakare: string[];
  vardgivare: Record<'barn' | 'vuxen', string[]>;
  relationer: Record<'vuxen' | 'aldre', { relation: string; bestamd: string; kvinna: boolean; aldre: number }[]>;
};
export const egenskaper = readJson<Egenskaper>('demo/egenskaper.json');

export const isChild = (nummer: Nummer): boolean => nummer.alder < 18;
/** Sixteen and older speak for themselves with the authorities here; for the younger, whoever is near does. */
export const speaksAlone = (nummer: Nummer): boolean => nummer.alder >= 16;

export const levnad = ({ alder }: Nummer): 'barn' | 'vuxen' | 'aldre' => (alder < 20 ? 'barn' : alder < 67 ? 'vuxen' : 'aldre');

export const skede = ({ alder }: Nummer): keyof Egenskaper['sysselsattning'] =>
  alder < 6 ? 'forskola' : alder < 16 ? 'skola' : alder < 20 ? 'gymnasium' : alder < 67 ? 'vuxen' : 'aldre';
