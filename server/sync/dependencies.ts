import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { Hooks } from './hooks.ts';

export type SyncDependencies = { store: Store; clock: Clock; hooks: Hooks };
