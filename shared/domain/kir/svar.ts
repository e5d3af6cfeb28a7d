import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { kirSvar } from './kir-svar.ts';
import { kirPost } from './records.ts';

const input = z.strictObject({
  personId: id,
  forslagId: id,
  /** None = the register does not know the person. Without address for whoever is protected: inputs are kept in the log. */
  post: kirPost.optional(),
});

/** Lays what the register of residents answered in the akt of a kund it had not been asked about: the server's own (FRAGA-05). */
export const svaraKir = defineCommand({
  name: 'kir.svara',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide: (state, { personId, forslagId, post }, { now }) => kirSvar(state, personId, post, { forslagId, now }),
});
