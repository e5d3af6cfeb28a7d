import { z } from 'zod';
import { defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../records.ts';
import { kontakt } from './records.ts';

const sparaInput = z.strictObject({
  personId: id,
  kontaktId: id,
  /** The revision the form was filled from; null for a new contact. */
  basRev: id.nullable(),
  kontakt: z.strictObject(kontakt.shape),
});

/** Adds or changes a row of Kontaktuppgifter (PERS-03, PERS-04). */
export const sparaKontakt = defineCommand({
  name: 'kontakt.spara',
  version: 1,
  input: sparaInput,
  scope: (input) => aktScope(input.personId),
  decide(state, input) {
    if (!state.get('person', input.personId)) return reject('finns-inte');
    const stored = state.get('kontakt', input.kontaktId);
    if ((stored?.rev ?? null) !== input.basRev) return reject(stored ? 'andrad-av-annan' : 'finns-inte');
    return [{ op: 'put', type: 'kontakt', id: input.kontaktId, data: { ...stored, ...input.kontakt } }];
  },
});

const taBortInput = z.strictObject({ personId: id, kontaktId: id, basRev: id });

/** Removes a row of Kontaktuppgifter. */
export const taBortKontakt = defineCommand({
  name: 'kontakt.taBort',
  version: 1,
  input: taBortInput,
  scope: (input) => aktScope(input.personId),
  decide(state, input) {
    const stored = state.get('kontakt', input.kontaktId);
    if (!stored) return reject('finns-inte');
    if (stored.rev !== input.basRev) return reject('andrad-av-annan');
    return [{ op: 'delete', type: 'kontakt', id: input.kontaktId }];
  },
});
