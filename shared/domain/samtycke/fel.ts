import type { Dokument } from '../dokument/records.ts';
import type { Kontakt } from '../kontakt/records.ts';
import type { Post } from '../post.ts';
import type { Samtycke } from './records.ts';

/**
 * What no order of commands may bring an akt to, one line each: a samtycke to one with skyddad folkbokföring lies where they do, none was
 * taken back before it was received, and no letter was filed by one of another receiver's. Asked by the simulation after whatever several
 * people did at once; no command of the product asks it.
 */
export function samtyckesfel(
  samtycken: readonly Post<Samtycke>[],
  kontakter: readonly Post<Kontakt>[],
  dokument: readonly Post<Dokument>[],
): string[] {
  const skydd = new Map(kontakter.map(({ id, data }) => [id, data.skyddad ?? false]));
  const till = new Map(samtycken.map(({ id, data }) => [id, data.till.kontaktId]));
  return [
    ...samtycken.flatMap(({ id, data }) => {
      const skyddad = data.till.kontaktId === undefined ? undefined : skydd.get(data.till.kontaktId);
      return skyddad === undefined || skyddad === (data.skyddad ?? false) ? [] : [`samtycke ${id} is not protected as its contact is`];
    }),
    ...samtycken
      .filter(({ data }) => data.aterkallat && data.aterkallat.dag < data.mottaget.dag)
      .map(({ id }) => `${id} was taken back before it was given`),
    ...dokument.flatMap(({ id, data: { mottagare } }) =>
      mottagare?.samtyckeId !== undefined && till.get(mottagare.samtyckeId) !== mottagare.kontaktId
        ? [`${id} went to another than its samtycke`]
        : [],
    ),
  ];
}
