import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { etjanstId } from '../shared/domain/etjanst/records.ts';
import { aktScope } from '../shared/domain/scope.ts';
import { pushResponse } from '../shared/protocol/protocol.ts';
import { startServer } from './start.ts';
import { seedTenant } from './store/seed.ts';
import { type Answer, TestClient } from './testing/client.ts';
import { ended, endStarted, listening, postgresLock, type Running, start } from './testing/server-process.ts';
import { person, type SmallKommun, smallKommun } from './testing/small-kommun.ts';
import { note } from './testing/texts.ts';

const tenant = 'angelby';
/** Of the server, and as many of what it has in PostgreSQL. `AKTNARA_KILLS=30` for a long night. */
const kills = Number(process.env.AKTNARA_KILLS ?? 4);
const clients = 32;
/** A machine that is busy, and a PostgreSQL that recovers, take their time. */
const patience = 120_000;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'aktnara-kills-'));
});
afterAll(async () => {
  await endStarted();
  await rm(dir, { recursive: true, force: true });
});

const sent: string[] = [];
let done = false;
const tries = { answered: 0, unavailable: 0, unreached: 0 };

/** An answer, or why there is none: the server that was asked is gone, or was while it answered. */
async function answerTo(push: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await push;
  } catch (error) {
    // What fetch throws for every connection that is refused, or cut.
    expect(error).toBeInstanceOf(TypeError);
    tries.unreached += 1;
    return undefined;
  }
}

/** Pushes notes one after the other, each until it is answered, as a client does; hears of 503, or nothing, and of nothing else. */
async function work(client: TestClient, akt: SmallKommun['akter'][number], accepted: () => void): Promise<void> {
  while (!done) {
    const input = note(akt, 'Skrivet medan databasen dog.');
    const command = client.command('anteckning.spara', input);
    const told = await vi.waitFor(
      async () => {
        const answer = await answerTo(client.push([command]));
        if (answer?.status === 200) return pushResponse.parse(answer.body);
        if (answer) {
          // Any other answer would not end by waiting.
          expect([answer.status, answer.error, answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
          tries.unavailable += 1;
        }
        throw new Error('not yet');
      },
      { interval: 100, timeout: patience },
    );
    tries.answered += 1;
    expect(told.results).toMatchObject([{ id: command.id, outcome: 'ok' }]);
    sent.push(input.anteckningId);
    accepted();
  }
}

it('the server and its PostgreSQL are killed under clients that save: it is back, every answer comes, nothing is lost or doubled', async () => {
  const kommun = smallKommun();
  const dataDir = join(dir, 'data');
  const seeding = await startServer({ dataDir, listen: false });
  await seedTenant(seeding.store, tenant, 'Ängelby', kommun.records);
  await seeding.close();
  const register = join(dir, 'kir.ndjson');
  await writeFile(register, '');

  const exits: unknown[] = [];
  const startOn = async (port: string) => {
    const started = start({}, '--data-dir', dataDir, '--port', port, '--demo', '--kir-file', register);
    started.once('exit', (code, signal) => exits.push(code ?? signal));
    return { server: started, url: await listening(started) };
  };
  let { server, url } = await startOn('0');
  const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim();
  const ask = async <Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> => {
    const { port } = await postgresLock(dataDir);
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'aktnara' });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<Row>(query, values);
    await client.end();
    return rows;
  };

  const since = new Map<TestClient, number>();
  const signedIn = await Promise.all(Array.from({ length: clients }, () => new TestClient(url, tenant).signIn(kommun.users.anna.id)));
  const pushing = signedIn.map((client, index) =>
    work(client, kommun.akter[index % 2 === 0 ? 0 : 1], () => since.set(client, (since.get(client) ?? 0) + 1)),
  );
  /** Every client has got through twice from now on: at least one of them was sent after it. */
  const allGoOn = async () => {
    since.clear();
    await Promise.race([
      vi.waitFor(() => expect(signedIn.filter((client) => (since.get(client) ?? 0) > 1)).toHaveLength(clients), {
        interval: 50,
        timeout: patience,
      }),
      Promise.all(pushing).then(() => Promise.reject(new Error('the clients ended'))),
    ]);
  };
  const killConnection = async (of: string) => {
    // Those of the jobs come and go.
    const [backend] = await ask<{ pid: number }>(
      `select pid from pg_stat_activity where application_name like 'aktnara%'
        order by application_name = $1 desc, state = 'idle', pid limit 1`,
      [of],
    );
    if (!backend) throw new Error('no connection to the database');
    process.kill(backend.pid, 'SIGKILL');
  };
  const killPostgres = async () => {
    const { pid } = await postgresLock(dataDir);
    process.kill(pid, 'SIGKILL');
    await allGoOn();
    expect((await postgresLock(dataDir)).pid).not.toBe(pid);
  };
  const killServer = async () => {
    server.kill('SIGKILL');
    await ended(server);
    expect(exits.splice(0)).toEqual(['SIGKILL']);
    ({ server } = await startOn(new URL(url).port));
  };

  const connections = ['aktnara', 'aktnara poke', 'aktnara jobs'];
  await allGoOn();
  for (let round = 0; round < kills; round++) {
    const of = connections[round % (connections.length + 1)];
    await (of === undefined ? killPostgres() : killConnection(of));
    await allGoOn();
    expect(exits, 'the server lives').toEqual([]);
    await killServer();
    await allGoOn();
    expect(exits).toEqual([]);
  }
  done = true;
  await Promise.all(pushing);

  const notes = await ask<{ id: string }>("select id from record where tenant = $1 and type = 'anteckning'", [tenant]);
  expect(notes.map(({ id }) => id).toSorted()).toEqual(sent.toSorted());
  const log = await ask<{ handled: number }>('select count(*)::int as handled from command_log where tenant = $1', [tenant]);
  expect(log).toEqual([{ handled: sent.length }]);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  server.kill('SIGTERM');
  expect((await ended(server)).code).toBe(0);
  if (process.env.AKTNARA_KILLS) process.stdout.write(`${kills} + ${kills} kills, ${clients} clients: ${JSON.stringify(tries)}\n`);
}, 3_600_000);

