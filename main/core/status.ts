import type { StatusVy } from '../../shared/ipc/views.ts';
import type { IsoInstant } from '../../shared/util/datum.ts';
import type { Replica } from '../services/ports.ts';
import type { SyncStatus } from '../sync/ports.ts';

type Disk = {
  /** When the user's last write reached the disk. */
  sparad: IsoInstant | null;
  full: boolean;
};

type Own = {
  utkast: number;
  /** Documents that are received, and whose bytes stand nowhere but here. */
  bytes: number;
};

/** What the status bar shows of a signed-in user's replica. A document is unsent until both its record and its bytes are received. */
export function statusOf(
  sync: SyncStatus,
  replica: Pick<Replica, 'outboxCounts'>,
  { utkast, bytes }: Own,
  { sparad, full }: Disk,
): StatusVy {
  const { unsent, refused, conflicts } = replica.outboxCounts();
  return {
    ...sync,
    osanda: unsent + bytes,
    attAtgarda: refused,
    konflikter: conflicts,
    utkast,
    sparad,
    ...(full ? { diskenFull: true } : {}),
  };
}

/** Nobody is signed in: nothing is fetched and nothing waits. @param since when that began */
export const signedOutStatus = (since: IsoInstant): StatusVy => ({
  ansluten: false,
  sedan: since,
  hamtad: null,
  osanda: 0,
  attAtgarda: 0,
  konflikter: 0,
  utkast: 0,
  fas: 'vilar',
  antalStammer: null,
  sparad: null,
});
