import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { type IndividuellPlan, plansteg } from './records.ts';
import { planhinder, planstegshinder } from './regler.ts';

/** Notes that an individuell plan was offered, asked for, declined, made or gone through again on a day (LSS 10 §). */
export const noteraIndividuellPlan = defineCommand({
  name: 'individuellPlan.notera',
  version: 1,
  input: z.strictObject({
    personId: id,
    beslutId: id,
    planId: id,
    steg: z.enum(plansteg),
    dag: day,
    anteckning: line(1000).min(1).optional(),
    rev: id,
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { beslutId, planId, steg, dag, anteckning, rev }, context) {
    const beslut = state.get('beslut', beslutId);
    const insatser = state.katalogLista('insats');
    const hinder = planhinder(insatser, beslut);
    if (hinder || !beslut) return hinder ?? reject('finns-inte', 'beslutId');
    const stegets = planstegshinder(
      beslut,
      { planer: state.list('individuellPlan'), beslut: state.list('beslut'), insatser },
      { steg, dag },
      swedishDay(context.now),
    );
    if (stegets) return stegets;
    if (state.get('individuellPlan', planId)) return reject('finns-redan');
    const data: IndividuellPlan = {
      beslutId,
      steg,
      dag,
      ...(anteckning === undefined ? {} : { anteckning }),
      av: signaturOf(context),
      rev,
    };
    return [{ op: 'put', type: 'individuellPlan', id: planId, data }];
  },
});
