import { canonical } from './canonical.ts';

/** A field that both changed, each to something else. */
export type Conflict = { /** Keys and ids of items from the outermost inwards. */ path: readonly string[]; mine: unknown; theirs: unknown };
export type Merged<T> = { value: T; conflicts: readonly Conflict[] };

/**
 * Plain data that two have changed from the same beginning, field by field: what only one of them changed is that one's, and of
 * what both changed to different values mine is kept and named. Objects are merged key by key, lists whose items all have an `id` item by
 * item, anything else is one field. An absent key and `undefined` are the same.
 */
export function mergeThreeWay<T>(base: T, mine: T, theirs: T): Merged<T> {
  const conflicts: Conflict[] = [];
  return { value: merge(base, mine, theirs, [], conflicts) as T, conflicts };
}

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function merge(base: unknown, mine: unknown, theirs: unknown, path: readonly string[], conflicts: Conflict[]): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (isPlain(mine) && isPlain(theirs) && (isPlain(base) || base === undefined)) {
    return mergeKeys(base ?? {}, mine, theirs, path, conflicts);
  }
  if (hasIds(mine) && hasIds(theirs) && hasIds(base)) return mergeItems(base, mine, theirs, path, conflicts);
  conflicts.push({ path, mine, theirs });
  return mine;
}

type Plain = Record<string, unknown>;
type Item = Plain & { id: string };

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A list of things with an id each, no two of them the same. */
const hasIds = (value: unknown): value is Item[] =>
  Array.isArray(value) &&
  value.every((one) => isPlain(one) && typeof one.id === 'string') &&
  new Set(value.map(({ id }: Item) => id)).size === value.length;

const own = (of: Plain, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);

function mergeKeys(base: Plain, mine: Plain, theirs: Plain, path: readonly string[], conflicts: Conflict[]): Plain {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const entries = keys.map((key) => [key, merge(own(base, key), own(mine, key), own(theirs, key), [...path, key], conflicts)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function mergeItems(base: Item[], mine: Item[], theirs: Item[], path: readonly string[], conflicts: Conflict[]): Item[] {
  const [before, own, other] = [base, mine, theirs].map((items) => new Map(items.map((one) => [one.id, one]))) as [Items, Items, Items];
  const merged = new Map<string, Item>();
  for (const id of new Set([...own.keys(), ...other.keys()])) {
    const one = merge(before.get(id), own.get(id), other.get(id), [...path, id], conflicts) as Item | undefined;
    if (one) merged.set(id, one);
  }
  // The order is a field too: whoever changed it has it; both, mine.
  const order = isSame([...own.keys()], [...before.keys()])
    ? inserted([...other.keys()], [...own.keys()])
    : inserted([...own.keys()], [...other.keys()]);
  return order.flatMap((id) => merged.get(id) ?? []);
}
type Items = Map<string, Item>;

/** `ids`, and those of `more` that are not among them, each after the one it stood after. */
function inserted(ids: readonly string[], more: readonly string[]): string[] {
  const all = [...ids];
  more.forEach((id, at) => {
    if (all.includes(id)) return;
    const after = more.slice(0, at).findLast((one) => all.includes(one));
    all.splice(after === undefined ? 0 : all.indexOf(after) + 1, 0, id);
  });
  return all;
}
