import { setTimeout as sleep } from 'node:timers/promises';
import type { Build } from './earlier-build.ts';
import { absolute, type Metric, median, percentile, relative } from './metric.ts';
import { PushClient } from './push-client.ts';
import { type BenchAkt, type ServerAkter, writeServerAkter } from './server-akter.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const clients = 32;
const notesInPush = 10;
/** Rounds of each build, one after the other, so that what else the computer does falls on both. */
const rounds = 4;
const roundMs = 4_000;

/** One saved note through push, in an akt of 5,000 notes, 300 documents and 1,000 messages and in one of 20 notes, by turns. */
export async function benchAktGrowth(): Promise<Metric[]> {
  const akter = writeServerAkter([{ notes: 20 }, { notes: 5_000, grown: { documents: 300, messages: 1_000 } }]);
  const server = await startServerProcess(akter.dir, { measured: true });
  const client = await new PushClient(server.url, akter.userId).signIn();
  try {
    const [small, large] = akter.akter as [BenchAkt, BenchAkt];
    const samples = { small: [] as number[], large: [] as number[] };
    for (let n = 0; n < 250; n += 1) {
      const [inSmall, inLarge] = [await client.push(small, 1), await client.push(large, 1)];
      // The first ones warm both.
      if (n < 50) continue;
      samples.small.push(inSmall);
      samples.large.push(inLarge);
    }
    return [relative('akt-growth', median(samples.large), 'ms', median(samples.small), 1.3)];
  } finally {
    client.close();
    await server.stop();
    akter.remove();
  }
}

/** Milliseconds a command, of 32 clients that push ten notes at a time on 200 akter; beside the earlier build when there is one. */
export async function benchServerThroughput(earlier?: Build): Promise<Metric[]> {
  const akter = writeServerAkter(Array.from({ length: 200 }, () => ({ notes: 20 })));
  const servers: ServerProcess[] = [];
  try {
    const loads: (() => Promise<number>)[] = [];
    for (const build of earlier ? [{}, { root: earlier.root }] : [{}]) {
      const server = await startServerProcess(akter.dir, { measured: true, ...build });
      servers.push(server);
      const pushing = await Promise.all(Array.from({ length: clients }, () => new PushClient(server.url, akter.userId).signIn()));
      loads.push(() => pushFor(roundMs, pushing, akter));
    }
    const taken = loads.map(() => [] as number[]);
    for (let round = 0; round <= rounds; round += 1) {
      for (const [nr, load] of loads.entries()) {
        const msEach = await load();
        console.error(`  ${nr === 0 ? 'this build' : 'the earlier'}: ${Math.round(1000 / msEach)} commands/s`);
        // The first round warms.
        if (round > 0) taken[nr]?.push(msEach);
      }
    }
    const [now, before] = taken.map(median);
    if (now === undefined) throw new Error('nothing was measured');
    return [before === undefined ? absolute('server-throughput', now, 'ms', 1.05) : relative('server-throughput', now, 'ms', before, 0.25)];
  } finally {
    for (const server of servers) await server.stop();
    akter.remove();
  }
}

/** @returns milliseconds a command */
async function pushFor(ms: number, pushing: PushClient[], { akter }: ServerAkter): Promise<number> {
  const began = performance.now();
  let commands = 0;
  await Promise.all(
    pushing.map(async (client, nr) => {
      for (let n = nr * 7; performance.now() - began < ms; n += 13) {
        await client.push(akter[n % akter.length] as BenchAkt, notesInPush);
        commands += notesInPush;
      }
    }),
  );
  return (performance.now() - began) / commands;
}

const idle = 500;
const saving = 50;
const saveEveryMs = 2_000;
const lastingMs = 20_000;

/** A day's middle: 500 clients that fetch when poked, and 50 that also save a note every two seconds. */
export async function benchServerClients(): Promise<Metric[]> {
  const akter = writeServerAkter(Array.from({ length: 200 }, () => ({ notes: 5 })));
  const server = await startServerProcess(akter.dir, { measured: true });
  const all: PushClient[] = [];
  const ends: (() => void)[] = [];
  try {
    const errors: unknown[] = [];
    for (let n = 0; n < idle + saving; n += 1) {
      const client = await new PushClient(server.url, akter.userId).signIn();
      await client.pull();
      ends.push(client.listen((error) => errors.push(error)));
      all.push(client);
    }
    const samples: number[] = [];
    const until = performance.now() + lastingMs;
    await Promise.all(
      all.slice(0, saving).map(async (client, nr) => {
        await sleep((nr * saveEveryMs) / saving);
        for (let n = nr; performance.now() < until; n += 1) {
          const ms = await client.push(akter.akter[(n * 7) % akter.akter.length] as BenchAkt, 1);
          samples.push(ms);
          await sleep(Math.max(0, saveEveryMs - ms));
        }
      }),
    );
    if (errors.length > 0) throw new Error(`${errors.length} errors of clients`, { cause: errors[0] });
    return [absolute('server-clients', percentile(samples, 99), 'ms', 100)];
  } finally {
    for (const end of ends) end();
    for (const client of all) client.close();
    await server.stop();
    akter.remove();
  }
}
