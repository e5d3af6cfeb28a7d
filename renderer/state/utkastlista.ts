import { useEffect } from 'react';
import { create } from 'zustand';
import type { Utkast } from '../../shared/ipc/views.ts';
import { call, onCoreEvent } from './core.ts';

/** The user's drafts on this computer; null until read. */
export const useUtkastlista = create<{ utkast: readonly Utkast[] | null }>(() => ({ utkast: null }));

export async function fetchUtkast(): Promise<void> {
  const answer = await call('utkast.lista', {});
  if (answer.ok) useUtkastlista.setState({ utkast: answer.value });
}

/** A draft was written: one known already is changed in place, since it happens at every pause in typing. */
export function utkastSkrivet(post: Pick<Utkast, 'nyckel' | 'titel' | 'data' | 'sparad'>): void {
  const { utkast } = useUtkastlista.getState();
  if (!utkast?.some((one) => one.nyckel === post.nyckel)) {
    void fetchUtkast();
    return;
  }
  useUtkastlista.setState({ utkast: utkast.map((one) => (one.nyckel === post.nyckel ? { ...one, ...post } : one)) });
}

/** A draft is gone: dropped, or carried by a command. */
export function utkastBorta(nyckel: string): void {
  useUtkastlista.setState(({ utkast }) => ({ utkast: utkast?.filter((one) => one.nyckel !== nyckel) ?? null }));
}

let readers = 0;
const inga: readonly Utkast[] = [];

/** The drafts, read when first needed and when the outbox or the session changes. */
export function useUtkast(): readonly Utkast[] {
  useEffect(() => {
    readers += 1;
    void fetchUtkast();
    const end = onCoreEvent(({ event }) => {
      if (event === 'utkorg' || event === 'session') void fetchUtkast();
    });
    return () => {
      end();
      readers -= 1;
      // Nobody looks: the next user of this window must not meet another's list.
      if (readers === 0) useUtkastlista.setState({ utkast: null });
    };
  }, []);
  return useUtkastlista(({ utkast }) => utkast) ?? inga;
}
