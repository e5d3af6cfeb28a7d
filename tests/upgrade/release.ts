import type { CommandResult, PushedCommand } from '../../shared/protocol/protocol.ts';

/** Of every replica kept here. It guards nothing: all in it is made up. */
export const testKey = '5a'.repeat(32);

type Stored = { type: string; id: string; scope: string; schema: number; data: unknown };
/** A record of the replica as its own release read it, in that release's schema; `data` is left out where it is the server's. */
type Held = Omit<Stored, 'data'> & { version: number; pending: boolean; data?: unknown };

/** What lies beside a release's `replica.db` as `release.json`: what its own program saw in it and made of it. */
export type Release = {
  /** Name and version of the program, and the commit it was built from. */
  program: string;
  commit: string;
  /** The day the fixture was made on, by the clocks in it. */
  now: string;
  anvandareId: string;
  server: {
    tenant: string;
    kommun: string;
    epoch: string;
    version: number;
    client: { id: string; lastSeq: number };
    /** As they were when the replica last heard of them. */
    records: Stored[];
    /** What a colleague did after that: comes to the server before the commands that wait in the replica. */
    after: { anvandareId: string; commands: PushedCommand[] };
  };
  held: Held[];
  drafts: { nyckel: string; personId: string | null; titel: string; data: unknown; savedAt: string }[];
  outbox: { id: string; name: string; version: number; state: string; rejection: unknown; form: unknown; egenText?: unknown }[];
  /** What this release's own server answered to the commands that wait. */
  answers: Pick<CommandResult & { code?: string }, 'id' | 'outcome' | 'code'>[];
};
