import { swedishDay } from '../../util/datum.ts';
import type { Bevakning } from '../bevakning/records.ts';
import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { vardeMedKod } from '../katalog/uppslag.ts';

/**
 * A bevakning for the enhetschef, from today. It belongs to the role and not to a function: the function it names, the authority's where
 * there is one, is what an older program shows. Of the kund herself it is every unit's chef's, unless a unit is named. No personal data stands in its text (FRAGA-62).
 */
export function bevakaEnhetschef(
  state: Pick<State, 'katalogLista'>,
  bevakningId: string,
  { text, ref, skal, enhet }: Pick<Bevakning, 'text' | 'ref' | 'skal' | 'enhet'>,
  context: Context,
): Change[] {
  const myndighet = state.katalogLista('utforare').find(({ data }) => data.slag === 'myndighet')?.id;
  const data: Bevakning = {
    datum: swedishDay(context.now),
    status: 'Ej påbörjad',
    typ: vardeMedKod(state, 'bevakningstyp', 'enhetschefen')?.namn ?? 'Till enhetschefen',
    text,
    bevakasAvId: myndighet ?? context.actor.funktionId ?? context.actor.id,
    bevakasAvRoll: 'enhetschef',
    ...(skal ? { skal } : {}),
    ...(enhet === undefined ? {} : { enhet }),
    ref,
    skapad: signaturOf(context),
  };
  return [{ op: 'put', type: 'bevakning', id: bevakningId, data }];
}
