import { z } from 'zod';
import { andraId } from '../andra-id.ts';
import { day, enhetens, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** Where an activation stands (NATT-03); none has no record. */
const aktiveringslagen = ['vantarPaNatten', 'aktiv', 'misslyckades', 'avslutad'] as const;
export type Aktiveringslage = (typeof aktiveringslagen)[number];

/** Why the night could not activate: what is wrong with the number, or what the e-service answered. */
export const misslyckandeorsaker = ['utanNummer', 'svararInte', 'avvisad'] as const;
export type Misslyckandeorsak = (typeof misslyckandeorsaker)[number];

/** Why it ended: somebody chose so, its last day passed, the kund died, or what it rested on is gone. */
const slutorsaker = ['valt', 'slutdatum', 'avliden', 'samtycketSlut', 'kontaktenBorta'] as const;
export type Slutorsak = (typeof slutorsaker)[number];

/** What the night did last, and which night: the Swedish day it began in the small hours of. */
export const nattutfall = ['aktiverad', 'misslyckades', 'avslutad'] as const;

/** By what somebody is told, outside the e-service, that something has come in it. */
export const aviseringskanaler = ['sms', 'epost'] as const;
export type Aviseringskanal = (typeof aviseringskanaler)[number];

/** Why somebody was not told: `avbrott` = the server ended while it was sent, or got no answer, so that nobody knows. */
export const aviseringsfelorsaker = ['nekad', 'ogiltig', 'svarar-inte', 'ingen-tjanst', 'avbrott'] as const;
export type Aviseringsfelorsak = (typeof aviseringsfelorsaker)[number];

/** What has become of the welcome message. */
const valkomstslag = ['foreslaget', 'skickat', 'inte'] as const;

const aktivering = {
  lage: z.enum(aktiveringslagen),
  /** Who asked for it, and when; the latest, where it has ended between. */
  begard: signatur,
  /** The day from which it works; only of what is active, or was. */
  fungerarFran: day.optional(),
  natt: z.looseObject({ dag: day, utfall: z.enum(nattutfall) }).optional(),
  /** Of one that failed: why, how many nights in a row, and which night it is tried again. */
  misslyckande: z
    .looseObject({ orsak: z.enum(misslyckandeorsaker), svar: line(200).optional(), forsok: z.number().int().min(1), igen: day })
    .optional(),
  /** The latest time that they were not told: by what, why, and from which day it has been so. A user's save is the end of it. */
  uteblivenAvisering: z.looseObject({ kanal: z.enum(aviseringskanaler), orsak: z.enum(aviseringsfelorsaker), dag: day }).optional(),
  slut: signatur.extend({ orsak: z.enum(slutorsaker), skal: line(500).optional() }).optional(),
  /**
   * The welcome message (VALK-01, FORB-73): proposed by the night that activated them, to a user in the case of a unit, until somebody has sent it or said
   * no to it. Absent of what was activated before it was noted.
   */
  valkomst: z
    .looseObject({ slag: z.enum(valkomstslag), hos: id.optional(), enhet: z.string().max(40).optional(), av: signatur.optional() })
    .optional(),
  /** Changed by every save of a user, not by the night: what it does changes nothing that a form holds. */
  rev: id,
};
export type Aktivering = z.infer<z.ZodObject<typeof aktivering>>;

const antal = z.int().nonnegative();
/** Who failed, in a report: as many as are named. */
export const flestMisslyckade = 200;
export const nattrapportfalt = {
  natt: day,
  borjade: instant,
  /** Absent = it is not done: it is gone on with until it is. */
  klar: instant.optional(),
  /** When it could last not go on, for the e-service or the database gave no answer; only of what is not done. */
  avbruten: instant.optional(),
  aktiverade: antal,
  misslyckade: antal,
  avslutade: antal,
  /** Left as they were for a fault of their own, and told to operations. */
  olasta: antal,
  orsaker: z.array(z.looseObject({ orsak: z.enum(misslyckandeorsaker), antal })).max(misslyckandeorsaker.length),
  /** By ids alone: who may read the akt reads who it is there. */
  poster: z
    .array(z.looseObject({ personId: id, slag: z.enum(['etjanst', 'godkannande']), orsak: z.enum(misslyckandeorsaker) }))
    .max(flestMisslyckade),
};
/** What a night came to, for systemförvaltare (NATT-01). Of the catalogue, so that it is nobody's akt. */
const nattrapport = z.looseObject(nattrapportfalt);
export type Nattrapport = z.infer<typeof nattrapport>;

export const nattrapportRecord = defineRecord({
  type: 'nattrapport',
  schema: nattrapport,
  readers: 'systemforvaltarna',
  ord: 'Nattens körning',
  namn: ({ natt }) => `Nattens körning ${natt}`,
});

/** It is on, or will be: neither ended nor never begun. */
export const isOppen = ({ lage }: Pick<Aktivering, 'lage'>): boolean => lage !== 'avslutad';

/**
 * A kund's own e-service (EAKT-05 to -08): whether it is on, and how they are told that something has come. One for each kund, common to
 * the units, and read by the utförare (EAKT-13).
 */
const etjanst = z.looseObject({
  ...aktivering,
  /** They may be sent the income form (INK-02). */
  inkomstblankett: z.boolean(),
  /** Telefon 1 is the kund's own; telefon 2 is another, which stands here. */
  sms: z.looseObject({ telefon: z.union([z.literal(1), z.literal(2)]), nummer: line(40).optional() }).optional(),
  epost: line(120).optional(),
});
export type Etjanst = z.infer<typeof etjanst>;

/** Each kund has one, whoever activates it. */
export const etjanstId = (personId: string): string => andraId(personId, 100);

export const etjanstRecord = defineRecord({
  type: 'etjanst',
  schema: etjanst,
  readers: (_, { every }) => every,
  vagg: 'gemensam',
  ord: 'E-tjänst',
});

/** That somebody near may sign in to the e-service in the kund's place, from a day to a day (REL-01 to -09), as one unit approved it. */
const godkannande = z.looseObject({
  ...enhetens,
  ...aktivering,
  /** One of Kontaktuppgifter, as they were then called and numbered: whoever has the number later is not who was approved. */
  till: z.looseObject({ kontaktId: id, namn: line(200).min(1), personnummer: z.string().max(13) }),
  /** What it rests on; none of one who speaks for the kund by law or by fullmakt. */
  samtyckeId: id.optional(),
  fran: day,
  tom: day,
  /** Of use to the handläggare. */
  anteckning: line(2000).optional(),
  /** How they are told that something has come (FRAGA-45). */
  mobil: line(40).optional(),
  epost: line(120).optional(),
  /** The contact is a kund with skyddad folkbokföring: read by the smallest circle alone, as the contact is. */
  skyddad: z.literal(true).optional(),
});
export type Godkannande = z.infer<typeof godkannande>;

export const godkannandeRecord = defineRecord({
  type: 'godkannande',
  schema: godkannande,
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Godkänd närstående',
  namn: ({ fran, tom }) => `Godkänd närstående ${fran} – ${tom}`,
});
