// The ports that this folder implements, as types only: the one place where it knows of services and sync.
// biome-ignore lint/style/noRestrictedImports: an adapter names the port it implements; nothing is imported at run time
export type { Clock, Draft, Head, NewId, OutboxRow, OutboxState, Post, Replica } from '../services/ports.ts';
// biome-ignore lint/style/noRestrictedImports: as above
export type { Hooks, PageItem, PagePut, SyncReplica } from '../sync/ports.ts';
