import { allSent, atWork, backOnline, offline, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

test('MEDD-03 MEDD-12 JFOR-04 FORB-71 a message is written offline and sent later, a kund is answered, what she wrote is put into the akt', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const kollega = await atWork(per, 'Per Hallberg');
  const page = await atWork(sara);
  await expect(page.getByRole('region', { name: 'Meddelanden' }).getByText(/oläst/)).toBeVisible();

  // Offline: it is saved here, and sent when the server is back.
  await sara.network.cut();
  await offline(page);
  await page.keyboard.press('Control+Shift+M');
  const nytt = page.getByRole('dialog', { name: 'Nytt meddelande' });
  await nytt.getByRole('combobox', { name: 'Sök mottagare' }).pressSequentially('Per Hall');
  await page.getByRole('option', { name: 'Per Hallberg' }).click();
  await nytt.getByLabel('Ämne').fill('Torsdagens möte');
  await nytt.getByLabel('Text', { exact: true }).fill('Kan du ta med underlaget?');
  await usable(page, [nytt.getByRole('button', { name: 'Skicka till Per Hallberg' })]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await nytt.getByRole('button', { name: 'Skicka till Per Hallberg' }).click();
  await expect(nytt).toBeHidden();
  await page.getByRole('button', { name: /^Meddelanden/ }).click();
  await page.getByRole('button', { name: 'Skickat' }).click();
  await expect(rows(page, 'Meddelanden').filter({ hasText: 'Torsdagens möte' })).toContainText('Sparat här');
  // FORB-63: not sent yet, it is taken back as the draft it was, which has its folder; and is sent from there.
  await rows(page, 'Meddelanden').filter({ hasText: 'Torsdagens möte' }).click();
  await page.getByRole('button', { name: 'Ta tillbaka' }).click();
  await expect(nytt.getByLabel('Text', { exact: true })).toHaveValue('Kan du ta med underlaget?');
  await page.keyboard.press('Escape');
  await expect(nytt).toBeHidden();
  await expect(rows(page, 'Meddelanden').filter({ hasText: 'Torsdagens möte' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Utkast (1)' }).click();
  await rows(page, 'Utkast').filter({ hasText: 'Torsdagens möte' }).click();
  await page.getByRole('button', { name: 'Fortsätt skriva' }).click();
  await nytt.getByRole('button', { name: 'Skicka till Per Hallberg' }).click();
  await expect(nytt).toBeHidden();
  await page.getByRole('button', { name: 'Skickat' }).click();
  await sara.network.restore();
  await backOnline(page);
  await allSent(page);
  await expect(rows(page, 'Meddelanden').filter({ hasText: 'Torsdagens möte' })).toContainText('Levererat');
  await kollega.getByRole('button', { name: /^Meddelanden/ }).click();
  await expect(rows(kollega, 'Meddelanden').filter({ hasText: 'Torsdagens möte' })).toBeVisible();

  // What a kund wrote: read, answered, and put into the akt.
  await page.getByRole('button', { name: /^LSS Myndighet/ }).click();
  const fran = rows(page, 'Meddelanden').filter({ hasText: 'Ej journalfört' }).first();
  await fran.click();
  await usable(page, [page.getByRole('button', { name: 'Journalför…' }), page.getByRole('button', { name: 'Svara', exact: true })]);
  await page.getByRole('button', { name: 'Skriv ut…' }).click();
  const utskrift = page.getByRole('dialog', { name: 'Skriv ut meddelandet' });
  await expect(utskrift.getByRole('button', { name: /^Skriv ut/ })).toBeVisible();
  await utskrift.getByRole('button', { name: 'Stäng' }).click();
  await page.getByRole('button', { name: 'Svara', exact: true }).click();
  const svara = page.getByRole('dialog', { name: 'Svara' });
  await expect(svara.getByRole('list', { name: 'Valda mottagare' }).getByRole('listitem')).toHaveCount(1);
  // Who answers is at the text at once, and Enter in the line above it sends nothing.
  await expect(svara.getByLabel('Text', { exact: true })).toBeFocused();
  await svara.getByLabel('Ämne').press('Enter');
  await expect(svara).toBeVisible();
  await svara.getByLabel('Text', { exact: true }).fill('Ja, det går bra.');
  // She is no kund of the user's own: that is asked first.
  const ratt = svara.getByRole('checkbox', { name: /^Ja, det ska till/ });
  if (await ratt.isVisible()) await ratt.check();
  await svara.getByRole('button', { name: /^Skicka till/ }).click();
  await expect(svara).toBeHidden();
  // More to the same kund is begun from one's own message, and goes to her.
  await page.getByRole('button', { name: 'Skickat' }).click();
  await rows(page, 'Meddelanden').filter({ hasText: 'Sv: ' }).first().click();
  await page.getByRole('button', { name: 'Svara', exact: true }).click();
  await expect(svara.getByRole('list', { name: 'Valda mottagare' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(svara).toBeHidden();
  await page.getByRole('button', { name: /^LSS Myndighet/ }).click();
  await fran.click();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  const fraga = page.getByRole('alertdialog', { name: 'Meddelandet är inte journalfört' });
  await fraga.getByRole('button', { name: 'Journalför och ta bort…' }).click();
  const journalfor = page.getByRole('dialog', { name: 'Journalför' });
  await journalfor.getByRole('combobox', { name: 'Knyts till' }).click();
  await page
    .getByRole('option', { name: /Utredning/ })
    .filter({ visible: true })
    .first()
    .click();
  // FORB-85: in one step.
  await journalfor.getByRole('button', { name: 'Journalför och ta bort', exact: true }).click();
  await expect(journalfor).toBeHidden();
  await allSent(page);
  await expect(fran).toBeHidden();

  // MINST-01 MINST-02 MINST-03: what is chosen once stands in what is written, and answers who writes meanwhile.
  await page.getByRole('button', { name: 'Inställningar', exact: true }).click();
  const egna = page.getByRole('dialog', { name: 'Meddelandeinställningar' });
  await egna.getByLabel('Signatur').fill('Sara Nyström, LSS Myndighet');
  await egna.getByRole('textbox', { name: 'Frånvarande från' }).fill('2026-01-01');
  await egna.getByRole('textbox', { name: 'Till och med' }).fill('2099-01-01');
  await egna.getByLabel('Frånvarosvar').fill('Jag är borta och läser inte meddelanden.');
  await egna.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(egna).toBeHidden();
  await allSent(page);
  await page.keyboard.press('Control+Shift+M');
  await expect(nytt.getByLabel('Text', { exact: true })).toHaveValue(/Sara Nyström, LSS Myndighet/);
  await page.keyboard.press('Escape');
  await expect(nytt).toBeHidden();
  await rows(kollega, 'Meddelanden').filter({ hasText: 'Torsdagens möte' }).click();
  await kollega.getByRole('button', { name: 'Svara', exact: true }).click();
  const tillSara = kollega.getByRole('dialog', { name: 'Svara' });
  await tillSara.getByLabel('Text', { exact: true }).fill('Jag kommer.');
  await tillSara.getByRole('button', { name: 'Skicka till Sara Nyström' }).click();
  await expect(rows(kollega, 'Meddelanden').filter({ hasText: 'Frånvaro: Sv: Torsdagens möte' })).toBeVisible();
});
