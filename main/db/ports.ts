// The ports that this folder implements, as types only: the one place where it knows of services and sync.
export type {
  AccessEntry,
  AktFrist,
  AktIvotid,
  Brevpost,
  Clock,
  Draft,
  Head,
  NewId,
  OutboxRow,
  OutboxState,
  Post,
  Replica,
  Searchable,
} from '../services/ports.ts';
export type { Hooks, NamedDocument, PageItem, PagePut, SyncDocuments, SyncReplica } from '../sync/ports.ts';
