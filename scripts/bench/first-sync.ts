import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../main/db/open-database.ts';
import { BenchCore, longestWait } from './core-process.ts';
import { benchTenant, writeDemoFiles } from './demo-files.ts';
import { absolute, type Metric, relative } from './metric.ts';
import { startServerProcess } from './server-process.ts';

const records = 200_000;
/** Holds every right, so that all records reach it. */
const reader = 'Sara Nyström';

/** The first sync of 200,000 records over loopback, and the longest wait of a call while it goes on. */
export async function benchFirstSync(): Promise<Metric[]> {
  const demo = writeDemoFiles(records);
  const server = await startServerProcess(demo.dir);
  const core = new BenchCore(server.url);
  try {
    const began = performance.now();
    const userId = await core.signIn(reader);
    let synced = 0;
    const longest = await longestWait(core, async () => {
      await core.synced();
      synced = performance.now() - began;
    });
    await core.stop();
    const bare = bareInsert(core.dataDir, userId);
    return [relative('first-sync', synced, 'ms', bare, 2), absolute('call-wait', longest, 'ms', 50)];
  } finally {
    await core.stop();
    await server.stop();
    core.remove();
    demo.remove();
  }
}

/** The raw limit: the rows that arrived, inserted in their order into a new database of the same schema, cipher and indexes. */
function bareInsert(dataDir: string, userId: string): number {
  const name = `replica-${benchTenant}-${userId}`;
  const keyFile = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find((file) => /replica-[^/\\]*\.key$/.test(file));
  if (!keyFile || !existsSync(join(dataDir, `${name}.db`))) throw new Error('no replica to compare with');
  const key = readFileSync(join(dataDir, keyFile));
  const source = openDatabase(join(dataDir, `${name}.db`), key);
  const sets = source.prepare('SELECT * FROM bucket_set').all() as { nr: number; buckets: string }[];
  const rows = source
    .prepare('SELECT id, type, scope, version, schema, hink, fill, pending, huvud, data FROM record ORDER BY rid')
    .raw()
    .all() as unknown[][];
  source.close();
  if (rows.length < records * 0.9) throw new Error(`only ${rows.length} of ${records} records arrived`);

  const dir = mkdtempSync(join(tmpdir(), 'aktnara-bench-bare-'));
  const db = openDatabase(join(dir, 'bare.db'), key);
  try {
    for (const { nr, buckets } of sets) db.prepare('INSERT OR REPLACE INTO bucket_set (nr, buckets) VALUES (?, ?)').run(nr, buckets);
    const insert = db.prepare(
      'INSERT INTO record (id, type, scope, version, schema, hink, fill, pending, huvud, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const index = db.prepare('INSERT INTO record_id (id, rid) VALUES (?, ?)');
    const insertSome = db.transaction((some: unknown[][]) => {
      for (const row of some) index.run(row[0], insert.run(row).lastInsertRowid);
    });
    const began = performance.now();
    for (let from = 0; from < rows.length; from += 10_000) insertSome(rows.slice(from, from + 10_000));
    return performance.now() - began;
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
