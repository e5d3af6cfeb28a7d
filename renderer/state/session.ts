import { create } from 'zustand';
import type { SessionVy } from '../../shared/ipc/views.ts';
import type { CallError } from '../backend/backend.ts';
import { call, onCoreEvent } from './core.ts';
import { saveInstallningar } from './installningar.ts';

type SessionState = { session: SessionVy | null; fel: CallError | null };

/** Who is signed in; null before the core has answered. */
export const useSession = create<SessionState>(() => ({ session: null, fel: null }));

const take = (result: { ok: true; value: SessionVy } | { ok: false; error: CallError }): boolean => {
  useSession.setState(result.ok ? { session: result.value, fel: null } : { fel: result.error });
  return result.ok;
};

/** Reads the session and follows it. @returns a function that ends it */
export function followSession(): () => void {
  const end = onCoreEvent((event) => {
    if (event.event === 'session') useSession.setState({ session: event.session, fel: null });
  });
  void call('session.hamta', {}).then(take);
  return end;
}

/** @returns true when signed in; else the reason is in the store's `fel` */
export const logIn = async (anvandareId: string): Promise<boolean> => take(await call('session.loggaIn', { anvandareId }));
/** The user has read that the replica was made anew. */
export const aterskapadLast = async (): Promise<boolean> => take(await call('session.aterskapadLast', {}));
/** Drafts and outbox stay on the computer, for the user's next sign-in. */
export async function logOut(): Promise<boolean> {
  await saveInstallningar();
  return take(await call('session.loggaUt', {}));
}

/** The signed-in user's session, or undefined. */
export function useInloggad(): Extract<SessionVy, { inloggad: true }> | undefined {
  return useSession(({ session }) => (session?.inloggad ? session : undefined));
}
