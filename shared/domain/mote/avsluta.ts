import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Mote } from './records.ts';

const gemensamt = {
  personId: id,
  moteId: id,
  /** The revision that the form showed: one that was moved meanwhile is not ended unseen. */
  sedd: id,
};

/** Says that a meeting was held. What was said there is written in the dokumentation. */
export const hallMote = defineCommand({
  name: 'mote.hall',
  version: 1,
  input: z.strictObject(gemensamt),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('mote', ({ moteId }) => moteId),
  decide(state, { moteId, sedd }, context) {
    const svar = planerat(state, moteId);
    if ('hinder' in svar) return svar.hinder.code === 'motet-hallet' ? [] : svar.hinder;
    const { mote: stored } = svar;
    if (stored.rev !== sedd) return reject('andrad-av-annan');
    if (stored.dag > swedishDay(context.now)) return reject('datum-i-framtiden', 'dag');
    return [{ op: 'put', type: 'mote', id: moteId, data: { ...stored, hallet: signaturOf(context) } }];
  },
});

/** Says that a meeting is not to be held, and why. It stays in the akt. */
export const stallInMote = defineCommand({
  name: 'mote.stallIn',
  version: 1,
  input: z.strictObject({ ...gemensamt, orsak: line(500).min(1) }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('mote', ({ moteId }) => moteId),
  decide(state, { moteId, sedd, orsak }, context) {
    const svar = planerat(state, moteId);
    if ('hinder' in svar) return svar.hinder.code === 'motet-installt' ? [] : svar.hinder;
    const { mote: stored } = svar;
    if (stored.rev !== sedd) return reject('andrad-av-annan');
    const data: Mote = { ...stored, andringar: stored.andringar + 1, installt: { ...signaturOf(context), orsak } };
    return [{ op: 'put', type: 'mote', id: moteId, data }];
  },
});

function planerat(state: Pick<State, 'get'>, moteId: string): { mote: Mote } | { hinder: Rejection } {
  const mote = state.get('mote', moteId);
  if (!mote) return { hinder: reject('finns-inte', 'moteId') };
  if (mote.felmarkering) return { hinder: reject('motet-felmarkerat') };
  if (mote.hallet) return { hinder: reject('motet-hallet') };
  return mote.installt ? { hinder: reject('motet-installt') } : { mote };
}
