import { compare } from '../../util/compare.ts';
import { type IsoDate, plusDagar } from '../../util/datum.ts';
import type { Akt } from '../akt.ts';
import { bestallningFor } from '../beslut/bestallbart.ts';
import type { Beslut } from '../beslut/records.ts';
import { isBekraftad, isLevande } from '../bestallning/urval.ts';
import type { Ivouppgift } from '../ivo/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { isLass } from '../pagaende.ts';
import type { Post } from '../post.ts';

/**
 * Whether a bifall is one that the municipality carries out: what the catalogue never orders is not, but of the two halves of a stödfamilj; of what came from
 * elsewhere the catalogue says nothing.
 */
export const skaVerkstallas = (insatser: Post<Insats>[], beslut: Beslut): boolean =>
  !isLass(beslut) &&
  (insatsAv(insatser, beslut) === undefined || bestallningFor(insatser, beslut) !== undefined || beslut.koppling?.slag === 'stodfamilj');

/** Days on which a bifall is carried out, the last included; none = until further notice. */
type Tid = { fran: IsoDate; till?: IsoDate | undefined };
type Verkstallt = {
  /** The day it was first carried out (SoL 34:1, LSS 28 f §: from when it starts). */
  forst?: IsoDate | undefined;
  /** Days between, and after it ended while the bifall still holds. */
  avbrott: Tid[];
};

/**
 * When a bifall is carried out: what was ordered, from the day it was verkställd (FRAGA-33) to the order's end or its verkställighet's; without
 * a confirmed order the days of the verkställigheter that were opened of it. The two halves of a stödfamilj are carried out as one. Days on which only a
 * part of it was carried out are none.
 */
export function verkstallt(beslut: Post<Beslut>, akt: Verkstallighetsakt): Verkstallt {
  const { koppling, giltigTom, avslutad } = beslut.data;
  const par = koppling?.slag === 'stodfamilj' ? akt.beslut.filter(({ data }) => data.koppling?.id === koppling.id) : [];
  const ids = new Set([beslut.id, ...par.map(({ id }) => id)]);
  const [forsta, ...resten] = utanDelvis(tider(ids, akt), delvisTider(ids, akt));
  if (!forsta) return { avbrott: [] };
  const avbrott: Tid[] = [];
  let till = forsta.till;
  for (const tid of resten) {
    if (till === undefined) break;
    if (tid.fran > plusDagar(till, 1)) avbrott.push({ fran: plusDagar(till, 1), till: plusDagar(tid.fran, -1) });
    if (tid.till === undefined || tid.till > till) till = tid.till;
  }
  if (till !== undefined && !avslutad && (giltigTom === undefined || giltigTom > till)) avbrott.push({ fran: plusDagar(till, 1) });
  return { forst: forsta.fran, avbrott };
}

export type Verkstallighetsakt = Pick<Akt, 'beslut' | 'bestallningar' | 'verkstalligheter'> & { ivouppgifter: readonly Post<Ivouppgift>[] };

const delvisTider = (ids: ReadonlySet<string>, { ivouppgifter }: Pick<Verkstallighetsakt, 'ivouppgifter'>): Tid[] =>
  ivouppgifter.filter(({ data }) => ids.has(data.beslutId)).flatMap(({ data: { delvis = [] } }) => delvis);

/** What is left of times when others are taken out of them. */
function utanDelvis(alla: Tid[], delvis: readonly Tid[]): Tid[] {
  let kvar = alla;
  for (const bort of delvis) {
    kvar = kvar.flatMap((tid): Tid[] => {
      if ((tid.till !== undefined && tid.till < bort.fran) || (bort.till !== undefined && bort.till < tid.fran)) return [tid];
      return [
        ...(tid.fran < bort.fran ? [{ fran: tid.fran, till: plusDagar(bort.fran, -1) }] : []),
        ...(bort.till !== undefined && (tid.till === undefined || tid.till > bort.till)
          ? [{ fran: plusDagar(bort.till, 1), till: tid.till }]
          : []),
      ];
    });
  }
  return kvar.sort(iTidsordning);
}

const iTidsordning = (a: Tid, b: Tid): number => compare(a.fran, b.fran) || compare(a.till ?? '9999', b.till ?? '9999');

function tider(ids: ReadonlySet<string>, { bestallningar, verkstalligheter }: Pick<Akt, 'bestallningar' | 'verkstalligheter'>): Tid[] {
  const slutFor = (id: string | undefined) => verkstalligheter.find((one) => one.id === id)?.data.slutdatum;
  const bestallda = bestallningar
    .filter(({ data }) => ids.has(data.beslutId) && isLevande(data) && isBekraftad(data))
    .map(({ data }): Tid => {
      const slut = [data.gallerTom, slutFor(data.bekraftelse?.verkstallighetId)].filter((day) => day !== undefined).sort()[0];
      return { fran: data.bekraftad ?? data.gallerFran, till: slut };
    });
  const oppnade = verkstalligheter
    .filter(({ data }) => data.beslutId !== undefined && ids.has(data.beslutId) && !data.aldrigPaborjad)
    .map(({ data }): Tid => ({ fran: data.startdatum, till: data.slutdatum }));
  return (bestallda.length > 0 ? bestallda : oppnade).filter(({ fran, till }) => till === undefined || till >= fran).sort(iTidsordning);
}
