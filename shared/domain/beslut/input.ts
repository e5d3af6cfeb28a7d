import { z } from 'zod';
import type { Unfinished } from '../../util/unfinished.ts';
import { day, id, line } from '../fields.ts';
import { beslutsfattare, omfattning, periodenheter } from './records.ts';

/** What the user decides; insatskategori, name and code follow from the catalogue (FORB-23). */
export const beslutsfalt = {
  /** The beslut's name where the catalogue leaves it to the user (FRAGA-10). */
  benamning: line(120).min(1).optional(),
  beslutsdatum: day,
  giltigFran: day,
  giltigTom: day.optional(),
  beslutsfattare: z.strictObject(beslutsfattare.shape),
  organisationId: id,
  omfattning: z.strictObject({ ...omfattning.shape, enhet: z.enum(periodenheter) }).optional(),
  niva: line(20).min(1).optional(),
  personkrets: z.enum(['1', '2', '3']).optional(),
  externPlacering: z.boolean().optional(),
};

export const beslutInput = z.strictObject({
  id,
  insatsId: id,
  utfall: z.enum(['bifall', 'avslag']),
  ...beslutsfalt,
  koppling: z.strictObject({ slag: z.enum(['delavslag', 'stodfamilj', 'serie']), id }).optional(),
  rev: id,
});
export type BeslutInput = z.infer<typeof beslutInput>;

/** A beslut as the form holds it: anything may still be missing. */
export type Beslutsutkast = Unfinished<BeslutInput> & { id: string };

/** What is to become of LSS Insatser at a bifall: it is open, is opened in the same operation, or is not, and why (FORB-27). */
export const lssInsatserVal = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('finns') }),
  z.strictObject({ slag: z.literal('oppna'), verkstallighetId: id, utforareId: id, organisationId: id }),
  z.strictObject({ slag: z.literal('avsta'), skal: line(500).min(1) }),
]);
export type LssInsatserVal = z.infer<typeof lssInsatserVal>;
