import { compare } from '../../util/compare.ts';
import { yymmdd } from '../../util/datum.ts';
import type { Bedomning } from '../bedomning/records.ts';
import type { Beslut } from '../beslut/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import type { Post } from '../post.ts';
import type { Menyer, MenyKatalog } from './menyer.ts';
import type { Nod } from './nod.ts';

/**
 * Bedömning of an utredning, with those made below it, newest first (BEDOM-02). It stands where a bifall asks for one by the
 * catalogue (BESLUT-DV-04), and where one has been made.
 */
export function bedomningNoder(
  utredningId: string,
  beslut: Beslut[],
  bedomningar: Post<Bedomning>[],
  katalog: Pick<MenyKatalog, 'insatser'>,
  meny: Menyer,
  { parentId, niva }: { parentId: string; niva: number },
): Nod[] {
  const asked = beslut.some(
    (b) => b.utfall === 'bifall' && !b.felmarkerad && insatsAv(katalog.insatser, b)?.data.instrumentId !== undefined,
  );
  if (!asked && bedomningar.length === 0) return [];
  const id = `${parentId}/bedomning`;
  return [
    {
      id,
      parentId,
      niva,
      slag: 'bedomning',
      etikett: 'Bedömning',
      fet: false,
      ikon: 'bedomning',
      ...(bedomningar.length > 0 ? { hoger: String(bedomningar.length) } : {}),
      harBarn: bedomningar.length > 0,
      meny: meny.bedomning(),
      ref: { type: 'utredning', id: utredningId },
    },
    ...[...bedomningar]
      .sort((a, b) => compare(b.data.datum, a.data.datum) || compare(a.id, b.id))
      .map(
        (one): Nod => ({
          id: `bedomning/${one.id}`,
          parentId: id,
          niva: niva + 1,
          slag: 'bedomning',
          etikett: `${one.data.instrument} ${yymmdd(one.data.datum)}`,
          fet: false,
          ikon: 'bedomning',
          harBarn: false,
          meny: meny.bedomning(),
          ref: { type: 'bedomning', id: one.id },
        }),
      ),
  ];
}
