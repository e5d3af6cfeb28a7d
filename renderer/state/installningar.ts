import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { call } from './core.ts';

/** Settings of the user, kept by the core in the encrypted replica. `undefined` = not read yet, `null` = none stored. */
export const useInstallningar = create<{ varden: Record<string, unknown> }>(() => ({ varden: {} }));
const asked = new Set<string>();
let user = 0;
const waiting = new Map<string, { varde: unknown; timer: ReturnType<typeof setTimeout> }>();
/** Sizes change many times a second while dragged; the disk needs only the last. */
const saveDelay = 250;

/** Forgets all read settings: another user signed in. */
export function forgetInstallningar(): void {
  user += 1;
  asked.clear();
  useInstallningar.setState({ varden: {} });
}

export async function readInstallning(nyckel: string): Promise<unknown> {
  const of = user;
  const result = await call('installning.hamta', { nyckel });
  const varde = result.ok ? (result.value ?? null) : null;
  // What the user has set meanwhile counts; and another may have signed in.
  if (of === user && useInstallningar.getState().varden[nyckel] === undefined)
    useInstallningar.setState(({ varden }) => ({ varden: { ...varden, [nyckel]: varde } }));
  return varde;
}

/** Shown at once, on disk within {@link saveDelay} ms. */
export function writeInstallning(nyckel: string, varde: unknown): void {
  asked.add(nyckel);
  useInstallningar.setState(({ varden }) => ({ varden: { ...varden, [nyckel]: varde } }));
  clearTimeout(waiting.get(nyckel)?.timer);
  waiting.set(nyckel, { varde, timer: setTimeout(() => void save(nyckel), saveDelay) });
}

async function save(nyckel: string): Promise<void> {
  const one = waiting.get(nyckel);
  if (!one) return;
  waiting.delete(nyckel);
  clearTimeout(one.timer);
  await call('installning.satt', { nyckel, varde: one.varde });
}
/** Writes what waits: before sign-out and when the window closes. */
export const saveInstallningar = async (): Promise<void> => {
  await Promise.all([...waiting.keys()].map(save));
};

/** A remembered setting with its default until it is read, and a setter. */
export function useInstallning<T>(nyckel: string, forval: T, isValid: (value: unknown) => value is T): [T, (value: T) => void] {
  const stored = useInstallningar(({ varden }) => varden[nyckel]);
  const isUnread = stored === undefined;
  useEffect(() => {
    if (!isUnread || asked.has(nyckel)) return;
    asked.add(nyckel);
    void readInstallning(nyckel);
  }, [nyckel, isUnread]);
  const set = useCallback((value: T) => writeInstallning(nyckel, value), [nyckel]);
  return [isValid(stored) ? stored : forval, set];
}

const isSize = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** A remembered width or height in CSS px, per user and view (FORB-17). */
export const useSize = (nyckel: string, forval: number): [number, (px: number) => void] =>
  useInstallning(`storlek:${nyckel}`, forval, isSize);
