import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BuiltThreads } from '../core/built-threads.ts';
import { startCoreWorker } from '../core/core-host.ts';
import { DataFolderTakenError, holdDataFolder } from '../core/data-folder.ts';
import { fileKeyStore } from '../core/file-key-store.ts';
import { keepCore, type RunningCore } from '../core/keep-core.ts';
import { consoleLog, describeError } from '../core/log.ts';
import { cupsSkrivare } from './cups.ts';
import { createGuard } from './guard.ts';
import { pageHandler } from './pages.ts';
import { frameBytes, relay } from './relay.ts';

export { DataFolderTakenError };

export type WebHostOptions = {
  /** Replicas, keys and drafts of this computer. */
  dataDir: string;
  /** The central server's base URL. */
  serverUrl: string;
  /** The municipality. */
  tenant: string;
  /** 0 = any free one. */
  port?: number;
  /** The built renderer. */
  rendererDir: string;
  /** The core's threads as they are built; without it they run from their sources. */
  threads?: BuiltThreads | undefined;
  /** Starts the core; the worker thread unless a test brings another. */
  startCore?: () => RunningCore | Promise<RunningCore>;
  /** Hears of faults; never of case data. */
  report?: (message: string, cause?: unknown) => void;
};
export type WebHost = {
  /** Opens the window once; later ones are refused unless they bring the cookie it gave. */
  url: string;
  port: number;
  /** Another URL that opens a window once. */
  newUrl(): string;
  /** Ends sockets, core and port, with everything on disk. */
  close(): Promise<void>;
};

/** The port asked for is in use by another program. */
export class PortTakenError extends Error {
  readonly port: number;
  constructor(port: number, cause?: unknown) {
    super(`port ${port} on 127.0.0.1 is in use by another program`, { cause });
    this.name = 'PortTakenError';
    this.port = port;
  }
}

const logged = (message: string, cause?: unknown) => consoleLog({ event: message, ...(cause === undefined ? {} : describeError(cause)) });

/**
 * Starts the core in its worker and serves the renderer to one browser on this machine.
 * @throws PortTakenError, DataFolderTakenError
 */
export async function startWebHost({
  dataDir,
  serverUrl,
  tenant,
  port = 0,
  rendererDir,
  threads,
  report = logged,
  ...rest
}: WebHostOptions): Promise<WebHost> {
  const http = createServer();
  const listening = await listen(http, port);
  const guard = createGuard(listening);

  let letGo = () => {};
  let core: RunningCore;
  try {
    letGo = holdDataFolder(dataDir);
    const skrivare = rest.startCore ? undefined : await cupsSkrivare();
    const startCore =
      rest.startCore ??
      (() => startCoreWorker({ dataDir, serverUrl, tenant, skrivare, ...threads, keys: fileKeyStore(join(dataDir, 'nycklar')) }));
    core = await keepCore({ start: startCore, report });
  } catch (error) {
    letGo();
    http.close();
    throw error;
  }

  const pages = pageHandler(guard, rendererDir);
  http.on('request', (request, response) => {
    pages(request, response).catch((error: unknown) => {
      report('a page was not served', error);
      response.destroy();
    });
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameBytes });
  relay(sockets, core);
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy()); // the other end went while it was being judged
    const verdict = guard.checkUpgrade(request);
    if (!verdict.pass || request.url !== '/ws') {
      socket.end(`HTTP/1.1 ${verdict.pass ? '404 Not Found' : '403 Forbidden'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });

  return {
    url: guard.startUrl(),
    port: listening,
    newUrl: () => guard.startUrl(),
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      sockets.close(); // no new ones
      // What was called is answered by then: a window that is not told of what is on disk would say that it is not.
      await core.close();
      await Promise.all([...sockets.clients].map(hangUp));
      http.closeAllConnections();
      await closed;
      letGo();
    },
  };
}

/** How long a window has to take its last answers. */
const lastMs = 2000;

/** What it was sent goes out first. */
const hangUp = (client: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => client.terminate(), lastMs);
    client.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    client.close(1001, 'closing');
  });

/** Loopback only: nothing outside this machine reaches the port. */
function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error) => reject('code' in error && error.code === 'EADDRINUSE' ? new PortTakenError(port, error) : error));
    http.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port));
  });
}
