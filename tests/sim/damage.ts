import type { RunningServer } from '../../server/start.ts';
import type { ChangedScope } from '../../server/store/changed-scope.ts';
import { lockNames } from '../../server/store/scope.ts';
import type { Burst } from '../../server/store/transaction.ts';
import { writeAndCommit } from '../../server/store/write.ts';
import type { Change } from '../../shared/domain/command.ts';
import { isVaxande } from '../../shared/domain/need.ts';
import { type RecordType, recordTypes, schemaNumber } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { brokenFrom, brokenOfType } from '../../shared/domain/testing/broken-records.ts';
import type { Random } from './random.ts';

type Sound = { id: string; type: RecordType; schema: number; data: unknown };
type Broken = { data: unknown; schema: number };

/** What every command reads of an akt; the person too, whose number stays theirs. */
const small: readonly RecordType[] = recordTypes.filter((type) => !isVaxande(type));
/** What no version of the program reads, and what a newer one may have written. */
const unreadable: Broken[] = [
  { data: 'trasig', schema: 1 },
  { data: [], schema: 1 },
  { data: { helt: 'annat' }, schema: 99 },
];
/** Of today's schema number, and not what its type says: with nothing in it, or with a field missing or of another kind. */
const brokenToday = ({ type, data }: Sound): Broken[] =>
  [...brokenOfType(type), ...brokenFrom(type, data as Record<string, unknown>)].map((broken) => ({
    data: broken,
    schema: schemaNumber(type),
  }));
/** A user's own is what lets them in at all. */
const isSpared = (type: RecordType): boolean => type === 'anvandare';

/** Documents in the server's database that cannot be read: at most one a scope, until it is mended. */
export function createDamage({ store }: Pick<RunningServer, 'store'>, tenant: string, random: Random) {
  const sound = new Map<string, Sound>();
  let planted = false;

  /** Under the lock of the scope: a command under way has read what it goes on to write. */
  const locked = <T>(scope: string, work: (tx: Burst) => Promise<T>) =>
    store.transaction(async (tx) => {
      await lockNames(tx, tenant, [scope]);
      return work(tx);
    });

  return {
    scopes: () => [...sound.keys()],
    /** A replica may have been told of one. */
    wasPlanted: () => planted,
    /** @returns what; undefined when there is nothing to break, or it is broken already */
    async plant(scope: string): Promise<string | undefined> {
      if (sound.has(scope)) return undefined;
      const isToday = random.chance(0.6);
      const isSeen = random.chance(0.5);
      const what = await locked(scope, async (tx) => {
        const text = 'select id, type, schema, data, buckets from record where tenant = $1 and scope = $2 order by id';
        const rows = await tx.query<Sound & { buckets: string[] }>('sim-scope', text, [tenant, scope]);
        const types = [...new Set(rows.map(({ type }) => type))].filter((type) => !isSpared(type) && (isToday || small.includes(type)));
        if (types.length === 0) return undefined;
        const type = random.pick(types);
        const { buckets, ...one } = random.pick(rows.filter((row) => row.type === type));
        const broken = random.pick(isToday ? brokenToday(one) : unreadable);
        sound.set(scope, one);
        planted = true;
        // As a program with a defect writes it, which every replica is told of; or by hand, and then who fetches it anew finds it.
        if (isSeen || scope === katalogScope) await writeAndCommit(tx, tenant, [asWritten({ ...one, ...broken }, scope, buckets)], 1);
        else {
          await tx.query('sim-break', setDocument, [tenant, one.id, JSON.stringify(broken.data), broken.schema]);
          await tx.commit();
        }
        return `${one.type} ${one.id.slice(0, 8)} is ${JSON.stringify(broken.data)?.slice(0, 80)}${isSeen ? ', and told of' : ''}`;
      });
      if (isSeen) await store.poke(tenant);
      return what;
    },
    /** @returns what has to be written anew, for who has fetched the broken one; nothing when it is sound */
    async mend(scope: string): Promise<Change[]> {
      const one = sound.get(scope);
      if (!one) return [];
      const { id, type, schema, data } = one;
      await locked(scope, async (tx) => {
        await tx.query('sim-break', setDocument, [tenant, id, JSON.stringify(data), schema]);
        await tx.commit();
      });
      sound.delete(scope);
      return [{ op: 'put', type, id, data } as Change];
    },
  };
}
const setDocument = 'update record set data = $3::jsonb, schema = $4 where tenant = $1 and id = $2';

/** One record as a command that does not look at what it writes leaves it. */
const asWritten = (record: Sound, scope: string, buckets: string[]): ChangedScope =>
  ({
    name: scope,
    written: () => ({
      puts: [{ ...record, scope, buckets, step: 1 }],
      moved: [],
      deleted: [],
      entries: buckets.map((bucket) => ({ scope, bucket, id: record.id, present: true, step: 1 })),
    }),
  }) satisfies Pick<ChangedScope, 'name' | 'written'> as unknown as ChangedScope;

export type Damage = ReturnType<typeof createDamage>;
