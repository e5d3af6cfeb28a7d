import { z } from 'zod';
import { arHandlaggare } from '../behorighet.ts';
import { type Actor, type Change, defineCommand, reject, type State } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id, line, type Signatur } from '../fields.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { levandeBestallningar } from './bestallbart.ts';
import { harDigitalt } from './digital-post.ts';
import { putBeslut } from './post.ts';
import type { Beslut } from './records.ts';
import { bevakaFelmarkerat, uppgifterKlara } from './utskicksuppgift.ts';

const felmarkeraInput = z.strictObject({ personId: id, beslutId: id, orsak: line(500).min(1) });

/**
 * Marks a beslut as wrong, for good; it stays readable (FRAGA-24). The two of a pair or a delavslag go together. What was
 * ordered on it and nobody has confirmed is taken back with it: no order stands without its bifall.
 */
export const felmarkeraBeslut = defineCommand({
  name: 'beslut.felmarkera',
  version: 1,
  input: felmarkeraInput,
  scope: (input) => aktScope(input.personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { beslutId, orsak }, context) {
    const { actor, now } = context;
    const stored = state.get('beslut', beslutId);
    if (!stored) return reject('finns-inte');
    if (stored.felmarkerad) return reject('redan-felmarkerat');
    if (!farFelmarkeraBeslut(stored, state.get('utredning', stored.utredningId)?.ansvarigHandlaggareId, actor))
      return reject('inte-forfattare');
    const signatur: Signatur & { orsak: string } = { anvandareId: actor.id, namn: actor.namn, at: now, orsak };
    const ansvarigId = state.get('utredning', stored.utredningId)?.ansvarigHandlaggareId ?? actor.id;
    const { id: egetId, ...egen } = actor;
    const bevakasAvId = arHandlaggare(egen) ? egetId : ansvarigId;
    const alla = hopkopplade(state.list('beslut'), { id: beslutId, data: stored });
    const beslut = alla.flatMap(({ id, data }) => [
      putBeslut(id, { ...data, felmarkerad: true, felmarkering: signatur }),
      ...aterkallade(state, id, signatur),
      ...meddelas(data).map((vart) => bevakaFelmarkerat({ enhet: data.enhet, bevakasAvId, beslutId: id, vart }, context)),
    ]);
    // What was not sent is not to be sent any more.
    return [...beslut, ...uppgifterKlara(state, alla, context)];
  },
});

/** The one whose beslut it is, the ansvarig handläggare and the enhetschef, as of texts (FRAGA-36). */
export const farFelmarkeraBeslut = (
  { beslutsfattare }: Pick<Beslut, 'beslutsfattare'>,
  ansvarigId: string | undefined,
  actor: Pick<Actor, 'id' | 'roller'>,
): boolean => actor.roller.includes('enhetschef') || ansvarigId === actor.id || beslutsfattare?.anvandareId === actor.id;

/** Where the kund has it, or may have. */
const meddelas = (data: Beslut): ('e-tjänst' | 'digitala brevlåda')[] => {
  if (data.utskick?.skickat) return ['e-tjänst'];
  return data.digitalPost?.some(harDigitalt) ? ['digitala brevlåda'] : [];
};

/** The month of a series stands for itself; of a pair neither does. */
const hopkopplade = (beslut: Post<Beslut>[], ett: Post<Beslut>): Post<Beslut>[] => {
  const { koppling } = ett.data;
  if (!koppling || koppling.slag === 'serie') return [ett];
  return [ett, ...beslut.filter(({ id, data }) => id !== ett.id && data.koppling?.id === koppling.id && !data.felmarkerad)];
};

const aterkallade = (state: State, beslutId: string, borttagen: Signatur & { orsak: string }): Change[] =>
  levandeBestallningar(state.list('bestallning'), beslutId)
    .filter(({ data }) => data.bekraftad === undefined)
    .map(({ id, data }) => ({ op: 'put', type: 'bestallning', id, data: { ...data, borttagen } }));
