import type { Backend, CallError, CallInput, CallName, CallOutput, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import { createVyminne } from '../../shared/ipc/vysvar.ts';
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
  const vysvar = createVyminne(() => crypto.randomUUID());
  async function answer<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
    calls.push({ name, input });
    const handler = handlers[name];
    if (!handler) return callFailed({ code: 'okant-anrop', detail: name });
    try {
      return { ok: true, value: await handler(input) };
    } catch (error) {
      if (error instanceof CallFailure) return callFailed(error.failure);
      throw error;
    }
  }
  return {
    calls,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    /** A view read by `vy.las` is a call of the view. */
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
      if (name !== 'vy.las') return answer(name, input);
      const { name: vy, input: vyInput, har } = input as CallInput<'vy.las'>;
      const read = await answer(vy, vyInput);
      return read.ok ? ({ ok: true, value: vysvar(har, structuredClone(read.value)) } as CallResult<N>) : read;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
