import { randomUUID } from 'node:crypto';
import type { Answer, Portal } from './route.ts';

/** Whether it was done, or shown: a refusal is none of that. */
export const isDone = (answer: Answer): boolean => !('sida' in answer) || (answer.sida.status ?? 200) < 400;

/**
 * Tells the access log what a citizen has read or done.
 * @param of whose it was; undefined = the citizen's own, where they are a kund
 */
export async function logAccess(
  { store, tenant }: Pick<Portal, 'store' | 'tenant'>,
  { personnummer, now, of }: { personnummer: string; now: string; of?: string | undefined },
  what: string,
): Promise<void> {
  const personId = of ?? (await store.kunderByNumber(tenant, [personnummer]))[0]?.id ?? null;
  const by = { tenant, anvandareId: `medborgare ${personnummer}`, clientId: 'portal', serverAt: now };
  await store.appendAccess(by, [{ id: randomUUID(), at: now, action: 'last', personId, detail: `e-tjänsten: ${what}` }]);
}
