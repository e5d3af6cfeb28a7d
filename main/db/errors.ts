/** What can be wrong with the replica as a whole. A part of the call error codes of shared/ipc, whose words the renderer has. */
export type ReplicaErrorCode = 'disken-full' | 'databasen-fel-nyckel' | 'databasen-okrypterad' | 'databasen-skadad' | 'databasen-nyare';

/** What `databasen-skadad` is about: its pages, the whole file, its write-ahead log, or an older file in its place. */
export type Forlust = 'skadad' | 'saknas' | 'loggen' | 'aldre';

export class ReplicaError extends Error {
  readonly code: ReplicaErrorCode;
  readonly forlust: Forlust;
  constructor(code: ReplicaErrorCode, { forlust = 'skadad', ...options }: { cause?: unknown; forlust?: Forlust } = {}) {
    super(code, options);
    this.name = 'ReplicaError';
    this.code = code;
    this.forlust = forlust;
  }
}

/** SHMSIZE: the index of the write-ahead log could not grow. */
const fullCodes = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'];

/** SQLite's result codes (https://sqlite.org/rescode.html) that have a meaning to the user; others pass unchanged. */
export function toReplicaError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return error;
  if (fullCodes.includes(code)) return new ReplicaError('disken-full', { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new ReplicaError('databasen-skadad', { cause: error });
  return error;
}

export function isDiskFull(error: unknown): boolean {
  const known = toReplicaError(error);
  return known instanceof ReplicaError && known.code === 'disken-full';
}

/** The same object, whose methods throw {@link ReplicaError} where SQLite's own error has such a meaning. */
export function withReplicaErrors<T extends object>(methods: T): T {
  const guarded = Object.entries(methods).map(([name, method]) => [
    name,
    (...args: unknown[]) => {
      try {
        return method(...args);
      } catch (error) {
        throw toReplicaError(error);
      }
    },
  ]);
  return Object.fromEntries(guarded) as T;
}
