import type { Job } from './jobs.ts';

/** Runs a job in this process, for a tenant at a time; asked for while it runs it is run once more. */
export function runAlone(job: Job, onError: (error: unknown) => void) {
  const waiting = new Set<string>();
  let running: Promise<void> | undefined;
  let closed = false;

  async function run(): Promise<void> {
    for (const tenant of waiting) {
      if (closed) return;
      waiting.delete(tenant);
      await job.run(tenant).catch(onError);
    }
  }
  return {
    soon(tenant: string): void {
      if (closed) return;
      waiting.add(tenant);
      running ??= run().finally(() => {
        running = undefined;
      });
    },
    /** Waits for what is running. */
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}
