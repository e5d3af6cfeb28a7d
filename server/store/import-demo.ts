import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { z } from 'zod';
import { isRecordType, type RecordType } from '../../shared/domain/records.ts';
import { StartupError } from '../util/startup-error.ts';
import { bulkLoad, type LoadedScope } from './bulk-load.ts';
import { patientDatabaseOf } from './database-of.ts';
import type { Store } from './store.ts';
import { ensureTenant, isTenantName } from './tenant.ts';

const manifestSchema = z.object({
  format: z.literal(1),
  tenant: z.string().refine(isTenantName),
  kommun: z.string().min(1),
  seed: z.number(),
  persons: z.number().int(),
  records: z.number().int(),
});
export type DemoManifest = z.infer<typeof manifestSchema>;

const lineSchema = z.object({
  type: z.custom<RecordType>((value) => typeof value === 'string' && isRecordType(value)),
  id: z.string().min(1).max(120),
  scope: z.string().min(1).max(120),
  schema: z.number().int().positive(),
  data: z.record(z.string(), z.unknown()),
});

/** What `npm run demo` wrote, as its manifest tells. */
export async function readManifest(dir: string): Promise<DemoManifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')));
  } catch (cause) {
    throw new StartupError(
      'import-failed',
      `${join(dir, 'manifest.json')} is missing or is not a demo municipality. Make one: npm run demo -- --out ${dir}`,
      cause,
    );
  }
}

/**
 * Loads a demo municipality, wholly or not at all. A tenant that has records is left as it is.
 * @param into the tenant and kommun to use instead of the manifest's
 * @returns how many records were loaded; 0 when the tenant had some
 */
export async function importDemo(store: Store, dir: string, into?: { tenant: string; kommun: string }): Promise<number> {
  const manifest = await readManifest(dir);
  const { tenant, kommun } = into ?? manifest;
  const db = patientDatabaseOf(store);
  const loaded = await db.transaction().execute(async (tx) => {
    await ensureTenant(tx, tenant, kommun);
    // Whoever imports the same tenant at the same time waits here and then finds it filled.
    const { version } = await tx.selectFrom('tenant').select('version').where('tenant', '=', tenant).forUpdate().executeTakeFirstOrThrow();
    if (version > 0) return 0;
    // The data can be imported again: waiting for the disk at commit gains nothing.
    await sql`set local synchronous_commit = off`.execute(tx);
    const count = await bulkLoad(tx, tenant, readScopes(join(dir, 'records.ndjson')));
    if (count !== manifest.records) {
      throw new StartupError(
        'import-failed',
        `${dir} holds ${count} records and its manifest says ${manifest.records}. Nothing was imported.`,
      );
    }
    return count;
  });
  if (loaded > 0) {
    await sql`analyze record, bucket_entry`.execute(db);
    await store.poke(tenant);
  }
  return loaded;
}

async function* readScopes(file: string): AsyncGenerator<LoadedScope> {
  let scope: LoadedScope = [];
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text === '') continue;
    const record = parseLine(text, `${file}, line ${number}`);
    if (scope[0] && scope[0].scope !== record.scope) {
      yield scope;
      scope = [];
    }
    scope.push(record);
  }
  if (scope.length > 0) yield scope;
}

function parseLine(text: string, where: string): LoadedScope[number] {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new StartupError('import-failed', `${where}: not a record that this version knows. Nothing was imported.`, cause);
  }
}
