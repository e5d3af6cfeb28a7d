import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';

/** A piece that is on its way takes less; one that is left behind may lie so long. */
const strayMs = 3_600_000;

/**
 * Pieces of documents that count for nothing: left by a crash, come second, or found to be changed.
 * @param stray some that were begun before a time
 * @param remove the bytes first, then that they are known
 */
export const clearStrayParts = (
  stray: (tenant: string, before: string) => Promise<string[]>,
  remove: (tenant: string, object: string) => Promise<void>,
  clock: Clock,
): Job => ({
  name: 'clear-stray-parts',
  cron: '23 * * * *',
  async run(tenant) {
    const before = new Date(clock.now().getTime() - strayMs).toISOString();
    for (let found = await stray(tenant, before); found.length > 0; found = await stray(tenant, before)) {
      for (const object of found) await remove(tenant, object);
    }
  },
});
