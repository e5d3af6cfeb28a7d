import { swedishDay } from '../../util/datum.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { vardeMedKod } from '../katalog/uppslag.ts';
import { oppenLssInsatser } from '../lss-insatser.ts';
import { klarmarkerad } from './klarmarkera.ts';
import { type Bevakning, isOppenBevakning } from './records.ts';

const kod = 'bekraftaBestallning';
const typOf = (state: Pick<State, 'katalogLista'>) => vardeMedKod(state, 'bevakningstyp', kod)?.namn ?? 'Bekräfta beställning';

/**
 * Reminds the sender to confirm an order that nobody else can confirm, on the day it begins (FORB-35). It belongs to the sender's
 * function; to that of LSS Insatser when they have none, else to the authority. Short and without personal data (FRAGA-62).
 */
export function bevakaBekraftelse(
  state: State,
  bevakningId: string,
  order: { id: string; data: Pick<Bestallning, 'gallerFran'> },
  context: Context,
): Change[] {
  const today = swedishDay(context.now);
  const bevakasAvId =
    context.actor.funktionId ??
    oppenLssInsatser(state.list('verkstallighet'), today)?.data.utforareId ??
    state.katalogLista('utforare').find(({ data }) => data.slag === 'myndighet')?.id;
  if (bevakasAvId === undefined) return [];
  const data: Bevakning = {
    datum: order.data.gallerFran > today ? order.data.gallerFran : today,
    status: 'Ej påbörjad',
    typ: typOf(state),
    text: 'Bekräfta beställningen när insatsen är verkställd.',
    bevakasAvId,
    ref: { type: 'bestallning', id: order.id },
    skapad: signaturOf(context),
  };
  return [{ op: 'put', type: 'bevakning', id: bevakningId, data }];
}

const omBestallningen = (state: Pick<State, 'list'>, bestallningId: string) =>
  state.list('bevakning').filter(({ data }) => data.ref.type === 'bestallning' && data.ref.id === bestallningId);

/** The order is confirmed: what reminded of it is done. */
export const klarBekraftelse = (state: State, bestallningId: string, context: Context): Change[] =>
  omBestallningen(state, bestallningId)
    .filter(({ data }) => isOppenBevakning(data) && data.typ === typOf(state))
    .map(({ id, data }) => klarmarkerad(id, data, context));

/** The order is taken back: nothing is left to remind of. */
export const taBortBekraftelse = (state: State, bestallningId: string, context: Context): Change[] =>
  omBestallningen(state, bestallningId)
    .filter(({ data }) => !data.borttagen)
    .map(({ id, data }) => ({ op: 'put', type: 'bevakning', id, data: { ...data, borttagen: signaturOf(context) } }));

/** The order stands again: so does what went away with it, at that very instant. */
export const aterstallBekraftelse = (state: State, bestallningId: string, borttagenAt: string): Change[] =>
  omBestallningen(state, bestallningId).flatMap(({ id, data: { borttagen, ...data } }): Change[] =>
    borttagen?.at === borttagenAt ? [{ op: 'put', type: 'bevakning', id, data: data as Bevakning }] : [],
  );
