import type { Aktualisering } from '../aktualisering/records.ts';
import type { Post } from '../post.ts';
import type { BeslutFakta } from './fakta.ts';
import type { Beslutsutkast } from './input.ts';

/**
 * FORB-22: the box Utredning avslutas follows what remains. Off while a connected aktualisering has no beslut, on with the
 * last one (BESLUT-GEN-05).
 * @param nya the beslut about to be made
 */
export function utredningAvslutas(
  { insatser, aktualiseringar, beslut, utredningId }: Pick<BeslutFakta, 'insatser' | 'aktualiseringar' | 'beslut' | 'utredningId'>,
  nya: Pick<Beslutsutkast, 'insatsId'>[],
): { forval: boolean; kvar: Post<Aktualisering>[] } {
  const fattade = beslut.filter(({ data }) => data.utredningId === utredningId && !data.felmarkerad).map(({ data }) => data.insatsId);
  const beslutade = [...fattade, ...nya.map(({ insatsId }) => insatsId)];
  /** Refusing a stödfamilj is refusing the korttidsvistelse it would have been (FRAGA-16). */
  const raknasSom = (insatsId: string) => [insatsId, insatser.find(({ id }) => id === insatsId)?.data.avslagsInsatsId];
  const kvar = aktualiseringar.filter(({ data }) => {
    if (data.utredningId !== utredningId) return false;
    if (data.insatsId === undefined) return beslutade.length === 0;
    return !raknasSom(data.insatsId).some((insatsId) => insatsId !== undefined && beslutade.includes(insatsId));
  });
  return { forval: kvar.length === 0, kvar };
}
