import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { readModule } from './read-module.ts';
import { sqlUses, type Use } from './sql-uses.ts';

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
  /** Files that open, lock, tell or ask the database, and name none of its tables. */
  noTable: readonly string[];
  /** Files outside the folder that have a database, and those of them whose tables are made while they run. */
  elsewhere: readonly string[];
  anyTableElsewhere?: readonly string[];
};

const stores: Store[] = [
  {
    folder: 'main/db',
    tables: {
      access_log: 'access-log.ts',
      anteckning_andrad: 'note-changes.ts',
      base: 'base.ts',
      bucket: 'bucket-cursors.ts',
      bucket_set: 'bucket-sets.ts',
      draft: 'draft.ts',
      frist: 'frister.ts',
      frist_kvar: 'frister.ts',
      ivotid: 'ivotider.ts',
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
      frist: ['frist-uppskjutna.ts'],
      person_nyckel: ['look-alikes.ts', 'person-search.ts', 'record-reads.ts'],
      person_sok: ['look-alikes.ts', 'person-search.ts', 'record-reads.ts'],
      record: [
        'documents.ts',
        'look-alikes.ts',
        'note-changes.ts',
        'person-search.ts',
        'record-ids.ts',
        'record-reads.ts',
        'search-rebuild.ts',
        'seen.ts',
      ],
    },
    // What can be read of a damaged file's own tables goes over as it is.
    anyTable: ['quarantine.ts'],
    noTable: [
      ...['checkpointer.ts', 'cipher.ts', 'file-lock.ts', 'migrate.ts', 'open-database.ts', 'replica.ts', 'transaction.ts'],
      // What it has triggers on comes out of a list of its own; they only tell.
      'unreceived.ts',
    ],
    // The bytes of documents, and the words of notes, lie in databases of their own.
    elsewhere: [
      ...['main/blobs/blob-schema.ts', 'main/blobs/blob-tables.ts', 'main/blobs/blobs.ts'],
      ...['main/fritext/index-schema.ts', 'main/fritext/index-tables.ts', 'main/fritext/open-index.ts', 'main/fritext/search-index.ts'],
    ],
    // A table for each quarter.
    anyTableElsewhere: ['main/fritext/index-tables.ts', 'main/fritext/search-index.ts'],
  },
  {
    folder: 'server/store',
    tables: {
      access_log: 'access-log.ts',
      blob_key: 'blob-keys.ts',
      blob_part: 'blob-parts.ts',
      blob_received: 'blob-received.ts',
      bucket_digest: 'write.ts',
      bucket_entry: 'write.ts',
      client: 'client.ts',
      command_log: 'write.ts',
      night: 'nights.ts',
      digital_post: 'digital-post.ts',
      notis: 'notices.ts',
      portal_ansokan: 'portal-ansokningar.ts',
      portal_foljt: 'portal-kontakter.ts',
      portal_inkomst: 'portal-inkomster.ts',
      portal_inloggning: 'portal-sessions.ts',
      portal_kontakt: 'portal-kontakter.ts',
      portal_session: 'portal-sessions.ts',
      portal_meddelande: 'portal-messages.ts',
      record: 'write.ts',
      tenant: 'tenant.ts',
    },
    // A push writes all it has in one statement; a bulk load writes where nobody reads yet; pruning drops tombstones.
    writers: {
      // With its pieces.
      blob_received: ['blob-parts.ts'],
      bucket_digest: ['bulk-load.ts'],
      bucket_entry: ['bulk-load.ts', 'tenant.ts'],
      client: ['write.ts'],
      notis: ['queue-notices.ts'],
      record: ['bulk-load.ts'],
      tenant: ['write.ts'],
    },
    readers: {
      access_log: ['kir-questions.ts'],
      // Whether a document that waits to be sent has come.
      blob_received: ['waiting-utskick.ts'],
      bucket_digest: ['pull-rows.ts'],
      bucket_entry: ['pull-rows.ts'],
      command_log: ['akt-historik.ts', 'command-log.ts'],
      record: [
        'akt-historik.ts',
        'aktiveringar.ts',
        'blob-received.ts',
        'catalogue.ts',
        'ej-kontrollerade.ts',
        'kir-questions.ts',
        'named-members.ts',
        'nights.ts',
        'notices.ts',
        'person-record.ts',
        'portal-ansokningar.ts',
        'portal-godkannanden.ts',
        'portal-inkomster.ts',
        'portal-kontakter.ts',
        'portal-messages.ts',
        'pull-rows.ts',
        'queue-notices.ts',
        'scope.ts',
        'undivided-akter.ts',
        'waiting-messages.ts',
        'waiting-utskick.ts',
      ],
      tenant: ['import-demo.ts'],
    },
    // The place of a page is a list of values, not a table.
    anyTable: ['pull-rows.ts'],
    noTable: [
      ...['database.ts', 'embedded-postgres.ts', 'kept-connection.ts', 'migrate.ts', 'pg-errors.ts', 'poke-channel.ts'],
      ...['postgres-leftover.ts', 'store.ts', 'transaction.ts'],
    ],
    // The library that runs jobs has tables of its own.
    elsewhere: ['server/jobs/jobs.ts'],
  },
];
const [replica, server] = stores as [Store, Store];

