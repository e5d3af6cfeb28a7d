import { type CallName, type CallResult, type CoreEvent, calls } from '../../shared/ipc/contract.ts';

/** A core at work, wherever it runs. */
export type RunningCore = {
  /** Never rejects: every failure is data, `karnan-stoppad` when the core ended before it answered. */
  call(name: string, input: unknown): Promise<CallResult<CallName>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Ends it cleanly: what was called is answered, the databases are closed. */
  close(): Promise<void>;
  /** Resolves when it has ended, asked to or not. */
  readonly ended: Promise<void>;
};
export type KeepOptions = {
  start: () => RunningCore | Promise<RunningCore>;
  /** Hears why a core ended or did not start. */
  report: (message: string, cause?: unknown) => void;
  /** @param ms milliseconds until `run` */
  later?: (run: () => void, ms: number) => void;
};

const stopped: CallResult<CallName> = { ok: false, error: { code: 'karnan-stoppad' } };
const isOnce = (name: string): boolean => Object.hasOwn(calls, name) && calls[name as CallName].once === true;
const firstWait = 100;
const longestWait = 10_000;

/**
 * A core that is started again when it dies. The new one is signed in as the user was before anything else is asked of it. A
 * call that the old one died under is then made once more: reads and drafts may be repeated and a command carries its own id,
 * so it cannot take effect twice. What goes on paper or into a folder would: of that the user decides. Listeners stay, and after
 * a new start they are told the session and the status, which may have changed.
 * @throws what `start` throws the first time
 */
export async function keepCore({ start, report, later = (run, ms) => setTimeout(run, ms) }: KeepOptions): Promise<RunningCore> {
  const listeners = new Set<(event: CoreEvent) => void>();
  const end = Promise.withResolvers<void>();
  let isClosing = false;
  let wait = firstWait;
  /** Input of the sign-in that holds. The demo sign-in has no secret; one that has must be renewed by its token instead. */
  let signedIn: unknown;
  let running: RunningCore | null = null;
  let current: Promise<RunningCore | null> = Promise.resolve(adopt(await start()));

  function tell(event: CoreEvent): void {
    for (const listener of listeners) listener(event);
  }

  function adopt(core: RunningCore): RunningCore {
    running = core;
    core.subscribe(tell);
    void core.ended.then(() => {
      running = null;
      if (isClosing) return;
      report('the core ended by itself and is started again');
      current = new Promise((resolve) => later(() => resolve(restart()), wait));
      wait = Math.min(wait * 2, longestWait);
    });
    return core;
  }

  async function restart(): Promise<RunningCore | null> {
    if (isClosing) return null;
    try {
      const core = adopt(await start());
      if (isClosing) {
        await core.close();
        return null;
      }
      await signInAgain(core);
      announce(core).catch((error: unknown) => report('the new core did not tell its state', error));
      return core;
    } catch (error) {
      report('the core did not start', error);
      // Whoever waits is answered; the next call finds the next try.
      later(() => {
        current = restart();
      }, wait);
      wait = Math.min(wait * 2, longestWait);
      return null;
    }
  }

  /** A refusal stands: the user is signed out, and is told so. One who cannot be answered (locked disk, new death) is tried again. */
  async function signInAgain(core: RunningCore): Promise<void> {
    if (signedIn === undefined) return;
    const answer = await core.call('session.loggaIn', signedIn);
    if (answer.ok) return;
    report(`the new core did not sign the user in: ${answer.error.code}`);
    if (answer.error.code === 'inloggning-nekad') signedIn = undefined;
  }

  async function announce(core: RunningCore): Promise<void> {
    const session = (await core.call('session.hamta', {})) as CallResult<'session.hamta'>;
    const status = (await core.call('status.hamta', {})) as CallResult<'status.hamta'>;
    if (!session.ok || !status.ok) return; // it died again, or cannot open its data: the page's own calls get the reason
    tell({ event: 'session', session: session.value });
    tell({ event: 'status', status: status.value });
    wait = firstWait;
  }

  /** @returns null when the core died before it answered */
  async function once(name: string, input: unknown): Promise<CallResult<CallName> | null> {
    const core = await current;
    if (!core) return stopped;
    const answer = await Promise.race([core.call(name, input), core.ended.then(() => null)]);
    if (answer === null || answer.ok || answer.error.code !== 'karnan-stoppad') return answer;
    await core.ended; // it says so just before it ends
    return null;
  }

  async function call(name: string, input: unknown): Promise<CallResult<CallName>> {
    const isLeft = isClosing || isOnce(name);
    const answer = (await once(name, input)) ?? (isLeft ? stopped : ((await once(name, input)) ?? stopped));
    if (answer.ok && name === 'session.loggaIn') signedIn = input;
    else if (answer.ok && name === 'session.loggaUt') signedIn = undefined;
    return answer;
  }

  return {
    call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosing = true;
      await running?.close(); // none runs while one waits to be started again
      end.resolve();
    },
    ended: end.promise,
  };
}
