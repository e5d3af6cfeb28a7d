import { z } from 'zod';
import { type Actor, defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { farFelmarkera } from '../felmarkering.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Mote } from './records.ts';

/** What is said to have been held, or inställt, is marked as wrong by whoever said so (FRAGA-36); one that is only planned by any who may plan one. */
export const farFelmarkeraMote = ({ hallet, installt }: Mote, actor: Pick<Actor, 'id' | 'roller'>): boolean => {
  const sagt = hallet ?? installt;
  return sagt === undefined || farFelmarkera(sagt.anvandareId, actor);
};

/** Marks a meeting as noted by mistake (the wrong kund, or it was never held): it stays in the akt, and counts nowhere. */
export const felmarkeraMote = defineCommand({
  name: 'mote.felmarkera',
  version: 1,
  input: z.strictObject({
    personId: id,
    moteId: id,
    /** The revision that the form showed: one that was moved meanwhile is not taken away unseen. */
    sedd: id,
    orsak: line(500).min(1),
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('mote', ({ moteId }) => moteId),
  decide(state, { moteId, sedd, orsak }, context) {
    const stored = state.get('mote', moteId);
    if (!stored) return reject('finns-inte', 'moteId');
    if (stored.felmarkering) return [];
    if (stored.rev !== sedd) return reject('andrad-av-annan');
    if (!farFelmarkeraMote(stored, context.actor)) return reject('inte-forfattare');
    const data: Mote = { ...stored, andringar: stored.andringar + 1, felmarkering: { ...signaturOf(context), orsak } };
    return [{ op: 'put', type: 'mote', id: moteId, data }];
  },
});
