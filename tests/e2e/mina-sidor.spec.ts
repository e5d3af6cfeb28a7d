import { swedishDay } from '../../shared/util/datum.ts';
import {
  allSent,
  atUtredning,
  atWork,
  choose,
  editor,
  kundShown,
  linnea,
  node,
  offline,
  rows,
  save,
  sign,
  utredning,
  writeNote,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

test('SOK-01 MINA-01 from Mina sidor a kund opens by double click, by Enter and by right click → Öppna Utredning', async ({
  client,
  centralServer,
}) => {
  const page = await atWork(client);
  const list = rows(page, 'Pågående utredningar');
  // The nearest lagfrist first: it ends on the day the demo is made for.
  await expect(async () => {
    const sammaDag = swedishDay(new Date().toISOString()) === centralServer.today;
    await expect(list.first()).toContainText(sammaDag ? '6 månader idag' : 'passerad 1 dag', { timeout: 2_000 });
  }).toPass();
  const row = list.filter({ hasText: linnea });

  await row.dblclick();
  await kundShown(page, linnea);
  await expect(node(page, utredning)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Mina sidor' }).click();

  await choose(page, list.filter({ hasText: 'Rahimi, Hamid' }), 'Öppna Utredning');
  await kundShown(page, 'Rahimi, Hamid');
  await expect(node(page, utredning)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Mina sidor' }).click();

  await list.filter({ hasText: 'Lindholm, Maja' }).click();
  await page.keyboard.press('Enter');
  await kundShown(page, 'Lindholm, Maja');
  await expect(page.getByRole('tab')).toHaveCount(4);
});

test('FORB-16 an unsigned note of mine is listed and opens to be finished; another handläggare has a list of their own', async ({
  client,
}) => {
  const page = await atWork(client);
  const unsigned = rows(page, 'Osignerade anteckningar');
  await unsigned.filter({ hasText: 'Andra personliga behov' }).filter({ hasText: linnea }).dblclick();
  await kundShown(page, linnea);
  await expect(editor(page)).toContainText('Linnea behöver hjälp med städning');

  await page.getByRole('button', { name: 'Arkiv' }).click();
  await page.getByRole('menuitem', { name: 'Logga ut' }).click();
  await atWork(client, 'Per Hallberg');
  await expect(page.getByRole('heading', { name: 'Pågående utredningar' })).toBeVisible();
  await expect(unsigned.filter({ hasText: linnea })).toHaveCount(0);
  await expect(page.getByRole('tab')).toHaveCount(1);
});

test('MINA-01 what a colleague did in my kund comes onto my page: what, by whom, field by field, also read offline', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  await atUtredning(sara);
  await sara.page.getByRole('tab', { name: 'Mina sidor' }).click();
  const andrat = sara.page.getByRole('region', { name: 'Ändrat sedan du tittade' });
  await expect(sara.page.getByRole('heading', { name: 'Pågående utredningar' })).toBeVisible();
  await expect(andrat).toHaveCount(0);

  await atUtredning(per, 'Per Hallberg');
  await writeNote(per.page, 'Talade med skolan.');
  await save(per.page);
  await sign(per.page);
  await allSent(per.page);

  const signerad = rows(sara.page, 'Ändrat sedan du tittade').filter({ hasText: 'Anteckning signerad' });
  await expect(signerad).toContainText('Hallberg');
  await usable(sara.page, [andrat.getByRole('button', { name: 'Markera allt som sett' }), signerad]);
  await sara.network.cut();
  await offline(sara.page);
  await signerad.click();
  await sara.page.keyboard.press('Enter');
  await kundShown(sara.page, linnea);
  const dialog = sara.page.getByRole('dialog', { name: /^Ändrat sedan du tittade/ });
  await expect(dialog.getByRole('article').first()).toContainText('Per Hallberg');
  await dialog.getByRole('button', { name: 'Markera som sett' }).click();
  await expect(dialog).toBeHidden();
  await expect(sara.page.getByRole('button', { name: /sedan du tittade$/ })).toHaveCount(0);
  await sara.page.getByRole('tab', { name: 'Mina sidor' }).click();
  await expect(sara.page.getByRole('heading', { name: 'Pågående utredningar' })).toBeVisible();
  await expect(andrat).toHaveCount(0);
});
