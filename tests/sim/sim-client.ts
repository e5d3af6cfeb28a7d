import { join } from 'node:path';
import { type Core, createCore } from '../../main/core/core.ts';
import { copyReplica, plantFault } from '../../main/db/testing/file-faults.ts';
import { keeperHere } from '../../main/fritext/testing/keeper-here.ts';
import { createDocumentTransport } from '../../main/sync/document-transport.ts';
import { createHttpTransport } from '../../main/sync/http-transport.ts';
import { TransportError } from '../../main/sync/transport-error.ts';
import type { CallInput, CallName, CallOutput, CallResult } from '../../shared/ipc/contract.ts';
import { spoilDocuments } from './document-damage.ts';
import { type DocumentFaults, overBadDocumentNetwork } from './document-network.ts';
import { Crash, type Faults } from './faults.ts';
import { type Line, overBadNetwork } from './network.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export type SimClientOptions = {
  name: string;
  userId: string;
  dir: string;
  server: { url: string; tenant: string };
  random: Random;
  time: VirtualTime;
  faults: Faults;
  documentFaults: DocumentFaults;
  /** Milliseconds by which this computer's clock is wrong. */
  skew: number;
  /** Whether this user's account has been closed at some time. */
  mayBeLocked: () => boolean;
  /** Whether a record has been broken at some time, on the server. */
  mayMeetBroken: () => boolean;
  onDefect: (defect: string) => void;
};

const skadad = 'databasen-skadad';
/** What a program says whose user's account is closed: the server's own word at the door, and what it remembers of it. */
const stangt = ['inloggning-nekad', 'kontot-stangt'];

/** A computer with one user's core on it, that loses its network and is switched off at any moment. */
export class SimClient {
  readonly line: Line = { up: true, busy: 0, forgotten: 0 };
  readonly #options: SimClientOptions;
  #core: Core | undefined;
  #index: { crash(): void } | undefined;
  /** Every start is a program of its own: one that has crashed does nothing more. */
  #alive = { yes: false };
  crashes = 0;
  /** One of its files has gone wrong: receipts may be gone with it. */
  damaged = false;
  /** So are bytes of documents. */
  damagedDocuments = false;
  /** Its disk has hardly any room left. */
  full = false;

