import type { Backend, CallInput, CallName, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';

/** What Electron's preload script exposes as `window.aktnara` (main/preload). */
export type AktnaraBridge = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
};

declare global {
  interface Window {
    aktnara?: AktnaraBridge;
  }
}

export const preloadBackend = (bridge: AktnaraBridge): Backend => ({
  call: (name, input) => bridge.call(name, input),
  subscribe: (listener) => bridge.subscribe(listener),
});
