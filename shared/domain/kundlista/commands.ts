import { z } from 'zod';
import { type Actor, defineCommand, reject, type State } from '../command.ts';
import { id } from '../fields.ts';
import { anvandarScope } from '../scope.ts';
import { kundlistaId, maxKundlista } from './records.ts';

const input = z.strictObject({ personId: id });
const scope = (_input: unknown, actor: Actor) => anvandarScope(actor.id);
const kundlistaOf = (state: State, actor: Actor) => state.get('kundlista', kundlistaId(actor.id)) ?? { personer: [] };

/** Adds a kund to the user's own list (KLISTA-02). */
export const laggTillKund = defineCommand({
  name: 'kundlista.laggTill',
  version: 1,
  input,
  scope,
  decide(state, { personId }, { actor }) {
    const lista = kundlistaOf(state, actor);
    if (lista.personer.includes(personId)) return [];
    if (lista.personer.length >= maxKundlista) return reject('listan-full', 'personId');
    return [{ op: 'put', type: 'kundlista', id: kundlistaId(actor.id), data: { ...lista, personer: [...lista.personer, personId] } }];
  },
});

/** Removes a kund from the user's own list (KLISTA-03). */
export const taBortKund = defineCommand({
  name: 'kundlista.taBort',
  version: 1,
  input,
  scope,
  decide(state, { personId }, { actor }) {
    const lista = kundlistaOf(state, actor);
    if (!lista.personer.includes(personId)) return [];
    const personer = lista.personer.filter((one) => one !== personId);
    return [{ op: 'put', type: 'kundlista', id: kundlistaId(actor.id), data: { ...lista, personer } }];
  },
});
