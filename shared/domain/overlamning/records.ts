import { z } from 'zod';
import { beslutsfattare, omfattning } from '../beslut/records.ts';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';
import { richText } from '../text/text.ts';

/** What may be handed over: a signed text, or a beslut. */
export const uppgiftRef = z.strictObject({ type: z.enum(['anteckning', 'beslut']), id });
export type UppgiftRef = z.infer<typeof uppgiftRef>;

/** The text as it stood, and who signed it. */
const text = z.looseObject({
  slag: z.literal('text'),
  rubrik: line(200),
  titel: line(120).optional(),
  typ: line(80).optional(),
  handelsedatum: day,
  text: richText,
  signerad: signatur,
});
/** What was decided; none of what the giving unit keeps about it. */
const beslutat = z.looseObject({
  slag: z.literal('beslut'),
  beslutsnamn: line(120),
  utfall: z.enum(['bifall', 'avslag']),
  beslutsdatum: day,
  giltigFran: day,
  giltigTom: day.optional(),
  omfattning: omfattning.optional(),
  niva: line(20).optional(),
  beslutsfattare: beslutsfattare.optional(),
});
const innehall = z.discriminatedUnion('slag', [text, beslutat]);
export type Innehall = z.infer<typeof innehall>;

/** That something of the unit's was handed to another, and why: its own documentation of it (OSL 10 and 26 kap.). */
const utlamning = z.looseObject({
  ...enhetens,
  ref: z.looseObject(uppgiftRef.shape),
  /** The revision that was handed over; absent of a beslut from before revisions. */
  basRev: id.optional(),
  /** What it is called. */
  namn: line(250),
  tillEnhet: z.string().max(40),
  /** The ground, as the value list called it that day. */
  grund: line(120),
  skal: line(500),
  lamnad: signatur,
});
export type Utlamning = z.infer<typeof utlamning>;

export const utlamningRecord = defineRecord({
  type: 'utlamning',
  schema: utlamning,
  readers: 'enheterna',
  vagg: 'ref',
  ord: 'Utlämnad uppgift',
  namn: ({ namn }) => namn,
});

/** A copy of what another unit handed over: the receiving unit's own, and all it has of the other's. */
const mottagen = z.looseObject({
  ...enhetens,
  franEnhet: z.string().max(40),
  namn: line(250),
  grund: line(120),
  skal: line(500),
  /** By whom of the giving unit. */
  lamnad: signatur,
  innehall,
});
export type Mottagen = z.infer<typeof mottagen>;

/** What the tree shows of it, without its words. */
export type MottagenHuvud = Pick<Mottagen, 'enhet' | 'franEnhet' | 'namn' | 'lamnad'> & { slag: Innehall['slag'] };

export const mottagenRecord = defineRecord({
  type: 'mottagen',
  schema: mottagen,
  huvud: ({ enhet, franEnhet, namn, lamnad, innehall: { slag } }: Mottagen): MottagenHuvud => ({ enhet, franEnhet, namn, lamnad, slag }),
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Mottagen uppgift',
  namn: ({ namn }) => namn,
});
