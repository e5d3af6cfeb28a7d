import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder, writeWhole } from './durable.ts';
import { seal, unseal } from './seal.ts';

/**
 * Who holds a municipality's own key: the server has data keys that only this opens. A port; PKCS#11 or a key service may stand
 * behind it.
 */
export interface KeyHolder {
  wrap(tenant: string, dataKey: Buffer): Promise<Buffer>;
  /** @throws when it is not this holder's, or the key is not to be had */
  unwrap(tenant: string, wrapped: Buffer): Promise<Buffer>;
}

/**
 * The keys as files of a folder, `<tenant>.key`, 64 hexadecimal digits: for trial. A folder on the same disk as the blobs protects
 * against a copy of the blobs alone.
 */
export function fileKeyHolder(folder: string): KeyHolder {
  const keyOf = async (tenant: string, make: boolean): Promise<Buffer> => {
    const file = join(folder, `${tenant}.key`);
    if (make) await makeKey(folder, file);
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
    if (key.length !== 32) throw new Error(`${file} is no key of 64 hexadecimal digits`);
    return key;
  };
  return {
    wrap: async (tenant, dataKey) => Buffer.concat(seal(await keyOf(tenant, true), dataKey, `data key of ${tenant}`)),
    unwrap: async (tenant, wrapped) => unseal(await keyOf(tenant, false), wrapped, `data key of ${tenant}`),
  };
}

/**
 * One that is there is left as it is, also by another node that makes it at the same time. It stands there whole or not at all, and is
 * durable before anything is sealed by it: what was sealed by a key that is gone opens no more.
 */
async function makeKey(folder: string, file: string): Promise<void> {
  if (existsSync(file)) return;
  await makeFolder(folder);
  const made = `${file}.ny-${randomUUID()}`;
  await writeWhole(made, `${randomBytes(32).toString('hex')}\n`);
  try {
    await link(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(made, { force: true });
  }
  await syncFolder(folder);
}
