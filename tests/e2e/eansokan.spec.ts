import { allSent, atWork, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

test('EANS-01 to EANS-13 DOK-16 what has come by the e-service is on Mina sidor, is taken care of and connected, by the keyboard, and a colleague sees it', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const kollega = await atWork(per, 'Per Hallberg');
  const page = await atWork(sara);
  const panel = page.getByRole('region', { name: 'E-tjänster att hantera' });
  await expect(rows(page, 'E-tjänster att hantera').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Öppna inkorgen' }).click();
  const rad = rows(page, 'E-ansökningar').filter({ hasText: 'Ledsagarservice' });
  const namn = await rad.getByRole('gridcell').nth(1).innerText();
  await rad.click();
  const hand = page.getByRole('button', { name: 'Jag tar hand om den' });
  await usable(page, [hand, page.getByRole('button', { name: 'Koppla', exact: true })]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await hand.click();
  await expect(rad).toContainText('Sara Nyström');
  await kollega.getByRole('button', { name: /^E-tjänster att hantera, \d+ som ingen/ }).click();
  await expect(rows(kollega, 'E-ansökningar').filter({ hasText: 'Ledsagarservice' })).toContainText('Sara Nyström');

  await rad.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Koppla e-ansökan' });
  await expect(dialog.getByText('Jag vill kunna gå på kören på torsdagar', { exact: false })).toBeVisible();
  await usable(page, [dialog.getByRole('button', { name: 'Klar' })]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await dialog.getByRole('button', { name: 'Klar' }).click();
  await expect(dialog).toBeHidden();
  await expect(rad).toBeHidden();
  await allSent(page);
  await expect(rows(kollega, 'E-ansökningar').filter({ hasText: 'Ledsagarservice' })).toBeHidden();
  await page.getByRole('tab', { name: 'Mina sidor' }).click();
  const ny = rows(page, 'Ej behandlade aktualiseringar').filter({ hasText: namn });
  await expect(ny).toContainText('Ledsagarservice');

  // The whole application is under Dokumentation of the aktualisering, as PDF.
  await ny.press('Enter');
  await page.getByRole('treeitem', { name: /^Ledsagarservice/ }).press('Enter');
  const handling = page.getByRole('region', { name: 'Dokumentation' }).getByRole('button', { name: /E-ansökan: Ledsagarservice/ });
  await handling.scrollIntoViewIfNeeded();
  await handling.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Sida 1 av/ })).toContainText('kören på torsdagar');
});
