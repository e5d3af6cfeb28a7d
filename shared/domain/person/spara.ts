import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, olderInput, reject } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { lasPersonFalt, personFalt, personFaltUtanMer, utanPersonFalt } from './falt.ts';
import { forslagUtanAdress } from './kir-utan-adress.ts';
import { farBytaNummer, upptagetNummer } from './nummer.ts';
import type { Person } from './records.ts';
import { isSvagareSkydd } from './skydd.ts';

const inputAv = <F extends z.ZodType>(falt: F) =>
  z
    .strictObject({
      personId: id,
      /** The revision the form was filled from; null for a person stored before revisions were kept. */
      basRev: id.nullable(),
      rev: id,
      person: falt,
    })
    .refine(({ rev, basRev }) => rev !== basRev, { path: ['rev'], error: 'same-revision' });
const input = inputAv(personFalt);

/** Changes Personuppgifter (PERS-04, PERS-05). What the form does not show is left as it is. */
export const sparaPerson = defineCommand({
  name: 'person.spara',
  version: 2,
  input,
  older: [olderInput(inputAv(personFaltUtanMer), (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  nummer: ({ person }) => person.personnummer,
  decide(state, { personId, basRev, rev, person }, context) {
    const stored = state.get('person', personId);
    if (!stored) return reject('finns-inte');
    if ((stored.rev ?? null) !== basRev) return reject('andrad-av-annan');
    // A form that was filled before a protection, or without a thought of it, never takes it away.
    if (isSvagareSkydd(person.skydd, stored.skydd)) return reject('skydd-sanks', 'person.skydd');
    const nyttNummer = person.personnummer !== stored.personnummer;
    if (nyttNummer && !farBytaNummer(stored)) return reject('nummer-bekraftat', 'person.personnummer');
    const last = lasPersonFalt(person, swedishDay(context.now), stored);
    if (!last.ok) return last.error;
    const upptaget = upptagetNummer(state, personId, person.personnummer);
    if (upptaget) return upptaget;
    const data: Person = {
      ...utanPersonFalt(stored),
      ...last.value,
      // A number the register has not been asked about is asked about; it knows no interim numbers (FRAGA-05).
      ...(nyttNummer && person.nummerSlag !== 'interim' ? { kir: { status: 'ejKontrollerad' as const, at: context.now } } : {}),
      rev,
    };
    return [{ op: 'put', type: 'person', id: personId, data }, ...(person.skydd === 'ingen' ? [] : forslagUtanAdress(state))];
  },
});
