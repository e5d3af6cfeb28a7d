import type { Actor, Decision, Rejection } from '../../shared/domain/command.ts';
import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import type { Lamnas } from '../../shared/domain/dokument/mottagare.ts';
import type { Dokumentlage } from '../../shared/domain/dokument/records.ts';
import type { Fristrad } from '../../shared/domain/klocka/frist.ts';
import type { Ivotid, Kvartal } from '../../shared/domain/klocka/ivo.ts';
import type { MeddelandeHuvud } from '../../shared/domain/meddelande/records.ts';
import type { Huvud, RecordData, RecordType } from '../../shared/domain/records.ts';
import type { Fritext } from '../../shared/domain/sok/fritext.ts';
import type { Sokfraga } from '../../shared/domain/sok/sokfraga.ts';
import type { Anmarkning, Bindfel, Bindsteg, Filhinder } from '../../shared/ipc/bindning.ts';
import type { Mapphinder, Skanhinder } from '../../shared/ipc/skanning.ts';
import type { Dubbelsidigt } from '../../shared/ipc/views.ts';
import type { IsoInstant } from '../../shared/util/datum.ts';
import type { Result } from '../../shared/util/result.ts';

/** A record as it stands on this computer, with the effect of commands that the server has not received yet. */
export type Post<T extends RecordType> = {
  id: string;
  scope: string;
  /** 0 = made here and not received by the server. */
  version: number;
  /** A command here has changed it and waits for the server. */
  pending: boolean;
  data: RecordData<T>;
};
/** A computed bevakning and the akt whose it is. */
export type AktFrist = { scope: string; rad: Fristrad };
/** A time that belongs in reports to IVO and the akt whose it is. */
export type AktIvotid = { scope: string; tid: Ivotid };
export type Head = { [T in RecordType]: { type: T; id: string; version: number; huvud: Huvud<T> } }[RecordType];

/** `waiting`: the server set it aside, and it is sent again later. */
export type OutboxState = 'queued' | 'sent' | 'waiting' | 'received' | 'refused' | 'settled';
export type OutboxRow = {
  id: string;
  seq: number;
  name: string;
  /** In today's version, whatever the one it was queued in; in that one where this program cannot read it. */
  version: number;
  input: unknown;
  scope: string;
  at: IsoInstant;
  state: OutboxState;
  /** When and at which version the server handled it. */
  answeredAt: IsoInstant | null;
  serverVersion: number | null;
  rejection: Rejection | null;
  quiet: boolean;
  /** The form that it was sent from, as it was filled in; null when none was given. */
  form: SentForm | null;
};
export type SentForm = { nyckel: string; titel: string; data: unknown };

export type Draft = { nyckel: string; personId: string | null; titel: string; data: unknown; savedAt: IsoInstant };
export type AccessAction = 'oppnad' | 'sokt' | 'last' | 'utskriven';

/** What Sökverktyget lists. */
export type Searchable = 'person' | 'utredning' | 'beslut' | 'fattat' | 'bevakning' | 'uppfoljning';

/** What the user has done, for the access log. */
export type AccessEntry = { id: string; at: IsoInstant; action: AccessAction; personId: string | null; detail?: string | undefined };

/**
 * The replica as services use it: synchronous, each call one transaction on disk when it writes (`synchronous=FULL`: what
 * has returned survives power loss). Implemented by main/db.
 */
export interface Replica {
  /**
   * Runs it with each record it reads held against its schema. One that is not what its type says is not handed out, then nor later: asked of
   * what has thrown, for holding each against its schema takes its time.
   */
  carefully<T>(run: () => T): T;
  /** What is known to be kept back of a scope: broken, or of a newer version. It is not shown, and nothing is decided on it here. */
  unreadableIn(scope: string): { type: RecordType; id: string }[];
  record<T extends RecordType>(type: T, id: string): Post<T> | undefined;
  inScope<T extends RecordType>(scope: string, type: T): Post<T>[];
  /** The heads of all records of a scope, read from one covering index. */
  heads(scope: string): Head[];
  /** All records of a catalogue type. */
  katalog<T extends RecordType>(type: T): Post<T>[];
  /** What the server sends outside, as it last told. */
  tjanster(): readonly string[];

