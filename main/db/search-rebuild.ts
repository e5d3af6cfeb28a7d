import type Database from 'better-sqlite3';
import { parseStored } from './stored-json.ts';

export type SearchRow = { rid: number; nummer12: string; namn: string; ordning: string; entries: { key: string; ordning: string }[] };
type Entry = { key: string; ordning: string; rid: number };
type Table = {
  rowOf(rid: number, schema: number, data: unknown): SearchRow | undefined;
  /** Without its keys; those of an earlier row go. */
  replaceRow(row: SearchRow): void;
  insertKey(key: string, ordning: string, rid: number): void;
};

/** Keys are many and small: so many of them take as long as one person's row. */
const keysAPerson = 8;

/**
 * Builds the search table anew, some rows a transaction: first every person's row in the order of the records, then all keys
 * in the order of their index. Written in their own order, person by person, they would touch a page each, and a
 * transaction of forty persons would write three hundred pages. What it has in memory it makes again after a restart.
 */
export function createSearchRebuild(db: Database.Database, table: Table) {
  const next = db.prepare<[number, number], { rid: number; schema: number; data: string }>(
    `SELECT rid, schema, data FROM record WHERE type = 'person' AND rid > ? ORDER BY rid LIMIT ?`,
  );
  /** Keys by the beginning they share: each group is small enough to be sorted between two calls. */
  let plan: { after: number; groups: Map<string, Entry[]>; overtaken: Set<number>; left?: Entry[][] } | undefined;

  function takeRows(limit: number): boolean {
    plan ??= { after: 0, groups: new Map(), overtaken: new Set() };
    const rows = next.all(plan.after, limit);
    for (const { rid, schema, data } of rows) {
      plan.after = rid;
      const row = table.rowOf(rid, schema, parseStored(data));
      if (!row) continue;
      table.replaceRow(row);
      for (const { key, ordning } of row.entries) {
        const group = groupOf(key, ordning);
        const entries = plan.groups.get(group);
        if (entries) entries.push({ key, ordning, rid });
        else plan.groups.set(group, [{ key, ordning, rid }]);
      }
      // Seen now as it is now.
      plan.overtaken.delete(rid);
    }
    return rows.length < limit;
  }

  return {
    running: (): boolean => plan !== undefined,
    /** A person was written or removed meanwhile: the keys in memory are no longer theirs. */
    overtaken(rid: number): void {
      plan?.overtaken.add(rid);
    },
    abandon(): void {
      plan = undefined;
    },
    /** @returns true when all is built */
    some(limit: number): boolean {
      if (!plan?.left) {
        if (takeRows(limit) && plan) {
          const groups = [...plan.groups].sort(([a], [b]) => (a < b ? -1 : 1));
          plan.left = groups.map(([, entries]) => entries).reverse();
        }
        return false;
      }
      for (let room = limit * keysAPerson; room > 0; ) {
        const group = plan.left.pop();
        if (!group) {
          plan = undefined;
          return true;
        }
        group.sort(inIndexOrder);
        const now = group.splice(0, room);
        room -= now.length;
        if (group.length > 0) plan.left.push(group);
        for (const { key, ordning, rid } of now) if (!plan.overtaken.has(rid)) table.insertKey(key, ordning, rid);
      }
      return false;
    },
  };
}

/** Numbers by month of birth, surnames by their first letters, given names each by itself. */
const groupOf = (key: string, ordning: string): string =>
  /^[nt]/.test(key) ? key.slice(0, 5) : key === 'e' ? `e${ordning.slice(0, 3)}` : key;

const inIndexOrder = (a: Entry, b: Entry): number => compare(a.key, b.key) || compare(a.ordning, b.ordning) || a.rid - b.rid;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
