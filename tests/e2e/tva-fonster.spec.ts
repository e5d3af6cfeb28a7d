import { atWork, editor, linnea, node, openDokumentation, openKund, openToWrite, utredning } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('FRAGA-61 one note in two windows: each follows the other, and neither writes over words unasked', async ({ client }) => {
  const forsta = await atWork(client);
  await openKund(forsta, linnea);
  await openDokumentation(forsta, utredning);
  await openToWrite(forsta, /^Andra personliga behov/);
  const andra = await forsta.context().newPage();
  await andra.goto(forsta.url());
  // It comes with the tabs and the place of the first.
  await expect(node(andra, /^Andra personliga behov/)).toBeVisible();
  await openToWrite(andra, /^Andra personliga behov/);

  await forsta.bringToFront();
  await editor(forsta).press('Control+End');
  await editor(forsta).pressSequentially('Skrivet i det första. ');
  await expect(editor(andra)).toContainText('Skrivet i det första.');
  await andra.bringToFront();
  await editor(andra).press('Control+End');
  await editor(andra).pressSequentially('Och i det andra.');
  await expect(editor(forsta)).toContainText('Skrivet i det första. Och i det andra.');

  await test.step('Spara in one ends the draft in both', async () => {
    await andra.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(andra.getByText('Utkast – finns bara här')).toBeHidden();
    await expect(forsta.getByText('Utkast – finns bara här')).toBeHidden();
    await expect(editor(forsta)).toContainText('Skrivet i det första. Och i det andra.');
  });
});