  constructor(options: SimClientOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }
  get userId(): string {
    return this.#options.userId;
  }
  /** The replica's file and key, for looking at it from outside. */
  get file(): string {
    return join(this.#options.dir, `replica-${this.#options.server.tenant}-${this.userId}.db`);
  }
  readonly key = new Uint8Array(32).fill(7);
  /** The index of its notes' words. */
  get indexFile(): string {
    return join(this.#options.dir, `fritext-${this.#options.server.tenant}-${this.userId}.db`);
  }

  get running(): boolean {
    return this.#alive.yes;
  }

  /** Starts the program and signs in, offline when the line is down. One whose account is closed ends again. */
  async start(): Promise<void> {
    const { dir, server, random, time, faults, skew, userId, mayBeLocked } = this.#options;
    const alive = { yes: true };
    this.#alive = alive;
    const step = (name: string): void => {
      if (!alive.yes || faults.clientCrash()) {
        if (alive.yes) this.crash();
        throw new Crash(name);
      }
    };
    const timers = { setTimeout: time.set, clearTimeout: (handle: unknown) => time.clear(handle as number) };
    const freeBytes = () => (this.full ? 1e8 : 1e12);
    const index = keeperHere({ free: freeBytes, timers, breathe: nextTurn });
    this.#index = index;
    const core = createCore({
      dataDir: dir,
      serverUrl: server.url,
      tenant: server.tenant,
      keys: { provkorning: true, get: async () => this.key },
      clock: { now: () => new Date(time.now().getTime() + skew) },
      newId: () => random.uuid(),
      random: () => random.next(),
      timers: { ...timers, breathe: nextTurn },
      fritext: { start: index.start },
      documentTransportFactory: (to) => overBadDocumentNetwork(createDocumentTransport(to), this.line, this.#options.documentFaults),
      freeBytes,
      transportFactory: (to) => overBadNetwork(createHttpTransport(to), this.line, faults, time),
      hooks: { step },
      log: (entry) => {
        // Bytes that were changed on the way or on the disk are told, and so is that there is no room.
        if (entry.event === 'documents' && (entry.code === 'dokument-skadat' || entry.code === 'dokument-ryms-inte')) return;
        if (entry.event === 'unreadable-records' && this.#options.mayMeetBroken()) return;
        if (entry.event === 'damaged-documents' && this.damagedDocuments) return;
        // Some pages are first read in the middle of the work: it is told then, and the replica put aside.
        // Whoever reads the damaged part first meets it: the words' index, too.
        if (this.damaged && entry.event === 'fritext' && String(entry.code).startsWith('SQLITE_CORRUPT')) return;
        if (this.damaged && (entry.event === 'damaged-replica' || JSON.stringify(entry).includes(skadad))) return;
        if (alive.yes && !JSON.stringify(entry).includes('crashed at')) this.#options.onDefect(`${this.name}: ${JSON.stringify(entry)}`);
      },
    });
    core.subscribe((event) => {
      // The digests of both sides are kept by every write: where nothing was lost they never differ.
      const differ = event.event === 'status' && event.status.antalStammer === false;
      if (differ && !this.damaged && this.line.forgotten === 0) this.#options.onDefect(`${this.name}: what it holds is not the server's`);
    });
    this.#core = core;
    const answer = (await core.call('session.loggaIn', { anvandareId: userId })) as CallResult<'session.loggaIn'>;
    if (!answer.ok && alive.yes && mayBeLocked() && stangt.includes(answer.error.code)) return this.close();
    if (!answer.ok && alive.yes) throw new Error(`${this.name} cannot sign in: ${JSON.stringify(answer.error)}`);
  }

  /** The program ends where it stands, as by kill -9 or a power cut. */
  crash(): void {
    if (!this.#alive.yes) return;
    this.crashes += 1;
    this.#alive.yes = false;
    this.#index?.crash();
    this.#core?.crash();
    this.#core = undefined;
  }

  /** A closed program's replica has a file go wrong before it starts again; at times a copy is laid aside instead. @returns what */
  async spoil(): Promise<string> {
    const { dir, random } = this.#options;
    const older = join(dir, 'aldre');
    await this.close();
    if (random.chance(0.3)) {
      copyReplica(this.file, older);
      return 'is copied';
    }
    this.damaged = true;
    return plantFault(this.file, older, (below) => random.below(below));
  }

  get documentsFile(): string {
    return join(this.#options.dir, `dokument-${this.#options.server.tenant}-${this.userId}.db`);
  }

  /** A page of a closed program's documents goes wrong. @returns whether there was one */
  async spoilDocuments(random: Random): Promise<boolean> {
    await this.close();
    const isSpoilt = spoilDocuments(this.documentsFile, random);
    this.damagedDocuments ||= isSpoilt;
    return isSpoilt;
  }

  /** @returns undefined when the program ended, or the disk has no room */
  async storeDocument(bytes: Buffer): Promise<{ sha256: string; storlek: number } | undefined> {
    return this.#document((core) => core.documents().put([bytes]));
  }

  /** @returns undefined when it cannot be had now */
  async readDocument(id: string): Promise<Buffer | undefined> {
    if (!this.line.up) return undefined;
    return this.#document(async (core) => Buffer.concat([...(await core.documents().read(id))]));
  }

  async #document<T>(work: (core: Core) => Promise<T>): Promise<T | undefined> {
    const core = this.#core;
    if (!core) return undefined;
    try {
      return await work(core);
    } catch (error) {
      const code = (error as { code?: string }).code;
      const isExpected =
        error instanceof TransportError || code === 'dokument-ryms-inte' || code === 'dokument-skadat' || code === 'inte-inloggad';
      if (isExpected || !this.#alive.yes || error instanceof Crash) return undefined;
      throw error;
    }
  }

  /** It has been told that its user's account is closed: it would not open, or is open and shows nothing. */
  async isLocked(): Promise<boolean> {
    if (!this.running) return true;
    const session = await this.call('session.hamta', {});
    return session?.inloggad === true && session.last === 'kontot-stangt';
  }

  async close(): Promise<void> {
    if (!this.#alive.yes) return;
    this.#alive.yes = false;
    await this.#core?.close();
    this.#core = undefined;
  }

  /** @returns undefined when the program ended before it answered */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N> | undefined> {
    const core = this.#core;
    if (!core) return undefined;
    const answer = (await core.call(name, input)) as CallResult<N>;
    if (answer.ok) return answer.value;
    if (!this.#alive.yes || answer.error.code === 'finns-inte') return undefined;
    if (this.damaged && answer.error.code === skadad) return undefined;
    if (this.#options.mayBeLocked() && stangt.includes(answer.error.code)) return undefined;
    throw new Error(`${this.name}: ${name} failed with ${JSON.stringify(answer.error)}`);
  }
}

/** Lets sockets, the database and every promise that is ready have their turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
