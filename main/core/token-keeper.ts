import { z } from 'zod';
import type { Replica } from '../services/ports.ts';
import type { CoreDeps } from './deps.ts';
import { patience } from './identity.ts';

const tokenKey = 'karna:token';
/** A server that refuses what it has just given must not be asked in a loop. */
const renewMs = 60_000;

/**
 * The user's token, kept encrypted in their own replica; renewed when the server no longer takes it.
 * @param itsOwn the server is the replica's own: another never sees the token that this one has given
 */
export function createTokenKeeper(
  { identity, clock }: CoreDeps,
  replica: Pick<Replica, 'setting' | 'setSetting'>,
  userId: string,
  itsOwn: boolean,
) {
  const stored = z.object({ token: z.string() }).safeParse(replica.setting(tokenKey));
  let token: string | null = (itsOwn ? stored.data?.token : undefined) ?? null;
  let asked: number | undefined;
  let open = true;

  function store(given: { token: string; expires: string }): void {
    token = given.token;
    replica.setSetting(tokenKey, { token, expires: given.expires });
  }
  return {
    current: () => token,
    store,
    /** The one that is kept is of a server that is the replica's no longer. */
    drop: (): void => replica.setSetting(tokenKey, null),
    /** @returns `new` when there is a token to try with; `closed` when the server says that the account is */
    async renew(): Promise<'new' | 'closed' | undefined> {
      const now = clock.now().getTime();
      if (asked !== undefined && now - asked < renewMs) return undefined;
      asked = now;
      const answer = await identity.signIn(userId, patience.long);
      // The user may have signed out while the server was asked: their replica is closed then.
      if (!open) return undefined;
      if (!answer.ok) return answer.code === 'forbidden' ? 'closed' : undefined;
      store(answer.value);
      return 'new';
    },
    stop(): void {
      open = false;
    },
  };
}
