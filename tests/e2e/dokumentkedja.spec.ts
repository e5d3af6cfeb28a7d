import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ordsidor } from './fixtures/dokument.ts';
import {
  allSent,
  atUtredning,
  atWork,
  backOnline,
  besideWriting,
  expand,
  linnea,
  node,
  offline,
  openKund,
  openToWrite,
  rows,
  save,
  sign,
  utredning,
  write,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const utskrift = (page: Page): Locator => page.getByRole('form', { name: 'Utskrift' });
const binder = (page: Page): Locator => page.getByRole('form', { name: 'PDF-binder' });

/** What is chosen is granskat and stored in the akt. */
async function skapaPdf(page: Page, vad: RegExp, rubrik: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await utskrift(page).getByRole('radio', { name: vad }).check();
  await utskrift(page).getByRole('button', { name: 'Granska' }).click();
  await expect(utskrift(page).getByRole('region', { name: '2 Granska' }).locator('canvas').first()).toBeVisible();
  await utskrift(page)
    .getByRole('textbox', { name: /^Rubrik/ })
    .fill(rubrik);
  await page.keyboard.press('Control+s');
  await expect(utskrift(page)).toContainText(`”${rubrik}” finns i akten.`);
  await utskrift(page).getByRole('button', { name: 'Stäng' }).click();
}

test('PDF-01 BIND-01 SKAN-03 VY-01: an utredning and a beslut as PDF, a scan, all bound and read beside what is written, offline; the bundle is at a colleague after sync', async ({
  startClient,
}) => {
  const mapp = mkdtempSync(join(tmpdir(), 'aktnara-skannade-'));
  try {
    const sara = await startClient();
    const page = await atUtredning(sara);
    await sara.network.cut();
    await offline(page);

    await test.step('an utredning is written and signed, and made a PDF', async () => {
      await openToWrite(page, /^Bedömning/);
      await write(page, 'Behöver stöd av en kontaktperson.');
      await save(page);
      await sign(page);
      await skapaPdf(page, /^Utredning LSS/, 'Utredningen');
    });
    await test.step('so is a beslut', () => skapaPdf(page, /^Beslut LSS/, 'Beslutet'));
    await test.step('a scan comes into the folder, and is filed', async () => {
      await page.keyboard.press('Control+8');
      const ruta = page.getByRole('textbox', { name: 'Mappen för skannade dokument' });
      await ruta.fill(mapp);
      await ruta.press('Enter');
      writeFileSync(join(mapp, 'utlåtande.pdf'), await ordsidor(['Planterat utlåtande']));
      await rows(page, 'Skannade dokument').filter({ hasText: 'utlåtande.pdf' }).click();
      // What has not been seen is not filed.
      await expect(page.getByRole('region', { name: 'Det skannade dokumentet' })).toContainText('Planterat utlåtande');
      const form = page.getByRole('form', { name: 'Infoga dokument' });
      await form.getByRole('combobox', { name: /^Typ/ }).click();
      await page.getByRole('option', { name: 'Utlåtande' }).click();
      await form.getByRole('textbox', { name: /^Rubrik/ }).fill('Utlåtandet');
      await page.keyboard.press('Control+s');
      await expect(page.getByText('”Utlåtandet” är sparat i akten.')).toBeVisible();
    });
    await test.step('all three are bound', async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.insertText('PDF-binder');
      await expect(page.getByRole('option', { name: /^PDF-binder/ })).toBeVisible();
      await page.keyboard.press('Enter');
      for (const namn of ['Utredningen', 'Beslutet', 'Utlåtandet']) await binder(page).getByRole('checkbox', { name: namn }).check();
      await binder(page)
        .getByRole('textbox', { name: /^Rubrik/ })
        .fill('Hela bunten');
      await binder(page).getByRole('button', { name: 'Bind', exact: true }).click();
      await expect(binder(page)).toContainText('Bunten är klar: 3 dokument');
      await page.keyboard.press('Control+s');
      await expect(binder(page)).toContainText('”Hela bunten” finns i akten.');
      await binder(page).getByRole('button', { name: 'Stäng' }).click();
    });
    await test.step('and read beside what is written', async () => {
      const bredvid = await besideWriting(page);
      await bredvid.getByRole('button', { name: /^Hela bunten/ }).click();
      await expect(bredvid.locator('canvas').first()).toBeVisible();
      await expect(bredvid.getByRole('region', { name: /^Sida 1 av/ })).toContainText('Linnea');
    });
    await test.step('a colleague has it after sync', async () => {
      await sara.network.restore();
      await backOnline(page);
      await allSent(page);
      const per = await startClient();
      await atWork(per, 'Per Hallberg');
      await openKund(per.page, linnea);
      await expand(per.page, /^LSS utredning o verkställighet/);
      await expand(per.page, utredning);
      await node(per.page, /Hela bunten/).dblclick();
      const handling = per.page.getByRole('region', { name: 'Hela bunten', exact: true });
      await expect(handling).toContainText('Sara Nyström');
      await expect(handling.locator('canvas').first()).toBeVisible();
    });
  } finally {
    rmSync(mapp, { recursive: true });
  }
});
