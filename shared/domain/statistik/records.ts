import { z } from 'zod';
import { sha256 } from '../dokument/records.ts';
import { day, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/**
 * The lists that are delivered to Socialstyrelsen (SoL 15:2, LSS 15 a §): insatser by LSS on a day, a row for each person; by SoL, a row for each
 * insats, what goes on when a month ends and what began or ended in it.
 */
export const register = ['lss', 'solPagaende', 'solForandrade'] as const;
export type Register = (typeof register)[number];

const kod = z.string().min(1).max(20);
/** Which insatser of the catalogue are told as one: by their own `kod`, or by the provision they are decided by (`lagrumKod`). */
const samma = {
  namn: line(120).min(1),
  insatser: z.array(z.string().max(80)).optional(),
  lagrum: z.array(z.string().max(40)).optional(),
};
const statistikinsats = z.looseObject({ kod, ...samma });
export type Statistikinsats = z.infer<typeof statistikinsats>;

const kolumn = z.looseObject({
  namn: line(80).min(1),
  /** What stands in it (`falt.ts`); of `harInsats` for which of the insatser. */
  falt: z.string().min(1).max(40),
  insats: kod.optional(),
  /** A row without it is refused. */
  kravs: z.boolean(),
  /** What may stand there; absent = anything. */
  koder: z.array(z.looseObject({ kod: z.string().max(20), betyder: line(120) })).optional(),
  langst: z.int().positive().optional(),
});
export type Statistikkolumn = z.infer<typeof kolumn>;

const teckenkodningar = ['utf-8', 'utf-8-bom', 'iso-8859-1'] as const;

/**
 * How a list is told and written, as it was in its time: which insatser, which columns in which order, how the file is made and when it is to be in.
 * The one counts that held on the day that the list is of.
 */
const beskrivning = z.looseObject({
  register: z.enum(register),
  fran: day,
  tom: day.optional(),
  namn: line(80).min(1),
  lag: line(200),
  /** Made up for want of the authority's own: it is shown as a sample. */
  exempel: z.boolean(),
  /** Day and month that the list is of, each year; absent = the last day of each month. */
  dag: z.looseObject({ manad: z.int().min(1).max(12), dag: z.int().min(1).max(31) }).optional(),
  /** When it is to be in: the day of the month so many months after the one of its day. */
  senast: z.looseObject({ manader: z.int().min(0).max(12), dag: z.int().min(1).max(28) }),
  /** Whose it is: four digits. */
  kommunkod: z.string().max(10),
  /** The provisions are of one law; what is decided by another is told elsewhere. */
  lagrum: z.enum(['LSS', 'SoL']),
  insatser: z.array(statistikinsats).min(1).max(60),
  /** Told as a number and not by person (LSS 9 § 1). */
  summor: z
    .array(z.looseObject({ kod, ...samma }))
    .max(20)
    .optional(),
  kolumner: z.array(kolumn).min(1).max(100),
  /** What stands for a personnummer where there is none; absent = the row is refused. */
  utanNummer: z.string().max(13).optional(),
  /** Of `harInsats`. */
  ja: z.string().max(10),
  nej: z.string().max(10),
  dagform: z.enum(['YYYY-MM-DD', 'YYYYMMDD']),
  fil: z.looseObject({
    teckenkodning: z.enum(teckenkodningar),
    radslut: z.enum(['crlf', 'lf']),
    rubrikrad: z.boolean(),
    /** Whether a text may stand within quotes: one that has a semicolon, and the last of a line where it is empty. */
    citattecken: z.boolean(),
  }),
});
export type Statistikbeskrivning = z.infer<typeof beskrivning>;

export const statistikbeskrivningRecord = defineRecord({
  type: 'statistikbeskrivning',
  schema: beskrivning,
  readers: 'alla',
  ord: 'Statistikbeskrivning',
  namn: ({ namn }) => namn,
});

const antal = z.int().nonnegative();
/** That a list was saved as a file to be delivered: when, by whom, by which description, and what to know the file by. It names nobody of it. */
const leverans = z.looseObject({
  register: z.enum(register),
  dag: day,
  beskrivningId: id,
  namn: line(80),
  exempel: z.boolean(),
  rader: antal,
  kunder: antal,
  /** Rows that were not written, for they would be refused; and kunder with protection who were left out. */
  avvisade: antal,
  skyddade: antal,
  filnamn: line(200),
  storlek: antal,
  sha256,
  av: signatur,
});
export type Statistikleverans = z.infer<typeof leverans>;
export const leveransinput = leverans.omit({ av: true, namn: true, exempel: true }).shape;
/** What a file is noted with. */
export type Leveransuppgift = z.infer<z.ZodObject<typeof leveransinput>>;

export const statistikleveransRecord = defineRecord({
  type: 'statistikleverans',
  schema: leverans,
  readers: 'statistiken',
  ord: 'Levererad statistik',
  namn: ({ namn, dag }) => `${namn} ${dag}`,
});
