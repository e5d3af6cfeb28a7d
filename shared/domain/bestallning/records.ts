import { z } from 'zod';
import { yymmdd } from '../../util/datum.ts';
import { omfattning } from '../beslut/records.ts';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { utforareBucket } from '../readers.ts';
import { defineRecord } from '../record.ts';

/** An order to an utförare (BEST-GEN-03). Saving sends it (BEST-GEN-07). */
const bestallning = z.looseObject({
  ...enhetens,
  /** The bifall it was opened from, also where the form shows `<ingen>` (FRAGA-21, FORB-33). */
  beslutId: id,
  /** The form's field Beslut shows `<ingen>` (BEST-BV-01, BEST-DV-01). */
  utanBeslut: z.boolean().optional(),
  insatskategori: line(80).optional(),
  bestallare: signatur.optional(),
  bestallarOrganisationId: id.optional(),
  bestalltDatum: day,
  gallerFran: day,
  gallerTom: day.optional(),
  utforareId: id,
  utforarOrganisationId: id.optional(),
  insatser: z.array(line(80)),
  omfattning: omfattning.optional(),
  bestallningstext: line(4000).optional(),
  /** Anteckning of an aktualisering that the utförare gets to read (BEST-GEN-09, FORB-58). */
  bifogadAnteckning: line(4000).optional(),
  /** Fields that differ from the beslut, confirmed by the sender (FORB-34). */
  avvikelser: z.array(z.enum(['gallerFran', 'gallerTom', 'omfattning'])).optional(),
  /** Why it runs beside another order of the same insats (BEST-GEN-02). */
  samtidigSkal: line(500).optional(),
  /** The beställning this one goes on after an avbrott (BEST-KOP-01). */
  ersatter: id.optional(),
  /** The end the earlier one had before this one ended it; it has it again if this one is taken back. */
  ersattGallerTom: day.optional(),
  /** The day the insats was verkställd (FRAGA-33). */
  bekraftad: day.optional(),
  bekraftelse: signatur.extend({ verkstallighetId: id }).optional(),
  /** Taken back before anyone confirmed it, with the reason (FORB-39); kept. */
  borttagen: signatur.extend({ orsak: line(500) }).optional(),
});
export type Bestallning = z.infer<typeof bestallning>;

export const bestallningRecord = defineRecord({
  type: 'bestallning',
  schema: bestallning,
  readers: ({ huvud }) => [utforareBucket(huvud.utforareId)],
  vagg: 'beslutId',
  ord: 'Beställning',
  namn: ({ bestalltDatum, utforareId }, utforareNamn) => `Beställning ${yymmdd(bestalltDatum)} till ${utforareNamn(utforareId)}`,
});
