import type { AccessEntry } from './ports.ts';
import { nowOf, type ServicePorts } from './service.ts';

/** A view is fetched anew at every change, and the same search asked again: within this time it is one reading, in milliseconds. */
const sammaLasning = 30 * 60_000;

/**
 * What the user reads and searches for without opening an akt, for the access log (FRAGA-62): one row for each person, thing and reason in half an hour,
 * however often the view fetches it.
 */
export function createLoggade({ replica, clock, newId }: Pick<ServicePorts, 'replica' | 'clock' | 'newId'>) {
  const senast = new Map<string, number>();
  return (entry: Pick<AccessEntry, 'action' | 'personId' | 'detail'>): void => {
    const at = nowOf(clock);
    const nu = Date.parse(at);
    const nyckel = [entry.action, entry.personId, entry.detail].join(' ');
    const forra = senast.get(nyckel);
    // A clock that was turned back has not seen it.
    if (forra !== undefined && forra <= nu && nu - forra < sammaLasning) return;
    replica.logAccess({ id: newId(), at, ...entry });
    senast.set(nyckel, nu);
  };
}
