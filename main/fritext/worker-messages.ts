import type { Followed } from './follow.ts';

/** What the thread of the index is started with; keys in hexadecimal. */
export type FritextStart = { replica: string; replicaKey: string; id: string; index: string; indexKey: string };
/** `folj`: something may have happened in the replica. `sluta`: ends the thread. */
export type ToFritext = 'folj' | 'sluta';
export type FromFritext =
  /** The index is there, and can be read. */
  | { slag: 'redo' }
  /** So far it has come. `stadad`: nothing that was deleted lies in it any more. */
  | ({ slag: 'lage'; stadad: boolean } & Omit<Followed, 'vantar'>)
  /** The disk is almost full: it waits. */
  | { slag: 'fullt' };
