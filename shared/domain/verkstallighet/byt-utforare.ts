import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { provaFunktion } from '../ansvar.ts';
import { behoverEgenBekraftelse } from '../bestallning/urval.ts';
import { defineCommand, olderInput, type Rejection, reject, type State } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { id } from '../fields.ts';
import { kanHaLssInsatser } from '../katalog/uppslag.ts';
import { aktScope } from '../scope.ts';
import { isAvslutad } from './avsluta.ts';
import type { Verkstallighet } from './records.ts';

const utanOrganisation = z.strictObject({
  personId: id,
  verkstallighetId: id,
  /** The utförare the form showed. */
  fran: id,
  utforareId: id,
  organisationId: id,
});
const input = utanOrganisation.extend({
  /** The organisation the form showed; null = a program that did not say. */
  franOrganisationId: id.nullable(),
});

/**
 * Byte av utförare/organisation (VERK-15): LSS Insatser goes to another handläggare's function. A verkställighet that the handläggare
 * keeps for a private utförare changes organisation only: who carries it out follows from its order.
 */
export const bytUtforare = defineCommand({
  name: 'verkstallighet.bytUtforare',
  version: 2,
  input,
  older: [olderInput(utanOrganisation, (older) => ({ ...older, franOrganisationId: null }))],
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('verkstallighet', ({ verkstallighetId }) => verkstallighetId),
  decide(state, { personId, verkstallighetId, fran, franOrganisationId, utforareId, organisationId }, context) {
    const stored = state.get('verkstallighet', verkstallighetId);
    if (!stored) return reject('finns-inte');
    if (isAvslutad(stored, swedishDay(context.now))) return reject('verkstallighet-avslutad');
    if (stored.utforareId !== fran || (franOrganisationId ?? stored.organisationId) !== stored.organisationId)
      return reject('andrad-av-annan');
    const refused =
      bytesfel(state, stored, utforareId) ??
      (stored.lssInsatser && utforareId !== fran
        ? provaFunktion(state, personId, enhetOf('verkstallighet', stored, state.get('person', personId)), utforareId, 'utforareId')
        : undefined);
    if (refused) return refused;
    if (!state.katalog('organisation', organisationId)) return reject('finns-inte-i-katalogen', 'organisationId');
    if (utforareId === fran && organisationId === stored.organisationId) return [];
    return [{ op: 'put', type: 'verkstallighet', id: verkstallighetId, data: { ...stored, utforareId, organisationId } }];
  },
});

function bytesfel(state: State, stored: Verkstallighet, utforareId: string): Rejection | undefined {
  const utforare = state.katalog('utforare', utforareId);
  if (stored.lssInsatser) return utforare && kanHaLssInsatser(utforare) ? undefined : reject('utforare-stammer-inte', 'utforareId');
  if (!behoverEgenBekraftelse(state.katalog('utforare', stored.utforareId))) return reject('utforarens-verkstallighet');
  return utforareId === stored.utforareId ? undefined : reject('utforare-stammer-inte', 'utforareId');
}
