import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { begaranshinder } from './part.ts';

/** The days of a request, as a form shows them. */
const begaran = z.strictObject({ inkom: day, besvarad: day.optional() });
const input = z.strictObject({
  personId: id,
  utredningId: id,
  begaran,
  /** What the form showed; null = none. */
  sedd: begaran.nullable(),
});

/**
 * Notes that the party has asked in writing for a decision (FL 12 §): within four weeks it is decided, or the request is refused in a decision
 * of its own. Once a case: another day corrects the first. What was noted where it does not hold can be said to be answered, and no more.
 */
export const noteraBegaran = defineCommand({
  name: 'utredning.noteraBegaran',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, { utredningId, begaran: { inkom, besvarad }, sedd }, context) {
    const stored = state.get('utredning', utredningId);
    if (!stored) return reject('finns-inte', 'utredningId');
    if (!isOpenUtredning(stored)) return reject('utredningen-avslutad');
    if (stored.begaran?.inkom !== sedd?.inkom || stored.begaran?.besvarad !== sedd?.besvarad) return reject('andrad-av-annan');
    if (inkom !== stored.begaran?.inkom) {
      const utredning = { id: utredningId, data: stored };
      const hinder = begaranshinder(state.katalogLista('fristregel'), utredning, state.list('aktualisering'), inkom);
      if (hinder && inkom >= stored.inkomDatum) return hinder;
    }
    const today = swedishDay(context.now);
    if (inkom > today) return reject('datum-i-framtiden', 'begaran.inkom');
    if (inkom < stored.inkomDatum) return reject('datum-fore', 'begaran.inkom');
    if (besvarad !== undefined && besvarad > today) return reject('datum-i-framtiden', 'begaran.besvarad');
    if (besvarad !== undefined && besvarad < inkom) return reject('datum-fore', 'begaran.besvarad');
    const ny = { ...signaturOf(context), inkom, ...(besvarad === undefined ? {} : { besvarad }) };
    return [{ op: 'put', type: 'utredning', id: utredningId, data: { ...stored, begaran: ny } }];
  },
});
