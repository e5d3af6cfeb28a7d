import { compare } from '../../util/compare.ts';
import { yymmdd } from '../../util/datum.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import type { Menyer } from './menyer.ts';
import type { Nod } from './nod.ts';

type Plats = { parentId: string; niva: number; etikett: string; utredning?: Post<Utredning> };

/**
 * The folder of the aktualiseringar that an utredning examines, or at the root of those that none does yet (UTR-07), the one
 * that came in first standing first. No folder without any.
 */
export function aktualiseringNoder(
  aktualiseringar: Post<Aktualisering>[],
  meny: Menyer,
  { parentId, niva, etikett, utredning }: Plats,
): Nod[] {
  if (aktualiseringar.length === 0) return [];
  const id = `${parentId}/aktualiseringar`;
  return [
    {
      id,
      parentId,
      niva,
      slag: 'aktualiseringar',
      etikett,
      fet: false,
      ikon: 'aktualisering',
      hoger: String(aktualiseringar.length),
      harBarn: true,
      meny: utredning ? meny.aktualiseringar(utredning.data) : meny.ejBehandlade(),
      ...(utredning ? { ref: { type: 'utredning' as const, id: utredning.id } } : {}),
    },
    ...[...aktualiseringar]
      .sort((a, b) => compare(a.data.datum, b.data.datum) || compare(a.id, b.id))
      .map(
        ({ id: aktualiseringId, data }): Nod => ({
          id: `aktualisering/${aktualiseringId}`,
          parentId: id,
          niva: niva + 1,
          slag: 'aktualisering',
          etikett: `${data.typ} ${yymmdd(data.datum)}`,
          fet: false,
          ikon: 'aktualisering',
          // Left out when an utredning was opened (FORB-14): the reason is read in the aktualisering.
          ...(data.utelamnad && !utredning ? { hoger: 'utelämnad' } : {}),
          harBarn: false,
          meny: meny.aktualisering(data),
          ref: { type: 'aktualisering', id: aktualiseringId },
        }),
      ),
  ];
}