  /** Persons that a search finds, at most `limit`, in Swedish name order. */
  searchPersons(fraga: Sokfraga, limit: number): { personIds: string[]; more: boolean };
  /** False while the search table is being rebuilt. */
  searchReady(): boolean;
  /** Every person held. */
  personIds(): string[];
  /** Where all of a kind lie, in the order of their akter: of beslut the bifall, of `fattat` all beslut, of bevakningar the open ones. Read from an index alone. */
  searchable(type: Searchable): number[];
  /** What lies there now; undefined when it is gone, or another type's. */
  searchableAt<T extends Exclude<Searchable, 'fattat'>>(type: T, row: number): Post<T> | undefined;
  /** The note at a row of the index of words (FritextPort); undefined when it is gone, or cannot be read. */
  noteAt(rid: number): Post<'anteckning'> | undefined;
  /** Persons whose name or number is easily taken for this one's. */
  lookAlikes(personId: string, limit: number): string[];
  openUtredningarOf(anvandareId: string): Post<'utredning'>[];
  unsignedOf(anvandareId: string): Post<'anteckning'>[];
  /** Beställningar of every akt held that nobody has confirmed or taken back. */
  unconfirmedBestallningar(): Post<'bestallning'>[];
  /** The verkställigheter LSS Insatser of every akt held that have not ended before `today` (`YYYY-MM-DD`). */
  openLssInsatser(today: string): Post<'verkstallighet'>[];
  /** Those of them that a function has (ROLL-04). */
  openLssInsatserOf(funktionId: string, today: string): Post<'verkstallighet'>[];
  /**
   * The computed bevakningar that an owner (`agarnyckel`) has in the list on a day, of every akt held.
   * @param senast with those that come into it by this day
   */
  fristerHos(agare: string, today: string, senast?: string): AktFrist[];
  /** Those that would be there had nobody put them off to a later day. */
  fristerUppskjutna(agare: string, today: string): AktFrist[];
  /** Those of an akt, whenever they are shown. */
  fristerI(scope: string): Fristrad[];
  /** Every owner that has some. */
  fristagare(): string[];
  /** The times of which the report to IVO of a quarter tells, of every akt held (`radI`); computed with the bevakningar. */
  ivotiderIn(kvartal: Kvartal): AktIvotid[];
  /** False while some akter wait to have theirs computed. */
  fristerReady(): boolean;
  /** Bevakningar of every akt held that are neither done nor taken away. */
  openBevakningar(): Post<'bevakning'>[];
  /** Those of them that belong to one of these functions or users. */
  openBevakningarOf(agare: readonly string[]): Post<'bevakning'>[];
  /** Of each, at most `limit` that are done, the latest first. */
  doneBevakningarOf(agare: readonly string[], limit: number): Post<'bevakning'>[];
  /** Bifall in the utredningar the user answers for, not ended before `today` (`YYYY-MM-DD`). */
  ongoingBifallOf(anvandareId: string, today: string): Post<'beslut'>[];
  /** Those of them, and months of a series whenever they were, that have no beställning that stands. */
  unorderedBifallOf(anvandareId: string, today: string): Post<'beslut'>[];
  /** Aktualiseringar the user answers for that no utredning examines. */
  unexaminedOf(anvandareId: string): Post<'aktualisering'>[];
  /** What has come by the e-service and no akt has taken in, as far as the server has said. */
  inkomnaEansokningar(): Post<'eansokan'>[];
  /** What was dealt with, latest first. */
  avslutadeEansokningar(limit: number): Post<'eansokan'>[];
  /** Every inkomstblankett held. */
  inkomstblanketter(): Post<'inkomstblankett'>[];
  /** Every frånvaro held that ends on the day or after it, or has no end. */
  franvaron(till: string): Post<'franvaro'>[];
  /** What was sent of one. */
  franvarounderlagOf(franvaroId: string): Post<'franvarounderlag'>[];
  /** Every verkställighet held, whatever akt. */
  verkstalligheter(): Post<'verkstallighet'>[];
  /** Every message held, without its text. */
  meddelanden(): Brevpost[];
  /** How it is with them, in the places whose state the user may see. */
  brevlagen(): Post<'brevlage'>[];
  /** Up to which version the user has seen a scope; undefined when they never have here. */
  seenVersion(scope: string): number | undefined;
  /** Where they stood before the opening that showed them something new; undefined when nothing has been, or all of it is said to be seen. */
  seenBefore(scope: string): number | undefined;
  /** All up to this version was here before the user could have looked: what the first fetching brought; undefined while that goes on. */
  begunVersion(): number | undefined;
  /** They open it, and see what is there now. @param before what came after this version is new to them, and can be read on; undefined = nothing is */
  markOpened(scope: string, before: number | undefined): void;
  /** They say that they have seen these, all or none of them. */
  markSeen(scopes: readonly string[]): void;
  /** What was done in a scope after a version, as the server has it. */
  handelserAfter(scope: string, version: number): Post<'handelse'>[];

