import { randomUUID } from 'node:crypto';
import { levereraMeddelande } from '../../shared/domain/meddelande/ta-emot.ts';
import type { Act } from '../sync/act.ts';
import type { Job } from './jobs.ts';

type Waiting = { meddelandeId: string; gruppId: string; personId: string; bilagor: { personId: string; dokumentId: string }[] };

const after = ['etjanst.natt', 'etjanst.spara', 'godkannande.avsluta', 'arende.avsluta', 'samtycke.aterkalla', 'samtycke.felmarkera'];
/** After these a message that waited may be delivered, or never will be. */
export const mayDeliver = (command: string): boolean => after.includes(command);

/**
 * What was written before the e-service was on goes out when it is (FORB-63). The rule asks anew who may be written to: what was taken back meanwhile
 * is told to the sender, and nothing is sent.
 * @param onRefused for operations: it waits on, and is tried again by the clock
 */
export const deliverMessages = (
  waiting: (tenant: string) => Promise<Waiting[]>,
  act: Act,
  onRefused: (about: { tenant: string; meddelandeId: string; code: string }) => void,
): Job => ({
  name: 'deliver-messages',
  cron: '*/5 * * * *',
  async run(tenant) {
    for (const input of await waiting(tenant)) {
      const { name, version } = levereraMeddelande;
      const result = await act(tenant, 'E-tjänsten', { id: randomUUID(), name, version, input });
      if (result.outcome === 'refused') onRefused({ tenant, meddelandeId: input.meddelandeId, code: result.code });
    }
  },
});
