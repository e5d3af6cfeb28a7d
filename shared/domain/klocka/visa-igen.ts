import { z } from 'zod';
import { defineCommand, reject } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';

const input = z.strictObject({
  personId: id,
  skjutningId: id,
  /** The revision of the putting-off that was shown. */
  sedd: id,
});

/** Takes a putting-off back: the computed bevakning is in the lists as if nobody had put it off. */
export const visaFristIgen = defineCommand({
  name: 'frist.visaIgen',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('fristskjutning', ({ skjutningId }) => skjutningId),
  decide(state, { personId, skjutningId, sedd }) {
    if (!state.get('person', personId)) return reject('finns-inte');
    const stored = state.get('fristskjutning', skjutningId);
    // Taken back by another: it is shown, as the user wanted.
    if (!stored) return [];
    if (stored.rev !== sedd) return reject('andrad-av-annan');
    return [{ op: 'delete', type: 'fristskjutning', id: skjutningId }];
  },
});
