import { z } from 'zod';
import { aktAv } from '../akt.ts';
import type { Beslut } from '../beslut/records.ts';
import { utanBekraftelse } from '../bestallning/aterkalla.ts';
import { type Change, defineCommand, reject, signaturOf } from '../command.ts';
import { egnaEnheter, enhetensAkt } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { avslutaFranvaro } from '../franvaro/med-verkstallighet.ts';
import { standigtBifall } from '../pagaende.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { medNyRev, slutarEfter } from '../verkstallighet/avslut.ts';
import { kandOrsak } from '../verkstallighet/avsluta.ts';
import { attAvsluta, oppnaDelar } from './att-avsluta.ts';

const input = z.strictObject({
  personId: id,
  /** The end date everything gets (AVSL-01). */
  datum: day,
  /** The ids of every part the form listed, in any order: what the user has not seen is not closed. */
  kvitterat: z.array(id).max(5000),
  orsak: line(120).optional(),
});

/** Why an order was taken back, where the user gave no reason. */
const utanOrsak = 'Ärendet avslutat';
const foreStart = 'Ärendet avslutat innan insatsen började';

/** Closes a case completely, as one operation: an end date everywhere, and no reminder left (AVSL-01 to AVSL-03, FORB-43). */
export const avslutaArende = defineCommand({
  name: 'arende.avsluta',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, datum, kvitterat, orsak }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    // A case is one unit's: who may close for several closes that of which they have seen the parts.
    const arenden = egnaEnheter(context.actor, person).map((enhet) => enhetensAkt(aktAv(state), enhet, person));
    const oppna = arenden
      .map((akt) => ({ akt, avslutning: attAvsluta(akt, datum) }))
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
    const { akt, avslutning } = sett;
    if (avslutning.delar.some(({ hinder }) => hinder)) return reject('datum-fore', 'datum');
    if (orsak && !kandOrsak(state, orsak)) return reject('finns-inte-i-katalogen', 'orsak');

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
    ];
  },
});

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
