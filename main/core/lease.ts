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
