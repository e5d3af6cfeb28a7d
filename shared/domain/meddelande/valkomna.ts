import { z } from 'zod';
import { andraId } from '../andra-id.ts';
import { defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { type Dokument, handling, knytsTill } from '../dokument/records.ts';
import { type Enhetsmarke, enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { etjanstpost } from '../etjanst/bevaka.ts';
import { etjanstId } from '../etjanst/records.ts';
import { medValkomst } from '../etjanst/valkomst.ts';
import { forEnhet, id, line } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { avisering, isEgenKund, nabarhetNu, type TillMedborgare } from './mottagare.ts';
import { type Bilaga, langstaText, type Meddelande } from './records.ts';
import { kraverBekraftelse } from './skicka.ts';

/** The welcome message of an activation, and the scope it lies in: one, whoever sends it. */
export const valkomstId = (postId: string): string => andraId(postId, 47);

/** The kund herself, or the approval that a record of the e-service is. */
export const valkomnas = (personId: string, postId: string): TillMedborgare =>
  postId === etjanstId(personId) ? { slag: 'kund' } : { slag: 'narstaende', godkannandeId: postId };

const input = z
  .strictObject({
    personId: id,
    /** The kund's e-service, or an approval. */
    postId: id,
    /** The sender's unit whose case it is. */
    enhet: forEnhet,
    amne: line(200).min(1),
    text: line(langstaText).min(1),
    /** The sender has confirmed a recipient who is none of their own kunder (FORB-67). */
    bekraftad: z.boolean(),
    /** The informationsblad, which is filed there in the same operation; absent where none goes along. */
    handling: handling.optional(),
    knytsTill: knytsTill.optional(),
  })
  .refine(({ handling: med, knytsTill: plats }) => (med === undefined) === (plats === undefined), { path: ['knytsTill'], error: 'plats' });

/**
 * Sends the welcome message with the informationsblad (VALK-01 to -03): one operation, so that it is sent once whoever does it, and the sheet that went along
 * is in the akt. The message is the server's to write: a replica shows it as on its way.
 */
export const valkomna = defineCommand({
  name: 'etjanst.valkomna',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  tarIn: ({ postId }) => meddelandeScope(valkomstId(postId)),
  need: ({ handling: med }) => ({ ids: med ? [med.dokumentId] : [] }),
  enhet: (state, { personId, enhet }, { actor }) => {
    const person = state.get('person', personId);
    return person && valdEnhet(actor, person, enhet, undefined);
  },
  aviserar: (_, changes) => avisering(changes),
  decide(state, given, context) {
    const { personId, postId, enhet: vald } = given;
    const person = state.get('person', personId);
    const post = person && etjanstpost(state, personId, postId);
    if (!person || !post) return reject('finns-inte', 'postId');
    if (post.data.valkomst?.slag === 'skickat') return reject('valkomst-redan-skickad');
    const felEnhet = provaEnhet(context.actor, person, vald);
    if (felEnhet) return felEnhet;
    const enhet = valdEnhet(context.actor, person, vald, undefined);
    if (enhet === undefined || !context.actor.enheter.includes(enhet)) return reject('atkomst-saknas', 'enhet');
    const nas = nabarhetNu(state, personId, valkomnas(personId, postId), context, enhet);
    if ('hinder' in nas) return reject(nas.hinder);
    if (nas.lage !== 'aktiv') return reject('etjanst-ej-aktiverad');
    if (!given.bekraftad && kraverBekraftelse(isEgenKund(state, context.actor.id), personId, [])) return reject('mottagare-bekraftas');
    const hinder = bladhinder(state, person, enhet, given);
    if (hinder) return hinder;
    const { handling: med, knytsTill: plats } = given;
    const blad: Dokument | undefined = med && plats && { ...utanId(med), knytsTill: plats, skapad: signaturOf(context) };
    const gruppId = valkomstId(postId);
    const meddelande: Meddelande = {
      fran: { slag: 'anvandare', anvandareId: context.actor.id, namn: context.actor.namn, titel: context.actor.titel },
      till: [{ ...nas.till, levererat: context.now }],
      ...{ nummer: [nas.till.personnummer], personId, enhet, amne: given.amne, text: given.text, skickat: context.now },
      bilagor: med ? [bilagan(personId, med)] : [],
    };
    return [
      medValkomst(postId, post, { slag: 'skickat', av: signaturOf(context) }),
      ...(med && blad ? [{ op: 'put' as const, type: 'dokument' as const, id: med.dokumentId, data: blad }] : []),
      { op: 'put', type: 'meddelande', id: gruppId, data: meddelande },
    ];
  },
});

type Handling = z.infer<typeof handling>;
const utanId = ({ dokumentId: _, ...uppgifter }: Handling): Omit<Handling, 'dokumentId'> => uppgifter;
const bilagan = (personId: string, { dokumentId, rubrik, sha256, storlek, sidor }: Handling): Bilaga => ({
  ...{ personId, dokumentId, rubrik, sha256, storlek, sidor },
});

function bladhinder(
  state: Pick<State, 'get'>,
  person: Person,
  enhet: string,
  { handling: med, knytsTill: plats }: z.infer<typeof input>,
): Rejection | undefined {
  if (!med || !plats) return undefined;
  const data = state.get(plats.type, plats.id);
  if (!data) return reject('finns-inte', 'knytsTill');
  if (enhetOf(plats.type, data as Enhetsmarke, person) !== enhet) return reject('annan-enhet', 'knytsTill');
  return state.get('dokument', med.dokumentId) ? reject('finns-redan', 'handling.dokumentId') : undefined;
}
