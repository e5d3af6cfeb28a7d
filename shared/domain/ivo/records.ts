import { z } from 'zod';
import { kortad } from '../../util/kortad.ts';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

const felmarkering = signatur.extend({ orsak: line(500) });

/** `2027-1`: the year and the quarter. */
export const kvartalsnyckel = z.string().regex(/^\d{4}-[1-4]$/);
export const ivolagen = ['ejVerkstallt', 'verkstallt', 'avslutat'] as const;

/** `id`: the same period, whatever days it is said to have; an older program's has none. */
const delvis = z.looseObject({ id: id.optional(), fran: day, till: day.optional(), saknas: line(300).min(1) });
export type Delvis = z.infer<typeof delvis>;

/**
 * That a row of a quarter's report was told to IVO and to the auditors (SoL 34:1–2, LSS 28 f–g §§), and as what: one that was carried out after it had been told of
 * is told of once more. Never changed; one that was wrong is felmarkerad.
 */
const ivorapport = z.looseObject({
  ...enhetens,
  beslutId: id,
  /** Which of the beslut's times (`Ivotid.nyckel`). */
  tid: z.string().min(1).max(200),
  kvartal: kvartalsnyckel,
  lage: z.enum(ivolagen),
  /** What was told of it then, which may have been corrected since: the day counted from, the day it was carried out or ended, and what of it was. */
  fran: day.optional(),
  lagedag: day.optional(),
  delvis: delvis.optional(),
  /** The day it was told. */
  dag: day,
  /** What the receiver gave as a receipt. */
  kvitto: line(80).optional(),
  av: signatur,
  felmarkering: felmarkering.optional(),
});
export type Ivorapport = z.infer<typeof ivorapport>;

export const ivorapportRecord = defineRecord({
  type: 'ivorapport',
  schema: ivorapport,
  readers: 'enheterna',
  vagg: 'beslutId',
  ord: 'Rapport till IVO',
  namn: ({ kvartal, dag }) => `${kvartal.replace('-', ' kvartal ')}, rapporterad ${dag}`,
});

/** Of the field that IVO asks for where the law alone does not tell it. */
export const ivoomraden = ['aldre', 'funktionsnedsattning', 'ifo'] as const;
/** Why a beslut came to be carried out by nobody. */
export const slutorsaker = ['aterkallad', 'nyttBeslut', 'flyttat', 'dodsfall', 'annat'] as const;

/** What the report tells of a bifall beside what the akt says by itself: one for each beslut. */
const ivouppgift = z.looseObject({
  ...enhetens,
  beslutId: id,
  /** Why it is not carried out: the law's short reasons. */
  orsak: line(1000),
  /** What it means for the person. */
  foljder: line(1000),
  /** What is done meanwhile. */
  andraInsatser: line(1000).optional(),
  nastaUppfoljning: day.optional(),
  /** Nothing could be offered: else an erbjudande is looked for. */
  ingetErbjudet: z.literal(true).optional(),
  omrade: z.enum(ivoomraden).optional(),
  slutorsak: z.enum(slutorsaker).optional(),
  /** Days, the last included, on which only a part of it was carried out, and what was missing: the rest is reported. The earliest first, none over another. */
  delvis: z.array(delvis).optional(),
  sparad: signatur,
  rev: id,
});
export type Ivouppgift = z.infer<typeof ivouppgift>;

export const ivouppgiftRecord = defineRecord({
  type: 'ivouppgift',
  schema: ivouppgift,
  readers: 'enheterna',
  vagg: 'beslutId',
  ord: 'Uppgifter till IVO',
  namn: ({ orsak }) => (orsak.length > 60 ? `${kortad(orsak, 59)}…` : orsak),
});

export const svar = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('vantar') }),
  z.strictObject({ slag: z.literal('ja'), dag: day }),
  z.strictObject({ slag: z.literal('nej'), dag: day, skal: line(500).min(1) }),
]);
export type Erbjudandesvar = z.infer<typeof svar>;

/** Something that was offered so that a bifall is carried out, and what the person answered. A no does not end the duty to carry it out. */
const erbjudande = z.looseObject({
  ...enhetens,
  beslutId: id,
  datum: day,
  vad: line(300).min(1),
  /** To whom, and by whom. */
  till: line(120).min(1),
  lamnatAv: line(120).min(1),
  svar,
  sparad: signatur,
  rev: id,
  felmarkering: felmarkering.optional(),
});
export type Erbjudande = z.infer<typeof erbjudande>;

export const erbjudandeRecord = defineRecord({
  type: 'erbjudande',
  schema: erbjudande,
  readers: 'enheterna',
  vagg: 'beslutId',
  ord: 'Erbjudande',
  namn: ({ vad, datum }) => `${vad} ${datum}`,
});
