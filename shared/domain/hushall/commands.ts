import { z } from 'zod';
import { type Change, defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { hushallFalt, maxHushall, maySeMedlem, medlemmarAttSpara } from './medlemmar.ts';

const input = z
  .strictObject({
    personId: id,
    /** Every member the form was filled from, with its revision then; null where it had none. */
    bas: z.array(z.strictObject({ id, rev: id.nullable() })).max(200),
    /** The whole hushåll after the edit: a stored member that is left out is removed. */
    medlemmar: z.array(z.strictObject({ id, data: hushallFalt })).max(maxHushall),
    /** The user has confirmed that another than the kund is registerledare (FORB-07). */
    bekraftadRegisterledare: z.boolean().optional(),
    /** The revision this save gives every member. */
    rev: id,
  })
  .refine(({ medlemmar }) => new Set(medlemmar.map((one) => one.id)).size === medlemmar.length, {
    path: ['medlemmar'],
    error: 'duplicate-id',
  })
  .refine(({ bas, rev }) => bas.every((one) => one.rev !== rev), { path: ['rev'], error: 'same-revision' });

/** Saves the tab Hushåll as a whole (HUSH-01 to HUSH-07): before that nothing is stored. */
export const sparaHushall = defineCommand({
  name: 'hushall.spara',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, bas, medlemmar, bekraftadRegisterledare, rev }, { now, actor }) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    // The form knew of those whom the user may know of; the others stay as they are.
    const stored = state.list('hushallsmedlem').filter(({ data }) => maySeMedlem(data, actor));
    const seen = new Map(bas.map((one) => [one.id, one.rev]));
    const asSeen = stored.length === seen.size && stored.every((one) => seen.get(one.id) === (one.data.rev ?? null));
    if (!asSeen) return reject('andrad-av-annan');
    const hushallets = { personId, personnummer: person.personnummer, rev, bekraftadRegisterledare };
    const saved = medlemmarAttSpara(state, hushallets, medlemmar, now, 'medlemmar');
    if (!saved.ok) return saved.error;
    const kept = new Set(medlemmar.map((one) => one.id));
    const removed = stored.filter((one) => !kept.has(one.id)).map((one): Change => ({ op: 'delete', type: 'hushallsmedlem', id: one.id }));
    return [...saved.value, ...removed];
  },
});
