import type { Backend, CallError, CallInput, CallName, CallOutput, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import { createVyminne } from '../../shared/ipc/vysvar.ts';
import { callFailed } from '../backend/backend.ts';

/** Thrown by a {@link Script} to answer with a failed call. */
export class CallFailure extends Error {
  readonly failure: CallError;
  constructor(failure: CallError) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Answers of named calls, instead of the real one or around it: a fault, a lost answer, a call that waits. */
export type Script = {
  [N in CallName]?: (input: CallInput<N>, real: () => Promise<CallOutput<N>>) => CallOutput<N> | Promise<CallOutput<N>>;
};

/**
 * A backend that answers some calls as a test has written, and hands the rest to a real one. Without a real one the rest fail
 * with `okant-anrop`: for tests of how answers are taken, whatever they are, and of what is host and network.
 */
export function scriptedBackend(script: Script, real?: Backend) {
  const listeners = new Set<(event: CoreEvent) => void>();
  const calls: { name: CallName; input: unknown }[] = [];
  const vysvar = createVyminne(() => crypto.randomUUID());
  /** All that the page was told. */
  const answers: unknown[] = [];

  async function answer<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
    const ask = async (): Promise<CallResult<N>> => (real ? real.call(name, input) : callFailed({ code: 'okant-anrop', detail: name }));
    const scripted = Object.hasOwn(script, name) ? script[name] : undefined;
    if (!scripted) return ask();
    const value = async () => {
      const result = await ask();
      if (!result.ok) throw new CallFailure(result.error);
      return result.value;
    };
    try {
      return { ok: true, value: await scripted(input, value) };
    } catch (error) {
      if (error instanceof CallFailure) return callFailed(error.failure);
      throw error;
    }
  }

  async function one<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
    calls.push({ name, input });
    return answer(name, input);
  }

  /** A view read by `vy.las` is a call of the view. */
  async function readView(vy: CallInput<'vy.las'>): Promise<CallResult<'vy.las'>> {
    if (real && !Object.hasOwn(script, vy.name)) {
      calls.push({ name: vy.name, input: vy.input });
      return real.call('vy.las', vy);
    }
    const read = await one(vy.name, vy.input);
    return read.ok ? { ok: true, value: vysvar(vy.har, structuredClone(read.value)) } : read;
  }

  return {
    calls,
    answers,
    emit(event: CoreEvent): void {
      answers.push(event);
      for (const listener of listeners) listener(event);
    },
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
      const result = await (name === 'vy.las' ? (readView(input as CallInput<'vy.las'>) as Promise<CallResult<N>>) : one(name, input));
      answers.push(result);
      return result;
    },
    subscribe(listener: (event: CoreEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
