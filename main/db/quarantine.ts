import { renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { createMeta } from './meta.ts';
import { openDamaged, openDatabase } from './open-database.ts';
import { createOutbox } from './outbox.ts';
import { type OpenReplica, openReplica, type ReplicaOptions } from './replica.ts';
import { fileParts, finishSalvage, salvagedName } from './salvaged-file.ts';

/** What is the user's alone and stands nowhere else: everything else comes from the server again. */
const tables = ['outbox', 'draft', 'setting', 'access_log'] as const;

export type Salvage = {
  replica: OpenReplica;
  /** Where the damaged file is kept, with its write-ahead log beside it. */
  quarantine: string;
  commands: number;
  drafts: number;
  /** False when some of the user's own rows could not be read. */
  complete: boolean;
};

/**
 * Puts a damaged replica aside and starts a fresh one with the unsent commands, receipts, drafts, settings and access
 * log that can be read of it. The commands keep their ids, so that one the server already has takes no effect again.
 * The replica must not be open. Ended at any line, it is done again or finished at the next start.
 */
export function quarantineAndSalvage(options: ReplicaOptions): Salvage {
  const { file, key, clock } = options;
  const { rows, complete } = readOwnRows(file, key);
  const draft = `${file}.ny`;
  for (const part of fileParts) rmSync(draft + part, { force: true });
  const fresh = openDatabase(draft, key);
  try {
    fresh.transaction(() => {
      for (const table of tables) insertAll(fresh, table, rows[table]);
      // It is a new client of the server: its commands begin at 1.
      createMeta(fresh).set('nextSeq', createOutbox(fresh).renumber());
    })();
  } finally {
    fresh.close();
  }
  renameSync(draft, salvagedName(file));
  const quarantine = finishSalvage(file, clock.now());
  return { replica: openReplica(options), quarantine, commands: rows.outbox.length, drafts: rows.draft.length, complete };
}

type OwnRows = Record<(typeof tables)[number], Record<string, unknown>[]>;

function readOwnRows(file: string, key: ReplicaOptions['key']): { rows: OwnRows; complete: boolean } {
  const rows: OwnRows = { outbox: [], draft: [], setting: [], access_log: [] };
  let complete = true;
  const damaged = attempt(() => openDamaged(file, key));
  if (!damaged) return { rows, complete: false };
  for (const table of tables) {
    const read = readTable(damaged, table);
    rows[table] = read.rows;
    complete &&= read.complete;
  }
  damaged.close();
  return { rows, complete };
}

/** Rows asked for one by one between two bad pages. */
const mostAsked = 20_000;

/** Reads from both ends and then row by row what lies between: a bad page costs only what stood on it. */
function readTable(db: Database.Database, table: string): { rows: Record<string, unknown>[]; complete: boolean } {
  const found = new Map<number, Record<string, unknown>>();
  const readFrom = (order: 'ASC' | 'DESC') =>
    attempt(() => {
      for (const row of db.prepare<[], { rowid_: number }>(`SELECT rowid AS rowid_, * FROM ${table} ORDER BY rowid ${order}`).iterate()) {
        const { rowid_, ...columns } = row;
        found.set(rowid_, columns);
      }
      return true;
    });
  if (readFrom('ASC')) return { rows: inOrder(found), complete: true };
  const begin = ([...found.keys()].at(-1) ?? 0) + 1;
  readFrom('DESC');
  const byRowid = attempt(() => db.prepare<[number], Record<string, unknown>>(`SELECT * FROM ${table} WHERE rowid = ?`));
  for (let rowid = begin; byRowid && rowid < begin + mostAsked && !found.has(rowid); rowid += 1) {
    const row = attempt(() => byRowid.get(rowid));
    if (row) found.set(rowid, row);
  }
  return { rows: inOrder(found), complete: false };
}

const inOrder = (found: Map<number, Record<string, unknown>>) => [...found].sort(([a], [b]) => a - b).map(([, row]) => row);

function insertAll(db: Database.Database, table: string, rows: Record<string, unknown>[]): void {
  for (const row of rows) {
    const columns = Object.keys(row);
    db.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
      Object.values(row),
    );
  }
}

/** Reading a damaged file fails in ways without number; what cannot be read is reported as incomplete. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
