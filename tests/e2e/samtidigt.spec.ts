import { aktBakom } from './fixtures/akt-bakom.ts';
import { aterAnslut, dag, falt, fatta, form, iArendet, iTradet, knapp, nyttArende } from './fixtures/arende.ts';
import type { Client } from './fixtures/client.ts';
import { allSent, atWork, offline, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const stangd = { namn: 'Johansson, Roger Stefan', nummer: '197711282397' };
const flyttad = { namn: 'Tjäder, Moa', nummer: '200412132383' };
const bestalld = 'Samtida, Siv';

test('two users at once: both close, one closes while one orders, both move LSS Insatser; the refused one sees why, the input whole', async ({
  startClient,
  municipality,
  centralServer,
}) => {
  const [nummer = ''] = centralServer.freeNumbers;
  const [sara, per] = [await startClient(), await startClient()];
  await atWork(sara);
  await nyttArende(sara.page, { nummer, efternamn: 'Samtida', fornamn: 'Siv' }, ['Kontaktperson']);
  await fatta(sara.page, { fran: dag(), personkrets: '1' });
  await allSent(sara.page);
  await atWork(per, 'Per Hallberg');

  const avslutaLss = async ({ page }: Client, orsak: string) => {
    await openKund(page, stangd.namn);
    await (await iTradet(page, /^LSS Insatser \d{6}-/)).dblclick();
    await knapp(page, 'Avsluta verkställighet').click();
    const dialog = page.getByRole('alertdialog', { name: 'Avsluta verkställighet' });
    await dialog.getByRole('combobox', { name: 'Avslutsorsak' }).click();
    await page.getByRole('option', { name: orsak }).click();
    await dialog.getByRole('checkbox', { name: /^Jag är säker/ }).check();
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
  };
  const flyttaLss = async ({ page }: Client) => {
    await openKund(page, flyttad.namn);
    await (await iTradet(page, /^LSS Insatser \d{6}-/)).dblclick();
    await page.keyboard.press('Control+u');
    const dialog = page.getByRole('dialog', { name: 'Byte av utförare/organisation' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeHidden();
  };
  for (const client of [sara, per]) {
    await client.network.cut();
    await offline(client.page);
  }
  await test.step('Sara, without a network', async () => {
    await avslutaLss(sara, 'Annan insats');
    await flyttaLss(sara);
    await openKund(sara.page, bestalld);
    await iArendet(sara.page, 'Avsluta ärende');
    await knapp(form(sara.page, 'Avsluta ärende'), /^Avsluta ärendet för/).click();
    await knapp(sara.page.getByRole('alertdialog'), 'Avsluta ärendet').click();
    await expect(form(sara.page, 'Avsluta ärende')).toBeHidden();
  });
  await test.step('Per, without a network, the same akter', async () => {
    const { page } = per;
    await avslutaLss(per, 'Flyttat från kommunen');
    await flyttaLss(per);
    await openKund(page, bestalld);
    await (await iTradet(page, /^LSS Utredning/)).dblclick();
    await page.keyboard.press('Control+5');
    const bestallning = form(page, 'Beställning');
    await bestallning.getByRole('tab', { name: 'Beställningstext' }).click();
    await falt(bestallning, 'Beställningstext').fill('Helst någon som spelar schack.');
    await page.keyboard.press('Control+s');
    await expect(bestallning).toBeHidden();
  });
  await aterAnslut(sara);
  await aterAnslut(per);

  await test.step('Per sees why, and his input is whole', async () => {
    const { page } = per;
    await page.getByRole('button', { name: 'Utkorg: tom' }).click();
    await page.getByRole('tab', { name: 'Att åtgärda 3' }).click();
    const visa = async (namn: string) => {
      await rows(page, 'Utkorg och kvitton').filter({ hasText: namn }).click();
      return page.getByRole('region', { name: 'Ditt innehåll' });
    };
    await expect(await visa(stangd.namn)).toContainText('Flyttat från kommunen');
    await expect(page.getByText('Verkställigheten är avslutad.')).toBeVisible();
    await expect(await visa(flyttad.namn)).toContainText('LSS-handläggare 5');
    await expect(page.getByText('Någon annan har ändrat uppgiften sedan du läste den.')).toBeVisible();
    await expect(await visa(bestalld)).toContainText('Helst någon som spelar schack.');
    await expect(page.getByText(/^(Ärendet är avslutat|Beslutet gäller inte)/)).toBeVisible();
    await knapp(page, 'Öppna i formuläret').click();
    await expect(form(page, 'Beställning')).toContainText('Ärendet är avslutat.');
    await page.getByRole('tab', { name: 'Beställningstext' }).click();
    await expect(page.getByRole('textbox', { name: 'Beställningstext' })).toHaveValue('Helst någon som spelar schack.');
  });
  await test.step('the server stands where the rules allow: what came first', async () => {
    const bakom = (kund: string) => aktBakom(centralServer, municipality.tenant, kund);
    const lssInsatser = (await bakom(stangd.nummer)).list('verkstallighet').find(({ data }) => data.lssInsatser);
    expect(lssInsatser?.data).toMatchObject({ slutdatum: dag(), avslut: { orsak: 'Annan insats', namn: 'Sara Nyström' } });
    const siv = await bakom(nummer);
    expect(siv.list('bestallning')).toEqual([]);
    expect(siv.list('verkstallighet').every(({ data }) => data.slutdatum === dag())).toBe(true);
  });
});
