import { expect, test } from 'vitest';
import { sqlUses } from './sql-uses.ts';

/** A part of a template that is known when it runs. */
const put = ['$', '{t}'].join('');
const outbox = { table: 'outbox', verb: 'writes' };

test.each([
  "db.prepare('INSERT OR IGNORE INTO outbox VALUES (?)')",
  "db.prepare('insert into outbox(id) values (?)')",
  'db.exec(`\n  update\n    main."outbox" set titel = 1`)',
  `db.exec('UPDATE OR REPLACE "main"."outbox" SET a = 1')`,
  `db.exec('INSERT INTO"outbox" VALUES (1)')`,
  "db.exec('INSERT/**/INTO outbox VALUES (1)')",
  "db.exec('INSERT -- so\\n INTO [outbox] VALUES (1)')",
  "db.exec('INSERT ' + 'INTO ' + 'outbox VALUES (1)')",
  "db.query('truncate outbox')",
  "db.query('TRUNCATE TABLE ONLY outbox')",
  "db.query('merge into outbox as o using x on true when matched then delete')",
  "db.query('copy outbox from stdin')",
  "db.query('update only outbox as o set a = 1')",
  "db.query('delete from only outbox')",
  "db.query('DROP TABLE IF EXISTS outbox')",
  "db.query('alter table if exists outbox add column a int')",
  "db.insertInto('outbox')",
  "db.insertInto<'outbox'>('outbox')",
  "db\n  .insertInto(\n    'outbox',\n  )",
  'db.insertInto(`outbox`)',
  "db['deleteFrom']('public.outbox as o')",
  "db.updateTable('outbox')",
  "db.mergeInto('outbox')",
  "db.replaceInto('outbox')",
  "db.schema.dropTable('outbox')",
  "db?.schema.alterTable('outbox')",
])('found as a writing: %s', (source) => {
  const { uses, speaksSql } = sqlUses('a.ts', source);
  expect(speaksSql).toBe(true);
  expect(uses.filter(({ verb }) => verb === 'writes')).toEqual([outbox]);
});

test.each([
  "db.prepare('SELECT 1 FROM draft, outbox')",
  "db.prepare('SELECT 1 FROM draft AS d, outbox o WHERE 1')",
  "db.prepare('SELECT 1 FROM (SELECT 2 FROM seen) s, main.outbox')",
  "db.prepare('SELECT 1 FROM json_each(?), outbox')",
  "db.query('delete from draft using outbox where true')",
  "db.query('select 1 from draft right join outbox using (id)')",
  "db.selectFrom(['draft', 'outbox as o'])",
  "db.selectFrom('draft').rightJoin('outbox', 'a', 'b')",
  "db.updateTable('draft').from('outbox')",
  "db.deleteFrom('draft').using('outbox')",
  "where(({ exists, selectFrom }) => exists(selectFrom('outbox')))",
])('found as a reading: %s', (source) => {
  const { uses, speaksSql } = sqlUses('a.ts', source);
  expect(speaksSql).toBe(true);
  expect(uses).toContainEqual({ table: 'outbox', verb: 'reads' });
});

test.each([
  "db.exec('INSERT INTO ' + t)",
  `db.exec(\`INSERT INTO ${put} VALUES (1)\`)`,
  "db.exec('update ' + t)",
  `db.exec(\`update ${put} set a = 1\`)`,
  "db.exec('truncate ' + t)",
  'db.insertInto(t)',
  'db.deleteFrom(a ? b : c)',
])('a name that is put in while it runs is told: %s', (source) => {
  expect(sqlUses('a.ts', source).uses).toEqual([{ table: '${', verb: 'writes' }]);
});

test.each([
  'new PgBoss(url).getDb().executeSql(text)',
  'db.prepare(text)',
  "import { Kysely } from 'kysely'",
  "import Database from 'better-sqlite3'",
  "db.query('select 1')",
  'const { deleteFrom } = db',
])('it says something to a database: %s', (source) => {
  expect(sqlUses('a.ts', source).speaksSql).toBe(true);
});

test.each([
  "// INSERT INTO outbox\nimport { a } from 'outbox';\n/** UPDATE outbox */",
  "import type { Kysely } from 'kysely'",
  "fail('Update the program. It was copied from outbox to here.')",
  "hash.update('x'); /a/.exec('b'); Buffer.from(text); Array.from(list)",
  `console.error(\`Imported ${put} records into ${put}\`)`,
])('it does not: %s', (source) => {
  const { uses, speaksSql } = sqlUses('a.ts', source);
  expect(speaksSql).toBe(false);
  expect(uses.filter(({ verb }) => verb === 'writes')).toEqual([]);
});

test('what a statement does to each of its tables', () => {
  const { uses } = sqlUses(
    'a.ts',
    "db.prepare('DELETE FROM base WHERE id IN (SELECT id FROM record r JOIN seen USING (scope)) -- FROM meta')",
  );
  expect(uses).toEqual([
    { table: 'base', verb: 'writes' },
    { table: 'record', verb: 'reads' },
    { table: 'seen', verb: 'reads' },
  ]);
  const upsert = 'insert into a values ($1) on conflict do update set b = excluded.b returning (select 1 from c for update)';
  expect(sqlUses('a.ts', `db.query('${upsert}')`).uses).toEqual([
    { table: 'a', verb: 'writes' },
    { table: 'c', verb: 'reads' },
  ]);
});
