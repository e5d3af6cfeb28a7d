import type { Rulebook } from '../../shared/domain/rulebook/commands.ts';
import type { Tjanst } from '../../shared/protocol/protocol.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../util/clock.ts';
import type { Hooks } from './hooks.ts';

export type SyncDependencies = {
  store: Store;
  rulebook: Rulebook;
  clock: Clock;
  hooks: Hooks;
  /** What the server is set up to send outside, as clients are told. */
  tjanster?: readonly Tjanst[];
  /** For operations: commands of a scope wait, since what they are decided against cannot be read. */
  onSetAside?: (cause: unknown, command: ToldCommand) => void;
  /** For operations: a command was refused, since the database cannot hold what it would write. */
  onUnstorable?: (cause: unknown, command: ToldCommand) => void;
  /** Commands of these names have changed something: the server may have more to do. */
  onCommands?: (tenant: string, names: string[]) => void;
  /** Somebody is to be told outside the e-service. */
  onNotices?: (tenant: string) => void;
  /** The bytes of a document have come whole. */
  onBytes?: (tenant: string) => void;
};

type ToldCommand = { tenant: string; id: string; name: string };
