import { randomUUID } from 'node:crypto';
import type { Anvandare } from '../../shared/domain/katalog/records.ts';
import { noteraKir } from '../../shared/domain/kir/notis.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';

/**
 * Tells each systemförvaltare that a user asks the register of residents unusually often (FRAGA-62): soon, in the product, and once a day
 * of each user, however often the limit is met.
 * @param anvandare all of the municipality
 * @param onFailed for operations: it could not be told, and is tried again the next time the limit is met
 */
export function tellKirLimit(
  anvandare: (tenant: string) => Promise<{ id: string; data: Anvandare }[]>,
  act: Act,
  { clock, onFailed }: { clock: Clock; onFailed: (cause: unknown, about: { tenant: string }) => void },
) {
  /** Of the latest day: who has been told of. The command itself takes effect once, whichever node tells. */
  let told = { day: '', who: new Set<string>() };

  return async (tenant: string, who: { anvandareId: string; namn: string }, asked: { minute: number; day: number }): Promise<void> => {
    const day = swedishDay(clock.now().toISOString());
    if (told.day !== day) told = { day, who: new Set() };
    const key = `${tenant} ${who.anvandareId}`;
    if (told.who.has(key)) return;
    told.who.add(key);
    try {
      for (const { id: till, data } of await anvandare(tenant)) {
        if (!data.aktiv || !data.roller.includes('systemforvaltare')) continue;
        const input = { till, ...who, minut: asked.minute, dygn: asked.day };
        await act(tenant, 'Folkbokföringen', { id: randomUUID(), name: noteraKir.name, version: noteraKir.version, input });
      }
    } catch (cause) {
      told.who.delete(key);
      onFailed(cause, { tenant });
    }
  };
}
