import { once } from 'node:events';
import { request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { expect, it, vi } from 'vitest';
import { paths } from '../../shared/protocol/protocol.ts';

import type { Store } from '../store/store.ts';
import type { CallerOf } from './caller.ts';
import { pokeRoute } from './poke-route.ts';

it('one who hung up before it was known who asks is not listened for', async () => {
  const asking = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<Awaited<ReturnType<CallerOf>>>();
  let poke: (tenant?: string) => void = () => {};
  const store = {
    onPoke(listener: typeof poke) {
      poke = listener;
    },
  } as unknown as Store;
  const app = Fastify().setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  let response: ServerResponse | undefined;
  app.addHook('onRequest', async (_request, reply) => {
    response = reply.raw;
  });
  await app.register(
    pokeRoute(store, () => {
      asking.resolve();
      return answered.promise;
    }),
    { prefix: '/t/:tenant/v1' },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    const { port } = app.server.address() as AddressInfo;
    const asked = request({ host: '127.0.0.1', port, path: `/t/angelby/v1${paths.poke}` });
    asked.on('error', () => {});
    asked.end();
    await asking.promise;
    if (!response) throw new Error('no request');
    const closed = once(response, 'close');
    const write = vi.spyOn(response, 'write');
    asked.destroy();
    await closed;
    answered.resolve({ tenant: 'angelby', anvandareId: 'anna' } as Awaited<ReturnType<CallerOf>>);
    await answered.promise;
    poke('angelby');
    expect(write).not.toHaveBeenCalled();
  } finally {
    await app.close();
  }
});
