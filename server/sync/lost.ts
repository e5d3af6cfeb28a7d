import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { Caller } from '../identity/identity.ts';
import type { SyncDependencies } from './dependencies.ts';
import { tenantGone, userGone } from './refusals.ts';

/** Of records that a client still has, those that its user's rights no longer reach: they go without anybody's word. */
export async function lostOf({ store }: SyncDependencies, caller: Caller, ids: string[]): Promise<{ lost: string[] }> {
  const tenant = await store.findTenant(caller.tenant);
  if (!tenant) throw tenantGone();
  const anvandare = (await store.catalogueOf(tenant)).actor(caller.anvandareId);
  if (!anvandare) throw userGone();
  return { lost: await store.recordsBeyond({ tenant: caller.tenant, readable: bucketsOfAnvandare(anvandare) }, ids) };
}
