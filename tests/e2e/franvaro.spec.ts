import { dag, falt, form, knapp, valj } from './fixtures/arende.ts';
import { allSent, atWork, backOnline, expand, linnea, node, offline, online, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const verkstallighet = /^Rekrytering LSS-insatser/;

test('PFRAN-07 PFRAN-10 PFRAN-14 FORB-81 an utförare registers frånvaro offline; after the sync the avgiftshandläggare sees it, its underlag, and its end', async ({
  startClient,
}) => {
  const [ulrika, ingrid] = [await startClient(), await startClient()];
  const page = await atWork(ulrika, 'Ulrika Hedman');
  await test.step('offline: a long frånvaro is registered, and its underlag sent', async () => {
    await ulrika.network.cut();
    await offline(page);
    await openKund(page, linnea);
    await expand(page, 'LSS utredning o verkställighet');
    await node(page, verkstallighet).first().dblclick();
    await knapp(page, 'Lägg till frånvaro').click();
    const ny = form(page, 'Lägg till frånvaro');
    await valj(page, ny, 'Orsak', 'Sjukhus');
    await falt(ny, 'Från').fill(dag(-39));
    await page.keyboard.press('Control+s');
    await expect(ny).toBeHidden();
    await knapp(page, /^Skicka underlag:/).click();
    const underlag = form(page, 'Skicka underlag till avgiftshandläggare');
    await expect(falt(underlag, 'Hela dagar utan kost')).toHaveValue('39');
    await page.keyboard.press('Control+s');
    await expect(underlag).toBeHidden();
  });
  await test.step('PHEM-02 it stands on the first page', async () => {
    await page.getByRole('tab', { name: 'Mina sidor' }).click();
    await expect(rows(page, 'Frånvaro').filter({ hasText: 'Ekström, Linnea' })).toContainText('40');
  });
  await test.step('synced', async () => {
    await ulrika.network.restore();
    await backOnline(page);
    await online(page);
    await allSent(page);
  });
  const hos = await atWork(ingrid, 'Ingrid Sandberg');
  await knapp(hos, /^Frånvaro och avgifter/).click();
  const rad = rows(hos, 'Frånvaro').filter({ hasText: 'Ekström, Linnea' });
  await expect(rad).toContainText('Borta');
  await expect(rad).toContainText(/40 dagar, 39 utan kost/);
  await expect(rad).toContainText('Nytt');
  await test.step('PFRAN-14 it ends: what was told is to be corrected, and both see it', async () => {
    await openKund(page, linnea);
    await knapp(page, /^Avsluta: /).click();
    const slut = form(page, 'Avsluta frånvaro');
    await falt(slut, 'Till').fill(dag(-1));
    await page.keyboard.press('Control+s');
    await expect(slut).toBeHidden();
    await allSent(page);
    await expect(rad).toContainText('Slutat');
    await expect(rad).toContainText('Ändrat sedan');
  });
});
