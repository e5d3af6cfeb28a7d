import type { Store } from '../store/store.ts';
import { StartupError } from '../util/startup-error.ts';
import type { Vault } from './vault.ts';

/** Documents, and their bytes in all, that count as received. */
export type Lost = { documents: number; bytes: number };

/**
 * A municipality's blob store is lost for good, and what is there now is to take its place: what had been received counts as not received,
 * so that computers that have it send it again, and the store gets the mark without which nothing is kept in it. Without `confirmed` it
 * only says what that would be.
 * @param at now
 * @throws StartupError `tenant-missing`; `bad-setting` when the store has its mark and so is not lost
 */
export async function blobStoreLost(
  store: Pick<Store, 'findTenant' | 'countReceived' | 'forgetReceived'>,
  vault: Vault,
  { tenant, confirmed, at }: { tenant: string; confirmed: boolean; at: string },
): Promise<Lost> {
  if (!(await store.findTenant(tenant))) throw new StartupError('tenant-missing', 'The database has no such municipality.');
  if (await vault.isThere(tenant))
    throw new StartupError('bad-setting', `The blob store has the mark of ${tenant}: it is not lost, and nothing was changed.`);
  const lost = await store.countReceived(tenant);
  if (!confirmed) return lost;
  // In this order: cut between the two, the store is still away, and nobody is told that what is gone is there.
  await store.forgetReceived(tenant, at);
  await vault.mark(tenant);
  return lost;
}
