import type { ProtocolErrorCode } from '../../shared/protocol/protocol.ts';

/** A request that brought no usable answer. Without `code` the server was not reached, or did not answer as a server of ours. */
export class TransportError extends Error {
  readonly code: ProtocolErrorCode | undefined;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs: number | undefined;
  /** The server's own epoch, told with `epoch-changed`. */
  readonly epoch: string | undefined;

  constructor(
    message: string,
    about: { code?: ProtocolErrorCode | undefined; retryAfterMs?: number | undefined; epoch?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: about.cause });
    this.name = 'TransportError';
    this.code = about.code;
    this.retryAfterMs = about.retryAfterMs;
    this.epoch = about.epoch;
  }
}
