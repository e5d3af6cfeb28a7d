import { z } from 'zod';
import { id, line } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** A member of the kund's hushåll (HUSH-05). `personId` when the member is a person of the register. */
export const hushallsmedlem = z.looseObject({
  personId: id.optional(),
  namn: line(200),
  personnummer: z.string().max(13).optional(),
  relation: line(80),
  vardnadshavare: z.boolean(),
  registerledare: z.boolean(),
  rev: id.optional(),
  /** The member is a kund with skyddad folkbokföring: read by the smallest circle alone, whoever's hushåll it is (FRAGA-62). */
  skyddad: z.boolean().optional(),
});
export type Hushallsmedlem = z.infer<typeof hushallsmedlem>;

export const hushallsmedlemRecord = defineRecord({
  type: 'hushallsmedlem',
  schema: hushallsmedlem,
  readers: 'enheterna',
  vagg: 'gemensam',
  ord: 'Hushållsmedlem',
  namn: ({ namn }) => namn,
});
