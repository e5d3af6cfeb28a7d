import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Beslut } from './records.ts';

const input = z.strictObject({
  personId: id,
  beslutId: id,
  /** Null takes a day away that was noted by mistake. */
  dag: day.nullable(),
  /** How it is known: a receipt, a conversation. */
  satt: line(120),
  /** The day that the form showed; null = none. */
  sedd: day.nullable(),
});

/** Notes the day the party got part of a beslut through the authority: the time to appeal counts from it (FL 44 §), and from no other day. */
export const noteraTagitDel = defineCommand({
  name: 'beslut.partTagitDel',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { beslutId, dag, satt, sedd }, context) {
    const stored = state.get('beslut', beslutId);
    if (!stored) return reject('finns-inte', 'beslutId');
    if (stored.felmarkerad) return reject('redan-felmarkerat');
    const { partTagitDel, ...utan } = stored;
    if ((partTagitDel?.dag ?? null) !== sedd) return reject('andrad-av-annan');
    if (dag !== null && dag > swedishDay(context.now)) return reject('datum-i-framtiden', 'dag');
    if (dag !== null && dag < stored.beslutsdatum) return reject('datum-fore', 'dag');
    const data: Beslut = dag === null ? (utan as Beslut) : { ...stored, partTagitDel: { ...signaturOf(context), dag, satt } };
    return [{ op: 'put', type: 'beslut', id: beslutId, data }];
  },
});
