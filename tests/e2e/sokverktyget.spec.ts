import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { synka } from './fixtures/arende.ts';
import { atWork, kundShown, offline, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const form = (page: Page): Locator => page.getByRole('form', { name: 'Sökverktyget' });
const verktyg = (page: Page): Locator => page.getByRole('toolbar', { name: 'Verktyg' });
const band = (page: Page, name: RegExp): Locator => verktyg(page).getByRole('button', { name });
const plats = (page: Page): Locator => verktyg(page).getByRole('status');
const traffar = (page: Page): Locator => rows(page, 'Resultat');

/** SVERK-01, SVERK-02: the binoculars, and a search of the drop-down. */
async function valj(page: Page, namn: string): Promise<void> {
  await band(page, /^Sökverktyget/).click();
  await form(page).getByRole('combobox', { name: 'Sökning' }).click();
  await page.getByRole('option', { name: namn, exact: true }).click();
}
/** SVERK-04: the binoculars run it. @returns the kunder of the first rows, as the result names them */
async function sok(page: Page, kolumn: number): Promise<string[]> {
  await form(page).getByRole('button', { name: 'Sök', exact: true }).click();
  await expect(traffar(page).first()).toBeVisible();
  return traffar(page).evaluateAll((all, at) => all.slice(0, 4).map((row) => row.children[at]?.textContent ?? ''), kolumn);
}

test('SVERK-01 to -04, SNAV-01 to -03, offline: a search, and its result walked with the diamond and the arrows', async ({ client }) => {
  const page = await atWork(client);
  await client.network.cut();
  await offline(page);
  await valj(page, 'Pågående utredningar efter ålder');
  await form(page).getByRole('textbox', { name: 'Minst antal dagar' }).fill('1');
  const namn = await sok(page, 2);
  expect(namn).toHaveLength(4);
  await usable(page, [
    form(page).getByRole('button', { name: 'Sök', exact: true }),
    traffar(page).first().getByRole('gridcell').nth(2),
    band(page, /^Nästa post/),
  ]);

  await test.step('SNAV-02 the marked kund is opened by the diamond', async () => {
    await traffar(page).nth(1).click();
    await expect(plats(page)).toHaveText(/^2 av \d+$/);
    await band(page, /^Öppna markerad kund/).click();
    await kundShown(page, namn[1] ?? '');
  });
  await test.step('SNAV-03 the arrows go to the next kund, and back, without the list', async () => {
    await band(page, /^Nästa post/).click();
    await kundShown(page, namn[2] ?? '');
    await expect(plats(page)).toHaveText(/^3 av \d+$/);
    await page.keyboard.press('Alt+ArrowUp');
    await kundShown(page, namn[1] ?? '');
    await page.keyboard.press('Control+Alt+Home');
    await kundShown(page, namn[0] ?? '');
    await expect(band(page, /^Föregående post/)).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('tab')).toHaveCount(3);
  });
  await test.step('the result is where it was left; Enter opens', async () => {
    await page.getByRole('tab', { name: 'Sökverktyget' }).click();
    await expect(traffar(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('columnheader', { name: 'Dagar' }).getByRole('button').click();
    await expect(plats(page)).not.toHaveText(/^1 av/);
    await traffar(page).nth(2).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('SVERK-05 to SVERK-07: an own search on the user’s next computer, a result counted, and saved for Excel', async ({
  client,
  startClient,
  centralServer,
  municipality,
}) => {
  const page = await atWork(client);
  await valj(page, 'Beslut som upphör');
  await form(page).getByRole('textbox', { name: 'Upphör senast' }).fill('+400');
  await form(page).getByRole('button', { name: 'Spara som egen sökning…' }).click();
  const spara = page.getByRole('dialog', { name: 'Spara som egen sökning' });
  await spara.getByRole('textbox', { name: 'Namn' }).fill('Slutar inom ett år');
  await page.keyboard.press('Enter');
  await expect(spara).toBeHidden();
  await expect(form(page).getByRole('combobox', { name: 'Sökning' })).toHaveText('Slutar inom ett år');
  await sok(page, 1);
  const antal = Number(
    /(\d+) beslut/.exec((await page.getByRole('region', { name: 'Resultat' }).getByRole('status').textContent()) ?? '')?.[1],
  );

  await test.step('SVERK-07 by beslut', async () => {
    await page.getByRole('tab', { name: 'Sammanställning' }).click();
    const delar = rows(page, 'Sammanställning');
    await expect(delar.first()).toBeVisible();
    const summor = await delar.evaluateAll((all) => all.map((row) => Number(row.children[1]?.textContent)));
    expect(summor.reduce((a, b) => a + b, 0)).toBe(antal);
    await page.getByRole('tab', { name: 'Utveckling' }).click();
    await expect(page.getByRole('img', { name: /^Antal beslut per månad från \d{4}-\d{2} till/ })).toBeVisible();
    const manader = await rows(page, 'Utveckling').evaluateAll((all) => all.map((row) => Number(row.children[1]?.textContent)));
    expect(manader.reduce((a, b) => a + b, 0)).toBe(antal);
    await usable(page, [page.getByRole('combobox', { name: 'Månad för månad efter' })]);
    await page.getByRole('tab', { name: 'Resultat' }).click();
  });

  await test.step('SVERK-06 FORB-49 out of the program: asked twice, and in the access log', async () => {
    const mapp = join(client.dataDir, '..', `${client.dataDir.split('/').at(-1)}-ut`);
    await mkdir(mapp);
    await page.getByRole('button', { name: 'Spara som fil…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Spara resultatet som fil' });
    await usable(page, [dialog.getByRole('button', { name: 'Spara filen' })]);
    await dialog.getByRole('textbox', { name: 'Mapp' }).fill(mapp);
    await dialog.getByRole('radio', { name: 'CSV (text)' }).check();
    await dialog.getByRole('button', { name: 'Spara filen' }).click();
    await expect(dialog.getByText('Kryssa för innan filen sparas.')).toBeVisible();
    await dialog.getByRole('checkbox', { name: /^Jag behöver filen/ }).check();
    await dialog.getByRole('button', { name: 'Spara filen' }).click();
    const fil = (await dialog.locator('strong').textContent()) ?? '';
    const bytes = await readFile(fil);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rader = bytes.subarray(3).toString('utf8').split('\r\n');
    expect(rader[0]).toBe('Till och med;Kund;Personnummer;Beslut;Från och med;Omfattning;Handläggare;Organisation');
    const kunder = new Set(rader.slice(1, -1).map((rad) => rad.split(';')[2]));
    await dialog.getByRole('button', { name: 'Stäng' }).click();
    await synka(client);
    await expect(async () => {
      const loggat = await centralServer.db
        .selectFrom('access_log')
        .select(['person_id', 'detail'])
        .where('tenant', '=', municipality.tenant)
        .execute();
      const kopior = loggat.filter(({ detail }) => detail?.startsWith('Sökverktyget: Beslut som upphör, kopia'));
      expect(new Set(kopior.map(({ person_id }) => person_id)).size).toBe(kunder.size);
    }).toPass();
  });

  await test.step('SVERK-05 on another computer', async () => {
    const annan = await startClient();
    const dar = await atWork(annan);
    await valj(dar, 'Slutar inom ett år');
    await expect(form(dar).getByRole('textbox', { name: 'Upphör senast' })).not.toHaveValue('');
    await sok(dar, 1);
  });
});

test('KL 6:40, 7:8 the month’s beslut on delegation, for the nämnd: who decided what, without the names of the kunder', async ({
  client,
}) => {
  const page = await atWork(client, 'Katarina Wallin');
  await valj(page, 'Delegationsbeslut');
  await form(page).getByRole('textbox', { name: 'Beslutade från och med' }).fill('-400');
  await form(page).getByRole('textbox', { name: 'Till och med' }).fill('i');
  await sok(page, 0);
  const rubriker = page.getByRole('grid', { name: 'Resultat' }).getByRole('columnheader');
  await expect(rubriker.filter({ hasText: /^Beslutsfattare/ })).toBeVisible();
  await expect(rubriker.filter({ hasText: /^Kund$/ })).toHaveCount(0);
  await expect(traffar(page).filter({ hasText: 'Avslag' }).first()).toBeVisible();
});
