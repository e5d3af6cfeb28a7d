import { z } from 'zod';
import { yymmdd } from '../../util/datum.ts';
import { day, enhetensEllerGemensam, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

export const bevakningStatusar = ['Ej påbörjad', 'Pågår', 'Väntar', 'Klar'] as const;
export type BevakningStatus = (typeof bevakningStatusar)[number];
/** What a bevakning can be laid on (BEV-05, BEV-14). */
export const bevakasTyper = ['beslut', 'bestallning', 'verkstallighet', 'person'] as const;
/** The roles a bevakning can belong to, as its owner is called. */
export const bevakarroller = { enhetschef: 'Enhetschefen' } as const;
/** As its box and the record allow (FORB-54). */
export const langstBevakningstext = 120;

/** A dated reminder that everyone may read (BEV-05 to BEV-15): as short as its text (FORB-54). */
const bevakning = z.looseObject({
  ...enhetensEllerGemensam,
  datum: day,
  status: z.enum(bevakningStatusar),
  typ: line(80),
  text: line(langstBevakningstext),
  /** Whose it is: a function, by its id in the utförare catalogue (ROLL-04, ROLL-05), or a user (BEV-11). */
  bevakasAvId: id,
  /** The role it belongs to, where it is no function's: whoever of them may read the akt. */
  bevakasAvRoll: z.enum(['enhetschef']).optional(),
  /** Why what it tells of was done. */
  skal: line(500).optional(),
  ref: z.looseObject({ type: z.enum(bevakasTyper), id }),
  skapad: signatur,
  /** Who marked it as Klar; absent in those that were done before it was noted. */
  klar: signatur.optional(),
  /** Taken away, with the reason, or when the case was closed; kept (BEV-16, FRAGA-37). */
  borttagen: signatur.extend({ orsak: line(500).optional() }).optional(),
});
export type Bevakning = z.infer<typeof bevakning>;

/** It is still to be dealt with: what lists and cameras count. */
export const isOppenBevakning = ({ borttagen, status }: Pick<Bevakning, 'borttagen' | 'status'>): boolean =>
  borttagen === undefined && status !== 'Klar';

/** It belongs to a role that they have, in a unit of theirs: what one has told another unit's enhetschef of is that one's. */
export const isRollens = (
  { bevakasAvRoll, enhet }: Pick<Bevakning, 'bevakasAvRoll' | 'enhet'>,
  { roller, enheter }: { roller: readonly string[]; enheter: readonly string[] },
): boolean => bevakasAvRoll !== undefined && roller.includes(bevakasAvRoll) && (enhet === undefined || enheter.includes(enhet));

export const bevakningRecord = defineRecord({
  type: 'bevakning',
  schema: bevakning,
  readers: 'enheterna',
  vagg: 'ref',
  ord: 'Bevakning',
  namn: ({ typ, datum }) => `${typ} ${yymmdd(datum)}`,
});
