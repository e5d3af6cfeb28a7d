import { type IsoInstant, plusDygn } from '../../shared/util/datum.ts';

/** Days a replica may be read with no contact with the server (ARCHITECTURE 7), unless the municipality sets another number. */
export const leaseDays = 14;

/**
 * True when the replica is to stay locked until the server has been reached. A user whose rights were withdrawn cannot
 * read on by keeping the network off.
 * @param contact when the server last answered this user; null when it never has
 */
export const leaseExpired = (contact: IsoInstant | null, now: Date, days: number): boolean =>
  contact === null || now > plusDygn(contact, days);

/** A clock is put right by seconds now and then. */
const adjustedMs = 5 * 60_000;

/** True when the clock has been turned back, and can no longer say how long the lease has lasted. */
export const clockIsBehind = (newest: IsoInstant | null, now: Date): boolean =>
  newest !== null && now.getTime() < Date.parse(newest) - adjustedMs;
