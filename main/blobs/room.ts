import { statfsSync } from 'node:fs';
import { BlobError } from './blob-error.ts';

/** Why bytes are stored: the user's own come first, and what may be fetched again last. */
type Varfor = 'egen' | 'begard' | 'forhand';

export type Room = {
  /** Bytes free on the disk of the profile. */
  free(): number;
  /** Bytes that what can be fetched again may take in all. */
  quota: number;
};

const mega = 1_000_000;
/** Left free on the disk: the replica's own writes, a note that is being written, go before any document. */
const kept: Record<Varfor, number> = { egen: 200 * mega, begard: 500 * mega, forhand: 2000 * mega };

/** What documents that can be fetched again take at most. */
export const quotaBytes = 20_000 * mega;

/** @returns asks the disk that a folder lies on */
export const freeBytesOf = (folder: string) => (): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** @throws BlobError `dokument-ryms-inte` before the disk is full */
export function checkRoom({ free, quota }: Room, bytes: number, varfor: Varfor, used: () => number): void {
  if (free() - bytes < kept[varfor]) throw new BlobError('dokument-ryms-inte');
  if (varfor !== 'egen' && used() + bytes > quota) throw new BlobError('dokument-ryms-inte');
}
