/**
 * What went wrong with the index of the notes. Its cause may be what the replica's own faults are (a damaged file, a full disk), and is never the
 * replica's: nothing but the index is to be thrown away for it.
 */
export class FritextFault extends Error {
  /** The cause's. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The index of the notes failed', { cause });
    this.name = 'FritextFault';
    const { code, stack } = cause instanceof Error ? (cause as Error & { code?: unknown }) : {};
    this.code = typeof code === 'string' ? code : undefined;
    if (stack !== undefined) this.stack = stack;
  }
}
