import { z } from 'zod';
import { day, enhetens, id, line, signatur } from '../fields.ts';
import { defineRecord } from '../record.ts';

/** What happens with a plan: it is offered with a grant, asked for or declined, made, and gone through again. */
export const plansteg = ['erbjuden', 'begard', 'avbojd', 'upprattad', 'omprovad'] as const;
export type Plansteg = (typeof plansteg)[number];

/**
 * A day in the life of an individuell plan (LSS 10 §), noted with the bifall it was about. One that was noted is never changed: one that was wrong is
 * felmarkerad, and noted anew.
 */
const individuellPlan = z.looseObject({
  ...enhetens,
  beslutId: id,
  steg: z.enum(plansteg),
  dag: day,
  anteckning: line(1000).optional(),
  av: signatur,
  rev: id,
  felmarkering: signatur.extend({ orsak: line(500) }).optional(),
});
export type IndividuellPlan = z.infer<typeof individuellPlan>;

export const individuellPlanRecord = defineRecord({
  type: 'individuellPlan',
  schema: individuellPlan,
  readers: 'enheterna',
  vagg: 'beslutId',
  ord: 'Individuell plan',
  namn: ({ dag }) => dag,
});
