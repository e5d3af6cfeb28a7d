import type { ProtocolErrorCode } from '../../shared/protocol/protocol.ts';
import { createBackoff } from './backoff.ts';
import { createBrake } from './brake.ts';
import type { Clock } from './clock.ts';
import { createConsent } from './consent.ts';
import { createCountsCheck } from './counts-check.ts';
import { createFristerBeside } from './frister-beside.ts';
import { createPokeListener } from './poke.ts';
import type { Hooks, SyncHinder, SyncReplica, SyncStatus, Timers, Transport } from './ports.ts';
import { runRound } from './round.ts';
import { waitUnder } from './session.ts';
import { createStatus } from './status.ts';
import { TransportError } from './transport-error.ts';

export type SyncOptions = {
  replica: SyncReplica;
  transport: Transport;
  clock: Clock;
  timers: Timers;
  /** 0 ≤ n < 1 */
  random: () => number;
  onStatus: (status: SyncStatus) => void;
  /** What made a round fail: for the log. A server that is not reached is no error of the program, and is told here too. */
  onError?: (error: unknown) => void;
  hooks?: Hooks;
  /** The server has another address than the replica's: nothing is asked of it before the user agrees. */
  anotherAddress?: boolean;
};

export interface Sync {
  /** Resolves when the first round has ended, well or not. */
  start(): Promise<void>;
  /** Resolves when nothing of it runs any more; the replica may then be closed. */
  stop(): Promise<void>;
  /** Try now, whatever the back-off says. Resolves when a round that began after the call has ended, well or not. */
  kick(): Promise<void>;
  status(): SyncStatus;
  /** The user has seen how much is to be removed, and agrees. */
  releaseBrake(): void;
  /** The user has seen that it is another server, and that what another had received is sent to it. */
  acceptServer(): void;
}

/** The slow poll, beside the pokes; half of it by chance, so that a thousand clients do not come at once. */
const pollMs = 30_000;
const countsMs = 600_000;
/** A round in which nothing has moved for so long is ended. */
const stuckMs = 120_000;

const hinders: Partial<Record<ProtocolErrorCode, SyncHinder>> = {
  unauthorised: 'nekad',
  forbidden: 'nekad',
  'wrong-tenant': 'nekad',
  'not-found': 'nekad',
  'client-too-old': 'klienten-for-gammal',
  'server-too-old': 'servern-for-gammal',
  'epoch-changed': 'servern-aterstalld',
};
/** The server is there, and asks for patience. */
const patience: (ProtocolErrorCode | undefined)[] = ['too-many-requests'];

/** The sync of one replica with the server (ARCHITECTURE 6). One round at a time; woken by writes, pokes, kicks and a slow poll. */
export function createSync(options: SyncOptions): Sync {
  const { replica, transport, clock, timers, random, onStatus, onError = () => {}, hooks = { step: () => {} } } = options;
  const status = createStatus(clock, replica.agreedAt(), onStatus);
  const backoff = createBackoff(random);
  const brake = createBrake(replica.countRecords);
  const consent = createConsent(options.anotherAddress === true, { unsent: replica.hasUnsent, received: replica.countReceived });
  const counts = createCountsCheck(replica);
  const ending = new AbortController();
  let current: Promise<void> | undefined;
  let listening: Promise<void> | undefined;
  let timer: unknown;
  let countsTimer: unknown;
  /** Something happened during a round that the round may have missed. */
  let dirty = false;
  let failing = false;
  let offLocalWrite = () => {};
  const pokes = createPokeListener({ transport, timers, random, signal: ending.signal, onPoke: run, onLost: consent.part, onError });

  const frister = createFristerBeside({ replica, timers, hooks, signal: ending.signal, onError });

  function arm(ms: number): void {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(run, ms);
  }

  function run(): void {
    if (ending.signal.aborted) return;
    try {
      if (consent.holds()) {
        status.change({ nyServer: consent.state });
        return;
      }
    } catch (error) {
      failed(error);
      return;
    }
    listening ??= pokes.listen();
    if (current) {
      dirty = true;
      return;
    }
    timers.clearTimeout(timer);
    current = round().finally(() => {
      current = undefined;
      frister.begin();
      if (dirty) run();
    });
  }

  async function kick(): Promise<void> {
    const before = current;
    run();
    await before;
    await current;
  }

  async function round(): Promise<void> {
    const stuck = new AbortController();
    const signal = AbortSignal.any([ending.signal, stuck.signal]);
    let watchdog: unknown;
    const progress = () => {
      timers.clearTimeout(watchdog);
      watchdog = timers.setTimeout(() => stuck.abort(new TransportError('Nothing has moved for too long')), stuckMs);
    };
    progress();
    const wait = waitUnder(signal);
    try {
      await wait(timers.breathe());
      dirty = false;
      await runRound({ replica, transport, timers, hooks, signal, wait, progress }, { status, brake, consent, counts, clock });
      succeeded();
    } catch (error) {
      if (!ending.signal.aborted) failed(error);
    } finally {
      timers.clearTimeout(watchdog);
    }
  }

  function succeeded(): void {
    if (failing) pokes.again();
    failing = false;
    backoff.reset();
    status.change({ fas: 'vilar' });
    if (!ending.signal.aborted) arm(pollMs * (0.75 + random() / 2));
  }

  function failed(error: unknown): void {
    failing = true;
    consent.part();
    const { code, retryAfterMs } = error instanceof TransportError ? error : {};
    status.change({
      fas: 'vilar',
      ...(patience.includes(code) ? {} : { ansluten: error instanceof TransportError ? false : status.get().ansluten }),
      ...(code === undefined ? {} : { hinder: hinders[code] }),
    });
    arm(backoff.next(retryAfterMs));
    onError(error);
  }

  return {
    async start() {
      offLocalWrite = replica.onLocalWrite(() => {
        // While the server is not reached, the back-off decides when to try.
        if (!failing) run();
      });
      const renewCounts = () => {
        counts.renew();
        countsTimer = timers.setTimeout(renewCounts, countsMs);
      };
      renewCounts();
      frister.begin();
      run();
      await current;
    },
    async stop() {
      offLocalWrite();
      ending.abort(new TransportError('Sync was stopped'));
      timers.clearTimeout(timer);
      timers.clearTimeout(countsTimer);
      await Promise.all([current, listening, frister.ended()]);
    },
    kick,
    status: status.get,
    acceptServer() {
      consent.give();
      status.change({ nyServer: undefined });
      run();
    },
    releaseBrake() {
      brake.release();
      status.change({ broms: undefined });
      run();
    },
  };
}
