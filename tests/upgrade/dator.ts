import { openReplica } from '../../main/db/replica.ts';
import { createServices } from '../../main/services/services.ts';
import { createHttpTransport } from '../../main/sync/http-transport.ts';
import type { Transport } from '../../main/sync/ports.ts';
import { createSync } from '../../main/sync/sync.ts';
import type { Actor, State } from '../../shared/domain/command.ts';
import type { Rulebook } from '../../shared/domain/rulebook/commands.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { paths } from '../../shared/protocol/protocol.ts';

export type DatorOptions = {
  file: string;
  key: string;
  actor: Actor;
  now: () => Date;
  newId: () => string;
  server: { url: string; tenant: string };
  rulebook?: Rulebook;
};

/** One user's computer: it is offline but for the rounds it is told to make. */
export function dator({ file, key, actor, now, newId, server: { url, tenant }, ...more }: DatorOptions) {
  const clock = { now };
  const replica = openReplica({ file, key, anvandareId: actor.id, clock, newId, ...more });
  let token: string | undefined;

  async function signIn(): Promise<string> {
    const answer = await fetch(`${url}/t/${tenant}/v1${paths.demoSignIn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ anvandareId: actor.id }),
    });
    if (!answer.ok) throw new Error(`${actor.namn} cannot sign in: ${answer.status}`);
    return ((await answer.json()) as { token: string }).token;
  }

  return {
    actor,
    replica,
    call: createServices({ replica, actor: () => actor, clock, newId }),

    /** What a form of the kund is filled from. */
    state(personId: string): State {
      return {
        get: (type, id) => replica.record(type, id)?.data,
        list: (type) => replica.inScope(aktScope(personId), type),
        katalog: (type, id) => replica.record(type, id)?.data,
        katalogLista: (type) => replica.katalog(type),
        personMedNummer: () => undefined,
      };
    },

    /** Sends what waits and fetches what is new, once. @returns what went wrong */
    async round(over: Partial<Transport> = {}): Promise<unknown[]> {
      token ??= await signIn();
      const errors: unknown[] = [];
      const sync = createSync({
        replica,
        transport: { ...createHttpTransport({ serverUrl: url, tenant, token: () => token ?? null }), ...over },
        clock,
        timers: { setTimeout, clearTimeout, breathe: () => new Promise<void>((resolve) => setImmediate(resolve)) },
        random: () => 0.5,
        onStatus: () => {},
        onError: (error) => errors.push(error),
      });
      await sync.start();
      await sync.stop();
      return errors;
    },
  };
}
export type Dator = ReturnType<typeof dator>;
