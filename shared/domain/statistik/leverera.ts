import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { id } from '../fields.ts';
import { katalogScope } from '../scope.ts';
import { arDess } from './perioder.ts';
import { leveransinput } from './records.ts';

/** Notes that a list was saved as a file to be delivered. Each file is noted, also of a list that was delivered before: it was corrected. */
export const levereraStatistik = defineCommand({
  name: 'statistik.leverera',
  version: 1,
  input: z.strictObject({ leveransId: id, ...leveransinput }),
  scope: () => katalogScope,
  iKatalogen: true,
  decide(state, { leveransId, ...fil }, context) {
    const beskrivning = state.katalog('statistikbeskrivning', fil.beskrivningId);
    if (!beskrivning || beskrivning.register !== fil.register) return reject('finns-inte-i-katalogen', 'beskrivningId');
    if (fil.dag > swedishDay(context.now)) return reject('datum-i-framtiden', 'dag');
    if (!arDess(beskrivning, fil.dag)) return reject('stammer-inte-med-katalogen', 'dag');
    if (state.katalog('statistikleverans', leveransId)) return reject('finns-redan', 'leveransId');
    const { namn, exempel } = beskrivning;
    return [{ op: 'put', type: 'statistikleverans', id: leveransId, data: { ...fil, namn, exempel, av: signaturOf(context) } }];
  },
});
