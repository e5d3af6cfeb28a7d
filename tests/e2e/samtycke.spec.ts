import type { Page } from '@playwright/test';
import { aterAnslut, falt, form, knapp, valj } from './fixtures/arende.ts';
import { iPersonuppgifter, syster } from './fixtures/etjanst.ts';
import { allSent, atWork, expand, linnea, node, offline, openKund, rows, utredning } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

async function laggTillSyster(page: Page): Promise<void> {
  await iPersonuppgifter(page, 'Kontaktuppgifter');
  await knapp(page, 'Lägg till').click();
  const kontakt = form(page, 'Lägg till kontakt');
  await falt(kontakt, 'Namn').fill(syster);
  await page.keyboard.press('Control+s');
  await expect(kontakt).toBeHidden();
  await expect(rows(page, 'Kontaktuppgifter').filter({ hasText: syster })).toContainText('Saknas');
}

async function registreraSamtycke(page: Page): Promise<void> {
  await iPersonuppgifter(page, 'Samtycken');
  await knapp(page, 'Registrera samtycke').click();
  const samtycke = form(page, 'Registrera samtycke');
  await valj(page, samtycke, 'Avser', 'Kontakt med närstående');
  await valj(page, samtycke, 'Till', `${syster} (anhörig)`);
  await samtycke.getByRole('radio', { name: 'Muntligt' }).check();
  await page.keyboard.press('Control+s');
  await expect(samtycke).toBeHidden();
  await expect(page.getByRole('list', { name: 'Samtycken' }).getByText('Gäller', { exact: true })).toBeVisible();
}

test('SAMT-01 SAMT-03 SAMT-05 a letter written without a network by a samtycke that a colleague took back meanwhile is refused, and its words are there', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const page = await atWork(sara);
  const hos = await atWork(per, 'Per Hallberg');
  await openKund(page, linnea);
  await laggTillSyster(page);
  await registreraSamtycke(page);
  await allSent(page);

  await openKund(hos, linnea);
  await iPersonuppgifter(hos, 'Kontaktuppgifter');
  await expect(rows(hos, 'Kontaktuppgifter').filter({ hasText: syster })).toContainText('Finns');

  await sara.network.cut();
  await offline(page);
  await test.step('the colleague registers that she took it back', async () => {
    await iPersonuppgifter(hos, 'Samtycken');
    await hos.getByRole('list', { name: 'Samtycken' }).getByRole('button', { name: 'Återkalla' }).click();
    const tillbaka = form(hos, 'Återkalla samtycke');
    await tillbaka.getByRole('radio', { name: 'Muntligt' }).check();
    await falt(tillbaka, 'Av vem').fill('Linnea');
    await hos.keyboard.press('Control+s');
    await expect(tillbaka).toBeHidden();
    await expect(hos.getByText(/^Återkallat .* av Linnea, muntligt/)).toBeVisible();
    await allSent(hos);
  });
  await test.step('a letter to the sister, filed on this computer', async () => {
    await expand(page, 'LSS utredning o verkställighet');
    await node(page, utredning).first().dblclick();
    await page.keyboard.press('Control+p');
    await page.getByRole('radio', { name: /^Brev/ }).check();
    await page.getByRole('radio', { name: /^Ekström, Åsa/ }).check();
    await expect(page.getByText('Anhörig · Samtycke finns')).toBeVisible();
    await page.getByRole('textbox', { name: 'Rubrik på brevet' }).fill('Om mötet');
    await page.getByRole('textbox', { name: 'Brevets text' }).fill('Vi ses på tisdag.');
    await page.getByRole('button', { name: 'Granska', exact: true }).click();
    const skapa = knapp(page, /^Skapa PDF för/);
    await expect(page.getByText(/^så här blir det/)).toBeVisible();
    await skapa.click();
    await expect(page.getByText(/finns i akten\.$/)).toBeVisible();
  });
  await aterAnslut(sara);
  await test.step('it is refused with the reason, and can be sent after sekretessprövning', async () => {
    await page.getByRole('button', { name: '1 att åtgärda', exact: true }).click();
    await page.getByRole('tab', { name: 'Att åtgärda 1' }).click();
    await expect(page.getByText('Samtycket är återkallat.').first()).toBeVisible();
    await knapp(page, 'Öppna i formuläret').click();
    await expect(page.getByText('Anhörig · Samtycke återkallat')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Brevets text' })).toHaveValue('Vi ses på tisdag.');
    await page.getByRole('textbox', { name: 'Utan samtycke' }).fill('Hon vet redan om mötet, inget men.');
    await page.getByRole('button', { name: 'Granska', exact: true }).click();
    await expect(page.getByText(/^så här blir det/)).toBeVisible();
    await knapp(page, /^Skapa PDF för/).click();
    await expect(page.getByText(/finns i akten\.$/)).toBeVisible();
    await allSent(page);
  });
});

test('axe, 1366x768 and 200 %: Samtycken, its dialogs and the letter without one', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, linnea);
  await laggTillSyster(page);
  await test.step('Kontaktuppgifter', () => usable(page, [knapp(page, 'Lägg till')]));
  await registreraSamtycke(page);
  await test.step('the list', () => usable(page, [knapp(page, 'Registrera samtycke'), knapp(page, 'Återkalla')]));
  await knapp(page, 'Registrera samtycke').click();
  await test.step('Registrera samtycke', () => usable(page, [knapp(page, /^Registrera$/)]));
  await page.keyboard.press('Escape');
  await knapp(page, 'Återkalla').click();
  const tillbaka = form(page, 'Återkalla samtycke');
  await test.step('Återkalla', () => usable(page, [knapp(page, 'Återkalla samtycket')]));
  await tillbaka.getByRole('radio', { name: 'Muntligt' }).check();
  await falt(tillbaka, 'Av vem').fill('Linnea');
  await page.keyboard.press('Enter');
  await expect(tillbaka).toBeHidden();
  await expand(page, 'LSS utredning o verkställighet');
  await node(page, utredning).first().dblclick();
  await page.keyboard.press('Control+p');
  await page.getByRole('radio', { name: /^Brev/ }).check();
  await page.getByRole('radio', { name: /^Ekström, Åsa/ }).check();
  await expect(page.getByText('Anhörig · Samtycke återkallat')).toBeVisible();
  await test.step('the letter asks for the reason', () => usable(page, [page.getByRole('textbox', { name: 'Utan samtycke' })]));
});
