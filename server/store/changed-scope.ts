import { bucketsOf, decidingTypes, type Moved, movedBetween, partOf, type Readers, readersOf } from '../../shared/domain/buckets.ts';
import type { Change, State } from '../../shared/domain/command.ts';
import { isVaxande } from '../../shared/domain/need.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { type UnreadableRecord, unsound } from './read-document.ts';
import type { ScopeRecord } from './scope.ts';

/** Whether whoever acts may read a record. */
export type Seen = (record: ScopeRecord) => boolean;
/** Reads what a scope holds beyond what was read of it, when its readers have changed. */
export type ReadRest = (moved: Moved) => Promise<ScopeRecord[]>;
/** `step` counts the commands that wrote: the n-th of them gives its records the n-th of the versions taken. */
export type Entry = { scope: string; bucket: string; id: string; present: boolean; step: number };
export type Put = ScopeRecord & { scope: string; step: number };

/**
 * One scope in a transaction that holds its lock: what was read of it, and what the commands so far have made of it. Buckets
 * are kept as they were decided; only a change of who reads the scope decides others than the changed records anew. A record
 * that leaves a bucket leaves a tombstone there at the same version.
 */
export class ChangedScope {
  readonly name: string;
  readonly #records: Map<string, ScopeRecord>;
  readonly #readRest: ReadRest;
  readonly #puts = new Map<string, number>();
  readonly #moved = new Set<string>();
  readonly #deleted = new Set<string>();
  /** Held against their schemas already: a batch asks for the same again and again. */
  readonly #sound = new WeakSet<ScopeRecord>();
  readonly #entries = new Map<string, Entry>();
  #readers: Readers;

  constructor(name: string, records: ScopeRecord[], readRest: ReadRest) {
    this.name = name;
    this.#records = new Map(records.map((record) => [record.id, record]));
    this.#readRest = readRest;
    this.#readers = this.#readersNow();
  }

  get isEmpty(): boolean {
    return this.#records.size === 0;
  }

  /** Among what was read of it and made in it. */
  has(id: string): boolean {
    return this.#records.has(id);
  }

  bucketsOf(id: string): string[] {
    return this.#records.get(id)?.buckets ?? [];
  }

