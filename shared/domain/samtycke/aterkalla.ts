import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { avslutaGodkannanden } from './avsluta-godkannanden.ts';
import { samtyckessatt } from './records.ts';

/**
 * Registers that a samtycke has been taken back, which counts at once: from that day it allows nothing. What a colleague has registered
 * of it meanwhile stands, unless this was said earlier.
 */
export const aterkallaSamtycke = defineCommand({
  name: 'samtycke.aterkalla',
  version: 1,
  input: z.strictObject({ personId: id, samtyckeId: id, dag: day, hur: z.enum(samtyckessatt), av: line(120).min(1) }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('samtycke', ({ samtyckeId }) => samtyckeId),
  decide(state, { samtyckeId, dag, hur, av }, context) {
    const stored = state.get('samtycke', samtyckeId);
    if (!stored) return reject('finns-inte', 'samtyckeId');
    if (stored.felmarkering) return reject('samtycket-felmarkerat');
    if (dag > swedishDay(context.now)) return reject('datum-i-framtiden', 'dag');
    if (dag < stored.mottaget.dag) return reject('datum-fore', 'dag');
    if (stored.aterkallat && stored.aterkallat.dag <= dag) return reject('samtycket-aterkallat');
    return [
      { op: 'put', type: 'samtycke', id: samtyckeId, data: { ...stored, aterkallat: { dag, hur, av, registrerat: signaturOf(context) } } },
      ...avslutaGodkannanden(state, samtyckeId, context),
    ];
  },
});
