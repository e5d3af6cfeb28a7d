import { z } from 'zod';
import { id, line } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** What a search lists, a row for each: kunder, utredningar, bifall that stand or not, all beslut that were made, bevakningar that are open, and uppföljningar. */
const sokslag = ['kund', 'utredning', 'beslut', 'fattat', 'bevakning', 'uppfoljning'] as const;
export type Sokslag = (typeof sokslag)[number];

/** What the user may be asked for before a search is run (SVERK-03). */
export const parameterslag = ['dag', 'tal', 'insats', 'handlaggare', 'organisation', 'bevakningstyp'] as const;

const parameter = z.looseObject({
  /** What conditions know it by. */
  kod: z.string().min(1).max(40),
  slag: z.enum(parameterslag),
  namn: line(60).min(1),
  /** Without a value the search is not run; else the conditions on it are left out. */
  kravs: z.boolean().optional(),
  /** What is proposed: a day counted from today, the first or last day of a month counted from this one, a number, or whoever searches. */
  forval: z
    .union([
      z.looseObject({ dagar: z.number().int() }),
      z.looseObject({ manad: z.number().int(), dag: z.enum(['forsta', 'sista']) }),
      z.number(),
      z.literal('jag'),
    ])
    .optional(),
});
export type Sokparameter = z.infer<typeof parameter>;

export const jamforelser = ['lika', 'inteLika', 'minst', 'hogst'] as const;
/** `falt` of a row (`falt.ts`) compared with what the user chose, a day counted from today, or a value. */
const villkor = z.looseObject({
  falt: z.string().min(1).max(60),
  op: z.enum(jamforelser),
  parameter: z.string().max(40).optional(),
  dagar: z.number().int().optional(),
  varde: z.union([z.string().max(120), z.number(), z.boolean()]).optional(),
  /** Where the field is empty the condition holds: what has no end ends after any day. */
  tomt: z.literal('uppfyller').optional(),
});
export type Sokvillkor = z.infer<typeof villkor>;

/** A search of Sökverktyget: what is listed, on which conditions, which of them the user chooses, and what is shown. */
const sokning = z.looseObject({
  namn: line(80).min(1),
  /** What it is for, shown under the choice. */
  beskrivning: line(300).optional(),
  ordning: z.number().int(),
  aktiv: z.boolean().optional(),
  slag: z.enum(sokslag),
  parametrar: z.array(parameter).max(10),
  /** All of them hold; those that say most stand first, for the rest is then not asked. */
  villkor: z.array(villkor).max(30),
  kolumner: z.array(z.string().min(1).max(60)).min(1).max(20),
  /** The column that rows are sorted by until the user chooses another; absent = by name. */
  sortering: z.looseObject({ falt: z.string().max(60), fallande: z.boolean().optional() }).optional(),
});
export type Sokning = z.infer<typeof sokning>;

export const sokningRecord = defineRecord({
  type: 'sokning',
  schema: sokning,
  readers: 'alla',
  ord: 'Sökning',
  namn: ({ namn }) => namn,
});

/** What the user chose, by the parameter's `kod`: a day as `YYYY-MM-DD`, a number, an id, or a name of a value list. */
export const parametervarden = z.record(z.string().max(40), z.union([z.string().max(120), z.number()]));
export type Parametervarden = z.infer<typeof parametervarden>;

/** So that the list stays one small record; a full one refuses. */
export const maxEgnaSokningar = 50;
const egenSokning = z.looseObject({ id, namn: line(80).min(1), sokningId: id, parametrar: parametervarden });
export type EgenSokning = z.infer<typeof egenSokning>;
/** A user's own searches: one of the catalogue's with what was chosen in it. Private, synced. */
const egnaSokningar = z.looseObject({ sokningar: z.array(egenSokning).max(maxEgnaSokningar) });

export const egnaSokningarRecord = defineRecord({
  type: 'egnaSokningar',
  schema: egnaSokningar,
  readers: 'agaren',
  ord: 'Egna sökningar',
});

/** Each user has one. */
export const egnaSokningarId = (anvandareId: string): string => `egnaSokningar:${anvandareId}`;
