import { z } from 'zod';
import { id, line } from '../fields.ts';
import { defineRecord } from '../record.ts';

export const kontaktTyper = ['anhorig', 'godMan', 'foretradare', 'vardnadshavare', 'ovrig'] as const;

/** A row of Kontaktuppgifter (PERS-03). */
export const kontakt = z.looseObject({
  typ: z.enum(kontaktTyper),
  namn: line(200).min(1),
  relation: line(80).optional(),
  telefon: line(40).optional(),
  epost: line(120).optional(),
  adress: line(200).optional(),
  anteckning: line(2000).optional(),
  /** Changed by every save; a save built on another revision is refused instead of overwriting. */
  rev: id,
});
export type Kontakt = z.infer<typeof kontakt>;

export const kontaktRecord = defineRecord({
  type: 'kontakt',
  schema: kontakt,
  readers: 'enheterna',
  ord: 'Kontaktuppgift',
  namn: ({ namn }) => namn,
});
