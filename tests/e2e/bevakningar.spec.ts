import type { Page } from '@playwright/test';
import { aterAnslut, dag, falt, form, knapp, valj } from './fixtures/arende.ts';
import { atWork, choose, kundShown, linnea, offline, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const [klar, flyttad, beslutets] = ['Johansson, Elsa Viola', 'Strand, Ida', 'Nordin, Greta'];
const lista = (page: Page) => page.getByRole('region', { name: 'Bevakningar' });
const rad = (page: Page, kund: string) => rows(page, 'Bevakningar').filter({ hasText: kund });

/** By its key, which goes to the tab whatever is shown. */
async function openLista(page: Page): Promise<void> {
  await page.keyboard.press('Alt+b');
  await expect(page.getByRole('tab', { name: 'Bevakningar', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(lista(page)).toBeVisible();
}

test('BEV-01 BEV-05 BEV-09 BEV-11 FORB-53 without a network: one is done, one moved, one laid from a beslut; a colleague has them after the sync', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const page = await atWork(sara);
  await atWork(per, 'Per Hallberg');
  await sara.network.cut();
  await offline(page);

  await test.step('the day’s list, what is overdue first', async () => {
    await page.getByRole('button', { name: 'Bevakningar', exact: true }).first().click();
    await openLista(page);
    await expect(rad(page, beslutets).getByLabel('Förfallen')).toBeVisible();
    await expect(rows(page, 'Bevakningar').first().getByLabel('Förfallen')).toBeVisible();
    await expect(lista(page).getByText(/\d+ st, [3-9] förfallna, 2 idag/)).toBeVisible();
  });
  await test.step('one is done', async () => {
    await rad(page, klar).click();
    await knapp(lista(page), /^Klar$/).click();
    await expect(rad(page, klar)).toHaveCount(0);
    await lista(page).getByRole('tab', { name: 'Klara' }).click();
    await expect(rad(page, klar)).toContainText('Sara Nyström');
    await lista(page).getByRole('tab', { name: 'Att göra' }).click();
  });
  await test.step('one is moved to another', async () => {
    await choose(page, rad(page, flyttad), 'Flytta till …');
    const dialog = page.getByRole('dialog', { name: 'Flytta bevakningen' });
    await valj(page, dialog, 'Flytta till', 'LSS-handläggare 5 (Per Hallberg)');
    await knapp(dialog, /^Flytta$/).click();
    await expect(rad(page, flyttad)).toHaveCount(0);
  });
  await test.step('BEV-06 a new one from the beslut, by its camera', async () => {
    await rad(page, beslutets).dblclick();
    await kundShown(page, beslutets);
    await page.getByRole('treeitem', { selected: true }).dblclick();
    await knapp(page, /^Bevakningar \(1\)$/).click();
    await knapp(page.getByRole('dialog'), 'Ny bevakning').click();
    const ny = form(page, 'Ny bevakning');
    await falt(ny, 'Bevakningsdatum').fill('-1');
    await page.keyboard.press('Tab');
    await expect(ny.getByText('Datumet får inte ligga bakåt i tiden.')).toBeVisible();
    await falt(ny, 'Bevakningsdatum').fill('+14');
    await valj(page, ny, 'Bevakning typ av', 'LSS Följ upp beslut/verks');
    await falt(ny, 'Text').fill('Ring Greta');
    await page.keyboard.press('Control+s');
    const fraga = page.getByRole('alertdialog', { name: 'Alla kan läsa texten' });
    await expect(fraga).toContainText('Är ett namn i akten: ”Greta”');
    await knapp(fraga, 'Avbryt').click();
    await falt(ny, 'Text').fill('Ring om ledsagning');
    await page.keyboard.press('Control+s');
    await expect(ny).toBeHidden();
    await expect(page.getByRole('dialog').getByRole('tab', { name: 'Att göra 2' })).toBeVisible();
    await knapp(page.getByRole('dialog'), 'Stäng').click();
    await expect(knapp(page, /^Bevakningar \(2\)$/)).toBeVisible();
  });
  await aterAnslut(sara);

  await test.step('BEV-02 BEV-03 the colleague has his, and looks into Sara’s list', async () => {
    const hos = per.page;
    await openLista(hos);
    await expect(rad(hos, flyttad)).toContainText('Ring bostaden, uppföljning');
    await hos.getByRole('combobox', { name: 'Vilkas bevakningar' }).click();
    await hos.getByRole('option', { name: 'LSS-handläggare 3', exact: true }).click();
    await expect(rad(hos, 'Ring om ledsagning')).toContainText(dag(14));
    await expect(rad(hos, klar)).toHaveCount(0);
    await expect(rad(hos, flyttad)).toHaveCount(0);
  });
  await test.step('both lists at once, while she is away; remembered', async () => {
    const hos = per.page;
    await knapp(lista(hos), 'Inställningar').click();
    await hos.getByRole('checkbox', { name: 'Mina: min funktion och jag själv' }).check();
    await hos.getByRole('button', { name: 'OK', exact: true }).click();
    await expect(rad(hos, flyttad)).toBeVisible();
    await expect(rad(hos, 'Ring om ledsagning')).toBeVisible();
    await expect(async () => {
      await hos.reload();
      await openLista(hos);
      await expect(rad(hos, 'Ring om ledsagning')).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expect(rad(hos, flyttad)).toBeVisible();
  });
});

test('axe, 1366x768 and 200 %: the list, its dialogs, the camera and Ny bevakning', async ({ client }) => {
  const page = await atWork(client);
  await rows(page, 'Bevakningar').first().click();
  await test.step('Mina sidor', () => usable(page, [knapp(lista(page), 'Ny bevakning')]));
  await openLista(page);
  await rad(page, klar).click();
  await test.step('the list', () => usable(page, [knapp(lista(page), 'Inställningar'), knapp(lista(page), 'Ny bevakning')]));
  await page.keyboard.press('Enter');
  await test.step('one', () => usable(page, [knapp(form(page, 'Bevakning'), 'Spara')]));
  await page.keyboard.press('Escape');
  await knapp(lista(page), 'Inställningar').click();
  await test.step('Inställningar', () => usable(page, [page.getByRole('button', { name: 'OK', exact: true })]));
  await page.keyboard.press('Escape');
  await openKund(page, linnea);
  await page
    .getByRole('toolbar', { name: 'Verktyg' })
    .getByRole('button', { name: /^Bevakningar för kunden, 1 öppen/ })
    .click();
  await test.step('SYM-07 the camera', () => usable(page, [knapp(page.getByRole('dialog'), 'Ny bevakning')]));
  await knapp(page.getByRole('dialog'), 'Ny bevakning').click();
  await test.step('Ny bevakning', () => usable(page, [knapp(form(page, 'Ny bevakning'), 'Spara')]));
});
