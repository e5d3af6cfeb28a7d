import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../lib/build.ts';
import { readOptions, refuseArguments } from '../lib/read-options.ts';
import { benchAktGrowthHere } from './akt-growth.ts';
import { makeBigReplica } from './big-replica.ts';
import { benchBindRatio } from './bind-ratio.ts';
import { benchBlobSync } from './blob-sync.ts';
import { benchCallWaitDocuments } from './call-wait-documents.ts';
import { BenchCore } from './core-process.ts';
import { benchCoreStart } from './core-start.ts';
import { benchTenant, writeDemoFiles } from './demo-files.ts';
import { benchDocumentOpen } from './document-open.ts';
import { benchDocumentPdfOpen } from './document-pdf-open.ts';
import { checkOut } from './earlier-build.ts';
import { benchEditToVisible } from './edit-to-visible.ts';
import { benchFirstSync } from './first-sync.ts';
import { benchFritext } from './fritext.ts';
import { benchLetter } from './letter.ts';
import type { Metric } from './metric.ts';
import { benchMinaSidor } from './mina-sidor.ts';
import { benchNightly } from './nightly.ts';
import { benchOpenKund } from './open-kund.ts';
import { benchPortal } from './portal.ts';
import { benchSearch } from './search.ts';
import { benchAktGrowth, benchServerClients, benchServerThroughput } from './server-load.ts';
import { startServerProcess } from './server-process.ts';

const usage = `npm run bench -- [--json] [--against <commit>] [--only server]

Measures what the product promises about speed and memory. --json prints {"metrics":[…]} alone on standard output; progress goes
to standard error. Exits with 1 when a target is missed. --against checks that commit out in a temporary folder and measures the
server's throughput of both in the same run. --only server leaves out all that is the client's.`;
const metrics: Metric[] = [];
const measure = async (what: string, run: () => Promise<Metric[]> | Metric[]) => {
  console.error(`${what}…`);
  metrics.push(...(await run()));
};

const values = readOptions(
  { json: { type: 'boolean', default: false }, against: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
  usage,
);
if (values && values.only !== undefined && values.only !== 'server') refuseArguments(`--only takes server, not "${values.only}".`);
else if (values) await measureAll(values);

async function measureAll(values: { json: boolean; against?: string | undefined; only?: string | undefined }): Promise<void> {
  await measureServer(values.against);
  if (values.only !== 'server') {
    await build(['main', 'renderer'], { say: console.error });
    await measure('an akt that has grown documents and messages', benchAktGrowthHere);
    await measure('first sync of 200,000 records', benchFirstSync);
    await measure('one edit to a colleague', benchEditToVisible);
    await measure('opening a dokumentation', benchDocumentOpen);
    await measure('a PDF of 500 pages on the screen', benchDocumentPdfOpen);
    await measure('binding 100 documents', benchBindRatio);
    await measure('decision letters', benchLetter);
    await measure('1,000 documents up and down', benchBlobSync);
    await measure('a call while documents are made, bound and synced', benchCallWaitDocuments);
    await measure('words in 1,000,000 notes', () => benchFritext(new URL('../../dist/main/fritext-worker.js', import.meta.url)));
    await measureMillion();
  }

  if (values.json) console.log(JSON.stringify({ metrics }));
  else {
    for (const { name, value, unit, limit, ratio, target, ok } of metrics) {
      const against = limit === null ? `target ${target} ${unit}` : `limit ${limit} ${unit}, ratio ${ratio}, target ${target}`;
      console.log(`${ok ? 'ok    ' : 'MISSED'} ${name.padEnd(18)} ${value} ${unit} (${against})`);
    }
  }
  process.exitCode = metrics.every(({ ok }) => ok) ? 0 : 1;
}

async function measureServer(against: string | undefined): Promise<void> {
  await measure('a note in a small akt and in a large one', benchAktGrowth);
  const earlier = against === undefined ? undefined : checkOut(against);
  try {
    await measure('pushes of 32 clients', () => benchServerThroughput(earlier));
  } finally {
    earlier?.remove();
  }
  await measure('550 clients, 50 of them saving', benchServerClients);
  await measure('200 citizens beside 100 clients', benchPortal);
  await measure('a night that activates 100,000', benchNightly);
}

/** What is measured on one replica of 1,000,000 records, 100,000 of them persons, that a user of this computer owns. */
async function measureMillion(): Promise<void> {
  const { dataDir, userId, key } = await signedInOnce();
  try {
    console.error('filling a replica with 1,000,000 records…');
    const file = { dir: dataDir, name: `replica-${benchTenant}-${userId}.db`, key, userId };
    const large = makeBigReplica({ records: 1_000_000, persons: 100_000, bigAkter: 20, kunder: 200, file });
    try {
      await measure('opening a kund', () => benchOpenKund(large));
      await measure('search', () => benchSearch(large));
      await measure('Mina sidor and Enheten', () => benchMinaSidor(large));
    } finally {
      large.replica.close();
    }
    await measure('start of the core', () => benchCoreStart(dataDir, userId));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A computer on which a user has signed in once: with a key, a replica and a name in its list. */
async function signedInOnce(): Promise<{ dataDir: string; userId: string; key: Uint8Array }> {
  const demo = writeDemoFiles(100);
  const server = await startServerProcess(demo.dir);
  const core = new BenchCore(server.url);
  try {
    const userId = await core.signIn('Sara Nyström');
    await core.synced();
    await core.stop();
    const keyFile = readdirSync(core.dataDir, { recursive: true, encoding: 'utf8' }).find((name) => /replica-[^/\\]*\.key$/.test(name));
    if (!keyFile) throw new Error('no key');
    return { dataDir: core.dataDir, userId, key: readFileSync(join(core.dataDir, keyFile)) };
  } finally {
    await core.stop();
    await server.stop();
    demo.remove();
  }
}
