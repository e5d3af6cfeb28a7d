import type { CallError } from '../../shared/ipc/contract.ts';
import { BlobError } from '../blobs/blob-error.ts';
import { ReplicaError } from '../db/errors.ts';
import { CallFailure } from '../services/service.ts';
import { describeError, type Log } from './log.ts';

/** The file system's codes that have words of their own; the replica's come as {@link ReplicaError}. */
const byCode: Record<string, CallError['code']> = { ENOSPC: 'disken-full', EDQUOT: 'disken-full' };

/** The failure of a call as data. What has no words of its own is a fault of the program: logged, and told as such. */
export function toCallError(error: unknown, log: Log): CallError {
  if (error instanceof CallFailure) return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail };
  const described = describeError(error);
  const known = error instanceof ReplicaError || error instanceof BlobError ? error.code : byCode[described.code ?? ''];
  log({ event: known ? 'storage' : 'call', ...described });
  return known ? { code: known } : { code: 'internt-fel', ...(described.code ? { detail: described.code } : {}) };
}
