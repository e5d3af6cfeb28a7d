import { mkdir, readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { synka } from './fixtures/arende.ts';
import { atWork, offline, online, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const lista = (page: Page): Locator => rows(page, 'Ej verkställda beslut');
const ytan = (page: Page): Locator => page.getByRole('region', { name: 'Ej verkställda beslut' });
const detalj = (page: Page): Locator => page.getByRole('region', { name: 'Uppgifter i rapporten' });

/** From the menu Verktyg, of the whole unit. */
async function oppnaListan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verktyg', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Ej verkställda beslut/ }).click();
  await expect(ytan(page)).toBeVisible();
  await ytan(page).getByRole('combobox', { name: 'Vilkas beslut' }).click();
  await page.getByRole('option', { name: 'Hela enheten' }).click();
  await expect(lista(page).first()).toBeVisible();
}
const utan = (page: Page): Locator => lista(page).filter({ hasText: /orsak, följder/ });

test('KLOCK-07 to KLOCK-10 offline: what a report lacks is filled in, an offer is answered, the row is reported and saved; the same on another computer', async ({
  client,
  startClient,
}) => {
  const page = await atWork(client);
  await client.network.cut();
  await offline(page);
  await oppnaListan(page);
  const rad = utan(page).first();
  await rad.getByRole('gridcell').nth(1).click();
  await expect(detalj(page)).toContainText('Saknas: orsak, följder');
  const namn = (await rad.getByRole('gridcell').nth(1).textContent()) ?? '';
  await usable(page, [
    ytan(page).getByRole('button', { name: 'Markera som rapporterat' }),
    rad.getByRole('gridcell').nth(1),
    detalj(page).getByRole('button', { name: 'Fyll i' }),
  ]);

  await test.step('KLOCK-08 what is missing leads to the kund, at the place to fill it in', async () => {
    await detalj(page).getByRole('button', { name: 'Fyll i' }).click();
    const form = page.getByRole('form', { name: 'Uppgifter till IVO' });
    await expect(form).toBeVisible();
    await form.getByRole('textbox', { name: 'Orsak' }).fill('Ingen har kunnat rekryteras till uppdraget.');
    await form.getByRole('textbox', { name: 'Följder' }).fill('Kommer inte ut på sin fritid.');
    await usable(page, [form.getByRole('button', { name: 'Spara', exact: true })]);
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(form).toBeHidden();
  });

  await test.step('KLOCK-09 an offer is written where the beslut is, and its answer into it', async () => {
    await page.getByRole('tab', { name: 'Ej verkställda beslut' }).click();
    await expect(detalj(page)).toContainText('Ingen har kunnat rekryteras');
    await detalj(page)
      .getByRole('button', { name: /^Erbjudanden/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Erbjudanden' });
    await dialog.getByRole('button', { name: 'Nytt erbjudande' }).click();
    const form = page.getByRole('form', { name: 'Nytt erbjudande' });
    await form.getByRole('textbox', { name: 'Datum' }).fill('i');
    await form.getByRole('textbox', { name: 'Vad som erbjöds' }).fill('Kontaktperson Åke Berg från nästa månad');
    await form.getByRole('radio', { name: 'Tackade nej' }).check();
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(form.getByText('Skriv varför svaret blev nej.', { exact: false })).toBeVisible();
    await form.getByRole('textbox', { name: 'Svarsdag' }).fill('i');
    await form.getByRole('textbox', { name: 'Skäl till nej' }).fill('Vill ha någon i sin egen ålder');
    await usable(page, [form.getByRole('button', { name: 'Spara', exact: true })]);
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(dialog).toContainText('Kontaktperson Åke Berg från nästa månad');
    await dialog.getByRole('button', { name: 'Stäng' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('KLOCK-08 the row is reported, once', async () => {
    await page.getByRole('tab', { name: 'Ej verkställda beslut' }).click();
    await expect(detalj(page)).not.toContainText('Saknas');
    await ytan(page).getByRole('button', { name: 'Markera som rapporterat' }).click();
    const form = page.getByRole('form', { name: /^Markera beslutet som rapporterat/ });
    await form.getByRole('textbox', { name: 'Kvitto' }).fill('2026:1704');
    await usable(page, [form.getByRole('button', { name: 'Markera som rapporterat' })]);
    await form.getByRole('button', { name: 'Markera som rapporterat' }).click();
    await expect(detalj(page)).toContainText('Sara Nyström, kvitto 2026:1704');
    await expect(ytan(page).getByRole('button', { name: 'Markera som rapporterat' })).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('KLOCK-10 the report as CSV and PDF, and the figures without names', async () => {
    const mapp = `${client.dataDir}-ut`;
    await mkdir(mapp);
    const spara = async (format: string) => {
      await ytan(page).getByRole('button', { name: 'Spara som fil…' }).click();
      const form = page.getByRole('form', { name: 'Spara som fil' });
      await form.getByRole('radio', { name: format }).check();
      await form.getByRole('textbox', { name: 'Mapp' }).fill(mapp);
      await form.getByRole('checkbox', { name: /^Jag behöver filen/ }).check();
      await form.getByRole('button', { name: 'Spara filen' }).click();
      const bytes = await readFile((await form.locator('strong').textContent()) ?? '');
      await form.getByRole('button', { name: 'Stäng' }).click();
      await expect(form).toBeHidden();
      return bytes;
    };
    const csv = (await spara('CSV (text)')).toString('utf8');
    expect(csv).toContain(namn);
    expect(csv).toContain('2026:1704');
    expect((await spara('PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await spara('Excel')).subarray(0, 2).toString()).toBe('PK');
    await page.getByRole('tab', { name: 'Siffror till fullmäktige' }).click();
    await expect(rows(page, 'Siffror till fullmäktige').first()).toBeVisible();
    await usable(page, [page.getByRole('tab', { name: 'Rapport till IVO' })]);
    const siffror = (await spara('CSV (text)')).toString('utf8');
    expect(siffror).toContain('Antal');
    expect(siffror).not.toContain(namn.split(',')[0] ?? namn);
  });

  await test.step('on another computer after sync', async () => {
    await client.network.restore();
    await online(page);
    await synka(client);
    const annan = await startClient();
    const andra = await atWork(annan);
    await oppnaListan(andra);
    const samma = lista(andra).filter({ hasText: '2026:1704' });
    await expect(samma).toHaveCount(1);
    await samma.getByRole('gridcell').nth(1).click();
    await expect(detalj(andra)).toContainText('Tackade nej');
  });
});
