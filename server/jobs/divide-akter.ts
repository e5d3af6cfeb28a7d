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
    for (const personId of await undivided(tenant)) {
      await act(tenant, 'Fördelning', { id: randomUUID(), name: fordelaAkt.name, version: fordelaAkt.version, input: { personId } });
    }
  },
});
