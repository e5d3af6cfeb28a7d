import type { FastifyInstance } from 'fastify';

/**
 * Lets a closing server end as soon as the requests under way are answered. Node closes only connections that have been
 * used and are idle; one opened ahead of a request that never came would hold the server for minutes.
 */
export function drainOnClose(app: FastifyInstance): void {
  let underWay = 0;
  let closing = false;
  const closeWhenDone = () => {
    if (closing && underWay === 0) app.server.closeAllConnections();
  };
  app.server.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      closeWhenDone();
    });
  });
  app.addHook('preClose', async () => {
    closing = true;
    closeWhenDone();
  });
}
