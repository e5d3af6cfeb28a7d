/** Test support only: what the clock computes of a whole akt. */

import type { State } from '../command.ts';
import { type Fristrad, fristkatalog } from '../klocka/frist.ts';
import { type Fristakt, fristaktUtanAnteckningar, skrivenSenast } from '../klocka/fristakt.ts';
import { frister } from '../klocka/frister.ts';
import { type Ivotid, ivotider } from '../klocka/ivo.ts';

type Lasbar = Pick<State, 'get' | 'list' | 'katalogLista'>;

/** None without its person. */
export function fristerAv(state: Lasbar, personId: string): Fristrad[] {
  const akt = fristakt(state, personId);
  return akt ? frister(akt, fristkatalog(state)) : [];
}

/** The times that belong in reports to IVO; none without its person. */
export function ivotiderAv(state: Lasbar, personId: string): Ivotid[] {
  const akt = fristakt(state, personId);
  return akt ? ivotider(akt, fristkatalog(state)) : [];
}

function fristakt(state: Lasbar, personId: string): Fristakt | undefined {
  const data = state.get('person', personId);
  if (!data) return undefined;
  const anteckningar = state.list('anteckning');
  return {
    ...fristaktUtanAnteckningar(state, { id: personId, data }),
    osignerade: anteckningar.filter((one) => !one.data.signerad && !one.data.felmarkerad),
    senastSkrivet: (utredningId) => skrivenSenast(anteckningar, utredningId),
  };
}
