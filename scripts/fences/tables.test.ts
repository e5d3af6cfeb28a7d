import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';

type Use = { table: string; verb: 'writes' | 'reads' };
type Store = {
  folder: string;
  /** Every table, and the file that has its SQL. */
  tables: Record<string, string>;
  /** Other files that write a table too: one statement that writes many at once, and what loads a database that nobody uses yet. */
  writers: Record<string, readonly string[]>;
  /** Other files that read a table too, in a join or by an index of their own. */
  readers: Record<string, readonly string[]>;
  /** Files whose statements name tables only while they run. */
  anyTable: readonly string[];
};

const stores: Store[] = [
  {
    folder: 'main/db',
    tables: {
      access_log: 'access-log.ts',
      base: 'base.ts',
      bucket: 'bucket-cursors.ts',
      bucket_set: 'bucket-sets.ts',
      draft: 'draft.ts',
      id_rid: 'record-ids.ts',
      id_waiting: 'record-ids.ts',
      meta: 'meta.ts',
      outbox: 'outbox.ts',
      person_nyckel: 'search-table.ts',
      person_sok: 'search-table.ts',
      record: 'record-store.ts',
      record_id: 'record-ids.ts',
      seen: 'seen.ts',
      setting: 'setting.ts',
    },
    writers: {},
    readers: {
      id_rid: ['base.ts', 'look-alikes.ts', 'record-reads.ts', 'record-store.ts'],
      outbox: ['seen.ts'],
      person_nyckel: ['look-alikes.ts', 'person-search.ts', 'record-reads.ts'],
      person_sok: ['look-alikes.ts', 'person-search.ts', 'record-reads.ts'],
      record: ['look-alikes.ts', 'person-search.ts', 'record-ids.ts', 'record-reads.ts', 'search-rebuild.ts', 'seen.ts'],
    },
    // What can be read of a damaged file's own tables goes over as it is.
    anyTable: ['quarantine.ts'],
  },
  {
    folder: 'server/store',
    tables: {
      access_log: 'access-log.ts',
      bucket_entry: 'write.ts',
      client: 'client.ts',
      command_log: 'write.ts',
      record: 'write.ts',
      tenant: 'tenant.ts',
    },
    // A push writes all it has in one statement; a bulk load writes where nobody reads yet; pruning drops tombstones.
    writers: {
      bucket_entry: ['bulk-load.ts', 'tenant.ts'],
      client: ['write.ts'],
      record: ['bulk-load.ts'],
      tenant: ['write.ts'],
    },
    readers: {
      bucket_entry: ['pull-rows.ts'],
      command_log: ['akt-historik.ts', 'command-log.ts'],
      record: ['catalogue.ts', 'ej-kontrollerade.ts', 'person-record.ts', 'pull-rows.ts', 'scope.ts'],
      tenant: ['import-demo.ts'],
    },
    // The place of a page is a list of values, not a table.
    anyTable: ['pull-rows.ts'],
  },
];
const [replica, server] = stores as [Store, Store];

const writing =
  /\b(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update(?:\s+or\s+\w+)?|delete\s+from|drop\s+table|alter\s+table)\s+|\.(?:insertInto|updateTable|deleteFrom)\(/gi;
const reading = /\b(?:(?<!delete\s)from|join)\s+|\.(?:selectFrom|innerJoin|leftJoin)\(/gi;
const name = /(?:\w+\.)?["'`[]?(\w+|\$\{)/y;

/** What a file's statements do to which tables; `${` where the name is put in while it runs. Comments are passed over. */
function usesOf(source: string): Use[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*(?:\/\/|import\b|export \*).*$/gm, '');
  const found = (verb: Use['verb'], words: RegExp): Use[] =>
    [...code.matchAll(words)].flatMap(({ 0: word, index }) => {
      name.lastIndex = index + word.length;
      const table = name.exec(code)?.[1];
      return table === undefined ? [] : [{ table, verb }];
    });
  return [...found('writes', writing), ...found('reads', reading)];
}

test('a statement is found however it is written', () => {
  expect(usesOf("db.prepare('INSERT OR IGNORE INTO outbox VALUES (?)')")).toEqual([{ table: 'outbox', verb: 'writes' }]);
  expect(usesOf('db.exec(`\n  update\n    main."draft" set titel = 1`)')).toEqual([{ table: 'draft', verb: 'writes' }]);
  expect(usesOf("db.prepare('DELETE FROM base WHERE id IN (SELECT id FROM record r JOIN seen USING (scope))')")).toEqual([
    { table: 'base', verb: 'writes' },
    { table: 'record', verb: 'reads' },
    { table: 'seen', verb: 'reads' },
  ]);
  expect(usesOf(['db.prepare(`INSERT INTO $', '{table} VALUES (?)`)'].join(''))).toEqual([{ table: '${', verb: 'writes' }]);
  expect(usesOf("// INSERT INTO outbox\nimport { a } from 'outbox';\n/** UPDATE outbox */")).toEqual([]);
});

describe.each(stores)('$folder: the SQL of a table stands in one file', ({ folder, tables, writers, readers, anyTable }) => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const uses = files.map((file) => ({ file, uses: usesOf(readFileSync(`${folder}/${file}`, 'utf8')) }));
  const filesThat = (table: string, verb: Use['verb']) =>
    uses.filter(({ uses: one }) => one.some((use) => use.table.toLowerCase() === table && use.verb === verb)).map(({ file }) => file);

  test.each(Object.entries(tables))('%s is written in %s, and elsewhere only where this test says so', (table, file) => {
    expect(filesThat(table, 'writes').filter((one) => one !== file)).toEqual(writers[table] ?? []);
  });

  test.each(Object.entries(tables))('%s is read in %s, and elsewhere only where this test says so', (table, file) => {
    expect(filesThat(table, 'reads').filter((one) => one !== file)).toEqual(readers[table] ?? []);
  });

  test('a table is named where it is used', () => {
    expect(uses.filter(({ uses: one }) => one.some(({ table }) => table === '${')).map(({ file }) => file)).toEqual(anyTable);
  });
});

test('every table of the replica has its file', () => {
  const db = new Database(':memory:');
  migrate(db);
  const made = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).pluck().all();
  db.close();
  const temporary = ['id_rid', 'id_waiting'];
  expect([...made, ...temporary].sort()).toEqual(Object.keys(replica.tables).sort());
});

test('every table of the server has its file', () => {
  const made = readdirSync('server/store/migrations').flatMap((file) =>
    [...readFileSync(`server/store/migrations/${file}`, 'utf8').matchAll(/\.createTable\('(\w+)'\)|create table (\w+)/gi)].map(
      ([, one, other]) => one ?? other,
    ),
  );
  expect(made.sort()).toEqual(Object.keys(server.tables).sort());
});
