import { AwsClient } from 'aws4fetch';
import { type BlobStore, checkName } from './blob-store.ts';

export type S3Settings = {
  /** Of the service, without the bucket: `https://s3.example.se`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** An answer may take so long: some megabytes over a slow road. */
const timeoutMs = 60_000;

/** Blobs as objects of a bucket of any S3-compatible service. */
export function s3Store({ endpoint, bucket, region, ...keys }: S3Settings): BlobStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 3 });
  const base = `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(bucket)}`;
  async function ask(name: string, method: string, body?: Buffer): Promise<Response> {
    checkName(name);
    const init = { method, signal: AbortSignal.timeout(timeoutMs), ...(body ? { body: new Uint8Array(body) } : {}) };
    const response = await client.fetch(`${base}/${name}`, init);
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
    await response.body?.cancel();
    throw new Error(`the object storage answered ${response.status} to ${method}`);
  }
  return {
    async put(name, bytes) {
      await (await ask(name, 'PUT', bytes)).body?.cancel();
    },
    async has(name) {
      return (await ask(name, 'HEAD')).ok;
    },
    async get(name) {
      const response = await ask(name, 'GET');
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      await response.body?.cancel();
      return undefined;
    },
    async delete(name) {
      await (await ask(name, 'DELETE')).body?.cancel();
    },
  };
}
