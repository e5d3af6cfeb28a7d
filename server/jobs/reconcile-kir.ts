import { randomUUID } from 'node:crypto';
import { postForAkten } from '../../shared/domain/kir/kir-svar.ts';
import { svaraKir } from '../../shared/domain/kir/svar.ts';
import { utanAdress } from '../../shared/domain/person/kir-utan-adress.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { starkastSkydd } from '../../shared/domain/person/skydd.ts';
import { type Kir, KirUnavailable, KirUnreadable } from '../kir/kir.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';

const passedOverMs = 6 * 60 * 60_000;

/**
 * Asks the register about kunder who were registered while it could not be reached, and lays its answer in their akt as a
 * proposal (FRAGA-05). Ends quietly when the register still does not answer: they are asked about next time. One whose answer cannot be
 * read, or laid in the akt, takes nothing from those behind: it is passed over for some hours.
 * @param ejKontrollerade some whom it has not been asked about, the oldest first, but for those passed over
 * @param onUnread for operations
 */
export function reconcileKir(
  ejKontrollerade: (tenant: string, passedOver: string[]) => Promise<{ id: string; data: Person }[]>,
  act: Act,
  kir: Kir,
  { clock, onUnread }: { clock: Clock; onUnread: (cause: unknown, akt: { tenant: string; personId: string }) => void },
): Job {
  /** Until when each is passed over. */
  const until = new Map<string, number>();

  async function reconcile(tenant: string, personId: string, data: Person): Promise<void> {
    const answer = await kir.sok(data.personnummer);
    const post = answer && postForAkten(answer);
    const open = starkastSkydd(data.skydd, post?.skydd ?? 'ingen') === 'ingen';
    const input = { personId, forslagId: randomUUID(), ...(post ? { post: open ? post : utanAdress(post) } : {}) };
    const command = { id: randomUUID(), name: svaraKir.name, version: svaraKir.version, input };
    const { outcome, ...result } = await act(tenant, 'Folkbokföringen', command);
    if (outcome === 'refused') throw new KirUnreadable(`The answer was refused: ${'code' in result ? result.code : ''}`);
  }

  return {
    name: 'reconcile-kir',
    // The register may have been closed when a kund was registered.
    cron: '*/5 * * * *',
    async run(tenant) {
      const now = clock.now().getTime();
      for (const [personId, end] of until) if (end <= now) until.delete(personId);
      for (const { id: personId, data } of await ejKontrollerade(tenant, [...until.keys()])) {
        try {
          await reconcile(tenant, personId, data);
        } catch (error) {
          const isOwn = error instanceof KirUnreadable || error instanceof TypeError;
          if (error instanceof KirUnavailable && !isOwn) return;
          if (!isOwn) throw error;
          until.set(personId, now + passedOverMs);
          onUnread(error, { tenant, personId });
        }
      }
    },
  };
}
