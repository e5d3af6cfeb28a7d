import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { isSame } from '../../util/merge.ts';
import { isBrevmarke } from '../beslut/samma-brev.ts';
import { type Actor, defineCommand, olderInput, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { type Enhetsmarke, enhetOf } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { kravsSamtycke } from '../samtycke/regler.ts';
import { aktScope } from '../scope.ts';
import { ratten } from './mottagare.ts';
import { type Dokument, type KnytsTill, knytsTill, mall, sha256, storstaDokument, underlag } from './records.ts';
import { dokumenthinder } from './skrivhinder.ts';

const utanMottagare = z.strictObject({
  personId: id,
  dokumentId: id,
  rubrik: line(200).min(1),
  typ: line(80).min(1),
  knytsTill,
  avsandare: line(120).min(1).optional(),
  sha256,
  storlek: z.number().int().min(1).max(storstaDokument),
  sidor: z.number().int().min(1).max(100_000),
  mall: mall.optional(),
  underlag: z.array(underlag).max(300).optional(),
});
/** `mottagare`: the contact whom a letter goes to, and why it may where there is no samtycke. */
const input = utanMottagare.extend({
  mottagare: z.strictObject({ kontaktId: id, utanSamtycke: line(500).min(1).optional() }).optional(),
});

/**
 * Files a document that was made here, bound, or received (SKAN-05). Its bytes have been stored on the computer before;
 * they reach the server by themselves, before or after the record.
 */
export const arkiveraDokument = defineCommand({
  name: 'dokument.arkivera',
  version: 2,
  input,
  older: [olderInput(utanMottagare, (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  need: ({ dokumentId, underlag: av }) => ({ ids: [dokumentId, ...boundFrom(av)] }),
  enhet: (state, { personId, knytsTill: till }) => {
    const data = state.get(till.type, till.id);
    return data && enhetOf(till.type, data as Enhetsmarke, state.get('person', personId));
  },
  decide(state, { personId, dokumentId, mottagare, ...uppgifter }, context) {
    const hinder = platshinder(state, uppgifter.knytsTill, context.actor) ?? bunthinder(state, personId, uppgifter);
    if (hinder) return hinder;
    const finns = state.get('dokument', dokumentId);
    // Two computers that made the letter of the same beslut at once have made one.
    if (finns) return isSammaBrev(finns, uppgifter) ? [] : reject('finns-redan', 'dokumentId');
    const till =
      mottagare &&
      ratten(state, personId, mottagare.kontaktId, {
        ...{ enhet: undefined, dag: swedishDay(context.now), utanSamtycke: mottagare.utanSamtycke },
      });
    // A contact who is gone, or protected by now, has the letter all the same: that is for the akt to tell.
    if (till && !till.ok && till.error !== 'mottagaren-gar-inte') return reject(till.error, 'mottagare');
    const data: Dokument = {
      ...uppgifter,
      ...(mottagare && till ? { mottagare: { kontaktId: mottagare.kontaktId, ...(till.ok ? till.value : skalAv(state, mottagare)) } } : {}),
      skapad: signaturOf(context),
    };
    return [{ op: 'put', type: 'dokument', id: dokumentId, data }];
  },
});

/** Whether both are the letter of the very same beslut ({@link brevmarke}). */
function isSammaBrev(a: Pick<Dokument, 'knytsTill' | 'underlag'>, b: Pick<Dokument, 'knytsTill' | 'underlag'>): boolean {
  const marken = ({ underlag: av = [] }: Pick<Dokument, 'underlag'>) =>
    av.flatMap(({ type, id: rev }) => (isBrevmarke(type) ? `${type} ${rev}` : [])).sort();
  return marken(a).length > 0 && isSame([a.knytsTill, marken(a)], [b.knytsTill, marken(b)]);
}

/** Why it went to one who is gone, or protected by now: that is kept, unless they speak for the kund and none was needed. */
const skalAv = (
  state: Pick<State, 'get'>,
  { kontaktId, utanSamtycke: skal }: { kontaktId: string; utanSamtycke?: string | undefined },
): { skal?: string } => {
  const kontakt = state.get('kontakt', kontaktId);
  return skal === undefined || (kontakt && !kravsSamtycke(kontakt)) ? {} : { skal };
};

/** The documents that a bundle was made of. */
const boundFrom = (av: readonly z.infer<typeof underlag>[] = []): string[] =>
  av.flatMap(({ type, id: one }) => (type === 'dokument' ? one : []));

/** What one unit has is not bound into another's document: who reads that would read it too. */
function bunthinder(
  state: Pick<State, 'get'>,
  personId: string,
  { knytsTill: till, underlag: av }: { knytsTill: KnytsTill; underlag?: z.infer<typeof underlag>[] | undefined },
): Rejection | undefined {
  const person = state.get('person', personId);
  const plats = state.get(till.type, till.id);
  const enhet = plats && enhetOf(till.type, plats as Enhetsmarke, person);
  const isAnnans = boundFrom(av).some((one) => {
    const data = state.get('dokument', one);
    const dess = data && enhetOf('dokument', data as Enhetsmarke, person);
    return dess !== undefined && dess !== enhet;
  });
  return isAnnans ? reject('annan-enhet', 'underlag') : undefined;
}

function platshinder(state: Pick<State, 'get'>, till: KnytsTill, actor: Actor): Rejection | undefined {
  if (!state.get(till.type, till.id)) return reject('finns-inte', 'knytsTill');
  const hinder = dokumenthinder(state, till, actor);
  return hinder && reject(hinder, 'knytsTill');
}
