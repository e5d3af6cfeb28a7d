import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, reject, type State, signaturOf } from '../command.ts';
import { enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { forEnhet, id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bevakningsfalt, liggerPaAvslutat, provaFalt } from './falt.ts';
import { type Bevakning, bevakasTyper } from './records.ts';

const input = z.strictObject({
  personId: id,
  bevakningId: id,
  /** What it is laid on; the kund herself from Personuppgifter (BEV-05, BEV-14). */
  ref: z.strictObject({ type: z.enum(bevakasTyper), id }),
  /** Of one on the kund herself, which of the user's units it is of. */
  enhet: forEnhet,
  ...bevakningsfalt,
});
type LaggBevakning = z.infer<typeof input>;

/** Lays a new bevakning, Ej påbörjad, in the list of a function or a user (BEV-05 to BEV-15). */
export const laggBevakning = defineCommand({
  name: 'bevakning.lagg',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: (state, given, { actor }) => enhetenFor(state, given, actor),
  decide(state, given, context) {
    const { personId, bevakningId, ref, enhet, ...falt } = given;
    const person = state.get('person', personId);
    const finns = ref.type === 'person' ? ref.id === personId : state.get(ref.type, ref.id) !== undefined;
    if (!person || !finns) return reject('finns-inte', 'ref');
    if (state.get('bevakning', bevakningId)) return reject('finns-redan');
    const annan = provaEnhet(context.actor, person, enhet);
    if (annan) return annan;
    if (liggerPaAvslutat(state, ref)) return reject('arendet-avslutat', 'ref');
    const egen = enhetenFor(state, given, context.actor);
    const fel = provaFalt(state, { personId, enhet: egen }, falt, swedishDay(context.now));
    if (fel) return fel;
    const data: Bevakning = {
      // On the kund herself it would be common to all her units: what a unit is to do is its own (OSL 26:1).
      ...(ref.type === 'person' && egen !== undefined ? { enhet: egen } : {}),
      ...falt,
      status: 'Ej påbörjad',
      ref,
      skapad: signaturOf(context),
    };
    return [{ op: 'put', type: 'bevakning', id: bevakningId, data }];
  },
});

/** The unit of what it is laid on; on the kund herself the one that was chosen, else the user's. */
function enhetenFor(
  state: Pick<State, 'get'>,
  { personId, ref, enhet }: Pick<LaggBevakning, 'personId' | 'ref' | 'enhet'>,
  actor: { enheter: string[] },
): string | undefined {
  const person = state.get('person', personId);
  if (ref.type === 'person') return person && valdEnhet(actor, person, enhet, undefined);
  const data = state.get(ref.type, ref.id);
  return data && enhetOf(ref.type, data, person);
}
