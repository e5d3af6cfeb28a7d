import { z } from 'zod';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Uppfoljning } from './records.ts';
import { planerade, planeringshinder } from './regler.ts';

/** Plans an uppföljning of a bifall for a day, or moves one that is planned to another day. One that a colleague planned for that day is enough. */
export const planeraUppfoljning = defineCommand({
  name: 'uppfoljning.planera',
  version: 1,
  input: z.strictObject({
    personId: id,
    beslutId: id,
    uppfoljningId: id,
    dag: day,
    /** The revision that the form showed; null = there was none. */
    sedd: id.nullable(),
    rev: id,
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { beslutId, uppfoljningId, dag, sedd, rev }, context) {
    const hinder = planeringshinder(state.get('beslut', beslutId), dag);
    if (hinder) return hinder;
    const stored = state.get('uppfoljning', uppfoljningId);
    if (stored?.felmarkering) return reject('uppfoljningen-felmarkerad');
    if (stored?.genomford) return reject('uppfoljningen-genomford');
    if ((stored?.rev ?? null) !== sedd || (stored && stored.beslutId !== beslutId)) return reject('andrad-av-annan');
    const samma = planerade(state.list('uppfoljning'), beslutId).some((one) => one.id !== uppfoljningId && one.data.planerad === dag);
    if (samma) return reject('uppfoljning-redan-planerad', 'dag');
    const data: Uppfoljning = { ...stored, beslutId, planerad: dag, planeradAv: signaturOf(context), rev };
    return [{ op: 'put', type: 'uppfoljning', id: uppfoljningId, data }];
  },
});
