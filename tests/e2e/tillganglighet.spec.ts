import { aktualiseraOchInled, dag, falt, form, iTradet, knapp } from './fixtures/arende.ts';
import {
  atWork,
  backOnline,
  choose,
  editor,
  firstSync,
  linnea,
  node,
  offline,
  openDokumentation,
  openKund,
  openToWrite,
  pane,
  search,
  signIn,
  utredning,
  write,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

test('axe and 200 % zoom: inloggning, Mina sidor, sök, resultat, hjälp and the dialogs', async ({ client: { page } }) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await test.step('inloggning', async () => {
    await expect(page.getByRole('option').first()).toBeVisible();
    await usable(page, [page.getByRole('option', { name: 'Åsa Lindqvist' }), button(/^Logga in som/)]);
  });
  await signIn(page, 'Sara Nyström');
  await firstSync(page);
  await test.step('Mina sidor', () => usable(page, [page.getByText(linnea).first(), page.getByRole('textbox', { name: /^Sök person/ })]));
  await test.step('sök', async () => {
    await page.getByRole('navigation', { name: 'Platser' }).getByRole('button', { name: 'Social och vård dokumentation' }).click();
    await usable(page, [button('Till sökrutan')]);
  });
  await test.step('resultat', async () => {
    await search(page, 'Ekstr*');
    await usable(page, [page.getByRole('row', { name: linnea }), button('OK')]);
  });
  for (const [name, key, action] of [
    ['De 10 senaste kunderna', 'Alt+q', 'OK'],
    ['Kundlista', 'Alt+l', 'OK'],
    ['Hjälp', 'F1', 'Stäng'],
  ] as const) {
    await test.step(name, async () => {
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog', { name });
      await usable(page, [dialog.getByRole('button', { name: action, exact: true })]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  }
  await test.step('kommandorutan', async () => {
    await page.keyboard.press('Control+k');
    await usable(page, [page.getByRole('listbox', { name: 'Träffar' }).getByRole('option').first()]);
    await page.keyboard.press('Escape');
  });
});

test('axe and 200 % zoom: kund, personuppgifter, dokumentation, Signera, Felmarkera', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, linnea);
  await test.step('kund', () => usable(page, [page.getByRole('heading', { name: linnea })]));
  await test.step('kontaktuppgifter and their dialog', async () => {
    await choose(page, node(page, 'Personuppgifter'), 'Kontaktuppgifter');
    await usable(page, [page.getByRole('button', { name: 'Lägg till' })]);
    await page.getByRole('button', { name: 'Lägg till' }).click();
    const dialog = page.getByRole('dialog');
    await usable(page, [dialog.getByRole('textbox', { name: 'Namn' }), dialog.getByRole('button', { name: /^Spara/ })]);
    await dialog.getByRole('button', { name: /^Stäng/ }).click();
  });
  await openDokumentation(page, utredning);
  await test.step('dokumentation, to read and to write', async () => {
    await usable(page, [page.getByRole('region', { name: 'Läsvy' })]);
    await openToWrite(page, /^Bedömning/);
    await write(page, 'Text att signera.');
    const inPane = (name: string) => pane(page).getByRole('button', { name, exact: true });
    await usable(page, [editor(page), inPane('Stäng'), inPane('Spara'), inPane('Signera')]);
  });
  await test.step('Signera and Felmarkera', async () => {
    await pane(page).getByRole('button', { name: 'Signera', exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await usable(page, [dialog.getByRole('button', { name: /^Signera för/ })]);
    await page.keyboard.press('Escape');
    await choose(page, node(page, /Hembesök, signerad/), 'Felmarkera');
    await dialog.getByRole('textbox', { name: /Orsak/ }).fill('Fel dag');
    await usable(page, [dialog.getByRole('textbox', { name: /Orsak/ }), dialog.getByRole('button', { name: 'Ja, felmarkera' })]);
  });
});

test('axe and 200 % zoom: Redigera person, Hushåll, Klistra in', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, 'Persson, Ove');
  await test.step('Redigera person', async () => {
    await choose(page, node(page, 'Personuppgifter'), 'Person');
    await knapp(page, 'Redigera').click();
    const person = form(page, 'Personuppgifter');
    await usable(page, [falt(person, 'Efternamn'), falt(person, 'E-post'), knapp(person, /^Spara uppgifter för/)]);
    await falt(person, 'Efternamn').fill('');
    await page.keyboard.press('Control+s');
    await expect(falt(person, 'Efternamn')).toBeFocused();
    await test.step('with a fault', () => usable(page, [falt(person, 'Efternamn'), knapp(person, 'Ångra')]));
    await knapp(person, 'Ångra').click();
  });
  await test.step('Hushåll', async () => {
    await page.getByRole('tab', { name: 'Hushåll' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lägg till i hushållet' });
    await usable(page, [knapp(page, 'Lägg till'), knapp(page, /^Spara hushållet för/)]);
    await knapp(page, 'Lägg till').click();
    await knapp(dialog, 'Sök på namn i stället').click();
    await dialog.getByRole('textbox').fill('Ekström Linn');
    await page.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: /^Ekström, Linn 1/ }).check();
    await usable(page, [dialog.getByRole('combobox', { name: 'Relation' }), knapp(dialog, 'Registrera')]);
    await knapp(dialog, 'Avbryt').click();
  });
  const gammal = await iTradet(page, /^LSS Utredning/);
  await gammal.dblclick();
  await test.step('Kopiera alla texter', async () => {
    await knapp(page, 'Kopiera alla texter').click();
    const dialog = page.getByRole('dialog', { name: 'Kopiera alla texter i trädet' });
    await usable(page, [knapp(dialog, 'Nej')]);
    await knapp(dialog, 'Nej').click();
  });
  await aktualiseraOchInled(page, ['Kontaktperson'], dag(-1));
  await test.step('Klistra in', async () => {
    await knapp(page, 'Klistra in kopierade texter').click();
    const dialog = page.getByRole('alertdialog');
    await usable(page, [knapp(dialog, 'Avbryt'), knapp(dialog, /^Klistra in \d+ texter$/)]);
  });
});

test('axe and 200 % zoom: utkorg with a conflict, Krisläge', async ({ startClient }) => {
  const [one, two] = [await startClient(), await startClient()];
  await atWork(one);
  await atWork(two, 'Per Hallberg');
  for (const { page, network } of [one, two]) {
    await openKund(page, linnea);
    await openDokumentation(page, utredning);
    await network.cut();
    await offline(page);
    await openToWrite(page, /^Bedömning/);
    await write(page, page === one.page ? 'Saras bedömning.' : 'Pers bedömning.');
    await pane(page).getByRole('button', { name: 'Spara', exact: true }).click();
    if (page === one.page) await expect(page.getByRole('button', { name: 'Utkorg: 1 köad' })).toBeVisible();
    if (page === one.page) await test.step('Krisläge', () => usable(page, [page.getByRole('button', { name: 'Försök nu' })]));
  }
  for (const { page, network } of [one, two]) {
    await network.restore();
    await backOnline(page);
    await expect(page.getByRole('button', { name: 'Utkorg: tom' })).toBeVisible();
  }
  await two.page.getByRole('button', { name: '1 konflikt' }).click();
  const choice = (name: string) => two.page.getByRole('button', { name });
  await test.step('konflikt', () => usable(two.page, [choice('Behåll serverns'), choice('Behåll din'), choice('Skriv ihop…')]));
});

test('in high contrast a marked row can be read, under the pointer too', async ({ client }) => {
  const page = await atWork(client);
  await page.emulateMedia({ forcedColors: 'active' });
  const rad = (await search(page, 'Ekstr*')).first();
  await rad.click();
  await rad.hover();
  await expect(rad).toHaveAttribute('aria-selected', 'true');
  const farger = await rad.evaluate((row) => {
    const systemets = document.createElement('span');
    systemets.style.cssText = 'background-color: Highlight; color: HighlightText; forced-color-adjust: none';
    row.append(systemets);
    const av = ({ backgroundColor, color }: CSSStyleDeclaration) => ({ backgroundColor, color });
    const svar = { radens: av(getComputedStyle(row)), systemets: av(getComputedStyle(systemets)) };
    systemets.remove();
    return svar;
  });
  expect(farger.radens).toEqual(farger.systemets);
});
