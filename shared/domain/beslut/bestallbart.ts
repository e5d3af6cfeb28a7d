import { compare } from '../../util/compare.ts';
import type { Bestallning } from '../bestallning/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { isOngoingBeslut } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Beslut } from './records.ts';
import { sammaSerie } from './serie.ts';

/**
 * How a bifall is ordered by the catalogue; undefined when it never is: an avslag, a LASS-beslut (LASS-15), or the
 * korttidsvistelse that a stödfamilj carries out (BEST-KORT-03).
 */
export function bestallningFor(insatser: Post<Insats>[], beslut: Beslut): Insats['bestallning'] {
  const insats = insatsAv(insatser, beslut);
  if (!insats || beslut.utfall !== 'bifall' || beslut.felmarkerad || beslut.aldrigPaborjad) return undefined;
  const iStodfamilj = beslut.koppling?.slag === 'stodfamilj' && insats.data.parMedId === undefined;
  return iStodfamilj ? undefined : insats.data.bestallning;
}

/** A beställning that stands: sent and not taken back. */
export const levandeBestallningar = (bestallningar: Post<Bestallning>[], beslutId: string): Post<Bestallning>[] =>
  bestallningar.filter(({ data }) => data.beslutId === beslutId && !data.borttagen);

/**
 * FORB-31: ongoing bifall that are to be ordered and are not, oldest first. The months of a series were granted as one period
 * (FORB-24): while any of them goes on, one that has passed is still to be ordered.
 */
export function bifallUtanBestallning(
  { insatser, beslut, bestallningar }: { insatser: Post<Insats>[]; beslut: Post<Beslut>[]; bestallningar: Post<Bestallning>[] },
  today: string,
): Post<Beslut>[] {
  const lopande = beslut.filter(({ data }) => isOngoingBeslut(data, today));
  return beslut
    .filter(
      ({ id, data }) =>
        (isOngoingBeslut(data, today) || lopande.some((one) => sammaSerie(one.data, data))) &&
        !data.avslutad &&
        bestallningFor(insatser, data) &&
        levandeBestallningar(bestallningar, id).length === 0,
    )
    .sort((a, b) => compare(a.data.giltigFran, b.data.giltigFran));
}
