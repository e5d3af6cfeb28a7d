import { nowOf } from '../services/service.ts';
import { storedContact } from './contact.ts';
import type { CoreDeps } from './deps.ts';
import { describeError } from './log.ts';
import { belongsTo, contactKey } from './replica-settings.ts';
import { serverAddress } from './server-address.ts';
import { isDamage, openUserReplica, type UserReplica } from './user-replica.ts';

/**
 * The server refused the sign-in, for the account is closed: the replica here remembers it, so that pulling out the network opens
 * nothing. A damaged one is put aside for it: what can be read of that later would not know. What another server than the
 * replica's says closes nothing here.
 */
export async function rememberClosed(deps: CoreDeps, userId: string): Promise<void> {
  const { replica } = await openOrSalvage(deps, userId);
  try {
    if (!belongsTo(replica, serverAddress(deps.serverUrl))) return;
    const stored = storedContact(replica.setting(contactKey), replica.agreedAt());
    replica.setSetting(contactKey, { ...stored, stangt: stored.stangt ?? nowOf(deps.clock) });
  } finally {
    replica.close();
  }
}

async function openOrSalvage(deps: CoreDeps, userId: string): Promise<UserReplica> {
  try {
    return await openUserReplica(deps, userId, { known: true });
  } catch (error) {
    if (!isDamage(error)) throw error;
    deps.log({ event: 'damaged-replica', ...describeError(error) });
    return openUserReplica(deps, userId, { known: true, damage: error });
  }
}
