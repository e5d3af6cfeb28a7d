import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { arHandlaggare } from '../behorighet.ts';
import type { Bevakning } from '../bevakning/records.ts';
import { isOppenBevakning } from '../bevakning/records.ts';
import { type Change, type Context, defineCommand, reject, type State, signaturOf } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { igenNatten } from './natt.ts';
import { type Aktivering, etjanstId, misslyckandeorsaker } from './records.ts';
import { grundenFor, type Nattpost, nattatgard } from './regler.ts';

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

const bevakningstyp = 'E-tjänsten';

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
    const post = person && postAv(state, personId, postId);
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
        return [put(postId, post, { lage: 'aktiv', natt: { dag: natt, utfall: 'aktiverad' }, fungerarFran })];
      }
    }
    const { orsak, text } = atgard.slag === 'hinder' || !svar || 'ok' in svar ? { orsak: 'utanNummer' as const, text: undefined } : svar;
    const forsok = (post.data.misslyckande?.forsok ?? 0) + 1;
    const misslyckande = { orsak, ...(text ? { svar: text } : {}), forsok, igen: igenNatten(natt, forsok) };
    return [
      put(postId, post, { lage: 'misslyckades', natt: { dag: natt, utfall: 'misslyckades' }, misslyckande }),
      ...bevaka(state, { personId, person, post, bevakningId }, context),
    ];
  },
});

function postAv(state: Pick<State, 'get'>, personId: string, postId: string): Nattpost | undefined {
  if (postId === etjanstId(personId)) {
    const data = state.get('etjanst', postId);
    return data && { type: 'etjanst', data };
  }
  const data = state.get('godkannande', postId);
  return data && { type: 'godkannande', data };
}

function put(id: string, { type, data }: Nattpost, over: Partial<Aktivering>): Change {
  const { misslyckande: _, ...kvar } = data;
  return { op: 'put', type, id, data: { ...kvar, ...over } } as Change;
}

/**
 * Tells whoever asked for it; who is no handläggare (or has left) reads no bevakning, then it is the utredning's. One that is still to be dealt
 * with is enough, however many nights it fails. No personal data stands in its text (FRAGA-62).
 */
function bevaka(
  state: State,
  { personId, person, post, bevakningId }: { personId: string; person: Person; post: Nattpost; bevakningId: string },
  context: Context,
): Change[] {
  const enhet = post.type === 'godkannande' ? enhetOf('godkannande', post.data, person) : undefined;
  const vad = post.type === 'etjanst' ? 'Kundens e-tjänst' : 'En närståendes e-tjänst';
  const text = `${vad} kunde inte aktiveras i natt. Se Personuppgifter.`;
  const redan = state.list('bevakning').some(({ data }) => data.typ === bevakningstyp && data.text === text && isOppenBevakning(data));
  const bevakasAvId = vemFor(state, post, enhet, person);
  if (redan || bevakasAvId === undefined || state.get('bevakning', bevakningId)) return [];
  const data: Bevakning = {
    ...{ datum: swedishDay(context.now), status: 'Ej påbörjad' as const, typ: bevakningstyp, text, bevakasAvId },
    ...{ ref: { type: 'person' as const, id: personId }, skapad: signaturOf(context) },
    ...(enhet === undefined ? {} : { enhet }),
  };
  return [{ op: 'put', type: 'bevakning', id: bevakningId, data }];
}

function vemFor(state: State, { data }: Nattpost, enhet: string | undefined, person: Person): string | undefined {
  const begart = state.katalog('anvandare', data.begard.anvandareId);
  if (begart && arHandlaggare(begart)) return data.begard.anvandareId;
  const utredningar = state
    .list('utredning')
    .filter((one) => enhet === undefined || enhetOf('utredning', one.data, person) === enhet)
    .sort((a, b) => Number(isOpenUtredning(a.data)) - Number(isOpenUtredning(b.data)) || (a.data.startdatum < b.data.startdatum ? -1 : 1));
  return utredningar.at(-1)?.data.ansvarigHandlaggareId;
}
