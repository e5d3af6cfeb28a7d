import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { type FormId, readKey } from '../../../shared/ipc/utkastnyckel.ts';
import type { Utkast } from '../../../shared/ipc/views.ts';

/** Nodes that a form is about, named by its object. */
const medFormular: readonly Nod['slag'][] = ['utredning', 'aktualisering', 'beslut', 'bestallning', 'bedomning', 'verkstallighet'];
/** Forms of the kund's whole ärende, or of Personuppgifter: their node, whatever the object. */
const formularnod: Partial<Record<FormId, string>> = {
  person: 'personuppgifter/person',
  hushall: 'personuppgifter/hushall',
  kontakt: 'personuppgifter/kontaktuppgifter',
  samtycke: 'personuppgifter/samtycken',
  aterkallaSamtycke: 'personuppgifter/samtycken',
  felmarkeraSamtycke: 'personuppgifter/samtycken',
  etjanst: 'personuppgifter/person',
  godkannande: 'personuppgifter/person',
  avslutaGodkannande: 'personuppgifter/person',
  valkomst: 'personuppgifter/person',
  inkomstblankett: 'personuppgifter/person',
  kompletteraInkomst: 'personuppgifter/person',
  klarInkomst: 'personuppgifter/person',
  inled: 'rot',
  lass: 'rot',
  avslutaArende: 'rot',
};

/** Nodes of the rubrikträd that carry a draft: the note itself and its rubrik, the record a form is about. */
export function noderMedUtkast(noder: readonly Nod[], utkast: readonly Utkast[], personId: string): Set<string> {
  const notes = new Set<string>();
  const places = new Set<string>();
  const objekt = new Set<string>();
  const marked = new Set<string>();
  for (const { nyckel } of utkast) {
    const key = readKey(nyckel);
    if (!key || !('personId' in key) || key.personId !== personId) continue;
    if (typeof key.objekt !== 'string') {
      notes.add(`anteckning/${key.objekt.anteckningId}`);
      if (key.form !== 'anteckning') continue;
      places.add(`${key.objekt.dokumentationId}:${key.objekt.rubrikKod}`);
      continue;
    }
    const nod = formularnod[key.form] ?? (key.objekt === 'ny' ? 'rot' : undefined);
    if (nod !== undefined) marked.add(nod);
    else objekt.add(key.objekt);
  }
  if (notes.size + objekt.size === 0) return marked;
  for (const { id, slag, ref } of noder) {
    const place = (slag === 'rubrik' || slag === 'anteckningar') && ref ? `${ref.id}:${ref.rubrikKod}` : undefined;
    const isObjekt = ref !== undefined && objekt.has(ref.id) && medFormular.includes(slag);
    if (notes.has(id) || isObjekt || (place !== undefined && places.has(place))) marked.add(id);
  }
  return marked;
}
