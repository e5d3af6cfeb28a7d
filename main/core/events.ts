import type { CoreEvent } from '../../shared/ipc/contract.ts';

/** Tells every listener; one that throws does not keep the others from hearing. */
export function createEvents(onFault: (error: unknown) => void) {
  const listeners = new Set<(event: CoreEvent) => void>();
  let scopes = new Set<string>();
  const emit = (event: CoreEvent) => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        onFault(error);
      }
    }
  };
  return {
    emit,
    /** Scopes that changed within one tick are told together. */
    changed(more: string[]): void {
      if (more.length === 0) return;
      if (scopes.size === 0) {
        queueMicrotask(() => {
          const told = [...scopes];
          scopes = new Set();
          emit({ event: 'andrat', scopes: told });
        });
      }
      for (const scope of more) scopes.add(scope);
    },
    subscribe(listener: (event: CoreEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
