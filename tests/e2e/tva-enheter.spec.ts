import type { Page } from '@playwright/test';
import { aktualiseraOchInled, aterAnslut, dag, falt, form, iArendet, iTradet, knapp, registrera, valj } from './fixtures/arende.ts';
import {
  allSent,
  ask,
  atUtredning,
  atWork,
  choose,
  editor,
  expand,
  kundShown,
  linnea,
  node,
  offline,
  openDokumentation,
  openKund,
  reading,
  rows,
  save,
  sign,
  writeNote,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const nummer = '19990412-2380';
const ibic = /^IBIC utredning \d{6}-, pågående/;
const saras = 'Det här har LSS skrivit om henne.';
const henriks = 'Det här har Bistånd skrivit om henne.';
const huvud = (page: Page) => page.getByRole('region', { name: 'Kund', exact: true });
const skal = 'Hon ansöker om hemtjänst hos oss.';

const dialogen = (page: Page) => page.getByRole('alertdialog', { name: 'Ta upp kunden hos oss' });

/** The dialog, from its first field to the answer, by the keys alone. */
async function taUpp(page: Page): Promise<void> {
  const dialog = dialogen(page);
  await expect(dialog.getByRole('radio', { name: 'Kunden samtycker' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(falt(dialog, 'Skäl')).toBeFocused();
  await page.keyboard.insertText(skal);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Välj varför ni får läsa uppgifterna.')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Kunden samtycker' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await kundShown(page, linnea);
}

test('OSL 26:1 a kund of LSS is taken up by Bistånd: each writes of its own, and reads nothing of the other’s', async ({ startClient }) => {
  const [sara, henrik, katarina] = [await startClient(), await startClient(), await startClient()];
  await test.step('Sara writes in LSS', async () => {
    await atUtredning(sara);
    await writeNote(sara.page, saras);
    await save(sara.page);
    await sign(sara.page);
    await allSent(sara.page);
    await expect(huvud(sara.page)).toContainText('Personkrets 3');
  });
  const page = await atWork(henrik, 'Henrik Dahlgren');
  await test.step('Henrik finds nobody; the register says that she is another unit’s kund, and he takes her up', async () => {
    await ask(page, nummer);
    await expect(page.getByText('Ingen kund hittades på den här datorn.')).toBeVisible();
    await page.getByRole('button', { name: 'Sök KIR', exact: true }).click();
    await expect(page.getByText('Personen är redan kund i kommunen, hos en annan enhet.')).toBeVisible();
    await expect(page.locator('body')).not.toContainText('Linnea Maria');
    await knapp(page, 'Ta upp kunden hos oss…').click();
    await taUpp(page);
  });
  await test.step('he begins a case of his own', async () => {
    await node(page, 'Finns även hos LSS').dblclick();
    await expect(page.getByRole('region', { name: 'Finns även hos LSS' })).toContainText('Det en enhet skriver i sina egna ärenden');
    await expect(node(page, /utredning \d{6}/i)).toHaveCount(0);
    await aktualiseraOchInled(page, ['Hemtjänst'], dag(-10), 'IBIC utredning');
    await openDokumentation(page, ibic);
    await writeNote(page, henriks);
    await save(page);
    await sign(page);
    await allSent(page);
  });
  await test.step('neither reads the other’s', async () => {
    await expect(reading(page)).toContainText(henriks);
    await expect(page.locator('body')).not.toContainText(saras);
    // FORB-25: which personkrets she is of is what LSS has found out.
    await expect(huvud(page)).toContainText('Personkrets ej vald');
    await knapp(sara.page, 'Till kundens rubrikträd').click();
    await expect(node(sara.page, 'Finns även hos Bistånd')).toBeVisible();
    await expect(await iTradet(sara.page, /^LSS Utredning \d{6}-, pågående/)).toBeVisible();
    await expect(node(sara.page, /^IBIC/)).toHaveCount(0);
    await expect(sara.page.locator('body')).not.toContainText(henriks);
  });
  await test.step('Sara hands one text over, without a network, and it is Henrik’s to read when she is back; no other word of hers is', async () => {
    await expand(sara.page, /^LSS Utredning \d{6}-, pågående/);
    const mapp = node(sara.page, 'Lämnat till andra enheter');
    await sara.network.cut();
    await offline(sara.page);
    await openDokumentation(sara.page, /^LSS Utredning \d{6}-, pågående/);
    await node(sara.page, 'Anteckningar').first().press('ArrowRight');
    await choose(sara.page, node(sara.page, /^\d{6}, signerad/).first(), 'Lämna till annan enhet…');
    const dialog = sara.page.getByRole('alertdialog', { name: 'Lämna till annan enhet?' });
    await expect(dialog.getByRole('region', { name: 'Det som lämnas' })).toContainText(saras);
    await valj(sara.page, dialog, 'Grund', 'Kundens samtycke (OSL 10 kap. 1 § och 12 kap. 2 §)');
    await falt(dialog, 'Skäl').fill('Henrik behöver det för hemtjänsten.');
    await knapp(dialog, 'Ja, lämna till Bistånd').click();
    await expect(dialog).toHaveCount(0);
    await knapp(sara.page, 'Till kundens rubrikträd').click();
    await expand(sara.page, 'Lämnat till andra enheter');
    await expect(node(sara.page, 'Mottaget från andra enheter')).toHaveCount(0);
    await aterAnslut(sara);
    await allSent(sara.page);
    await node(sara.page, /– till Bistånd \d{6}$/).dblclick();
    await expect(sara.page.getByText('Henrik behöver det för hemtjänsten.')).toBeVisible();
    await expect(mapp).toBeVisible();
    await knapp(page, 'Till kundens rubrikträd').click();
    await expand(page, 'Mottaget från andra enheter');
    await node(page, /– från LSS \d{6}$/).dblclick();
    const kopia = page.getByRole('region', { name: 'Det som lämnades' });
    await expect(kopia).toContainText(saras);
    await expect(page.getByText('Henrik behöver det för hemtjänsten.')).toBeVisible();
    await expect(node(page, /^LSS Utredning/)).toHaveCount(0);
    await openDokumentation(page, ibic);
  });
  await test.step('the enhetschef of both is told why, and reads both, each with its unit’s name', async () => {
    const chef = await atWork(katarina, 'Katarina Wallin');
    const bevakning = rows(chef, 'Bevakningar')
      .filter({ hasText: 'Bistånd har tagit upp en kund som ni har.' })
      .filter({ hasText: linnea });
    await expect(bevakning).toHaveCount(1);
    await expect(bevakning).toContainText(`Skäl: Kundens samtycke: ${skal}`);
    await bevakning.click();
    await knapp(chef.getByRole('region', { name: 'Bevakningar' }), 'Klar').click();
    await expect(bevakning).toHaveCount(0);
    await openKund(chef, linnea);
    await expect(await iTradet(chef, ibic)).toContainText('Bistånd');
    await expect(node(chef, /^LSS Utredning \d{6}-, pågående/)).toContainText('LSS');
    await expect(node(chef, /^Finns även hos/)).toHaveCount(0);
  });
  await test.step('what she begins is of the unit that she chooses, whatever waits with the other', async () => {
    const chef = katarina.page;
    const ansok = async (enhet: string, typ: string, datum: string) => {
      await iArendet(chef, 'Aktualisering');
      const ansokan = form(chef, 'Aktualisering');
      await valj(chef, ansokan, 'Enhet', enhet);
      await ansokan.getByRole('checkbox', { name: typ, exact: true }).check();
      await falt(ansokan, 'Datum').fill(datum);
      await valj(chef, ansokan, 'Från vem', 'Den enskilde');
      await chef.keyboard.press('Control+s');
      await expect(rows(chef, 'Ej behandlade aktualiseringar').filter({ hasText: typ })).toHaveCount(1);
    };
    await ansok('LSS', 'Kontaktperson', dag(-5));
    await ansok('Bistånd', 'Trygghetslarm', dag(-3));
    await iArendet(chef, 'Inled utredning');
    const inled = form(chef, 'Inled utredning');
    await expect(inled.getByRole('checkbox', { name: /^Kontaktperson/ })).toBeChecked();
    await valj(chef, inled, 'Enhet', 'Bistånd');
    await expect(inled.getByRole('checkbox', { name: /^Trygghetslarm/ })).toBeChecked();
    await expect(inled.getByRole('checkbox')).toHaveCount(1);
    await chef.keyboard.press('Control+s');
    await expect(chef.getByRole('heading', { level: 2, name: /^IBIC utredning/ })).toBeVisible();
    await allSent(chef);
    // Henrik of Bistånd has it; Sara of LSS has the ansökan to hers, and not this.
    await knapp(henrik.page, 'Till kundens rubrikträd').click();
    await iTradet(henrik.page, ibic);
    await expect(node(henrik.page, ibic)).toHaveCount(2);
    await expect(node(sara.page, /^IBIC/)).toHaveCount(0);
  });
});

test('FRAGA-05 OSL 26:1 registered without a network as if she were new: all of it comes to the kund who is there, though refused on the way', async ({
  startClient,
}) => {
  const [sara, henrik] = [await startClient(), await startClient()];
  let page = await atWork(henrik, 'Henrik Dahlgren');
  const utkast = 'Ett utkast som inte är sparat.';
  const utkorg = () => rows(page, 'Utkorg och kvitton');
  const flytta = async () => {
    await utkorg().filter({ hasText: 'Kund registrerad' }).click();
    await knapp(page, 'Flytta till kunden som redan finns…').click();
    return dialogen(page);
  };
  await henrik.network.cut();
  await offline(page);
  await test.step('Henrik, without a network', async () => {
    await registrera(page, { nummer, efternamn: 'Ekström', fornamn: 'L' });
    await aktualiseraOchInled(page, ['Hemtjänst'], dag(-10), 'IBIC utredning');
    await openDokumentation(page, ibic);
    await writeNote(page, henriks);
    await save(page);
    await sign(page);
    await writeNote(page, utkast);
  });
  await aterAnslut(henrik);
  await test.step('FORB-32 the reason typed in the dialog is a draft: it is there after kill -9, in the same dialog', async () => {
    await page.getByRole('button', { name: 'Utkorg: tom' }).click();
    await page.getByRole('tab', { name: 'Att åtgärda 5' }).click();
    const dialog = await flytta();
    await dialog.getByRole('radio', { name: 'Kunden samtycker' }).check();
    await falt(dialog, 'Skäl').fill(skal);
    await expect(dialog.getByText('Utkast – finns bara här')).toBeVisible();
    await dialog.getByRole('radio', { name: 'Kunden samtycker' }).focus(); // leaving a field writes at once
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Alla' }).click();
    await expect(utkorg().filter({ hasText: 'Ta upp kunden hos oss, 19990412-2380, utkast' })).toBeVisible();
    await henrik.kill();
    page = await henrik.restart();
    await atWork(henrik, 'Henrik Dahlgren');
    await page
      .getByRole('tab', { name: /^Utkorg/ })
      .first()
      .click();
    await utkorg().filter({ hasText: 'Ta upp kunden hos oss, 19990412-2380, utkast' }).dblclick();
    await expect(falt(dialogen(page), 'Skäl')).toHaveValue(skal);
  });
  await test.step('Sara raises her protection meanwhile', async () => {
    await atWork(sara);
    await openKund(sara.page, linnea);
    await node(sara.page, 'Personuppgifter').dblclick();
    await knapp(sara.page, 'Redigera').click();
    await form(sara.page, 'Personuppgifter').getByRole('radio', { name: 'Skyddad folkbokföring' }).check();
    await sara.page.keyboard.press('Control+s');
    await expect(knapp(sara.page, 'Sänk skydd')).toBeVisible();
    await allSent(sara.page);
  });
  await test.step('the server refuses him, and all that was moved behind it; the refused kund’s tab is closed', async () => {
    await expect(page.getByRole('tab', { name: 'Ingen tillgång', includeHidden: true })).toHaveCount(1);
    await knapp(dialogen(page), 'Ta upp kunden').click();
    await expect(page.getByText('Begäran och det som skulle flyttas ligger i Att åtgärda.')).toBeVisible();
    await knapp(page, 'Stäng').click();
    await expect(page.getByRole('tab', { name: 'Att åtgärda 6' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Ingen tillgång' })).toHaveCount(0);
  });
  await test.step('Sara lowers it', async () => {
    await knapp(sara.page, 'Sänk skydd').click();
    const dialog = sara.page.getByRole('alertdialog', { name: 'Sänk skyddet?' });
    await dialog.getByRole('radio', { name: 'Sekretessmarkering' }).check();
    await falt(dialog, 'Skäl').fill('Beslut av Skatteverket');
    await knapp(dialog, 'Ja, sänk skyddet').click();
    await expect(dialog).toBeHidden();
    await allSent(sara.page);
  });
  await test.step('taken up by one act, he gets all that was refused, in its order', async () => {
    await page.getByRole('tab', { name: 'Att åtgärda 6' }).click();
    await utkorg().filter({ hasText: 'Kund upptagen' }).click();
    await knapp(page, 'Försök igen').first().click();
    await expect(page.getByRole('tab', { name: 'Att åtgärda 1' })).toBeVisible();
    await allSent(page);
    await expect(page.getByRole('tab', { name: 'Att åtgärda 1' })).toBeVisible();
    await openKund(page, linnea);
  });
  await test.step('nothing that was typed is lost', async () => {
    await openDokumentation(page, ibic);
    await expect(page.getByText(henriks)).toBeVisible();
    await node(page, /^\d{6} Utkast/).dblclick();
    await expect(editor(page)).toContainText(utkast);
  });
});
