import type { Statusord } from '../../../shared/domain/pagaende.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';

/** A row that is shown, with its place among its siblings as `aria-posinset` and `aria-setsize` want it. */
export type SynligNod = { nod: Nod; oppen: boolean; plats: number; antal: number };

/**
 * The rows to show: nodes whose ancestors are all open, in their order. One pass, since a kund may have 100,000 nodes:
 * the list is in preorder, so all that lies below a closed node follows it with a greater `niva`.
 *
 * @param oppna ids of the open nodes
 * @param status with words: only utredningar and verkställigheter of these states, and what hangs on them (FORB-09)
 */
export function synligaNoder(noder: readonly Nod[], oppna: ReadonlySet<string>, status?: ReadonlySet<Statusord>): SynligNod[] {
  const rows: SynligNod[] = [];
  const siblings: SynligNod[][] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const nod of noder) {
    if (nod.niva > hiddenBelow) continue;
    hiddenBelow = Number.POSITIVE_INFINITY;
    if (status && status.size > 0 && nod.status && !status.has(nod.status)) {
      hiddenBelow = nod.niva;
      continue;
    }
    const oppen = nod.harBarn && oppna.has(nod.id);
    if (nod.harBarn && !oppen) hiddenBelow = nod.niva;
    closeGroups(siblings, nod.niva);
    const group = siblings[nod.niva] ?? [];
    siblings[nod.niva] = group;
    const row = { nod, oppen, plats: group.length + 1, antal: 0 };
    group.push(row);
    rows.push(row);
  }
  closeGroups(siblings, 0);
  return rows;
}

/** A node of `niva` ends every group of siblings that lies deeper: their size is known now. */
function closeGroups(siblings: (SynligNod[] | undefined)[], niva: number): void {
  for (let level = siblings.length - 1; level > niva; level--) {
    const group = siblings.pop() ?? [];
    for (const row of group) row.antal = group.length;
  }
}

/** Ids of a node's siblings that can be opened, itself included: what `*` opens. */
export function oppningsbaraSyskon(rader: readonly SynligNod[], nod: Nod): string[] {
  return rader.filter((rad) => rad.nod.harBarn && rad.nod.niva === nod.niva && rad.nod.parentId === nod.parentId).map((rad) => rad.nod.id);
}

/** The node and every node above it, nearest first. */
export function medForaldrar(noder: ReadonlyMap<string, Nod>, id: string): Nod[] {
  const chain: Nod[] = [];
  for (let nod = noder.get(id); nod; nod = nod.parentId === null ? undefined : noder.get(nod.parentId)) chain.push(nod);
  return chain;
}

/** True when `id` lies somewhere below `foralder`. */
export function liesUnder(noder: readonly Nod[], foralder: string, id: string): boolean {
  const from = noder.findIndex((nod) => nod.id === foralder);
  const niva = noder[from]?.niva ?? 0;
  for (let at = from + 1; at > 0 && at < noder.length && (noder[at]?.niva ?? 0) > niva; at++) if (noder[at]?.id === id) return true;
  return false;
}
