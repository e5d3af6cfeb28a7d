import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { arHandlaggare } from '../behorighet.ts';
import { klarBekraftelse } from '../bevakning/bekrafta-bestallning.ts';
import {
  type Actor,
  type Change,
  type Context,
  defineCommand,
  isRejection,
  type Rejection,
  reject,
  type State,
  signaturOf,
} from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenVerkstallighet } from '../verkstallighet/records.ts';
import { behoverEgenBekraftelse, isBekraftad } from './urval.ts';
import { type Bestalld, mojligaVerkstalligheter, nyVerkstallighet, verkstallighetFor } from './verkstallighet.ts';

const input = z.strictObject({
  personId: id,
  bestallningId: id,
  /** The day the insats is verkställd, which may lie ahead (FRAGA-33, PBEST-06). */
  datum: day,
  verkstallighet: z.discriminatedUnion('slag', [
    z.strictObject({ slag: z.literal('finns'), verkstallighetId: id }),
    z.strictObject({ slag: z.literal('oppna'), verkstallighetId: id, organisationId: id }),
  ]),
});
export type BekraftaBestallning = z.infer<typeof input>;

/** Confirms that what was ordered is verkställt, in a verkställighet that is open or opened with it (BEKR-01 to -08, FORB-36). */
export const bekraftaBestallning = defineCommand({
  name: 'bestallning.bekrafta',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('bestallning', ({ bestallningId }) => bestallningId),
  decide(state, input, context) {
    const stored = state.get('bestallning', input.bestallningId);
    if (!stored) return reject('finns-inte');
    const utforare = state.katalog('utforare', stored.utforareId);
    const egenBekraftelse = behoverEgenBekraftelse(utforare);
    const denied = bekraftelsehinder({ utforareId: stored.utforareId, egenBekraftelse }, context.actor);
    if (denied) return reject(denied);
    if (stored.borttagen) return reject('borttagen');
    if (isBekraftad(stored)) return reject('bekraftad');
    const beslut = state.get('beslut', stored.beslutId);
    if (beslut?.utfall !== 'bifall' || beslut.felmarkerad) return reject('inget-bifall');
    if (stored.gallerTom !== undefined && input.datum > stored.gallerTom) return reject('datum-efter', 'datum');
    const order: Bestalld = { ...stored, beslut, egenBekraftelse };
    const oppnad = tasIn(state, order, input, context);
    if (isRejection(oppnad)) return oppnad;
    const bekraftelse = { ...signaturOf(context), verkstallighetId: input.verkstallighet.verkstallighetId };
    return [
      { op: 'put', type: 'bestallning', id: input.bestallningId, data: { ...stored, bekraftad: input.datum, bekraftelse } },
      ...oppnad,
      ...klarBekraftelse(state, input.bestallningId, context),
    ];
  },
});

/** BEKR-01: the handläggare where nobody else can, the utförare's staff what they were sent; undefined = may confirm. */
export function bekraftelsehinder(
  order: { utforareId: string; egenBekraftelse: boolean },
  actor: Pick<Actor, 'roller' | 'aktiv' | 'utforareId'>,
): 'behorighet-saknas' | 'bekraftas-av-utforaren' | undefined {
  if (order.egenBekraftelse) return arHandlaggare(actor) ? undefined : 'behorighet-saknas';
  if (actor.roller.includes('utforare') && actor.utforareId === order.utforareId) return undefined;
  return arHandlaggare(actor) ? 'bekraftas-av-utforaren' : 'behorighet-saknas';
}

/** Takes the order into its verkställighet (BEKR-03, BEKR-07); a second one beside an open one is not opened (VERK-03). */
function tasIn(state: State, order: Bestalld, { datum, verkstallighet: val }: BekraftaBestallning, { now }: Context): Change[] | Rejection {
  const [today, verkstalligheter] = [swedishDay(now), state.list('verkstallighet')];
  const vald = state.get('verkstallighet', val.verkstallighetId);
  if (val.slag === 'finns') {
    if (!vald) return reject('verkstallighet-saknas', 'verkstallighet');
    if (!isOpenVerkstallighet(vald, today)) return reject('verkstallighet-avslutad', 'verkstallighet');
    if (vald.lssInsatser || vald.utforareId !== order.utforareId) return reject('utforare-stammer-inte', 'verkstallighet');
    const mojlig = mojligaVerkstalligheter(order, verkstalligheter, today).some(({ id }) => id === val.verkstallighetId);
    return mojlig ? [] : reject('insats-stammer-inte', 'verkstallighet');
  }
  if (vald) return reject('finns-redan');
  if (!state.katalog('organisation', val.organisationId)) return reject('finns-inte-i-katalogen', 'verkstallighet.organisationId');
  const found = verkstallighetFor(order, state.list('beslut'), verkstalligheter, today, datum);
  if (found.slag === 'finns') return reject('verkstallighet-finns', 'verkstallighet');
  const { insatskategori, utforareId, startdatum } = found;
  const { beslutId } = order;
  return nyVerkstallighet(val.verkstallighetId, {
    ...{ insatskategori, utforareId, organisationId: val.organisationId, startdatum, lssInsatser: false, beslutId },
  });
}
