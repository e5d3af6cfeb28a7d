import { join } from 'node:path';
import { type Blobs, openBlobs } from '../blobs/blobs.ts';
import { quotaBytes } from '../blobs/room.ts';
import type { CoreDeps } from './deps.ts';
import { describeError } from './log.ts';

/**
 * Opens the bytes of the user's documents, beside their replica, with a key of its own. What is wrong with them keeps nobody from working:
 * it is logged, and documents can neither be stored nor read until it is mended.
 * @returns undefined when they cannot be opened
 */
export async function openUserBlobs(
  { dataDir, tenant, keys, clock, freeBytes, log }: CoreDeps,
  anvandareId: string,
): Promise<Blobs | undefined> {
  const name = `dokument-${tenant}-${anvandareId}`;
  try {
    return openBlobs({
      file: join(dataDir, `${name}.db`),
      key: await keys.get(name),
      room: { free: freeBytes, quota: quotaBytes },
      clock,
      onDamage: ({ error, saved }) => log({ event: 'damaged-documents', saved, ...describeError(error) }),
    });
  } catch (error) {
    log({ event: 'documents', ...describeError(error) });
    return undefined;
  }
}
