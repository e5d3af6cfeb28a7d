import type { RunningServer } from '../../server/start.ts';
import { lockNames } from '../../server/store/scope.ts';
import type { Change } from '../../shared/domain/command.ts';
import { isVaxande } from '../../shared/domain/need.ts';
import { recordTypes } from '../../shared/domain/records.ts';
import type { Random } from './random.ts';

type Sound = { id: string; type: string; schema: number; data: unknown };

/** What every command reads of an akt; the person too, whose number stays theirs. */
const small = recordTypes.filter((type) => !isVaxande(type));
/** What no version of the program reads, and what a newer one may have written. */
const forms = [
  { data: '"trasig"', schema: 1 },
  { data: '[]', schema: 1 },
  { data: '{"helt":"annat"}', schema: 99 },
];

/** Documents in the server's database that cannot be read: at most one an akt, until it is mended. */
export function createDamage({ store }: Pick<RunningServer, 'store'>, tenant: string, random: Random) {
  const sound = new Map<string, Sound>();

  /** Under the lock of the scope: a command under way has read what it goes on to write. */
  const locked = <T>(scope: string, work: (query: <Row>(name: string, text: string, values: unknown[]) => Promise<Row[]>) => Promise<T>) =>
    store.transaction(async (tx) => {
      await lockNames(tx, tenant, [scope]);
      const done = await work(tx.query);
      await tx.commit();
      return done;
    });

  return {
    scopes: () => [...sound.keys()],
    /** @returns what; undefined when there is nothing to break, or it is broken already */
    async plant(scope: string): Promise<string | undefined> {
      if (sound.has(scope)) return undefined;
      return locked(scope, async (query) => {
        const text = 'select id, type, schema, data from record where tenant = $1 and scope = $2 and type = any($3) order by id';
        const rows = await query<Sound>('sim-small', text, [tenant, scope, small]);
        if (rows.length === 0) return undefined;
        const one = random.pick(rows);
        const { data, schema } = random.pick(forms);
        await query('sim-break', 'update record set data = $3::jsonb, schema = $4 where tenant = $1 and id = $2', [
          tenant,
          one.id,
          data,
          schema,
        ]);
        sound.set(scope, one);
        return `${one.type} is ${data}`;
      });
    },
    /** @returns what has to be written anew, for who has fetched the broken one; nothing when it is sound */
    async mend(scope: string): Promise<Change[]> {
      const one = sound.get(scope);
      if (!one) return [];
      const { id, type, schema, data } = one;
      await locked(scope, (query) =>
        query('sim-mend', 'update record set data = $3::jsonb, schema = $4 where tenant = $1 and id = $2', [
          tenant,
          id,
          JSON.stringify(data),
          schema,
        ]),
      );
      sound.delete(scope);
      return [{ op: 'put', type, id, data } as Change];
    },
  };
}
export type Damage = ReturnType<typeof createDamage>;
