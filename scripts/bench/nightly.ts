import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { startServer } from '../../server/start.ts';
import { type Etjanst, etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { DemoFiles } from '../demo/demo-files.ts';
import { type DemoRecord, generateRecords } from '../demo/generate.ts';
import { benchTenant, today } from './demo-files.ts';
import { absolute, type Metric, relative } from './metric.ts';

const few = 1_000;
const many = 100_000;

/** The night's run of the e-service: so many who wait, on a PostgreSQL that waits for the disk as one in use does. */
export async function benchNightly(): Promise<Metric[]> {
  // What has been run once is quicker: the first is not measured.
  await runOf(few);
  const fewTook = await runOf(few);
  const manyTook = await runOf(many);
  return [absolute('nightly', (manyTook / many) * 1000, 'ms', 1000), relative('nightly-growth', manyTook / many, 'ms', fewTook / few, 1.3)];
}

/** @returns the milliseconds that a run took which activated them all */
async function runOf(rows: number): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-bench-nightly-'));
  try {
    writeWaiting(join(dir, 'demo'), rows);
    const server = await startServer({ dataDir: join(dir, 'data'), importDir: join(dir, 'demo'), listen: false });
    try {
      const began = performance.now();
      const night = await server.runNightly(benchTenant);
      const took = performance.now() - began;
      if (night.outcome !== 'done' || night.report.aktiverade !== rows) throw new Error(`not all were activated: ${JSON.stringify(night)}`);
      return took;
    } finally {
      await server.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A municipality of kunder who wait for the night, as files that a server imports. */
function writeWaiting(dir: string, rows: number): void {
  const files = new DemoFiles(dir);
  let records = 0;
  const write = (record: DemoRecord) => {
    files.write(record);
    records += 1;
  };
  for (const record of generateRecords({ persons: 1, seed: 1, today })) {
    if (record.scope !== 'katalog') break;
    write(record);
  }
  const begard = { anvandareId: v7(), namn: 'Sara Nyström', at: `${today}T09:00:00.000Z` };
  for (let nr = 0; nr < rows; nr += 1) {
    const personId = v7();
    const scope = aktScope(personId);
    const person: Person = {
      personnummer: `19${10_000_000_00 + nr}`,
      nummerSlag: 'personnummer',
      fodelsedatum: '1990-01-01',
      efternamn: 'Mätare',
      fornamn: `Nummer ${nr}`,
      kundnummer: String(1_000_000 + nr),
      skydd: 'ingen',
      civilstand: 'ogift',
      folkbokfordIKommunen: true,
      enheter: ['lss'],
    };
    const etjanst: Etjanst = { lage: 'vantarPaNatten', begard, inkomstblankett: true, rev: v7() };
    write({ type: 'person', id: personId, scope, schema: 1, data: person });
    write({ type: 'etjanst', id: etjanstId(personId), scope, schema: 1, data: etjanst });
  }
  files.publish({ format: 1, tenant: benchTenant, kommun: 'Mätköping', seed: 1, persons: rows, records, today });
}
