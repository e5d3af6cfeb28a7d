import type { z } from 'zod';
import { type Change, type Rejection, reject, type State } from '../command.ts';
import { type Person, person } from './records.ts';

type Personkrets = NonNullable<Person['personkrets']>;

/**
 * The personkrets that was registered when the form was sent; null = none. Absent in a command of a program that did not say:
 * it never changes one that is registered.
 */
export const personkretsSedd = person.shape.personkrets.unwrap().nullable().optional();
export type PersonkretsSedd = z.infer<typeof personkretsSedd>;

/**
 * What a beslut says of the personkrets holds for the person too (FORB-25), as long as the person's own is the one that the form
 * showed beside it (FRAGA-61). Its form's revision stays: no form edits it.
 */
export function sattPersonkrets(
  state: Pick<State, 'get'>,
  personId: string,
  personkrets: Person['personkrets'],
  sedd: PersonkretsSedd,
): Change[] | Rejection {
  const stored = state.get('person', personId);
  if (!stored || personkrets === undefined || stored.personkrets === personkrets) return [];
  if (sedd === undefined && stored.personkrets !== undefined) return [];
  if (sedd !== undefined && sedd !== (stored.personkrets ?? null)) return reject('personkrets-andrad', 'personkrets');
  return [{ op: 'put', type: 'person', id: personId, data: { ...stored, personkrets } }];
}

/** The personkrets that a beslut is about to register in place of another; undefined = the person's stays (FORB-25). */
export const nyPersonkrets = (
  { personkrets: registrerad }: Pick<Person, 'personkrets'>,
  iBeslutet: Person['personkrets'],
): Personkrets | undefined => (registrerad !== undefined && iBeslutet !== registrerad ? iBeslutet : undefined);
