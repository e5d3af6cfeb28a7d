import type { Backend, CallError, CallInput, CallName, CallOutput, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import { callFailed } from '../backend/backend.ts';

/** Thrown by a handler of a {@link memoryBackend} to answer with a failed call. */
export class CallFailure extends Error {
  readonly failure: CallError;
  constructor(failure: CallError) {
    super(failure.code);
    this.failure = failure;
  }
}

export type Handlers = { [N in CallName]?: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

/**
 * A backend in memory, for component tests: a table of handlers by call name. A call without handler fails with
 * `okant-anrop`, so that a test sees what it forgot.
 */
export function memoryBackend(handlers: Handlers): Backend & { calls: { name: CallName; input: unknown }[]; emit(event: CoreEvent): void } {
  const listeners = new Set<(event: CoreEvent) => void>();
  const calls: { name: CallName; input: unknown }[] = [];
  return {
    calls,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
      calls.push({ name, input });
      const handler = handlers[name];
      if (!handler) return callFailed({ code: 'okant-anrop', detail: name });
      try {
        return { ok: true, value: await handler(input) };
      } catch (error) {
        if (error instanceof CallFailure) return callFailed(error.failure);
        throw error;
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
