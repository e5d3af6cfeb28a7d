import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessEntry } from '../../../shared/protocol/protocol.ts';
import { platformTimers } from '../platform-timers.ts';
import type { Hooks, SyncReplica, SyncStatus, Timers, Transport } from '../ports.ts';
import { createSync, type Sync } from '../sync.ts';
import { TransportError } from '../transport-error.ts';
import type { SyncServer } from './sync-server.ts';

type ReplicaOf = (options: { file: string; hooks: Hooks }) => SyncReplica & { close(): void };
export type Fault = 'unreachable' | 'lost-request' | 'lost-answer' | 'cut' | 'hangs' | TransportError;

/** Timers that fire when a test says so; breathing is real. */
function manualTimers() {
  const waiting = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let last = 0;
  const timers: Timers = {
    setTimeout(run, ms) {
      last += 1;
      waiting.set(last, { at: now + ms, run });
      return last;
    },
    clearTimeout: (handle) => void waiting.delete(handle as number),
    breathe: platformTimers.breathe,
  };
  return {
    timers,
    /** Milliseconds until each waiting timer fires, soonest first. */
    waits: (): number[] => [...waiting.values()].map(({ at }) => at - now).sort((a, b) => a - b),
    advance(ms: number): void {
      now += ms;
      for (const [handle, { at, run }] of [...waiting].sort(([, a], [, b]) => a.at - b.at)) {
        if (at > now || !waiting.delete(handle)) continue;
        run();
      }
    },
  };
}

/** One client on a fake server, with a network that a test breaks. */
export function createRig<R extends ReplicaOf>(server: SyncServer, userId: string, open: R) {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-sync-'));
  const file = join(dir, 'replica.db');
  const time = manualTimers();
  const statuses: SyncStatus[] = [];
  const errors: unknown[] = [];
  const access: AccessEntry[] = [];
  const requests = { push: 0, pull: 0, lost: 0 };
  /** One is used up by each request of its kind; the last one stays when it is marked so. */
  const faults: { push: Fault[]; pull: Fault[] } = { push: [], pull: [] };
  const network = { up: true, pokes: false };
  let step: Hooks['step'] = () => {};
  let replica = open({ file, hooks: { step: (name) => step(name) } }) as ReturnType<R>;
  let sync: Sync | undefined;

  async function through<T>(kind: 'push' | 'pull', signal: AbortSignal, work: () => T): Promise<T> {
    requests[kind] += 1;
    const fault = network.up ? faults[kind].shift() : 'unreachable';
    if (fault instanceof TransportError) throw fault;
    if (fault === 'unreachable' || fault === 'lost-request') throw new TransportError('unreachable');
    if (fault === 'hangs') await new Promise((resolve) => signal.addEventListener('abort', resolve));
    const answer = work();
    if (fault === 'lost-answer') throw new TransportError('lost');
    // Over the wire everything is text.
    return JSON.parse(JSON.stringify(fault === 'cut' && Array.isArray(answer) ? answer.slice(0, -1) : answer)) as T;
  }

  const transport: Transport = {
    push: (request, signal) => through('push', signal, () => server.push(JSON.parse(JSON.stringify(request)), userId)),
    async *pull(request, signal) {
      const lines = await through('pull', signal, () => server.pull(JSON.parse(JSON.stringify(request)), userId));
      for (let at = 0; at < lines.length; at += 700) yield lines.slice(at, at + 700);
    },
    async lost({ ids }) {
      requests.lost += 1;
      return { lost: server.lostOf(userId, ids) };
    },
    async *poke(signal) {
      if (!network.up) throw new TransportError('unreachable');
      yield 'open';
      if (network.pokes) yield 'poke';
      while (!signal.aborted) {
        await new Promise<void>((resolve) => {
          const off = server.onChange(() => network.pokes && resolve());
          signal.addEventListener('abort', () => resolve(off()), { once: true });
        });
        yield 'poke';
      }
    },
    async access({ entries }) {
      if (!network.up) throw new TransportError('unreachable');
      access.push(...entries);
    },
  };

  /** Resolves when a status is as wanted. */
  function until(wanted: (status: SyncStatus) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => (sync && wanted(sync.status()) ? resolve() : setImmediate(look));
      look();
    });
  }

  return {
    file,
    network,
    faults,
    requests,
    time,
    statuses,
    errors,
    access,
    until,
    get replica() {
      return replica;
    },
    get sync(): Sync {
      if (!sync) throw new Error('sync is not started');
      return sync;
    },
    start(): Promise<void> {
      sync = createSync({
        replica,
        transport,
        clock: { now: () => new Date('2026-11-20T12:00:00.000Z') },
        timers: time.timers,
        random: () => 0.5,
        onStatus: (status) => statuses.push(status),
        onError: (error) => errors.push(error),
        hooks: { step: (name) => step(name) },
      });
      return sync.start();
    },
    /** A round that begins now, and its end. */
    async round(): Promise<void> {
      await (sync ? sync.kick() : this.start());
    },
    async stop(): Promise<void> {
      await sync?.stop();
      sync = undefined;
    },
    /** Throws at a step, as if the program ended there; `after` steps of any name when no name is given. */
    crashAt(decide: (name: string) => boolean): Promise<string> {
      return new Promise((resolve) => {
        let dead = false;
        step = (name) => {
          if (!dead && !decide(name)) return;
          if (!dead) resolve(name);
          dead = true;
          void sync?.stop();
          throw new Error(`crashed at ${name}`);
        };
      });
    },
    /** The program starts again on what is on disk. */
    async restart(): Promise<void> {
      await sync?.stop();
      sync = undefined;
      replica.close();
      step = () => {};
      replica = open({ file, hooks: { step: (name) => step(name) } }) as ReturnType<R>;
    },
    async remove(): Promise<void> {
      await sync?.stop();
      replica.close();
      rmSync(dir, { recursive: true });
    },
    newId: randomUUID,
  };
}
