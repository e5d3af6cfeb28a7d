import { compare } from '../../util/compare.ts';
import { annanScope, type Lasbart, type State } from '../command.ts';

const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);

/**
 * A state whose lists come in the order of their ids, whatever order the store keeps them in: a rule that takes the first that
 * fits, and the history a command leaves, are then the same on the client and on the server.
 */
export const iOrdning = (state: State): State => ({
  ...lasbart(state),
  katalog: (type, id) => state.katalog(type, id),
  katalogLista: (type) => [...state.katalogLista(type)].sort(byId),
  personMedNummer: (personnummer) => state.personMedNummer(personnummer),
  annan: (scope) => lasbart(annanScope(state, scope)),
});

const lasbart = (of: Lasbart): Lasbart => ({
  get: (type, id) => of.get(type, id),
  list: (type, urval) => [...of.list(type, urval)].sort(byId),
});
