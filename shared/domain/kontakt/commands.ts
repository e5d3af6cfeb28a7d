import { z } from 'zod';
import { defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { kontakt } from './records.ts';

const sparaInput = z
  .strictObject({
    personId: id,
    kontaktId: id,
    /** The revision the form was filled from; null for a new contact. */
    basRev: id.nullable(),
    /** The whole form: a field that is left out has been emptied. */
    kontakt: z.strictObject(kontakt.shape),
  })
  .refine((input) => input.kontakt.rev !== input.basRev, { path: ['kontakt', 'rev'], error: 'same-revision' });
const formFields = Object.keys(kontakt.shape);

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
    const newer = Object.fromEntries(Object.entries(stored ?? {}).filter(([field]) => !formFields.includes(field)));
    return [{ op: 'put', type: 'kontakt', id: input.kontaktId, data: { ...newer, ...input.kontakt } }];
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
