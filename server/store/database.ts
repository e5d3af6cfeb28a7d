import { type ColumnType, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/** Every table is keyed by tenant first, so that it shards by municipality. See migrations/ for what each column means. */
export type Tables = {
  tenant: {
    tenant: string;
    kommun: string;
    epoch: string;
    version: number;
    catalogue_version: number;
    horizon: number;
    token_secret: string;
  };
  client: { tenant: string; client_id: string; anvandare_id: string; last_seq: number };
  record: {
    tenant: string;
    id: string;
    type: string;
    scope: string;
    version: number;
    schema: number;
    data: ColumnType<unknown, string, string>;
    buckets: string[];
    /** Of a person; the database keeps it by the document, and as it was when the document is broken. */
    nummer: ColumnType<string | null, never, never>;
  };
  bucket_entry: { tenant: string; bucket: string; scope: string; record_id: string; version: number; present: boolean };
  bucket_digest: { tenant: string; bucket: string; count: number; digest: number };
  command_log: {
    tenant: string;
    client_id: string;
    seq: number;
    command_id: string;
    repeat: boolean;
    anvandare_id: string;
    name: string;
    input_version: number;
    input: ColumnType<unknown, string, never>;
    client_at: string;
    server_at: string;
    outcome: 'ok' | 'refused';
    code: string | null;
    field: string | null;
    version: number;
  };
  blob_part: { tenant: string; object: string; document: string; start: number; length: number; done: boolean; at: string };
  blob_received: { tenant: string; document: string; sha256: string; at: string };
  blob_key: { tenant: string; nr: number; wrapped: Buffer };
  night: {
    tenant: string;
    night: string;
    begun_at: string;
    done_at: string | null;
    holder: string | null;
    held_until: Date | null;
    report: ColumnType<unknown, string | null, string | null>;
  };
  notis: {
    tenant: string;
    handelse: string;
    mottagare: string;
    kanal: string;
    id: string;
    person_id: string;
    slag: string;
    lage: string;
    queued_at: string;
    next_at: string;
    tries: number;
    first_try_at: string | null;
    holder: string | null;
    held_until: Date | null;
    orsak: string | null;
    svar: string | null;
    done_at: string | null;
    told: boolean;
  };
  digital_post: {
    tenant: string;
    id: string;
    first_try_at: string;
    next_at: string;
    tries: number;
    maybe: boolean;
    held_until: Date | null;
  };
  portal_session: {
    tenant: string;
    hash: string;
    personnummer: string;
    fornamn: string;
    efternamn: string;
    seen_at: string;
    ends_at: string;
    godkannande_id: string | null;
  };
  portal_inloggning: {
    tenant: string;
    hash: string;
    provider: string;
    checks: ColumnType<unknown, string, never>;
    ingang: string | null;
    ends_at: string;
  };
  portal_kontakt: {
    tenant: string;
    id: string;
    person_id: string;
    utredning_id: string;
    anvandare_id: string | null;
    enhet: string | null;
    fran: string;
    tom: string | null;
  };
  portal_inkomst: { tenant: string; blankett_id: string; ifyllt: string; rev: string; saved_at: string };
  portal_foljt: { tenant: string; version: number };
  portal_ansokan: {
    tenant: string;
    id: string;
    personnummer: string;
    fornamn: string;
    efternamn: string;
    ingang: string;
    insats_id: string | null;
    insats: string;
    text: string;
    telefon: string;
    epost: string;
    rev: string;
    saved_at: string;
    sent_at: string | null;
    eansokan_id: string | null;
    command_id: string | null;
    handed_at: string | null;
    lage: string | null;
    lage_at: string | null;
  };
  access_log: {
    tenant: string;
    id: string;
    anvandare_id: string;
    client_id: string;
    client_at: string;
    server_at: string;
    action: string;
    person_id: string | null;
    detail: string | null;
  };
};

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
/** Where a read may run: in a transaction, or on its own. */
export type Reader = Database | Tx;

/** PostgreSQL's int8 as a number: versions and seqs stay far below 2^53. */
const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)),
};

export type Timeouts = {
  /** For one statement, at PostgreSQL. */
  statementMs: number;
  /** For one lock, at PostgreSQL. */
  lockMs: number;
  /** For the next statement of a transaction, at PostgreSQL: one that we have forgotten lets go of its locks. */
  idleMs: number;
  /** For PostgreSQL's answer, here: a road that has died without a word tells nothing else. */
  answerMs: number;
};

/** @param statementMs and `lockMs` as the operator says; the others follow from them */
export const timeoutsOf = ({ statementMs = 30_000, lockMs = 10_000 }: Partial<Timeouts>): Timeouts => ({
  ...{ statementMs, lockMs },
  ...{ idleMs: statementMs + 30_000, answerMs: statementMs + 10_000 },
});

/**
 * @param connections at most so many at once; more wait
 * @param timeouts none for what may take its time: migrations, bulk loads
 * @returns the pool for transactions that are sent in bursts (transaction.ts), and the same as queries that wait for each other
 */
export function openDatabase(
  url: string,
  connections: number,
  onError: (error: Error) => void,
  timeouts?: Timeouts,
): { pool: pg.Pool; db: Database } {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...(timeouts
      ? {
          statement_timeout: timeouts.statementMs,
          lock_timeout: timeouts.lockMs,
          idle_in_transaction_session_timeout: timeouts.idleMs,
          query_timeout: timeouts.answerMs,
        }
      : {}),
    application_name: 'aktnara',
    // What does not wait for an answer is sent at once: a commit goes with the statement before it.
    pipeline: true,
  } as pg.PoolConfig);
  // A connection that breaks is replaced by the pool; unheard, its error would end the process. The pool itself hears only those that
  // are idle, not those that a transaction holds.
  pool.on('connect', (connection) => connection.on('error', onError));
  pool.on('error', () => undefined);
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}