  /**
   * Decides a command against the replica. Accepted: its changes, its outbox row and the dropping of its draft are one
   * transaction. Refused: nothing is written and the draft stays. One that opens an akt to the user takes along what was refused for want
   * of it: queued anew behind it, in its order and in the same transaction.
   */
  runCommand(command: {
    id: string;
    name: string;
    version: number;
    input: unknown;
    at: IsoInstant;
    actor: Actor;
    dropDraft?: string | undefined;
    form?: SentForm | undefined;
    /** On an akt that another command before it opens to the user: it is decided by the server alone while the akt is not here. */
    iAnnanAkt?: true;
    /** The refused row that it is sent instead of: off Att åtgärda in the same transaction. */
    avgor?: string | undefined;
  }): Decision;
  /** All rows, oldest first. */
  outbox(): OutboxRow[];
  outboxRow(id: string): OutboxRow | undefined;
  /**
   * Takes a command that is not sent yet out of the queue, with its effect, and lays its form as the draft it was: one transaction.
   * @returns false when it is sent, or answered, already; then nothing is changed
   */
  withdraw(id: string, draft: Draft): boolean;
  /** Takes a refused row off Att åtgärda. */
  settle(id: string): void;
  outboxCounts(): { unsent: number; refused: number; conflicts: number };

  saveDraft(draft: Draft): void;
  draft(nyckel: string): Draft | undefined;
  drafts(): Draft[];
  dropDraft(nyckel: string): void;
  /** A draft under another key, perhaps of another akt, in one transaction. */
  moveDraft(nyckel: string, to: Draft): void;

  setting(nyckel: string): unknown;
  setSetting(nyckel: string, varde: unknown): void;
  /**
   * Kept until the server has it (FRAGA-62).
   * @param innan what it tells of is about to leave the program: the row is on disk when this returns, or this throws. Reading does not wait for
   * a disk that is full.
   */
  logAccess(entry: AccessEntry | readonly AccessEntry[], innan?: 'innan'): void;

  /** Called after every commit that changed records, with the scopes it touched. */
  onChange(listener: (scopes: string[]) => void): () => void;
}

/** A message by its head. */
export type Brevpost = { id: string; scope: string; version: number; pending: boolean; huvud: MeddelandeHuvud };

/** Copies that leave the program. */
export type CopyPort = {
  /** @throws CallFailure `mapp-finns-inte` when it is no folder outside the program's own */
  require(folder: string): void;
  /** A file of its own, named by the title; whole and on disk, or not there. @returns its path. @throws CallFailure `kopian-skrevs-inte` */
  write(folder: string, titel: string, bytes: Uint8Array, slag?: 'pdf' | 'csv' | 'xlsx' | 'txt' | 'ics'): Promise<string>;
};

