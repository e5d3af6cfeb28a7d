import pg from 'pg';

const retryMs = 250;

/**
 * A connection of its own that is made anew whenever it is lost, until it is closed.
 * @param prepare what each connection is for; when it fails, that connection counts as lost
 * @param onAgain it was lost, and is there again
 * @returns ends it
 * @throws when the first connection fails
 */
export async function keepConnected(
  config: pg.ClientConfig,
  prepare: (client: pg.Client) => Promise<unknown>,
  { onError, onAgain }: { onError: (error: unknown) => void; onAgain?: () => void },
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let connecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
    // Unheard, a broken connection's error would end the process.
    next.on('error', onError);
    try {
      await next.connect();
      next.on('end', connectLater);
      await prepare(next);
      client = next;
    } catch (error) {
      next.off('end', connectLater);
      await next.end().catch(onError);
      throw error;
    }
  }

  function connectLater(): void {
    if (closed) return;
    retry = setTimeout(() => {
      connecting = connect().then(onAgain, (error: unknown) => {
        onError(error);
        connectLater();
      });
    }, retryMs);
  }

  await connect();
  return async () => {
    closed = true;
    clearTimeout(retry);
    await connecting;
    await client?.end();
  };
}
