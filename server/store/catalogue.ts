import type { Actor } from '../../shared/domain/command.ts';
import { isRecordType, type RecordData, type RecordType } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';
import { readDocument, UnreadableRecord } from './read-document.ts';
import type { Tenant } from './tenant.ts';
import type { Burst } from './transaction.ts';

type Row = { id: string; type: string; schema: number; data: unknown };
/** `data` is the error where the document cannot be read. */
type Kept = { type: RecordType; data: unknown };

/**
 * The municipality's own values, as of one version. One that cannot be read stops what asks for it, and nothing else; it is never as one
 * that is not there: a user whose record is broken has no closed account.
 */
export class Catalogue {
  readonly #records: Map<string, Kept>;
  readonly #byType = new Map<RecordType, { id: string; data: unknown }[]>();
  readonly #unreadable = new Map<RecordType, UnreadableRecord>();

  constructor(records: Map<string, Kept>) {
    this.#records = records;
    for (const [id, { type, data }] of records) {
      if (data instanceof UnreadableRecord) this.#unreadable.set(type, data);
      const same = this.#byType.get(type);
      if (same) same.push({ id, data });
      else this.#byType.set(type, [{ id, data }]);
    }
  }

  /** @throws UnreadableRecord when it is that one */
  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined {
    const found = this.#records.get(id);
    if (found?.type !== type) return undefined;
    if (found.data instanceof UnreadableRecord) throw found.data;
    return found.data as RecordData<T>;
  }

  /** @throws UnreadableRecord when one of them is: a part would be taken for all */
  list<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[] {
    const unreadable = this.#unreadable.get(type);
    if (unreadable) throw unreadable;
    return (this.#byType.get(type) ?? []) as { id: string; data: RecordData<T> }[];
  }

  /** The user as the catalogue describes them, also one who is no longer active. @throws UnreadableRecord */
  actor(anvandareId: string): Actor | undefined {
    const anvandare = this.get('anvandare', anvandareId);
    return anvandare && { ...anvandare, id: anvandareId };
  }
}

export type CatalogueOf = (db: Reader | Burst, tenant: Pick<Tenant, 'tenant' | 'epoch' | 'catalogue_version'>) => Promise<Catalogue>;

/** Reads catalogues, and keeps the newest of each tenant in memory: all commands and pulls ask it. */
export function createCatalogues(): CatalogueOf {
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
      if (isRecordType(type)) records.set(id, { type, data: orUnreadable(() => readDocument(type, id, schema, data)) });
    }
    const catalogue = new Catalogue(records);
    kept.set(tenant, { as, catalogue });
    return catalogue;
  };
}

function orUnreadable(read: () => unknown): unknown {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UnreadableRecord) return cause;
    throw cause;
  }
}
