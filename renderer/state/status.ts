import { useEffect } from 'react';
import { create } from 'zustand';
import type { StatusVy } from '../../shared/ipc/views.ts';
import { call, onCoreEvent } from './core.ts';

/** What the core last told of server, outbox and replica; null before the first time. */
export const useStatus = create<{ status: StatusVy | null }>(() => ({ status: null }));

/** Reads the status and follows it. @returns a function that ends it */
export function followStatus(): () => void {
  const end = onCoreEvent((event) => {
    if (event.event === 'status') useStatus.setState({ status: event.status });
  });
  void fetchStatus();
  return end;
}
export const fetchStatus = async (): Promise<void> => take('status.hamta');
/** Not all that the user may see is here yet: it has never all come, it is coming, or it cannot all be found by search. */
export const isOfullstandig = (status: StatusVy | null): boolean =>
  status !== null && (status.hamtad === null || status.fas === 'forsta-hamtning' || status.fas === 'bygger-sok');
/** Runs when all has come and can be found: what was read before of other persons than one's own may now be more. */
export function useNarHelt(run: () => void): void {
  useEffect(
    () =>
      useStatus.subscribe((now, before) => {
        if (isOfullstandig(before.status) && !isOfullstandig(now.status)) run();
      }),
    [run],
  );
}
/** Asks the core to talk with the server now. */
export const syncNow = async (): Promise<void> => take('synk.nu');
/** Lets a stopped sync go on although it removes an unusual share (ARCHITECTURE 6, brake). */
export const releaseBroms = async (): Promise<void> => take('synk.slappBroms');

/** The user says that the other server is theirs. */
export const acceptServer = async (): Promise<void> => take('synk.godkannServer');

async function take(name: 'status.hamta' | 'synk.nu' | 'synk.slappBroms' | 'synk.godkannServer'): Promise<void> {
  const result = await call(name, {});
  if (result.ok) useStatus.setState({ status: result.value });
}
