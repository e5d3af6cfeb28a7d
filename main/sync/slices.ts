import type { PageItem } from './ports.ts';

/** Records in one transaction: a few milliseconds, so that no call waits longer than a frame or two. */
export const sliceSize = 200;
/** A page of changes that is no larger is one transaction. */
const wholePage = 1000;

/**
 * Cuts a page into transactions. Changes are ordered akt by akt first, so that each transaction leaves every akt whole; a
 * fill comes in akt order already, and is cut within an akt when that is large.
 * @param scopeOf of the record of a `leave`
 */
export function slicesOf(items: PageItem[], filling: boolean, scopeOf: (id: string) => string | undefined): PageItem[][] {
  if (filling) return cut(items.map((item) => [item]));
  if (items.length <= wholePage) return [items];
  const byScope = new Map<string, PageItem[]>();
  // A record that moved to another akt is to keep its own order: its lines all go where the first one went.
  const scopes = new Map<string, string>();
  for (const item of items) {
    const id = item.t === 'put' ? item.record.id : item.id;
    const scope = scopes.get(id) ?? scopeOf(id) ?? (item.t === 'put' ? item.record.scope : '');
    scopes.set(id, scope);
    const there = byScope.get(scope);
    if (there) there.push(item);
    else byScope.set(scope, [item]);
  }
  return cut([...byScope.values()]);
}

function cut(groups: PageItem[][]): PageItem[][] {
  const slices: PageItem[][] = [];
  let slice: PageItem[] = [];
  for (const group of groups) {
    if (slice.length > 0 && slice.length + group.length > sliceSize) {
      slices.push(slice);
      slice = [];
    }
    slice = slice.concat(group);
  }
  if (slice.length > 0 || slices.length === 0) slices.push(slice);
  return slices;
}
