import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { insatsOf } from './insatser.ts';
import { borjan } from './insatsval.ts';
import { arendeLuckor } from './luckor.ts';
import { dokumenttexter, journaltexter, mallFor } from './texter.ts';
import { inled, skrivRubrik } from './utredning.ts';
import { avslutaArendet } from './verkstallighet.ts';

/** SoL akter lie within another inner wall than LSS (OSL 26:1): an open utredning of the biståndshandläggare, or one withdrawn. */
export function skrivBistand(arbete: Arbete, val: { open?: true } = {}): void {
  const { profil, today, katalog } = arbete;
  const open = val.open ?? (profil.index % 3 === 0 && profil.index < 1500);
  const start = open ? plusDagar(today, -profil.random.between(4, 90)) : borjan(arbete, profil.random.between(6, 30));
  const slut = open ? undefined : plusDagar(start, profil.random.between(15, 60));
  const typ = profil.random.chance(0.5) ? 'IBIC utredning' : 'förenklad utredning';
  const sokt = profil.random.pick(katalog.list('insats').filter(({ data }) => data.utredningstyper.includes(typ)));
  const id = inled(arbete, { typ, start, insatsIds: [sokt.id] });
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats: insatsOf('LEDSAGARSERVICE'), inkom: start }) };
  const ref = { slag: 'utredning', id } as const;
  const av = profil.handlaggare;
  for (const [nyckel, dag] of [['bistand', plusDagar(start, 2)], ...(slut ? [['atertagen', slut]] : [])] as [string, IsoDate][]) {
    const mall = mallFor(journaltexter, nyckel);
    if (mall) arbete.skriv(mall, luckor, { ref, rubrikKod: journalRubrik, dag, av });
  }
  const koder = ['ANSOKAN', 'FORFLYTTNING', 'HEMLIV', 'TRYGGHET'].filter((kod) => mallFor(dokumenttexter, kod));
  koder.forEach((kod, index) => {
    skrivRubrik(
      arbete,
      { id, luckor },
      { kod, dag: plusDagar(start, 3 + index), variant: 'bistand', osignerad: open && index === koder.length - 1 },
    );
  });
  if (slut) avslutaArendet(arbete, slut);
}
