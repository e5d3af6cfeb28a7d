import { randomUUID } from 'node:crypto';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { healthPath, limits, paths, protocolVersion } from '../../shared/protocol/protocol.ts';
import { plusDygn } from '../../shared/util/datum.ts';
import { issueToken } from '../identity/tokens.ts';
import { type RunningServer, type ServerOptions, startServer } from '../start.ts';
import { databaseOf } from '../store/database-of.ts';
import { findTenant } from '../store/tenant.ts';
import { changeScope } from '../testing/change-scope.ts';
import { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { note } from '../testing/texts.ts';

const at = testServer();

async function withServer(options: ServerOptions, use: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer({ databaseUrl: at.postgres.url, ...options });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

describe('who may ask', () => {
  it('refuses no token, a forged, an expired and a borrowed one', async () => {
    const { client, tenant, users } = await at.kommun();
    const other = await at.kommun();
    const anna = await client();
    const own = anna.token;
    const found = await findTenant(databaseOf(at.server.store), tenant);
    if (!found) throw new Error('no tenant');
    const forge = (key: string) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('aktnara')
        .setAudience(tenant)
        .setSubject(users.anna.id)
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(key));
    const long = { now: () => plusDygn(new Date(), -31) };
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const claims = own?.split('.')[1];
    const wrong: [string | undefined, number, string][] = [
      [undefined, 401, 'unauthorised'],
      ['nonsense', 401, 'unauthorised'],
      [`${none}.${claims}.`, 401, 'unauthorised'],
      [await forge('someone else’s secret, long enough'), 401, 'unauthorised'],
      [(await issueToken(found, users.anna.id, long)).token, 401, 'unauthorised'],
      [(await issueToken({ ...found, tenant: 'a\u0000b' }, users.anna.id, { now: () => new Date() })).token, 401, 'unauthorised'],
      [(await other.client()).token, 403, 'wrong-tenant'],
      [(await issueToken(found, randomUUID(), { now: () => new Date() })).token, 403, 'forbidden'],
      [(await issueToken(found, users.slutat.id, { now: () => new Date() })).token, 403, 'forbidden'],
    ];
    for (const [token, status, error] of wrong) {
      anna.token = token;
      expect(await anna.pull()).toMatchObject({ status, error });
      expect(await anna.push([])).toMatchObject({ status, error });
      expect(await anna.send(paths.poke)).toMatchObject({ status, error });
      expect(await anna.send(paths.access, { clientId: anna.clientId, entries: [] })).toMatchObject({ status, error });
    }
    anna.token = own;
    expect(await anna.pull()).toMatchObject({ status: 200 });
  });

  it('reads nothing of a request before it knows who asks', async () => {
    const { client } = await at.kommun();
    const anna = await client();
    anna.token = 'nonsense';
    const kir = { personnummer: 'x' };
    const bad: [string, unknown][] = [
      [paths.push, '{"protocol":'],
      [paths.push, 'x'.repeat(limits.bodyBytes + 1)],
      [paths.pull, { protocol: 0 }],
      [paths.access, []],
      [paths.kir, kir],
    ];
    for (const [path, body] of bad) expect(await anna.send(path, body), path).toMatchObject({ status: 401, error: 'unauthorised' });
  });

  it("refuses a user with another user's replica", async () => {
    const { client, akter } = await at.kommun();
    const [anna, bo] = [await client(), await client('bo')];
    await anna.pushed(anna.command('anteckning.spara', note(akter[0], 'Min')));
    const clientId = anna.clientId;
    expect(await bo.push([], { clientId })).toMatchObject({ status: 403, error: 'client-of-other-user' });
    expect(await bo.push([bo.command('a', {})], { clientId })).toMatchObject({ status: 403, error: 'client-of-other-user' });
    expect(await bo.pull({ clientId })).toMatchObject({ status: 403, error: 'client-of-other-user' });
  });

  it('ends the access of a user whose account is closed, at the next request', async () => {
    const { client, tenant, users } = await at.kommun();
    const anna = await client();
    expect(await anna.pull()).toMatchObject({ status: 200 });
    const data = { ...users.anna.data, aktiv: false };
    await changeScope(at.server.store, tenant, 'katalog', [{ op: 'put', type: 'anvandare', id: users.anna.id, data }]);
    expect(await anna.pull()).toMatchObject({ status: 403, error: 'forbidden' });
  });

  it('lets one sign in by choosing a user in demo mode only, and never as one who has left', async () => {
    const { client, tenant, users } = await at.kommun();
    const anna = await client();
    const { body } = await anna.send(paths.demoUsers);
    expect(body).toMatchObject({ tenant, kommun: 'Ängelby' });
    expect((body as { users: unknown[] }).users[0]).toEqual({
      id: users.anna.id,
      namn: 'Anna Ek',
      titel: 'LSS-handläggare',
      funktion: 'LSS-handläggare 3',
      organisation: 'LSS Myndighet',
    });
    expect((body as { users: { id: string }[] }).users.map(({ id }) => id)).not.toContain(users.slutat.id);
    expect(await anna.send(paths.demoSignIn, { anvandareId: users.slutat.id })).toMatchObject({ status: 403, error: 'forbidden' });
    expect(await anna.send(paths.demoSignIn, { anvandareId: randomUUID() })).toMatchObject({ status: 403, error: 'forbidden' });
    expect(await new TestClient(at.server.url, '%00').send(paths.demoUsers)).toMatchObject({ status: 404, error: 'not-found' });
    await withServer({}, async ({ url }) => {
      const guest = new TestClient(url, tenant);
      expect(await guest.send(paths.demoUsers)).toMatchObject({ status: 403, error: 'demo-only' });
      expect(await guest.send(paths.demoSignIn, { anvandareId: users.anna.id })).toMatchObject({ status: 403, error: 'demo-only' });
      expect(await guest.send(paths.demoSignIn, '{"anvandareId":')).toMatchObject({ status: 403, error: 'demo-only' });
    });
  });
});

describe('what is asked', () => {
  it('names what is wrong with a request, in the protocol’s shape', async () => {
    const { client, akter } = await at.kommun();
    const anna = await client();
    const good = anna.command('anteckning.spara', note(akter[0], 'Text'));
    const many = Array.from({ length: limits.pushCommands + 1 }, (_, n) => ({ ...good, seq: n + 1, id: randomUUID() }));
    const wrong: [Promise<{ status: number; error: string | undefined }>, number, string][] = [
      [anna.send(paths.push, '{"protocol":'), 400, 'malformed'],
      [anna.send(paths.push, []), 400, 'malformed'],
      [anna.push([{ ...good, extra: 1 }]), 400, 'malformed'],
      [anna.push([{ ...good, seq: 0 }]), 400, 'malformed'],
      [anna.push([{ ...good, at: 'igår' }]), 400, 'malformed'],
      [anna.push([{ ...good, id: good.id.toUpperCase() }]), 400, 'malformed'],
      [anna.pull({ cursors: [{ bucket: 'a\u0000', version: 1, fill: null }] }), 400, 'malformed'],
      [anna.push(many), 413, 'too-large'],
      [anna.push([{ ...good, input: 'x'.repeat(limits.bodyBytes) }]), 413, 'too-large'],
      [anna.push([], { protocol: protocolVersion + 1, novelty: true }), 426, 'server-too-old'],
      [anna.pull({ protocol: 0 }), 426, 'client-too-old'],
      [anna.send('/nothing'), 404, 'not-found'],
      [new TestClient(at.server.url, '%E0%A4%A').push([good]), 400, 'malformed'],
      [new TestClient(at.server.url, 'a'.repeat(500)).push([good]), 400, 'malformed'],
    ];
    for (const [answer, status, error] of wrong) expect(await answer).toMatchObject({ status, error });
    expect((await anna.pushed(good)).results).toMatchObject([{ outcome: 'ok' }]);
  });

  it('limits how often a user asks, and says when to come back', async () => {
    const { tenant, users } = await at.kommun();
    await withServer({ demo: true, requestsPerMinute: 3 }, async ({ url }) => {
      const anna = await new TestClient(url, tenant).signIn(users.anna.id);
      const bo = await new TestClient(url, tenant).signIn(users.bo.id);
      for (let n = 0; n < 3; n++) expect(await anna.pull()).toMatchObject({ status: 200 });
      const refused = await anna.pull();
      expect(refused).toMatchObject({ status: 429, error: 'too-many-requests' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await bo.pull()).toMatchObject({ status: 200 });
    });
  });

  it('keeps each entry of the access log once (FRAGA-62)', async () => {
    const { client, akter, tenant, users } = await at.kommun();
    const anna = await client();
    const entry = { id: randomUUID(), at: '2026-11-20T07:00:00.000Z', action: 'oppnad', personId: akter[0].personId };
    const search = { id: randomUUID(), at: '2026-11-20T07:01:00.000Z', action: 'sokt', personId: null, detail: 'åke*' };
    expect(await anna.send(paths.access, { clientId: anna.clientId, entries: [entry] })).toMatchObject({ status: 204 });
    expect(await anna.send(paths.access, { clientId: anna.clientId, entries: [entry, search] })).toMatchObject({ status: 204 });
    const rows = await databaseOf(at.server.store)
      .selectFrom('access_log')
      .selectAll()
      .where('tenant', '=', tenant)
      .orderBy('client_at')
      .execute();
    expect(rows).toMatchObject([
      { id: entry.id, anvandare_id: users.anna.id, person_id: akter[0].personId, detail: null },
      { id: search.id, action: 'sokt', detail: 'åke*' },
    ]);
  });

  it('publishes every address as OpenAPI, and says how it is', async () => {
    const openapi = (await (await fetch(`${at.server.url}/openapi.json`)).json()) as { paths: object };
    const expected = Object.values(paths).map((path) => `/t/{tenant}/v1${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(Object.keys(openapi.paths).sort()).toEqual([healthPath, `${healthPath}/ready`, ...expected].sort());
    const { tenant } = await at.kommun();
    const health = await (await fetch(at.server.url + healthPath)).json();
    expect(health).toMatchObject({ status: 'ok', tenants: expect.arrayContaining([expect.objectContaining({ tenant, version: 3 })]) });
  });

  it('answers as unavailable, with nothing of the error, when the database is gone', async () => {
    const { users, tenant } = await at.kommun();
    await withServer({ demo: true }, async ({ url, store }) => {
      const anna = await new TestClient(url, tenant).signIn(users.anna.id);
      await databaseOf(store).destroy();
      expect(await anna.pull()).toMatchObject({ status: 503, error: 'unavailable' });
      expect((await fetch(url + healthPath)).status).toBe(503);
    });
  });
});

it('a pull waits for no push, not even to know who asks', async () => {
  const { client } = await at.kommun();
  await withServer({ demo: true, connections: 2 }, async ({ url, store }) => {
    const anna = await client('anna', url);
    expect((await anna.pull()).status).toBe(200);
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    // Of two connections one is for pushes, and this one has it.
    const push = store.transaction(async (tx) => {
      await tx.query('one', 'select 1 as one', []);
      begun.resolve();
      await goOn.promise;
    });
    await begun.promise;
    expect((await anna.pull()).status).toBe(200);
    goOn.resolve();
    await push;
  });
});

describe('poke', () => {
  it('a stream is answered at once, also while the greetings of many wait for their turn', async () => {
    const { client } = await at.kommun();
    const anna = await client();
    const hangUp = new AbortController();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        fetch(anna.base + paths.poke, { headers: { authorization: `Bearer ${anna.token}` }, signal: hangUp.signal }),
      ),
    );
    const first = answers.map(async ({ body }) => new TextDecoder().decode((await body?.getReader().read())?.value));
    for (const text of await Promise.all(first)) expect(text.startsWith(': open\n\n')).toBe(true);
    hangUp.abort();
  });

  it('says to pull: at once when connected, and when anyone of the tenant has written on any node', async () => {
    const kommun = await at.kommun();
    const { client, akter, tenant } = kommun;
    const elsewhere = await at.kommun();
    await withServer({ demo: true }, async ({ url, close }) => {
      const bo = await client('bo', url);
      const anna = await client();
      const stranger = await elsewhere.client();
      const response = await fetch(bo.base + paths.poke, { headers: { authorization: `Bearer ${bo.token}` } });
      const body = response.body as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
      const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
      expect((await events.read()).value).toMatchObject({ event: 'poke', data: '' });
      await stranger.pushed(stranger.command('anteckning.spara', note(elsewhere.akter[0], 'Annan kommun')));
      const next = events.read();
      await anna.pushed(anna.command('anteckning.spara', note(akter[0], 'Till Bo')));
      expect((await next).value).toMatchObject({ event: 'poke', data: '' });
      await at.server.store.poke(tenant);
      expect((await events.read()).value).toMatchObject({ event: 'poke' });
      await bo.catchUp();
      // The note, and the handelse it left in the akt.
      expect(bo.held.size).toBe(kommun.records.length + 2);
      // Pokes come in their order: had the other municipality's come too, one would be left. A server that stops says so.
      await close();
      expect((await events.read()).done).toBe(true);
    });
  });
});
