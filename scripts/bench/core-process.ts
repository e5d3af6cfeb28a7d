import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCoreWorker } from '../../main/core/core-host.ts';
import { fileKeyStore } from '../../main/core/file-key-store.ts';
import type { RunningCore } from '../../main/core/keep-core.ts';
import type { CallInput, CallName, CallOutput, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import { benchTenant } from './demo-files.ts';

/** What users run: the sources would be read one by one, and their types taken out, at each start. */
const built = (thread: string) => new URL(`../../dist/main/${thread}-worker.js`, import.meta.url);
const workers = {
  workerUrl: built('core'),
  documents: { workerUrl: built('documents').href, resources: fileURLToPath(new URL('../../resources', import.meta.url)) },
  scanWorkerUrl: built('scan').href,
  bindWorkerUrl: built('bind').href,
  fritextWorkerUrl: built('fritext').href,
};

/** A core in its worker thread, as the hosts start it, from the bundle that `npm run build` makes. */
export class BenchCore {
  readonly dataDir: string;
  readonly #core: RunningCore;

  constructor(serverUrl: string, dataDir: string = mkdtempSync(join(tmpdir(), 'aktnara-bench-core-'))) {
    this.dataDir = dataDir;
    this.#core = startCoreWorker({ ...workers, dataDir, serverUrl, tenant: benchTenant, keys: fileKeyStore(dataDir) });
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = (await this.#core.call(name, input)) as CallResult<N>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** Resolves at the first event that passes. */
  until(passes: (event: CoreEvent) => boolean): Promise<CoreEvent> {
    return new Promise((resolve) => {
      const end = this.#core.subscribe((event) => {
        if (!passes(event)) return;
        end();
        resolve(event);
      });
    });
  }

  /** Signs in as the user with that name. @returns their id */
  async signIn(namn: string): Promise<string> {
    const { anvandare } = await this.call('session.anvandare', {});
    const user = anvandare.find((one) => one.namn === namn);
    if (!user) throw new Error(`no user ${namn}`);
    await this.call('session.loggaIn', { anvandareId: user.id });
    return user.id;
  }

  /** Resolves when everything has been fetched and the search is built. */
  async synced(): Promise<void> {
    const settled = this.until((event) => event.event === 'status' && isSettled(event.status));
    if (isSettled(await this.call('status.hamta', {}))) return;
    await settled;
  }

  async stop(): Promise<void> {
    await this.#core.close();
  }
  remove(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/**
 * Asks once a frame, which is as often as a screen shows an answer, until what goes on has ended: as a user who does not wait for it.
 * @returns the longest wait, in milliseconds
 */
export async function longestWait(core: BenchCore, meanwhile: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isRunning = true;
  const ask = async () => {
    while (isRunning) {
      const began = performance.now();
      await core.call('mina.utredningar', {});
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 16));
    }
  };
  const asking = ask();
  try {
    await meanwhile();
  } finally {
    isRunning = false;
    await asking;
  }
  return longest;
}

const isSettled = (status: { fas: string; hamtad: string | null }) => status.fas === 'vilar' && status.hamtad !== null;
