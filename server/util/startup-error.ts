export type StartupErrorCode =
  | 'bad-setting'
  | 'port-taken'
  | 'address-unusable'
  | 'database-unreachable'
  | 'database-newer'
  | 'database-failed'
  | 'data-dir-unusable'
  | 'data-dir-in-use'
  | 'import-failed'
  | 'tenant-missing';

/** Why the server cannot start, in words for the person who started it: no stack, what to do next. */
export class StartupError extends Error {
  readonly code: StartupErrorCode;
  constructor(code: StartupErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartupError';
    this.code = code;
  }
}
