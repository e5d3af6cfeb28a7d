import type { Rulebook } from '../../shared/domain/rulebook/commands.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../util/clock.ts';
import type { Hooks } from './hooks.ts';

export type SyncDependencies = {
  store: Store;
  rulebook: Rulebook;
  clock: Clock;
  hooks: Hooks;
  /** For operations: commands of a scope wait, since what they are decided against cannot be read. */
  onSetAside?: (cause: unknown, command: { tenant: string; id: string; name: string }) => void;
  /** A kund was registered in the tenant: the register of residents may have something to say. */
  onRegistered?: (tenant: string) => void;
  /** Commands of these names have changed something: the server may have more to do. */
  onCommands?: (tenant: string, names: string[]) => void;
};
