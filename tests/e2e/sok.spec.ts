import { ask, atWork, choose, kundShown, linnea, openKund, rows, search } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('SOK-02 to SOK-10 every form finds; hits open by double click, by Enter and by OK', async ({ client }) => {
  const page = await atWork(client);
  const close = async () => {
    await page.keyboard.press('Control+w');
    await expect(page.getByRole('tab', { name: linnea })).toHaveCount(0);
  };
  await test.step('SOK-03 a whole number, 12 or 10 digits, with and without its sign', async () => {
    for (const text of ['199904122380', '19990412-2380', '990412-2380', '9904122380']) {
      await ask(page, text);
      await kundShown(page, linnea);
      await close();
    }
  });
  await test.step('SOK-04 six digits and a star; SOK-05, SOK-06, SOK-07 names', async () => {
    for (const text of ['990412*', 'Ekström Linnea', '*Linnea', 'Ekstr*']) {
      const found = await search(page, text);
      await expect(found.filter({ hasText: linnea })).toContainText('1999-04-12');
    }
    await expect(rows(page, 'Träffar').filter({ hasText: 'Ekström, Linn' })).toHaveCount(2);
  });
  await test.step('SOK-08 the binoculars search', async () => {
    await page.getByRole('textbox', { name: /^Sök person/ }).fill('*linnea');
    await page.getByRole('search').getByRole('button', { name: 'Sök (Enter)' }).click();
    await expect(page.getByText(/på ”\*linnea”/)).toBeVisible();
  });
  await test.step('SOK-10 double click, Enter and OK', async () => {
    const found = (await search(page, 'Ekstr*')).filter({ hasText: linnea });
    await found.dblclick();
    await kundShown(page, linnea);
    await close();
    await (await search(page, 'Ekstr*')).filter({ hasText: linnea }).click();
    await page.keyboard.press('Enter');
    await kundShown(page, linnea);
    await close();
    await (await search(page, 'Ekstr*')).filter({ hasText: linnea }).click();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await kundShown(page, linnea);
  });
});

test('SOK-09 FORB-01 the century set is honoured, and a hit of the other one is shown with a warning', async ({ client }) => {
  const page = await atWork(client);
  const century = page.getByRole('combobox', { name: 'Århundrade' });
  await century.selectOption('20');
  const found = await search(page, '990412*');
  await expect(page.getByText('Inga träffar i det valda århundradet.')).toBeVisible();
  await expect(found.filter({ hasText: linnea })).toContainText('27 år');
  await century.selectOption('19');
  await expect((await search(page, '990412*')).filter({ hasText: linnea })).toHaveCount(1);
  await expect(page.getByText('Inga träffar i det valda århundradet.')).toBeHidden();
});

test('FRAGA-01 a text that is no search says how to write it', async ({ client }) => {
  const page = await atWork(client);
  for (const [text, help] of [
    ['Ekström', 'Ett namn räcker inte.'],
    ['99041', 'Skriv hela personnumret'],
    ['Ek*str', 'Stjärnan står först eller sist'],
    ['   ', 'Skriv ett personnummer, ett födelsedatum med stjärna eller ett namn.'],
  ] as const) {
    await ask(page, text);
    await expect(page.getByRole('main')).toContainText(help);
  }
  await ask(page, 'Finnsinte Nils');
  await expect(page.getByText('Ingen kund hittades på den här datorn.')).toBeVisible();
  await page.getByRole('button', { name: 'Ändra sökningen' }).click();
  await expect(page.getByRole('textbox', { name: /^Sök person/ })).toBeFocused();
});

test('SYM-05 SOK-11 the 10 latest, SYM-06 KLISTA-01 to -03 the own list', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, 'Ekström, Linn');
  await page.getByRole('button', { name: /^De 10 senaste kunderna/ }).click();
  const latest = rows(page, 'De 10 senaste kunderna');
  await expect(latest).toHaveCount(10);
  await expect(latest.first()).toContainText('Ekström, Linn');
  await latest.nth(1).click();
  const name = (await latest.nth(1).getByRole('gridcell').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await kundShown(page, name);

  await page.getByRole('tab', { name: 'Ekström, Linn' }).click();
  await page.getByRole('button', { name: /^Kundlista/ }).click();
  const own = rows(page, 'Kundlista').filter({ hasText: /^Ekström, Linn\d/ });
  await expect(own).toHaveCount(0);
  await page.getByRole('button', { name: 'Lägg till Ekström, Linn' }).click();
  await expect(own).toHaveCount(1);
  await own.click();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await expect(own).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await choose(page, (await search(page, '*Ove')).filter({ hasText: 'Persson, Ove' }), 'Lägg till i kundlistan');
  await page.keyboard.press('Alt+l');
  await expect(rows(page, 'Kundlista').filter({ hasText: 'Persson, Ove' })).toHaveCount(1);
});
