import { fail, ok, type Result } from '../../util/result.ts';
import type { State } from '../command.ts';
import type { Kontakt } from '../kontakt/records.ts';
import { displayName } from '../person/records.ts';
import { type Dokumentfel, dokumentfel } from './fel.ts';
import type { Uppgift } from './modell.ts';
import { mottagarrader } from './ram.ts';

type Las = Pick<State, 'get' | 'list'>;
/** Those of the kund's contacts who speak for them. */
const foretradare: readonly Kontakt['typ'][] = ['vardnadshavare', 'godMan', 'foretradare'];

/** One who is protected somewhere is written to from their own akt, where the protection is seen (FRAGA-62). */
export const kanFaBrev = ({ typ, skyddad, adressSkyddad }: Kontakt): boolean => foretradare.includes(typ) && !skyddad && !adressSkyddad;

/** To whom a letter of the kund may go besides the kund. `typ` is what they are to them. */
export const mottagarval = (state: Las): { id: string; namn: string; typ: Kontakt['typ'] }[] =>
  state
    .list('kontakt')
    .filter(({ data }) => kanFaBrev(data))
    .map(({ id, data: { namn, typ } }) => ({ id, namn, typ }));

/**
 * Whom a letter is addressed to, and, where that is not the kund, whom it is about.
 * @param mottagareId a contact; absent = the kund
 */
export function mottagareFor(
  state: Las,
  personId: string,
  mottagareId: string | undefined,
): Result<{ rader: string[]; galler: Uppgift[] }, Dokumentfel[]> {
  const person = state.get('person', personId);
  if (!person) return fail([dokumentfel('finns-inte', personId)]);
  if (mottagareId === undefined) return ok({ rader: mottagarrader(person), galler: [] });
  const kontakt = state.get('kontakt', mottagareId);
  if (!kontakt || !kanFaBrev(kontakt)) return fail([dokumentfel('mottagaren-gar-inte', mottagareId)]);
  // They may live together: the address of a protected kund would stand there.
  const adress = person.skydd === 'ingen' ? (kontakt.adress ?? '') : '';
  const rader = [tilltalat(kontakt.namn), ...adress.split(',').map((rad) => rad.trim())].filter((rad) => rad !== '');
  return ok({ rader, galler: [{ etikett: 'Gäller', varde: displayName(person) }] });
}

/** `Ekström, Birgitta` as letters are addressed; a name that is written in another way stays. */
function tilltalat(namn: string): string {
  const [efternamn, fornamn, ...mer] = namn.split(',').map((del) => del.trim());
  return efternamn && fornamn && mer.length === 0 ? `${fornamn} ${efternamn}` : namn;
}
