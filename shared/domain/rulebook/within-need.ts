import { canonical } from '../../util/canonical.ts';
import type { State } from '../command.ts';
import { isVaxande, type Need } from '../need.ts';

/** A rule asked for what it had not said it needs. A defect of the rule, as any TypeError: the server has not read it. */
export class UndeclaredRead extends TypeError {}

/** A state that answers about {@link vaxandeTyper} only what was declared, and throws at the rest, whoever keeps the records. */
export function withinNeed(state: State, { ids = [], anteckningar = [], allt }: Need = {}): State {
  if (allt) return state;
  const named = new Set(ids);
  const chosen = new Set(anteckningar.map(canonical));
  return {
    ...state,
    get(type, id) {
      if (isVaxande(type) && !named.has(id)) throw new UndeclaredRead(`${type} ${id} was not declared`);
      return state.get(type, id);
    },
    list(type, urval) {
      if (isVaxande(type) && !(urval && chosen.has(canonical(urval)))) throw new UndeclaredRead(`list of ${type} was not declared`);
      return state.list(type, urval);
    },
  };
}
