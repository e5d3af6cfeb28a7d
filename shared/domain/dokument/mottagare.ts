import type { IsoDate } from '../../util/datum.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { State } from '../command.ts';
import { egnaEnheter } from '../enhet.ts';
import type { Kontakt } from '../kontakt/records.ts';
import { displayName, type Person } from '../person/records.ts';
import {
  hosEnhet,
  kravsSamtycke,
  type Samtyckeshinder,
  type Samtyckeslage,
  samtyckeGaller,
  samtyckeshinder,
  samtyckeslage,
  samtyckeslagen,
} from '../samtycke/regler.ts';
import { type Dokumentfel, dokumentfel } from './fel.ts';
import type { Uppgift } from './modell.ts';
import { mottagarrader } from './ram.ts';

type Las = Pick<State, 'get' | 'list'>;

/** One who is protected somewhere is written to from their own akt, where the protection is seen (FRAGA-62). */
const kanFaBrev = ({ skyddad, adressSkyddad }: Kontakt): boolean => !skyddad && !adressSkyddad;

/**
 * To whom a letter of the kund may go besides the kund: those who speak for them first. `typ` is what they are to them; `samtycke` is told of those
 * who are told of the kund by samtycke or after sekretessprövning alone, in each of the user's units (`samtyckeFor`).
 */
export type Mottagarval = { id: string; namn: string; typ: Kontakt['typ']; samtycke?: { [enhet: string]: Samtyckeslage } };
export const mottagarval = (state: Las, person: Pick<Person, 'enheter'>, actor: { enheter: string[] }, dag: IsoDate): Mottagarval[] => {
  const samtycken = state.list('samtycke');
  const egna = egnaEnheter(actor, person);
  const alla = state
    .list('kontakt')
    .filter(({ data }) => kanFaBrev(data))
    .map(({ id, data }): Mottagarval => {
      const { namn, typ } = data;
      const samtycke = samtyckeslagen(samtycken, { id, data }, person, egna, dag);
      return { id, namn, typ, ...(samtycke === undefined ? {} : { samtycke: Object.fromEntries(samtycke) }) };
    });
  return [...alla.filter(({ samtycke }) => samtycke === undefined), ...alla.filter(({ samtycke }) => samtycke !== undefined)];
};

/** Where the samtycke stands for a letter of one unit; undefined of one who is told without. @param enhet of the place it is filed at */
export const samtyckeFor = ({ samtycke }: Mottagarval, enhet: string | undefined): Samtyckeslage | undefined =>
  samtycke && (samtycke[enhet ?? ''] ?? Object.values(samtycke)[0]);

/** By what right one who is not the kund is told: the unit that tells, the day, and the reason after sekretessprövning where there is no samtycke. */
export type Lamnas = { enhet: string | undefined; dag: IsoDate; utanSamtycke?: string | undefined };

/**
 * By what right a letter of the kund goes to a contact (OSL 10:1, 12:2, 26:1).
 * @returns the samtycke that holds, or the reason that was given; neither of one who speaks for the kund; or why it may not go
 */
export function ratten(
  state: Las,
  personId: string,
  kontaktId: string,
  { enhet, dag, utanSamtycke }: Lamnas,
): Result<{ samtyckeId?: string; skal?: string }, 'mottagaren-gar-inte' | Samtyckeshinder> {
  const kontakt = state.get('kontakt', kontaktId);
  if (!kontakt || !kanFaBrev(kontakt)) return fail('mottagaren-gar-inte');
  if (!kravsSamtycke(kontakt)) return ok({});
  const person = state.get('person', personId);
  const samtycken = hosEnhet(state.list('samtycke'), enhet, person);
  const samtycke = samtyckeGaller(samtycken, 'lamnaUppgifter', { kontaktId }, dag);
  if (samtycke) return ok({ samtyckeId: samtycke.id });
  if (utanSamtycke !== undefined) return ok({ skal: utanSamtycke });
  return fail(samtyckeshinder[samtyckeslage(samtycken, 'lamnaUppgifter', { kontaktId }, dag)] ?? 'samtycke-saknas');
}

/**
 * Whom a letter is addressed to, and, where that is not the kund, whom it is about.
 * @param mottagareId a contact; absent = the kund
 */
export function mottagareFor(
  state: Las,
  personId: string,
  mottagareId: string | undefined,
  lamnas: Lamnas,
): Result<{ rader: string[]; galler: Uppgift[] }, Dokumentfel[]> {
  const person = state.get('person', personId);
  if (!person) return fail([dokumentfel('finns-inte', personId)]);
  if (mottagareId === undefined) return ok({ rader: mottagarrader(person), galler: [] });
  const ratt = ratten(state, personId, mottagareId, lamnas);
  const kontakt = state.get('kontakt', mottagareId);
  if (!ratt.ok || !kontakt) return fail([dokumentfel(ratt.ok ? 'mottagaren-gar-inte' : ratt.error, mottagareId)]);
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
