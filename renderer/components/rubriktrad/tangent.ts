import { oppningsbaraSyskon, type SynligNod } from './synliga.ts';

/** What a key does in the tree, by the pattern of a tree view (WAI-ARIA APG). */
export type Tradhandling =
  | { slag: 'flytta'; till: number }
  | { slag: 'oppna'; ids: string[] }
  | { slag: 'stang' }
  | { slag: 'aktivera' }
  | { slag: 'meny' };

type Tangent = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

/** @param sida rows of a page; @returns undefined for a key the tree leaves to others */
export function tradhandling(tangent: Tangent, rader: readonly SynligNod[], index: number, sida: number): Tradhandling | undefined {
  const rad = rader[index];
  if (!rad) return undefined;
  if (tangent.key === 'ContextMenu' || (tangent.key === 'F10' && tangent.shiftKey)) return { slag: 'meny' };
  if (tangent.ctrlKey || tangent.altKey || tangent.metaKey) return undefined;
  const last = rader.length - 1;
  switch (tangent.key) {
    case 'ArrowDown':
      return { slag: 'flytta', till: Math.min(index + 1, last) };
    case 'ArrowUp':
      return { slag: 'flytta', till: Math.max(index - 1, 0) };
    case 'PageDown':
      return { slag: 'flytta', till: Math.min(index + sida, last) };
    case 'PageUp':
      return { slag: 'flytta', till: Math.max(index - sida, 0) };
    case 'Home':
      return { slag: 'flytta', till: 0 };
    case 'End':
      return { slag: 'flytta', till: last };
    case 'ArrowRight':
      if (!rad.nod.harBarn) return undefined;
      return rad.oppen ? forstaBarn(rader, index) : { slag: 'oppna', ids: [rad.nod.id] };
    case 'ArrowLeft':
      return rad.oppen ? { slag: 'stang' } : foralder(rader, index);
    case '*':
      return { slag: 'oppna', ids: oppningsbaraSyskon(rader, rad.nod) };
    case 'Enter':
      return { slag: 'aktivera' };
    default:
      return undefined;
  }
}

function forstaBarn(rader: readonly SynligNod[], index: number): Tradhandling | undefined {
  const next = rader[index + 1];
  return next && next.nod.niva > (rader[index]?.nod.niva ?? 0) ? { slag: 'flytta', till: index + 1 } : undefined;
}

function foralder(rader: readonly SynligNod[], index: number): Tradhandling | undefined {
  const niva = rader[index]?.nod.niva ?? 0;
  for (let above = index - 1; above >= 0; above--) {
    if ((rader[above]?.nod.niva ?? niva) < niva) return { slag: 'flytta', till: above };
  }
  return undefined;
}
