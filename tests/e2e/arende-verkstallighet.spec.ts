import { aktBakom } from './fixtures/akt-bakom.ts';
import { dag, falt, iTradet, knapp, synka } from './fixtures/arende.ts';
import { atWork, offline, openKund } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const kund = 'Johansson, Roger Stefan';
const nummer = '197711282397';

test('BEST-KOP VERK: a new beställning after an avbrott; LSS Insatser is closed and opened again, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  await client.network.cut();
  await offline(page);
  await openKund(page, kund);
  await test.step('FORB-38 only the day of the avbrott is asked for', async () => {
    await (await iTradet(page, /^LSS Utredning/)).dblclick();
    await page.keyboard.press('Control+5');
    await knapp(page, 'Ny beställning efter avbrott').click();
    const dialog = page.getByRole('dialog', { name: 'Ny beställning efter avbrott' });
    await falt(dialog, 'Avbrott').fill(dag(-2));
    await expect(dialog).toContainText(`avslutas ${dag(-2)}`);
    await falt(dialog, 'Beställningstext').fill('Roger är tillbaka efter sjukhusvistelsen.');
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
  });
  await test.step('FORB-41 Avsluta shows which beslut end, and wants to be sure', async () => {
    await (await iTradet(page, /^LSS Insatser \d{6}-/)).dblclick();
    await knapp(page, 'Avsluta verkställighet').click();
    const dialog = page.getByRole('alertdialog', { name: 'Avsluta verkställighet' });
    await dialog.getByRole('checkbox', { name: /^LSS Daglig verksamhet Bifall \d{6}: tills vidare → / }).check();
    await page.keyboard.press('Control+s');
    await expect(dialog.getByText('Kryssa i att verkställigheten ska avslutas.')).toBeVisible();
    await dialog.getByRole('checkbox', { name: /^Jag är säker/ }).check();
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 2, name: /^LSS Insatser \d{6}-\d{6}/ })).toBeVisible();
  });
  await test.step('FORB-42 Öppna igen asks what the end date of the beslut shall be', async () => {
    await knapp(page, 'Öppna igen').click();
    const dialog = page.getByRole('dialog', { name: 'Öppna igen' });
    const beslut = dialog.getByRole('checkbox', { name: /^LSS Daglig verksamhet Bifall/ });
    if (!(await beslut.isChecked())) await beslut.check();
    await dialog.getByRole('textbox', { name: /^Nytt slutdatum för LSS Daglig verksamhet Bifall/ }).fill(dag(90));
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 2, name: /^LSS Insatser \d{6}- – / })).toBeVisible();
  });
  await synka(client);

  const akt = await aktBakom(centralServer, municipality.tenant, nummer);
  const ny = akt.list('bestallning').find(({ data }) => data.ersatter !== undefined);
  const tidigare = akt.list('bestallning').find(({ id }) => id === ny?.data.ersatter);
  expect(ny?.data).toMatchObject({
    gallerFran: dag(-1),
    bestalltDatum: dag(-1),
    bestallningstext: 'Roger är tillbaka efter sjukhusvistelsen.',
  });
  expect(tidigare?.data).toMatchObject({ gallerTom: dag(-2) });
  expect(akt.list('verkstallighet').find(({ data }) => data.lssInsatser)?.data).not.toHaveProperty('slutdatum');
  expect(akt.one('beslut').data).toMatchObject({ giltigTom: dag(90) });
});
