import { join } from 'node:path';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { AnvandarVal, SessionVy, StatusVy } from '../../shared/ipc/views.ts';
import { CallFailure } from '../services/service.ts';
import { type ComputerUser, computerUsers } from './computer-users.ts';
import type { CoreDeps } from './deps.ts';
import type { Gate } from './gate.ts';
import { type SignedIn as Answer, patience } from './identity.ts';
import { describeError } from './log.ts';
import { rememberClosed } from './remember-closed.ts';
import { openSignedIn, type SignedIn, type SignInParts } from './signed-in.ts';
import { signedOutStatus } from './status.ts';
import { isDamage } from './user-replica.ts';

/** Who is signed in. At most one user at a time, each in a replica of their own. */
export function createSession(deps: CoreDeps, gate: Gate) {
  const { identity, tenant, events, clock, log } = deps;
  const users = computerUsers(join(deps.dataDir, 'datorn.json'), tenant);
  let current: SignedIn | undefined;
  let since = clock.now().toISOString();

  const view = (): SessionVy => current?.view() ?? signedOut();

  function signedOut(): SessionVy {
    const latest = users.latest();
    return { inloggad: false, demo: true, ...(latest ? { kommun: latest.kommun, senastId: latest.id } : {}) };
  }

  /** Chosen among the server's demo users, or with no server among those who have worked on this computer. */
  async function choices(): Promise<CallOutput<'session.anvandare'>> {
    const known = users.list();
    const answer = await identity.users(known.length > 0 ? patience.brief : patience.long);
    if (answer.ok) return { kalla: 'server', anvandare: answer.value.users };
    const refused = answer.reason === 'refused' ? { nekad: true as const } : {};
    return { kalla: 'datorn', anvandare: known.map(asChoice), ...refused };
  }

  async function signIn(id: string): Promise<SessionVy> {
    if (current?.userId === id) return view();
    await signOut();
    const known = users.find(id);
    const answer = await identity.signIn(id, known ? patience.brief : patience.long);
    if (!answer.ok && answer.code === 'forbidden' && known) await close(id);
    if (!answer.ok && answer.reason === 'refused') throw new CallFailure('inloggning-nekad', answer.code);
    const user = answer.ok ? fromServer(answer.value, known) : known;
    if (!user) throw new CallFailure('anvandaren-finns-inte-har');
    const parts = { user, known: known !== undefined, ...(answer.ok ? { answer: answer.value } : {}), remember, damaged };
    try {
      current = await openSignedIn(deps, parts);
      tell();
      return view();
    } catch (error) {
      if (!isDamage(error)) throw error;
      // Some pages are first read when what is here is told of.
      const contact = current?.contact();
      await leave();
      current = await salvage(error, contact ? { ...parts, contact } : parts);
    }
    tell();
    return view();
  }

  /** One that cannot be opened at all, for it lacks its key or is a newer program's, cannot be read either. */
  const close = (id: string): Promise<void> =>
    rememberClosed(deps, id).catch((error: unknown) => log({ event: 'closed-account', ...describeError(error) }));

  /** Puts the damaged replica aside. Damaged a second time it is the disk that fails: then each call says so, and nothing more is moved. */
  function salvage(error: unknown, { damaged: _, ...parts }: SignInParts): Promise<SignedIn> {
    log({ event: 'damaged-replica', ...describeError(error) });
    return openSignedIn(deps, { ...parts, damage: error });
  }

  const remember = (user: ComputerUser): void => users.remember(user);

  /** Found while it was in use: the replica is put aside and fetched anew, without a new sign-in. */
  function damaged(found: SignedIn, user: ComputerUser, error: unknown): void {
    gate
      .run(async () => {
        if (current !== found) return;
        const contact = found.contact();
        await leave();
        try {
          current = await salvage(error, { user, known: true, contact, remember });
        } finally {
          tell();
        }
      })
      .catch((failure: unknown) => log({ event: 'salvage', ...describeError(failure) }));
  }

  const fromServer = ({ anvandare: { id, ...anvandare }, kommun }: Answer, known: ComputerUser | undefined): ComputerUser => ({
    ...known,
    id,
    tenant,
    kommun,
    anvandare,
  });

  async function signOut(): Promise<SessionVy> {
    if (current) {
      await leave();
      tell();
    }
    return view();
  }

  async function leave(): Promise<void> {
    const leaving = current;
    current = undefined;
    since = clock.now().toISOString();
    await leaving?.close();
  }

  function tell(): void {
    events.emit({ event: 'session', session: view() });
    events.emit({ event: 'status', status: status() });
  }

  const status = (): StatusVy => current?.status() ?? signedOutStatus(since);

  return {
    view,
    choices,
    signIn: (id: string) => gate.run(() => signIn(id)),
    signOut: () => gate.run(signOut),
    status,
    /** @throws CallFailure when nobody is signed in */
    require(): SignedIn {
      if (!current) throw new CallFailure('inte-inloggad');
      return current;
    },
    /** Leaves everything as a killed process would: nothing is flushed or closed. */
    crash(): void {
      current?.abandon();
      current = undefined;
    },
  };
}

const asChoice = ({ id, funktion, organisation, anvandare }: ComputerUser): AnvandarVal => ({
  id,
  namn: anvandare.namn,
  titel: anvandare.titel,
  ...(funktion ? { funktion } : {}),
  ...(organisation ? { organisation } : {}),
});
