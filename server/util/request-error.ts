import type { ProtocolErrorCode } from '../../shared/protocol/protocol.ts';

/** A whole request that is refused, as the protocol names it. A single command's refusal is a result, not an error. */
export class RequestError extends Error {
  readonly code: ProtocolErrorCode;
  /** The server's epoch, where the client must learn it. */
  readonly epoch: string | undefined;
  constructor(code: ProtocolErrorCode, message: string, epoch?: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.epoch = epoch;
  }
}
