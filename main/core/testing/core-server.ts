import { randomUUID } from 'node:crypto';
import { bucketsOfAnvandare } from '../../../shared/domain/buckets.ts';
import type { Actor } from '../../../shared/domain/command.ts';
import type { StoredRecord } from '../../../shared/domain/records.ts';
import type { ProtocolErrorCode, PullLine, PullRequest, PushRequest, PushResponse } from '../../../shared/protocol/protocol.ts';
import type { Transport } from '../../sync/ports.ts';
import { TransportError } from '../../sync/transport-error.ts';
import type { Identity, IdentityAnswer } from '../identity.ts';

/**
 * A server for tests of the core alone: it signs in, gives each reader the same records and refuses or does not answer
 * what is pushed. The real one is met in tests/.
 */
export function coreServer(users: Actor[], records: StoredRecord[]) {
  const epoch = randomUUID();
  const state = {
    reachable: true,
    refuseSignIn: false,
    /** Tokens given so far; only the latest is taken. */
    tokens: 0,
    /** Refuses every command with it. */
    refuse: undefined as string | undefined,
    /** Takes every command. */
    accept: false,
    /** A request with this in it cannot be read. */
    poison: undefined as string | undefined,
    /** Answers every request with it. */
    fault: undefined as ProtocolErrorCode | undefined,
    version: 10,
    pushed: [] as PushRequest['commands'],
    accessed: 0,
  };
  const unreachable = { ok: false as const, reason: 'unreachable' as const };
  const answer = <T>(value: () => T): Promise<IdentityAnswer<T>> =>
    Promise.resolve(
      !state.reachable
        ? unreachable
        : state.refuseSignIn
          ? { ok: false, reason: 'refused', code: 'forbidden' }
          : { ok: true, value: value() },
    );

  const identity: Identity = {
    users: () =>
      answer(() => ({
        tenant: 'c1',
        kommun: 'Provköping',
        users: users.map(({ id, namn, titel }) => ({ id, namn, titel, organisation: 'LSS Myndighet' })),
      })),
    signIn: (id) =>
      answer(() => {
        const anvandare = users.find((user) => user.id === id);
        if (!anvandare) throw new Error(`no user ${id} in the fake server`);
        state.tokens += 1;
        return { token: `${id} ${state.tokens}`, expires: '2099-01-01T00:00:00.000Z', anvandare, kommun: 'Provköping' };
      }),
  };

  const transport = ({ token }: { token: () => string | null }): Transport => {
    function check(): Actor {
      if (!state.reachable) throw new TransportError('not reached');
      if (state.fault) throw new TransportError(state.fault, { code: state.fault });
      const [id, number] = (token() ?? '').split(' ');
      const user = users.find((one) => one.id === id);
      if (!user || Number(number) !== state.tokens) throw new TransportError('unauthorised', { code: 'unauthorised' });
      return user;
    }
    return {
      async push({ commands }): Promise<PushResponse> {
        check();
        const { refuse: code, accept, poison } = state;
        if (poison !== undefined && JSON.stringify(commands).includes(poison)) throw new TransportError('malformed', { code: 'malformed' });
        if (code === undefined && !accept) throw new TransportError('not reached');
        state.pushed.push(...commands);
        if (accept) state.version += 1;
        const answer = { version: state.version, at: new Date().toISOString() };
        const results = commands.map(({ seq, id }) =>
          code === undefined ? { seq, id, outcome: 'ok' as const, ...answer } : { seq, id, outcome: 'refused' as const, code, ...answer },
        );
        return { epoch, lastSeq: commands.at(-1)?.seq ?? 0, results };
      },
      async *pull(request: PullRequest) {
        yield pullLines(check(), request).map((line) => JSON.stringify(line));
      },
      async *poke(signal: AbortSignal) {
        check();
        yield 'open' as const;
        yield 'poke' as const;
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      },
      async lost() {
        check();
        return { lost: [] };
      },
      async access({ entries }) {
        check();
        state.accessed += entries.length;
      },
    };
  };

  function pullLines(user: Actor, { cursors, counts }: PullRequest): PullLine[] {
    const buckets = bucketsOfAnvandare(user);
    const known = (bucket: string) => cursors.find((cursor) => cursor.bucket === bucket)?.version ?? 0;
    const mine = records.filter((record) => record.version > known(bucketOf(record)));
    const at = new Date().toISOString();
    const { version } = state;
    return [
      { t: 'head', epoch, serverTime: at, version, buckets, lastSeq: state.pushed.at(-1)?.seq ?? 0, results: [], anvandare: user },
      ...mine.map((r): PullLine => ({ t: 'put', b: [bucketOf(r)], r })),
      {
        t: 'cursors',
        cursors: buckets.map((bucket) => ({ bucket, version, fill: null })),
        ...(counts ? { counts: Object.fromEntries(buckets.map((b) => [b, records.filter((r) => bucketOf(r) === b).length])) } : {}),
        more: false,
      },
      { t: 'end' },
    ];
  }

  return {
    state,
    identity,
    transport,
    /** Changes records as a colleague's work would; readers have them at their next pull. */
    change(changed: StoredRecord[]): void {
      state.version += 1;
      for (const record of changed) {
        const at = records.findIndex((one) => one.id === record.id);
        records.splice(at < 0 ? records.length : at, 1, { ...record, version: state.version });
      }
    },
  };
}

const bucketOf = ({ scope }: StoredRecord): string => (scope === 'katalog' ? 'katalog' : 'org:lss');
