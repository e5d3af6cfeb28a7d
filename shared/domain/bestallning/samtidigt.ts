import type { Beslut } from '../beslut/records.ts';
import { sammaDagar } from '../beslut/samtidigt.ts';
import type { Insats } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import type { Bestallning } from './records.ts';
import { isLevande } from './urval.ts';

type Fakta = { insatser: Post<Insats>[]; beslut: Post<Beslut>[]; bestallningar: Post<Bestallning>[] };
type Ett = Pick<Bestallning, 'beslutId' | 'gallerFran' | 'gallerTom'>;

const period = ({ gallerFran, gallerTom }: Ett) => ({ giltigFran: gallerFran, giltigTom: gallerTom });

/**
 * BEST-GEN-02: the orders of other bifall on the same insats that stand for a day of this one too. That of a felmarkerat bifall is
 * one of them: the utförare goes on with it until its verkställighet is closed.
 */
export function samtidigaBestallningar({ insatser, beslut, bestallningar }: Fakta, ett: Ett): Post<Bestallning>[] {
  const insatsAv = (beslutId: string) => beslut.find(({ id }) => id === beslutId)?.data.insatsId;
  const insatsId = insatsAv(ett.beslutId);
  const fri = insatser.find(({ id }) => id === insatsId)?.data.friBenamning === true;
  if (insatsId === undefined || fri) return [];
  return bestallningar.filter(
    ({ data }) =>
      isLevande(data) && data.beslutId !== ett.beslutId && insatsAv(data.beslutId) === insatsId && sammaDagar(period(data), period(ett)),
  );
}
