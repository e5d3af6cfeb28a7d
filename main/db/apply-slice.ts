import type { BucketCursors } from './bucket-cursors.ts';
import type { BucketSets } from './bucket-sets.ts';
import { dropReceiptsOfLost, type Removed } from './lost-akter.ts';
import type { Meta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import type { PageItem, SyncReplica } from './ports.ts';
import type { Rebase } from './rebase.ts';
import type { RecordStore } from './record-store.ts';
import type { Writer } from './transaction.ts';

type Parts = {
  meta: Meta;
  sets: BucketSets;
  cursors: BucketCursors;
  store: RecordStore;
  rebase: Rebase;
  outbox: Outbox;
  writer: Writer;
};

/** Applying what the server sends (ARCHITECTURE 6, rebase). */
export function createApplySlice({ meta, sets, cursors, store, rebase, outbox, writer }: Parts) {
  function apply(item: PageItem, fill: number, touch: (scope: string) => void, removed: Removed[]): void {
    if (item.t === 'put' && item.buckets.length > 0) {
      const { record, buckets, json, data } = item;
      store.put({ ...record, hink: sets.numberOf(buckets), fill, pending: 0, json, data });
      touch(record.scope);
      return;
    }
    const id = item.t === 'put' ? item.record.id : item.id;
    const there = store.get(id);
    // A leave older than the record that is here was overtaken by it.
    if (!there || there.hink === null || (item.t === 'leave' && item.version < there.version)) return;
    const kept = item.t === 'put' ? [] : sets.bucketsOf(there.hink).filter((bucket) => bucket !== item.bucket);
    if (kept.length > 0) store.move(id, sets.numberOf(kept));
    else {
      store.delete(id);
      removed.push({ id, scope: there.scope, type: there.type, lost: item.t === 'leave' && item.lost === true });
    }
    touch(there.scope);
  }

  function busyAmong(items: PageItem[]): Set<string> {
    const busy = rebase.busyScopes();
    const found = new Set<string>();
    if (busy.size === 0) return found;
    for (const item of items) {
      const id = item.t === 'put' ? item.record.id : item.id;
      const scopes = [item.t === 'put' ? item.record.scope : store.get(id)?.scope, rebase.baseScope(id)];
      for (const scope of scopes) if (scope !== undefined && busy.has(scope)) found.add(scope);
    }
    return found;
  }

  const applySlice: SyncReplica['applySlice'] = (items, end, goesOn = false) =>
    writer.writeSlice((touch) => {
      const covered = end && cursors.save(end.cursors, end.version);
      const scopes = busyAmong(items);
      for (const scope of covered === undefined ? [] : outbox.arrivedScopes(covered)) scopes.add(scope);
      for (const scope of scopes) rebase.putBack(scope);
      const fill = meta.get('fill') ?? 0;
      const removed: Removed[] = [];
      for (const item of items) apply(item, fill, touch, removed);
      if (covered !== undefined) {
        outbox.deactivate(covered);
        meta.set('covered', covered);
        if (meta.get('begun') === undefined) meta.set('begun', covered);
      }
      if (end?.agreedAt) meta.set('agreedAt', end.agreedAt);
      if (scopes.size > 0) rebase.replay(scopes);
      dropReceiptsOfLost(removed, store, outbox);
      for (const scope of scopes) touch(scope);
    }, goesOn);

  return {
    applySlice,
    countRemovals(items: PageItem[]): number {
      const left = new Map<string, string[]>();
      const lost = new Set<string>();
      for (const item of items) {
        if (item.t === 'leave' && item.lost) lost.add(item.id);
        if (item.t === 'put') {
          if (left.has(item.record.id) || item.buckets.length === 0) left.set(item.record.id, item.buckets);
          continue;
        }
        const there = store.get(item.id);
        const buckets = left.get(item.id) ?? (there?.hink ? sets.bucketsOf(there.hink) : undefined);
        if (buckets)
          left.set(
            item.id,
            buckets.filter((bucket) => bucket !== item.bucket),
          );
      }
      return [...left].filter(([id, buckets]) => buckets.length === 0 && !lost.has(id)).length;
    },
  };
}
