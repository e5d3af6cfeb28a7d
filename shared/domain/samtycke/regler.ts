import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import { enhetOf } from '../enhet.ts';
import type { Samtyckesandamal } from '../katalog/records.ts';
import type { Kontakt } from '../kontakt/records.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Samtycke } from './records.ts';

/** To whom: a contact by its id, or an organisation by its name, however it is capitalised. */
export type Samtyckesmottagare = { kontaktId: string } | { organisation: string };
export type Samtyckeslage = 'finns' | 'saknas' | 'aterkallat' | 'utgatt';

/** Why nothing may be done, by where the samtycke stands; none where it holds. */
export const samtyckeshinder = {
  finns: undefined,
  saknas: 'samtycke-saknas',
  aterkallat: 'samtycket-aterkallat',
  utgatt: 'samtycket-utgatt',
} as const satisfies Record<Samtyckeslage, string | undefined>;
export type Samtyckeshinder = NonNullable<(typeof samtyckeshinder)[Samtyckeslage]>;

/** It holds on a day: begun, not over, not marked as wrong, and not taken back; the day it was taken back it holds no more. */
export const gallerPa = ({ fran, tom, aterkallat, felmarkering }: Samtycke, dag: IsoDate): boolean =>
  !felmarkering && fran <= dag && (tom === undefined || dag <= tom) && (aterkallat === undefined || dag < aterkallat.dag);

const isTill = ({ till }: Samtycke, mottagare: Samtyckesmottagare): boolean =>
  'kontaktId' in mottagare
    ? till.kontaktId === mottagare.kontaktId
    : till.kontaktId === undefined && sammaNamn(till.namn, mottagare.organisation);
const sammaNamn = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('sv') === b.trim().toLocaleLowerCase('sv');

/**
 * Those that one unit was told: what it may do by samtycke, it may do by its own (OSL 26:1).
 * @param enhet undefined = nobody's: all
 */
export const hosEnhet = (
  samtycken: readonly Post<Samtycke>[],
  enhet: string | undefined,
  person: Pick<Person, 'enheter'> | undefined,
): Post<Samtycke>[] => samtycken.filter(({ data }) => enhet === undefined || enhetOf('samtycke', data, person) === enhet);

/**
 * Where a samtycke to lämna uppgifter stands with a contact, in each unit of a user; none where the contact is told without (`kravsSamtycke`).
 * @returns by the unit's code; under '' where the user is of none that has the kund
 */
export function samtyckeslagen(
  samtycken: readonly Post<Samtycke>[],
  { id: kontaktId, data }: Post<Kontakt>,
  person: Pick<Person, 'enheter'>,
  egna: readonly string[],
  dag: IsoDate,
): ReadonlyMap<string, Samtyckeslage> | undefined {
  if (!kravsSamtycke(data)) return undefined;
  const hos = (enhet: string | undefined) => samtyckeslage(hosEnhet(samtycken, enhet, person), 'lamnaUppgifter', { kontaktId }, dag);
  return new Map(egna.length === 0 ? [['', hos(undefined)]] : egna.map((enhet) => [enhet, hos(enhet)]));
}

/**
 * The samtycke by which something may be done with somebody on a day: what views show and what sending asks.
 * @param samtycken of one unit: what one was told is no other's (OSL 26:1)
 * @returns the one that holds longest; undefined when none does
 */
export function samtyckeGaller(
  samtycken: readonly Post<Samtycke>[],
  andamal: Samtyckesandamal,
  mottagare: Samtyckesmottagare,
  dag: IsoDate,
): Post<Samtycke> | undefined {
  const gallande = samtycken.filter(({ data }) => data.tillater.includes(andamal) && isTill(data, mottagare) && gallerPa(data, dag));
  return gallande.sort((a, b) => compare(b.data.tom ?? '9999', a.data.tom ?? '9999') || compare(a.id, b.id))[0];
}

/** The same in a word, and, where there is none, what became of the latest there was. */
export function samtyckeslage(
  samtycken: readonly Post<Samtycke>[],
  andamal: Samtyckesandamal,
  mottagare: Samtyckesmottagare,
  dag: IsoDate,
): Samtyckeslage {
  if (samtyckeGaller(samtycken, andamal, mottagare, dag)) return 'finns';
  const tidigare = samtycken.filter(
    ({ data }) => !data.felmarkering && data.tillater.includes(andamal) && isTill(data, mottagare) && data.fran <= dag,
  );
  const slut = ({ aterkallat, tom }: Samtycke) => [aterkallat?.dag, tom].filter((one) => one !== undefined).sort()[0] ?? '';
  const senast = tidigare.sort((a, b) => compare(slut(b.data), slut(a.data)) || compare(a.id, b.id))[0];
  if (!senast) return 'saknas';
  const { aterkallat, tom } = senast.data;
  return aterkallat !== undefined && (tom === undefined || aterkallat.dag <= tom) ? 'aterkallat' : 'utgatt';
}

/**
 * Whether a contact is told of the kund only by samtycke or after sekretessprövning (OSL 26:1). Those who speak for the kund by law or
 * by fullmakt are told what the kund is.
 */
export const kravsSamtycke = ({ typ }: Pick<Kontakt, 'typ'>): boolean => typ === 'anhorig' || typ === 'ovrig';

/** It is what the kund has agreed to now, or will: neither taken back, nor marked as wrong, nor over. */
export const isAktuellt = ({ tom, aterkallat, felmarkering }: Samtycke, dag: IsoDate): boolean =>
  !felmarkering && !aterkallat && (tom === undefined || dag <= tom);

/** Another of the same to the same goes on when it ends. */
export const fortsatter = (samtycken: readonly Post<Samtycke>[], { id, data }: Post<Samtycke>, dagenEfter: IsoDate): boolean =>
  samtycken.some(
    ({ id: annan, data: annat }) =>
      annan !== id &&
      annat.tillater.join() === data.tillater.join() &&
      (annat.till.kontaktId ?? '') === (data.till.kontaktId ?? '') &&
      sammaNamn(annat.till.namn, data.till.namn) &&
      isAktuellt(annat, dagenEfter) &&
      annat.fran <= dagenEfter,
  );
