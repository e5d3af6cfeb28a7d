import { plusDygn } from '../../shared/util/datum.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';

/** Commands after which there is something to tell somebody who has applied by the e-service. */
export const tellsApplicant = (command: string): boolean => command.startsWith('eansokan.') && command !== 'eansokan.skydda';

/** A draft that nobody has saved for so long is taken away; its page says so. */
const draftDays = 90;

/**
 * What citizens have sent in and the inbox has not got (the register of residents was silent, a node ended) is handed over; what has become of
 * the others is told them; old drafts are taken away.
 */
export const followAnsokningar = (
  on: {
    handOver(tenant: string): Promise<void>;
    follow(tenant: string): Promise<void>;
    dropOldDrafts(tenant: string, savedBefore: string): Promise<void>;
  },
  clock: Clock,
): Job => ({
  name: 'follow-ansokningar',
  cron: '*/5 * * * *',
  async run(tenant) {
    await on.handOver(tenant);
    await on.follow(tenant);
    await on.dropOldDrafts(tenant, plusDygn(clock.now(), -draftDays).toISOString());
  },
});
