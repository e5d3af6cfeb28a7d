import { testReplica } from '../../main/db/testing/replica.ts';
import { createHttpTransport } from '../../main/sync/http-transport.ts';
import { platformTimers } from '../../main/sync/platform-timers.ts';
import { createSync } from '../../main/sync/sync.ts';
import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { TestClient } from '../../server/testing/client.ts';
import type { Actor, Decision, State } from '../../shared/domain/command.ts';
import { isRejection } from '../../shared/domain/command.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { commands } from '../../shared/domain/rulebook/command-list.ts';
import { decideCommand, readCommand } from '../../shared/domain/rulebook/commands.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import type { Grundpost } from './kommun.ts';

export type Utfort = Kommando & { id: string; at: string; actor: Actor };

/** Somewhere commands are run, as its users see it. */
export type Varld = {
  /** What the actor can read of an akt and of the catalogue. */
  vy: (actor: Actor, personId: string) => State;
  kor: (kommando: Utfort) => Decision;
  /** Everyone has sent all they did, and fetched all that others did. */
  synka: (actors: Actor[]) => Promise<void>;
};

/** The rulebook and nothing else: everyone reads everything at once. */
export function rentRegelverk(records: Grundpost[]): Varld & { akt: (personId: string) => Map<string, { type: string; data: unknown }> } {
  const scopes = new Map<string, Map<string, { type: string; data: unknown }>>();
  const scopeOf = (scope: string) => {
    const found = scopes.get(scope) ?? new Map<string, { type: string; data: unknown }>();
    scopes.set(scope, found);
    return found;
  };
  for (const { type, id, scope, data } of records) scopeOf(scope).set(id, { type, data });
  const read = (scope: string) => ({
    get: <T extends RecordType>(type: T, id: string) => {
      const found = scopeOf(scope).get(id);
      return found?.type === type ? (found.data as RecordData<T>) : undefined;
    },
    list: <T extends RecordType>(type: T) =>
      [...scopeOf(scope)].flatMap(([id, one]) => (one.type === type ? [{ id, data: one.data as RecordData<T> }] : [])),
  });
  const vy = (personId: string): State => {
    const [akt, katalog] = [read(aktScope(personId)), read(katalogScope)];
    return { ...akt, katalog: katalog.get, katalogLista: katalog.list, personMedNummer: () => undefined };
  };
  return {
    vy: (_, personId) => vy(personId),
    kor({ name, input, id, at, actor }) {
      if (!('personId' in input)) throw new Error(`${name} is of no akt`);
      const read = readCommand(name, commands[name].version, input, actor);
      const decision = decideCommand(read, vy(input.personId), { now: at, actor, kommandoId: id });
      if (isRejection(decision)) return decision;
      const akt = scopeOf(aktScope(input.personId));
      for (const change of decision) {
        if (change.op === 'put') akt.set(change.id, { type: change.type, data: change.data });
        else akt.delete(change.id);
      }
      return decision;
    },
    synka: async () => {},
    akt: (personId) => scopeOf(aktScope(personId)),
  };
}

type Replika = ReturnType<ReturnType<typeof testReplica>['open']>;

/** A replica for each user, on the server over HTTP; between two calls of `synka` they are offline. */
export function klienter(
  url: string,
  tenant: string,
): Varld & { replika: (actor: Actor) => Replika; avvisade: () => string[]; stang: () => void } {
  const alla = new Map<string, { replica: Replika; remove: () => void; token: string | undefined }>();
  const hos = ({ id }: Actor) => {
    const found = alla.get(id);
    if (found) return found;
    const place = testReplica(id);
    const ny = { replica: place.open(), remove: place.remove, token: undefined as string | undefined };
    alla.set(id, ny);
    return ny;
  };
  return {
    vy(actor, personId) {
      const { replica } = hos(actor);
      const scope = aktScope(personId);
      return {
        get: (type, id) => replica.record(type, id)?.data,
        list: (type) => replica.inScope(scope, type),
        katalog: (type, id) => replica.record(type, id)?.data,
        katalogLista: (type) => replica.katalog(type),
        personMedNummer: () => undefined,
      };
    },
    kor: ({ name, input, id, at, actor }) => hos(actor).replica.runCommand({ id, name, version: commands[name].version, input, at, actor }),
    async synka(actors) {
      // Twice: who sent first fetches what the others sent after.
      for (const actor of [...actors, ...actors]) {
        const own = hos(actor);
        own.token ??= (await new TestClient(url, tenant).signIn(actor.id)).token;
        const errors: unknown[] = [];
        const sync = createSync({
          replica: own.replica,
          transport: createHttpTransport({ serverUrl: url, tenant, token: () => own.token ?? null }),
          clock: { now: () => new Date() },
          timers: platformTimers,
          random: () => 0.5,
          onStatus: () => {},
          onError: (error) => errors.push(error),
        });
        await sync.start();
        await sync.stop();
        if (errors.length > 0) throw new Error(`sync of ${actor.namn} failed`, { cause: errors[0] });
      }
    },
    replika: (actor) => hos(actor).replica,
    avvisade: () =>
      [...alla.values()].flatMap(({ replica }) =>
        replica
          .outbox()
          .flatMap(({ name, state, rejection }) => (state === 'received' ? [] : [`${name} ${state} ${rejection?.code ?? ''}`])),
      ),
    stang() {
      for (const { replica, remove } of alla.values()) {
        replica.close();
        remove();
      }
    },
  };
}
