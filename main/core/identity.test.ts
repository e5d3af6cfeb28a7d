import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { anvandare } from '../services/testing/records.ts';
import { httpIdentity, patience } from './identity.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener) {
  const one = createServer(answer);
  server = one;
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  return httpIdentity({ serverUrl: `http://127.0.0.1:${(one.address() as AddressInfo).port}/`, tenant: 'c1' });
}
const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const error = (code: string) => ({ error: { code, message: code } });

test('sign-in asks the tenant’s demo endpoint and gives the token and the user', async () => {
  const asked: string[] = [];
  const body = { token: 't', expires: '2026-11-21T08:00:00.000Z', anvandare: anvandare.handlaggare, kommun: 'Provköping' };
  const identity = await serve((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${text}`);
      json(200, body)(request, response);
    });
  });
  expect(await identity.signIn(anvandare.handlaggare.id, patience.brief)).toEqual({ ok: true, value: body });
  expect(asked).toEqual([`POST /t/c1/v1/demo/sign-in {"anvandareId":"${anvandare.handlaggare.id}"}`]);
});

test.each([
  [403, error('demo-only'), 'refused'],
  [401, error('unauthorised'), 'refused'],
  [429, error('too-many-requests'), 'unreachable'],
  [503, error('unavailable'), 'unreachable'],
  [502, { message: 'a proxy' }, 'unreachable'],
  [403, { message: 'a proxy' }, 'unreachable'],
  [200, { token: 1 }, 'unreachable'],
])('an answer %i %j counts as %s', async (status, body, reason) => {
  const identity = await serve(json(status, body));
  expect(await identity.signIn(anvandare.handlaggare.id, patience.brief)).toMatchObject({ ok: false, reason });
});

test('a page of a captive portal, silence and no server at all count as no network', async () => {
  const portal = await serve((_request, response) => response.end('<html>Logga in på gästnätet</html>'));
  expect(await portal.users(200)).toEqual({ ok: false, reason: 'unreachable' });
  server?.close();
  const silent = await serve(() => {});
  expect(await silent.users(200)).toEqual({ ok: false, reason: 'unreachable' });
  server?.closeAllConnections();
  server?.close();
  expect(await silent.users(200)).toEqual({ ok: false, reason: 'unreachable' });
});
