import type { z } from 'zod';
import type { Actor } from '../../shared/domain/command.ts';
import type { CallErrorCode, CallName, CallOutput, calls } from '../../shared/ipc/contract.ts';
import { type IsoDate, type IsoInstant, swedishDay } from '../../shared/util/datum.ts';
import type {
  BindPort,
  Clock,
  CopyPort,
  DocumentPort,
  FritextPort,
  KrisPort,
  NewId,
  Replica,
  ScanPort,
  SkrivarPort,
  SokPort,
} from './ports.ts';

/** What every service is made of. One set per signed-in user: the replica is theirs alone. */
export type ServicePorts = {
  replica: Replica;
  /** The signed-in user, as the catalogue has them now. */
  actor: () => Actor;
  clock: Clock;
  newId: NewId;
  /** Undefined when what holds the bytes of documents could not be opened. */
  documents?: DocumentPort | undefined;
  /** Undefined where the page's own dialog is what prints. */
  skrivare?: SkrivarPort | undefined;
  /** Absent in tests that bind nothing. */
  binder?: BindPort | undefined;
  /** Absent in tests that have no folder to write in. */
  kris?: KrisPort | undefined;
  kopia?: CopyPort | undefined;
  /** Absent in tests of services alone: a search is then made in one go. */
  sok?: SokPort | undefined;
  /** Undefined with them. */
  scans?: ScanPort | undefined;
  /** Undefined where nobody keeps an index of the notes' words. */
  fritext?: FritextPort | undefined;
};

/** The services of some calls: each takes the parsed input and answers at once, or throws a {@link CallFailure}. */
export type Handlers<N extends CallName> = { [K in N]: (input: z.output<(typeof calls)[K]['input']>) => CallOutput<K> };

/** The same of calls that wait for another thread or the server: what they read they read at once, and refuse at once by throwing. */
export type AsyncHandlers<N extends CallName> = { [K in N]: (input: z.output<(typeof calls)[K]['input']>) => Promise<CallOutput<K>> };

/** A call that cannot be answered, for a reason the renderer has words for. */
export class CallFailure extends Error {
  readonly code: CallErrorCode;
  readonly detail: string | undefined;
  constructor(code: CallErrorCode, detail?: string) {
    super(code);
    this.name = 'CallFailure';
    this.code = code;
    this.detail = detail;
  }
}

export const nowOf = (clock: Clock): IsoInstant => clock.now().toISOString();
export const todayOf = (clock: Clock): IsoDate => swedishDay(nowOf(clock));
