import { z } from 'zod';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { farFelmarkera } from '../felmarkering.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';

/** Marks what was noted of an individuell plan as wrong: it stays in the akt, and counts for nothing. Where a colleague has done so, it is as wanted. */
export const felmarkeraIndividuellPlan = defineCommand({
  name: 'individuellPlan.felmarkera',
  version: 1,
  input: z.strictObject({ personId: id, planId: id, orsak: line(500).min(1) }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('individuellPlan', ({ planId }) => planId),
  decide(state, { planId, orsak }, context) {
    const stored = state.get('individuellPlan', planId);
    if (!stored) return reject('finns-inte', 'planId');
    if (stored.felmarkering) return [];
    if (!farFelmarkera(stored.av.anvandareId, context.actor)) return reject('inte-forfattare');
    return [{ op: 'put', type: 'individuellPlan', id: planId, data: { ...stored, felmarkering: { ...signaturOf(context), orsak } } }];
  },
});
