import type { Job } from './jobs.ts';

/** Commands after which a kund may have another handläggare. */
export const tellsKontakt = (command: string): boolean => /^(utredning|beslut|lass|arende|verkstallighet)\./.test(command);

/**
 * Keeps what the e-service shows of a kund's handläggare (MEDB-04) as the records are.
 * @param follow takes over what has been written since, some of it; answers whether there may be more
 */
export const followKontakter = (follow: (tenant: string) => Promise<boolean>): Job => ({
  name: 'follow-kontakter',
  cron: '*/5 * * * *',
  async run(tenant) {
    while (await follow(tenant));
  },
});
