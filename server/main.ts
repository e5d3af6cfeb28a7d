import './util/production.ts';
import { chooseBlobs } from './blobs/choose-blobs.ts';
import { blobStoreLost } from './blobs/store-lost.ts';
import { type Command, helpText, readSettings } from './settings.ts';
import { type ServerOptions, startServer } from './start.ts';
import { endProcess } from './util/end-process.ts';
import { StartupError } from './util/startup-error.ts';

try {
  const command = readSettings(process.argv.slice(2), process.env);
  if (command.kind === 'help') console.log(helpText(process.env));
  else if (command.kind === 'new-epoch') await giveNewEpoch(command.options);
  else if (command.kind === 'run-nightly') await runNightly(command.options);
  else if (command.kind === 'blob-store-lost') await tellLost(command);
  else await serve(command.options);
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}

async function serve(options: ServerOptions): Promise<void> {
  const server = await startServer(options);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => endProcess(0),
      (error: unknown) => {
        console.error(error);
        endProcess(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (server.imported > 0) console.error(`Imported ${server.imported} records into ${server.tenant}.`);
  const demo = options.demo ? ' Demo mode: anyone may sign in as any user.' : '';
  if (server.portal) console.error(`The citizens' e-service is at ${server.portal.url}.`);
  console.error(`Aktnära's server listens on ${server.url}${server.tenant ? ` for ${server.tenant}` : ''}.${demo}`);
}

async function giveNewEpoch(options: ServerOptions): Promise<void> {
  const server = await startServer({ ...options, listen: false, importDir: undefined, tenant: undefined });
  try {
    const given = await server.store.newEpoch(options.tenant?.tenant);
    if (given.length === 0) throw new StartupError('tenant-missing', 'The database has no such municipality.');
    for (const { tenant, epoch } of given) console.log(`${tenant}: new epoch ${epoch}`);
  } finally {
    await server.close();
  }
}

async function runNightly(options: ServerOptions): Promise<void> {
  const server = await startServer({ ...options, listen: false, importDir: undefined, tenant: undefined });
  try {
    const all = (await server.store.listTenants()).map(({ tenant }) => tenant);
    const chosen = all.filter((one) => options.tenant === undefined || one === options.tenant.tenant);
    if (chosen.length === 0) throw new StartupError('tenant-missing', 'The database has no such municipality.');
    for (const tenant of chosen) {
      const { night, ...came } = await server.runNightly(tenant);
      if (came.outcome !== 'done') {
        console.log(`${tenant}: another node has the night of ${night}; nothing was done here.`);
        continue;
      }
      const { aktiverade, misslyckade, avslutade, orsaker, olasta } = came.report;
      const varfor = Object.entries(orsaker).map(([orsak, antal]) => `${orsak} ${antal}`);
      console.log(
        `${tenant}: the night of ${night}: ${aktiverade} activated, ${misslyckade} failed${varfor.length > 0 ? ` (${varfor.join(', ')})` : ''}, ` +
          `${avslutade} ended, ${olasta} could not be read.`,
      );
    }
  } finally {
    await server.close();
  }
}

async function tellLost({ tenant, confirmed, blobs, options }: Extract<Command, { kind: 'blob-store-lost' }>): Promise<void> {
  const server = await startServer({ ...options, listen: false, importDir: undefined, tenant: undefined });
  try {
    const at = new Date().toISOString();
    const lost = await blobStoreLost(server.store, chooseBlobs(blobs, server.store), { tenant, confirmed, at });
    const what = `${lost.documents} documents of ${tenant}, ${lost.bytes} bytes,`;
    if (confirmed) server.app.log.warn({ tenant, ...lost }, 'the blob store is given up as lost: its documents count as not received');
    console.log(
      confirmed
        ? `${what} count as not received from now on. The new store is marked, and takes them.`
        : `${what} would count as not received. Each computer that has some of them is asked within a day of its next contact, and sends ` +
            'them. What no computer has any more is lost: its record stays, without bytes. Nothing was changed. ' +
            `To do it, give --confirm ${tenant} too.`,
    );
  } finally {
    await server.close();
  }
}
