import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import type { Nothuvud } from '../../../shared/ipc/views.ts';

/** A heading of the read view, with what is written under it. */
export type Lasavsnitt = { id: string; titel: string; niva: number; noter: Nothuvud[] };

/**
 * What the read view shows for a marked node: the note itself, else the heading and all that lies below it. `hela`: the
 * whole Utredningsjournal or Utredningsdokument it lies in, rubriker without text too (SYM-10, SNAV-04).
 * @param titelAv what a note alone is headed by, from its rubrikKod
 */
export function lasavsnitt(
  noder: readonly Nod[],
  valdId: string | null,
  hela: boolean,
  noter: ReadonlyMap<string, Nothuvud>,
  titelAv: (rubrikKod: string) => string,
): Lasavsnitt[] {
  const from = startAv(noder, valdId, hela);
  if (from < 0) return [];
  const top = noder[from];
  if (!top) return [];
  const below: Nod[] = [top];
  for (let at = from + 1; at < noder.length && (noder[at]?.niva ?? 0) > top.niva; at++) below.push(noder[at] as Nod);
  const sections = new Map<string, Lasavsnitt>();
  for (const nod of below) {
    if (nod.slag === 'rubrik' || nod.slag === 'anteckningar') {
      sections.set(nod.id, { id: nod.id, titel: nod.etikett, niva: nod.niva, noter: [] });
    }
    const note = nod.slag === 'anteckning' && nod.ref ? noter.get(nod.ref.id) : undefined;
    if (!note) continue;
    const own = sections.get(nod.parentId ?? '') ?? { id: nod.id, titel: titelAv(note.rubrikKod), niva: nod.niva, noter: [] };
    own.noter.push(note);
    sections.set(own.id, own);
  }
  const all = [...sections.values()];
  return hela || all.length === 1 ? all : all.filter((section) => section.noter.length > 0);
}

/** Index of the node the view begins with. */
function startAv(noder: readonly Nod[], valdId: string | null, hela: boolean): number {
  const marked = noder.findIndex((nod) => nod.id === valdId);
  if (!hela) return marked;
  for (let at = Math.max(marked, 0); at >= 0; at--) if (noder[at]?.niva === noder[0]?.niva) return at;
  return -1;
}

/** The uppermost node that a node lies in: what "hela trädet" means for it. */
export const helaTradet = (noder: readonly Nod[], valdId: string | null): Nod | undefined => noder[startAv(noder, valdId, true)];
