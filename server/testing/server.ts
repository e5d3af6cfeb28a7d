import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../start.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { seedTenant } from '../store/seed.ts';
import { TestClient } from './client.ts';
import { type SmallKommun, smallKommun } from './small-kommun.ts';

type User = keyof SmallKommun['users'];

/** One real PostgreSQL and one server for a test file, and a municipality of its own for each test. */
export function testServer(options: ServerOptions = {}) {
  let postgres: EmbeddedPostgres;
  let server: RunningServer;
  let blobDir: string;

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'aktnara-server-'));
    postgres = await startEmbeddedPostgres({ dataDir, persistent: false, fsync: false });
    blobDir = await mkdtemp(join(tmpdir(), 'aktnara-server-dokument-'));
    const blobs = { at: { dir: join(blobDir, 'dokument') }, keyDir: join(blobDir, 'nycklar') };
    server = await startServer({ databaseUrl: postgres.url, demo: true, requestsPerMinute: 1_000_000, blobs, ...options });
  });
  afterAll(async () => {
    await server?.close();
    await postgres?.stop();
    await rm(blobDir, { recursive: true, force: true });
  });

  return {
    get server() {
      return server;
    },
    /** Folder of the documents' bytes and of the keys to them. */
    get blobDir() {
      return blobDir;
    },
    get postgres() {
      return postgres;
    },
    /** @param data of another municipality, for one that is to be the same */
    async kommun(data: SmallKommun = smallKommun()) {
      const tenant = `t-${randomUUID().slice(0, 8)}`;
      await seedTenant(server.store, tenant, 'Ängelby', data.records);
      const client = (user: User = 'anna', url = server.url) => new TestClient(url, tenant).signIn(data.users[user].id);
      return { ...data, tenant, client };
    },
  };
}
export type TestKommun = Awaited<ReturnType<ReturnType<typeof testServer>['kommun']>>;
