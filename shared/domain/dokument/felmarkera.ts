import { z } from 'zod';
import { skrivhinder } from '../behorighet.ts';
import { type Actor, defineCommand, type RejectionCode, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { Dokument } from './records.ts';
import { verkstallighetAv } from './skrivhinder.ts';

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
    const hinder = felmarkeringshinder(stored, verkstallighetAv(state, stored.knytsTill), context.actor);
    if (hinder) return reject(hinder);
    return [{ op: 'put', type: 'dokument', id: dokumentId, data: { ...stored, felmarkerad: { ...signaturOf(context), orsak } } }];
  },
});

/**
 * Why the actor may not mark it as wrong. FRAGA-36, as of texts: whoever filed it may, and the enhetschef.
 * @param verkstallighet the one it is tied to, if it is
 */
export function felmarkeringshinder(
  { felmarkerad, skapad }: Pick<Dokument, 'felmarkerad' | 'skapad'>,
  verkstallighet: Verkstallighet | undefined,
  actor: Pick<Actor, 'id' | 'roller' | 'utforareId'>,
): RejectionCode | undefined {
  const hinder = skrivhinder(verkstallighet, actor);
  if (hinder) return hinder;
  if (felmarkerad) return 'dokument-felmarkerat';
  return skapad.anvandareId === actor.id || actor.roller.includes('enhetschef') ? undefined : 'inte-forfattare';
}