/** What a search of many akter has beside the replica. */
export type SokPort = {
  /** Tells the screens how far it has come. */
  framsteg(jobb: string, klart: number, av: number): void;
  /** Lets other calls have their turn. Rejects with `inte-inloggad` when the user has signed out. */
  andas(): Promise<void>;
};

/** The index of the notes' words, which follows the replica and may lag behind it. */
export type FritextPort = {
  /**
   * Rows of notes that may have what is asked, some at a time, those of the latest handelsedatum first. Each is to be read again: the index knows
   * neither the order of words nor what has changed since.
   */
  kandidater(fraga: Fritext): Iterable<number[]>;
  /** How far it has come. Undefined when there is none. */
  lage(): Fritextlage | undefined;
};
/** `klart` of `av` rows are looked through; `hel`: all are, and all changes that it has been told of; `fullt`: the rest waits for room on the disk. */
export type Fritextlage = { hel: boolean; klart: number; av: number; fullt?: true };

export type Krismapp = {
  path: string;
  write(namn: string, bytes: Uint8Array): void;
  remove(namn: string): void;
  done(): void;
  drop(): void;
};

/** What leaves the program for a crisis; one for each signed-in user. */
export type KrisPort = {
  /** As `DocumentPort`'s, and what it gives opens with the password alone. */
  render(
    dokument: Dokumentinnehall,
    losenord: string,
  ): Promise<Result<{ bytes: Uint8Array; pages: number }, { code: string; detail: string }>>;
  /** Tells the screens how far it has come. */
  framsteg(klart: number, av: number): void;
  /** Lets other calls have their turn. */
  andas(): Promise<void>;
  /**
   * A new folder, of that name or one like it, under one that is there. What is written is on disk when `write` returns; `drop` takes
   * the folder away again. Until `done` the folder says itself that it is not whole, however the program ends.
   * @throws CallFailure `mapp-finns-inte`, `krismapp-skrevs-inte`
   */
  create(under: string, namn: string): Krismapp;
};

