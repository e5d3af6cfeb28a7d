import { randomUUID } from 'node:crypto';
import { fordelaAkt } from '../../shared/domain/person/fordela.ts';
import type { Act } from '../sync/act.ts';
import type { Job } from './jobs.ts';

export const divideName = 'divide-akter';

/**
 * Akter of several units from the time when each unit read all of them are divided, each part to the unit whose it is (OSL 26:1).
 * @param undivided kunder in whose akter something says of no unit whose it is
 */
export const divideAkter = (undivided: (tenant: string) => Promise<string[]>, act: Act): Job => ({
  name: divideName,
  cron: '*/5 * * * *',
  async run(tenant) {
    // Some at a time, until none is left that was not tried.
    const tried = new Set<string>();
    for (let left = await undivided(tenant); left.some((id) => !tried.has(id)); left = await undivided(tenant)) {
      for (const personId of left) {
        tried.add(personId);
        await act(tenant, 'Fördelning', { id: randomUUID(), name: fordelaAkt.name, version: fordelaAkt.version, input: { personId } });
      }
    }
  },
});
