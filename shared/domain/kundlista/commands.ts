import { z } from 'zod';
import { type Actor, defineCommand, type State } from '../command.ts';
import { id } from '../fields.ts';
import { anvandarScope } from '../records.ts';
import { kundlistaId } from './records.ts';

const input = z.strictObject({ personId: id });
const scope = (_input: unknown, actor: Actor) => anvandarScope(actor.id);
const kundlistaOf = (state: State, actor: Actor) => state.get('kundlista', kundlistaId(actor.id))?.personer ?? [];

/** Adds a kund to the user's own list (KLISTA-02). */
export const laggTillKund = defineCommand({
  name: 'kundlista.laggTill',
  version: 1,
  input,
  scope,
  decide(state, { personId }, { actor }) {
    const personer = kundlistaOf(state, actor);
    if (personer.includes(personId)) return [];
    return [{ op: 'put', type: 'kundlista', id: kundlistaId(actor.id), data: { personer: [...personer, personId].slice(-500) } }];
  },
});

/** Removes a kund from the user's own list (KLISTA-03). */
export const taBortKund = defineCommand({
  name: 'kundlista.taBort',
  version: 1,
  input,
  scope,
  decide(state, { personId }, { actor }) {
    const personer = kundlistaOf(state, actor).filter((one) => one !== personId);
    return [{ op: 'put', type: 'kundlista', id: kundlistaId(actor.id), data: { personer } }];
  },
});
