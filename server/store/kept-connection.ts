import pg from 'pg';

/** Between tries; doubled after each that fails. */
const retryMs = 250;
const mostRetryMs = 5000;
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
  let pause = retryMs;
  let retry: NodeJS.Timeout | undefined;
  let connecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionTimeoutMillis: 10_000, query_timeout: answerMs, keepAlive: true, ...config });
    // Unheard, a broken connection's error would end the process.
    next.on('error', onError);
    let ended = false;
    next.once('end', () => {
      ended = true;
      // One that ends before it is of use is told by what is thrown below, and made anew once.
      if (client === next) connectLater();
    });
    try {
      await next.connect();
      await prepare(next);
      if (ended) throw new Error('The connection ended while it was prepared.');
    } catch (error) {
      await next.end().catch(onError);
      throw error;
    }
    client = next;
    pause = retryMs;
    const timer = setInterval(() => {
      // Ended with a question unanswered its socket is destroyed, and it is made anew.
      next.query('select 1').catch(() => void next.end().catch(onError));
    }, everyMs);
    next.once('end', () => clearInterval(timer));
  }

  function connectLater(): void {
    if (closed) return;
    retry = setTimeout(() => {
      connecting = connect().then(onAgain, (error: unknown) => {
        onError(error);
        pause = Math.min(mostRetryMs, pause * 2);
        connectLater();
      });
    }, pause);
  }

  await connect();
  return async () => {
    closed = true;
    clearTimeout(retry);
    await connecting;
    await client?.end();
  };
}
