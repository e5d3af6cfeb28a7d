import { allSent, atWork, choose, node, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('PERS-02 to PERS-04 a contact is added, shown in full, changed and removed; a half-filled one survives kill -9', async ({
  client,
  startClient,
}) => {
  let page = await atWork(client);
  const field = (name: string) => page.getByRole('dialog').getByRole('textbox', { name });
  const contacts = () => rows(page, 'Kontaktuppgifter');
  await openKund(page, 'Persson, Ove');
  await choose(page, node(page, 'Personuppgifter'), 'Kontaktuppgifter');
  await test.step('PERS-03 add; the name is required', async () => {
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Spara/ })
      .click();
    await expect(field('Namn')).toBeFocused();
    await field('Namn').fill('Persson, Gun');
    await field('Telefon').fill('070-174 06 12');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Spara/ })
      .click();
    await expect(contacts().filter({ hasText: 'Persson, Gun' })).toContainText('070-174 06 12');
  });
  await test.step('PERS-04 double click shows it in full and lets it be changed', async () => {
    await contacts().filter({ hasText: 'Persson, Gun' }).dblclick();
    await expect(field('Telefon')).toHaveValue('070-174 06 12');
    await field('Relation').fill('syster');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(contacts().filter({ hasText: 'Persson, Gun' })).toContainText('syster');
    await allSent(page);
  });
  await test.step('a colleague sees it', async () => {
    const colleague = await atWork(await startClient(), 'Per Hallberg');
    await openKund(colleague, 'Persson, Ove');
    await choose(colleague, node(colleague, 'Personuppgifter'), 'Kontaktuppgifter');
    await expect(rows(colleague, 'Kontaktuppgifter').filter({ hasText: 'Persson, Gun' })).toContainText('syster');
  });
  await test.step('what is half-filled is on disk', async () => {
    await contacts().filter({ hasText: 'Persson, Gun' }).dblclick();
    await field('Anteckning').fill('Nås bäst efter klockan 17.');
    await expect(page.getByRole('dialog').getByText('Utkast – finns bara här')).toBeVisible();
    await field('Namn').focus(); // leaving a field writes at once
    // The list behind the dialog names the drafts that are on disk.
    await expect(page.getByRole('gridcell', { name: 'Utkast', exact: true, includeHidden: true })).toBeVisible();
    await client.kill();
    page = await client.restart();
    await atWork(client);
    await page.getByRole('tab', { name: /^Persson, Ove/ }).click();
    await contacts().filter({ hasText: 'Persson, Gun' }).dblclick();
    await expect(field('Anteckning')).toHaveValue('Nås bäst efter klockan 17.');
  });
  await test.step('removing asks first', async () => {
    await page.getByRole('button', { name: 'Ta bort kontakten' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Avbryt' }).click();
    // On its way out it has a button of the same name still.
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await page.getByRole('button', { name: 'Ta bort kontakten' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort kontakten' }).click();
    await expect(contacts().filter({ hasText: 'Persson, Gun' })).toHaveCount(0);
    await allSent(page);
  });
});
