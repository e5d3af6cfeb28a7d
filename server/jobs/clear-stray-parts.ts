import { plusDygn } from '../../shared/util/datum.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';

/** A piece that is on its way takes less; one that is left behind may lie so long. */
const strayMs = 3_600_000;
/** So long bytes wait for a document: who sent them may send the message again. */
const orphanDays = 7;

type Parts = {
  /** Some that were begun before a time. */
  stray(tenant: string, before: string): Promise<string[]>;
  /** The bytes first, then that they are known. */
  remove(tenant: string, object: string): Promise<void>;
  /** Bytes of no document count no longer. */
  dropOrphans(tenant: string, before: string, at: string): Promise<void>;
};

/**
 * Pieces of documents that count for nothing: left by a crash, come second, found to be changed, or of a document that never was. */
export const clearStrayParts = ({ stray, remove, dropOrphans }: Parts, clock: Clock): Job => ({
  name: 'clear-stray-parts',
  cron: '23 * * * *',
  async run(tenant) {
    const now = clock.now();
    await dropOrphans(tenant, plusDygn(now, -orphanDays).toISOString(), now.toISOString());
    const before = new Date(now.getTime() - strayMs).toISOString();
    for (let found = await stray(tenant, before); found.length > 0; found = await stray(tenant, before)) {
      for (const object of found) await remove(tenant, object);
    }
  },
});
