import { z } from 'zod';
import { etikettVerkstallighet } from '../etikett.ts';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { utforareBucket } from '../readers.ts';
import { defineRecord } from '../record.ts';

const verkstallighet = z.looseObject({
  ...enhetens,
  insatskategori: line(80),
  /** The utförare of the catalogue; for LSS Insatser the handläggare's function, which is one too (ROLL-04). */
  utforareId: id,
  organisationId: id,
  startdatum: day,
  slutdatum: day.optional(),
  /** The verkställighet every kund with an ongoing beslut has, where handläggare write (VERK-01, ROLL-03). */
  lssInsatser: z.boolean(),
  /** The bifall it carries out; none for LSS Insatser, which many share (FRAGA-31). */
  beslutId: id.optional(),
  /** The case was closed before it began (AVSL-01, FORB-43). */
  aldrigPaborjad: signatur.optional(),
  avslut: signatur.extend({ orsak: line(120).optional() }).optional(),
});
export type Verkstallighet = z.infer<typeof verkstallighet>;

export const verkstallighetRecord = defineRecord({
  type: 'verkstallighet',
  schema: verkstallighet,
  readers: ({ huvud }) => [utforareBucket(huvud.utforareId)],
  vagg: 'beslutId',
  ord: 'Verkställighet',
  namn: (data, utforareNamn) => etikettVerkstallighet(data, utforareNamn(data.utforareId)),
});

/** An end date today or later still counts as open (FRAGA-08); what never began does not. */
export const isOpenVerkstallighet = (v: Pick<Verkstallighet, 'slutdatum' | 'aldrigPaborjad'>, today: string): boolean =>
  v.aldrigPaborjad === undefined && (v.slutdatum === undefined || v.slutdatum >= today);
