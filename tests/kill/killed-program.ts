import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { CallInput, CallName, CallOutput, CallResult } from '../../shared/ipc/contract.ts';
import type { FromProgram, ToProgram } from './program.ts';

/** All programs of a test go by one clock. */
const began = Date.now();

/** The program was killed before it answered. */
export class Killed extends Error {}

export type ProgramOptions = { dataDir: string; serverUrl: string; tenant: string; temp: string; path: string };

/** A program as a process of its own, that can be started again on what the last one left. */
export class Program {
  readonly #options: ProgramOptions;
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> | undefined;
  #calls = 0;
  readonly #waiting = new Map<number, (answer: Extract<FromProgram, { id: number }>) => void>();
  /** Those that it has passed since it was armed. */
  steps: string[] = [];

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { dataDir, serverUrl, tenant, temp, path } = this.#options;
    const child = fork(new URL('./program.ts', import.meta.url), [dataDir, serverUrl, tenant, String(began)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...process.env, TMPDIR: temp, PATH: path },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#ended = once(child, 'exit');
    this.#waiting.clear();
    const ready = Promise.withResolvers<void>();
    child.on('message', (message: FromProgram) => {
      if ('ready' in message) return ready.resolve();
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    });
    await Promise.race([ready.promise, this.#death()]);
  }

  async #death(): Promise<never> {
    await this.#ended;
    throw new Killed('the program was killed');
  }

  /** It dies at its nth step from now of these; 0 = at none. */
  arm(nth: number, of: readonly string[]): void {
    this.#send({ arm: nth, of });
  }

  #send(message: ToProgram): void {
    // One that has died but has not been seen to yet can't be written to: its end is what the call is told of.
    if (this.#child?.connected) this.#child.send(message, () => undefined);
  }

  async try<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
    this.#calls += 1;
    const id = this.#calls;
    const answer = new Promise<Extract<FromProgram, { id: number }>>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, name, input });
    const { result, steps } = await Promise.race([answer, this.#death()]);
    this.steps = steps;
    return result as CallResult<N>;
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = await this.try(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail ?? ''}`);
    return answer.value;
  }

  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }
}
