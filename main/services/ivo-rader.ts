import { bristerI, type Rapportlage, rapportlage, rattelser } from '../../shared/domain/ivo/rad.ts';
import type { Fristagare } from '../../shared/domain/klocka/frist.ts';
import { type Kvartal, kvartalstext, radI } from '../../shared/domain/klocka/ivo.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import type { IvoradVy } from '../../shared/ipc/ivo.ts';
import { compare } from '../../shared/util/compare.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import { type ServicePorts, todayOf } from './service.ts';

export type IvoPorts = Pick<ServicePorts, 'replica' | 'actor' | 'clock'>;
export type Ivoval = { kvartal: Kvartal; vilka: 'mina' | 'alla' };

/**
 * The rows of a quarter, the oldest beslut first.
 * @param hela with the texts of kunder with skyddad folkbokföring too: they go into a file, by the user's word
 */
export function ivoraderFor(
  { replica, actor, clock }: IvoPorts,
  katalog: Katalog,
  { kvartal, vilka }: Ivoval,
  hela: 'hela' | undefined = undefined,
): IvoradVy[] {
  const today = todayOf(clock);
  const { id, funktionId, enheter } = actor();
  const text = kvartalstext(kvartal);
  const isMin = (agare: Fristagare | undefined): boolean =>
    agare !== undefined && ('anvandareId' in agare ? agare.anvandareId === id : 'funktionId' in agare && agare.funktionId === funktionId);
  const vemAr = (agare: Fristagare | undefined): string => {
    if (agare === undefined || 'roll' in agare) return '';
    return 'anvandareId' in agare
      ? (replica.record('anvandare', agare.anvandareId)?.data.namn ?? '')
      : katalog.utforareNamn(agare.funktionId);
  };
  const akten = ivodelar(replica);
  return replica
    .ivotiderIn(kvartal)
    .flatMap(({ scope, tid }): IvoradVy[] => {
      const rad = radI(tid, kvartal);
      const min = isMin(tid.ansvarig);
      // Who reads several units' reports those they are of.
      if (!rad || (vilka === 'mina' && !min) || (rad.enhet !== undefined && !enheter.includes(rad.enhet))) return [];
      const person = personOf(replica, scope, today);
      if (!person) return [];
      const { uppgift, erbjudanden, rapporter } = akten(scope, rad.beslutId);
      const dold = person.skydd === 'skyddadFolkbokforing' && hela === undefined;
      const rapporterat = rapportlage(rad, text, rapporter);
      return [
        {
          ...{ ...rad, ...(dold ? utanText(rapporterat) : rapporterat), person, min, vem: vemAr(tid.ansvarig) },
          rattade: rattelser(rad, rapporterat.rapport?.data),
          saknas: bristerI(rad, { personnummer: person.personnummer, uppgift, erbjudanden }),
          ...(uppgift && !dold ? { uppgift } : {}),
          ...(rad.delvis && dold ? { delvis: { ...rad.delvis, saknas: '' } } : {}),
          erbjudanden: dold ? [] : erbjudanden,
        },
      ];
    })
    .sort((a, b) => compare(a.beslutsdatum, b.beslutsdatum) || compare(a.nyckel, b.nyckel));
}

/** What was told of who is opened with a reason is read in the akt. */
function utanText({ rapport, annat, utan }: Rapportlage): Rapportlage {
  const dold = ({ id, data: { delvis, ...data } }: NonNullable<Rapportlage['rapport']>) => ({
    id,
    data: delvis ? { ...data, delvis: { ...delvis, saknas: '' } } : data,
  });
  return { ...(rapport ? { rapport: dold(rapport) } : {}), ...(annat ? { annat: dold(annat) } : {}), utan };
}

/** What was written and reported of a beslut; each akt is read once, its rows follow one another. */
function ivodelar(replica: IvoPorts['replica']) {
  const read = (scope: string) => ({
    scope,
    uppgifter: replica.inScope(scope, 'ivouppgift'),
    erbjudanden: replica.inScope(scope, 'erbjudande').filter(({ data }) => !data.felmarkering),
    rapporter: replica.inScope(scope, 'ivorapport'),
  });
  let held: ReturnType<typeof read> | undefined;
  return (scope: string, beslutId: string) => {
    if (held?.scope !== scope) held = read(scope);
    const dess = <T extends { data: { beslutId: string } }>(poster: T[]) => poster.filter(({ data }) => data.beslutId === beslutId);
    return {
      uppgift: dess(held.uppgifter)[0]?.data,
      erbjudanden: dess(held.erbjudanden)
        .map(({ data }): RecordData<'erbjudande'> => data)
        .sort((a, b) => compare(a.datum, b.datum)),
      rapporter: dess(held.rapporter).map(({ id, data }) => ({ id, data })),
    };
  };
}
