import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoFiles } from '../demo/demo-files.ts';
import { type DemoRecord, generateRecords } from '../demo/generate.ts';

export const benchTenant = 'bench';
export const today = '2026-11-20';

/** The records of a demo municipality until there are enough, whole scopes only. */
function* recordsUpTo(count: number, seed: number): Generator<DemoRecord> {
  let made = 0;
  let scope = '';
  // Fewer than six records a person were never seen; the generator is left when there are enough.
  for (const record of generateRecords({ persons: Math.ceil(count / 6), seed, today })) {
    if (made >= count && record.scope !== scope) return;
    scope = record.scope;
    made += 1;
    yield record;
  }
}

/**
 * Writes such a municipality as files that the server imports.
 * @param beside records of akter that are none of its own
 * @returns the folder, and how to be rid of it
 */
export function writeDemoFiles(count: number, beside: DemoRecord[] = []): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-bench-demo-'));
  const files = new DemoFiles(join(dir, 'demo'));
  let records = 0;
  let persons = 0;
  for (const record of [...recordsUpTo(count, 1), ...beside]) {
    files.write(record);
    records += 1;
    if (record.type === 'person') persons += 1;
  }
  files.publish({ format: 1, tenant: benchTenant, kommun: 'Mätköping', seed: 1, persons, records, today });
  return { dir: join(dir, 'demo'), remove: () => rmSync(dir, { recursive: true, force: true }) };
}
