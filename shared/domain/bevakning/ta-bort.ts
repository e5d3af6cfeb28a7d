import { z } from 'zod';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { provaRoll } from './falt.ts';

const input = z.strictObject({ personId: id, bevakningId: id, orsak: line(500) });

/** Takes a bevakning away that should not have been, with the reason (BEV-16). It stays in the akt, marked. */
export const taBortBevakning = defineCommand({
  name: 'bevakning.taBort',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bevakning', ({ bevakningId }) => bevakningId),
  decide(state, { bevakningId, orsak }, context) {
    const stored = state.get('bevakning', bevakningId);
    if (!stored) return reject('finns-inte', 'bevakningId');
    if (stored.borttagen) return reject('borttagen');
    if (orsak === '') return reject('skal-kravs', 'orsak');
    const fel = provaRoll(stored, context.actor);
    if (fel) return reject(fel.code);
    return [{ op: 'put', type: 'bevakning', id: bevakningId, data: { ...stored, borttagen: { ...signaturOf(context), orsak } } }];
  },
});
