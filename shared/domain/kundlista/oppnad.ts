import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { id } from '../fields.ts';
import { anvandarScope } from '../scope.ts';
import { senasteId } from './records.ts';

/** Notes that the user opened a kund: the 10 latest, newest first, one entry per kund (SOK-11, FRAGA-03). */
export const oppnadKund = defineCommand({
  name: 'senaste.oppnad',
  version: 1,
  input: z.strictObject({ personId: id }),
  scope: (_input, actor) => anvandarScope(actor.id),
  quiet: true,
  decide(state, { personId }, { actor, now }) {
    const lista = state.get('senasteKunder', senasteId(actor.id));
    const others = (lista?.personer ?? []).filter((one) => one.personId !== personId);
    const personer = [{ personId, at: now }, ...others].slice(0, 10);
    return [{ op: 'put', type: 'senasteKunder', id: senasteId(actor.id), data: { ...lista, personer } }];
  },
});
