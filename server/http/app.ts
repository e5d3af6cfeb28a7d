import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { limits, protocolVersion } from '../../shared/protocol/protocol.ts';
import type { Vault } from '../blobs/vault.ts';
import { tokenIdentity } from '../identity/tokens.ts';
import type { Kir } from '../kir/kir.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { createCallerOf } from './caller.ts';
import { demoRoutes } from './demo-routes.ts';
import { dokumentRoutes } from './dokument-routes.ts';
import { drainOnClose } from './drain.ts';
import { answerErrors, answerUnreadableAddress } from './errors.ts';
import { healthRoute } from './health-route.ts';
import { historikRoute } from './historik-route.ts';
import { kirRoute, type TellKirLimit } from './kir-route.ts';
import { nearestProxy } from './nearest-proxy.ts';
import { pokeRoute } from './poke-route.ts';
import { pullRoute, syncRoutes } from './sync-routes.ts';

export type AppOptions = {
  demo: boolean;
  /** Of one user at one address. */
  requestsPerMinute: number;
  /** Whether a proxy in front tells the callers' addresses. */
  trustProxy: boolean;
  logLevel: string;
  /** The register of residents; none = questions to it are answered as unavailable. */
  kir?: Kir | undefined;
  /** Where the bytes of documents lie; none = questions for them are answered as unavailable. */
  vault?: Vault | undefined;
  /** A user asks it too often; told in the product. */
  tellKirLimit?: TellKirLimit;
};

/** The server's HTTP face. */
export async function createApp(on: SyncDependencies, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: options.trustProxy ? nearestProxy : false,
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel },
    // The framework's own lines hold addresses with their queries; ours below hold what is needed and no more.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnreadableAddress,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  drainOnClose(app);
  app.addHook('onResponse', async (request, reply) => {
    const { tenant } = (request.params ?? {}) as { tenant?: string };
    const route = request.routeOptions.url ?? 'unknown';
    request.log.info({ method: request.method, route, tenant, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  await app.register(swagger, {
    openapi: {
      info: { title: 'Aktnära: sync between client and server', version: String(protocolVersion) },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    cache: 20_000,
    keyGenerator: (request) => `${request.ip} ${request.headers.authorization ?? ''}`,
  });

  const identity = tokenIdentity(on.store, on.clock);
  const callerOf = createCallerOf(identity, on.store);
  const readerOf = createCallerOf(identity, on.store.readers);
  await app.register(healthRoute(on.store));
  await app.register(
    async (tenantRoutes) => {
      await tenantRoutes.register(demoRoutes(on.store, on.clock, options.demo));
      await tenantRoutes.register(async (signedIn) => {
        // Who asks is known before a byte of the body is read: only those who may ask make work.
        signedIn.addHook('preParsing', async (request) => void (await callerOf(request)));
        await signedIn.register(syncRoutes(on, callerOf));
        await signedIn.register(kirRoute(on, callerOf, options.kir, options.tellKirLimit ?? (() => undefined)));
        await signedIn.register(historikRoute(on, callerOf));
        await signedIn.register(dokumentRoutes(on, callerOf, options.vault));
      });
      await tenantRoutes.register(async (reading) => {
        reading.addHook('preParsing', async (request) => void (await readerOf(request)));
        await reading.register(pullRoute(on, readerOf));
        await reading.register(pokeRoute(on.store, readerOf));
      });
    },
    { prefix: '/t/:tenant/v1' },
  );
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}
