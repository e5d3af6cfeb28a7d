import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A road to a database on which what is sent can be lost without a word.
 * @param ends takes what ends it
 * @returns `swallow`: from now on nothing gets through on the connections there are, no goodbye either; those made later are sound
 */
export async function road(to: string, ends: (() => unknown)[]): Promise<{ url: string; swallow(): void }> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => onto.write(data));
      from.on('close', () => onto.destroy()).on('error', () => onto.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  return {
    url: url.href,
    swallow() {
      // Not read from, a socket does not answer a goodbye either.
      for (const socket of sockets) socket.pause();
    },
  };
}
