import type { Actor, State } from '../../shared/domain/command.ts';
import { isRecordType, type RecordData, type RecordType } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';
import { readDocument, UnreadableRecord, unsound } from './read-document.ts';
import type { Tenant } from './tenant.ts';
import type { Burst } from './transaction.ts';

type Row = { id: string; type: string; schema: number; data: unknown };
/** `data` is the error where the document cannot be read. */
type Kept = { type: RecordType; data: unknown };
type Listed<T extends RecordType> = { id: string; data: RecordData<T> }[];

/**
 * The municipality's own values, as of one version. One that cannot be read stops nobody's work but what cannot be done without it; it is
 * never as one that is not there where that would allow more: a user whose record is broken has no closed account.
 */
export class Catalogue {
  readonly #records: Map<string, Kept>;
  readonly #byType = new Map<RecordType, { id: string; data: unknown }[]>();
  readonly #unreadable = new Map<RecordType, UnreadableRecord>();

  constructor(records: Map<string, Kept>) {
    this.#records = records;
    for (const [id, { type, data }] of records) {
      if (data instanceof UnreadableRecord) {
        this.#unreadable.set(type, data);
        continue;
      }
      const same = this.#byType.get(type);
      if (same) same.push({ id, data });
      else this.#byType.set(type, [{ id, data }]);
    }
  }

  #broken(type: RecordType, id: string): UnreadableRecord | undefined {
    const found = this.#records.get(id);
    return found?.type === type && found.data instanceof UnreadableRecord ? found.data : undefined;
  }

  /** Undefined for one that cannot be read too. */
  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined {
    const found = this.#records.get(id);
    return found?.type === type && !(found.data instanceof UnreadableRecord) ? (found.data as RecordData<T>) : undefined;
  }

  /** Those that can be read. */
  list<T extends RecordType>(type: T): Listed<T> {
    return (this.#byType.get(type) ?? []) as Listed<T>;
  }

  /** All that could not be read. */
  get unreadable(): UnreadableRecord[] {
    return [...this.#records.values()].flatMap(({ data }) => (data instanceof UnreadableRecord ? data : []));
  }

  /** The user as the catalogue describes them, also one who is no longer active. @throws UnreadableRecord */
  actor(anvandareId: string): Actor | undefined {
    const broken = this.#broken('anvandare', anvandareId);
    if (broken) throw broken;
    const anvandare = this.get('anvandare', anvandareId);
    return anvandare && { ...anvandare, id: anvandareId };
  }

  /**
   * As a rule reads it: without what cannot be read, and then able to say that something was missed. What is allowed so is allowed; what is
   * refused may be so for want of it, but for a frastext, without which more is allowed. Of delegationer the first that fits decides, so a
   * part of them is not to be taken for all.
   */
  forRule(): Pick<State, 'katalog' | 'katalogLista'> & { missed(): UnreadableRecord | undefined } {
    let missed: UnreadableRecord | undefined;
    return {
      katalog: (type, id) => {
        missed ??= this.#broken(type, id);
        return this.get(type, id);
      },
      katalogLista: (type) => {
        const broken = this.#unreadable.get(type);
        if (broken && type === 'delegation') throw broken;
        if (type !== 'frastext') missed ??= broken;
        return this.list(type);
      },
      missed: () => missed,
    };
  }
}

export type CatalogueOf = (db: Reader | Burst, tenant: Pick<Tenant, 'tenant' | 'epoch' | 'catalogue_version'>) => Promise<Catalogue>;

/**
 * Reads catalogues, and keeps the newest of each tenant in memory: all commands and pulls ask it. Read once for each version, each of
 * its records is held against its schema.
 * @param onUnreadable hears of a catalogue that has records which cannot be read
 */
export function createCatalogues(onUnreadable?: (tenant: string, found: UnreadableRecord[]) => void): CatalogueOf {
  const kept = new Map<string, { as: string; catalogue: Catalogue }>();
  return async (db, { tenant, epoch, catalogue_version }) => {
    const as = `${epoch} ${catalogue_version}`;
    const known = kept.get(tenant);
    if (known?.as === as) return known.catalogue;
    const rows = await ('query' in db
      ? db.query<Row>('read-catalogue', 'select id, type, schema, data from record where tenant = $1 and scope = $2', [
          tenant,
          katalogScope,
        ])
      : db
          .selectFrom('record')
          .select(['id', 'type', 'schema', 'data'])
          .where('tenant', '=', tenant)
          .where('scope', '=', katalogScope)
          .execute());
    const records = new Map<string, Kept>();
    for (const { id, type, schema, data } of rows) {
      if (isRecordType(type)) records.set(id, { type, data: orUnreadable(type, id, schema, data) });
    }
    const catalogue = new Catalogue(records);
    kept.set(tenant, { as, catalogue });
    if (catalogue.unreadable.length > 0) onUnreadable?.(tenant, catalogue.unreadable);
    return catalogue;
  };
}

function orUnreadable(type: RecordType, id: string, schema: number, stored: unknown): unknown {
  try {
    const data = readDocument(type, id, schema, stored);
    return unsound({ type, id, data }) ?? data;
  } catch (cause) {
    if (cause instanceof UnreadableRecord) return cause;
    throw cause;
  }
}
