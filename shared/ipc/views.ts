import type { Anteckning, DokumentationRef } from '../domain/anteckning/records.ts';
import type { Rejection } from '../domain/command.ts';
import type { Hushallsmedlem } from '../domain/hushall/records.ts';
import type { Roll, Rubrik } from '../domain/katalog/records.ts';
import type { Kontakt } from '../domain/kontakt/records.ts';
import type { Person } from '../domain/person/records.ts';
import type { Nod } from '../domain/rubriktrad/nod.ts';
import type { Sokhjalp } from '../domain/sok/sokfraga.ts';
import type { RichText } from '../domain/text/text.ts';
import type { IsoDate, IsoInstant } from '../util/datum.ts';

/** What calls answer with. Made for the screens, from records. */

export type AnvandarVal = { id: string; namn: string; titel: string; funktion?: string; organisation?: string };

export type SessionVy =
  | { inloggad: false; kommun?: string; demo: true /** Who used this computer last. */; senastId?: string }
  | {
      inloggad: true;
      anvandareId: string;
      namn: string;
      /** `LSS-handläggare 3`, or the title of a user without a function. */
      funktion: string;
      organisation: string;
      kommun: string;
      roller: Roll[];
      /** The web host keeps its key in a file: for trial, and it says so. */
      provkorning: boolean;
      /** The replica here was damaged and is fetched anew. Told at the sign-in where it was found. */
      aterskapad?: {
        /** Unsent commands and drafts brought over from the damaged file, which is kept. */
        raddade: number;
        /** False when some of the user's own in it could not be read. */
        allt: boolean;
      };
    };

export type Synkfas = 'vilar' | 'skickar' | 'hamtar' | 'forsta-hamtning' | 'bygger-sok';

export type StatusVy = {
  ansluten: boolean;
  /** Since when the state `ansluten` holds. */
  sedan: IsoInstant;
  /** When the replica last agreed with the server; null before the first time. */
  hamtad: IsoInstant | null;
  /** Why the server cannot be used, when it answers but not as it should. */
  hinder?: 'klienten-for-gammal' | 'servern-for-gammal' | 'nekad' | 'servern-aterstalld';
  /** Commands that the server has not received. */
  osanda: number;
  attAtgarda: number;
  konflikter: number;
  utkast: number;
  fas: Synkfas;
  /** Records so far in the first fetch. */
  antalHamtade?: number;
  /** Sync stopped before removing an unusual share; it waits for the user (ARCHITECTURE 6). */
  broms?: { antal: number; av: number };
  /** Server and replica were last found to hold the same number of records. */
  antalStammer: boolean | null;
  /** When the last write reached this computer's disk. */
  sparad: IsoInstant | null;
  /** A write here failed because the disk is full: the kunder can be read, but nothing new is kept. */
  diskenFull?: true;
};

export type PersonRad = {
  personId: string;
  namn: string;
  personnummer: string;
  nummerSlag: Person['nummerSlag'];
  fodelsedatum: IsoDate;
  alder: number;
  skydd: Person['skydd'];
  ort?: string;
};

export type Sokresultat =
  | { slag: 'hjalp'; hjalp: Sokhjalp }
  | {
      slag: 'traffar';
      rader: PersonRad[];
      /** There are more than the rows shown. */
      fler: boolean;
      /** The century set had none; these are of the other one (FORB-01). */
      annatArhundrade: boolean;
      /** The search table is being built: there may be more. */
      ofullstandig: boolean;
    };

/** `person` is null when the replica no longer holds the akt. */
export type SenasteKund = { personId: string; at?: IsoInstant; person: PersonRad | null };

export type MinUtredning = {
  utredningId: string;
  person: PersonRad;
  etikett: string;
  inkomDatum: IsoDate;
  /** Six months after the ansökan came in (FL 12 §). */
  lagfrist: IsoDate;
  dagarKvar: number;
  /** What changed in the akt since the user last opened it. */
  andrat: number;
};

export type OsigneradAnteckning = {
  anteckningId: string;
  person: PersonRad;
  dokumentation: DokumentationRef;
  rubrik: string;
  rubrikKod: string;
  titel?: string;
  handelsedatum: IsoDate;
};

export type KundVy = {
  personId: string;
  person: Person;
  alder: number;
  kontakter: { id: string; data: Kontakt }[];
  hushall: { id: string; data: Hushallsmedlem }[];
  /** Others whose name or number is easily taken for this one. */
  forvaxlaInte: PersonRad[];
  iKundlistan: boolean;
  /** Under 18 with no vårdnadshavare in the hushåll (FORB-08). */
  saknarVardnadshavare: boolean;
};

export type AnteckningVy = {
  id: string;
  data: Anteckning;
  rubrik: string /** Not yet received by the server. */;
  osand: boolean;
  kanFelmarkeras: boolean;
};

export type DokumentationVy = {
  personId: string;
  dokumentation: DokumentationRef;
  /** Label of the utredning or verkställighet. */
  etikett: string;
  noder: Nod[];
  rubriker: Rubrik[];
  anteckningar: AnteckningVy[];
  /** Why the user may only read here (ROLL-03); absent when they may write. */
  lasorsak?: Rejection['code'];
  /** Where the user may write about the insats instead (FORB-15). */
  lssInsatser?: DokumentationRef;
  /** Which organisation carries out the verkställighet (VERK-09). */
  organisation?: string;
};

export type FrastextVy = { id: string; titel: string; text: RichText };

export type KommandoSvar = { ok: true; id: string } | { ok: false; rejection: Rejection };

/** `namn` is null when the replica no longer holds the person; the draft stays. */
export type Utkast = {
  nyckel: string;
  personId: string | null;
  namn: string | null;
  skyddad?: boolean;
  /** Absent when the replica no longer holds the person. */
  skydd?: Person['skydd'];
  titel: string;
  data: unknown;
  sparad: IsoInstant;
};

/** Receipts (ARCHITECTURE 6): `kvar` = köad, here only until sent; `mottagen` = the server has it. */
export type UtkorgTillstand = 'koad' | 'skickad' | 'mottagen' | 'nekad' | 'avgjord';

export type UtkorgPost = {
  id: string;
  seq: number;
  name: string;
  personId: string | null;
  namn: string | null;
  skyddad: boolean;
  /** Absent when the replica no longer holds the person. */
  skydd?: Person['skydd'];
  /** Heading or title that tells what it was about. */
  vad: string;
  at: IsoInstant;
  tillstand: UtkorgTillstand;
  mottagen?: IsoInstant;
  rejection?: { code: string; field?: string };
  /** Two texts stand against each other. */
  konflikt: boolean;
};

export type UtkorgPostDetalj = UtkorgPost & {
  input: unknown;
  /** The user's own words, whole. */
  egenText?: RichText;
  /** What the server holds in that place today, if the replica may hold it. */
  server?: { anteckningId: string; text: RichText; rev: string; av: string; at: IsoInstant; signerad: boolean };
};
