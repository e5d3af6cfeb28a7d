/** Test support only: the computed bevakningar of a whole akt. */

import type { State } from '../command.ts';
import type { Fristrad } from '../klocka/frist.ts';
import { fristaktUtanAnteckningar, skrivenSenast } from '../klocka/fristakt.ts';
import { frister } from '../klocka/frister.ts';

/** None without its person. */
export function fristerAv(state: Pick<State, 'get' | 'list' | 'katalogLista'>, personId: string): Fristrad[] {
  const data = state.get('person', personId);
  if (!data) return [];
  const anteckningar = state.list('anteckning');
  return frister(
    {
      ...fristaktUtanAnteckningar(state, { id: personId, data }),
      osignerade: anteckningar.filter((one) => !one.data.signerad && !one.data.felmarkerad),
      senastSkrivet: (utredningId) => skrivenSenast(anteckningar, utredningId),
    },
    { regler: state.katalogLista('fristregel'), insatser: state.katalogLista('insats') },
  );
}
