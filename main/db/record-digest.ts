import { hash } from 'node:crypto';

/** How many, and the exclusive or of a hash of each: the same whatever the order, and kept by what comes and what goes. */
export type Digest = { count: number; high: number; low: number };

export const emptyDigest = (): Digest => ({ count: 0, high: 0, low: 0 });

/** Takes a record at a version into a digest, or out of it. The server has the same hash (migration 0005 there). */
export function turnDigest(digest: Digest, by: 1 | -1, id: string, version: number): void {
  // As text: bytes take twice as long, and a first fill has hundreds of thousands of records.
  const text = hash('sha256', `${id} ${version}`, 'hex');
  digest.count += by;
  digest.high = (digest.high ^ Number.parseInt(text.slice(0, 8), 16)) >>> 0;
  digest.low = (digest.low ^ Number.parseInt(text.slice(8, 16), 16)) >>> 0;
}

export function addDigest(to: Digest, { count, high, low }: Digest): void {
  to.count += count;
  to.high = (to.high ^ high) >>> 0;
  to.low = (to.low ^ low) >>> 0;
}

/** As the protocol carries it. */
export const digestText = ({ count, high, low }: Digest): string => `${count} ${hex(high)}${hex(low)}`;

const hex = (word: number): string => word.toString(16).padStart(8, '0');
