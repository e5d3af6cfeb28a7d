import { randomUUID } from 'node:crypto';
import { fordelaAkt } from '../../shared/domain/person/fordela.ts';
import type { Act } from '../sync/act.ts';
import type { Job } from './jobs.ts';

export const divideName = 'divide-akter';

/**
 * Akter of several units from the time when each unit read all of them are divided, each part to the unit whose it is (OSL 26:1).
 * @param undivided kunder in whose akter something says of no unit whose it is
 */
export const divideAkter = (undivided: (tenant: string, tried: string[]) => Promise<string[]>, act: Act): Job => ({
  name: divideName,
  cron: '*/5 * * * *',
  async run(tenant) {
    // Some at a time, until none is left that was not tried: however many cannot be divided, they hide no other.
    const tried: string[] = [];
    for (let left = await undivided(tenant, tried); left.length > 0; left = await undivided(tenant, tried)) {
      for (const personId of left) {
        tried.push(personId);
        await act(tenant, 'Fördelning', { id: randomUUID(), name: fordelaAkt.name, version: fordelaAkt.version, input: { personId } });
      }
    }
  },
});
