import { type IsoDate, plusDagar, swedishDay } from '../../util/datum.ts';
import { sistaDagAttHandla } from '../../util/lagtid.ts';
import type { State } from '../command.ts';
import { type Varde, vardenAv } from '../katalog/varden.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Eansokan, Ingang } from './records.ts';

type Installning = NonNullable<Varde['eansokan']>;

/** What a unit has said of its e-ansökningar; a municipality that has said nothing has two days, and its enhetschefer. */
export const installningFor = (enheter: Varde[], enhet: string): Installning =>
  enheter.find(({ kod }) => kod === enhet)?.eansokan ?? { ingangar: [], dagar: 2 };

/** The unit that an entrance leads to; where none has said so, the first: no application is left outside. */
export function enhetForIngang(state: Pick<State, 'katalogLista'>, ingang: Ingang): string | undefined {
  const enheter = vardenAv(state, 'enhet').filter(({ kod }) => kod !== undefined);
  return (enheter.find(({ eansokan }) => eansokan?.ingangar.includes(ingang)) ?? enheter[0])?.kod;
}

/** The last day on which it is the unit's together; from the day after it is a named person's (FORB-57). Moved to a weekday. */
export const gransdag = (inkom: Eansokan['inkom'], { dagar }: Installning): IsoDate =>
  sistaDagAttHandla(plusDagar(swedishDay(inkom), dagar));

type Anvandarpost = Post<{ roller: readonly string[]; enheter: string[]; aktiv: boolean }>;
/**
 * Whom an e-ansökan goes to that nobody has connected in time: the person the unit has named, who is at work; else its enhetschefer.
 * @returns ids of users
 */
export function mottagareEfterGrans(enhet: string, { ansvarigId }: Installning, anvandare: Anvandarpost[]): string[] {
  const dess = anvandare.filter(({ data }) => data.aktiv && data.enheter.includes(enhet));
  const namngiven = dess.find(({ id }) => id === ansvarigId);
  return namngiven ? [namngiven.id] : dess.filter(({ data }) => data.roller.includes('enhetschef')).map(({ id }) => id);
}

/** Whether it was sent by a kund: by the number she has or had (a samordningsnummer becomes a personnummer). */
export const isAvsandare = (
  person: Pick<Person, 'personnummer' | 'tidigareNummer'>,
  { personnummer }: Pick<Eansokan, 'personnummer'>,
): boolean => person.personnummer === personnummer || (person.tidigareNummer?.includes(personnummer) ?? false);

export const avsandarNamn = ({ fornamn, efternamn }: Pick<Eansokan, 'fornamn' | 'efternamn'>): string => `${efternamn}, ${fornamn}`;
