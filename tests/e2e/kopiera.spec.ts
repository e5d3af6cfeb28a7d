import { aktBakom } from './fixtures/akt-bakom.ts';
import { aktualiseraOchInled, dag, iTradet, knapp, synka } from './fixtures/arende.ts';
import { atWork, node, offline, openKund, reading } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('KOP-01 to KOP-05 FORB-19 an utredning is copied into a new one, each text reviewed before it is signed, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  await client.network.cut();
  await offline(page);
  await openKund(page, 'Persson, Ove');
  const gammal = await iTradet(page, /^LSS Utredning/);
  const etikett = ((await gammal.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
  await gammal.dblclick();
  await knapp(page, 'Kopiera alla texter').click();
  const fraga = page.getByRole('dialog', { name: 'Kopiera alla texter i trädet' });
  await expect(fraga).toContainText('Vill du kopiera händelsedatum och tid?');
  await expect(knapp(fraga, 'Nej')).toBeFocused();
  await page.keyboard.press('Enter');

  await aktualiseraOchInled(page, ['Kontaktperson'], dag(-1));
  await knapp(page, 'Klistra in kopierade texter').click();
  await knapp(page.getByRole('alertdialog'), /^Klistra in \d+ texter$/).click();
  const kopior = reading(page).getByText(`kopierad från ${etikett} – ej granskad`);
  await expect(kopior.first()).toBeVisible();
  const dokument = node(page, /^Utredningsdokument/);
  await test.step('FORB-19 it is marked as reviewed, and is unsigned until it is signed', async () => {
    await knapp(reading(page), 'Granskad').first().click();
    await expect(reading(page).getByText(`kopierad från ${etikett}`, { exact: true })).toBeVisible();
  });
  await test.step('one that is not current is removed', async () => {
    const med = (await dokument.getAttribute('aria-label')) ?? '';
    await knapp(reading(page), /^Ta bort$/)
      .first()
      .click();
    await knapp(page.getByRole('alertdialog'), 'Ta bort texten').click();
    await expect(dokument).not.toHaveAttribute('aria-label', med);
  });
  await synka(client);

  const akt = await aktBakom(centralServer, municipality.tenant, '195507122355');
  const kopierade = akt.list('anteckning').filter(({ data }) => data.kopierad !== undefined);
  expect(kopierade.length).toBeGreaterThan(1);
  expect(kopierade.every(({ data }) => data.signerad === undefined && data.handelsedatum === dag())).toBe(true);
  expect(kopierade.filter(({ data }) => data.kopierad?.granskad !== undefined)).toHaveLength(1);
});
