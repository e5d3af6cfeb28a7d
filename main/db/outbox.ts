import type Database from 'better-sqlite3';
import type { OutboxState } from './ports.ts';

export type StoredCommand = {
  nr: number;
  id: string;
  seq: number;
  name: string;
  version: number;
  input: string;
  scope: string;
  at: string;
  state: OutboxState;
  active: 0 | 1;
  quiet: 0 | 1;
  answered_at: string | null;
  server_version: number | null;
  rejection: string | null;
  form: string | null;
};
/** A document, and the name of its bytes. */
type Filing = { id: string; sha256: string };
type NewCommand = Pick<StoredCommand, 'id' | 'seq' | 'name' | 'version' | 'input' | 'scope' | 'at' | 'quiet' | 'form'>;
type Answer = Pick<StoredCommand, 'id'> & { at: string; version: number | null };

const unanswered: readonly OutboxState[] = ['queued', 'sent'];
const unsent: readonly OutboxState[] = [...unanswered, 'waiting'];
/** What stands nowhere but here: without an answer, or refused and not decided on. */
const kept: readonly OutboxState[] = [...unsent, 'refused'];
export const isUnsent = (state: unknown): boolean => unsent.some((one) => one === state);
export const isKept = (state: unknown): boolean => kept.some((one) => one === state);

/** As the indexes spell it: only so does SQLite use them. */
const among = (states: readonly OutboxState[]): string => `state IN (${states.map((state) => `'${state}'`).join(', ')})`;
/** What a command names of a document, as `namedBytes` finds it. */
const named = (falt: 'dokumentId' | 'sha256') => `coalesce(input ->> '$.handling.${falt}', input ->> '$.${falt}')`;
const isUnanswered = among(unanswered);
const isToKeep = among(kept);
const isDone = among(['received', 'settled']);