  /** Whether some record of it lies in one of these buckets. */
  someIn(buckets: ReadonlySet<string>): boolean {
    return [...this.#records.values()].some((record) => record.buckets.some((bucket) => buckets.has(bucket)));
  }

  /** Whether changes touch a record that is there and not `seen`. */
  touchesUnseen(changes: Change[], seen: Seen): boolean {
    return changes.some(({ id }) => {
      const record = this.#records.get(id);
      return record !== undefined && !seen(record);
    });
  }

  /**
   * The first record that is not what its type says, among those that say who reads the scope and those that were `read` of it. Nothing
   * is decided on such a one, nor placed by it: a kund whose record is broken may be protected.
   */
  unsound(read: Iterable<ScopeRecord>): UnreadableRecord | undefined {
    const deciding = [...this.#records.values()].filter(({ type }) => (decidingTypes as readonly RecordType[]).includes(type));
    for (const record of [...deciding, ...read]) {
      if (this.#sound.has(record)) continue;
      const broken = unsound(record);
      if (broken) return broken;
      this.#sound.add(record);
    }
    return undefined;
  }

  /** What `decide` may read: what is `seen`. `owner` of the number the command asks about. @param read gets what is handed out */
  state(
    catalogue: Pick<State, 'katalog' | 'katalogLista'>,
    seen: Seen,
    owner?: { personnummer: string; personId: string | undefined },
    read: Set<ScopeRecord> = new Set(),
  ): State {
    const records = this.#records;
    return {
      get<T extends RecordType>(type: T, id: string) {
        const found = records.get(id);
        if (found?.type !== type || !seen(found)) return undefined;
        read.add(found);
        return found.data as RecordData<T>;
      },
      list: <T extends RecordType>(type: T) =>
        [...records.values()].flatMap((record) => {
          if (record.type !== type || !seen(record)) return [];
          read.add(record);
          return [{ id: record.id, data: record.data as RecordData<T> }];
        }),
      katalog: catalogue.katalog,
      katalogLista: catalogue.katalogLista,
      personMedNummer: (personnummer) => (owner?.personnummer === personnummer ? owner.personId : undefined),
    };
  }

  /** Takes in what one command changed. */
  async apply(changes: Change[], step: number): Promise<void> {
    const touched = new Set<string>();
    for (const change of changes) {
      if (change.op === 'put') this.#put(change, step);
      else this.#delete(change.id, step);
      touched.add(change.id);
    }
    const turned = changes.some(({ type }) => (decidingTypes as readonly RecordType[]).includes(type)) ? await this.#turn() : [];
    for (const id of new Set([...touched, ...turned])) {
      const record = this.#records.get(id);
      if (record) this.#place(record, step, touched.has(id));
    }
  }

  #put({ type, id, data }: Extract<Change, { op: 'put' }>, step: number): void {
    this.#records.set(id, { type, id, schema: this.#records.get(id)?.schema, data, buckets: this.bucketsOf(id) });
    this.#puts.set(id, step);
    this.#deleted.delete(id);
  }

  #delete(id: string, step: number): void {
    const before = this.#records.get(id);
    this.#puts.delete(id);
    if (!before) return;
    this.#records.delete(id);
    this.#deleted.add(id);
    for (const bucket of before.buckets) this.#enter(bucket, id, false, step);
  }

  /** @returns the records whose buckets may no longer be what they were */
  async #turn(): Promise<string[]> {
    const before = this.#readers;
    this.#readers = this.#readersNow();
    const moved = movedBetween(before, this.#readers);
    if (moved === 'alla' || moved.verkstalligheter.length + moved.bestallningar.length > 0) {
      for (const record of await this.#readRest(moved)) {
        if (!this.#records.has(record.id) && !this.#deleted.has(record.id)) this.#records.set(record.id, record);
      }
    }
    return [...this.#records.keys()];
  }

  /** @throws UnreadableRecord */
  #readersNow(): Readers {
    const deciding = [...this.#records.values()].filter(({ type }) => !isVaxande(type));
    try {
      return readersOf(
        this.name,
        deciding.map(({ type, id, data }) => partOf(type, id, data)),
      );
    } catch (error) {
      throw this.unsound(deciding) ?? error;
    }
  }

  /** Decides the buckets of one record, with an entry for each it came into or left; one that was put is new to all of its own. */
  #place(record: ScopeRecord, step: number, isPut: boolean): void {
    const now = bucketsOf(partOf(record.type, record.id, record.data), this.#readers);
    const gained = now.filter((bucket) => isPut || !record.buckets.includes(bucket));
    const lost = record.buckets.filter((bucket) => !now.includes(bucket));
    if (gained.length === 0 && lost.length === 0) return;
    for (const bucket of gained) this.#enter(bucket, record.id, true, step);
    for (const bucket of lost) this.#enter(bucket, record.id, false, step);
    this.#records.set(record.id, { ...record, buckets: now });
    this.#moved.add(record.id);
  }

  #enter(bucket: string, id: string, present: boolean, step: number): void {
    this.#entries.set(`${bucket} ${id}`, { scope: this.name, bucket, id, present, step });
  }

  /** What is to be written. A record that several commands put carries the last one's version, as if each had been written. */
  written(): { puts: Put[]; moved: ScopeRecord[]; deleted: string[]; entries: Entry[] } {
    const recordsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => this.#records.get(id) ?? []);
    return {
      puts: recordsOf(this.#puts.keys()).map((record) => ({ ...record, scope: this.name, step: this.#puts.get(record.id) ?? 0 })),
      moved: recordsOf(this.#moved).filter(({ id }) => !this.#puts.has(id)),
      deleted: [...this.#deleted],
      entries: [...this.#entries.values()],
    };
  }
}
