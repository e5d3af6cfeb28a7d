import { canonical } from '../util/canonical.ts';
import type { State } from './command.ts';
import type { RecordType } from './records.ts';

/** Types whose records grow in number with use. An akt of thousands of them costs a command no more than one of twenty. */
export const vaxandeTyper = ['anteckning', 'handelse', 'konfliktval'] as const satisfies RecordType[];
export const isVaxande = (type: RecordType): type is (typeof vaxandeTyper)[number] => (vaxandeTyper as readonly string[]).includes(type);

/** Notes of one dokumentation: all, or the unsigned under one rubrik. */
export type Urval = { dokumentationId: string; osignerad?: { rubrikKod: string } };

/** What a rule reads of {@link vaxandeTyper}: records by id, and notes by where they stand. */
export type Need = { ids?: string[]; anteckningar?: Urval[] };

/** A rule asked for what it had not said it needs. A defect of the rule, as any TypeError: the server has not read it. */
export class UndeclaredRead extends TypeError {}

/** A state that answers about {@link vaxandeTyper} only what was declared, and throws at the rest, whoever keeps the records. */
export function withinNeed(state: State, { ids = [], anteckningar = [] }: Need = {}): State {
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
