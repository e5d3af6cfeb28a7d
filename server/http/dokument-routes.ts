import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { id } from '../../shared/domain/fields.ts';
import { dokumentLageRequest, dokumentLageResponse, dokumentPutResponse, limits, paths } from '../../shared/protocol/protocol.ts';
import { BlobGone, receivePiece, sendFrom } from '../blobs/receive.ts';
import type { Vault } from '../blobs/vault.ts';
import type { StoredDokument } from '../store/blob-received.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { RequestError } from '../util/request-error.ts';
import type { CallerOf } from './caller.ts';
import { createDokumentAccess, type Said } from './dokument-access.ts';
import { dokumentBuntRoutes } from './dokument-bunt-routes.ts';
import { errors } from './sync-routes.ts';

const security = [{ bearer: [] }];
const params = z.object({ tenant: z.string(), dokumentId: id });
const bytesType = 'application/octet-stream';

/**
 * The bytes of documents. They are asked for by the document and never by their own name: whoever reads the document may fetch them, and
 * give the server those that it lacks. So may who filed it, also when they read it no more, for the bytes may be on their computer alone.
 * Nobody else learns that they are there.
 */
export const dokumentRoutes =
  ({ store, clock, onBytes }: SyncDependencies, callerOf: CallerOf, vault: Vault | undefined): FastifyPluginAsyncZod =>
  async (app) => {
    const access = createDokumentAccess({ store, clock }, callerOf);
    // What came before the road was cut is kept: the client goes on from there.
    app.addContentTypeParser(bytesType, async (_request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
      const pieces: Buffer[] = [];
      let length = 0;
      try {
        for await (const piece of payload) {
          length += piece.length;
          if (length > limits.pieceBytes) throw new RequestError('too-large', `A piece is at most ${limits.pieceBytes} bytes.`);
          pieces.push(piece);
        }
      } catch (error) {
        if (error instanceof RequestError) throw error;
      }
      return Buffer.concat(pieces);
    });

    const { known, logFetch } = access;
    async function dokumentOf(request: FastifyRequest): Promise<{ tenant: string; dokument: Said; vault: Vault }> {
      const { tenant, dokumentId } = request.params as z.output<typeof params>;
      const [dokument] = await known(request, [dokumentId]);
      if (!dokument) throw notFound();
      if (!vault) throw new RequestError('unavailable', 'This server keeps no documents (--blob-dir or --s3-endpoint).');
      return { tenant, dokument, vault };
    }

    app.route({
      method: 'PUT',
      url: paths.dokumentBytes,
      bodyLimit: limits.pieceBytes,
      schema: {
        summary: 'A piece of a document’s bytes, at the place that Content-Range names; none = how far the server has come',
        consumes: [bytesType],
        params,
        response: { 200: dokumentPutResponse, ...errors },
        security,
      },
      handler: async (request) => {
        const { tenant, dokument, vault: safe } = await dokumentOf(request);
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const start = startOf(request.headers['content-range']);
        if (bytes.length > 0 && start === undefined) throw new RequestError('malformed', 'Content-Range says where the piece begins.');
        const piece = { start: start ?? 0, bytes, at: clock.now().toISOString() };
        const answer = await receivePiece(store, safe, tenant, dokument, piece);
        if (answer.mottagen && bytes.length > 0) onBytes?.(tenant);
        if (answer.skadat) request.log.warn({ tenant, dokument: dokument.id }, 'a document came and was not what its record says');
        return answer;
      },
    });

    app.route({
      method: 'GET',
      url: paths.dokumentBytes,
      schema: {
        summary: 'The bytes of a document that the caller reads; from a place on by Range: bytes=N-',
        params,
        response: { 200: z.any().describe('Bytes'), 206: z.any().describe('Bytes from there on'), ...errors },
        security,
      },
      handler: async (request, reply) => {
        const { tenant, dokument, vault: safe } = await dokumentOf(request);
        const { storlek } = dokument;
        if (!dokument.reads) throw notFound();
        if (!dokument.received) throw new RequestError('not-received', 'The bytes of the document have not come to the server.');
        const start = /^bytes=(\d{1,12})-$/.exec(request.headers.range ?? '')?.[1];
        const from = Number(start ?? 0);
        if (from >= storlek) throw new RequestError('malformed', 'The document ends before that.');
        const pieces = sendFrom(store, safe, tenant, dokument, from);
        // Before the answer begins: what is gone is told as such, and who reads is in the log before they do.
        const [first] = await Promise.all([
          pieces.next().catch((error: unknown) => gone(error, request, tenant, dokument)),
          logFetch(request, [dokument], from),
        ]);
        const isAll = !first.done && first.value.length === storlek - from;
        async function* rest() {
          if (!first.done) yield first.value;
          try {
            yield* pieces;
          } catch (error) {
            await gone(error, request, tenant, dokument);
          }
        }
        reply
          .type(bytesType)
          .header('content-length', storlek - from)
          .serializer((bytes: unknown) => bytes as string);
        if (start !== undefined) reply.code(206).header('content-range', `bytes ${from}-${storlek - 1}/${storlek}`);
        return reply.send((isAll ? first.value : Readable.from(rest(), { objectMode: false })) as never);
      },
    });

    /** Bytes that were there are not: nobody is told any more that they are. Whoever sends them again has what is left judged first. */
    async function gone(error: unknown, request: FastifyRequest, tenant: string, dokument: StoredDokument): Promise<never> {
      if (!(error instanceof BlobGone)) throw error;
      request.log.error({ tenant, dokument: dokument.id }, 'the bytes of a document are gone from the blob store');
      await store.blobNotReceived(tenant, dokument.id);
      throw new RequestError('not-received', 'The bytes of the document are gone from the server.');
    }

    dokumentBuntRoutes(app, { store, clock, ...(onBytes ? { onBytes } : {}), callerOf, access, vault });

    app.route({
      method: 'POST',
      url: paths.dokumentLage,
      schema: {
        summary: 'Of documents that the caller reads or filed: whether their bytes have been received',
        params: z.object({ tenant: z.string() }),
        body: dokumentLageRequest,
        response: { 200: dokumentLageResponse, ...errors },
        security,
      },
      handler: async (request) => {
        const found = await known(request, request.body.ids);
        return { lagen: found.map(({ id: dokumentId, received }) => ({ id: dokumentId, mottagen: received })) };
      },
    });
  };

const notFound = (): RequestError => new RequestError('not-found', 'There is no such document to read.');

/** Of `bytes 0-99/100` the 0. */
function startOf(header: string | string[] | undefined): number | undefined {
  const start = /^bytes (\d{1,12})-\d{1,12}\/\d{1,12}$/.exec(String(header ?? ''))?.[1];
  return start === undefined ? undefined : Number(start);
}
