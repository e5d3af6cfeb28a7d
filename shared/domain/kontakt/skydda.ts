import { z } from 'zod';
import { type Change, defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';

const input = z.strictObject({ personId: id, kontaktId: id, skyddad: z.boolean() });

/** Moves a contact behind the protection that they have as a kund of their own, or out of it: the server's own (FRAGA-62). */
export const skyddaKontakt = defineCommand({
  name: 'kontakt.skydda',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide(state, { kontaktId, skyddad }) {
    const stored = state.get('kontakt', kontaktId);
    if (!stored) return reject('finns-inte');
    if ((stored.skyddad ?? false) === skyddad) return [];
    const { skyddad: _, ...open } = stored;
    return [{ op: 'put', type: 'kontakt', id: kontaktId, data: skyddad ? { ...open, skyddad } : open } as Change];
  },
});
