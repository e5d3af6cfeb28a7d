import { z } from 'zod';
import type { IsoInstant } from '../../shared/util/datum.ts';
import type { Clock } from '../services/ports.ts';
import { clockIsBehind, leaseExpired } from './lease.ts';

/** Instants are of this computer's clock: how much time has passed is only ever told by one clock. */
export type Contact = {
  /** When the server last answered this user: the latest contact, whatever the clock said at an earlier one. */
  at: IsoInstant | null;
  /** The latest time seen since: a clock before it has been turned back. */
  newest: IsoInstant | null;
  /** The server has said that this account is closed, and nothing else since. */
  stangt?: IsoInstant | undefined;
};
const contact = z.object({ at: z.string().nullable(), newest: z.string().nullable(), stangt: z.string().optional() });

/** Why a signed-in user may not read. */
export type Lock = 'kontot-stangt' | 'lasen-utgatt';

/** What lies in the replica; a time alone, or none, from versions before this one. @param agreedAt when it last agreed with the server */
export function storedContact(value: unknown, agreedAt: IsoInstant | null): Contact {
  const { data } = contact.safeParse(value);
  if (data) return data;
  const [at = null] = [value, agreedAt]
    .filter((one) => typeof one === 'string')
    .sort()
    .reverse();
  return { at, newest: at };
}

/** Milliseconds of reading after which the time is put on disk anew. */
const keepMs = 60_000;

type Parts = { clock: Clock; leaseDays: number; stored: Contact; write: (contact: Contact) => void };

/** Whether this user may read what lies here: no longer than the lease, and not after the server has closed the account. */
export function createContactKeeper({ clock, leaseDays, stored, write }: Parts) {
  let now = stored;
  let written = stored;
  const time = () => clock.now().toISOString();

  function set(next: Contact): void {
    now = next;
    const since = Date.parse(next.newest ?? '') - Date.parse(written.newest ?? '');
    // A crash costs a minute of the lease at most, never a closed account or a clock that was put right.
    if (next.stangt === written.stangt && since >= 0 && since < keepMs) return;
    written = next;
    write(next);
  }

  return {
    current: (): Contact => now,
    lock(): Lock | undefined {
      if (now.stangt !== undefined) return 'kontot-stangt';
      const at = clock.now();
      return leaseExpired(now.at, at, leaseDays) || clockIsBehind(now.newest, at) ? 'lasen-utgatt' : undefined;
    },
    /** The server has answered this user. */
    reached: (): void => set({ at: time(), newest: time() }),
    closed(): void {
      if (now.stangt === undefined) set({ ...now, stangt: time() });
    },
    /** Something is read at this time. */
    seen(): void {
      if (now.newest === null || time() > now.newest) set({ ...now, newest: time() });
    },
  };
}
