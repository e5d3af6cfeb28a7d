import type { Clock } from './clock.ts';
import type { SyncStatus } from './ports.ts';

type Change = { [K in keyof SyncStatus]?: SyncStatus[K] | undefined };

/** What sync tells of itself; told only when it has changed. */
export function createStatus(clock: Clock, hamtad: string | null, onStatus: (status: SyncStatus) => void) {
  let status: SyncStatus = { ansluten: false, sedan: clock.now().toISOString(), hamtad, fas: 'vilar', antalStammer: null };
  return {
    get: (): SyncStatus => status,
    /** An undefined value takes an optional field away. */
    change(change: Change): void {
      const turned = change.ansluten !== undefined && change.ansluten !== status.ansluten;
      const merged = { ...status, ...change, ...(turned ? { sedan: clock.now().toISOString() } : {}) };
      const next = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as SyncStatus;
      if (JSON.stringify(next) === JSON.stringify(status)) return;
      status = next;
      onStatus(status);
    },
  };
}
export type Status = ReturnType<typeof createStatus>;
