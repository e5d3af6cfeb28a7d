/**
 * A bucket is a set of records that one kind of reader may hold: `org:lss`, `skyddad:lss`, `utforare:<id>`,
 * `skyddad:utforare:<id>`, `avgift:lss`, `skyddad:avgift:lss`, `anvandare:<id>`, `katalog`, `statistik`, `drift`. A record may lie in several; a reader holds it while one of theirs
 * has it.
 */
export type Bucket = string;

export const statistikBucket: Bucket = 'statistik';
/** What the server tells those who run the system. */
export const driftBucket: Bucket = 'drift';
/** What a unit's kunder have told of their incomes: its avgiftshandläggare's alone. */
export const avgiftBucket = (enhet: string): Bucket => `avgift:${enhet}`;
export const utforareBucket = (utforareId: string): Bucket => `utforare:${utforareId}`;

/** The utförare that take part in an akt, each as its bucket, and through what. */
export type UtforareReaders = {
  every: Set<Bucket>;
  byVerkstallighet: Map<string, Bucket>;
  /** Who carries out a bifall: those with a standing order for it, and the one whose verkställighet it is. */
  byBeslut: Map<string, Set<Bucket>>;
  /** Whom a beställning that stands was sent to. */
  byBestallning: Map<string, Bucket>;
};

/** One record as its readers are decided by it: its id and its head. */
export type One<Huvud> = { id: string; huvud: Huvud };

/** Written as a method, so that the readers of one head may stand in a list of any. */
type FromHead<Huvud> = { of(one: One<Huvud>, utforare: UtforareReaders): Iterable<Bucket> | undefined }['of'];

/**
 * Who reads the records of a type, which also says in what kind of scope they lie: `alla` reads the catalogue, `statistiken` what lies there
 * for those who deliver statistics, `systemforvaltarna` what lies there for those who run the system, `agaren` the user's own scope, `inkorgen` what has come in to a unit, `brevladorna` what was sent, `enheterna` those of an akt, `avgiften` those of them who handle fees. A function: the akt's units, and the utförare that it names.
 */
export type RecordReaders<Huvud> =
  | 'alla'
  | 'statistiken'
  | 'systemforvaltarna'
  | 'agaren'
  | 'inkorgen'
  | 'brevladorna'
  | 'enheterna'
  | 'avgiften'
  | FromHead<Huvud>;
