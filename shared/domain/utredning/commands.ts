import { z } from 'zod';
import { provaAnsvar } from '../ansvar.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning, type Utredning } from './records.ts';

const bytInput = z.strictObject({ personId: id, utredningId: id, /** The handläggare the form showed. */ fran: id, till: id });

/** Hands an ongoing utredning to another handläggare (ROLL-10). */
export const bytHandlaggare = defineCommand({
  name: 'utredning.bytHandlaggare',
  version: 1,
  input: bytInput,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, { personId, utredningId, fran, till }) {
    const stored = state.get('utredning', utredningId);
    if (!stored) return reject('finns-inte');
    if (!isOpenUtredning(stored)) return reject('utredningen-avslutad');
    if (stored.ansvarigHandlaggareId !== fran) return reject('andrad-av-annan');
    if (till === fran) return [];
    const enhet = enhetOf('utredning', stored, state.get('person', personId));
    const fel = provaAnsvar(state, personId, enhet, { ansvarigHandlaggareId: till });
    if (fel) return reject(fel.code, 'till');
    return [{ op: 'put', type: 'utredning', id: utredningId, data: { ...stored, ansvarigHandlaggareId: till } }];
  },
});

const oppnaInput = z.strictObject({ personId: id, utredningId: id, skal: line(500) });

/** Opens an ended utredning again: by systemförvaltare, with a reason (FRAGA-09). */
export const oppnaUtredningIgen = defineCommand({
  name: 'utredning.oppnaIgen',
  version: 1,
  input: oppnaInput,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, { utredningId, skal }, context) {
    const stored = state.get('utredning', utredningId);
    if (!stored) return reject('finns-inte');
    // The form is offered for an ended one: somebody was first.
    if (isOpenUtredning(stored)) return reject('andrad-av-annan');
    if (skal === '') return reject('skal-kravs', 'skal');
    const { slutdatum: _, ...rest } = stored;
    const data = { ...(rest as Utredning), oppnadIgen: { ...signaturOf(context), skal } };
    return [{ op: 'put', type: 'utredning', id: utredningId, data }];
  },
});
