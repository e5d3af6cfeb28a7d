import { PgBoss } from 'pg-boss';
import { StartupError } from '../util/startup-error.ts';

/**
 * What the server does by itself for a municipality, soon after something or by the clock. A job is given what it reads, and
 * writes through `act` alone: it never has the database.
 */
export type Job = {
  /** Names its queue in the database; never used for anything else. */
  name: string;
  /** In Swedish time. */
  cron: string;
  /** May run again, and on two nodes at once: what it does it does through `act`, whose rules see what is done already. */
  run(tenant: string): Promise<void>;
};

export type Jobs = {
  /** Has a job run for a tenant as soon as some node is free; once, however many ask before it has begun. */
  soon(name: string, tenant: string): Promise<void>;
  /** Waits for what is running here. */
  close(): Promise<void>;
};

/** The library without its database, which it would hand to anybody. */
type Queue = Pick<PgBoss, 'on' | 'start' | 'stop' | 'createQueue' | 'schedule' | 'work' | 'send' | 'notifyWorker'>;

/** Settings of the driver that the library hands on: a road that has died without a word is noticed. */
const road = { keepAlive: true, query_timeout: 60_000 };

/** In the same database as everything else, so that a back-up holds it; the library makes and changes its tables itself. */
const schema = 'aktnara_jobs';

/**
 * Runs jobs on one of the nodes that share the database. A run that fails is tried again with growing pauses, and told.
 * @param tenants whom a run by the clock is for
 * @throws StartupError when the database user may not make the tables
 */
export async function startJobs(
  url: string,
  tenants: () => Promise<string[]>,
  jobs: Job[],
  onError: (error: unknown) => void,
): Promise<Jobs> {
  const boss: Queue = new PgBoss({ connectionString: url, schema, application_name: 'aktnara jobs', max: 2, ...road });
  boss.on('error', onError);
  const workers = new Map<string, string>();
  const lookNow = (name: string) => {
    const worker = workers.get(name);
    if (worker !== undefined) boss.notifyWorker(worker);
  };
  const soon = async (name: string, tenant: string) => {
    await boss.send(name, { tenant }, { singletonKey: tenant });
    lookNow(name);
  };
  const run = async ({ name, run: runFor }: Job, tenant: string | undefined) => {
    try {
      if (tenant !== undefined) await runFor(tenant);
      else for (const each of await tenants()) await soon(name, each);
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  try {
    await boss.start();
    for (const job of jobs) {
      await boss.createQueue(job.name, { policy: 'short', retryLimit: 5, retryBackoff: true });
      workers.set(
        job.name,
        await boss.work<{ tenant?: string }>(job.name, async (taken) => {
          // It rests two seconds after each: behind a hundred municipalities that the clock asked for, one would wait for minutes.
          lookNow(job.name);
          for (const { data } of taken) await run(job, data.tenant);
        }),
      );
      await boss.schedule(job.name, job.cron, {}, { tz: 'Europe/Stockholm' });
    }
  } catch (cause) {
    await boss.stop({ graceful: false });
    throw new StartupError(
      'database-failed',
      'The tables of the background jobs could not be made. May the database user create a schema?',
      cause,
    );
  }
  return { soon, close: () => boss.stop({ graceful: true, timeout: 30_000 }) };
}
