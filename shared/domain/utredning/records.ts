import { z } from 'zod';
import { etikettUtredning } from '../etikett.ts';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

const utredning = z.looseObject({
  ...enhetens,
  /** Name of the catalogue's utredningstyp, as labels show it: `LSS Utredning`. */
  typ: line(80),
  startdatum: day,
  slutdatum: day.optional(),
  /** The day the handling time counts from (FL 12 §): the earliest ansökan. */
  inkomDatum: day,
  ansvarigHandlaggareId: id,
  organisationId: id,
  /** Why it begins another day than the ansökan came in (FORB-13). */
  inledningsskal: line(500).optional(),
  /** Opened for a LASS-beslut, without an aktualisering (UTR-10). */
  lass: z.boolean().optional(),
  /** The party has asked in writing for a decision, once a case (FL 12 §): the day it came in, and the day it was answered. */
  begaran: signatur.extend({ inkom: day, besvarad: day.optional() }).optional(),
  /** The party was told that the decision is delayed, how and why (FL 11 §). */
  underrattelse: signatur.extend({ dag: day, hur: line(500) }).optional(),
  rev: id.optional(),
  oppnadIgen: signatur.extend({ skal: line(500) }).optional(),
});
export type Utredning = z.infer<typeof utredning>;

export const utredningRecord = defineRecord({
  type: 'utredning',
  schema: utredning,
  readers: 'enheterna',
  vagg: 'egen',
  ord: 'Utredning',
  namn: etikettUtredning,
});

export const isOpenUtredning = (u: Pick<Utredning, 'slutdatum'>): boolean => u.slutdatum === undefined;
