import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Change, defineCommand, reject, signaturOf } from '../command.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bevakaEtjanst, etjanstpost } from './bevaka.ts';
import { igenNatten } from './natt.ts';
import { type Aktivering, misslyckandeorsaker } from './records.ts';
import { grundenFor, type Nattpost, nattatgard } from './regler.ts';
import { foreslagen } from './valkomst.ts';

const input = z.strictObject({
  personId: id,
  /** The kund's e-service, or an approval. */
  postId: id,
  /** The day in whose small hours the run is. */
  natt: day,
  /** What the e-service answered; absent where it was not asked. */
  svar: z
    .union([z.strictObject({ ok: z.literal(true) }), z.strictObject({ orsak: z.enum(misslyckandeorsaker), text: line(200).optional() })])
    .optional(),
  /** Of what its handläggare is told, where it failed. */
  bevakningId: id,
});

const kundeInte = ({ type }: Nattpost): string =>
  `${type === 'etjanst' ? 'Kundens e-tjänst' : 'En närståendes e-tjänst'} kunde inte aktiveras i natt. Se Personuppgifter.`;

/**
 * What a night came to for one record: the server's own (NATT-01 to -03). Decided by the same rule as the run looked by, on the akt as it is
 * now: what was changed, ended or done meanwhile is left as it is.
 */
export const nattensUtfall = defineCommand({
  name: 'etjanst.natt',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  aviserar: ({ personId, postId, natt }, changes) =>
    changes.some((change) => change.op === 'put' && change.id === postId && (change.data as Aktivering).lage === 'aktiv')
      ? [{ handelse: `aktiverad/${postId}/${natt}`, slag: 'aktiverad', personId, postId }]
      : [],
  decide(state, { personId, postId, natt, svar, bevakningId }, context) {
    const person = state.get('person', personId);
    const post = person && etjanstpost(state, personId, postId);
    if (!person || !post) return reject('finns-inte', 'postId');
    const atgard = nattatgard(post, grundenFor(state, person, post), natt);
    if (!atgard) return [];
    if (atgard.slag === 'avsluta') {
      const slut = { ...signaturOf(context), orsak: atgard.orsak };
      return [put(postId, post, { lage: 'avslutad', natt: { dag: natt, utfall: 'avslutad' }, slut })];
    }
    if (atgard.slag === 'aktivera') {
      // It was not asked: what stood in the way has gone since the run looked, and the next night asks.
      if (svar === undefined) return [];
      if ('ok' in svar) {
        const fungerarFran = swedishDay(context.now);
        const valkomst = foreslagen(state, post, person);
        return [put(postId, post, { lage: 'aktiv', natt: { dag: natt, utfall: 'aktiverad' }, fungerarFran, ...valkomst })];
      }
    }
    const { orsak, text } = atgard.slag === 'hinder' || !svar || 'ok' in svar ? { orsak: 'utanNummer' as const, text: undefined } : svar;
    const forsok = (post.data.misslyckande?.forsok ?? 0) + 1;
    const misslyckande = { orsak, ...(text ? { svar: text } : {}), forsok, igen: igenNatten(natt, forsok) };
    return [
      put(postId, post, { lage: 'misslyckades', natt: { dag: natt, utfall: 'misslyckades' }, misslyckande }),
      ...bevakaEtjanst(state, { personId, person, post, text: kundeInte(post), bevakningId }, context),
    ];
  },
});

function put(id: string, { type, data }: Nattpost, over: Partial<Aktivering>): Change {
  const { misslyckande: _, ...kvar } = data;
  return { op: 'put', type, id, data: { ...kvar, ...over } } as Change;
}
