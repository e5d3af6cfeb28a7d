import { z } from 'zod';
import { id } from './fields.ts';
import type { Bucket } from './readers.ts';

const kod = z.string().min(1).max(40);
/** A shared mailbox of a unit (gemensam brevlåda), as the catalogue names it. */
export const brevladeref = z.strictObject({ enhet: kod, kod });
export type Brevladeref = z.infer<typeof brevladeref>;

/** Where a message lies: with a user, in a shared mailbox, or before a whole unit (FORB-72). */
export const lada = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('anvandare'), anvandareId: id }),
  z.strictObject({ slag: z.literal('brevlada'), ...brevladeref.shape }),
  z.strictObject({ slag: z.literal('enhet'), enhet: kod }),
]);
export type Lada = z.infer<typeof lada>;

/** A folder of messages: a user's own, or a place that several read. */
export const brevmapp = z.union([
  z.strictObject({ slag: z.enum(['inkorg', 'skickat', 'borttaget', 'rensa']) }),
  z.strictObject({ slag: z.literal('lada'), lada }),
]);
export type Brevmapp = z.infer<typeof brevmapp>;

/** The same for the same one, whoever made it. */
export const ladnyckel = (en: Lada): string =>
  en.slag === 'anvandare' ? `anvandare/${en.anvandareId}` : en.slag === 'brevlada' ? `brevlada/${en.enhet}/${en.kod}` : `enhet/${en.enhet}`;

/**
 * Who reads what lies there. What is about a kund is one unit's (OSL 26:1): it lies with a user for as long as they are of that unit.
 * @param enhet the unit whose kund it is about; undefined = it is about none
 */
export function ladbucket(en: Lada, enhet: string | undefined): Bucket {
  if (en.slag === 'brevlada') return brevladebucket(en);
  if (en.slag === 'enhet') return `org:${en.enhet}`;
  return enhet === undefined ? `anvandare:${en.anvandareId}` : anvandarbucket(en.anvandareId, enhet);
}
export const anvandarbucket = (anvandareId: string, enhet: string): Bucket => `anvandare:${anvandareId}:${enhet}`;
export const brevladebucket = ({ enhet, kod: one }: Brevladeref): Bucket => `brevlada:${enhet}:${one}`;
