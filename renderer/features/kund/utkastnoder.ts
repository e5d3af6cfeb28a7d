import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import type { Utkast } from '../../../shared/ipc/views.ts';

/** Nodes that a form is about, named by its object. */
const medFormular: readonly Nod['slag'][] = ['utredning', 'aktualisering', 'beslut', 'bestallning', 'bedomning', 'verkstallighet'];
/** Forms of the kund's whole ärende, or of Personuppgifter: their node, whatever the object. */
const formularnod: Partial<Record<string, string>> = {
  person: 'personuppgifter/person',
  hushall: 'personuppgifter/hushall',
  kontakt: 'personuppgifter/kontaktuppgifter',
  inled: 'rot',
  lass: 'rot',
  avslutaArende: 'rot',
};

/**
 * Nodes of the rubrikträd that carry a draft: the note itself and its rubrik, the record a form is about. The keys say where a
 * draft belongs: `anteckning:<person>:<dokumentation>:<rubrik>:<anteckning>` and `<form>:<person>:<objekt>`.
 */
export function noderMedUtkast(noder: readonly Nod[], utkast: readonly Utkast[], personId: string): Set<string> {
  const notes = new Set<string>();
  const places = new Set<string>();
  const objekt = new Set<string>();
  const marked = new Set<string>();
  for (const { nyckel } of utkast) {
    const [slag, person, dokumentation, ...rest] = nyckel.split(':');
    if (person !== personId) continue;
    if (slag !== 'anteckning') {
      const nod = formularnod[slag ?? ''] ?? (dokumentation === 'ny' ? 'rot' : undefined);
      if (nod !== undefined) marked.add(nod);
      else if (dokumentation !== undefined) objekt.add(dokumentation);
      continue;
    }
    notes.add(`anteckning/${rest.at(-1)}`);
    places.add(`${dokumentation}:${rest.slice(0, -1).join(':')}`);
  }
  if (notes.size + objekt.size === 0) return marked;
  for (const { id, slag, ref } of noder) {
    const place = (slag === 'rubrik' || slag === 'anteckningar') && ref ? `${ref.id}:${ref.rubrikKod}` : undefined;
    const isObjekt = ref !== undefined && objekt.has(ref.id) && medFormular.includes(slag);
    if (notes.has(id) || isObjekt || (place !== undefined && places.has(place))) marked.add(id);
  }
  return marked;
}
