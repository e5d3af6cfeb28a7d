import { dag, falt, form, knapp, nyttArende, rot, valj } from './fixtures/arende.ts';
import { ask, atWork, node, offline, openKund } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('what is half-filled, in the work area and in a dialog, is there again after kill -9', async ({ client }) => {
  let page = await atWork(client);
  await openKund(page, 'Persson, Ove');
  await expect(node(page, rot)).toBeVisible();
  await page.keyboard.press('Control+Shift+A');
  let aktualisering = form(page, 'Aktualisering');
  await aktualisering.getByRole('checkbox', { name: 'Kontaktperson', exact: true }).check();
  await aktualisering.getByRole('checkbox', { name: 'Ledsagarservice', exact: true }).check();
  await valj(page, aktualisering, 'Från vem', 'God man');
  await falt(aktualisering, 'Anteckning').fill('Gode mannen ringer på fredag.');
  await falt(aktualisering, 'Datum').fill(dag(-4));
  await expect(aktualisering.getByText('Utkast – finns bara här')).toBeVisible();
  await ask(page, 'Halvvägs Helge');
  await page.getByRole('button', { name: 'Ny', exact: true }).click();
  const register = () => page.getByRole('dialog', { name: 'Spara i personregister' });
  await falt(register(), 'Telefon').fill('070-174 06 12');
  await falt(register(), 'Ort').fill('Helsingborg');
  await falt(register(), 'Efternamn').focus();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Utkorg och kvitton' }).click();
  await expect(page.getByText('Spara i personregister, utkast').first()).toBeVisible();

  await client.kill();
  await client.restart();
  page = await atWork(client);
  await page.getByRole('tab', { name: /^Persson, Ove/ }).click();
  aktualisering = form(page, 'Aktualisering');
  for (const typ of ['Kontaktperson', 'Ledsagarservice'])
    await expect(aktualisering.getByRole('checkbox', { name: typ, exact: true })).toBeChecked();
  await expect(falt(aktualisering, 'Datum')).toHaveValue(dag(-4));
  await expect(falt(aktualisering, 'Anteckning')).toHaveValue('Gode mannen ringer på fredag.');
  await expect(aktualisering.getByRole('combobox', { name: 'Från vem' })).toHaveText('God man');
  await ask(page, 'Halvvägs Helge');
  await page.getByRole('button', { name: 'Ny', exact: true }).click();
  await expect(falt(register(), 'Telefon')).toHaveValue('070-174 06 12');
  await expect(falt(register(), 'Ort')).toHaveValue('Helsingborg');
});

test('wrong input is marked at its field in Swedish, with the right value, and the focus goes there', async ({ client, centralServer }) => {
  const page = await atWork(client);
  const [nummer = '', annat = ''] = centralServer.freeNumbers;
  await client.network.cut();
  await offline(page);
  await test.step('Spara i personregister', async () => {
    await ask(page, nummer);
    await page.getByRole('button', { name: 'Ny', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Spara i personregister' });
    await falt(dialog, 'Personnummer').fill(`${nummer.slice(0, 11)}${(Number(nummer[11]) + 1) % 10}`);
    await falt(dialog, 'Efternamn').fill('Fel');
    await falt(dialog, 'Förnamn').fill('Fia');
    await page.keyboard.press('Control+s');
    await expect(falt(dialog, 'Personnummer')).toBeFocused();
    await expect(falt(dialog, 'Personnummer')).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByText(/kontrollsiffra/i).first()).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('what was begun for one number is not taken for another', async () => {
    await ask(page, annat);
    await page.getByRole('button', { name: 'Ny', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Spara i personregister' });
    await knapp(dialog, 'Börja om med det du sökte').click();
    await expect(falt(dialog, 'Personnummer')).toHaveValue(annat);
    await expect(falt(dialog, 'Efternamn')).toHaveValue('');
    await page.keyboard.press('Escape');
  });
  await nyttArende(page, { nummer, efternamn: 'Rätt', fornamn: 'Rut' }, ['Personlig assistans']);
  await test.step('FORB-21 Beslut: hours and minutes', async () => {
    await page.keyboard.press('Control+4');
    const beslut = form(page, 'Beslut');
    await falt(beslut, 'Timmar, minuter').fill('75');
    await page.keyboard.press('Control+s');
    await expect(falt(beslut, 'Gäller fr.o.m.')).toBeFocused();
    await falt(beslut, 'Gäller fr.o.m.').fill('31/2');
    await page.keyboard.press('Control+s');
    await expect(falt(beslut, 'Gäller fr.o.m.')).toHaveAttribute('aria-invalid', 'true');
    await falt(beslut, 'Gäller fr.o.m.').fill(dag());
    await page.keyboard.press('Control+s');
    await expect(falt(beslut, 'Timmar, minuter')).toHaveAttribute('aria-invalid', 'true');
    await knapp(beslut, '1 tim 15 min').click();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('region', { name: 'Kontroll före Spara' })).toContainText('1 att rätta');
    await beslut.getByRole('radio', { name: '1', exact: true }).check();
    await page.keyboard.press('Control+s');
    await expect(knapp(page, 'Gör beställning')).toBeVisible();
  });
  await test.step('FORB-34 Beställning: utförare, and a difference from the beslut', async () => {
    await knapp(page, 'Gör beställning').click();
    const bestallning = form(page, 'Beställning');
    await expect(bestallning).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(bestallning.getByRole('combobox', { name: 'Utförare', exact: true })).toBeFocused();
    await expect(bestallning.getByText('Utförare saknas. Välj vem som ska utföra insatsen.').first()).toBeVisible();
    await valj(page, bestallning, 'Utförare', 'Lss, Eget Val (privat)');
    await falt(bestallning, 'Beställningen gäller').fill(dag(14));
    await page.keyboard.press('Control+s');
    const skillnad = bestallning.getByRole('group', { name: 'Skiljer sig från beslutet' });
    await expect(skillnad).toContainText('Rätta den, eller bekräfta skillnaden');
    await skillnad.getByRole('checkbox').check();
    await page.keyboard.press('Control+s');
    await expect(bestallning).toBeHidden();
  });
});

test('at 200 % a form scrolls whole: its buttons stay, and the field at fault is seen above them', async ({ client, centralServer }) => {
  const page = await atWork(client);
  const [, , nummer = ''] = centralServer.freeNumbers;
  await nyttArende(page, { nummer, efternamn: 'Zoomad', fornamn: 'Zara' }, ['Kontaktperson']);
  await page.setViewportSize({ width: 683, height: 384 });
  await page.keyboard.press('Control+4');
  const beslut = form(page, 'Beslut');
  await expect(falt(beslut, 'Gäller fr.o.m.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(falt(beslut, 'Gäller fr.o.m.')).toBeFocused();
  const fel = beslut.getByText('Startdatum saknas. Skriv från vilken dag beslutet gäller.').first();
  const spara = knapp(beslut, 'Spara beslut för');
  await expect(spara).toBeInViewport({ ratio: 1 });
  await expect(async () => {
    const [under, knappen] = [await fel.boundingBox(), await spara.boundingBox()];
    expect((under?.y ?? Number.NaN) + (under?.height ?? 0)).toBeLessThan(knappen?.y ?? 0);
  }).toPass();
});
