import { allSent, atUtredning, backOnline, linnea, node, offline, online, openToWrite, rows, save, sign, write } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('receipts: endast här → köad → mottagen; Krisläge says since when, and work goes on', async ({ client }) => {
  const page = await atUtredning(client);
  await client.network.cut();
  await offline(page);
  await expect(page.getByRole('region', { name: 'Krisläge' })).toContainText('Allt du skriver sparas på datorn');
  await expect(page.getByRole('contentinfo')).toContainText(/Uppgifter från servern: .* gamla\)/);
  const receipt = rows(page, 'Utkorg och kvitton').filter({ hasText: 'Bedömning' });
  const outbox = () => page.getByRole('button', { name: 'Utkorg och kvitton' }).click();

  await openToWrite(page, /^Bedömning/);
  await write(page, 'Bedömningen skrivs utan nät.');
  await outbox();
  await expect(receipt).toContainText('Endast här');
  await receipt.dblclick(); // back to the words
  await save(page);
  await sign(page);
  await expect(page.getByRole('button', { name: 'Utkorg: 2 köade' })).toBeVisible();
  await outbox();
  await expect(receipt).toHaveCount(2);
  await expect(receipt.first()).toContainText('Köad');
  await expect(page.getByRole('tab', { name: 'Kvar att skicka 2' })).toBeVisible();

  await client.network.restore();
  await backOnline(page);
  await online(page);
  await allSent(page);
  for (const row of await receipt.all()) await expect(row).toContainText('Mottagen av servern');
  await expect(page.getByRole('region', { name: 'Krisläge' })).toBeHidden();
  await page.getByRole('tab', { name: linnea }).click();
  await expect(node(page, /^Bedömning, signerad/)).toBeVisible();
});
