import type { Page } from '@playwright/test';
import { aterAnslut, dag, falt, form, knapp, valj } from './fixtures/arende.ts';
import { atWork, choose, expand, kundShown, linnea, node, offline, openKund, rows, utredning } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

/** Rows by what stands in them: a kund may have several. */
const [klar, flyttad, beslutets] = ['Korttidsvistelse, nivå 2', 'Ring bostaden, uppföljning', 'Ledsagarservice, ny ansökan väntas'];
const lista = (page: Page) => page.getByRole('region', { name: 'Bevakningar' });
const rad = (page: Page, text: string | RegExp) => rows(page, 'Bevakningar').filter({ hasText: text });
/** A bifall that nobody has carried out within three months. */
const ejVerkstallt = (page: Page) => rad(page, 'Rahimi, Hamid').filter({ hasText: 'Ej verkställt beslut' });

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
    await expect(lista(page).getByText(/^\d+ st, \d+ förfallna, \d+ idag$/)).toBeVisible();
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
    await kundShown(page, 'Nordin, Greta');
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

test('KLOCK-02 KLOCK-04 without a network: what is computed is in the list with its sum, and is put off with a reason; a colleague has it so after the sync', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const page = await atWork(sara);
  await atWork(per, 'Per Hallberg');
  await sara.network.cut();
  await offline(page);

  await test.step('Mina sidor has it, and what another list there has is not among them twice', async () => {
    await expect(ejVerkstallt(page)).toBeVisible();
    await expect(rows(page, 'Osignerade anteckningar').first()).toBeVisible();
    await expect(rad(page, 'Osignerad anteckning')).toHaveCount(0);
  });
  await test.step('with its sum and its paragraph, and never done by hand', async () => {
    await openLista(page);
    await expect(ejVerkstallt(page)).toContainText(/beslut \d{4}-\d\d-\d\d \+ 3 mån = \d{4}-\d\d-\d\d/);
    await expect(ejVerkstallt(page)).toContainText('Beräknad, LSS 28 f §');
    await expect(rad(page, 'Osignerad anteckning').first()).toBeVisible();
    await ejVerkstallt(page).click();
    await expect(knapp(lista(page), /^Klar$/)).toBeDisabled();
  });
  await test.step('put off with a reason it is gone, and lies under Uppskjutna', async () => {
    await choose(page, ejVerkstallt(page), 'Skjut upp …');
    const dialog = form(page, 'Beräknad bevakning');
    await expect(dialog).toContainText('lagen (1993:387) om stöd och service till vissa funktionshindrade');
    await page.keyboard.press('Control+s');
    await expect(dialog.getByText('Skriv varför bevakningen skjuts upp.')).toBeVisible();
    await falt(dialog, 'Skjut upp till').fill('+14');
    await falt(dialog, 'Skäl').fill('Platsen är klar efter helgen');
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
    await expect(ejVerkstallt(page)).toHaveCount(0);
    await lista(page).getByRole('tab', { name: 'Uppskjutna' }).click();
    await expect(ejVerkstallt(page)).toContainText(`${dag(14)} av Sara Nyström: Platsen är klar efter helgen`);
  });
  await test.step('BEV-04 it opens the kund at its beslut, which says that it is put off', async () => {
    await choose(page, ejVerkstallt(page), 'Öppna kunden');
    await kundShown(page, 'Rahimi, Hamid');
    await page.getByRole('treeitem', { selected: true }).dblclick();
    await expect(page.getByText(new RegExp(`uppskjuten till ${dag(14)} av Sara Nyström`))).toBeVisible();
  });
  await aterAnslut(sara);

  await test.step('the colleague looks into Sara’s list: it is put off there, too', async () => {
    const hos = per.page;
    await openLista(hos);
    await hos.getByRole('combobox', { name: 'Vilkas bevakningar' }).click();
    await hos.getByRole('option', { name: 'LSS-handläggare 3', exact: true }).click();
    // Hers by name, in the list of her function.
    await expect(rad(hos, 'Underrätta om försening?')).toContainText('Sara Nyström');
    await expect(ejVerkstallt(hos)).toHaveCount(0);
    await lista(hos).getByRole('tab', { name: 'Uppskjutna' }).click();
    await expect(ejVerkstallt(hos)).toContainText('Sara Nyström: Platsen är klar efter helgen');
  });
});

test('axe, 1366x768 and 200 %: the list, its dialogs, the camera and Ny bevakning', async ({ client }) => {
  const page = await atWork(client);
  await rad(page, klar).click();
  await test.step('Mina sidor', () => usable(page, [knapp(lista(page), 'Ny bevakning')]));
  await openLista(page);
  await rad(page, klar).click();
  await test.step('the list', () => usable(page, [knapp(lista(page), 'Inställningar'), knapp(lista(page), 'Ny bevakning')]));
  await page.keyboard.press('End');
  await expect(rows(page, 'Bevakningar').last()).toBeFocused();
  await expect(rows(page, 'Bevakningar').last()).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('columnheader', { name: /^Datum/ })).toBeInViewport({ ratio: 1 });
  await rad(page, klar).click();
  await page.keyboard.press('Enter');
  await test.step('one', () => usable(page, [knapp(form(page, 'Bevakning'), 'Spara')]));
  await page.keyboard.press('Escape');
  await ejVerkstallt(page).click();
  await page.keyboard.press('Enter');
  await test.step('KLOCK-04 a computed one', () => usable(page, [knapp(form(page, 'Beräknad bevakning'), /^Skjut upp$/)]));
  await page.keyboard.press('Escape');
  await knapp(lista(page), 'Inställningar').click();
  await test.step('Inställningar', () => usable(page, [page.getByRole('button', { name: 'OK', exact: true })]));
  await page.keyboard.press('Escape');
  await openKund(page, linnea);
  await page
    .getByRole('toolbar', { name: 'Verktyg' })
    .getByRole('button', { name: /^Bevakningar för kunden, \d+ öpp/ })
    .click();
  await test.step('SYM-07 the camera', () => usable(page, [knapp(page.getByRole('dialog'), 'Ny bevakning')]));
  await knapp(page.getByRole('dialog'), 'Ny bevakning').click();
  await test.step('Ny bevakning', () => usable(page, [knapp(form(page, 'Ny bevakning'), 'Spara')]));
  await page.keyboard.press('Escape');
  // Back in the camera.
  await knapp(page.getByRole('dialog'), 'Stäng').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openLista(page);
  await choose(page, ejVerkstallt(page), 'Öppna kunden');
  await kundShown(page, 'Rahimi, Hamid');
  await page.getByRole('treeitem', { selected: true }).dblclick();
  await knapp(page, 'Parten har tagit del').click();
  await test.step('KLOCK-06 the day the party got it', () =>
    usable(page, [knapp(form(page, 'Parten har tagit del av beslutet'), 'Spara')]));
  await page.keyboard.press('Escape');
  await openKund(page, linnea);
  await expand(page, 'LSS utredning o verkställighet');
  await node(page, utredning).first().dblclick();
  await knapp(page, 'Begäran om avgörande').click();
  await test.step('KLOCK-06 the request', () => usable(page, [knapp(form(page, 'Begäran om avgörande'), 'Spara')]));
});
