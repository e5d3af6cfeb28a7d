import type { DokumentationRef } from '../domain/anteckning/records.ts';
import type { Fritexthjalp, Utdragsdel } from '../domain/sok/fritext.ts';
import type { PersonRad } from './views.ts';

/** A note that has what was asked for. */
export type Fritextrad = {
  anteckningId: string;
  person: PersonRad;
  dokumentation: DokumentationRef;
  rubrikKod: string;
  rubrik: string;
  titel?: string;
  handelsedatum: string;
  signerad: boolean;
  felmarkerad: boolean;
  /** What stands round the first hit; null for a kund who is opened with a reason only, until that is given. */
  utdrag: Utdragsdel[] | null;
};

/**
 * `fler`: there are more than are shown. `genomlasta`: more notes than so many have the words, and the latest so many were read. `lage`: not all notes are searched yet, so many of so many rows are, `fullt`:
 * the rest waits for room on the disk; `saknas`: none can be, on this
 * computer and until the next sign-in. `avbruten`: another search was asked for
 * meanwhile.
 */
export type Fritextsvar =
  | { slag: 'hjalp'; hjalp: Fritexthjalp }
  | {
      slag: 'traffar';
      rader: Fritextrad[];
      fler: boolean;
      genomlasta?: number;
      lage?: { klart: number; av: number; fullt?: true } | 'saknas';
    }
  | { slag: 'avbruten' };
