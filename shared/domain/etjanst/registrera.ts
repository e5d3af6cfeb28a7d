import { z } from 'zod';
import { type Change, type Context, type Decision, defineCommand, isRejection, reject, type State } from '../command.ts';
import { valdEnhet } from '../enhet.ts';
import { day, forEnhet, id, line } from '../fields.ts';
import { sparaKontakt } from '../kontakt/commands.ts';
import { kontaktFalt } from '../kontakt/records.ts';
import { medAndringar } from '../med-andringar.ts';
import { samtyckessatt } from '../samtycke/records.ts';
import { registreraSamtycke } from '../samtycke/registrera.ts';
import { aktScope } from '../scope.ts';
import { sparaGodkannande } from './godkann.ts';

const input = z.strictObject({
  personId: id,
  /** The user's unit that was given the samtycke, and approves. */
  enhet: forEnhet,
  kontaktId: id,
  /** Of somebody who is no contact yet. */
  kontakt: kontaktFalt.optional(),
  /** Where none holds: what the kund agreed to, how it was given and who received it. */
  samtycke: z
    .strictObject({
      ...{ samtyckeId: id, avser: line(120).min(1), fran: day, tom: day.optional(), hur: z.enum(samtyckessatt), dokumentId: id.optional() },
      mottaget: z.strictObject({ dag: day, av: line(120).min(1) }),
    })
    .optional(),
  godkannandeId: id,
  rev: id,
  fran: day,
  tom: day,
  anteckning: line(2000).optional(),
  mobil: line(40).optional(),
  epost: line(120).optional(),
});

/**
 * Registers somebody near, the samtycke and the approval in one operation (FORB-64): each step is decided by its own rule on the akt as the one before
 * leaves it, and where one is refused none is done.
 */
export const registreraNarstaende = defineCommand({
  name: 'godkannande.registrera',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  need: ({ samtycke }) => ({ ids: samtycke?.dokumentId === undefined ? [] : [samtycke.dokumentId] }),
  enhet: (state, { personId, enhet }, { actor }) => {
    const person = state.get('person', personId);
    return person && valdEnhet(actor, person, enhet, undefined);
  },
  decide(state, { personId, enhet, kontaktId, kontakt, samtycke, ...godkannande }, context) {
    const medEnhet = enhet === undefined ? {} : { enhet };
    const steg: ((nu: State, context: Context) => Decision)[] = [
      ...(kontakt ? [(nu: State) => sparaKontakt.decide(nu, { personId, kontaktId, basRev: null, kontakt }, context)] : []),
      ...(samtycke
        ? [
            (nu: State) =>
              medFalt('samtycke', registreraSamtycke.decide(nu, { personId, ...medEnhet, ...samtycke, till: { kontaktId } }, context)),
          ]
        : []),
      (nu) => sparaGodkannande.decide(nu, { personId, ...medEnhet, kontaktId, basRev: null, ...godkannande }, context),
    ];
    let changes: Change[] = [];
    for (const ett of steg) {
      const gjort = ett(medAndringar(state, changes), context);
      if (isRejection(gjort)) return gjort;
      changes = [...changes, ...gjort];
    }
    return changes;
  },
});

/** A refusal of a step, at its field of the whole. */
const medFalt = (steg: string, decision: Decision): Decision =>
  isRejection(decision) ? reject(decision.code, decision.field === undefined ? steg : `${steg}.${decision.field}`) : decision;
