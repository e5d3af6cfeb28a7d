import type { Page } from '@playwright/test';
import { paths } from '../../shared/protocol/protocol.ts';
import { type Gateway, openGateway } from './fixtures/gateway.ts';
import { allSent, atUtredning, atWork, linnea, offline, online, openKund, openToWrite, save, signIn, write } from './fixtures/steps.ts';
import { test as base, expect } from './fixtures/test.ts';

/** A server that is not there, or says no: what the user is told, and that nothing is lost (FRAGA-61, ROLL-04). */
const test = base.extend<{ gateway: Gateway }>({
  gateway: async ({ centralServer }, use) => {
    const gateway = await openGateway(centralServer.url);
    await use(gateway);
    await gateway.close();
  },
  municipality: async ({ centralServer, gateway }, use) => {
    await use({ url: gateway.url, tenant: await centralServer.newTenant() });
  },
});

const bar = (page: Page) => page.getByRole('region', { name: 'Krisläge' });
const tryNow = (page: Page) => bar(page).getByRole('button', { name: 'Försök nu' }).click();

test('FRAGA-61 no server at the start: a new computer says what it needs, a known user works on', async ({ startClient }) => {
  const client = await startClient({ offline: true });
  const first = client.page;
  await expect(first.getByText('Ingen har varit inloggad på den här datorn, och servern svarar inte.')).toBeVisible();
  await client.network.restore();
  await first.getByRole('button', { name: 'Försök igen' }).click();
  // Gone again between the list and the choice.
  await expect(first.getByRole('option', { name: 'Sara Nyström' })).toBeVisible();
  await client.network.cut();
  await first.getByRole('option', { name: 'Sara Nyström' }).dblclick();
  await expect(first.getByText('Du har inte varit inloggad på den här datorn förut.')).toBeVisible();
  await client.network.restore();
  await atWork(client);

  await client.network.cut();
  const page = await client.restart();
  await expect(page.getByText(/^Servern svarar inte. Listan visar dem som varit inloggade på den här datorn./)).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  await signIn(page, 'Sara Nyström');
  await offline(page);
  await openKund(page, linnea);
  await client.network.restore();
  await online(page);
});

test('ROLL-04 a server that lets nobody in from here is told as that, and what is written here is kept', async ({ client, gateway }) => {
  await atWork(client);
  gateway.refuse = { paths: [paths.demoUsers, paths.demoSignIn], status: 403, code: 'demo-only' };
  const again = await client.restart();
  await expect(again.getByText(/^Servern släpper inte in någon härifrån. Listan visar dem/)).toBeVisible();
  await again.getByRole('option', { name: 'Sara Nyström' }).dblclick();
  await expect(again.getByText('Servern nekade inloggningen.')).toBeVisible();
  await expect(again.getByText('Kontakta systemförvaltaren. Det du skrivit är sparat på datorn.')).toBeVisible();
  gateway.refuse = undefined;
  await again.getByRole('button', { name: 'Fråga servern igen' }).click();
  await atWork(client);
});

test('ARCHITECTURE 6 a client that is too old, and a token of another municipality: told, kept, and sent afterwards', async ({
  client,
  gateway,
  centralServer,
}) => {
  const page = await atUtredning(client);

  gateway.refuse = { paths: [paths.push, paths.pull], status: 426, code: 'client-too-old' };
  await openToWrite(page, /^Anteckningar/);
  await write(page, 'Skrivet med ett gammalt program.');
  await save(page);
  await expect(bar(page)).toContainText('Programmet är för gammalt för servern.');
  await expect(bar(page)).toContainText('Uppdatera programmet. Allt du skriver sparas på datorn och skickas sedan.');
  await expect(page.getByRole('button', { name: 'Utkorg: 1 köad' })).toBeVisible();

  gateway.token = await tokenOf(centralServer.url, await centralServer.newTenant());
  gateway.refuse = undefined;
  await tryNow(page);
  await expect(bar(page)).toContainText('Servern nekar åtkomst.');
  await expect(page.getByRole('button', { name: 'Utkorg: 1 köad' })).toBeVisible();

  gateway.token = undefined;
  await tryNow(page);
  await online(page);
  await allSent(page);
  await expect(bar(page)).toBeHidden();
});

/** Somebody's real token, of another municipality on the same server. */
async function tokenOf(url: string, tenant: string): Promise<string> {
  const at = `${url}/t/${tenant}/v1`;
  const { users } = (await (await fetch(at + paths.demoUsers)).json()) as { users: { id: string }[] };
  const body = JSON.stringify({ anvandareId: users[0]?.id });
  const answer = await fetch(at + paths.demoSignIn, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return ((await answer.json()) as { token: string }).token;
}
