import { aktBakom } from './fixtures/akt-bakom.ts';
import { falt, iTradet, knapp, synka } from './fixtures/arende.ts';
import { atWork, linnea, offline, openKund } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const avslutad = /^LSS Utredning \d{6}-\d{6}/;

test('FRAGA-09: systemförvaltare opens an ended utredning again, with a reason; a handläggare cannot, and sees who did', async ({
  startClient,
  municipality,
  centralServer,
}) => {
  const sara = await startClient();
  await openKund(await atWork(sara), linnea);
  await (await iTradet(sara.page, avslutad)).dblclick();
  const namn = (await sara.page.getByRole('heading', { level: 2, name: avslutad }).textContent()) ?? '';
  const period = /\d{6}-\d{6}/.exec(namn)?.[0] ?? '';
  await expect(knapp(sara.page, 'Kopiera alla texter')).toBeVisible();
  await expect(knapp(sara.page, 'Öppna igen')).toHaveCount(0);

  const client = await startClient();
  const page = await atWork(client, 'Camilla Svärd');
  await client.network.cut();
  await offline(page);
  await openKund(page, linnea);
  await (await iTradet(page, new RegExp(`^LSS Utredning ${period}`))).dblclick();
  await knapp(page, 'Öppna igen').click();
  const dialog = page.getByRole('alertdialog', { name: 'Öppna utredningen igen' });
  await page.keyboard.press('Control+s');
  await expect(dialog.getByText('Skriv varför utredningen öppnas igen.')).toBeVisible();
  await falt(dialog, 'Skäl').fill('Avslutad av misstag.');
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Avslutad av misstag. (Camilla Svärd)')).toBeVisible();
  await synka(client);

  await expect(sara.page.getByText('Avslutad av misstag. (Camilla Svärd)')).toBeVisible();
  await expect(knapp(sara.page, 'Byt handläggare')).toBeVisible();
  const akt = await aktBakom(centralServer, municipality.tenant, '199904122380');
  const oppnad = akt.list('utredning').find(({ data }) => data.oppnadIgen !== undefined);
  expect(oppnad?.data).toMatchObject({ oppnadIgen: { namn: 'Camilla Svärd', skal: 'Avslutad av misstag.' } });
  expect(oppnad?.data).not.toHaveProperty('slutdatum');
});
