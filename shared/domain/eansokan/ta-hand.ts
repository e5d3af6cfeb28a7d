import { z } from 'zod';
import { type Change, defineCommand, reject, signaturOf } from '../command.ts';
import { id, line } from '../fields.ts';
import { eansokanScope } from '../scope.ts';
import { type Eansokan, eansokanRecord } from './records.ts';

const put = (eansokanId: string, data: Eansokan): Change[] => [{ op: 'put', type: eansokanRecord.type, id: eansokanId, data }];

/** "Jag tar hand om den", and letting go of it (FORB-57). Who takes over what a colleague has must have seen that. */
export const taHandOmEansokan = defineCommand({
  name: 'eansokan.tagHand',
  version: 1,
  input: z.strictObject({
    eansokanId: id,
    /** False = it is nobody's again. */
    tar: z.boolean(),
    /** Whose it was as the list showed it; null = nobody's. */
    sedd: id.nullable(),
  }),
  scope: ({ eansokanId }) => eansokanScope(eansokanId),
  decide(state, { eansokanId, tar, sedd }, context) {
    const stored = state.get('eansokan', eansokanId);
    if (!stored) return reject('finns-inte');
    if (stored.utfall) return reject('eansokan-avslutad');
    const { tagen, ...fri } = stored;
    const hos = tagen?.anvandareId ?? null;
    if (hos === (tar ? context.actor.id : null)) return [];
    if (hos !== sedd) return reject('andrad-av-annan', 'tagen');
    return put(eansokanId, { ...(fri as Eansokan), ...(tar ? { tagen: signaturOf(context) } : {}) });
  },
});

/** The applicant has taken it back before anything was made of it (FRAGA-40). */
export const atertaEansokan = defineCommand({
  name: 'eansokan.aterta',
  version: 1,
  input: z.strictObject({ eansokanId: id, kommentar: line(1000).min(1) }),
  scope: ({ eansokanId }) => eansokanScope(eansokanId),
  decide(state, { eansokanId, kommentar }, context) {
    const stored = state.get('eansokan', eansokanId);
    if (!stored) return reject('finns-inte');
    if (stored.utfall) return reject(stored.utfall.slag === 'atertagen' ? 'eansokan-avslutad' : 'eansokan-redan-kopplad');
    return put(eansokanId, { ...stored, utfall: { slag: 'atertagen', ...signaturOf(context), kommentar } });
  },
});

/** Gives it the protection that its sender has as a kund, or takes it back: the server's own, as with contacts (FRAGA-62). */
export const skyddaEansokan = defineCommand({
  name: 'eansokan.skydda',
  version: 1,
  input: z.strictObject({ eansokanId: id, skyddad: z.boolean() }),
  scope: ({ eansokanId }) => eansokanScope(eansokanId),
  decide(state, { eansokanId, skyddad }) {
    const stored = state.get('eansokan', eansokanId);
    if (!stored) return reject('finns-inte');
    if ((stored.skyddad ?? false) === skyddad) return [];
    const { skyddad: _, ...oppen } = stored;
    return put(eansokanId, { ...(oppen as Eansokan), ...(skyddad ? { skyddad } : {}) });
  },
});
