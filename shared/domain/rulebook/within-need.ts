import { canonical } from '../../util/canonical.ts';
import { annanScope, type Lasbart, type Last, type State } from '../command.ts';
import { isVaxande, type Need } from '../need.ts';

/** A rule asked for what it had not said it needs. A defect of the rule, as any TypeError: the server has not read it. */
export class UndeclaredRead extends TypeError {}

/**
 * A state that answers about {@link vaxandeTyper}, and of other scopes, only what was declared, and throws at the rest, whoever keeps the
 * records.
 */
export function withinNeed(state: State, need: Need = {}, laser: Last[] = []): State {
  return {
    ...state,
    ...lasbart(state, need),
    annan(scope) {
      const alla = laser.filter((one) => one.scope === scope);
      if (alla.length === 0) throw new UndeclaredRead(`${scope} was not declared`);
      return lasbart(annanScope(state, scope), { ids: alla.flatMap((one) => one.need?.ids ?? []) });
    },
  };
}

function lasbart(state: Lasbart, { ids = [], anteckningar = [], allt }: Need): Lasbart {
  if (allt) return { get: (type, id) => state.get(type, id), list: (type, urval) => state.list(type, urval) };
  const named = new Set(ids);
  const chosen = new Set(anteckningar.map(canonical));
  return {
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
