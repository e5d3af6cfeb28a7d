import { z } from 'zod';
import { yymmdd } from '../../util/datum.ts';
import { day, enhetensEllerGemensam, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

const bevakningStatusar = ['Ej påbörjad', 'Pågår', 'Väntar', 'Klar'] as const;

/** A dated reminder that everyone may read (BEV-05 to BEV-15): as short as its text (FORB-54). */
const bevakning = z.looseObject({
  ...enhetensEllerGemensam,
  datum: day,
  status: z.enum(bevakningStatusar),
  typ: line(80),
  text: line(120),
  /** The function it belongs to, an id of the utförare catalogue (ROLL-04, ROLL-05). */
  bevakasAvId: id,
  /** The role it belongs to, where it is no function's: whoever of them may read the akt. */
  bevakasAvRoll: z.enum(['enhetschef']).optional(),
  /** Why what it tells of was done. */
  skal: line(500).optional(),
  ref: z.looseObject({ type: z.enum(['beslut', 'bestallning', 'verkstallighet', 'person']), id }),
  skapad: signatur,
  /** Who marked it as Klar; absent in those that were done before it was noted. */
  klar: signatur.optional(),
  /** Removed by its owner or when the case was closed; kept (FRAGA-37). */
  borttagen: signatur.optional(),
});
export type Bevakning = z.infer<typeof bevakning>;

export const bevakningRecord = defineRecord({
  type: 'bevakning',
  schema: bevakning,
  readers: 'enheterna',
  vagg: 'ref',
  ord: 'Bevakning',
  namn: ({ typ, datum }) => `${typ} ${yymmdd(datum)}`,
});
