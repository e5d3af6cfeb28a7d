import { katalogScope } from '../../shared/domain/scope.ts';
import { bulkLoad, type LoadedRecord, type LoadedScope } from './bulk-load.ts';
import { patientDatabaseOf } from './database-of.ts';
import type { Store } from './store.ts';
import { ensureTenant } from './tenant.ts';

/**
 * Makes a tenant with records of any scopes, in one transaction.
 * @returns the tenant's epoch
 */
export async function seedTenant(store: Store, tenant: string, kommun: string, records: Iterable<LoadedRecord>): Promise<string> {
  const scopes = new Map<string, LoadedScope>([[katalogScope, []]]);
  for (const record of records) {
    const scope = scopes.get(record.scope);
    if (scope) scope.push(record);
    else scopes.set(record.scope, [record]);
  }
  const { epoch } = await patientDatabaseOf(store)
    .transaction()
    .execute(async (tx) => {
      const made = await ensureTenant(tx, tenant, kommun);
      const filled = [...scopes.values()].filter((scope) => scope.length > 0);
      await bulkLoad(tx, tenant, filled);
      return made;
    });
  await store.poke(tenant);
  return epoch;
}
