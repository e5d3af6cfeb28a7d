import type { Backend, CallError, CallName, CallResult } from '../../shared/ipc/contract.ts';

/** The core as the renderer sees it, whoever carries the calls (shared/ipc/contract.ts). */
export type { Backend, CallError } from '../../shared/ipc/contract.ts';

/** A backend that also tells whether the road to the core itself is open; a window that lost its core says so. */
export type ConnectedBackend = Backend & {
  /** Called at once and at each change. @returns a function that ends it */
  onConnection(listener: (open: boolean) => void): () => void;
};

export const callFailed = <N extends CallName>(error: CallError): CallResult<N> => ({ ok: false, error });
