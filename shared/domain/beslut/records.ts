import { z } from 'zod';
import { day, id, line } from '../fields.ts';

export const beslut = z.looseObject({
  utredningId: id,
  /** The catalogue's code; `ASSISTANSKOSTNADER_UTOVER_LASS` is the LASS-beslut. */
  beslutskod: z.string().max(80),
  beslutsnamn: line(120),
  utfall: z.enum(['bifall', 'avslag']),
  insatskategori: line(80),
  beslutsdatum: day,
  giltigFran: day,
  giltigTom: day.optional(),
  felmarkerad: z.boolean().optional(),
});
export type Beslut = z.infer<typeof beslut>;
