import { mkdir, readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { synka } from './fixtures/arende.ts';
import { atWork, offline, online, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const ytan = (page: Page): Locator => page.getByRole('region', { name: 'Statistik' });

/** From the menu Verktyg, as who delivers for the municipality. */
async function oppnaStatistik(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verktyg', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Statistik till Socialstyrelsen/ }).click();
  await expect(ytan(page)).toBeVisible();
}
const flik = (page: Page, namn: RegExp): Locator => ytan(page).getByRole('tab', { name: namn });

test('STAT-01 to STAT-07 offline: what would be refused leads to the kund, the file is saved as the description says, and another sees that it was', async ({
  client,
  startClient,
}) => {
  const page = await atWork(client, 'Katarina Wallin');
  await client.network.cut();
  await offline(page);
  await oppnaStatistik(page);
  await expect(rows(page, 'Rader').first()).toBeVisible();
  await expect(ytan(page)).toContainText('Kolumnerna är ett exempel');
  await expect(ytan(page)).toContainText(/Ska vara inne senast \d{4}-10-25/);
  await usable(page, [ytan(page).getByRole('button', { name: 'Spara som fil…' }), flik(page, /^Skulle avvisas/)]);

  await test.step('STAT-04 a row that would be refused says why, and Enter opens the kund', async () => {
    await flik(page, /^Skulle avvisas \([1-9]/).click();
    const rad = rows(page, 'Skulle avvisas').first();
    await expect(rad).toContainText('saknar personnummer');
    const namn = (await rad.getByRole('gridcell').first().textContent()) ?? '';
    await rad.click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: namn })).toBeVisible();
    await page.getByRole('tab', { name: 'Statistik' }).click();
  });

  await test.step('STAT-03 what is decided and not carried out is told of, with the reason', async () => {
    await flik(page, /^Inte med \([1-9]/).click();
    await expect(rows(page, 'Inte med').filter({ hasText: 'Beslutat men inte verkställt' }).first()).toBeVisible();
    await usable(page, [rows(page, 'Inte med').first().getByRole('gridcell').first()]);
  });

  const filen = await test.step('STAT-06 the file: by the description, no line ends with a semicolon, nobody is named', async () => {
    const mapp = `${client.dataDir}-ut`;
    await mkdir(mapp);
    await ytan(page).getByRole('button', { name: 'Spara som fil…' }).click();
    const form = page.getByRole('form', { name: 'Spara som fil' });
    await expect(form).toContainText('skulle avvisas och är inte med');
    await form.getByRole('textbox', { name: 'Mapp' }).fill(mapp);
    await form.getByRole('checkbox', { name: /^Jag behöver filen/ }).check();
    await usable(page, [form.getByRole('button', { name: 'Spara filen' })]);
    await form.getByRole('button', { name: 'Spara filen' }).click();
    const fil = (await form.locator('strong').textContent()) ?? '';
    const [rubriker = '', ...rader] = (await readFile(fil, 'utf8')).trimEnd().split('\r\n');
    expect(rubriker.startsWith('Personnummer;Kommun;Personkrets;')).toBe(true);
    expect(rader.length).toBeGreaterThan(0);
    for (const rad of rader) expect(rad).toMatch(/^\d{12};9999;[123](;[01]){9}$/);
    await form.getByRole('button', { name: 'Stäng' }).click();
    return fil.split(/[\\/]/).at(-1) ?? '';
  });

  await test.step('STAT-02 SoL is another list, of a month', async () => {
    await ytan(page).getByRole('combobox', { name: 'Lista' }).click();
    await page.getByRole('option', { name: 'SoL, pågår' }).click();
    // Of few kunder nobody has anything by SoL; the list of the month is another one, with its own day.
    await expect(flik(page, /^Skulle avvisas \(0\)/)).toBeVisible();
    await expect(ytan(page)).toContainText(/Ska vara inne senast \d{4}-\d{2}-15/);
    await flik(page, /^Levererat \(1\)/).click();
    await expect(rows(page, 'Levererat')).toContainText('Katarina Wallin');
  });

  await test.step('STAT-07 another sees what was saved, after sync', async () => {
    await client.network.restore();
    await online(page);
    await synka(client);
    const andra = await atWork(await startClient(), 'Camilla Svärd');
    await oppnaStatistik(andra);
    await flik(andra, /^Levererat \(1\)/).click();
    await expect(rows(andra, 'Levererat')).toContainText(filen);
    await expect(rows(andra, 'Levererat')).toContainText('Katarina Wallin');
    // She may not read who has skyddad folkbokföring: a part is no list.
    await expect(ytan(andra)).toContainText('Du läser inte akter för kunder med skyddad folkbokföring.');
    await expect(ytan(andra).getByRole('button', { name: 'Spara som fil…' })).toHaveAttribute('aria-disabled', 'true');
  });
});
