import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { databaseOf } from '../store/database-of.ts';
import { testServer } from '../testing/server.ts';
import { type Job, startJobs } from './jobs.ts';

const at = testServer();

/** Nodes on the one database, all with the same job; each run is told with its node and tenant. */
async function nodes(count: number, run: (node: number, tenant: string) => void | Promise<void>) {
  const name = `test-${randomUUID().slice(0, 8)}`;
  const errors: unknown[] = [];
  const started = await Promise.all(
    Array.from({ length: count }, (_, node) => {
      const job: Job = { name, cron: '0 3 1 1 *', run: async (tenant) => run(node, tenant) };
      return startJobs(
        at.postgres.url,
        async () => ['a', 'b'],
        [job],
        (error) => errors.push(error),
      );
    }),
  );
  onTestFinished(async () => {
    await Promise.all(started.map((jobs) => jobs.close()));
  });
  const [first] = started;
  if (!first) throw new Error('no node');
  return { name, errors, first };
}

it('runs a job that was asked for, for its tenant, on one of the nodes', async () => {
  const ran: string[] = [];
  const once = Promise.withResolvers<void>();
  const { name, first } = await nodes(2, (_node, tenant) => {
    ran.push(tenant);
    if (tenant === 'last') once.resolve();
  });
  await first.soon(name, 'ängelby');
  await first.soon(name, 'last');
  await once.promise;
  expect(ran.toSorted()).toEqual(['last', 'ängelby']);
});

it('many municipalities have their turn one after another, without a rest between them', async () => {
  const asked = Promise.withResolvers<void>();
  const ran = new Set<string>();
  const all = Promise.withResolvers<void>();
  const { name, first } = await nodes(1, async (_node, tenant) => {
    await asked.promise;
    if (ran.add(tenant).size === many) all.resolve();
  });
  // With the library's two seconds after each it would take longer than a test may.
  const many = 100;
  for (let each = 0; each < many; each += 1) await first.soon(name, `t${each}`);
  asked.resolve();
  await all.promise;
  expect(ran.size).toBe(many);
});

it('a run that fails is told, and tried again', async () => {
  const again = Promise.withResolvers<void>();
  let tries = 0;
  const { name, first, errors } = await nodes(1, () => {
    tries += 1;
    if (tries === 1) throw new Error('the database was away');
    again.resolve();
  });
  await first.soon(name, 'a');
  await again.promise;
  expect(errors).toEqual([new Error('the database was away')]);
});

it('closing waits for the run under way', async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  let ended = false;
  const { name, first } = await nodes(1, async () => {
    begun.resolve();
    await goOn.promise;
    ended = true;
  });
  await first.soon(name, 'a');
  await begun.promise;
  const closing = first.close();
  expect(ended).toBe(false);
  goOn.resolve();
  await closing;
  expect(ended).toBe(true);
});

it('says that the database user may not make the tables', async () => {
  const user = `few_rights_${randomUUID().slice(0, 8).replaceAll('-', '')}`;
  const db = databaseOf(at.server.store);
  const url = new URL(at.postgres.url);
  const database = `empty_${user}`;
  const empty = new URL(await at.postgres.createDatabase(database));
  await db.connection().execute(async (connection) => {
    await sql`create role ${sql.id(user)} login password 'prov'`.execute(connection);
    await sql`revoke create on database ${sql.id(database)} from public`.execute(connection);
  });
  empty.username = user;
  empty.password = 'prov';
  expect(empty.host).toBe(url.host);
  await expect(
    startJobs(
      empty.href,
      async () => [],
      [],
      () => undefined,
    ),
  ).rejects.toMatchObject({
    code: 'database-failed',
    message: expect.stringContaining('schema'),
  });
});
