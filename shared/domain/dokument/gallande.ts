import type { IsoDate } from '../../util/datum.ts';
import type { State } from '../command.ts';
import type { Brevhuvud, Lagrum, Mall, Mallkod } from '../katalog/records.ts';

type Katalog = Pick<State, 'katalogLista'>;
type Daterad = { fran: IsoDate; tom?: IsoDate | undefined };

/** Of the rows that hold on a day, the one that began last: what is dated is read as it was on the day of the decision. */
function gallande<T extends Daterad>(rader: T[], dag: IsoDate): T | undefined {
  return rader
    .filter(({ fran, tom }) => fran <= dag && (tom === undefined || tom >= dag))
    .reduce<T | undefined>((senast, rad) => (senast && senast.fran >= rad.fran ? senast : rad), undefined);
}

/** The mall of a kind of document on a day: the one made for the utredningstyp, else the general one. */
export function mallFor(katalog: Katalog, kod: Mallkod, dag: IsoDate, utredningstyp?: string): Mall | undefined {
  const mallar = katalog.katalogLista('mall').flatMap(({ data }) => (data.kod === kod ? [data] : []));
  const egen = mallar.filter(({ utredningstyper }) => utredningstyp !== undefined && utredningstyper.includes(utredningstyp));
  const allman = mallar.filter(({ utredningstyper }) => utredningstyper.length === 0);
  return gallande(egen, dag) ?? gallande(allman, dag);
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
