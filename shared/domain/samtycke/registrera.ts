import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, signaturOf } from '../command.ts';
import { enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { day, forEnhet, id, line } from '../fields.ts';
import { vardenAv } from '../katalog/varden.ts';
import { aktScope } from '../scope.ts';
import { type Samtycke, samtyckessatt } from './records.ts';

const input = z.strictObject({
  personId: id,
  samtyckeId: id,
  /** The user's unit that it was given to. */
  enhet: forEnhet,
  avser: line(120).min(1),
  till: z.union([z.strictObject({ kontaktId: id }), z.strictObject({ namn: line(200).min(1) })]),
  fran: day,
  tom: day.optional(),
  hur: z.enum(samtyckessatt),
  dokumentId: id.optional(),
  mottaget: z.strictObject({ dag: day, av: line(120).min(1) }),
});

/** Registers what a kund has agreed to, as the unit was told it (SAMT-01). What it allows the municipality's list says. */
export const registreraSamtycke = defineCommand({
  name: 'samtycke.registrera',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  need: ({ dokumentId }) => ({ ids: dokumentId === undefined ? [] : [dokumentId] }),
  enhet: (state, { personId, enhet }, { actor }) => {
    const person = state.get('person', personId);
    return person && valdEnhet(actor, person, enhet, undefined);
  },
  decide(state, { personId, samtyckeId, enhet: vald, till, ...falt }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    if (state.get('samtycke', samtyckeId)) return reject('finns-redan');
    const annan = provaEnhet(context.actor, person, vald);
    if (annan) return annan;
    const enhet = valdEnhet(context.actor, person, vald, undefined);
    const tillater = vardenAv(state, 'samtyckesslag').find(({ namn }) => namn === falt.avser)?.tillater;
    if (!tillater || tillater.length === 0) return reject('finns-inte-i-katalogen', 'avser');
    if (falt.mottaget.dag > swedishDay(context.now)) return reject('datum-i-framtiden', 'mottaget.dag');
    if (falt.tom !== undefined && falt.tom < falt.fran) return reject('datum-fore', 'tom');
    const kontakt = 'kontaktId' in till ? state.get('kontakt', till.kontaktId) : undefined;
    if ('kontaktId' in till && !kontakt) return reject('finns-inte', 'till');
    const dokument = falt.dokumentId === undefined ? undefined : state.get('dokument', falt.dokumentId);
    if (falt.dokumentId !== undefined) {
      if (!dokument) return reject('finns-inte', 'dokumentId');
      if (dokument.felmarkerad) return reject('dokument-felmarkerat', 'dokumentId');
      if (enhetOf('dokument', dokument, person) !== enhet) return reject('annan-enhet', 'dokumentId');
    }
    const data: Samtycke = {
      ...(enhet === undefined ? {} : { enhet }),
      ...falt,
      tillater: [...tillater],
      till: 'kontaktId' in till ? { kontaktId: till.kontaktId, namn: kontakt?.namn ?? '' } : till,
      registrerat: signaturOf(context),
      ...(kontakt?.skyddad ? { skyddad: true } : {}),
    };
    return [{ op: 'put', type: 'samtycke', id: samtyckeId, data }];
  },
});
