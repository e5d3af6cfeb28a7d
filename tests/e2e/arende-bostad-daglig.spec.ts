import { aktBakom } from './fixtures/akt-bakom.ts';
import { beslutSparat, bestallningSkickad, dag, form, fyllBeslut, knapp, nyttArende, synka, valj } from './fixtures/arende.ts';
import { atWork, offline } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('BEST-BV BEST-DV BEDOM: two insatser of one ansökan, bostad vuxna and daglig verksamhet with its bedömning, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  const [nummer = ''] = centralServer.freeNumbers;
  await client.network.cut();
  await offline(page);
  await nyttArende(page, { nummer, efternamn: 'Bostad', fornamn: 'Bo' }, ['Bostad vuxna', 'Daglig verksamhet']);
  await test.step('BESLUT-GEN-07 FORB-22 both beslut in one operation; DELEG-03 bostad vuxna is for the enhetschef', async () => {
    await page.keyboard.press('Control+4');
    const beslut = await fyllBeslut(page, { fran: dag(), personkrets: '1', beslutsfattare: 'Katarina Wallin' });
    const avslutas = beslut.getByRole('checkbox', { name: /^Utredning avslutas/ });
    await expect(avslutas).not.toBeChecked();
    await knapp(beslut, /^Ny$/).click();
    await expect(beslut.getByRole('combobox', { name: 'Insats', exact: true })).toHaveText('Daglig verksamhet');
    await fyllBeslut(page, { fran: dag() });
    await expect(avslutas).toBeChecked();
    await page.keyboard.press('Control+s');
    await beslutSparat(page);
  });
  await test.step('BEST-BV-01 BEST-DV-01 the utförare sees <ingen>, and the organisation follows the catalogue', async () => {
    await knapp(page, 'Gör beställning').click();
    const bestallning = form(page, 'Beställning');
    await expect(bestallning.getByText(/Utföraren ser <ingen>/)).toBeVisible();
    await expect(bestallning).toContainText('Planering LSS');
    await expect(bestallning.getByRole('combobox', { name: 'Utförarens organisation' })).toHaveText('LSS Myndighet');
    await knapp(bestallning, 'Spara och nästa bifall').click();
    await expect(bestallning).toContainText('Planering Daglig verksamhet');
    await page.keyboard.press('Control+s');
    await bestallningSkickad(page);
  });
  await test.step('BEDOM-05 BEDOM-06 every function is judged; the points are shown', async () => {
    await page.keyboard.press('Control+6');
    const bedomning = form(page, 'Bedömning');
    const nivaer = bedomning.getByRole('combobox', { name: /^Nivå, / });
    await expect(nivaer.first()).toBeVisible();
    const namn = await nivaer.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    for (const one of namn) await valj(page, bedomning, one, 'Visst stöd – Behöver påminnelse eller stöd någon gång om dagen');
    await expect(bedomning.getByLabel('Summa behov')).toHaveText(String(namn.length));
    await page.keyboard.press('Control+s');
    await expect(knapp(bedomning, /^Ny$/)).toBeVisible();
  });

  await synka(client);
  const akt = await aktBakom(centralServer, municipality.tenant, nummer);
  expect(
    akt
      .list('aktualisering')
      .map(({ data }) => data.typ)
      .sort(),
  ).toEqual(['Bostad vuxna', 'Daglig verksamhet']);
  expect(akt.one('utredning').data.slutdatum).toBe(dag());
  const bestallningar = akt.list('bestallning').map(({ data }) => data);
  expect(bestallningar.map(({ insatskategori, insatser }) => `${insatskategori}: ${insatser.join()}`).sort()).toEqual([
    'Planering Daglig verksamhet: Daglig verksamhet',
    'Planering LSS: Boende vuxna LSS',
  ]);
  expect(bestallningar.every(({ utanBeslut }) => utanBeslut === true)).toBe(true);
  const bostad = akt.list('beslut').find(({ data }) => data.beslutsnamn === 'LSS Bostad vuxna Bifall');
  expect(bostad?.data.beslutsfattare).toMatchObject({ slag: 'enhetschef', namn: 'Katarina Wallin' });
  const lssInsatser = akt.one('verkstallighet');
  expect(lssInsatser.data).toMatchObject({ lssInsatser: true, startdatum: dag() });
  expect(akt.one('bedomning').data).toMatchObject({ verkstallighetId: lssInsatser.id, utforsAv: { namn: 'Sara Nyström' } });
});
