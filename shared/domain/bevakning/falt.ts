import type { z } from 'zod';
import { provaFunktion } from '../ansvar.ts';
import { type Actor, type Rejection, reject, type State } from '../command.ts';
import { day, id, line } from '../fields.ts';
import type { Utforare } from '../katalog/records.ts';
import { vardenAv } from '../katalog/varden.ts';
import { kanLasaAkt } from '../lasare.ts';
import { type Bevakning, langstBevakningstext } from './records.ts';

/** What the form of a bevakning asks for (BEV-07). */
export const bevakningsfalt = { datum: day, typ: line(80), bevakasAvId: id, text: line(langstBevakningstext) };
export type Bevakningsfalt = z.infer<z.ZodObject<typeof bevakningsfalt>>;

/** Functions of the authority; a utförare has none, for its staff read no bevakning (BEV-11, BEV-12). */
export const bevakar = ({ slag }: Pick<Utforare, 'slag'>): boolean => slag === 'handlaggarfunktion' || slag === 'myndighet';

/** Where it is, what it is about and whose it becomes. */
type Om = { personId: string; enhet: string | undefined };

/**
 * What is new of a bevakning, held against the calendar and the catalogue as they are; what stands already may stay, also when its day
 * has passed and its type or function is no longer there.
 * @param today the Swedish day the user acted on (BEV-08): it is the same on the server, whenever it comes there
 */
export function provaFalt(state: State, om: Om, falt: Bevakningsfalt, today: string, stored?: Bevakning): Rejection | undefined {
  if (falt.datum !== stored?.datum && falt.datum < today) return reject('datum-fore', 'datum');
  if (falt.typ !== stored?.typ && !vardenAv(state, 'bevakningstyp').some(({ namn }) => namn === falt.typ))
    return reject('finns-inte-i-katalogen', 'typ');
  return falt.bevakasAvId === stored?.bevakasAvId ? undefined : provaAgare(state, om, falt.bevakasAvId);
}

/** A function, or a user at work who may read the akt: else nobody has it in their list. */
function provaAgare(state: State, { personId, enhet }: Om, agareId: string): Rejection | undefined {
  const funktion = state.katalog('utforare', agareId);
  if (funktion)
    return bevakar(funktion)
      ? provaFunktion(state, personId, enhet, agareId, 'bevakasAvId')
      : reject('finns-inte-i-katalogen', 'bevakasAvId');
  const anvandare = state.katalog('anvandare', agareId);
  if (!anvandare?.aktiv) return reject('finns-inte-i-katalogen', 'bevakasAvId');
  const person = state.get('person', personId);
  return person && !kanLasaAkt({ id: agareId, ...anvandare }, personId, person, enhet)
    ? reject('ansvarig-utan-atkomst', 'bevakasAvId')
    : undefined;
}

/** A role's tells that role of what it is to look into: nobody else gives it away or takes it off their list. */
export const provaRoll = ({ bevakasAvRoll }: Bevakning, { roller }: Pick<Actor, 'roller'>): Rejection | undefined =>
  bevakasAvRoll === undefined || roller.includes(bevakasAvRoll) ? undefined : reject('behorighet-saknas', 'bevakasAvId');

/** What it is laid on was closed with its case: nothing is left to remind of there (AVSL-03). */
export function liggerPaAvslutat(state: Pick<State, 'get'>, { type, id: refId }: Bevakning['ref']): boolean {
  const beslutId =
    type === 'beslut'
      ? refId
      : type === 'bestallning'
        ? state.get('bestallning', refId)?.beslutId
        : type === 'verkstallighet'
          ? state.get('verkstallighet', refId)?.beslutId
          : undefined;
  return beslutId !== undefined && state.get('beslut', beslutId)?.avslutad !== undefined;
}
