import { aktBakom } from './fixtures/akt-bakom.ts';
import { falt, knapp, synka } from './fixtures/arende.ts';
import { allSent, ask, atWork, choose, kundShown, node, offline, search } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('REG-01 to REG-09 Sök KIR: a hit, no hit, a protected hit, a number that is taken, and KIR out of reach', async ({
  client,
  startClient,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  const { residents, freeNumbers } = centralServer;
  const barn = residents.find(({ relationer, skydd }) => relationer !== undefined && skydd === 'ingen');
  const [vuxen, senare] = residents.filter(({ relationer, skydd }) => relationer === undefined && skydd === 'ingen');
  const skyddad = residents.find(({ skydd }) => skydd === 'skyddadFolkbokforing');
  const [okand = '', namne = ''] = freeNumbers;
  if (!barn || !vuxen || !senare || !skyddad) throw new Error('the register lacks someone');
  const dialog = page.getByRole('dialog', { name: 'Spara i personregister' });
  const sokKir = async (nummer: string, i = page) => {
    await ask(i, nummer);
    await i.getByRole('button', { name: 'Sök KIR', exact: true }).click();
  };

  await test.step('REG-03 HUSH-01 a hit fills the form, the vårdnadshavare too', async () => {
    await sokKir(barn.personnummer);
    const traff = dialog.getByRole('region', { name: 'Träff i KIR' });
    await expect(traff).toContainText(`${barn.efternamn}, ${barn.fornamn}`);
    await expect(traff).toContainText(barn.adress?.gata ?? 'an address');
    await knapp(traff, 'OK, använd uppgifterna').click();
    await expect(falt(dialog, 'Efternamn')).toHaveValue(barn.efternamn);
    for (const { namn } of barn.relationer ?? []) await expect(dialog.getByRole('checkbox', { name: namn })).toBeChecked();
    await page.keyboard.press('Control+s');
    await kundShown(page, `${barn.efternamn}, ${barn.fornamn}`);
  });
  await test.step('REG-08 FORB-03 the hit is not this person: registered by hand, and Systemförvaltningen gets a bevakning', async () => {
    await sokKir(vuxen.personnummer);
    await knapp(dialog, 'Stämmer inte – registrera manuellt').click();
    await expect(falt(dialog, 'Efternamn')).toBeFocused();
    await falt(dialog, 'Efternamn').fill('Utflyttad');
    await falt(dialog, 'Förnamn').fill('Uno');
    await page.keyboard.press('Control+s');
    await kundShown(page, 'Utflyttad, Uno');
  });
  await test.step('REG-04 FORB-05 no hit: the details are written, civilstånd may be unknown', async () => {
    await sokKir(okand);
    await expect(dialog.getByText('Ingen träff i KIR.')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(falt(dialog, 'Efternamn')).toBeFocused();
    await falt(dialog, 'Efternamn').fill('Okänd');
    await falt(dialog, 'Förnamn').fill('Olle');
    await page.keyboard.press('Control+s');
    await kundShown(page, 'Okänd, Olle');
  });
  await test.step('a protected hit: no address is shown or kept; who lacks the right is told no more', async () => {
    const per = await atWork(await startClient(), 'Per Hallberg');
    await sokKir(skyddad.personnummer, per);
    await expect(per.getByText('Personen har skyddad folkbokföring.')).toBeVisible();
    await expect(per.getByText(skyddad.efternamn)).toHaveCount(0);
    await sokKir(skyddad.personnummer);
    await expect(dialog.getByText('Adressen är skyddad', { exact: true })).toBeVisible();
    await knapp(dialog, 'OK, använd uppgifterna').click();
    await expect(falt(dialog, 'Adress')).toHaveCount(0);
    await page.keyboard.press('Control+s');
    await falt(page.getByRole('dialog', { name: 'Kunden har skyddad folkbokföring' }), 'Skäl för att öppna akten').fill('Ny ansökan');
    await page.keyboard.press('Enter');
    await kundShown(page, `${skyddad.efternamn}, ${skyddad.fornamn}`);
  });
  await test.step('REG-02 SOK-10 others have that name: the one who is not among the hits is registered from the list', async () => {
    await expect(await search(page, 'Ekström Linn')).toHaveCount(1);
    await page.getByRole('button', { name: 'Ny', exact: true }).click();
    await expect(falt(dialog, 'Förnamn')).toHaveValue('Linn');
    await falt(dialog, 'Personnummer').fill(namne);
    await page.keyboard.press('Control+s');
    await kundShown(page, 'Ekström, Linn');
    await expect(await search(page, 'Ekström Linn')).toHaveCount(2);
  });
  await test.step('FRAGA-06 a number that is taken opens the kund who has it', async () => {
    await ask(page, 'Finnsinte Någon');
    await page.getByRole('button', { name: 'Ny', exact: true }).click();
    await falt(dialog, 'Personnummer').fill('19550712-2355');
    await expect(dialog.getByText('Personnumret finns redan.')).toBeVisible();
    await knapp(dialog, 'Öppna kunden').click();
    await kundShown(page, 'Persson, Ove');
  });
  await test.step('what was begun for one name is not taken for another', async () => {
    await ask(page, 'Ingenstans Ulla');
    await page.getByRole('button', { name: 'Ny', exact: true }).click();
    await expect(dialog.getByText('Gäller den Ingenstans, Ulla, som du sökte nu?')).toBeVisible();
    await expect(falt(dialog, 'Efternamn')).toHaveValue('Finnsinte');
    await page.keyboard.press('Escape');
  });
  await test.step('FRAGA-05 KIR is out of reach: registered anyway, and what it says later is a proposal', async () => {
    await allSent(page);
    await client.network.cut();
    await offline(page);
    await sokKir(senare.personnummer);
    // What was begun with the taken number is still there, and is not taken for this one.
    await knapp(dialog, 'Börja om med det du sökte').click();
    await expect(dialog.getByText('KIR kan inte nås just nu.')).toBeVisible();
    await falt(dialog, 'Efternamn').fill('Preliminär');
    await falt(dialog, 'Förnamn').fill('Petra');
    await page.keyboard.press('Control+s');
    await kundShown(page, 'Preliminär, Petra');
    await synka(client);
    await choose(page, node(page, 'Personuppgifter'), 'Person');
    const svar = page.getByRole('region', { name: 'Svar från KIR' });
    await expect(svar).toContainText(`${senare.efternamn}, ${senare.fornamn}`);
    await knapp(svar, 'Godta').click();
    await kundShown(page, `${senare.efternamn}, ${senare.fornamn}`);
    await expect(svar).toBeHidden();
  });
  await allSent(page);

  const bakom = (nummer: string) => aktBakom(centralServer, municipality.tenant, nummer);
  expect(
    (await bakom(barn.personnummer))
      .list('hushallsmedlem')
      .map(({ data }) => data.namn)
      .sort(),
  ).toEqual(expect.arrayContaining((barn.relationer ?? []).map(({ namn }) => namn)));
  expect((await bakom(vuxen.personnummer)).one('bevakning').data.text).toContain('KIR');
  expect((await bakom(okand)).one('person').data).toMatchObject({ nyckelkod: '999999 – Ej skriven i Helsingborg', civilstand: 'okänt' });
  expect((await bakom(skyddad.personnummer)).one('person').data).not.toHaveProperty('adress');
  expect((await bakom(senare.personnummer)).one('person').data).toMatchObject({ efternamn: senare.efternamn, folkbokfordIKommunen: true });
});
