import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { aktAv } from '../akt.ts';
import { arHandlaggare } from '../behorighet.ts';
import { aterkalla } from '../bestallning/aterkalla.ts';
import { type Actor, type Change, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { avslutaFranvaro } from '../franvaro/med-verkstallighet.ts';
import { vardenAv } from '../katalog/varden.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { type BeslutAttJustera, beslutAttJustera, beslutBakom, medNyRev, medPar, ordrarVidAvslut } from './avslut.ts';
import type { Verkstallighet } from './records.ts';

const input = z.strictObject({
  personId: id,
  verkstallighetId: id,
  avslutsdatum: day,
  /** Optional for the handläggare, chosen by the utförare (FRAGA-32). */
  orsak: line(120).optional(),
  /** The tick that the user is sure (VERK-14, FRAGA-32). */
  bekraftad: z.literal(true),
  /** The beslut that the form showed would end (FORB-41). */
  beslutIds: z.array(id).max(500),
});
export type AvslutaVerkstallighet = z.infer<typeof input>;

/** Closes a verkställighet and ends the beslut behind it, the orders in it and the frånvaro from it (VERK-10, VERK-11, VERK-14, AVSL-01, FORB-82). */
export const avslutaVerkstallighet = defineCommand({
  name: 'verkstallighet.avsluta',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('verkstallighet', ({ verkstallighetId }) => verkstallighetId),
  decide(state, input, context) {
    const stored = state.get('verkstallighet', input.verkstallighetId);
    if (!stored) return reject('finns-inte');
    if (!farAvsluta(stored, context.actor)) return reject('utforarens-verkstallighet');
    if (isAvslutad(stored, swedishDay(context.now))) return reject('verkstallighet-avslutad');
    if (input.avslutsdatum < stored.startdatum) return reject('datum-fore', 'avslutsdatum');
    const fel = orsaksfel(state, input.orsak, context.actor);
    if (fel) return fel;
    const justeras = valdaBeslut(state, { id: input.verkstallighetId, data: stored }, input, context.actor);
    if (!Array.isArray(justeras)) return justeras;
    const signatur = signaturOf(context);
    const avslut = { ...signatur, ...(input.orsak ? { orsak: input.orsak } : {}) };
    const paborjasInte = justeras.filter((one) => one.paborjasInte).map(({ id }) => id);
    const { avslutas, aterkallas } = ordrarVidAvslut(input.verkstallighetId, state.list('bestallning'), input.avslutsdatum, paborjasInte);
    const borttagen = { ...signatur, orsak: input.orsak || foreStart };
    return [
      { op: 'put', type: 'verkstallighet', id: input.verkstallighetId, data: { ...stored, slutdatum: input.avslutsdatum, avslut } },
      ...justeras.map(
        ({ id, data, till, paborjasInte: aldrig }): Change => ({
          ...{ op: 'put', type: 'beslut', id },
          data: medNyRev({ ...data, giltigTom: till, ...(aldrig ? { avslutad: signatur, aldrigPaborjad: signatur } : {}) }, context),
        }),
      ),
      ...avslutas.map(({ id, data }): Change => ({ op: 'put', type: 'bestallning', id, data: { ...data, gallerTom: input.avslutsdatum } })),
      ...aterkallas.flatMap((one) => aterkalla(state, one, borttagen, context)),
      ...avslutaFranvaro(input.verkstallighetId, state.list('franvaro'), input.avslutsdatum, signatur, context.kommandoId),
    ];
  },
});

/** Why an order was taken back, where the user gave no reason. */
const foreStart = 'Verkställigheten avslutad innan insatsen började';

/** Closed by someone, or ended before today; a planned end of the future can still be brought forward (FRAGA-08). */
export const isAvslutad = ({ avslut, slutdatum }: Pick<Verkstallighet, 'avslut' | 'slutdatum'>, today: string): boolean =>
  avslut !== undefined || (slutdatum !== undefined && slutdatum < today);

/** Handläggare close any that is no longer carried out (VERK-10), an utförare's staff their own (VERK-14). */
export const farAvsluta = (
  v: Pick<Verkstallighet, 'lssInsatser' | 'utforareId'>,
  actor: Pick<Actor, 'roller' | 'aktiv' | 'utforareId'>,
): boolean => arHandlaggare(actor) || (!v.lssInsatser && v.utforareId === actor.utforareId);

/** FRAGA-32: a reason of the municipality's list; the utförare must have one. */
function orsaksfel(state: State, orsak: string | undefined, actor: Actor): Rejection | undefined {
  if (!orsak) return arHandlaggare(actor) ? undefined : reject('skal-kravs', 'orsak');
  return kandOrsak(state, orsak) ? undefined : reject('finns-inte-i-katalogen', 'orsak');
}
/** A municipality that keeps no list of reasons takes any words. */
export function kandOrsak(state: Pick<State, 'katalogLista'>, orsak: string): boolean {
  const orsaker = vardenAv(state, 'avslutsorsak');
  return orsaker.length === 0 || orsaker.some(({ namn }) => namn === orsak);
}

/**
 * The beslut that end. None that the user did not see (`andrad-av-annan`); what ends no later than the day already is left as it is.
 * An utförare reads only what it carries out, so for its staff what is locked follows by itself.
 */
function valdaBeslut(
  state: State,
  verkstallighet: Post<Verkstallighet>,
  { beslutIds, avslutsdatum }: AvslutaVerkstallighet,
  actor: Actor,
): BeslutAttJustera[] | Rejection {
  const beslut = state.list('beslut');
  const justerbara = beslutAttJustera(verkstallighet, aktAv(state), avslutsdatum);
  for (const beslutId of beslutIds) {
    if (justerbara.some(({ id }) => id === beslutId)) continue;
    const okant = !beslut.some(({ id }) => id === beslutId);
    if (okant) return reject('finns-inte', 'beslutIds');
    if (!hor(state, verkstallighet, beslutId)) return reject('annan-kopplad', 'beslutIds');
  }
  const lasta = justerbara.filter(({ last }) => last);
  if (arHandlaggare(actor) && lasta.some(({ id }) => !beslutIds.includes(id))) return reject('andrad-av-annan', 'beslutIds');
  // Of a pair both are seen in the list, and end together whichever was ticked.
  const med = medPar(new Set([...beslutIds, ...lasta.map(({ id }) => id)]), beslut);
  const valda = justerbara.filter(({ id }) => med.has(id));
  return valda.some(({ hinder }) => hinder) ? reject('datum-fore', 'avslutsdatum') : valda;
}

/** Whether a beslut with nothing left to adjust was one the form may have shown. */
function hor(state: State, verkstallighet: Post<Verkstallighet>, beslutId: string): boolean {
  if (verkstallighet.data.lssInsatser) return true;
  return medPar(beslutBakom(verkstallighet, state.list('bestallning')), state.list('beslut')).has(beslutId);
}
