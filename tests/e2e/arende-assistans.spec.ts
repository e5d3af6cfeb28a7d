import { aktBakom } from './fixtures/akt-bakom.ts';
import { bestall, dag, fatta, knapp, nyttArende, synka } from './fixtures/arende.ts';
import { atWork, choose, offline, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('BESLUT-PA BEST-PA BEKR: personlig assistans, municipal and private with own confirmation, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  const [kommunal = '', privat = ''] = centralServer.freeNumbers;
  await client.network.cut();
  await offline(page);

  await test.step('municipal: Biträde av assistans to Enhetschef, Personlig Assistans', async () => {
    await nyttArende(page, { nummer: kommunal, efternamn: 'Kommunal', fornamn: 'Kim' }, ['Personlig assistans']);
    await fatta(page, { fran: dag(), tim: '80', personkrets: '2' });
    await bestall(page, { utforare: 'Enhetschef, Personlig Assistans (kommunal)' });
  });
  await test.step('private: Personlig assistans to Lss, Eget Val', async () => {
    await nyttArende(page, { nummer: privat, efternamn: 'Privat', fornamn: 'Pia' }, ['Personlig assistans']);
    await fatta(page, { fran: dag(), tim: '80', personkrets: '2' });
    await bestall(page, { utforare: 'Lss, Eget Val (privat)' });
  });
  await test.step('BEKR-04 to BEKR-07 she confirms it herself, from Mina sidor with the Filter', async () => {
    await page.getByRole('tab', { name: 'Mina sidor' }).click();
    await knapp(page, 'Filter').click();
    await page.getByRole('menuitemcheckbox', { name: 'Lss, Eget Val' }).click();
    await page.keyboard.press('Escape');
    await choose(page, rows(page, 'Inkomna beställningar').filter({ hasText: 'Privat, Pia' }), 'Gå till verkställighet \\(lov\\)');
    const dialog = page.getByRole('dialog', { name: 'Ta in beställning' });
    await expect(dialog).toContainText('Lss, Eget Val');
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 2, name: /^Personlig ass LSS \d{6}- – Lss, Eget Val/ })).toBeVisible();
  });

  await synka(client);
  await test.step('the server has both, each order with what its utförare does', async () => {
    const kim = await aktBakom(centralServer, municipality.tenant, kommunal);
    const pia = await aktBakom(centralServer, municipality.tenant, privat);
    expect(kim.one('beslut').data).toMatchObject({
      beslutsnamn: 'LSS Personlig assistent Bifall',
      insatskategori: 'Personlig ass LSS',
      omfattning: { minuter: 4800, enhet: 'Månad' },
      personkrets: '2',
      beslutsfattare: { namn: 'Sara Nyström' },
    });
    expect(kim.one('bestallning').data).toMatchObject({ insatser: ['Biträde av assistans'], gallerFran: dag() });
    expect(kim.one('bestallning').data).not.toHaveProperty('bekraftad');
    expect(kim.one('utredning').data).toMatchObject({ slutdatum: dag() });
    expect(kim.list('verkstallighet').map(({ data }) => data.insatskategori)).toEqual(['LSS Insatser']);
    expect(pia.one('bestallning').data).toMatchObject({ insatser: ['Personlig assistans'], bekraftad: dag() });
    expect(
      pia
        .list('verkstallighet')
        .map(({ data }) => data.insatskategori)
        .sort(),
    ).toEqual(['LSS Insatser', 'Personlig ass LSS']);
    const own = pia.list('verkstallighet').find(({ data }) => data.beslutId === pia.one('beslut').id);
    expect(pia.one('bestallning').data.bekraftelse).toMatchObject({ namn: 'Sara Nyström', verkstallighetId: own?.id });
  });
  await test.step('and she sees that nothing waits any more', async () => {
    await openKund(page, 'Privat, Pia');
    await page.getByRole('tab', { name: 'Mina sidor' }).click();
    await expect(page.getByText('Privat, Pia').first()).toBeVisible();
    await expect(rows(page, 'Inkomna beställningar').filter({ hasText: 'Privat, Pia' })).toHaveCount(0);
  });
});
