import type { IsoDate } from '../../util/datum.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import { aldstForst } from '../aktualisering/regler.ts';
import type { Insats } from '../katalog/records.ts';
import type { Post } from '../post.ts';

/** Inledningsdatum: the day the earliest of the aktualiseringar came in (UTR-03, FORB-13); undefined when there is none. */
export const foreslagetInledningsdatum = (aktualiseringar: Pick<Post<Aktualisering>, 'data'>[]): IsoDate | undefined =>
  aktualiseringar.map(({ data }) => data.datum).sort()[0];

/** Another Inledningsdatum than the day the earliest came in needs a reason (FORB-13). */
export const kraverInledningsskal = (inledningsdatum: IsoDate, aktualiseringar: Pick<Post<Aktualisering>, 'data'>[]): boolean =>
  inledningsdatum !== foreslagetInledningsdatum(aktualiseringar);

/**
 * Typ av utredning by what was applied for (UTR-04, UTR-11): the first in which all the insatser are decided, else the first
 * for the oldest of them; else the first of the list.
 */
export function foreslagenUtredningstyp(
  aktualiseringar: Post<Aktualisering>[],
  insats: (id: string) => Insats | undefined,
  typer: { namn: string }[],
): string | undefined {
  const offered = (namn: string) => typer.some((typ) => typ.namn === namn);
  const perInsats = [...aktualiseringar]
    .sort(aldstForst)
    .flatMap(({ data }) => (data.insatsId ? [insats(data.insatsId)?.utredningstyper.filter(offered) ?? []] : []))
    .filter((namn) => namn.length > 0);
  const [first = []] = perInsats;
  return first.find((namn) => perInsats.every((own) => own.includes(namn))) ?? first[0] ?? typer[0]?.namn;
}

/**
 * What Inled utredning starts with: every ej behandlad ticked (UTR-08, FORB-14), the day, handläggare and organisation of the
 * oldest (UTR-03, UTR-05, UTR-06). Undefined when nothing waits.
 */
export function foreslagenUtredning(
  ejBehandlade: Post<Aktualisering>[],
  insats: (id: string) => Insats | undefined,
  typer: { namn: string }[],
):
  | { aktualiseringIds: string[]; inledningsdatum: IsoDate; typ: string; ansvarigHandlaggareId: string; organisationId: string }
  | undefined {
  const ordered = [...ejBehandlade].sort(aldstForst);
  const [oldest] = ordered;
  if (!oldest) return undefined;
  return {
    aktualiseringIds: ordered.map(({ id }) => id),
    inledningsdatum: oldest.data.datum,
    typ: foreslagenUtredningstyp(ordered, insats, typer) ?? '',
    ansvarigHandlaggareId: oldest.data.ansvarigHandlaggareId,
    organisationId: oldest.data.organisationId,
  };
}
