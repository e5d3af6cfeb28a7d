import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { builtThreads } from '../core/built-threads.ts';
import { DataFolderTakenError, PortTakenError, startWebHost } from './start-web-host.ts';

/**
 * The web host as a process of its own, ended by SIGTERM, SIGINT or the end of its standard input. Prints one line of
 * JSON when it serves: `{ "url", "port" }`.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    server: { type: 'string' },
    tenant: { type: 'string' },
    port: { type: 'string', default: '0' },
    renderer: { type: 'string' },
    built: { type: 'string' },
  },
});
const { data, server, tenant, renderer, built } = values;
if (!data || !server || !tenant || !renderer) {
  console.error('usage: main.ts --data DIR --server URL --tenant NAME --renderer DIR [--built DIR] [--port N]');
  process.exit(2);
}

try {
  const threads =
    built === undefined ? undefined : builtThreads(pathToFileURL(`${built}/`), join(import.meta.dirname, '..', '..', 'resources'));
  const host = await startWebHost({ dataDir: data, serverUrl: server, tenant, rendererDir: renderer, threads, port: Number(values.port) });
  let _closing: Promise<void> | undefined;
  const close = () => {
    _closing ??= host.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
  // Whoever started it holds the other end: when that one dies, however it dies, this one ends too.
  process.stdin.on('end', close).resume();
  console.log(JSON.stringify({ url: host.url, port: host.port }));
} catch (error) {
  const isKnown = error instanceof PortTakenError || error instanceof DataFolderTakenError;
  console.error(isKnown ? error.message : error);
  process.exit(isKnown ? 3 : 1);
}
