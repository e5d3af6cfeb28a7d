import { compare } from '../../util/compare.ts';
import { yymmdd } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { isBekraftad } from '../bestallning/urval.ts';
import { isLass } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Menyer } from './menyer.ts';
import type { Nod } from './nod.ts';

/** `ansvarigId` answers for the utredning the beslut are of, when it is held. */
type Plats = { parentId: string; niva: number; ansvarigId?: string };

/** Beslut, newest first, each with its beställningar (TRAD-09, SYM-17). */
export function beslutNoder(
  beslut: Post<Beslut>[],
  { bestallningar }: { bestallningar: Map<string, Post<Bestallning>[]> },
  meny: Menyer,
  { parentId, niva, ansvarigId }: Plats,
): Nod[] {
  return [...beslut]
    .sort((a, b) => compare(b.data.beslutsdatum, a.data.beslutsdatum) || compare(a.id, b.id))
    .flatMap(({ id: beslutId, data: b }) => {
      const id = `beslut/${beslutId}`;
      const own = bestallningar.get(beslutId) ?? [];
      return [
        {
          id,
          parentId,
          niva,
          slag: 'beslut' as const,
          etikett: `${b.beslutsnamn} ${yymmdd(b.beslutsdatum)}`,
          fet: false,
          ikon: b.utfall === 'avslag' ? ('beslutAvslag' as const) : ('beslut' as const),
          ...beslutMarke(b),
          harBarn: own.length > 0,
          meny: meny.beslut({ id: beslutId, data: b }, own, ansvarigId),
          ref: { type: 'beslut' as const, id: beslutId },
        },
        ...bestallningNoder(own, b, meny, { parentId: id, niva: niva + 1 }),
      ];
    });
}

const beslutMarke = (b: Beslut): Pick<Nod, 'marke'> => (b.felmarkerad ? { marke: 'felmarkerad' } : isLass(b) ? { marke: 'LASS' } : {});

/** Beställningar of one beslut, newest first; one that was taken back stays, with its mark (FORB-39). */
export function bestallningNoder(
  bestallningar: Post<Bestallning>[],
  beslut: Beslut | undefined,
  meny: Menyer,
  { parentId, niva }: Plats,
): Nod[] {
  return [...bestallningar]
    .sort((a, b) => compare(b.data.bestalltDatum, a.data.bestalltDatum) || compare(a.id, b.id))
    .map(({ id, data }) => ({
      id: `bestallning/${id}`,
      parentId,
      niva,
      slag: 'bestallning',
      etikett: `Beställning ${yymmdd(data.bestalltDatum)}`,
      fet: false,
      ikon: 'bestallning',
      ...(data.borttagen ? { marke: 'borttagen' as const } : { hoger: isBekraftad(data) ? 'bekräftad' : 'ej bekräftad' }),
      harBarn: false,
      meny: meny.bestallning({ id, data }, beslut, bestallningar),
      ref: { type: 'bestallning', id },
    }));
}
