import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { day, enhetens, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** Of what one amount is, in whole kronor: a month's, or a year's. Beside amounts a row may be a text, or one of some choices. */
const radslag = ['manad', 'ar', 'text', 'val'] as const;
/** The largest amount that a row takes, in whole kronor. */
export const storstBelopp = 9_999_999;
/** The longest text of a row, and of what is told beside the rows; of what is asked to be completed. */
export const langstRad = 200;
export const langstOvrigt = 4000;
export const langstBegaran = 2000;

const kod = z.string().regex(/^[a-z0-9-]{1,40}$/);
const rad = z.looseObject({
  kod,
  rubrik: line(120).min(1),
  /** The same in lättläst, and what is to be known to fill it in. */
  latt: line(120).optional(),
  hjalp: line(300).optional(),
  slag: z.enum(radslag),
  /** It is to be filled in. */
  krav: z.literal(true).optional(),
  val: z
    .array(z.looseObject({ kod, namn: line(120).min(1) }))
    .max(20)
    .optional(),
});
export type Formularrad = z.infer<typeof rad>;

/** What an inkomstblankett asks: of those that have begun the one with the highest number is sent out. What has been sent out is never changed: a new number is. */
const inkomstformular = z.looseObject({
  version: z.int().min(1),
  fran: day,
  namn: line(120).min(1),
  /** The rows are made up, and not the municipality's own. */
  exempel: z.literal(true).optional(),
  delar: z
    .array(z.looseObject({ kod, rubrik: line(120).min(1), ingress: line(400).optional(), rader: z.array(rad).min(1).max(40) }))
    .min(1)
    .max(12),
});
export type Inkomstformular = z.infer<typeof inkomstformular>;

export const inkomstformularRecord = defineRecord({
  type: 'inkomstformular',
  schema: inkomstformular,
  readers: 'alla',
  ord: 'Inkomstblankettens frågor',
  namn: ({ namn, version }) => `${namn} ${version}`,
});

const blankettlagen = ['ute', 'inlamnad', 'kompletteras', 'klar', 'aterkallad'] as const;
export type Blankettlage = (typeof blankettlagen)[number];

/**
 * That a kund has been sent the inkomstblankett of a year (INK-01), and how far it has come: no figure, and nothing that anybody wrote of
 * them. Common to the kund's units, for she fills in one a year.
 */
const inkomstblankett = z.looseObject({
  ar: z.int().min(2000).max(2199),
  formularId: id,
  /** The unit that sent it out: its avgiftshandläggare alone read the answers. */
  avgiftsenhet: z.string().max(40),
  lage: z.enum(blankettlagen),
  skickad: signatur,
  /** The last day to return it, or to complete it. */
  sista: day,
  /** The latest answer, and when it came. */
  svarId: id.optional(),
  inlamnad: instant.optional(),
  aterkallad: signatur.optional(),
  rev: id,
});
export type Inkomstblankett = z.infer<typeof inkomstblankett>;

export const inkomstblankettRecord = defineRecord({
  type: 'inkomstblankett',
  schema: inkomstblankett,
  readers: 'enheterna',
  vagg: 'gemensam',
  ord: 'Inkomstblankett',
  namn: ({ ar }) => `Inkomstblankett ${ar}`,
});

/** One row as it was answered: whole kronor of an amount, the text of a text, the kod of a choice. */
const radsvar = z.looseObject({ kod, kronor: z.int().min(0).max(storstBelopp).optional(), text: line(langstRad).optional() });
export type Radsvar = z.infer<typeof radsvar>;
export const svarsfalt = {
  svar: z.array(radsvar).max(480),
  ovrigt: line(langstOvrigt).optional(),
  /** They tell no income, and take the highest fee. */
  avstar: z.literal(true).optional(),
};

/**
 * What the kund answered, once for each time she returned it: never changed but by what the avgiftshandläggare did with it, which alone read
 * it.
 */
const inkomstsvar = z.looseObject({
  ...enhetens,
  blankettId: id,
  ...svarsfalt,
  inlamnat: instant,
  /** What was asked to be completed, as the kund reads it. */
  komplettering: signatur.extend({ text: line(langstBegaran).min(1), sista: day }).optional(),
  klar: signatur.extend({ anteckning: line(langstBegaran).optional() }).optional(),
});
export type Inkomstsvar = z.infer<typeof inkomstsvar>;

export const inkomstsvarRecord = defineRecord({
  type: 'inkomstsvar',
  schema: inkomstsvar,
  readers: 'avgiften',
  vagg: 'egen',
  ord: 'Svar på inkomstblankett',
  namn: ({ inlamnat }) => `Svar på inkomstblankett, inlämnat ${swedishDay(inlamnat)}`,
});
