import { randomUUID } from 'node:crypto';
import { kirSvar } from '../../shared/domain/kir/kir-svar.ts';
import { aktScope } from '../../shared/domain/records.ts';
import { ejKontrollerade } from '../store/ej-kontrollerade.ts';
import { lockScope, stateOf } from '../store/scope.ts';
import { findTenant, listTenants, takeVersions } from '../store/tenant.ts';
import { writeScope } from '../store/write-scope.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { type Kir, KirUnavailable } from './kir.ts';

/** Asked about at one time; the rest at the next. */
const most = 100;

/**
 * Asks the register about kunder who were registered while it could not be reached, and lays its answer in their akt as a
 * proposal (FRAGA-05). Ends quietly when the register still does not answer: they are asked about next time.
 * @returns how many answers were laid down
 */
export async function reconcileKir({ store, clock }: SyncDependencies, kir: Kir, tenantName: string): Promise<number> {
  const rows = await ejKontrollerade(store.db, tenantName, most);
  let answers = 0;
  try {
    for (const { id, data } of rows) {
      const { personnummer, nummerSlag } = data;
      // A number the municipality made up itself is in no register.
      if (nummerSlag === 'interim') continue;
      const post = await kir.sok(personnummer);
      const wrote = await store.db.transaction().execute(async (tx) => {
        const tenant = await findTenant(tx, tenantName);
        if (!tenant) return false;
        const scope = await lockScope(tx, tenantName, aktScope(id));
        const state = stateOf(scope, await store.catalogueOf(tx, tenant));
        const changes = kirSvar(state, id, post ?? null, { forslagId: randomUUID(), now: clock.now().toISOString() });
        if (changes.length > 0) await writeScope(tx, tenantName, scope, changes, await takeVersions(tx, tenantName));
        return changes.length > 0;
      });
      if (wrote) answers += 1;
    }
  } catch (error) {
    if (!(error instanceof KirUnavailable)) throw error;
  } finally {
    if (answers > 0) await store.poke(tenantName);
  }
  return answers;
}

/** Asks again this often: the register may have been closed when a kund was registered. */
const everyMs = 5 * 60 * 1000;

/** Reconciles soon after a registration, and from time to time; one round at a time. */
export function keepReconciled(on: SyncDependencies, kir: Kir, onError: (error: unknown) => void) {
  let running: Promise<unknown> = Promise.resolve();
  const soon = (tenant: string): void => {
    running = running.then(() => reconcileKir(on, kir, tenant)).catch(onError);
  };
  const timer = setInterval(() => {
    listTenants(on.store.db).then((tenants) => {
      for (const { tenant } of tenants) soon(tenant);
    }, onError);
  }, everyMs);
  return {
    soon,
    /** Waits for the round under way. */
    async close(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
