import { z } from 'zod';
import { type Actor, defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Dokument } from './records.ts';
import { dokumenthinder } from './skrivhinder.ts';

const input = z.strictObject({ personId: id, dokumentId: id, orsak: line(500).min(1) });

/** Marks a document as wrong, for good and with the reason; it stays readable with its bytes (DOK-13, FRAGA-36). */
export const felmarkeraDokument = defineCommand({
  name: 'dokument.felmarkera',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  need: ({ dokumentId }) => ({ ids: [dokumentId] }),
  enhet: enhetensPost('dokument', ({ dokumentId }) => dokumentId),
  decide(state, { dokumentId, orsak }, context) {
    const stored = state.get('dokument', dokumentId);
    if (!stored) return reject('finns-inte', 'dokumentId');
    const hinder = dokumenthinder(state, stored.knytsTill, context.actor);
    if (hinder) return reject(hinder);
    if (stored.felmarkerad) return reject('dokument-felmarkerat');
    if (!farFelmarkeraDokument(stored, context.actor)) return reject('inte-forfattare');
    return [{ op: 'put', type: 'dokument', id: dokumentId, data: { ...stored, felmarkerad: { ...signaturOf(context), orsak } } }];
  },
});

/** FRAGA-36, as of texts: whoever filed it, and the enhetschef. */
const farFelmarkeraDokument = ({ skapad }: Pick<Dokument, 'skapad'>, actor: Pick<Actor, 'id' | 'roller'>): boolean =>
  skapad.anvandareId === actor.id || actor.roller.includes('enhetschef');
