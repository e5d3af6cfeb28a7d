import { z } from 'zod';
import { type Actor, defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { avslutaGodkannanden } from './avsluta-godkannanden.ts';
import type { Samtycke } from './records.ts';

/** FRAGA-36, as of texts: whoever registered it may mark it as wrong, and the enhetschef. */
export const farFelmarkeraSamtycke = ({ registrerat }: Samtycke, { id: anvandareId, roller }: Pick<Actor, 'id' | 'roller'>): boolean =>
  registrerat.anvandareId === anvandareId || roller.includes('enhetschef');

/** Marks a samtycke that was never given as wrong: it stays in the akt, and allows nothing. */
export const felmarkeraSamtycke = defineCommand({
  name: 'samtycke.felmarkera',
  version: 1,
  input: z.strictObject({ personId: id, samtyckeId: id, orsak: line(500).min(1) }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('samtycke', ({ samtyckeId }) => samtyckeId),
  decide(state, { samtyckeId, orsak }, context) {
    const stored = state.get('samtycke', samtyckeId);
    if (!stored) return reject('finns-inte', 'samtyckeId');
    if (stored.felmarkering) return [];
    if (!farFelmarkeraSamtycke(stored, context.actor)) return reject('inte-forfattare');
    return [
      { op: 'put', type: 'samtycke', id: samtyckeId, data: { ...stored, felmarkering: { ...signaturOf(context), orsak } } },
      ...avslutaGodkannanden(state, samtyckeId, context),
    ];
  },
});
