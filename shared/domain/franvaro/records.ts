import { z } from 'zod';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

export const langstBeskrivning = 200;

/** What a user says of a frånvaro (PFRAN-08, PFRAN-09). */
export const franvarofalt = {
  /** Known before it began (PFRAN-01). */
  planerad: z.boolean(),
  /** A name of the value list `franvaroorsak`. */
  orsak: line(120).min(1),
  beskrivning: line(langstBeskrivning).optional(),
  fran: day,
  /** The day the kund is back; none while that is not known. */
  till: day.optional(),
  /** Whether the kund ate a meal of the unit on the first day, and on the last: such a day is no whole day without kost (FRAGA-57). */
  kostForsta: z.boolean(),
  kostSista: z.boolean(),
};

/** That a kund is away from the unit that carries out a verkställighet. It changes the fee, and neither the verkställighet nor the order (FRAGA-59). */
const franvaro = z.looseObject({
  ...enhetens,
  verkstallighetId: id,
  ...franvarofalt,
  registrerad: signatur,
  andrad: signatur.optional(),
  /**
   * The verkställighet was ended, and this with it (FORB-82): the end it had before; `utgar` of one that had not begun, and never does. Opened
   * again the verkställighet gives it back.
   */
  medVerkstallighet: signatur.extend({ tidigareTill: day.optional(), utgar: z.literal(true).optional() }).optional(),
  felmarkering: signatur.extend({ orsak: line(500) }).optional(),
  rev: id,
});
export type Franvaro = z.infer<typeof franvaro>;

export const franvaroRecord = defineRecord({
  type: 'franvaro',
  schema: franvaro,
  readers: ({ huvud }, { byVerkstallighet }) => utforarens(byVerkstallighet.get(huvud.verkstallighetId)),
  avgiftsgrund: true,
  vagg: 'verkstallighetId',
  ord: 'Frånvaro',
  namn: ({ fran, till }) => `Frånvaro ${fran} – ${till ?? 'öppen'}`,
});

/** Why an underlag is sent: the frånvaro is long, or was registered late (FRAGA-56); or what was sent before is no longer so. */
const underlagsskalen = ['lang', 'sen', 'rattelse'] as const;
export type Underlagsskal = (typeof underlagsskalen)[number];

/**
 * What the utförare told the avgiftshandläggare of a long frånvaro (PFRAN-04, PFRAN-05, FORB-81): the days and the kundnummer, and no more. Never changed:
 * when the frånvaro is, another is sent.
 */
const franvarounderlag = z.looseObject({
  ...enhetens,
  franvaroId: id,
  verkstallighetId: id,
  kundnummer: z.string().max(20),
  fran: day,
  till: day.optional(),
  /** The last day that is counted: the last of the frånvaro, or of one without an end the day it was counted to. */
  tom: day,
  dagar: z.int().min(0),
  dagarUtanKost: z.int().min(0),
  /** What the rule made of it, where the utförare said another number (FRAGA-57). */
  raknade: z.int().min(0).optional(),
  skal: z.enum(underlagsskalen),
  skickat: signatur,
});
export type Franvarounderlag = z.infer<typeof franvarounderlag>;

export const franvarounderlagRecord = defineRecord({
  type: 'franvarounderlag',
  schema: franvarounderlag,
  readers: ({ huvud }, { byVerkstallighet }) => utforarens(byVerkstallighet.get(huvud.verkstallighetId)),
  avgiftsgrund: true,
  vagg: 'verkstallighetId',
  ord: 'Underlag om frånvaro',
  namn: ({ fran, tom }) => `Underlag ${fran} – ${tom < fran ? 'öppen' : tom}`,
});

const utforarens = (bucket: string | undefined): string[] => (bucket === undefined ? [] : [bucket]);
