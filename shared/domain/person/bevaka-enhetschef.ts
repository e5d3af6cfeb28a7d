import { swedishDay } from '../../util/datum.ts';
import { andraId } from '../andra-id.ts';
import type { Bevakning } from '../bevakning/records.ts';
import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { vardeMedKod } from '../katalog/uppslag.ts';

/**
 * A bevakning for the enhetschef, from today: one for each unit, for what one chef has dealt with another has not. It belongs to the role
 * and not to a function: the function it names, the authority's where there is one, is what an older program shows. No personal data stands
 * in its text (FRAGA-62).
 * @param bevakningId of the first; the others' follow from it
 * @param enheter none = it is of the kund herself, whose units are one
 */
export function bevakaEnhetschef(
  state: Pick<State, 'katalogLista'>,
  bevakningId: string,
  { enheter, ...om }: Pick<Bevakning, 'text' | 'ref' | 'skal'> & { enheter: string[] },
  context: Context,
): Extract<Change, { op: 'put'; type: 'bevakning' }>[] {
  const myndighet = state.katalogLista('utforare').find(({ data }) => data.slag === 'myndighet')?.id;
  const { text, ref, skal } = om;
  const data: Bevakning = {
    datum: swedishDay(context.now),
    status: 'Ej påbörjad',
    typ: vardeMedKod(state, 'bevakningstyp', 'enhetschefen')?.namn ?? 'Till enhetschefen',
    text,
    bevakasAvId: myndighet ?? context.actor.funktionId ?? context.actor.id,
    bevakasAvRoll: 'enhetschef',
    ...(skal ? { skal } : {}),
    ref,
    skapad: signaturOf(context),
  };
  if (enheter.length === 0) return [{ op: 'put', type: 'bevakning', id: bevakningId, data }];
  return enheter.map((enhet, nr) => ({ op: 'put', type: 'bevakning', id: andraId(bevakningId, nr), data: { ...data, enhet } }));
}
