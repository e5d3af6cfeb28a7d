import type { Page } from '@playwright/test';
import { aktBakom } from './fixtures/akt-bakom.ts';
import { aterAnslut, beslutSparat, dag, falt, form, fyllBeslut, iTradet, knapp, nyttArende } from './fixtures/arende.ts';
import { allSent, atWork, offline, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('BESLUT-GEN-02 FRAGA-61 two users decide one ansökan: one wins, the other sees what happened and has each of their words', async ({
  startClient,
  municipality,
  centralServer,
}) => {
  const [nummer = ''] = centralServer.freeNumbers;
  const kund = 'Ansökan, Ada';
  const [sara, per] = [await startClient(), await startClient()];
  await atWork(sara);
  await nyttArende(sara.page, { nummer, efternamn: 'Ansökan', fornamn: 'Ada' }, ['Ledsagarservice']);
  await allSent(sara.page);
  await atWork(per, 'Per Hallberg');
  await openKund(per.page, kund);
  /** With more to examine in the same utredning, which stays open. */
  const besluta = async (page: Page, tim: string) => {
    await page.keyboard.press('Control+4');
    await fyllBeslut(page, { fran: dag(), tim, personkrets: '1' });
    await page.getByRole('checkbox', { name: /^Utredning avslutas/ }).uncheck();
    await page.keyboard.press('Control+s');
    await beslutSparat(page);
  };
  for (const client of [sara, per]) {
    await client.network.cut();
    await offline(client.page);
  }
  await test.step('each decides it without a network, with hours of their own', async () => {
    await besluta(sara.page, '10');
    await (await iTradet(per.page, /^LSS Utredning/)).dblclick();
    await besluta(per.page, '20');
  });
  await aterAnslut(sara);
  await aterAnslut(per);

  await test.step('Per is told why, sees what Sara decided, and his own is whole', async () => {
    const { page } = per;
    await page.getByRole('button', { name: 'Utkorg: tom' }).click();
    await page.getByRole('tab', { name: 'Att åtgärda 1' }).click();
    await rows(page, 'Utkorg och kvitton').filter({ hasText: kund }).click();
    await expect(page.getByText('Någon annan har beslutat om samma insats sedan du fyllde i formuläret.')).toBeVisible();
    const innehall = page.getByRole('region', { name: 'Ditt innehåll' });
    await expect(innehall).toContainText('20 tim');
    await expect(page.getByRole('region', { name: 'Vad som har ändrats' })).toContainText('Sara Nyström');
  });
  await test.step('in the form again the hours are his, and the other bifall is asked about', async () => {
    const { page } = per;
    await knapp(page, 'Öppna i formuläret').click();
    const beslut = form(page, 'Beslut');
    await expect(falt(beslut, 'Timmar, timmar')).toHaveValue('20');
    await page.keyboard.press('Control+s');
    await falt(beslut, 'Skäl till två bifall').fill('Två ledsagare behövs på resan.');
    await expect(falt(beslut, 'Timmar, timmar')).toHaveValue('20');
  });
  const [ett, ...fler] = (await aktBakom(centralServer, municipality.tenant, nummer)).list('beslut');
  expect(fler).toEqual([]);
  expect(ett?.data).toMatchObject({ utfall: 'bifall', omfattning: { minuter: 600 } });
});
