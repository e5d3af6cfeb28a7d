import { z } from 'zod';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { samtyckesandamal } from '../katalog/records.ts';
import { defineRecord } from '../record.ts';

/** How a samtycke is given, and taken back. */
export const samtyckessatt = ['skriftligt', 'muntligt', 'eTjanst'] as const;
export type Samtyckessatt = (typeof samtyckessatt)[number];

/** Taken back: from that day on it counts nowhere. */
const aterkallat = z.looseObject({
  dag: day,
  hur: z.enum(samtyckessatt),
  /** Who took it back: the kund, or one who speaks for them. */
  av: line(120).min(1),
  registrerat: signatur,
});

/**
 * What a kund has agreed to (OSL 10:1, 12:2): what, to whom and how long, as the unit that asked was told it. What is registered is
 * never changed: it is taken back, or marked as wrong and registered anew.
 */
const samtycke = z.looseObject({
  ...enhetens,
  /** A value of the municipality's list, as it was called that day. */
  avser: line(120).min(1),
  /** What that value then allowed: a list that is changed later makes no samtycke wider. */
  tillater: z.array(z.enum(samtyckesandamal)).min(1),
  /** One of Kontaktuppgifter, as they were then called, or an organisation by its name. */
  till: z.looseObject({ kontaktId: id.optional(), namn: line(200).min(1) }),
  fran: day,
  /** Absent = until it is taken back. */
  tom: day.optional(),
  hur: z.enum(samtyckessatt),
  /** The document of the akt that it stands in. */
  dokumentId: id.optional(),
  /** Who received it, and which day. */
  mottaget: z.looseObject({ dag: day, av: line(120).min(1) }),
  registrerat: signatur,
  aterkallat: aterkallat.optional(),
  felmarkering: signatur.extend({ orsak: line(500) }).optional(),
  /** To a contact who is a kund with skyddad folkbokföring: read by the smallest circle alone, as the contact is. */
  skyddad: z.literal(true).optional(),
});
export type Samtycke = z.infer<typeof samtycke>;

export const samtyckeRecord = defineRecord({
  type: 'samtycke',
  schema: samtycke,
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Samtycke',
  namn: ({ avser, fran }) => `${avser} ${fran}`,
});
