import type { Actor } from '../../shared/domain/command.ts';
import { isRecordType, type RecordData, type RecordType, upcast } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';
import type { Tenant } from './tenant.ts';
import type { Burst } from './transaction.ts';

type Row = { id: string; type: string; schema: number; data: unknown };

/** The municipality's own values, as of one version. */
export class Catalogue {
  readonly #records: Map<string, { type: RecordType; data: unknown }>;
  readonly #byType = new Map<RecordType, { id: string; data: unknown }[]>();

  constructor(records: Map<string, { type: RecordType; data: unknown }>) {
    this.#records = records;
    for (const [id, { type, data }] of records) {
      const same = this.#byType.get(type);
      if (same) same.push({ id, data });
      else this.#byType.set(type, [{ id, data }]);
    }
  }

  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined {
    const found = this.#records.get(id);
    return found?.type === type ? (found.data as RecordData<T>) : undefined;
  }

  list<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[] {
    return (this.#byType.get(type) ?? []) as { id: string; data: RecordData<T> }[];
  }

  /** The user as the catalogue describes them, also one who is no longer active. */
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
    const records = new Map<string, { type: RecordType; data: unknown }>();
    for (const { id, type, schema, data } of rows) {
      if (isRecordType(type)) records.set(id, { type, data: upcast(type, schema, data) });
    }
    const catalogue = new Catalogue(records);
    kept.set(tenant, { as, catalogue });
    return catalogue;
  };
}
