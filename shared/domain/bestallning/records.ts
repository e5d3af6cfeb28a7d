import { z } from 'zod';
import { day, id, line } from '../fields.ts';

export const bestallning = z.looseObject({
  beslutId: id,
  bestalltDatum: day,
  gallerFran: day,
  gallerTom: day.optional(),
  utforareId: id,
  insatser: z.array(line(80)),
  bekraftad: day.optional(),
});
export type Bestallning = z.infer<typeof bestallning>;
