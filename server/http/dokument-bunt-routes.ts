import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { packBunt, storstaBunt, unpackBunt } from '../../shared/protocol/dokument-bunt.ts';
import { dokumentBuntRequest, dokumentBuntResponse, limits, paths } from '../../shared/protocol/protocol.ts';
import { receiveTogether } from '../blobs/receive.ts';
import type { Vault } from '../blobs/vault.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { RequestError } from '../util/request-error.ts';
import type { CallerOf } from './caller.ts';
import type { DokumentAccess } from './dokument-access.ts';
import { errors } from './sync-routes.ts';

const params = z.object({ tenant: z.string() });
const common = { params, security: [{ bearer: [] }] };
type Given = Pick<SyncDependencies, 'store' | 'clock' | 'onBytes'> & {
  callerOf: CallerOf;
  access: DokumentAccess;
  vault: Vault | undefined;
};

/**
 * Small documents together, up and down: whose they are is asked as for each by itself, and what does not go here goes by itself, where it is
 * told why.
 */
export function dokumentBuntRoutes(
  app: Parameters<FastifyPluginAsyncZod>[0],
  { store, clock, onBytes, callerOf, access: { known, logFetch }, vault }: Given,
): void {
  app.route({
    method: 'PUT',
    url: paths.dokumentBunt,
    schema: {
      ...common,
      summary: 'Small documents whose bytes come together: those that the server has now',
      consumes: ['application/octet-stream'],
      response: { 200: dokumentBuntResponse, ...errors },
    },
    handler: async (request) => {
      const { tenant } = await callerOf(request);
      const came = new Map(unpack(request.body).map(({ id, bytes }) => [id, bytes]));
      const documents = (await known(request, [...came.keys()])).map((dokument) => ({
        dokument,
        bytes: came.get(dokument.id) ?? Buffer.alloc(0),
      }));
      const mottagna = vault ? await receiveTogether(store, vault, tenant, documents, clock.now().toISOString()) : [];
      if (mottagna.length > 0) onBytes?.(tenant);
      return { mottagna };
    },
  });

  app.route({
    method: 'POST',
    url: paths.dokumentBunt,
    schema: {
      ...common,
      summary: 'The bytes of small documents that the caller reads, together; those that are not there are left out',
      body: dokumentBuntRequest,
      response: { 200: z.any().describe('A length, JSON that tells what comes, and the bytes of one after another'), ...errors },
    },
    handler: async (request, reply) => {
      const { tenant } = await callerOf(request);
      let room = limits.buntBytes;
      const documents = (await known(request, request.body.ids)).filter(({ reads, received, storlek }) => {
        if (!reads || !received || storlek > room) return false;
        room -= storlek;
        return true;
      });
      const bytes = vault && documents.length > 0 ? await bytesOf(tenant, documents, vault) : new Map<string, Buffer>();
      const there = documents.filter(({ id }) => bytes.has(id));
      // Who reads is in the log before they do.
      await logFetch(request, there, 0);
      return reply
        .type('application/octet-stream')
        .serializer((packed: unknown) => packed as string)
        .send(Buffer.from(packBunt(there.map(({ id }) => ({ id, bytes: bytes.get(id) as Buffer }))).buffer) as never);
    },
  });

  /** Of those that lie in one piece; bytes that are gone, or are not what was put there, are none. */
  async function bytesOf(tenant: string, documents: { id: string; storlek: number }[], safe: Vault): Promise<Map<string, Buffer>> {
    const objects = await store.objectsOf(
      tenant,
      documents.map(({ id }) => id),
    );
    const each = documents.map(async ({ id, storlek }): Promise<[string, Buffer][]> => {
      const part = objects.get(id);
      if (part?.length !== storlek) return [];
      const bytes = await safe.get(tenant, part.object);
      return bytes?.length === storlek ? [[id, bytes]] : [];
    });
    return new Map((await Promise.all(each)).flat());
  }
}

function unpack(body: unknown): ReturnType<typeof unpackBunt> {
  const bunt = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (bunt.length > storstaBunt) throw new RequestError('too-large', `A bundle is at most ${storstaBunt} bytes.`);
  try {
    return unpackBunt(bunt);
  } catch (error) {
    throw new RequestError('malformed', (error as Error).message);
  }
}
