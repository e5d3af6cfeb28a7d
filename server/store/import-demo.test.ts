import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { smallKommun } from '../testing/small-kommun.ts';
import { databaseOf } from './database-of.ts';
import { importDemo } from './import-demo.ts';
import { findTenant } from './tenant.ts';

const at = testServer();
const dirs: string[] = [];
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true }))));

async function demoDir(change: { records?: number; extra?: string } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'aktnara-import-'));
  dirs.push(dir);
  const kommun = smallKommun();
  const tenant = `t-${randomUUID().slice(0, 8)}`;
  const records = change.records ?? kommun.records.length;
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ format: 1, tenant, kommun: 'Ängelby', seed: 1, persons: 2, records }));
  const lines = kommun.records.map((record) => JSON.stringify(record));
  await writeFile(join(dir, 'records.ndjson'), [...lines, change.extra ?? ''].join('\n'));
  return { dir, tenant, kommun };
}

describe('import of a demo municipality', () => {
  it('loads it whole; a client pulls it with the buckets of each record; a second import changes nothing', async () => {
    const { dir, tenant, kommun } = await demoDir();
    expect(await importDemo(at.server.store, dir)).toBe(kommun.records.length);
    expect(await importDemo(at.server.store, dir)).toBe(0);
    const anna = await new TestClient(at.server.url, tenant).signIn(kommun.users.anna.id);
    await anna.catchUp();
    for (const { id, scope, data } of kommun.records) {
      expect(anna.held.get(id)).toMatchObject({ buckets: [scope === 'katalog' ? 'katalog' : 'org:lss'], data });
    }
    const disa = await new TestClient(at.server.url, tenant).signIn(kommun.users.utforare.id);
    await disa.catchUp();
    expect(disa.held.get(kommun.akter[0].verkstallighetId)?.buckets).toEqual([`utforare:${kommun.utforareId}`]);
  });

  it.each([
    ['a count that is not the manifest’s', { records: 3 }],
    ['a line that is no record', { extra: '{"type":"okänd"}' }],
    ['a line that is no JSON', { extra: '{' }],
  ])('leaves nothing behind when the folder is broken: %s', async (_what, change) => {
    const { dir, tenant } = await demoDir(change);
    await expect(importDemo(at.server.store, dir)).rejects.toMatchObject({ code: 'import-failed', message: expect.stringContaining(dir) });
    expect(await findTenant(databaseOf(at.server.store), tenant)).toBeUndefined();
  });

  it('says which folder is missing', async () => {
    const missing = join(tmpdir(), 'aktnara-no-such-folder');
    await expect(importDemo(at.server.store, missing)).rejects.toMatchObject({
      code: 'import-failed',
      message: expect.stringContaining(missing),
    });
  });
});
