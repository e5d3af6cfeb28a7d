import { z } from 'zod';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { farFelmarkera } from '../felmarkering.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';

const orsak = line(500).min(1);

/** Takes back that a row was reported, with the reason. Where a colleague has done so already, it is as the user wanted. */
export const felmarkeraIvorapport = defineCommand({
  name: 'ivo.felmarkera',
  version: 1,
  input: z.strictObject({ personId: id, rapportId: id, orsak }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('ivorapport', ({ rapportId }) => rapportId),
  decide(state, { rapportId, orsak: skal }, context) {
    const stored = state.get('ivorapport', rapportId);
    if (!stored) return reject('finns-inte', 'rapportId');
    if (stored.felmarkering) return [];
    if (!farFelmarkera(stored.av.anvandareId, context.actor)) return reject('inte-forfattare');
    return [{ op: 'put', type: 'ivorapport', id: rapportId, data: { ...stored, felmarkering: { ...signaturOf(context), orsak: skal } } }];
  },
});

/** Marks an erbjudande as wrong: it stays in the akt, and counts in no report. */
export const felmarkeraErbjudande = defineCommand({
  name: 'erbjudande.felmarkera',
  version: 1,
  input: z.strictObject({ personId: id, erbjudandeId: id, orsak }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('erbjudande', ({ erbjudandeId }) => erbjudandeId),
  decide(state, { erbjudandeId, orsak: skal }, context) {
    const stored = state.get('erbjudande', erbjudandeId);
    if (!stored) return reject('finns-inte', 'erbjudandeId');
    if (stored.felmarkering) return [];
    if (!farFelmarkera(stored.sparad.anvandareId, context.actor)) return reject('inte-forfattare');
    return [
      { op: 'put', type: 'erbjudande', id: erbjudandeId, data: { ...stored, felmarkering: { ...signaturOf(context), orsak: skal } } },
    ];
  },
});
