import type { Lasbart } from '../../shared/domain/command.ts';
import type { KundVy } from '../../shared/ipc/views.ts';

/** What the view of a kund has of the records that say whether she may be sent an inkomstblankett, as the rule reads an akt. */
export function blankettakt({ personId, person, etjanst, inkomstblanketter }: KundVy): Lasbart {
  const poster = new Map<string, unknown>([[personId, person], ...(etjanst ? [[etjanst.id, etjanst.data] as const] : [])]);
  return {
    get: (_, id) => poster.get(id),
    list: (type) => (type === 'inkomstblankett' ? inkomstblanketter : []),
  } as Lasbart;
}
