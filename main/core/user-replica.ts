import { join } from 'node:path';
import type { SessionVy } from '../../shared/ipc/views.ts';
import type { Unreadable } from '../db/care.ts';
import { ReplicaError } from '../db/errors.ts';
import { quarantineAndSalvage } from '../db/quarantine.ts';
import { type OpenReplica, openReplica, type ReplicaOptions, replicaIsThere } from '../db/replica.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';
import { keyProblem } from './key-store.ts';
import { describeError } from './log.ts';

export type UserReplica = {
  replica: OpenReplica;
  /** Where it lies, and what opens it. */
  file: string;
  key: Uint8Array;
  /** The file was damaged or gone: what is left of it is kept aside, and what stood in it alone has been brought over. */
  aterskapad?: Aterskapad;
};
export type Aterskapad = NonNullable<Extract<SessionVy, { inloggad: true }>['aterskapad']>;

/** Where the replica keeps what became of a damaged one, until the user has read it. */
export const aterskapadKey = 'karna:aterskapad';

type Opening = {
  /** What is wrong with it: it is kept aside, and a new one begun with what can be read of the user's own. */
  damage?: unknown;
  /** The user has worked on this computer: there is to be a replica. */
  known: boolean;
};

/** Of records that are found at once. */
const mostNamed = 20;

/**
 * Opens the user's own replica, one file and one key each.
 * @throws CallFailure `databasen-fel-nyckel` when the key store gives no key; ReplicaError
 */
export async function openUserReplica(deps: CoreDeps, anvandareId: string, { damage, known }: Opening): Promise<UserReplica> {
  const { dataDir, tenant, clock, newId, hooks, log } = deps;
  const name = `replica-${tenant}-${anvandareId}`;
  const file = join(dataDir, `${name}.db`);
  const copyFault = (error: unknown) => log({ event: 'second-copy', ...describeError(error) });
  const onUnreadable = (found: Unreadable[]) =>
    log({ event: 'unreadable-records', records: found.slice(0, mostNamed).map(({ type, id }) => `${type} ${id}`) });
  const options = { file, key: await keyOf(deps, name), anvandareId, clock, newId, copyFault, onUnreadable, ...(hooks ? { hooks } : {}) };
  const replica = damage === undefined ? openWhole(options, known) : salvage(options, damage);
  const told = replica.setting(aterskapadKey) as Aterskapad | null | undefined;
  return { replica, file, key: options.key, ...(told ? { aterskapad: told } : {}) };
}

function openWhole(options: ReplicaOptions, known: boolean): OpenReplica {
  // The second copy says so too; it may be gone with the file.
  if (known && !replicaIsThere(options.file)) throw new ReplicaError('databasen-skadad', { forlust: 'saknas' });
  return openReplica(options);
}

function salvage(options: ReplicaOptions, damage: unknown): OpenReplica {
  const { replica } = quarantineAndSalvage(options, ({ unsent, drafts, complete, known }, settings) => {
    const aterskapad: Aterskapad = {
      orsak: damage instanceof ReplicaError ? damage.forlust : 'skadad',
      raddade: unsent + drafts,
      allt: complete,
      ...(known ? { osanda: { antal: known.unsent, tillNr: known.lastSeq } } : {}),
    };
    const unread = settings.setting(aterskapadKey) as Aterskapad | null | undefined;
    settings.setSetting(aterskapadKey, unread ? together(unread, aterskapad) : aterskapad);
  });
  return replica;
}

/** Damaged again before the user has read of the first time: a loss is told until it is read, however well the second went. */
function together(unread: Aterskapad, now: Aterskapad): Aterskapad {
  if (now.allt) return unread.allt ? now : unread;
  const osanda = (unread.osanda?.antal ?? 0) > (now.osanda?.antal ?? 0) ? unread.osanda : now.osanda;
  return osanda ? { ...now, osanda } : now;
}

export const isDamage = (error: unknown): boolean => error instanceof ReplicaError && error.code === 'databasen-skadad';

async function keyOf({ keys, log }: CoreDeps, name: string): Promise<Uint8Array> {
  try {
    return await keys.get(name);
  } catch (error) {
    log({ event: 'key-store', ...describeError(error) });
    const problem = keyProblem(error);
    throw problem === 'disken-full' ? new CallFailure(problem) : new CallFailure('databasen-fel-nyckel', problem);
  }
}
