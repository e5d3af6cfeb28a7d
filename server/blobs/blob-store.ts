/**
 * Where the server keeps sealed bytes (ARCHITECTURE 8): some megabytes at most under a name, written once. A port, with the adapters
 * `directory.ts` and `s3.ts`.
 */
export interface BlobStore {
  /** What has resolved is durable. */
  put(name: string, bytes: Buffer): Promise<void>;
  has(name: string): Promise<boolean>;
  /** @returns undefined when there is none of the name */
  get(name: string): Promise<Buffer | undefined>;
  /** One that is not there is no error. */
  delete(name: string): Promise<void>;
}

/** Names are ours: a municipality's, and an id. */
export function checkName(name: string): void {
  if (!/^[a-z0-9-]{1,40}\/[0-9a-f-]{36}$/.test(name)) throw new RangeError('a blob has a tenant and an id for a name');
}
