import { atUtredning, atWork, choose, editor, expand, linnea, node, openKund, openToWrite, utredning } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const root = 'LSS utredning o verkställighet';
const lass = /^LSS Utredning .*LASS-beslut löper/;

test('TRAD-01 to TRAD-11 the rubrikträd by mouse: labels, bold, plus and minus, double click, menus', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, linnea);
  const header = page.getByRole('region', { name: 'Kund' });
  await test.step('PERS-01 the header says who it is', async () => {
    for (const text of ['19990412-2380', '27 år', 'Sekretessmarkering', 'God man: Ekström, Birgitta'])
      await expect(header).toContainText(text);
  });
  await expand(page, root);
  await test.step('TRAD-02, TRAD-03 labels; TRAD-04 to TRAD-08, FORB-09 bold and its word', async () => {
    const boldOf = (row: RegExp) =>
      node(page, row)
        .first()
        .evaluate((element) => [...element.querySelectorAll('span')].some((one) => getComputedStyle(one).fontWeight === '700'));
    expect(await boldOf(utredning)).toBe(true);
    expect(await boldOf(/^LSS Utredning \d{6}-\d{6}, beslut löper$/)).toBe(true);
    expect(await boldOf(/^LSS Utredning \d{6}-\d{6}, avslutad/)).toBe(false);
    expect(await boldOf(lass)).toBe(false);
    expect(await boldOf(/^LSS Insatser \d{6}- – LSS-handläggare 3, pågående/)).toBe(true);
    expect(await boldOf(/^Korttidsvistelse-insatser LSS \d{6}-\d{6} – .*avslutad/)).toBe(false);
    await expect(node(page, lass)).toContainText('LASS');
  });
  await test.step('TRAD-09, TRAD-10, SYM-16 plus and double click show what lies below', async () => {
    await expand(page, utredning);
    await expand(page, 'Dokumentation');
    await expect(node(page, /^Utredningsjournal/)).toBeVisible();
    await expect(node(page, /^Utredningsdokument/)).toBeVisible();
    await node(page, utredning).locator('[data-plus]').click();
    await expect(node(page, /^Utredningsjournal/)).toBeHidden();
    const verkstallighet = node(page, /^Korttidsvistelse-insatser/);
    await verkstallighet.dblclick();
    await expect(verkstallighet).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('heading', { level: 2, name: /^Korttidsvistelse-insatser/ })).toBeVisible();
  });
  await test.step('FORB-09 the filter shows one state only', async () => {
    await page.getByRole('button', { name: 'Filter: alla' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Avslutad' }).click();
    await page.keyboard.press('Escape');
    await expect(node(page, utredning)).toBeHidden();
    await expect(node(page, /^LSS Utredning .*avslutad/)).toBeVisible();
  });
  await test.step('TRAD-14 PERS-02 the menu of Personuppgifter goes to its part', async () => {
    for (const part of ['Hushåll', 'Kontaktuppgifter', 'Person']) {
      await choose(page, node(page, 'Personuppgifter'), part);
      await expect(page.getByRole('tab', { name: part, exact: true })).toHaveAttribute('aria-selected', 'true');
    }
  });
});

test('TRAD-01 to TRAD-14 the rubrikträd by keyboard alone', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, linnea);
  const key = (name: string) => page.keyboard.press(name);
  const here = (name: string | RegExp) => expect(node(page, name).first()).toBeFocused();
  await node(page, 'Personuppgifter').focus();
  await key('End');
  await here(root);
  await key('ArrowRight');
  await key('ArrowRight');
  await here(utredning);
  await key('ArrowRight');
  await key('ArrowRight');
  await here(/^Aktualisering|^Beslut|^Dokumentation|^Utredningsjournal/);
  await key('ArrowLeft');
  await here(utredning);
  await key('ArrowLeft');
  await expect(node(page, utredning)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.type('Korttid');
  await here(/^Korttidsvistelse-insatser/);
  await key('Home');
  await here('Personuppgifter');
  await key('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Person', exact: true })).toBeVisible();
  await key('Escape');
  await here('Personuppgifter');
  await key('ContextMenu');
  await page.keyboard.type('Kon');
  await key('Enter');
  await expect(page.getByRole('tab', { name: 'Kontaktuppgifter' })).toHaveAttribute('aria-selected', 'true');
  await test.step('DOK-02 Ctrl+D, then a rubrik by its letters and Enter', async () => {
    await here('Personuppgifter');
    await key('ArrowDown');
    await here(root);
    await key('ArrowRight');
    await here(utredning);
    await key('Control+d');
    await expect(page.getByRole('navigation', { name: 'Dokumentationens rubrikträd' })).toBeVisible();
    await here(/^Utredningsjournal/);
    await page.keyboard.type('Bed');
    await here(/^Bedömning/);
    await key('Enter');
    await expect(editor(page)).toBeFocused();
  });
});

test('DOK-09 a double click on a row just scrolled to opens that row: the tree stands still under the pointer', async ({ client }) => {
  const page = await atUtredning(client);
  await choose(page, node(page, /^Utredningsdokument/), 'Öppna trädet');
  await page.setViewportSize({ width: 1366, height: 600 });
  for (const rubrik of ['Bedömning', 'Ansökan', 'Förslag till beslut']) {
    await openToWrite(page, new RegExp(`^${rubrik}`));
    await expect(page.getByRole('region', { name: `Skriv ${rubrik}` })).toBeVisible();
  }
});
