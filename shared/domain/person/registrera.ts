import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Change, defineCommand, olderInput, reject } from '../command.ts';
import { id, instant } from '../fields.ts';
import { hushallFalt, maxHushall, medlemmarAttSpara } from '../hushall/medlemmar.ts';
import { vardenAv } from '../katalog/varden.ts';
import { aktScope } from '../scope.ts';
import { lasPersonFalt, personFalt, personFaltUtanMer } from './falt.ts';
import { kirBevakning } from './kir-bevakning.ts';
import { kundnummerOf } from './kundnummer.ts';
import { upptagetNummer } from './nummer.ts';
import type { Person } from './records.ts';

const inputAv = <F extends z.ZodType>(falt: F) =>
  z
    .strictObject({
      personId: id,
      person: falt,
      /** The unit within whose walls the akt lies: one of the user's own. */
      enhet: z.string().min(1).max(40),
      kir: z.strictObject({ status: z.enum(['traff', 'ejTraff', 'stammerInte', 'ejKontrollerad']), at: instant }),
      /** Vårdnadshavare that the register named (HUSH-01). */
      hushall: z
        .array(z.strictObject({ id, data: hushallFalt }))
        .max(maxHushall)
        .optional(),
      /** Of the bevakning for Systemförvaltningen, when the register's hit was wrong (FORB-03). */
      bevakningId: id.optional(),
      rev: id,
    })
    .refine(({ kir, bevakningId }) => kir.status !== 'stammerInte' || bevakningId !== undefined, {
      path: ['bevakningId'],
      error: 'missing',
    });
const input = inputAv(personFalt);

/** Registers a kund that was not known before (REG-01 to REG-10), with or without the register of residents. */
export const registreraPerson = defineCommand({
  name: 'person.registrera',
  version: 2,
  input,
  older: [olderInput(inputAv(personFaltUtanMer), (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  nummer: ({ person }) => person.personnummer,
  skaparAkt: true,
  decide(state, { personId, person, enhet, kir, hushall = [], bevakningId, rev }, context) {
    if (state.get('person', personId)) return reject('finns-redan');
    if (!context.actor.enheter.includes(enhet)) return reject('atkomst-saknas', 'enhet');
    const last = lasPersonFalt(person, swedishDay(context.now));
    if (!last.ok) return last.error;
    const upptaget = upptagetNummer(state, personId, person.personnummer);
    if (upptaget) return upptaget;
    const medlemmar = medlemmarAttSpara(state, { personId, personnummer: person.personnummer, rev }, hushall, context.now, 'hushall');
    if (!medlemmar.ok) return medlemmar.error;
    // REG-05: the same for everyone, also for one who lives in the municipality.
    const nyckelkod = vardenAv(state, 'nyckelkod')[0]?.namn;
    const data: Person = {
      ...last.value,
      // A register that does not know the person, or means someone else, says that they are not folkbokförd here (REG-04, REG-08).
      folkbokfordIKommunen: person.folkbokfordIKommunen && kir.status !== 'ejTraff' && kir.status !== 'stammerInte',
      kundnummer: kundnummerOf(personId),
      ...(nyckelkod === undefined ? {} : { nyckelkod }),
      kir,
      rev,
      enheter: [enhet],
    };
    const put: Change = { op: 'put', type: 'person', id: personId, data };
    const bevakning = kir.status === 'stammerInte' && bevakningId ? kirBevakning(state, personId, bevakningId, context) : [];
    return [put, ...medlemmar.value, ...bevakning];
  },
});
