import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Change, defineCommand, reject } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bevakaEtjanst, etjanstpost } from './bevaka.ts';
import { type Aviseringsfelorsak, type Aviseringskanal, aviseringsfelorsaker, aviseringskanaler } from './records.ts';

const vag: Record<Aviseringskanal, string> = { sms: 'SMS', epost: 'e-post' };
const varfor: Record<Exclude<Aviseringsfelorsak, 'avbrott'>, (kanal: Aviseringskanal) => string> = {
  nekad: (kanal) => (kanal === 'sms' ? 'numret togs inte emot' : 'adressen togs inte emot'),
  ogiltig: (kanal) => (kanal === 'sms' ? 'numret är inget mobilnummer' : 'adressen stämmer inte'),
  'svarar-inte': (kanal) => (kanal === 'sms' ? 'SMS-tjänsten tog inte emot den i tid' : 'e-postservern tog inte emot den i tid'),
  'ingen-tjanst': (kanal) => `kommunens server har ingen tjänst för ${vag[kanal]} inställd`,
};

/**
 * That somebody was not told of what is new in the e-service, or may not have been: the server's own, once it has given up (FRAGA-61). Their
 * handläggare gets a bevakning, in which nothing of them stands; who it was, and why, stands in the record. It is written there once, however often it happens.
 */
export const aviseringMisslyckades = defineCommand({
  name: 'etjanst.aviseringMisslyckades',
  version: 1,
  input: z.strictObject({
    personId: id,
    /** The kund's e-service, or an approval. */
    postId: id,
    kanal: z.enum(aviseringskanaler),
    orsak: z.enum(aviseringsfelorsaker),
    bevakningId: id,
  }),
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, postId, kanal, orsak, bevakningId }, context) {
    const person = state.get('person', personId);
    const post = person && etjanstpost(state, personId, postId);
    if (!person || !post) return reject('finns-inte', 'postId');
    const vem = post.type === 'etjanst' ? 'Kunden' : 'En närstående';
    const vad =
      orsak === 'avbrott'
        ? `${vem} fick kanske inte sin avisering via ${vag[kanal]}: sändningen avbröts, och den skickas inte igen.`
        : `${vem} fick ingen avisering via ${vag[kanal]}: ${varfor[orsak](kanal)}.`;
    const nu = post.data.uteblivenAvisering;
    const uteblivenAvisering = { kanal, orsak, dag: swedishDay(context.now) };
    const noterat = nu?.kanal === kanal && nu.orsak === orsak;
    return [
      ...(noterat ? [] : [{ op: 'put', type: post.type, id: postId, data: { ...post.data, uteblivenAvisering } } as Change]),
      ...bevakaEtjanst(state, { personId, person, post, text: `${vad} Se Personuppgifter.`, bevakningId }, context),
    ];
  },
});
