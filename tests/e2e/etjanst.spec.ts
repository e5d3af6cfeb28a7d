import type { Page } from '@playwright/test';
import { aterAnslut, falt, form, knapp, valj } from './fixtures/arende.ts';
import { aktivera, godkanda, godkann, iPersonuppgifter, kortet, syster, systernMedSamtycke } from './fixtures/etjanst.ts';
import { allSent, atWork, linnea, offline, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const checklistan = (page: Page) => page.getByRole('list', { name: 'Checklista för e-tjänsten' });

test('NATT-01 FORB-63 REL-11 what is turned on without a network is activated by the night’s run, and seen by a colleague; FORB-65 what she takes back there ends at once', async ({
  startClient,
  municipality,
  centralServer,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const page = await atWork(sara);
  const hos = await atWork(per, 'Per Hallberg');
  await openKund(page, linnea);
  await systernMedSamtycke(page);
  await allSent(page);
  await sara.network.cut();
  await offline(page);
  await test.step('the kund and her sister, without a network', async () => {
    await aktivera(page);
    await godkann(page);
    await expect(
      kortet(page)
        .getByText(/^Aktiveras i natt, fungerar från/)
        .first(),
    ).toBeVisible();
    await expect(kortet(page).getByText('Inte skickad till servern än')).toBeVisible();
  });
  await aterAnslut(sara);
  await allSent(page);
  expect(await centralServer.runNightly(municipality.tenant)).toMatchObject({ outcome: 'done' });
  await test.step('those who run the system read what the night came to', async () => {
    const drift = await startClient();
    const camilla = await atWork(drift, 'Camilla Svärd');
    await camilla.getByRole('button', { name: 'Verktyg', exact: true }).click();
    await camilla.getByRole('menuitem', { name: 'Nattens körningar' }).click();
    await expect(rows(camilla, 'Nattens körningar')).toHaveCount(1);
    await expect(rows(camilla, 'Nattens körningar').first()).toContainText('Klar');
    await usable(camilla, []);
    await camilla.setViewportSize({ width: 1366, height: 768 });
  });
  await test.step('it is active, here and at the colleague’s', async () => {
    for (const one of [page, hos]) {
      if (one === hos) {
        await openKund(hos, linnea);
        await iPersonuppgifter(hos, 'Person');
      }
      await expect(one.getByText('E-tjänsten är kopplad.')).toBeVisible();
      await expect(godkanda(one).getByText('Aktiv', { exact: true })).toBeVisible();
    }
  });
  await test.step('VALK-01 VALK-03 the welcome message is read with its informationsblad, and sent; the colleague sees that it was', async () => {
    const forslaget = (one: Page) => checklistan(one).getByRole('listitem').filter({ hasText: 'välkomstmeddelandet' });
    // She is protected: nothing is proposed, and it may be sent all the same.
    await expect(forslaget(page).getByText('Inte skickat', { exact: true })).toBeVisible();
    await expect(checklistan(page).getByRole('button', { name: /^Skicka inte/ })).toHaveCount(0);
    await forslaget(page).getByRole('button', { name: 'Läs och skicka: Välkomstmeddelande' }).click();
    const brev = form(page, 'Välkomstmeddelande');
    await expect(falt(brev, 'Text')).toHaveValue(/Nu är vår e-tjänst påslagen för dig/);
    await brev.getByRole('button', { name: 'Läs informationsbladet' }).click();
    await expect(brev.getByRole('region', { name: 'Förhandsvisning' }).or(brev.getByLabel('Förhandsvisning')).first()).toBeVisible();
    await usable(page, [knapp(page, /^Skicka till /)]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await knapp(page, /^Skicka till /).click();
    await expect(brev).toBeHidden();
    await allSent(page);
    for (const one of [page, hos]) await expect(forslaget(one).getByText('Skickat', { exact: true })).toBeVisible();
  });
  await test.step('the colleague registers that she took it back', async () => {
    await iPersonuppgifter(hos, 'Samtycken');
    await hos.getByRole('list', { name: 'Samtycken' }).getByRole('button', { name: 'Återkalla' }).click();
    const tillbaka = form(hos, 'Återkalla samtycke');
    await tillbaka.getByRole('radio', { name: 'Muntligt' }).check();
    await falt(tillbaka, 'Av vem').fill('Linnea');
    await hos.keyboard.press('Control+s');
    await expect(tillbaka).toBeHidden();
  });
  await expect(godkanda(page).getByText('Avslutad', { exact: true })).toBeVisible();
  await expect(godkanda(page).getByText(/Samtycket gäller inte längre|samtycket gäller inte längre/)).toBeVisible();
});

test('axe, 1366x768 and 200 %: the e-service and its dialogs', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, linnea);
  await systernMedSamtycke(page);
  await iPersonuppgifter(page, 'Person');
  await test.step('not on', () => usable(page, [knapp(page, 'Aktivera e-tjänst'), knapp(page, 'Godkänn närstående')]));
  await kortet(page).getByRole('button', { name: 'Aktivera e-tjänst' }).click();
  await form(page, 'Aktivera e-tjänst').getByRole('checkbox', { name: 'Avisering via SMS' }).check();
  await test.step('Aktivera', () => usable(page, [knapp(page, 'Aktivera i natt')]));
  await page.keyboard.press('Escape');
  await aktivera(page);
  await knapp(page, 'Godkänn närstående').click();
  await valj(page, form(page, 'Godkänn närstående'), 'Närstående', `${syster} 19850101-2382 (anhörig)`);
  await test.step('Godkänn', () => usable(page, [knapp(page, /^Godkänn$/)]));
  await page.keyboard.press('Control+s');
  await expect(form(page, 'Godkänn närstående')).toBeHidden();
  await test.step('what is on', () => usable(page, [knapp(page, 'Ändra e-tjänst'), knapp(page, /^Avsluta$/)]));
  await knapp(page, /^Avsluta$/).click();
  await test.step('Avsluta', () => usable(page, [knapp(page, 'Ja, avsluta')]));
});
