import type { CallName, CallResult, CoreEvent } from '../../../shared/ipc/contract.ts';
import type { RunningCore } from '../../core/keep-core.ts';

/** A core that answers each call with its name and input, and tells what it is told to. */
export function coreDouble() {
  const listeners = new Set<(event: CoreEvent) => void>();
  const end = Promise.withResolvers<void>();
  const calls: { name: string; input: unknown }[] = [];
  const core: RunningCore = {
    call: async (name, input) => {
      calls.push({ name, input });
      return { ok: true, value: { name, input } } as unknown as CallResult<CallName>;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => end.resolve(),
    ended: end.promise,
  };
  const tell = (event: CoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  return { core, calls, tell, die: end.resolve };
}
