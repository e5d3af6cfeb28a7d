import { renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { createMeta } from './meta.ts';
import { openDamaged, openDatabase } from './open-database.ts';
import { createOutbox, isUnsent } from './outbox.ts';
import type { Copied } from './read-copy.ts';
import { readCopy } from './read-copy.ts';
import { type OpenReplica, openReplica, type ReplicaOptions } from './replica.ts';
import { copyName, fileParts, finishSalvage, salvagedName } from './salvaged-file.ts';
import { createSettings, type Settings } from './setting.ts';

/** What is the user's alone and stands nowhere else: everything else comes from the server again. */
const tables = ['outbox', 'draft', 'setting', 'access_log'] as const;

export type Salvaged = {
  commands: number;
  /** Those of them that the server has not answered, and that are the user's own. */
  unsent: number;
  drafts: number;
  /** False when some of the user's own rows could not be read. */
  complete: boolean;
  /** Commands without an answer by the second copy, and the number of the last of all; without a copy nobody knows. */
  known?: { unsent: number; lastSeq: number };
};
export type Salvage = Salvaged & {
  replica: OpenReplica;
  /** Where the damaged file is kept, with its write-ahead log and the second copy beside it. */
  quarantine: string;
};

/**
 * Puts a damaged replica aside and starts a fresh one with the unsent commands, receipts, drafts, settings and access
 * log that can be read of it, and with what its second copy has. The commands keep their ids, so that one the server already
 * has takes no effect again. The replica must not be open. Ended at any line, it is done again or finished at the next start.
 * @param keep what is written into the fresh one, with what was salvaged, so that it is told however the program ends
 */
export function quarantineAndSalvage(
  options: ReplicaOptions,
  keep: (salvaged: Salvaged, settings: Pick<Settings, 'setting' | 'setSetting'>) => void = () => {},
): Salvage {
  const { file, key, clock } = options;
  const copied = readCopy(copyName(file), key);
  const read = readOwnRows(file, key);
  const { rows, complete } = unite(read, copied);
  const salvaged: Salvaged = {
    commands: rows.outbox.length,
    unsent: rows.outbox.filter(({ state, quiet }) => isUnsent(state) && quiet === 0).length,
    drafts: rows.draft.length,
    complete,
    ...(copied && !lags(copied, read) ? { known: { unsent: copied.unsent, lastSeq: copied.nextSeq - 1 } } : {}),
  };
  const draft = `${file}.ny`;
  for (const part of fileParts) rmSync(draft + part, { force: true });
  const fresh = openDatabase(draft, key);
  try {
    fresh.transaction(() => {
      for (const table of tables) insertAll(fresh, table, rows[table]);
      // It is a new client of the server: its commands begin at 1.
      const meta = createMeta(fresh);
      meta.set('nextSeq', createOutbox(fresh).renumber());
      meta.set('copied', Math.max(copied?.nr ?? 0, read.here) + 1);
      keep(salvaged, createSettings(fresh));
    })();
  } finally {
    fresh.close();
  }
  renameSync(draft, salvagedName(file));
  const quarantine = finishSalvage(file, clock.now());
  return { ...salvaged, replica: openReplica(options), quarantine };
}

type Row = Record<string, unknown>;
type OwnRows = Record<(typeof tables)[number], Row[]>;
/** `here`: the last of the user's writes that it knows of, 0 when that cannot be read. */
type ReadRows = { rows: OwnRows; complete: boolean; here: number };

/** Not every write reached the copy: the disk, or another program, was in its way. */
const lags = (copied: Copied, { here }: ReadRows): boolean => copied.nr < here;

/**
 * What was read of the file, and what the copy has. A copy that is whole and lacks no write has all that is the user's alone, and
 * knows which drafts are no more; any other only adds to what was read.
 */
function unite(read: ReadRows, copied: Copied | undefined): Pick<ReadRows, 'rows' | 'complete'> {
  if (!copied) return read;
  const ahead = copied.nr - read.here;
  const rules = copied.whole && ahead >= 0;
  if (!rules && read.complete && ahead <= 0) return read;
  // Of one write more, the copy's last frame has all.
  return { rows: withCopied(read.rows, copied, { rules, newer: rules || ahead > 0 }), complete: rules || (read.complete && ahead <= 1) };
}

/** Of a command only the server's own answer says more than the copy. Commands come in the order they were given. */
function withCopied(
  { outbox, draft, setting, access_log }: OwnRows,
  { commands, drafts, settings }: Copied,
  { rules, newer }: { rules: boolean; newer: boolean },
): OwnRows {
  const united = (read: Row[], copy: Row[], key: string) => [
    ...new Map((newer ? [...read, ...copy] : [...copy, ...read]).map((row) => [row[key], row])).values(),
  ];
  const answered = new Set(outbox.filter(({ state }) => state === 'received' || state === 'settled').map(({ id }) => id));
  const copiedOutbox = commands.filter(({ id }) => !answered.has(id));
  const byTime = (rows: Row[]) => rows.sort((a, b) => (String(a.saved_at) < String(b.saved_at) ? -1 : 1));
  return {
    outbox: united(outbox, copiedOutbox, 'id')
      .sort((a, b) => Number(a.nr) - Number(b.nr))
      .map(({ nr: _, ...row }) => row),
    draft: rules ? drafts : [...new Map(byTime([...draft, ...drafts]).map((row) => [row.nyckel, row])).values()],
    setting: united(setting, settings, 'nyckel'),
    access_log,
  };
}

function readOwnRows(file: string, key: ReplicaOptions['key']): ReadRows {
  const rows: OwnRows = { outbox: [], draft: [], setting: [], access_log: [] };
  let complete = true;
  const damaged = attempt(() => openDamaged(file, key));
  if (!damaged) return { rows, complete: false, here: 0 };
  for (const table of tables) {
    const read = readTable(damaged, table);
    rows[table] = read.rows;
    complete &&= read.complete;
  }
  const here = attempt(() => createMeta(damaged).get('copied')) ?? 0;
  damaged.close();
  return { rows, complete, here };
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
