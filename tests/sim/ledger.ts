import type { Change } from '../../shared/domain/command.ts';

/** What a user was told is saved. The product may never contradict this. */
export type Accepted = { id: string; userId: string; name: string; input: unknown };

/** What the municipality itself changed, outside the commands. */
export type AdminChange = { version: number; scope: string; changes: Change[] };

export type Ledger = {
  accepted: Accepted[];
  admin: AdminChange[];
  /** The last draft each user was told is on disk, by key; null = dropped. */
  drafts: Map<string, Map<string, unknown>>;
  /** Refused commands that their users are done with. */
  settled: Set<string>;
  /** Users who have at some time lost the right to an akt: its receipts went with it. */
  lost: Set<string>;
  /** Users whose account has at some time been closed: their programs may be locked. */
  closed: Set<string>;
  /** Documents that were to be filed, by id: whose akt, who, and the name of their bytes. */
  documents: Map<string, { personId: string; userId: string; sha256: string }>;
  /** Documents whose bytes the server had, or may have had, when it was restored without them. */
  unreceived: Set<string>;
  /** Users on whose disk bytes of documents were damaged before the server had them. */
  lostBytes: Set<string>;
  /** In the order things happened, for telling how a failure came about. */
  trace: string[];
};

export const createLedger = (): Ledger => ({
  accepted: [],
  admin: [],
  drafts: new Map(),
  settled: new Set(),
  lost: new Set(),
  closed: new Set(),
  documents: new Map(),
  unreceived: new Set(),
  lostBytes: new Set(),
  trace: [],
});
