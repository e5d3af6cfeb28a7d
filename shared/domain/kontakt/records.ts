import { z } from 'zod';
import { id, line } from '../fields.ts';
import { defineRecord } from '../record.ts';

export const kontaktTyper = ['anhorig', 'godMan', 'foretradare', 'vardnadshavare', 'ovrig'] as const;

/** A row of Kontaktuppgifter (PERS-03). */
const kontakt = z.looseObject({
  typ: z.enum(kontaktTyper),
  namn: line(200).min(1),
  /** In twelve characters; ties the contact to the kund they may be, whose protection they have (FRAGA-62). */
  personnummer: z.string().max(13).optional(),
  relation: line(80).optional(),
  telefon: line(40).optional(),
  epost: line(120).optional(),
  adress: line(200).optional(),
  anteckning: line(2000).optional(),
  /** Changed by every save; a save built on another revision is refused instead of overwriting. */
  rev: id,
  /** The contact is a kund with skyddad folkbokföring: read by the smallest circle alone, in whoever's akt. */
  skyddad: z.boolean().optional(),
  /** The contact is a kund whose details are protected, in whatever way: no `adress` stands here then. */
  adressSkyddad: z.literal(true).optional(),
});
/** What the form of a contact holds. */
const { personnummer, skyddad: _, adressSkyddad: __, ...utanNummer } = kontakt.shape;
export const kontaktFaltUtanNummer = z.strictObject(utanNummer);
/** Null = none; left out, as by an older program, it stays. */
export const kontaktFalt = kontaktFaltUtanNummer.extend({ personnummer: personnummer.nullable().optional() });
export type KontaktFalt = z.infer<typeof kontaktFalt>;
export type Kontakt = z.infer<typeof kontakt>;

export const kontaktRecord = defineRecord({
  type: 'kontakt',
  schema: kontakt,
  readers: 'enheterna',
  vagg: 'gemensam',
  ord: 'Kontaktuppgift',
  namn: ({ namn }) => namn,
});
