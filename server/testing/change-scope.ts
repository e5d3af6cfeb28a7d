import type { Change } from '../../shared/domain/command.ts';
import { ChangedScope } from '../store/changed-scope.ts';
import { lockNames, readRest, readScopes } from '../store/scope.ts';
import type { Store } from '../store/store.ts';
import { writeAndCommit } from '../store/write.ts';

/**
 * Changes a scope outside the commands, as a municipality's systemförvaltning one day does: same lock, buckets, versions, poke.
 * The program has no such way: what it does by itself goes through `server/sync/act.ts`.
 * @param asItIs a change as it is made of what is stored when the scope is locked
 * @returns the version
 */
export async function changeScope(
  store: Store,
  tenant: string,
  name: string,
  changes: Change[],
  asItIs: (change: Change, stored: unknown) => Change = (change) => change,
): Promise<number> {
  const ids = changes.map(({ id }) => id);
  const written = await store.transaction(async (tx) => {
    const [, read] = await Promise.all([lockNames(tx, tenant, [name]), readScopes(tx, tenant, [{ name, need: { ids } }])]);
    const scope = new ChangedScope(name, read.get(name) ?? [], (moved) => readRest(tx, tenant, name, moved));
    const stored = new Map(read.get(name)?.map(({ id, data }) => [id, data]));
    await scope.apply(
      changes.map((change) => asItIs(change, stored.get(change.id))),
      1,
    );
    return (await writeAndCommit(tx, tenant, [scope], 1)) ?? 0;
  });
  await store.poke(tenant);
  return written;
}
