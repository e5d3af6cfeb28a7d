import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import type { State } from '../command.ts';
import type { Brevhuvud, Lagrum, Mall, Mallkod } from '../katalog/records.ts';
import type { Post } from '../post.ts';

type Katalog = Pick<State, 'katalogLista'>;
type Daterad = { fran: IsoDate; tom?: IsoDate | undefined };

/** Of the rows that hold on a day, the one that began last: what is dated is read as it was on the day of the decision. */
function gallande<T extends Daterad>(rader: T[], dag: IsoDate): T | undefined {
  return rader
    .filter(({ fran, tom }) => fran <= dag && (tom === undefined || tom >= dag))
    .reduce<T | undefined>((senast, rad) => (senast && senast.fran >= rad.fran ? senast : rad), undefined);
}

/**
 * The mallar of a kind of document that a user may choose on a day (UTSK-02): those made for the utredningstyp before the general ones, and
 * of those with one name the one that began last. The first is what is taken when nobody chose.
 */
export function mallarFor(katalog: Katalog, kod: Mallkod, dag: IsoDate, utredningstyp?: string): Post<Mall>[] {
  const galler = katalog.katalogLista('mall').flatMap(({ id, data }) => {
    const isEgen = utredningstyp !== undefined && data.utredningstyper.includes(utredningstyp);
    const hor = isEgen || data.utredningstyper.length === 0;
    return data.kod === kod && hor && data.fran <= dag && (data.tom === undefined || data.tom >= dag) ? [{ id, data, isEgen }] : [];
  });
  return galler
    .sort((a, b) => Number(b.isEgen) - Number(a.isEgen) || compare(b.data.fran, a.data.fran) || compare(a.id, b.id))
    .filter(({ data }, n, alla) => alla.findIndex((one) => one.data.namn === data.namn) === n)
    .map(({ id, data }) => ({ id, data }));
}

/** The mall that was chosen, where it may be; without a choice the first. */
export function mallFor(
  katalog: Katalog,
  kod: Mallkod,
  dag: IsoDate,
  { utredningstyp, mallId }: { utredningstyp?: string | undefined; mallId?: string | undefined } = {},
): Post<Mall> | undefined {
  const mallar = mallarFor(katalog, kod, dag, utredningstyp);
  return mallId === undefined ? mallar[0] : mallar.find(({ id }) => id === mallId);
}

/** The letterhead of a unit on a day. */
export function brevhuvudFor(katalog: Katalog, enhet: string | undefined, dag: IsoDate): Brevhuvud | undefined {
  const alla = katalog.katalogLista('brevhuvud').map(({ data }) => data);
  const egna = alla.filter(({ enheter }) => enhet !== undefined && enheter.includes(enhet));
  const allmanna = alla.filter(({ enheter }) => enheter.length === 0);
  return gallande(egna, dag) ?? gallande(allmanna, dag);
}

/** A provision as it stood on a day. */
export const lagrumFor = (katalog: Katalog, kod: string, dag: IsoDate): Lagrum | undefined =>
  gallande(
    katalog.katalogLista('lagrum').flatMap(({ data }) => (data.kod === kod ? [data] : [])),
    dag,
  );
