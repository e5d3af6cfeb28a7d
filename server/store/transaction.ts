import type pg from 'pg';

/**
 * A transaction whose statements are sent without waiting for each other's answers (PostgreSQL's pipelining): what belongs
 * together is one journey. Each statement still sees what was committed when it begins, locks taken before it included.
 */
export type Burst = {
  /** @param name of the prepared statement; one text a name. Always awaited together with what was sent beside it. */
  query<Row>(name: string, text: string, values: unknown[]): Promise<Row[]>;
  /** Sent right behind the last statements. When one of them failed PostgreSQL rolls back instead. */
  commit(): Promise<void>;
};

/** Runs `work` in a transaction (read committed); without a commit, or when it throws, nothing of it stays. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: Burst) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let open = true;
  const sent: Promise<unknown>[] = [];
  const send = <Row extends pg.QueryResultRow>(query: pg.QueryConfig | string): Promise<pg.QueryResult<Row>> => {
    const answer = connection.query<Row>(query);
    // Heard of where it is awaited; what is sent beside it may fail first.
    sent.push(answer.catch(() => undefined));
    return answer;
  };
  let broken: Error | undefined;
  try {
    void send('begin');
    return await work({
      query: async <Row>(name: string, text: string, values: unknown[]) => (await send({ name, text, values })).rows as Row[],
      async commit() {
        const { command } = await send('commit');
        open = false;
        // The statement that failed says why; its error is what the caller hears of.
        if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
      },
    });
  } finally {
    await Promise.all(sent);
    if (open) await connection.query('rollback').catch((error: Error) => (broken = error));
    connection.release(broken);
  }
}
