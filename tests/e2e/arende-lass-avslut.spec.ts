import type { Locator, Page } from '@playwright/test';
import { aktBakom } from './fixtures/akt-bakom.ts';
import { dag, falt, form, knapp, registrera, rot, synka } from './fixtures/arende.ts';
import { atWork, node, offline } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const harFokus = (mal: Locator): Promise<boolean> => mal.evaluate((element) => element === document.activeElement);

/** An entry of the root's menu, by the keyboard alone. */
async function valjIMenyn(page: Page, namn: string): Promise<void> {
  await page.locator('[role="treeitem"][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('l');
  await expect(node(page, rot)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const post = page.getByRole('menuitem', { name: namn, exact: true });
  await expect(post).toBeVisible();
  for (let steg = 0; steg < 12 && !(await harFokus(post)); steg++) await page.keyboard.press('ArrowDown');
  await expect(post).toBeFocused();
  await page.keyboard.press('Enter');
}
async function tabbaTill(page: Page, knappen: Locator): Promise<void> {
  await expect(knappen).toBeVisible();
  for (let steg = 0; steg < 6 && !(await harFokus(knappen)); steg++) await page.keyboard.press('Tab');
  await expect(knappen).toBeFocused();
}

test('LASS FORB-30 FORB-43: a LASS-beslut in one entry, then the whole case is closed in one operation, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  const [nummer = ''] = centralServer.freeNumbers;
  await client.network.cut();
  await offline(page);
  await registrera(page, { nummer, efternamn: 'Lassman', fornamn: 'Liv' });
  await test.step('LASS-03 to LASS-16', async () => {
    await valjIMenyn(page, 'LASS-beslut');
    const lass = form(page, 'LASS-beslut');
    await falt(lass, 'Inkom enligt poststämpel').fill(dag(-3));
    await falt(lass, 'Gäller fr.o.m.').fill(dag(-1));
    await lass.getByRole('radio', { name: '2', exact: true }).check();
    await falt(lass, 'Timmar, timmar').fill('45');
    await falt(lass, 'Timmar, minuter').fill('30');
    await falt(lass, 'Utredningsjournal').fill('Beslutsmeddelande från Försäkringskassan har kommit in.');
    await falt(lass, 'Utredningsdokument, Beslut').fill('Assistansersättning beviljas med 45 timmar 30 minuter per vecka.');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 2, name: /^LSS Utredning/ })).toContainText('LASS');
  });
  await test.step('AVSL-01 to AVSL-03 everything open is listed, and closed at once', async () => {
    await valjIMenyn(page, 'Avsluta ärende');
    const avsluta = form(page, 'Avsluta ärende');
    const oppet = avsluta.getByRole('list', { name: 'Öppet i ärendet' });
    await expect(oppet).toContainText('Assistanskostnader utöver LASS');
    await expect(oppet).toContainText('LSS Insatser');
    await page.keyboard.press('Control+s');
    await tabbaTill(page, knapp(page.getByRole('alertdialog'), 'Avsluta ärendet'));
    await page.keyboard.press('Enter');
    await expect(avsluta).toBeHidden();
    await node(page, rot).click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Avsluta ärende' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
  });

  await synka(client);
  const akt = await aktBakom(centralServer, municipality.tenant, nummer);
  expect(akt.one('beslut').data).toMatchObject({
    beslutsnamn: 'Assistanskostnader utöver LASS',
    beslutsdatum: dag(),
    giltigFran: dag(-1),
    giltigTom: dag(),
    omfattning: { minuter: 2730, enhet: 'Vecka' },
    personkrets: '2',
  });
  expect(akt.one('utredning').data).toMatchObject({ lass: true, inkomDatum: dag(-3), slutdatum: dag() });
  expect(akt.list('aktualisering')).toEqual([]);
  expect(akt.list('bestallning')).toEqual([]);
  expect(akt.list('anteckning').map(({ data }) => data.signerad?.namn)).toEqual(['Sara Nyström', 'Sara Nyström']);
  expect(akt.one('verkstallighet').data).toMatchObject({ lssInsatser: true, startdatum: dag(-1), slutdatum: dag() });
});