/** The table `outbox`: the user's commands, on their way to the server and with its word. Writes run within the caller's transaction. */
export function createOutbox(db: Database.Database) {
  const insert = db.prepare<[NewCommand]>(`
    INSERT INTO outbox (id, seq, name, version, input, scope, at, state, active, quiet, form)
    VALUES (@id, @seq, @name, @version, @input, @scope, @at, 'queued', 1, @quiet, @form)`);
  const all = db.prepare<[], StoredCommand>('SELECT * FROM outbox ORDER BY nr');
  const one = db.prepare<[string], StoredCommand>('SELECT * FROM outbox WHERE id = ?');
  const open = db.prepare<[string], StoredCommand>(`SELECT * FROM outbox WHERE id = ? AND ${isUnanswered}`);
  const oldest = db.prepare<[number], StoredCommand>(`SELECT * FROM outbox WHERE ${isUnanswered} ORDER BY seq LIMIT ?`);
  const toKeep = db.prepare<[], StoredCommand>(`SELECT * FROM outbox WHERE ${isToKeep} ORDER BY nr`);
  const anyToKeep = db.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM outbox WHERE ${isToKeep})`).pluck();
  const anyUnsent = db
    .prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM outbox WHERE ${isToKeep} AND state <> 'refused' AND quiet = 0)`)
    .pluck();
  const countUnsent = db.prepare<[], number>(`SELECT count(*) FROM outbox WHERE ${isToKeep} AND state <> 'refused' AND quiet = 0`).pluck();
  const filings = db.prepare<[], Filing>(`
    SELECT ${named('dokumentId')} AS id, ${named('sha256')} AS sha256 FROM outbox
    WHERE ${isToKeep} AND ${named('dokumentId')} IS NOT NULL AND ${named('sha256')} IS NOT NULL`);
  const settledFiling = db
    .prepare<[string], string>(`
    SELECT state FROM outbox WHERE ${isDone} AND ${named('dokumentId')} = ? AND ${named('sha256')} IS NOT NULL ORDER BY state LIMIT 1`)
    .pluck();
  const refused = db.prepare<[], { name: string; rejection: string }>(
    `SELECT name, rejection FROM outbox WHERE state = 'refused' AND quiet = 0`,
  );
  const activeScopes = db.prepare<[], string>('SELECT DISTINCT scope FROM outbox WHERE active = 1').pluck();
  const activeIn = db.prepare<[string], StoredCommand>(
    'SELECT * FROM outbox WHERE active = 1 AND scope IN (SELECT value FROM json_each(?)) ORDER BY nr',
  );
  const arrived = db
    .prepare<[number], string>(`SELECT DISTINCT scope FROM outbox WHERE active = 1 AND state = 'received' AND server_version <= ?`)
    .pluck();
  const unfinished = db.prepare<[], number>(`SELECT nr FROM outbox WHERE ${isToKeep} AND state <> 'refused' ORDER BY nr`).pluck();

  const markSent = db.prepare(`UPDATE outbox SET state = 'sent' WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?))`);
  const receive = db.prepare<[Answer & { active: 0 | 1 }]>(
    `UPDATE outbox SET state = 'received', answered_at = @at, server_version = @version, active = @active WHERE id = @id`,
  );
  const setAside = db.prepare<[Answer & { rejection: string }]>(
    `UPDATE outbox SET state = 'waiting', answered_at = @at, rejection = @rejection WHERE id = @id`,
  );
  const setAsideBefore = db
    .prepare<[string, string | null], number>(
      `SELECT nr FROM outbox WHERE state = 'waiting' AND (answered_at < ? OR scope = ?) ORDER BY nr`,
    )
    .pluck();
  const refuse = db.prepare<[Answer & { rejection: string }]>(`
    UPDATE outbox SET state = iif(quiet, 'settled', 'refused'), active = 0, answered_at = @at, server_version = @version,
      rejection = @rejection WHERE id = @id`);
  const settle = db.prepare(`UPDATE outbox SET state = 'settled' WHERE id = ? AND state = 'refused'`);
  const withdraw = db.prepare(`UPDATE outbox SET state = 'settled', active = 0, answered_at = ? WHERE id = ? AND state = 'queued'`);
  const refusedIn = db.prepare<[string, string], StoredCommand>(`
    SELECT * FROM outbox WHERE state = 'refused' AND quiet = 0 AND scope = ?
      AND rejection ->> 'code' IN (SELECT value FROM json_each(?)) ORDER BY nr`);
  const deactivate = db.prepare(`UPDATE outbox SET active = 0 WHERE active = 1 AND state = 'received' AND server_version <= ?`);
  const requeue = db.prepare(`
    UPDATE outbox SET state = 'queued', active = 1, answered_at = NULL, server_version = NULL WHERE state = 'received'`);
  const countReceived = db.prepare<[], number>("SELECT count(*) FROM outbox WHERE state = 'received' AND quiet = 0").pluck();
  const dropReceipts = db.prepare(`DELETE FROM outbox WHERE scope = ? AND ${isDone}`);
  const dropReceiptsNaming = db.prepare(`DELETE FROM outbox WHERE scope = ? AND ${isDone} AND instr(input, ?) > 0`);
  const setSeq = db.prepare(`UPDATE outbox SET seq = ?, state = 'queued', answered_at = NULL, rejection = NULL WHERE nr = ?`);
  const moveUp = db.prepare(`UPDATE outbox SET seq = seq - 1 WHERE ${isUnanswered} AND seq > ?`);
  const pruneQuiet = db.prepare(`DELETE FROM outbox WHERE ${isDone} AND quiet = 1 AND active = 0`);
  const pruneOld = db.prepare(`DELETE FROM outbox WHERE ${isDone} AND quiet = 0 AND active = 0 AND answered_at < ?`);

  return {
    /** Queued, and active: its effects are not among the server's records here. */
    insert(command: NewCommand): void {
      insert.run(command);
    },
    all: (): StoredCommand[] => all.all(),
    one: (id: string): StoredCommand | undefined => one.get(id),
    /** That command, while the server has not answered it. */
    open: (id: string): StoredCommand | undefined => open.get(id),
    unanswered: (limit: number): StoredCommand[] => oldest.all(limit),
    /** Those that {@link isKept}. */
    toKeep: (): StoredCommand[] => toKeep.all(),
    anyToKeep: (): boolean => anyToKeep.get() === 1,
    /** The user's own that the server has not decided. */
    unsent: (): number => countUnsent.get() ?? 0,
    /** Documents that are to be filed, with the names of their bytes. */
    filings: (): Filing[] => filings.all(),
    /** A document was not filed, and the user is done with that; none of it was taken. */
    isFilingSettled: (id: string): boolean => settledFiling.get(id) === 'settled',
    anyUnsent: (): boolean => anyUnsent.get() === 1,
    refused: () => refused.all(),
    /** Those of a scope that were refused with one of these codes, in the order they were given. */
    refusedIn: (scope: string, codes: readonly string[]): StoredCommand[] => refusedIn.all(scope, JSON.stringify(codes)),
    activeScopes: (): string[] => activeScopes.all(),
    /** Active commands of these scopes, in the order they were given. */
    activeIn: (scopes: Iterable<string>): StoredCommand[] => activeIn.all(JSON.stringify([...scopes])),
    /** Scopes of commands whose effects are among the server's records once all is here up to a version. */
    arrivedScopes: (covered: number): string[] => arrived.all(covered),

    markSent(ids: string[]): void {
      markSent.run(JSON.stringify(ids));
    },
    receive(answer: Answer & { active: 0 | 1 }): void {
      receive.run(answer);
    },
    refuse(answer: Answer & { rejection: string }): void {
      refuse.run(answer);
    },
    /** Kept with its effect, and not sent until {@link sendAgain}. */
    setAside(answer: Answer & { rejection: string }): void {
      setAside.run(answer);
    },
    /**
     * Queues anew what was set aside before an instant, or in a scope.
     * @param next the next number of the queue
     * @returns the one after those that were given
     */
    sendAgain({ before = '', scope = null }: { before?: string; scope?: string | null }, next: number): number {
      const numbers = setAsideBefore.all(before, scope);
      numbers.forEach((nr, index) => {
        setSeq.run(next + index, nr);
      });
      return next + numbers.length;
    },
    /** Taken out of the queue before it was sent. */
    withdraw(id: string, at: string): void {
      withdraw.run(at, id);
    },
    settle(id: string): void {
      settle.run(id);
    },
    deactivate(covered: number): void {
      deactivate.run(covered);
    },
    /** What the server has taken of an akt that is no longer here, and what the user is done with. */
    dropReceipts(scope: string): void {
      dropReceipts.run(scope);
    },
    /** Those of them that name a record which the user may no longer read. */
    dropReceiptsNaming(scope: string, id: string): void {
      dropReceiptsNaming.run(scope, id);
    },
    countReceived: (): number => countReceived.get() ?? 0,
    /** What was acknowledged is to be sent again. */
    requeue(): void {
      requeue.run();
    },
    /** Numbers what waits from 1, as a new client of the server does. @returns the next number */
    renumber(): number {
      const numbers = unfinished.all();
      numbers.forEach((nr, index) => {
        setSeq.run(index + 1, nr);
      });
      return numbers.length + 1;
    },
    /** Those after a number that was taken out of the row. */
    moveUp(after: number): void {
      moveUp.run(after);
    },
    /** Answers older than an instant; those of housekeeping whenever. */
    prune(before: string): void {
      pruneQuiet.run();
      pruneOld.run(before);
    },
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
