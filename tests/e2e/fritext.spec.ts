import type { Locator, Page } from '@playwright/test';
import { atUtredning, kundShown, linnea, node, offline, reading, rows, save, writeNote } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const ruta = (page: Page): Locator => page.getByRole('textbox', { name: 'Ord i anteckningar' });
const traffar = (page: Page): Locator => rows(page, 'Träffar i anteckningar');
const utdrag = (page: Page): Locator => page.getByRole('region', { name: 'Utdrag' });

async function sok(page: Page, text: string): Promise<void> {
  await ruta(page).fill(text);
  await page.keyboard.press('Enter');
}

test('SVERK-08, SVERK-09 offline: a note just written is found by a part of a compound, with å ä ö as they are, and opened by the keyboard', async ({
  client,
}) => {
  const page = await atUtredning(client);
  await client.network.cut();
  await offline(page);
  await writeNote(page, 'Ser fram emot gruppboendet på Ångbåtsvägen, säger Linnea.');
  await save(page);

  await test.step('from the key: the caret is in the box', async () => {
    await page.keyboard.press('Control+Shift+L');
    await expect(ruta(page)).toBeFocused();
    await sok(page, 'boende ångbåtsvägen');
    await expect(traffar(page)).toHaveCount(1);
    await expect(traffar(page)).toContainText(linnea);
    await expect(utdrag(page).locator('mark')).toHaveText(['gruppboendet', 'Ångbåtsvägen']);
  });
  await test.step('letters typed as two find the same; others do not', async () => {
    await sok(page, 'a\u030angba\u030atsva\u0308gen');
    await expect(traffar(page)).toHaveCount(1);
    await sok(page, 'angbatsvagen');
    await expect(page.getByText('Ingen anteckning hittades på den här datorn.')).toBeVisible();
    await sok(page, '"fram emot gruppboendet"');
    await expect(traffar(page)).toHaveCount(1);
  });
  await usable(page, [ruta(page), traffar(page).first(), page.getByRole('button', { name: 'Öppna anteckningen' })]);
  await test.step('Enter opens the kund at that note', async () => {
    await traffar(page).first().click();
    await page.keyboard.press('Enter');
    await kundShown(page, linnea);
    await expect(reading(page)).toContainText('Ser fram emot gruppboendet');
  });
});

test('SVERK-09 from Ctrl+K and from the search box', async ({ client }) => {
  const page = await atUtredning(client);
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Sök kund eller kommando' });
  await expect(box).toBeVisible();
  await box.fill('daglig verksamhet');
  await page.getByRole('option', { name: 'Sök ”daglig verksamhet” i anteckningar' }).click();
  await expect(ruta(page)).toHaveValue('daglig verksamhet');
  await expect(traffar(page).first()).toBeVisible();
  await expect(utdrag(page).locator('mark').first()).toBeVisible();

  await page.getByRole('textbox', { name: /^Sök person/ }).fill('kontaktman');
  await page.getByRole('button', { name: 'Sök i anteckningar' }).click();
  await expect(ruta(page)).toHaveValue('kontaktman');
  await expect(utdrag(page).locator('mark').first()).toHaveText(/kontaktman/i);
  await page.getByRole('tab', { name: 'Kunder' }).click();
  await expect(ruta(page)).toBeHidden();
  await expect(node(page, 'LSS utredning o verkställighet')).toBeHidden();
});
