import { compare } from '../../util/compare.ts';
import type { State } from '../command.ts';

const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);

/**
 * A state whose lists come in the order of their ids, whatever order the store keeps them in: a rule that takes the first that
 * fits, and the history a command leaves, are then the same on the client and on the server.
 */
export const iOrdning = (state: State): State => ({
  get: (type, id) => state.get(type, id),
  list: (type, urval) => [...state.list(type, urval)].sort(byId),
  katalog: (type, id) => state.katalog(type, id),
  katalogLista: (type) => [...state.katalogLista(type)].sort(byId),
  personMedNummer: (personnummer) => state.personMedNummer(personnummer),
});
