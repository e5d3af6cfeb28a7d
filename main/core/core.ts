import { type CallName, type CallResult, calls } from '../../shared/ipc/contract.ts';
import { fail, ok } from '../../shared/util/result.ts';
import { CallFailure } from '../services/service.ts';
import { toCallError } from './call-error.ts';
import type { CoreOptions } from './core-options.ts';
import { coreDeps } from './deps.ts';
import { createGate } from './gate.ts';
import type { RunningCore } from './keep-core.ts';
import type { OwnDocuments } from './own-documents.ts';
import { parseCall } from './parse-call.ts';
import { createSession } from './session.ts';

export type Core = Pick<RunningCore, 'call' | 'subscribe' | 'close'> & {
  /** Ends it as a killed process would: nothing is flushed or closed. For tests and the simulation. */
  crash(): void;
  /** The signed-in user's documents. @throws CallFailure when nobody is signed in, or they cannot be opened */
  documents(): OwnDocuments;
};

/**
 * The core: replica, services and sync behind the calls of shared/ipc. Plain Node; runs in the process that makes it, in a
 * worker thread ({@link ./worker.ts}) or in a simulation.
 */
export function createCore(options: CoreOptions): Core {
  const deps = coreDeps(options);
  const gate = createGate();
  const session = createSession(deps, gate);
  let closed = false;

  async function answer(name: CallName, input: unknown): Promise<unknown> {
    switch (name) {
      case 'session.loggaIn':
        return session.signIn((input as { anvandareId: string }).anvandareId);
      case 'session.loggaUt':
        return session.signOut();
      case 'session.anvandare':
        return session.choices();
    }
    // A call made while the user signs in is that user's; otherwise calls are answered as they come, in their order.
    if (!gate.isOpen) await gate.settled();
    switch (name) {
      case 'session.hamta':
        return session.view();
      case 'status.hamta':
        return session.status();
      case 'synk.nu':
        void session.require().sync.kick(); // how it goes is told by the status
        return session.status();
      case 'synk.slappBroms':
        session.require().sync.releaseBrake();
        return session.status();
    }
    const signedIn = session.require();
    const output = await signedIn.serve(name, input);
    if (calls[name].writes) await signedIn.copied();
    return output;
  }

  return {
    async call(name, input) {
      const parsed = parseCall(name, input);
      if (!parsed.ok) return parsed;
      if (closed) return fail({ code: 'karnan-stoppad' });
      try {
        return ok(await answer(parsed.value.name, parsed.value.input)) as CallResult<CallName>;
      } catch (error) {
        return fail(toCallError(error, deps.log));
      }
    },
    subscribe: deps.events.subscribe,
    async close() {
      closed = true;
      await session.signOut();
      await deps.documentRenderer.close();
    },
    documents() {
      const found = session.require().documents;
      if (!found) throw new CallFailure('databasen-skadad');
      return found;
    },
    crash() {
      closed = true;
      session.crash();
      void deps.documentRenderer.close(); // a thread ends with its process
    },
  };
}
