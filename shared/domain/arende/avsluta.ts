import { z } from 'zod';
import { aktAv } from '../akt.ts';
import type { Beslut } from '../beslut/records.ts';
import { utanBekraftelse } from '../bestallning/aterkalla.ts';
import { type Change, type Context, defineCommand, olderInput, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { egnaEnheter, enhetensAkt, enhetOf } from '../enhet.ts';
import { etjanstId, isOppen } from '../etjanst/records.ts';
import { day, id, line } from '../fields.ts';
import { avslutaFranvaro } from '../franvaro/med-verkstallighet.ts';
import { standigtBifall } from '../pagaende.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { medNyRev, slutarEfter } from '../verkstallighet/avslut.ts';
import { kandOrsak } from '../verkstallighet/avsluta.ts';
import { attAvsluta, oppnaDelar } from './att-avsluta.ts';

const utanEtjanst = z.strictObject({
  personId: id,
  /** The end date everything gets (AVSL-01). */
  datum: day,
  /** The ids of every part the form listed, in any order: what the user has not seen is not closed. */
  kvitterat: z.array(id).max(5000),
  orsak: line(120).optional(),
});
/** What is ended of the e-service in the same operation, by the revisions that the form showed: the kund's own, and approvals of the unit. */
const input = utanEtjanst.extend({
  etjanst: z
    .array(z.strictObject({ postId: id, basRev: id }))
    .max(100)
    .optional(),
});

/** Why an order was taken back, where the user gave no reason. */
const utanOrsak = 'Ärendet avslutat';
const foreStart = 'Ärendet avslutat innan insatsen började';

/** Closes a case completely, as one operation: an end date everywhere, and no reminder left (AVSL-01 to AVSL-03, FORB-43). */
export const avslutaArende = defineCommand({
  name: 'arende.avsluta',
  version: 2,
  input,
  older: [olderInput(utanEtjanst, (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, datum, kvitterat, orsak, etjanst = [] }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    // A case is one unit's: who may close for several closes that of which they have seen the parts.
    const arenden = egnaEnheter(context.actor, person).map((enhet) => ({ enhet, akt: enhetensAkt(aktAv(state), enhet, person) }));
    const oppna = arenden
      .map((one) => ({ ...one, avslutning: attAvsluta(one.akt, datum) }))
      .filter(({ avslutning }) => avslutning.delar.length > 0);
    if (oppna.length === 0) return reject('inget-att-avsluta');
    // What is common is nobody's to close: a program that lists it with the case has seen that case all the same.
    const gemensamma = person.enheter.length > 1 ? state.list('bevakning').filter(({ data }) => data.gemensam) : [];
    const sedda = new Set(kvitterat.filter((delId) => !gemensamma.some(({ id }) => id === delId)));
    const sett = oppna.find(
      ({ avslutning }) => sedda.size === avslutning.kvitterat.length && avslutning.kvitterat.every((id) => sedda.has(id)),
    );
    if (!sett) {
      const rorda = oppna.filter(({ avslutning }) => avslutning.kvitterat.some((id) => sedda.has(id)));
      return reject(rorda.length > 1 ? 'tva-enheter' : 'arendet-har-andrats', 'kvitterat');
    }
    const { akt, enhet, avslutning } = sett;
    if (avslutning.delar.some(({ hinder }) => hinder)) return reject('datum-fore', 'datum');
    if (orsak && !kandOrsak(state, orsak)) return reject('finns-inte-i-katalogen', 'orsak');

    const avslutade = avslutadEtjanst(state, etjanst, { personId, person, enhet }, context);
    if (!Array.isArray(avslutade)) return avslutade;

    const signatur = signaturOf(context);
    const medOrsak = orsak ? { orsak } : {};
    const { utredningar, obekraftade, bestallningar, verkstalligheter, bevakningar } = oppnaDelar(akt, datum);
    return [
      ...utredningar.map(({ id, data }): Change => ({ op: 'put', type: 'utredning', id, data: { ...data, slutdatum: datum } })),
      ...stangdaBeslut(akt.beslut, datum).map(
        ({ id, data }): Change => ({
          ...{ op: 'put', type: 'beslut', id },
          data: medNyRev({ ...data, avslutad: signatur, ...(data.giltigFran > datum ? { aldrigPaborjad: signatur } : {}) }, context),
        }),
      ),
      ...obekraftade.map(
        ({ id, data }): Change => ({
          ...{ op: 'put', type: 'bestallning', id },
          data: { ...data, borttagen: { ...signatur, orsak: orsak || utanOrsak } },
        }),
      ),
      ...bestallningar.map(
        ({ id, data }): Change => ({
          ...{ op: 'put', type: 'bestallning', id },
          data: data.gallerFran > datum ? utanBekraftelse(data, { ...signatur, orsak: orsak || foreStart }) : { ...data, gallerTom: datum },
        }),
      ),
      ...verkstalligheter.map(
        ({ id, data }): Change => ({
          ...{ op: 'put', type: 'verkstallighet', id },
          data: {
            ...{ ...data, slutdatum: datum, avslut: { ...signatur, ...medOrsak } },
            // A program that does not know of what never began shows it for a day, and not as open.
            ...(data.startdatum > datum ? { slutdatum: data.startdatum, aldrigPaborjad: signatur } : {}),
          },
        }),
      ),
      ...verkstalligheter.flatMap(({ id }) => avslutaFranvaro(id, state.list('franvaro'), datum, signatur, context.kommandoId)),
      ...bevakningar.map(({ id, data }): Change => ({ op: 'put', type: 'bevakning', id, data: { ...data, borttagen: signatur } })),
      ...avslutade,
    ];
  },
});

/** What is chosen of the e-service, ended at once; what a colleague has ended already is ended. What a colleague changed is to be seen first. */
function avslutadEtjanst(
  state: State,
  valda: NonNullable<z.infer<typeof input>['etjanst']>,
  { personId, person, enhet }: { personId: string; person: Person; enhet: string },
  context: Context,
): Change[] | Rejection {
  const changes: Change[] = [];
  for (const [nr, { postId, basRev }] of valda.entries()) {
    const hens = postId === etjanstId(personId) ? state.get('etjanst', postId) : undefined;
    const godkannande = hens ? undefined : state.get('godkannande', postId);
    const data = hens ?? godkannande;
    if (!data) return reject('finns-inte', `etjanst.${nr}`);
    // One that no unit has marked as its own is whose the case is.
    if (godkannande && (enhetOf('godkannande', godkannande, person) ?? enhet) !== enhet) return reject('annan-enhet', `etjanst.${nr}`);
    if (!isOppen(data)) continue;
    if (data.rev !== basRev) return reject('andrad-av-annan', 'etjanst');
    const slut = { ...signaturOf(context), orsak: 'valt' as const, skal: utanOrsak };
    // A form that saw it open must not open it again.
    const stangd = { ...data, lage: 'avslutad', slut, ...(context.kommandoId === undefined ? {} : { rev: context.kommandoId }) };
    changes.push({ op: 'put', type: hens ? 'etjanst' : 'godkannande', id: postId, data: stangd } as Change);
  }
  return changes;
}

/**
 * Every bifall of the case, ended by the day. All of them are closed, also those that ended long ago: an order that was written
 * offline before the closing and arrives after it must find the door shut. One that was to begin later ends on its first day, for a program
 * that does not know of what never began.
 */
const stangdaBeslut = (beslut: Post<Beslut>[], datum: string): Post<Beslut>[] =>
  beslut
    .filter(({ data }) => standigtBifall(data) && !(data.avslutad && !slutarEfter(data.giltigTom, datum)))
    .map(({ id, data }) => ({
      id,
      data: slutarEfter(data.giltigTom, datum) ? { ...data, giltigTom: data.giltigFran > datum ? data.giltigFran : datum } : data,
    }));
