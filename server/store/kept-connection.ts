import pg from 'pg';

const retryMs = 250;
/** A road that has died without a word is noticed by asking: a connection that only listens would wait on it for ever. */
const asking = { everyMs: 20_000, answerMs: 10_000 };

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
  { everyMs, answerMs }: typeof asking = asking,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let connecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionTimeoutMillis: 10_000, keepAlive: true, ...config });
    // Unheard, a broken connection's error would end the process.
    next.on('error', onError);
    try {
      await next.connect();
      next.on('end', connectLater);
      await prepare(next);
      client = next;
      const timer = setInterval(() => {
        // Ended with a question unanswered its socket is destroyed, and it is made anew.
        const unanswered = setTimeout(() => void next.end().catch(onError), answerMs);
        next.query('select 1').then(
          () => clearTimeout(unanswered),
          () => clearTimeout(unanswered),
        );
      }, everyMs);
      next.on('end', () => clearInterval(timer));
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
