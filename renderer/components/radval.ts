/** Rows that are ticked, by their ids; `kan`: those that can be, where some cannot. */
export type Flera = { valda: ReadonlySet<string>; onValda: (valda: ReadonlySet<string>) => void; kan?: ReadonlySet<string> };

type Modifierare = { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

/** One ticked or not; the others stay. */
export function vaxlad(valda: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(valda);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * The ticks after a click on a row: Ctrl for that one, Shift for all from the row that was marked.
 * @returns undefined for a click that ticks nothing
 */
export function valdaEfterKlick(
  { ctrlKey, metaKey, shiftKey }: Modifierare,
  valda: ReadonlySet<string>,
  ordning: readonly string[],
  { fran, till }: { fran: number; till: number },
): ReadonlySet<string> | undefined {
  if (shiftKey) return new Set([...valda, ...ordning.slice(Math.min(fran, till), Math.max(fran, till) + 1)]);
  const id = ordning[till];
  return (ctrlKey || metaKey) && id !== undefined ? vaxlad(valda, id) : undefined;
}

/** The same after a key on the row at `index`; the key may move the mark as well. */
export function valdaEfterTangent(
  { key, ...med }: Modifierare & { key: string; altKey: boolean },
  valda: ReadonlySet<string>,
  ordning: readonly string[],
  index: number,
): ReadonlySet<string> | undefined {
  if (med.altKey) return undefined;
  const id = ordning[index];
  if (key === ' ' && id !== undefined) return vaxlad(valda, id);
  if ((med.ctrlKey || med.metaKey) && key.toLowerCase() === 'a') return new Set(ordning);
  const steg = med.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[key] : undefined;
  const next = steg === undefined ? undefined : ordning[index + steg];
  return id !== undefined && next !== undefined ? new Set([...valda, id, next]) : undefined;
}
