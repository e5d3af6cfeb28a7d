import { z } from 'zod';
import { yymmdd } from '../../util/datum.ts';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** An assessment by an instrument of the catalogue (BEDOM-01 to BEDOM-06). */
const bedomning = z.looseObject({
  ...enhetens,
  utredningId: id,
  /** The bifall it belongs to (BESLUT-DV-04). */
  beslutId: id.optional(),
  instrumentId: id,
  /** Metod/Instrument with the name of that day, e.g. `D. Bedömning Daglig verksamhet`. */
  instrument: line(120),
  utforsAv: signatur,
  datum: day,
  /** Every function of the instrument, in its order; `poang` is the need the level stands for (BEDOM-05). */
  funktioner: z
    .array(z.looseObject({ kod: z.string().max(60), namn: line(120), niva: line(40), poang: z.number(), kommentar: line(1000).optional() }))
    .min(1),
  /** The verkställighet LSS Insatser it is tied to (BEDOM-06). */
  verkstallighetId: id,
  rev: id,
});
export type Bedomning = z.infer<typeof bedomning>;

export const bedomningRecord = defineRecord({
  type: 'bedomning',
  schema: bedomning,
  readers: 'enheterna',
  vagg: 'utredningId',
  ord: 'Bedömning',
  namn: ({ instrument, datum }) => `${instrument} ${yymmdd(datum)}`,
});
