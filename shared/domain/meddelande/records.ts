import { z } from 'zod';
import { swedishDay, yymmdd } from '../../util/datum.ts';
import { kortad } from '../../util/kortad.ts';
import { andraId } from '../andra-id.ts';
import { brevladeref, lada } from '../brevlada.ts';
import { sha256, storstaDokument } from '../dokument/records.ts';
import { day, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** At most so long a message is. */
export const langstaText = 20_000;
/** One who writes, or is written to, in the e-service: the kund, or somebody near who is approved (`godkannandeId`). */
const medborgare = {
  slag: z.literal('medborgare'),
  namn: line(200).min(1),
  personnummer: z.string().max(13),
  /** The record of the e-service that lets them in: an `etjanst` or a `godkannande`. */
  aktiveringId: id,
  godkannandeId: id.optional(),
};
const anvandare = { slag: z.literal('anvandare'), anvandareId: id, namn: line(120) };

const avsandare = z.discriminatedUnion('slag', [z.looseObject({ ...anvandare, titel: line(80).optional() }), z.looseObject(medborgare)]);
export type Avsandare = z.infer<typeof avsandare>;

const mottagare = z.discriminatedUnion('slag', [
  z.looseObject(anvandare),
  z.looseObject({ slag: z.literal('brevlada'), ...brevladeref.shape, namn: line(120) }),
  z.looseObject({
    ...medborgare,
    /** It is in their e-service since; and they opened it there. */
    levererat: instant.optional(),
    oppnat: instant.optional(),
    /** It never came: why, in the rulebook's code. */
    uteblivet: z.looseObject({ kod: z.string().max(60), at: instant }).optional(),
  }),
]);
export type Mottagare = z.infer<typeof mottagare>;
export type Medborgare = Extract<Mottagare, { slag: 'medborgare' }>;

/** A document of an akt, as it was when it was sent. */
const bilaga = z.looseObject({
  personId: id,
  dokumentId: id,
  rubrik: line(200),
  sha256,
  storlek: z.number().int().min(1).max(storstaDokument),
  sidor: z.number().int().min(1),
  /** What it is of a beslut that is sent by itself (AUTO-01). */
  del: z.enum(['beslut', 'beslutsmeddelande', 'protokoll']).optional(),
});
export type Bilaga = z.infer<typeof bilaga>;

/** So many files come with one message from a citizen. */
export const flestInkomnaBilagor = 5;
/** Their documents: they follow from the message's own id, so that a message sent again names the same. */
export const bilageIds = (meddelandeId: string, antal: number): string[] =>
  Array.from({ length: antal }, (_, nr) => andraId(meddelandeId, 120 + nr));

/** Another message, and the scope it lies in. */
export const meddelanderef = z.strictObject({ gruppId: id, meddelandeId: id });

/**
 * A message, in a scope of its own: no akt is read, or grows, for it. What was sent does not change; what is added to it is what becomes of it in the
 * e-service, and that it was journalfört. One that goes to a citizen is about one kund, and so is what is written about her between colleagues.
 */
const meddelande = z.looseObject({
  fran: avsandare,
  /** None: from the e-service, to a unit that has nobody yet. It stands before the unit (FORB-72). */
  till: z.array(mottagare).max(60),
  /** The kund it is about, and the unit whose case that is. */
  personId: id.optional(),
  enhet: z.string().max(40).optional(),
  amne: line(200).min(1),
  text: line(langstaText),
  bilagor: z.array(bilaga).max(20),
  skickat: instant,
  /** The sender wants to know when a colleague has opened it (MEDD-08). */
  laskvitto: z.literal(true).optional(),
  svarPa: z.looseObject(meddelanderef.shape).optional(),
  vidarebefordrar: z.looseObject(meddelanderef.shape).optional(),
  /** An absence message, that nobody wrote just now. */
  automatiskt: z.literal(true).optional(),
  /** The beslut that it brings (AUTO-01). */
  beslutIds: z.array(id).max(60).optional(),
  /** Somebody it goes to is not in the e-service yet (FORB-63). */
  vantar: z.literal(true).optional(),
  /** Numbers of the citizens named in it: should one become protected, it is the smallest circle's. */
  nummer: z.array(z.string().max(13)).max(60).optional(),
  /** The kund, or a citizen named in it, has skyddad folkbokföring. */
  skyddad: z.literal(true).optional(),
  journalfort: signatur.extend({ personId: id, anteckningId: id, kommandoId: id.optional() }).optional(),
});
export type Meddelande = z.infer<typeof meddelande>;

/** So much of the text stands in a list. */
const inledningTecken = 120;
/** What lists need of a message: all but its text. */
function meddelandeHuvud({ text, ...huvud }: Meddelande) {
  return { ...huvud, inledning: kortad(text.replaceAll(/\s+/g, ' '), inledningTecken) };
}
export type MeddelandeHuvud = ReturnType<typeof meddelandeHuvud>;

export const meddelandeRecord = defineRecord({
  type: 'meddelande',
  schema: meddelande,
  huvud: meddelandeHuvud,
  readers: 'brevladorna',
  ord: 'Meddelande',
  namn: ({ skickat }) => `Meddelande ${yymmdd(swedishDay(skickat))}`,
});

/** How it is with a message in one of the places where it lies: two who read it do not write the same record. */
const brevlage = z.looseObject({
  meddelandeId: id,
  lada,
  /** As the message has them: who reads this follows. */
  enhet: z.string().max(40).optional(),
  skyddad: z.literal(true).optional(),
  /** The sender who is told that it was opened (MEDD-08). */
  kvittoTill: id.optional(),
  /** What a citizen wrote is before the whole unit: so is whether it has been read. */
  forEnheten: z.literal(true).optional(),
  last: signatur.optional(),
  /** "Jag tar hand om det", in what several read. */
  tagen: signatur.optional(),
  /** Put away; `utanJournalforing`: it was about a kund, and need not be in the akt (FORB-71). */
  borttaget: signatur.extend({ utanJournalforing: z.literal(true).optional() }).optional(),
});
export type Brevlage = z.infer<typeof brevlage>;

export const brevlageRecord = defineRecord({ type: 'brevlage', schema: brevlage, readers: 'brevladorna', ord: 'Läge för meddelande' });

/** What a user has chosen of their messages (MINST-02 to -04). In the catalogue: whoever writes to them is to see that they are away. */
const meddelandeinstallning = z.looseObject({
  anvandareId: id,
  signatur: line(500).optional(),
  franvaro: z.looseObject({ fran: day, tom: day, text: line(1000).min(1) }).optional(),
  /** Where what comes goes too; `nar`: always, or while away. */
  vidarebefordran: z.looseObject({ ...brevladeref.shape, nar: z.enum(['alltid', 'franvaro']) }).optional(),
  rev: id,
});
export type Meddelandeinstallning = z.infer<typeof meddelandeinstallning>;

export const meddelandeinstallningRecord = defineRecord({
  type: 'meddelandeinstallning',
  schema: meddelandeinstallning,
  readers: 'alla',
  ord: 'Meddelandeinställningar',
});
