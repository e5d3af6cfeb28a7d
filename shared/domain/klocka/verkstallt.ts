import { compare } from '../../util/compare.ts';
import { type IsoDate, plusDagar } from '../../util/datum.ts';
import type { Akt } from '../akt.ts';
import { bestallningFor } from '../beslut/bestallbart.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { isBekraftad, isLevande } from '../bestallning/urval.ts';
import type { Ivouppgift } from '../ivo/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { beviljat, isLass } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';

/**
 * Whether a bifall is one that the municipality carries out: what the catalogue never orders is not, but of the two halves of a stödfamilj; of what came from
 * elsewhere the catalogue says nothing.
 */
export const skaVerkstallas = (insatser: Post<Insats>[], beslut: Beslut): boolean =>
  !isLass(beslut) &&
  (insatsAv(insatser, beslut) === undefined || bestallningFor(insatser, beslut) !== undefined || beslut.koppling?.slag === 'stodfamilj');

/** Days on which a bifall is carried out, the last included; none = until further notice. `av`: what ends it, whatever day that is said to be. */
type Tid = { fran: IsoDate; till?: IsoDate | undefined; av: string };
type Verkstallt = {
  /** The day it was first carried out (SoL 34:1, LSS 28 f §: from when it starts). */
  forst?: IsoDate | undefined;
  /** Days between, and after it ended while the bifall still holds; none is before the day it was decided. `av`: what it is of. */
  avbrott: Tid[];
};

/**
 * When a bifall is carried out, whatever says so (SoL 34:1, LSS 28 f §: from the first day that it began): what was ordered, from the day it was
 * verkställd (FRAGA-33) to the order's end or its verkställighet's, and the days of the verkställigheter that were opened of it by themselves. The two
 * halves of a stödfamilj are carried out as one. Days on which only a part of it was carried out are none.
 */
export function verkstallt(beslut: Post<Beslut>, akt: Verkstallighetsakt): Verkstallt {
  const { beslutsdatum, giltigTom, avslutad } = beslut.data;
  const ids = idsAv(beslut, akt);
  const [forsta, ...resten] = utanDelvis(tider(ids, akt), delvisTider(ids, akt));
  if (!forsta) return { avbrott: [] };
  const avbrott: Tid[] = [];
  let { till, av } = forsta;
  for (const tid of resten) {
    if (till === undefined) break;
    if (tid.fran > plusDagar(till, 1)) avbrott.push({ fran: plusDagar(till, 1), till: plusDagar(tid.fran, -1), av });
    if (tid.till === undefined || tid.till > till) ({ till, av } = tid);
  }
  if (till !== undefined && !avslutad && (giltigTom === undefined || giltigTom > till)) avbrott.push({ fran: plusDagar(till, 1), av });
  return { forst: forsta.fran, avbrott: avbrott.flatMap((one) => efterBeslutet(one, beslutsdatum)) };
}

/** Nothing is owed before it was decided. */
const efterBeslutet = (avbrott: Tid, beslutsdatum: IsoDate): Tid[] =>
  avbrott.till !== undefined && avbrott.till < beslutsdatum
    ? []
    : [{ ...avbrott, fran: avbrott.fran < beslutsdatum ? beslutsdatum : avbrott.fran }];

/** The bifall, and the other half of a stödfamilj, unless that was marked as wrong. */
function idsAv({ id, data: { koppling } }: Post<Beslut>, akt: Pick<Akt, 'beslut'>): ReadonlySet<string> {
  const par = koppling?.slag === 'stodfamilj' ? akt.beslut.filter(({ data }) => data.koppling?.id === koppling.id && beviljat(data)) : [];
  return new Set([id, ...par.map((one) => one.id)]);
}

/** There is an order by which it is carried out on a day or later, or is to be once it is confirmed. */
export function arBestallt(beslut: Post<Beslut>, akt: Pick<Akt, 'beslut' | 'bestallningar' | 'verkstalligheter'>, dag: IsoDate): boolean {
  const ids = idsAv(beslut, akt);
  return akt.bestallningar.some(({ data }) => {
    const { till } = slutPa(data, akt);
    return ids.has(data.beslutId) && isLevande(data) && (till === undefined || till >= dag);
  });
}

