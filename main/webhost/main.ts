import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { builtThreads } from '../core/built-threads.ts';
import { DataFolderTakenError, PortTakenError, startWebHost } from './start-web-host.ts';

/** How long what still runs when all is closed may take to end. */
const lastMs = 2000;

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
  end(2);
} else await serve({ data, server, tenant, renderer });

type Asked = { data: string; server: string; tenant: string; renderer: string };

async function serve({ data, server, tenant, renderer }: Asked): Promise<void> {
  try {
    const threads =
      built === undefined ? undefined : builtThreads(pathToFileURL(`${built}/`), join(import.meta.dirname, '..', '..', 'resources'));
    const host = await startWebHost({
      dataDir: data,
      serverUrl: server,
      tenant,
      rendererDir: renderer,
      threads,
      port: Number(values.port),
    });
    let closing = false;
    const close = () => {
      if (closing) return;
      closing = true;
      host.close().then(
        () => end(0),
        (error: unknown) => {
          console.error(error);
          end(1);
        },
      );
    };
    // Asked again while it closes, it goes on closing.
    process.on('SIGTERM', close);
    process.on('SIGINT', close);
    // Whoever started it holds the other end: when that one dies, however it dies, this one ends too.
    process.stdin.on('end', close).resume();
    console.log(JSON.stringify({ url: host.url, port: host.port }));
  } catch (error) {
    const isKnown = error instanceof PortTakenError || error instanceof DataFolderTakenError;
    console.error(isKnown ? error.message : error);
    end(isKnown ? 3 : 1);
  }
}

/**
 * Ends the process by itself, when nothing is left of it: what was said is out by then, also through a pipe, and no thread is cut off while it writes. What
 * still hangs is not waited for.
 */
function end(code: number): void {
  process.exitCode = code;
  process.stdin.destroy();
  setTimeout(() => process.exit(), lastMs).unref();
}