const isProduct = (path: string) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/(?:^|\/)testing\//.test(path);
// A migration makes and changes whatever tables there are.
const isMigration = (path: string) => path.includes('/migrations/');

const sourcesOf = (side: string) =>
  readdirSync(side, { recursive: true, encoding: 'utf8' })
    .map((path) => `${side}/${path.replaceAll('\\', '/')}`)
    .filter((path) => isProduct(path) && !isMigration(path))
    .sort()
    .map((path) => ({ path, ...sqlUses(path, readFileSync(path, 'utf8')) }));

describe.each(stores)('$folder', ({ folder, tables, writers, readers, anyTable, noTable, elsewhere, anyTableElsewhere = [] }) => {
  const sources = sourcesOf(folder.split('/')[0] as string);
  const isTable = (name: string) => Object.hasOwn(tables, name.toLowerCase());
  const speaking = sources.filter(
    ({ speaksSql, uses }) => speaksSql || uses.some(({ table, verb }) => verb === 'writes' || isTable(table)),
  );
  const inFolder = (file: string) => `${folder}/${file}`;
  const filesThat = (table: string, verb: Use['verb']) =>
    sources.filter(({ uses }) => uses.some((use) => use.table.toLowerCase() === table && use.verb === verb)).map(({ path }) => path);

  test('no other file of this side says anything to a database', () => {
    const named = [Object.values(tables), ...Object.values(writers), ...Object.values(readers), anyTable, noTable].flat().map(inFolder);
    expect(speaking.map(({ path }) => path)).toEqual([...new Set([...named, ...elsewhere])].sort());
  });

  test.each(Object.entries(tables))('%s is written in %s, and elsewhere only where this test says so', (table, file) => {
    expect(filesThat(table, 'writes')).toContain(inFolder(file));
    expect(filesThat(table, 'writes').filter((one) => one !== inFolder(file))).toEqual((writers[table] ?? []).map(inFolder));
  });

  test.each(Object.entries(tables))('%s is read in %s, and elsewhere only where this test says so', (table, file) => {
    expect(filesThat(table, 'reads').filter((one) => one !== inFolder(file))).toEqual((readers[table] ?? []).map(inFolder));
  });

  test('a table is named where it is used', () => {
    expect(speaking.filter(({ uses }) => uses.some(({ table }) => table === '${')).map(({ path }) => path)).toEqual([
      ...anyTable.map(inFolder),
      ...anyTableElsewhere,
    ]);
  });
});

test('a transaction of the replica beside the writer’s commits open slices first', () => {
  // It would be within theirs, and gone with them. These have a database by themselves, or are asked by the writer.
  const alone = ['main/db/migrate.ts', 'main/db/quarantine.ts', 'main/db/transaction.ts', 'main/db/unreceived.ts'];
  const beside = sourcesOf('main/db').filter(({ path }) => /\.transaction\(|VACUUM/.test(readFileSync(path, 'utf8')));
  const careless = beside.filter(({ path }) => !alone.includes(path) && !/settle\(\)/.test(readFileSync(path, 'utf8')));
  expect(careless.map(({ path }) => path)).toEqual([]);
  expect(beside.map(({ path }) => path)).toContain('main/db/access-log.ts');
});

test('the database of the server’s store is asked for by its own folder only', () => {
  const asking = sourcesOf('server').filter(({ path }) =>
    readModule(path, readFileSync(path, 'utf8')).imports.some(({ from }) => from.endsWith('/database-of.ts')),
  );
  expect(asking.map(({ path }) => path)).toEqual(['server/store/import-demo.ts', 'server/store/seed.ts', 'server/store/store.ts']);
});

test('every table of the replica has its file', () => {
  const db = new Database(':memory:');
  migrate(db);
  const made = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).pluck().all();
  db.close();
  expect(made.sort()).toEqual(Object.keys(replica.tables).sort());
});

test('every table of the server has its file', () => {
  const made = readdirSync('server/store/migrations').flatMap((file) =>
    [...readFileSync(`server/store/migrations/${file}`, 'utf8').matchAll(/\.createTable\('(\w+)'\)|create table (\w+)/gi)].map(
      ([, one, other]) => one ?? other,
    ),
  );
  expect(made.sort()).toEqual(Object.keys(server.tables).sort());
});
