import type { Locator } from '@playwright/test';
import { dag, fatta, form, iArendet, iTradet, knapp, nyttArende, rot, valj } from './fixtures/arende.ts';
import { ask, atWork, choose, kundShown, node, openKund } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

test('axe, 1366x768 and 200 %: from Spara i personregister to the sent beställning', async ({ client, centralServer }) => {
  const page = await atWork(client);
  const [nummer = ''] = centralServer.freeNumbers;
  const resident = centralServer.residents.find(({ skydd, relationer }) => skydd === 'ingen' && relationer);
  const dialog = page.getByRole('dialog');
  const step = (name: string, actions: Locator[]) => test.step(name, () => usable(page, actions));
  await ask(page, resident?.personnummer ?? '');
  await step('nobody found', [page.getByRole('button', { name: 'Sök KIR' }), page.getByRole('button', { name: 'Ny', exact: true })]);
  await page.getByRole('button', { name: 'Sök KIR' }).click();
  await knapp(dialog, 'OK, använd uppgifterna').click();
  await step('Spara i personregister with a hit in KIR', [knapp(dialog, /^Spara kund/)]);
  await page.keyboard.press('Control+s');
  await kundShown(page, `${resident?.efternamn}, ${resident?.fornamn}`);

  await nyttArende(page, { nummer, efternamn: 'Tillgänglig', fornamn: 'Tore' }, [
    'Korttidsvistelse',
    'Personlig assistans, tillfällig utökning',
  ]);
  await iArendet(page, 'Aktualisering');
  await step('aktualisering', [knapp(form(page, 'Aktualisering'), /^Spara aktualisering/)]);
  await form(page, 'Aktualisering').getByRole('checkbox', { name: 'Daglig verksamhet', exact: true }).check();
  await knapp(page, 'Visa Organisation som träd').click();
  await step('organisations as a tree', [knapp(dialog, 'Avbryt')]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Inled utredning' }).click();
  await step('inled utredning with a begun aktualisering', [page.getByRole('button', { name: 'Öppna aktualiseringen' })]);
  await (await iTradet(page, /^LSS Utredning/)).dblclick();
  await step('utredning', [knapp(page, 'Byt handläggare')]);
  await knapp(page, 'Byt handläggare').click();
  await step('byt handläggare', [knapp(dialog, 'Avbryt')]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+4');
  const beslut = form(page, 'Beslut');
  await knapp(beslut, /^Ny$/).click();
  await page.keyboard.press('Control+s');
  await step('two beslut with faults', [knapp(beslut, /^Spara 2 beslut/)]);
  await knapp(beslut, 'Ångra').click();
  await fatta(page, { fran: dag(), niva: '1', personkrets: '1' });
  await step('saved beslut', [knapp(page, 'Gör beställning')]);
  await knapp(page, 'Felmarkera').click();
  await step('felmarkera beslut', [knapp(page.getByRole('alertdialog'), 'Avbryt')]);
  await page.keyboard.press('Escape');
  await knapp(page, 'Gör beställning').click();
  await step('beställning', [knapp(form(page, 'Beställning'), /^Spara och skicka till/)]);
  await knapp(page, 'Välj insatser').click();
  await step('välj insatser', [knapp(dialog, 'OK')]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await step('sent beställning', [knapp(page, 'Ta bort beställningen')]);
  await knapp(page, 'Ta bort beställningen').click();
  await step('ta bort beställning', [knapp(page.getByRole('alertdialog'), 'Avbryt')]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+7');
  await step('tidslinje', [page.getByRole('tab', { name: 'Tidslinje' })]);
});

test('axe, 1366x768 and 200 %: bedömning, verkställighet and its dialogs, LASS, Avsluta ärende, historik, Mina sidor', async ({
  client,
  centralServer,
}) => {
  const page = await atWork(client);
  const [nummer = ''] = centralServer.freeNumbers;
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  const step = (name: string, actions: Locator[]) => test.step(name, () => usable(page, actions));
  const oppnaOchStang = async (name: string, oppna: string) => {
    await knapp(page, oppna).click();
    await step(name, [knapp(dialog, 'Avbryt')]);
    await page.keyboard.press('Escape');
    if (await dialog.isVisible()) await knapp(dialog, 'Avbryt').click();
    await expect(dialog).toBeHidden();
  };
  await nyttArende(page, { nummer, efternamn: 'Tillgänglig', fornamn: 'Tora' }, ['Daglig verksamhet', 'Personlig assistans']);
  await fatta(page, { fran: dag(), personkrets: '1' });
  await page.keyboard.press('Control+6');
  await page.keyboard.press('Control+s');
  await step('bedömning with faults', [knapp(form(page, 'Bedömning'), /^Spara bedömning/)]);
  await page.keyboard.press('Control+4');
  await fatta(page, { fran: dag(), tim: '40' });
  await knapp(page, 'Gör beställning').click();
  await valj(page, form(page, 'Beställning'), 'Utförare', 'Lss, Eget Val (privat)');
  await page.keyboard.press('Control+s');
  await knapp(page, 'Visa beslutet').waitFor();
  await iArendet(page, 'LASS-beslut');
  await page.keyboard.press('Control+s');
  await step('LASS-beslut with faults', [knapp(form(page, 'LASS-beslut'), /^Spara LASS-beslut/)]);
  await iArendet(page, 'Avsluta ärende');
  await step('Avsluta ärende', [knapp(form(page, 'Avsluta ärende'), /^Avsluta ärendet för/)]);
  await choose(page, node(page, rot), 'Verkställighet \\(lov\\)');
  await step('Skapa ny verkställighet', [knapp(dialog, 'Avbryt')]);
  await page.keyboard.press('Escape');
  await (await iTradet(page, /^LSS Insatser \d{6}-/)).dblclick();
  await step('verkställighet', [knapp(page, 'Avsluta verkställighet')]);
  await oppnaOchStang('avsluta verkställighet', 'Avsluta verkställighet');
  await oppnaOchStang('byt utförare', 'Byt utförare');
  await choose(page, await iTradet(page, /^LSS Insatser \d{6}-/), 'Historik');
  await step('historik', [dialog.getByRole('button').first()]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Mina sidor' }).click();
  await step('Mina sidor with an inkommen beställning', [knapp(page, 'Filter')]);
  await page.getByRole('grid', { name: 'Inkomna beställningar' }).getByText('Tillgänglig, Tora').dblclick();
  await step('Ta in beställning', [knapp(dialog, 'OK, bekräfta beställningen')]);
  await page.keyboard.press('Control+s');
  await openKund(page, 'Johansson, Roger Stefan');
  await (await iTradet(page, /^LSS Utredning/)).dblclick();
  await page.keyboard.press('Control+5');
  await oppnaOchStang('ny beställning efter avbrott', 'Ny beställning efter avbrott');
  await page.keyboard.press('Control+1');
  await knapp(page, 'Kopiera alla texter').click();
  await step('kopiera alla texter', [knapp(dialog, 'Nej')]);
});
