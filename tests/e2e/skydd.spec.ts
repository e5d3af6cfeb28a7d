import { atWork, kundShown, linnea, rows, search } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('FRAGA-62 a person with skyddad folkbokföring is masked in lists and tabs, opens with a reason that is logged', async ({
  client,
  centralServer,
  municipality,
}) => {
  const page = await atWork(client);
  await expect(rows(page, 'Pågående utredningar').filter({ hasText: 'Skyddad identitet' })).toContainText('••••••••-••••');
  const found = await search(page, 'Hallin Elin');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Skyddad identitet');
  await expect(found).not.toContainText('Hallin');
  await found.dblclick();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: 'Öppna akten' }).click();
  await expect(question).toContainText('Skriv ett skäl på minst 3 tecken.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: /Skyddad identitet/ })).toHaveCount(0);

  await found.dblclick();
  await question.getByRole('textbox').fill('Handlägger ansökan');
  await page.keyboard.press('Enter');
  await kundShown(page, 'Hallin, Elin');
  await expect(page.getByRole('region', { name: 'Kund' })).toContainText('Skyddad folkbokföring');
  await expect(page.getByRole('tab', { selected: true, name: /Skyddad identitet/ })).toBeVisible();
  await expect(async () => {
    const log = await centralServer.db.selectFrom('access_log').selectAll().where('tenant', '=', municipality.tenant).execute();
    expect(log.filter(({ detail }) => detail?.includes('Handlägger ansökan'))).toHaveLength(1);
  }).toPass();
});

test('PERS sekretessmarkering: the shield stands at the name everywhere, no address is shown', async ({ client }) => {
  const page = await atWork(client);
  const found = (await search(page, '*Linnea')).filter({ hasText: linnea });
  await expect(found.getByRole('img', { name: 'Sekretessmarkering' })).toBeVisible();
  await found.dblclick();
  await expect(page.getByRole('tab', { selected: true }).getByRole('img', { name: 'Skyddade uppgifter' })).toBeVisible();
  await page.getByRole('treeitem', { name: 'Personuppgifter' }).dblclick();
  await expect(page.getByRole('tabpanel', { name: 'Person' })).toContainText('Adressen är skyddad');
});