/** Days on which a bifall is carried out, those of a part of it too; of orders and verkställigheter at once some may lie over others. */
export const verkstalldaTider = (beslut: Post<Beslut>, akt: Pick<Akt, 'beslut' | 'bestallningar' | 'verkstalligheter'>): Tid[] =>
  tider(idsAv(beslut, akt), akt);

export type Verkstallighetsakt = Pick<Akt, 'beslut' | 'bestallningar' | 'verkstalligheter'> & { ivouppgifter: readonly Post<Ivouppgift>[] };

const delvisTider = (ids: ReadonlySet<string>, { ivouppgifter }: Pick<Verkstallighetsakt, 'ivouppgifter'>): Tid[] =>
  ivouppgifter
    .filter(({ data }) => ids.has(data.beslutId))
    .flatMap(({ data: { delvis = [] } }) => delvis)
    .map(({ id, fran, till }) => ({ fran, till, av: `delvis/${id ?? fran}` }));

/** What is left of times when others are taken out of them. */
function utanDelvis(alla: Tid[], delvis: readonly Tid[]): Tid[] {
  let kvar = alla;
  for (const bort of delvis) {
    kvar = kvar.flatMap((tid): Tid[] => {
      if ((tid.till !== undefined && tid.till < bort.fran) || (bort.till !== undefined && bort.till < tid.fran)) return [tid];
      return [
        ...(tid.fran < bort.fran ? [{ fran: tid.fran, till: plusDagar(bort.fran, -1), av: bort.av }] : []),
        ...(bort.till !== undefined && (tid.till === undefined || tid.till > bort.till)
          ? [{ fran: plusDagar(bort.till, 1), till: tid.till, av: tid.av }]
          : []),
      ];
    });
  }
  return kvar.sort(iTidsordning);
}

const iTidsordning = (a: Tid, b: Tid): number =>
  compare(a.fran, b.fran) || compare(a.till ?? '9999', b.till ?? '9999') || compare(a.av, b.av);

/** An order's end or its verkställighet's, the earlier; `verkstallighetId`: it is the latter that ends it. */
function slutPa(
  { gallerTom, bekraftelse }: Bestallning,
  { verkstalligheter }: Pick<Akt, 'verkstalligheter'>,
): { till?: IsoDate | undefined; verkstallighetId?: string } {
  const inne = verkstalligheter.find(({ id }) => id === bekraftelse?.verkstallighetId);
  const slut = inne?.data.slutdatum;
  if (inne === undefined || slut === undefined || (gallerTom !== undefined && gallerTom < slut)) return { till: gallerTom };
  return { till: slut, verkstallighetId: inne.id };
}

/**
 * What says that something of a bifall was carried out: each confirmed order that stands, and each verkställighet that was opened by itself. One that an
 * order of it was taken in with, also one that was taken back since, says nothing beside that: it is opened from the day of the beslut (VERK-06), before what
 * was ordered begins, and stays open through an avbrott.
 */
function tider(ids: ReadonlySet<string>, akt: Pick<Akt, 'bestallningar' | 'verkstalligheter'>): Tid[] {
  const bekraftade = akt.bestallningar.filter(({ data }) => ids.has(data.beslutId) && isBekraftad(data));
  const bestallda = bekraftade
    .filter(({ data }) => isLevande(data))
    .map(({ id, data }): Tid => {
      const { till, verkstallighetId } = slutPa(data, akt);
      return { fran: data.bekraftad ?? data.gallerFran, till, av: verkstallighetId ?? id };
    });
  const oppnade = akt.verkstalligheter
    .filter(({ data }) => data.beslutId !== undefined && ids.has(data.beslutId) && !data.aldrigPaborjad)
    .filter((one) => !bekraftade.some(({ data }) => togsInI(data, one)))
    .map(({ id, data }): Tid => ({ fran: data.startdatum, till: data.slutdatum, av: id }));
  return [...bestallda, ...oppnade].filter(({ fran, till }) => till === undefined || till >= fran).sort(iTidsordning);
}

/** By its confirmation; where that names none, as from an earlier system, with the same utförare. */
const togsInI = ({ bekraftelse, utforareId }: Bestallning, { id, data }: Post<Verkstallighet>): boolean =>
  bekraftelse ? bekraftelse.verkstallighetId === id : utforareId === data.utforareId;
