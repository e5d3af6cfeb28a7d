import type { Kontakt } from '../kontakt/records.ts';
import type { Post } from '../post.ts';
import type { Samtycke } from '../samtycke/records.ts';
import { type Aktivering, type Etjanst, type Godkannande, isOppen } from './records.ts';

/**
 * What no order of commands may bring an akt to, one line each: an approval whose samtycke was taken back, two that stand for one contact of
 * a unit, one that is not protected as its contact is, a state without what it says. Asked by the simulation after whatever several people did
 * at once; no command of the product asks it.
 */
export function etjanstfel(
  etjanster: readonly Post<Etjanst>[],
  godkannanden: readonly Post<Godkannande>[],
  samtycken: readonly Post<Samtycke>[],
  kontakter: readonly Post<Kontakt>[],
): string[] {
  const alla: Post<Aktivering>[] = [...etjanster, ...godkannanden];
  const oppna = godkannanden.filter(({ data }) => isOppen(data));
  const av = ({ enhet, till }: Godkannande) => `${enhet ?? ''} ${till.kontaktId}`;
  return [
    ...alla
      .filter(({ data }) => (data.lage === 'aktiv' && !data.fungerarFran) || (data.lage === 'avslutad' && !data.slut))
      .map(({ id }) => `${id} says no day or why`),
    ...alla
      .filter(({ data }) => (data.lage === 'misslyckades') !== (data.misslyckande !== undefined) && data.lage !== 'avslutad')
      .map(({ id }) => `${id} failed without a reason, or has one left`),
    ...(etjanster.length > 1 ? ['a kund has two e-services'] : []),
    ...oppna.flatMap(({ id, data: { samtyckeId } }) => {
      const samtycke = samtycken.find((one) => one.id === samtyckeId)?.data;
      return samtycke?.aterkallat || samtycke?.felmarkering ? [`${id} stands though its samtycke was taken back`] : [];
    }),
    ...oppna
      .filter(({ id, data }) => oppna.some((annat) => annat.id < id && av(annat.data) === av(data)))
      .map(({ id }) => `${id} is the second of one contact`),
    ...godkannanden.flatMap(({ id, data }) => {
      const kontakt = kontakter.find((one) => one.id === data.till.kontaktId)?.data;
      return kontakt && (kontakt.skyddad ?? false) !== (data.skyddad ?? false) ? [`${id} is not protected as its contact is`] : [];
    }),
  ];
}
