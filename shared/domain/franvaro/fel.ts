import type { Post } from '../post.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { Franvaro, Franvarounderlag } from './records.ts';
import { datumhinder, gallerFranvaro, overlappar } from './regler.ts';

/**
 * What no order of commands may bring an akt to, one line each: two frånvaro of one verkställighet on the same day, one outside its verkställighet or open when
 * that has ended, an underlag of nothing. Asked by the simulation.
 */
export function franvarofel(
  franvaron: readonly Post<Franvaro>[],
  underlag: readonly Post<Franvarounderlag>[],
  verkstalligheter: readonly Post<Verkstallighet>[],
): string[] {
  const galler = franvaron.filter(({ data }) => gallerFranvaro(data));
  return [
    ...galler.flatMap(({ id, data }) => {
      const v = verkstalligheter.find((one) => one.id === data.verkstallighetId)?.data;
      if (!v) return [`${id} is away from no verkställighet`];
      const dubbel = galler.some(
        (annan) => annan.id < id && annan.data.verkstallighetId === data.verkstallighetId && overlappar(annan.data, data),
      );
      return [
        ...(dubbel ? [`${id} overlaps another`] : []),
        ...(datumhinder(v, data) ? [`${id} lies outside its verkställighet`] : []),
        ...(v.slutdatum !== undefined && data.till === undefined ? [`${id} is open, and its verkställighet has ended`] : []),
      ];
    }),
    ...underlag.flatMap(({ id, data }) => (franvaron.some((one) => one.id === data.franvaroId) ? [] : [`${id} is of no frånvaro`])),
  ];
}
