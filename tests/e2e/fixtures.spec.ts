import { expect, test } from './fixtures/test.ts';

/** The faults that the other specs rely on are real. */
const health = (url: string) =>
  fetch(`${url}/health`).then(
    (response) => response.status,
    () => 'broken',
  );

test('the network between core and server is cut, refuses, and comes back on the same address', async ({ client }) => {
  const { network } = client;
  expect(await health(network.url)).toBe(200);
  await network.cut();
  expect(await health(network.url)).toBe('broken');
  await network.restore();
  expect(await health(network.url)).toBe(200);
});

test('a cut breaks a request that is under way', async ({ client }) => {
  const { network } = client;
  network.delay(60_000);
  const asked = health(network.url);
  await network.cut();
  expect(await asked).toBe('broken');
});

test('a delayed network is slow in both directions', async ({ client }) => {
  const { network } = client;
  network.delay(150);
  const began = performance.now();
  expect(await health(network.url)).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(290);
});

test('a client that was killed starts again on the same data', async ({ client }) => {
  await expect(client.page).toHaveTitle(/Aktnära/);
  await client.kill();
  const page = await client.restart();
  await expect(page).toHaveTitle(/Aktnära/);
});

test('two clients have data, windows and networks of their own', async ({ startClient }) => {
  const [one, two] = [await startClient(), await startClient({ offline: true })];
  expect(one.dataDir).not.toBe(two.dataDir);
  expect(await health(one.network.url)).toBe(200);
  expect(await health(two.network.url)).toBe('broken');
  expect(two.page.viewportSize()).toEqual({ width: 1366, height: 768 });
});
