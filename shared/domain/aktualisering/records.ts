import { z } from 'zod';
import { yymmdd } from '../../util/datum.ts';
import { day, enhetens, id, instant, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** What the applicant wrote. It stays as it was, whatever becomes of the aktualisering. */
const ansokanstext = z.looseObject({
  eansokanId: id,
  inkom: instant,
  insats: line(120),
  text: line(8000),
  telefon: line(40).optional(),
  epost: line(200).optional(),
  /** Who sent it, where it is about another person than them (FORB-74), and what a handläggare said of it. */
  avsandare: line(200).optional(),
  kommentar: line(1000).optional(),
});

/** Something that has come in: one per insats applied for (AKT-02). Those registered in one form share `gruppId` (FORB-11). */
const aktualisering = z.looseObject({
  ...enhetens,
  slag: z.enum(['ansokan', 'omprovning']),
  /** Typ av aktualisering as lists show it: the insats applied for, or `LSS Omprövning` (AKT-03, AKT-11). */
  typ: line(120).min(1),
  /** The insats of the catalogue that was applied for; none for an omprövning or a type that names no insats. */
  insatsId: id.optional(),
  /** The day the ansökan came in, or the omprövning is begun (AKT-04, AKT-11). */
  datum: day,
  franVem: line(120).min(1),
  ansvarigHandlaggareId: id,
  organisationId: id,
  gruppId: id,
  anteckning: line(4000).optional(),
  /** Of one that came by the e-service: how, as what (EANS-06, EANS-08), and the application as it was written (EANS-13). */
  aktualiseringssatt: line(120).optional(),
  aktualiseringstyp: line(120).optional(),
  eansokan: ansokanstext.optional(),
  /** The utredning that examines it; none = ej behandlad (UTR-07). */
  utredningId: id.optional(),
  /** Why it was left out when an utredning was opened (FORB-14). */
  utelamnad: z.looseObject({ ...signatur.shape, skal: line(500) }).optional(),
  rev: id,
});
export type Aktualisering = z.infer<typeof aktualisering>;

export const aktualiseringRecord = defineRecord({
  type: 'aktualisering',
  schema: aktualisering,
  readers: 'enheterna',
  vagg: 'utredningId',
  ord: 'Aktualisering',
  namn: ({ typ, datum }) => `${typ} ${yymmdd(datum)}`,
});
