import { type Skrivhinder, skrivhinder } from '../behorighet.ts';
import type { Actor, State } from '../command.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { KnytsTill } from './records.ts';

/**
 * Why the actor may not file a document there, or mark one as wrong: the case is the handläggare's, a verkställighet of a utförare its
 * staff's alone (ROLL-03, FORB-15). Undefined when they may.
 */
export const dokumenthinder = (
  state: Pick<State, 'get'>,
  till: KnytsTill,
  actor: Pick<Actor, 'roller' | 'utforareId'>,
): Skrivhinder | undefined => skrivhinder(verkstallighetAv(state, till), actor);

/** The verkställighet that something is tied to, if it is tied to one. */
export const verkstallighetAv = (state: Pick<State, 'get'>, till: KnytsTill): Verkstallighet | undefined =>
  till.type === 'verkstallighet' ? state.get('verkstallighet', till.id) : undefined;
