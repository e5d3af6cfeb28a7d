import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

/** This file is both: who asks, and the process that answers. */
const file = fileURLToPath(import.meta.url);

/** A process that keeps what is PUT in memory and gives it back: what HTTP itself takes. */
export function bareHttpUrl(): Promise<{ url: string; stop: () => void }> {
  const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (url) => resolve({ url: String(url), stop: () => void child.kill() }));
  });
}

function serve(): void {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (request.method === 'GET') {
      response.end(kept.get(url));
      return;
    }
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      kept.set(url, Buffer.concat(pieces));
      response.end();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`);
  });
}

if (process.argv[1] === file && process.send) serve();
