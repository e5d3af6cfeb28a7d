import { z } from 'zod';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** Kinds of meetings, as lists call them. */
export const motesslag = {
  hembesok: 'Hembesök',
  kontoret: 'Möte på kontoret',
  telefon: 'Telefonmöte',
  video: 'Videomöte',
  sip: 'SIP',
  vardplanering: 'Vårdplanering',
} as const;
export type Motesslag = keyof typeof motesslag;
export const motesslagen = Object.keys(motesslag) as [Motesslag, ...Motesslag[]];

/** A time of day, `HH:MM`, by the clocks of Sweden. */
export const klockslag = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When, where and with whom, as it is planned. */
export const motesfalt = {
  slag: z.enum(motesslagen),
  dag: day,
  fran: klockslag,
  till: klockslag.optional(),
  plats: line(200).optional(),
  syfte: line(500).min(1),
  /** The kund takes part. */
  enskild: z.boolean(),
  /** Of Kontaktuppgifter. They are named where they stand: one may be protected later. */
  kontaktIds: z.array(id).max(20),
  anvandareIds: z.array(id).max(20),
  /** Others, by name. */
  andra: z.array(line(120).min(1)).max(20),
};

/** A meeting or a home visit: planned, and then held, or not to be (inställt). */
const mote = z.looseObject({
  ...enhetens,
  ...motesfalt,
  /** The utredning or beslut it is about, where it is about one. */
  hor: z.looseObject({ type: z.enum(['utredning', 'beslut']), id }).optional(),
  planerat: signatur,
  /** How many times it has been moved or changed: calendars ask which is the latest. */
  andringar: z.number().int().min(0),
  hallet: signatur.optional(),
  installt: signatur.extend({ orsak: line(500) }).optional(),
  /** It was noted by mistake: it stays in the akt, and counts nowhere. */
  felmarkering: signatur.extend({ orsak: line(500) }).optional(),
  rev: id,
});
export type Mote = z.infer<typeof mote>;

export const moteRecord = defineRecord({
  type: 'mote',
  schema: mote,
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Möte',
  namn: ({ slag, dag, fran }) => `${motesslag[slag]} ${dag} ${fran.replace(':', '.')}`,
});

/** To be held: neither held nor inställt, nor noted by mistake. */
export const isPlanerat = ({ hallet, installt, felmarkering }: Mote): boolean => !hallet && !installt && !felmarkering;
