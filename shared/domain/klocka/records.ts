import { z } from 'zod';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** What starts a clock: the kinds of events that the code finds in an akt (`handelser.ts`). */
const klockhandelser = [
  'beslutSlutar',
  'bifallFattat',
  'avbrott',
  'partTagitDel',
  'ansokanInkom',
  'begaranInkom',
  'utredningTyst',
  'aktualiseringInkom',
  'anteckningSkriven',
  'verkstallighetFoljdUpp',
  'uppfoljningPlanerad',
  'samtyckeSlutar',
  'godkannandeSlutar',
  'valkomstForeslagen',
  'motePlanerat',
  'planErbjuds',
  'planBegard',
  'planOmprovas',
  'fodd',
  'personkretsSaknas',
] as const;
export type Klockhandelse = (typeof klockhandelser)[number];

/**
 * How a period ends: `dag`, from which a right arises, as the law's day is; `handling`, the last day for an act, moved to a weekday
 * (lag 1930:173 2 §); `alder`, the day somebody is so many years (born 29 February: 1 March).
 */
const rakningar = ['dag', 'handling', 'alder'] as const;

/** Who is told: whoever answers for it, whoever wrote it, or the unit's enhetschef. */
const mottagare = ['ansvarig', 'forfattare', 'enhetschef'] as const;
export type Mottagare = (typeof mottagare)[number];

/**
 * A rule of the legal clock, as it was in its time: law and routine are dated data. Of rows with one `kod` the one counts that held on
 * the day of the event.
 */
const fristregel = z.looseObject({
  kod: z.string().min(1).max(40),
  fran: day,
  tom: day.optional(),
  /** What it is called in lists: `Ej verkställt beslut`. */
  namn: line(80).min(1),
  /** As lists show it (`LSS 28 f §`), and the whole law. A routine of the municipality's own has none. */
  paragraf: line(40).optional(),
  lag: line(200).optional(),
  handelse: z.enum(klockhandelser),
  villkor: z
    .looseObject({
      /** Of beslut: only what is decided by this law. */
      lagrum: z.enum(['LSS', 'SoL']).optional(),
      /** Of utredningar: only those that the person herself has asked for. */
      ansokan: z.literal(true).optional(),
      /**
       * Of verkställigheter: a bevakning of the type that has this `kod`, Klar, is a follow-up beside the uppföljningar that were held. `bevakningstyp`
       * names one of older catalogues, whose types had no `kod`.
       */
      bevakningskod: line(40).optional(),
      bevakningstyp: line(80).optional(),
    })
    .optional(),
  tid: z.looseObject({ antal: z.number().int().min(0).max(1200), enhet: z.enum(['dag', 'vecka', 'manad', 'ar']) }),
  raknas: z.enum(rakningar),
  /** Who has it in their list, from how many days before. */
  varnas: z.array(z.looseObject({ vem: z.enum(mottagare), dagarFore: z.number().int().min(0).max(1000) })).min(1),
  /** It leaves the lists by itself so many days after; absent = when its cause is gone. */
  kvarDagar: z.number().int().min(0).max(1000).optional(),
  /** What is not done by then is reported to IVO for the quarter it falls in. */
  ivo: z.literal(true).optional(),
  /** The paragraph has been read by somebody who answers for it; else it is a sample. */
  verifierad: z.boolean(),
});
export type Fristregel = z.infer<typeof fristregel>;

export const fristregelRecord = defineRecord({
  type: 'fristregel',
  schema: fristregel,
  readers: 'alla',
  ord: 'Fristregel',
  namn: ({ namn }) => namn,
});

/** A computed bevakning that somebody has put off, and why: one for each (`nyckel`), the latest. It counts while the day is the one they saw. */
const fristskjutning = z.looseObject({
  ...enhetens,
  nyckel: z.string().min(1).max(200),
  /** What it is called in the history. */
  namn: line(80),
  datum: day,
  till: day,
  skal: line(500).min(1),
  av: signatur,
  /** By an enhetschef: it moves the enhetschef's own day too. */
  avChef: z.literal(true).optional(),
  rev: id,
});
export type Fristskjutning = z.infer<typeof fristskjutning>;

export const fristskjutningRecord = defineRecord({
  type: 'fristskjutning',
  schema: fristskjutning,
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Uppskjuten frist',
  namn: ({ namn, till }) => `${namn} till ${till}`,
});
