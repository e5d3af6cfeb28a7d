import { plusDygn } from '../../shared/util/datum.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';

/** So long it can be seen of a notice what became of it, and where it went. */
const keptDays = 400;

/** Takes away what was settled long ago. A day on which it is not run is made good by the next. */
export const dropOldNotices = (drop: (tenant: string, doneBefore: string) => Promise<void>, clock: Clock): Job => ({
  name: 'drop-old-notices',
  cron: '17 4 * * *',
  run: (tenant) => drop(tenant, plusDygn(clock.now(), -keptDays).toISOString()),
});
