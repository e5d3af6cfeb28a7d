import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import type { Utkast } from '../../../shared/ipc/views.ts';

/**
 * Nodes of the rubrikträd that carry a draft: the note or contact list itself, and its rubrik. The keys say where a draft
 * belongs: `anteckning:<person>:<dokumentation>:<rubrik>:<anteckning>` and `kontakt:<person>:<kontakt>`.
 */
export function noderMedUtkast(noder: readonly Nod[], utkast: readonly Utkast[], personId: string): Set<string> {
  const notes = new Set<string>();
  const places = new Set<string>();
  let kontakter = false;
  for (const { nyckel } of utkast) {
    const [slag, person, dokumentation, ...rest] = nyckel.split(':');
    if (person !== personId) continue;
    if (slag === 'kontakt') kontakter = true;
    if (slag !== 'anteckning') continue;
    notes.add(`anteckning/${rest.at(-1)}`);
    places.add(`${dokumentation}:${rest.slice(0, -1).join(':')}`);
  }
  const marked = new Set<string>(kontakter ? ['personuppgifter/kontaktuppgifter'] : []);
  if (notes.size === 0) return marked;
  for (const { id, slag, ref } of noder) {
    const place = (slag === 'rubrik' || slag === 'anteckningar') && ref ? `${ref.id}:${ref.rubrikKod}` : undefined;
    if (notes.has(id) || (place !== undefined && places.has(place))) marked.add(id);
  }
  return marked;
}
