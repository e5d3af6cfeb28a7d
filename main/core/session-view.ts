import type { Actor } from '../../shared/domain/command.ts';
import type { SessionVy } from '../../shared/ipc/views.ts';
import type { Replica } from '../services/ports.ts';
import type { ComputerUser } from './computer-users.ts';
import type { Aterskapad } from './user-replica.ts';

/** The user as the catalogue has them now; before the first pull, as the server described them at sign-in. */
export function actorOf(replica: Replica, user: ComputerUser): Actor {
  return { ...(replica.record('anvandare', user.id)?.data ?? user.anvandare), id: user.id };
}

/** Who the user is in words, by the catalogue; what it does not hold yet, or is broken there, is as it was when they last worked here. */
export const describeUser = (replica: Replica, user: ComputerUser): ComputerUser => replica.carefully(() => described(replica, user));

function described(replica: Replica, user: ComputerUser): ComputerUser {
  const { id: _, ...anvandare } = actorOf(replica, user);
  const funktion = anvandare.funktionId && replica.record('utforare', anvandare.funktionId)?.data.namn;
  const organisation = replica.record('organisation', anvandare.organisationId)?.data.namn;
  return { ...user, anvandare, ...(funktion ? { funktion } : {}), ...(organisation ? { organisation } : {}) };
}

export const sessionView = (
  user: ComputerUser,
  provkorning: boolean,
  aterskapad: Aterskapad | undefined,
): Extract<SessionVy, { inloggad: true }> => ({
  inloggad: true,
  anvandareId: user.id,
  namn: user.anvandare.namn,
  funktion: user.funktion ?? user.anvandare.titel,
  organisation: user.organisation ?? '',
  kommun: user.kommun,
  roller: user.anvandare.roller,
  provkorning,
  ...(aterskapad ? { aterskapad } : {}),
});
