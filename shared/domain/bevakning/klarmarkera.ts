import { z } from 'zod';
import { type Change, type Context, defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Bevakning } from './records.ts';

const input = z.strictObject({ personId: id, bevakningId: id });

/**
 * Marks a bevakning as Klar (BEV-09): it leaves the lists and stays in the akt, with who did it and when (FRAGA-37). Whoever reads it
 * may, for all can see it (BEV-12); where a colleague was first, or the case was closed, it is gone from the list as the user wanted.
 */
export const klarmarkeraBevakning = defineCommand({
  name: 'bevakning.klarmarkera',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bevakning', ({ bevakningId }) => bevakningId),
  decide(state, { bevakningId }, context) {
    const stored = state.get('bevakning', bevakningId);
    if (!stored) return reject('finns-inte', 'bevakningId');
    return stored.borttagen || stored.status === 'Klar' ? [] : [klarmarkerad(bevakningId, stored, context)];
  },
});

/** The bevakning as it is when what it reminds of has been done. */
export function klarmarkerad(bevakningId: string, data: Bevakning, context: Context): Change {
  const klar: Bevakning = { ...data, status: 'Klar', klar: signaturOf(context) };
  return { op: 'put', type: 'bevakning', id: bevakningId, data: klar };
}
