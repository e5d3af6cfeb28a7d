import { z } from 'zod';
import { type Actor, defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { farFelmarkera } from '../felmarkering.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Uppfoljning } from './records.ts';

/** What was held is marked as wrong by whoever signed it (FRAGA-36); one that is only planned is taken away by any who may plan one. */
export const farFelmarkeraUppfoljning = ({ genomford }: Uppfoljning, actor: Pick<Actor, 'id' | 'roller'>): boolean =>
  genomford === undefined || farFelmarkera(genomford.av.anvandareId, actor);

/** Marks an uppföljning as wrong, or says that one that was planned is not to be held: it stays in the akt, and counts nowhere. */
export const felmarkeraUppfoljning = defineCommand({
  name: 'uppfoljning.felmarkera',
  version: 1,
  input: z.strictObject({
    personId: id,
    uppfoljningId: id,
    /** The revision that the form showed: what was held meanwhile is not taken away by who saw it as planned. */
    sedd: id,
    orsak: line(500).min(1),
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('uppfoljning', ({ uppfoljningId }) => uppfoljningId),
  decide(state, { uppfoljningId, sedd, orsak }, context) {
    const stored = state.get('uppfoljning', uppfoljningId);
    if (!stored) return reject('finns-inte', 'uppfoljningId');
    if (stored.felmarkering) return [];
    if (stored.rev !== sedd) return reject('andrad-av-annan');
    if (!farFelmarkeraUppfoljning(stored, context.actor)) return reject('inte-forfattare');
    return [{ op: 'put', type: 'uppfoljning', id: uppfoljningId, data: { ...stored, felmarkering: { ...signaturOf(context), orsak } } }];
  },
});
