import type { IsoDate } from '../../util/datum.ts';
import type { Bevakning } from '../bevakning/records.ts';
import type { Insats } from '../katalog/records.ts';
import type { Fristregel } from '../klocka/records.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { RecordData } from '../records.ts';
import type { Sokslag } from './records.ts';

/** What lists of one akt a row may ask for. */
type Lasta = 'aktualisering' | 'utredning' | 'beslut' | 'bestallning' | 'verkstallighet' | 'personkrets' | 'ivouppgift';

/** The type of the record that a row of a search is of. */
export type Sokposttyp<S extends Sokslag> = S extends 'kund' ? 'person' : S extends 'fattat' ? 'beslut' : Exclude<S, 'kund' | 'fattat'>;

/** A row of a search before it is shown: the record it is of, and what it may ask of its akt and of the catalogue. */
export type Sokkalla<S extends Sokslag> = {
  post: Post<RecordData<Sokposttyp<S>>>;
  kund: Post<Person>;
  dag: IsoDate;
  /** All of a type in the kund's akt that the user reads; asked for only by the fields that need it. */
  list<T extends Lasta>(type: T): Post<RecordData<T>>[];
  insatser: Post<Insats>[];
  /** The rules of the legal clock. */
  regler: Post<Fristregel>[];
  /** Names of the catalogue; undefined for one it lacks. */
  namn(type: 'anvandare' | 'organisation' | 'utforare', id: string): string | undefined;
  /** What a user is called at work today. */
  titel(anvandareId: string): string | undefined;
  /** The function that a user holds, and who holds it. */
  innehavare(funktionId: string): string | undefined;
  /** Those at work who have the role that a bevakning belongs to, and read it. */
  rollens(bevakning: Bevakning): string[];
  /** The organisation itself and those above it: who chooses one means what lies below it too. */
  medOverordnade(organisationId: string): string[];
};
