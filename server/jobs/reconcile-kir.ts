import { randomUUID } from 'node:crypto';
import { svaraKir } from '../../shared/domain/kir/svar.ts';
import { utanAdress } from '../../shared/domain/person/kir-utan-adress.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { starkastSkydd } from '../../shared/domain/person/skydd.ts';
import { type Kir, KirUnavailable } from '../kir/kir.ts';
import type { Act } from '../sync/act.ts';
import type { Job } from './jobs.ts';

/**
 * Asks the register about kunder who were registered while it could not be reached, and lays its answer in their akt as a
 * proposal (FRAGA-05). Ends quietly when the register still does not answer: they are asked about next time.
 * @param ejKontrollerade some whom it has not been asked about, the oldest first
 */
export const reconcileKir = (ejKontrollerade: (tenant: string) => Promise<{ id: string; data: Person }[]>, act: Act, kir: Kir): Job => ({
  name: 'reconcile-kir',
  // The register may have been closed when a kund was registered.
  cron: '*/5 * * * *',
  async run(tenant) {
    for (const { id: personId, data } of await ejKontrollerade(tenant)) {
      // A number the municipality made up itself is in no register.
      if (data.nummerSlag === 'interim') continue;
      try {
        const post = await kir.sok(data.personnummer);
        const open = starkastSkydd(data.skydd, post?.skydd ?? 'ingen') === 'ingen';
        const input = { personId, forslagId: randomUUID(), ...(post ? { post: open ? post : utanAdress(post) } : {}) };
        await act(tenant, 'Folkbokföringen', { id: randomUUID(), name: svaraKir.name, version: svaraKir.version, input });
      } catch (error) {
        if (error instanceof KirUnavailable) return;
        throw error;
      }
    }
  },
});
