import { expect, test } from 'vitest';
import { testServer } from '../testing/server.ts';
import { issueToken, tokenIdentity } from './tokens.ts';

const on = testServer();

test('a sign-in holds until it ends, however often it was used before', async () => {
  const { tenant, users } = await on.kommun();
  const { store } = on.server;
  const found = await store.findTenant(tenant);
  if (!found) throw new Error('no municipality');
  let now = new Date('2026-11-20T12:00:00.000Z');
  const clock = { now: () => now };
  const identity = tokenIdentity(store, clock);
  const { token, expires } = await issueToken(found, users.anna.id, clock);
  const anna = { tenant, anvandareId: users.anna.id };
  expect(await identity.authenticate(token)).toEqual(anna);
  expect(await identity.authenticate(token)).toEqual(anna);
  now = new Date(Date.parse(expires) - 1000);
  expect(await identity.authenticate(token)).toEqual(anna);
  now = new Date(expires);
  for (let times = 0; times < 2; times++) await expect(identity.authenticate(token)).rejects.toMatchObject({ code: 'unauthorised' });
  await expect(identity.authenticate(`${token}x`)).rejects.toMatchObject({ code: 'unauthorised' });
});
