import { randomBytes } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { BlobStore } from './blob-store.ts';
import type { KeyHolder } from './key-holder.ts';
import { seal, unseal } from './seal.ts';

/** Bytes sealed by a municipality's data key, which lies in the database as its own key wrapped it. */
export type Vault = {
  put(tenant: string, id: string, bytes: Buffer): Promise<void>;
  /**
   * @returns undefined when they are gone, or are not what was put there
   * @throws BlobStoreAway
   */
  get(tenant: string, id: string): Promise<Buffer | undefined>;
  delete(tenant: string, id: string): Promise<void>;
  /** The store has the municipality's mark. */
  isThere(tenant: string): Promise<boolean>;
  /** Gives a store that is empty the municipality's mark. */
  mark(tenant: string): Promise<void>;
};

/** The store has nothing of a municipality's, not even what tells that it is theirs: a disk that is not mounted, or another bucket. */
export class BlobStoreAway extends Error {
  constructor(tenant: string) {
    super(`the blob store has not the mark of ${tenant}: is it the right one, and mounted?`);
    this.name = 'BlobStoreAway';
  }
}
/** What tells that a store is a municipality's; made with its first data key, before anything else. */
const mark = { id: '00000000-0000-0000-0000-000000000000', bytes: Buffer.from('Aktnära\n') };

/** A number says by which of the municipality's data keys the rest is sealed. */
const numberBytes = 4;

const nameOf = (tenant: string, id: string): string => `${tenant}/${id}`;

export function createVault(blobs: BlobStore, holder: KeyHolder, store: Pick<Store, 'dataKeys' | 'addDataKey'>): Vault {
  const known = new Map<string, Promise<Map<number, Buffer>>>();

  /** Opened once and kept in memory; a failure is not kept. */
  function keysOf(tenant: string): Promise<Map<number, Buffer>> {
    const found = known.get(tenant) ?? open(tenant);
    known.set(tenant, found);
    found.catch(() => known.delete(tenant));
    return found;
  }
  async function open(tenant: string): Promise<Map<number, Buffer>> {
    let rows = await store.dataKeys(tenant);
    if (rows.length === 0) {
      await putMark(tenant);
      await store.addDataKey(tenant, 1, await holder.wrap(tenant, randomBytes(32)));
      // Another node may have been first: what stands there counts.
      rows = await store.dataKeys(tenant);
    }
    return new Map(await Promise.all(rows.map(async ({ nr, wrapped }) => [nr, await holder.unwrap(tenant, wrapped)] as const)));
  }

  const putMark = (tenant: string) => blobs.put(nameOf(tenant, mark.id), mark.bytes);
  const isThere = (tenant: string) => blobs.has(nameOf(tenant, mark.id));
  /** What is not there is gone only where the rest is. */
  async function mustBeThere(tenant: string): Promise<void> {
    if (!(await isThere(tenant))) throw new BlobStoreAway(tenant);
  }

  return {
    isThere,
    mark: putMark,
    async put(tenant, id, bytes) {
      const keys = await keysOf(tenant);
      const nr = Math.max(...keys.keys());
      const number = Buffer.alloc(numberBytes);
      number.writeUInt32BE(nr);
      const name = nameOf(tenant, id);
      const sealed = Buffer.concat([number, ...seal(keys.get(nr) as Buffer, bytes, name)]);
      // A store that is another's would take it, and the right one not have it: what lies there counts for nothing then.
      await Promise.all([mustBeThere(tenant), blobs.put(name, sealed)]);
    },
    async get(tenant, id) {
      const keys = await keysOf(tenant);
      const name = nameOf(tenant, id);
      const sealed = await blobs.get(name);
      if (!sealed) await mustBeThere(tenant);
      const key = sealed && sealed.length > numberBytes ? keys.get(sealed.readUInt32BE()) : undefined;
      if (!sealed || !key) return undefined;
      try {
        return unseal(key, sealed.subarray(numberBytes), name);
      } catch {
        // Changed on disk: as good as gone, and told as such.
        return undefined;
      }
    },
    async delete(tenant, id) {
      // Forgotten while the store is away, its bytes would lie there for ever.
      await mustBeThere(tenant);
      await blobs.delete(nameOf(tenant, id));
    },
  };
}
