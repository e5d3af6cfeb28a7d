import type { Change, State } from '../command.ts';
import type { Person } from './records.ts';

/** What a beslut says of the personkrets holds for the person too (FORB-25). Its form's revision stays: no form edits it. */
export function sattPersonkrets(state: Pick<State, 'get'>, personId: string, personkrets: Person['personkrets']): Change[] {
  const person = state.get('person', personId);
  if (!person || personkrets === undefined || person.personkrets === personkrets) return [];
  return [{ op: 'put', type: 'person', id: personId, data: { ...person, personkrets } }];
}
