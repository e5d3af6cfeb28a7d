import { dagarMellan, type IsoDate, swedishDay } from '../../util/datum.ts';
import type { State } from '../command.ts';
import { vardenAv } from '../katalog/varden.ts';
import type { Meddelande } from './records.ts';

/** Days, where the unit has said nothing. */
const omInget = 60;

/** How many days a unit lets a message lie. @param enhet the message's, or the user's own where it is about no kund */
export const meddelandedagar = (state: Pick<State, 'katalogLista'>, enhet: string | undefined): number =>
  vardenAv(state, 'enhet').find(({ kod }) => kod === enhet)?.meddelandedagar ?? omInget;

/** Whole days since it was sent, Swedish days. */
export const alderPa = ({ skickat }: Pick<Meddelande, 'skickat'>, idag: IsoDate): number =>
  Math.max(0, dagarMellan(swedishDay(skickat), idag));
