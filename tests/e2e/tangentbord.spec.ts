import { allSent, atWork, editor, kundShown, linnea, node, pane, rows, utredning } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

/** A whole morning without the mouse: what has the focus is what the next key goes to, so each step begins where the last one ended. */
test('keyboard alone: sign in, find, open, write, sign, read the receipt, close', async ({ client: { page } }) => {
  const key = (name: string) => page.keyboard.press(name);
  await test.step('sign in by the first letters', async () => {
    await expect(page.getByRole('listbox', { name: 'Användare' })).toBeFocused();
    await page.keyboard.type('Sara');
    await expect(page.getByRole('option', { name: 'Sara Nyström' })).toHaveAttribute('aria-selected', 'true');
    await key('Enter');
    await expect(page.getByText(/^Hämtat från servern/)).toBeVisible();
  });
  await test.step('Ctrl+L finds, arrows and Enter open', async () => {
    await key('Control+l');
    await page.keyboard.type('Ekstr*');
    await key('Enter');
    const hit = rows(page, 'Träffar').filter({ hasText: linnea });
    await expect(rows(page, 'Träffar').first()).toBeFocused();
    await key('End');
    if (!(await hit.evaluate((row) => row === document.activeElement))) await key('Home');
    while (!(await hit.evaluate((row) => row === document.activeElement))) await key('ArrowDown');
    await key('Enter');
    await kundShown(page, linnea);
  });
  await test.step('the tree has the focus; letters, arrows and Ctrl+D lead to the dokumentation', async () => {
    await expect(node(page, 'Personuppgifter')).toBeFocused();
    await key('ArrowDown');
    await key('ArrowRight');
    await key('ArrowRight');
    await expect(node(page, utredning)).toBeFocused();
    await key('Control+d');
    await expect(node(page, /^Utredningsjournal/)).toBeFocused();
  });
  await test.step('write, make bold, save and sign', async () => {
    await page.keyboard.type('Bed');
    await key('Enter');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.type('Linnea tillhör ');
    await key('Control+b');
    await page.keyboard.type('personkrets 3');
    await key('Control+s');
    await expect(pane(page).getByText('Utkast – finns bara här')).toBeHidden();
    await key('Control+Shift+s');
    const preview = page.getByRole('alertdialog');
    await expect(preview.locator('strong')).toHaveText('personkrets 3');
    await key('Tab');
    const confirm = preview.getByRole('button', { name: /^Signera för/ });
    for (let step = 0; step < 4 && !(await confirm.evaluate((button) => button === document.activeElement)); step++) await key('Tab');
    await expect(confirm).toBeFocused();
    await key('Enter');
    await expect(node(page, /^Bedömning, signerad/)).toBeFocused();
    await allSent(page);
  });
  await test.step('the receipt, by the command box; F6 walks the regions', async () => {
    await key('Control+k');
    await page.keyboard.type('>Utkorg');
    await key('Enter');
    await expect(page.getByRole('tab', { name: 'Utkorg och kvitton' })).toHaveAttribute('aria-selected', 'true');
    await expect(rows(page, 'Utkorg och kvitton').first()).toContainText('Mottagen av servern');
    const seen = new Set<string>();
    for (let step = 0; step < 10; step++) {
      await key('F6');
      seen.add(await page.evaluate(() => document.activeElement?.closest('[data-yta]')?.getAttribute('data-yta') ?? ''));
    }
    for (const region of ['menyer', 'verktyg', 'flikar', 'arbetsyta', 'status']) expect([...seen]).toContain(region);
  });
  await test.step('a menu by its letter; tabs by Ctrl+Tab and Ctrl+W; help by F1', async () => {
    await key('Alt+k');
    await expect(page.getByRole('menuitem', { name: /^De 10 senaste/ })).toBeVisible();
    await key('Escape');
    await key('F1');
    await expect(page.getByRole('dialog', { name: 'Hjälp' })).toBeVisible();
    await key('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await key('Control+w');
    await expect(page.getByRole('tab', { name: 'Utkorg och kvitton' })).toHaveCount(0);
  });
});

test('the focus comes back to where it was, whatever is closed: a dialog from a row’s menu, one from a key, a view', async ({ client }) => {
  const page = await atWork(client);
  await page.keyboard.press('Alt+B');
  await expect(rows(page, 'Bevakningar').first()).toBeFocused();
  // Somebody has laid it; what is computed is not moved.
  const rad = rows(page, 'Bevakningar').filter({ hasText: 'Bekräfta beställningen när' }).first();
  await rad.focus();
  await expect(rad).toBeFocused();
  for (const post of ['Visa bevakningen', 'Flytta till …']) {
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: post }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(rad).toBeFocused();
  }
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Hjälp' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rad).toBeFocused();
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('combobox', { name: 'Sökning' })).toBeFocused();
});