/** Nodes that are killed in the night, and kunder whose e-service is asked for. */
const nightKills = Number(process.env.AKTNARA_KILLS ?? 2);
const aktiveringar = 500 + 100 * nightKills;

it('NATT-01 the night’s run is a process that is killed at random rows, on two nodes, and PostgreSQL under it: each is activated exactly once, and told once', async () => {
  const night = 'nattby';
  const dataDir = join(dir, 'natt');
  const server = await startServer({ dataDir, listen: false });
  const { users, records } = smallKommun();
  const begard = { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-29T09:00:00.000Z' };
  const kunder = Array.from({ length: aktiveringar }, (_, nr) => {
    const personId = randomUUID();
    const i = { scope: aktScope(personId), schema: 1 };
    const nummer = `19${String(10_000_000 + nr).slice(-6)}${String(1000 + nr).slice(-4)}`;
    const etjanst = { lage: 'vantarPaNatten', begard, inkomstblankett: true, epost: 'nagon@example.com', rev: randomUUID() };
    return [
      { ...i, type: 'person' as const, id: personId, data: person({ personnummer: nummer }) as Record<string, unknown> },
      { ...i, type: 'etjanst' as const, id: etjanstId(personId), data: etjanst as Record<string, unknown> },
    ];
  }).flat();
  await seedTenant(server.store, night, 'Nattby', [...records, ...kunder]);
  const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim();
  const url = async () => `postgresql://postgres:${password}@127.0.0.1:${(await postgresLock(dataDir)).port}/aktnara`;
  /** Asked until there is a PostgreSQL that answers. */
  const ask = <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> =>
    vi.waitFor(
      async () => {
        const client = new pg.Client({ connectionString: await url() });
        client.on('error', () => undefined);
        await client.connect();
        try {
          return (await client.query<Row>(query, [night])).rows;
        } finally {
          await client.end();
        }
      },
      { interval: 20, timeout: patience },
    );
  const active = async (): Promise<number> => {
    const [row] = await ask<{ antal: number }>(
      "select count(*)::int as antal from record where tenant = $1 and type = 'etjanst' and data ->> 'lage' = 'aktiv'",
    );
    return row?.antal ?? 0;
  };
  // Who is killed lets go of nothing: that it has not been heard of for its time is said here, so that nobody waits for it.
  const timePasses = () => ask('update night set held_until = now() where tenant = $1 and done_at is null');
  const nodes: Running[] = [];
  const startNode = async () => {
    await timePasses();
    nodes.push(start({ DATABASE_URL: await url() }, '--run-nightly', '--tenant', night));
  };

  await startNode();
  let killed = 0;
  for (let round = 1; round <= nightKills; round++) {
    // Two at a time: the second takes over while the first goes on.
    await startNode();
    const target = Math.floor((aktiveringar * (round - Math.random())) / (nightKills + 1));
    await vi.waitFor(async () => expect(await active()).toBeGreaterThanOrEqual(target), { interval: 10, timeout: patience });
    if (round === Math.ceil(nightKills / 2)) process.kill((await postgresLock(dataDir)).pid, 'SIGKILL');
    const [first] = nodes.splice(0, 1);
    if (first?.exitCode === null && first.kill('SIGKILL')) killed += 1;
    // One that lost its database, or its night, ends by itself; there must be another to go on.
    if (nodes.every(({ exitCode }) => exitCode !== null)) await startNode();
  }
  await Promise.all(nodes.map((node) => (node.exitCode === null ? ended(node) : undefined)));
  await timePasses();
  const last = await ended(start({ DATABASE_URL: await url() }, '--run-nightly', '--tenant', night));
  expect(last).toMatchObject({
    code: 0,
    out: expect.stringMatching(new RegExp(`^nattby: the night of \\S+: ${aktiveringar} activated, 0 failed, 0 ended, 0 could not be read`)),
  });
  expect(await active()).toBe(aktiveringar);
  const counted = await ask(`
    select (select count(*)::int from command_log where tenant = $1 and name = 'etjanst.natt' and not repeat) as handled,
      (select count(distinct scope)::int from record where tenant = $1 and type = 'handelse') as akter,
      (select count(*)::int from record where tenant = $1 and type = 'handelse') as events,
      (select count(*)::int from notis where tenant = $1) as notices`);
  expect(counted).toEqual([{ handled: aktiveringar, akter: aktiveringar, events: aktiveringar, notices: aktiveringar }]);
  await server.close();
  if (process.env.AKTNARA_KILLS) process.stdout.write(`${killed} of ${nightKills} nodes killed in the night, PostgreSQL once\n`);
}, 3_600_000);
