import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ordsidor, skanning } from './fixtures/dokument.ts';
import { atUtredning, backOnline, besideWriting, linnea, offline, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const skannade = (page: Page) => rows(page, 'Skannade dokument');
const visat = (page: Page) => page.getByRole('region', { name: 'Det skannade dokumentet' });
const form = (page: Page) => page.getByRole('form', { name: 'Infoga dokument' });

test('SKAN-01 to SKAN-05, FORB-50 a scan that comes into the folder is shown, filed offline by keyboard alone, and leaves the folder', async ({
  client,
}) => {
  const mapp = mkdtempSync(join(tmpdir(), 'aktnara-skannade-'));
  try {
    const page = await atUtredning(client);
    await client.network.cut();
    await offline(page);

    await test.step('the folder is chosen', async () => {
      await page.keyboard.press('Control+8');
      const ruta = page.getByRole('textbox', { name: 'Mappen för skannade dokument' });
      await ruta.fill(join(mapp, 'finns inte'));
      await ruta.press('Enter');
      await expect(page.getByText('Mappen för skannade dokument finns inte.')).toBeVisible();
      await ruta.fill(mapp);
      await ruta.press('Enter');
      await expect(page.getByText('Inga skannade dokument i mappen.')).toBeVisible();
    });
    await test.step('what comes is told of on the tab, and shown', async () => {
      writeFileSync(join(mapp, 'utlåtande.pdf'), await ordsidor(['Planterat utlåtande', 'Andra sidan']));
      writeFileSync(join(mapp, 'fax.pdf'), await skanning('CCITTFaxDecode'));
      await expect(page.getByRole('tab', { name: 'Infoga dokument (2)' })).toBeVisible();
      await skannade(page).filter({ hasText: 'utlåtande.pdf' }).focus();
      await page.keyboard.press('Enter');
      await expect(visat(page).getByRole('region', { name: /^Sida 1 av 2/ })).toContainText('Planterat utlåtande');
    });
    await test.step('the fields are filled in by keyboard, and it is filed', async () => {
      await form(page).getByRole('combobox', { name: /^Typ/ }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('u');
      await page.keyboard.press('Enter');
      await expect(form(page).getByRole('combobox', { name: /^Typ/ })).toHaveText('Utlåtande');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText('Habiliteringen');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText('Utlåtande om funktionsförmåga');
      await expect(
        page.getByRole('button', { name: new RegExp(`^Spara dokument för ${linnea.split(' ')[0]} .+ \\d{8}-\\d{4}$`) }),
      ).toBeVisible();
      await page.keyboard.press('Control+s');
      await expect(page.getByText('”Utlåtande om funktionsförmåga” är sparat i akten.')).toBeVisible();
      await expect(skannade(page)).toHaveCount(1);
      expect(existsSync(join(mapp, 'utlåtande.pdf'))).toBe(false);
      expect(existsSync(join(mapp, 'fax.pdf'))).toBe(true);
      await expect(page.getByRole('tab', { name: 'Infoga dokument (1)' })).toBeVisible();
    });
    await test.step('it is read beside what is written, offline', async () => {
      const bredvid = await besideWriting(page);
      await bredvid.getByRole('button', { name: /^Utlåtande om funktionsförmåga/ }).click();
      await expect(bredvid.getByRole('region', { name: /^Sida 1 av 2/ })).toContainText('Planterat utlåtande');
    });
    await test.step('and reaches the server once there is one', async () => {
      await client.network.restore();
      await backOnline(page);
      await expect(page.getByRole('button', { name: 'Utkorg: tom' })).toBeVisible();
    });
    // The bytes that lie on in the folder are as they were.
    expect(readFileSync(join(mapp, 'fax.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  } finally {
    rmSync(mapp, { recursive: true });
  }
});

test('FORB-50 the tab is usable in a small window and at 200 %', async ({ client }) => {
  const mapp = mkdtempSync(join(tmpdir(), 'aktnara-skannade-'));
  try {
    writeFileSync(join(mapp, 'utlåtande.pdf'), await ordsidor(['Utlåtande']));
    const page = await atUtredning(client);
    await page.keyboard.press('Control+8');
    await page.getByRole('textbox', { name: 'Mappen för skannade dokument' }).fill(mapp);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Infoga dokument (1)' })).toBeVisible();
    await skannade(page).first().click();
    await expect(visat(page).getByRole('region', { name: /^Sida 1 av 1/ })).toContainText('Utlåtande');
    await usable(page, [
      form(page).getByRole('combobox', { name: /^Typ/ }),
      form(page).getByRole('textbox', { name: /^Rubrik/ }),
      page.getByRole('button', { name: /^Spara dokument för/ }),
    ]);
  } finally {
    rmSync(mapp, { recursive: true });
  }
});

test('SKAN-05: a file of the computer is chosen, shown and filed offline; it stays where it was', async ({ client }) => {
  const page = await atUtredning(client);
  await client.network.cut();
  await offline(page);
  await page.keyboard.press('Control+8');
  const form = page.getByRole('form', { name: 'Infoga dokument' });
  const buffer = Buffer.from(await ordsidor(['Planterat protokoll']));
  await page.getByLabel('Fil att spara i akten').setInputFiles({ name: 'protokoll.pdf', mimeType: 'application/pdf', buffer });
  await expect(page.getByRole('region', { name: 'Det skannade dokumentet' })).toContainText('Planterat protokoll');
  await expect(form).toContainText('Vald: protokoll.pdf, från datorn');
  await form.getByRole('combobox', { name: /^Typ/ }).click();
  await page.getByRole('option', { name: 'Övrigt' }).click();
  await form.getByRole('textbox', { name: /^Rubrik/ }).fill('Protokollet');
  await page.keyboard.press('Control+s');
  await expect(form).toContainText('”Protokollet” är sparat i akten.');
  await expect(form).toContainText('Filen ligger kvar på datorn där du hämtade den.');
});