/** Documents as services make and store them; one for each signed-in user. */
export type DocumentPort = {
  /** `detail` of an error is for the log and has nothing of what the document says. */
  render(dokument: Dokumentinnehall): Promise<Result<{ bytes: Uint8Array; pages: number }, { code: string; detail: string }>>;
  /** Stores bytes on this computer, encrypted, under their SHA-256. */
  put(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<{ sha256: string; storlek: number }>;
  /**
   * At most `count` bytes from a place, and how many there are in all; those of a document that is not here are fetched first.
   * Rejects with `dokument-inte-har` when they cannot be had now, `dokument-skadat` when they are not what their name says.
   */
  read(of: { sha256: string; dokumentId?: string }, from: number, count: number): Promise<{ size: number; bytes: Buffer }>;
  /** Where the bytes of a document are. */
  lageOf(dokumentId: string): Dokumentlage | undefined;
  /** Documents that are received, and whose bytes are here and not at the server. */
  unsent(): string[];
  /** SHA-256 in hexadecimal. */
  digest(text: string): string;
  /** What the user has been shown since signing in, by its SHA-256. Readable though no record names it. */
  forhandsvisningar: Map<string, Forhandsvisning>;
};

/** What was made to be looked at, bound or scanned, and is in no record. */
export type Forhandsvisning = {
  /** Whose akt it is of; null: of none, as a scan, or of several, as a list. */
  personId: string | null;
  /** The kunder it was made of, with the protection each had then. */
  om: { personId: string; skydd: RecordData<'person'>['skydd'] }[];
  /** The contact whom it is addressed to, where that is not the kund. */
  mottagareId?: string;
  /** By what right that contact is told. */
  lamnas?: Pick<Lamnas, 'enhet' | 'utanSamtycke'>;
  /** A scanned file that is in no akt yet. */
  skannad?: true;
};

/** A document to bind; the names of all are different. */
export type Bindkalla = { namn: string; bytes: Uint8Array; losenord?: string | undefined; sidor?: string | undefined; titel: string };
export type Bunden = {
  bytes: Uint8Array;
  omslag: number;
  delar: { sidor: number; anmarkningar: Anmarkning[] }[];
  taggad: boolean;
};
/** What binds documents, apart from everything else the program does; one for each signed-in user. */
export type BindPort = {
  /** @returns the bundle, or why there is none and the name of the document it is about ('' = of none) */
  bind(
    kallor: readonly Bindkalla[],
    val: { titel: string; framsida: boolean; sidnummer: boolean },
    hor: { signal: AbortSignal; onSteg: (steg: Bindsteg) => void },
  ): Promise<Result<Bunden, { kod: Bindfel; namn: string }>>;
  /** A picture as a PDF, or why it cannot be one without a loss. */
  toPdf(fil: Uint8Array, titel: string): Promise<Result<Uint8Array, Filhinder>>;
  /** Tells the screens how far it has come. */
  framsteg(jobb: string, steg: Bindsteg): void;
  /** Lets other calls have their turn. */
  andas(): Promise<void>;
};

/** A printer of the computer; `forvald`: the system's own choice. */
export type Skrivarrad = { id: string; namn: string; forvald: boolean };
export type Utskriftsjobb = {
  /** Its id. */
  skrivare: string;
  antal: number;
  dubbelsidigt: Dubbelsidigt;
  /** Given to a port that takes them. */
  bytes?: Uint8Array;
};
/**
 * The printers of the computer, as the host reaches them. `tar`: the document's bytes, or what the page shows when it prints. Both methods
 * reject when the printers cannot be reached.
 */
export type SkrivarPort = {
  tar: 'pdf' | 'sida';
  lista(): Promise<Skrivarrad[]>;
  skrivUt(jobb: Utskriftsjobb): Promise<void>;
};
/** The folder of scanned files, as services use it; one for each signed-in user. */
export type ScanPort = {
  folder(): string | null;
  /** Another folder from now on, or none. @returns why it cannot be that one */
  choose(folder: string | null): Promise<Mapphinder | undefined>;
  /** What the latest look found; undefined until the first is done. */
  latest(): Skanmapp | undefined;
  /**
   * A file as the PDF that it is filed as, stored on this computer, encrypted. Rejects when it cannot be stored.
   */
  preview(id: string): Promise<Result<Skannad, Skanhinder>>;
  /** The same of a file that is in no folder of scans. */
  take(fil: Uint8Array): Promise<Result<Skannad, Skanhinder>>;
  /** Such a file of the user's, also of an earlier session: no other bytes are read by the way of one. */
  taken(sha256: string): Skannad | undefined;
  /** Why a file of the folder could not be shown, since it was last looked at; the same file is refused again. */
  refused(id: string): Skanhinder | undefined;
  /** What a file was when it was shown, also in an earlier session. */
  shown(id: string): Skannad | undefined;
  /** Takes a file out of the folder, if it still is what was shown. */
  remove(id: string): Promise<Skanhinder | undefined>;
  /** The bytes are whole on this computer's disk. */
  isStored(sha256: string): boolean;
  /** Documents of the akter held that have bytes of these names. */
  documentsNaming(names: string[]): { id: string; sha256: string }[];
};
export type Skanmapp = {
  hinder?: Mapphinder;
  filer: { id: string; namn: string; storlek: number; andrad: Date; lage: 'klar' | 'skrivs' | 'for-stor' }[];
  fler: number;
  ovriga: number;
};
/** The PDF that a scanned file becomes. */
export type Skannad = { sha256: string; storlek: number; sidor: number };

/** Time and chance, given from outside so that a test decides them. */
export type Clock = { now(): Date };
export type NewId = () => string;
