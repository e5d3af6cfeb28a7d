import type { Locator, Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { aterAnslut } from './fixtures/arende.ts';
import {
  allSent,
  atUtredning,
  atWork,
  expand,
  linnea,
  node,
  offline,
  openKund,
  openToWrite,
  save,
  sign,
  signIn,
  utredning,
  write,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const utskrift = (page: Page): Locator => page.getByRole('form', { name: 'Utskrift' });
const granskning = (page: Page): Locator => utskrift(page).getByRole('region', { name: '2 Granska' });

test('UTSK-01 to UTSK-06, PDF-01 to PDF-03, FORB-47: an utredning is signed, granskad, printed and stored as a PDF offline, and is at a colleague after sync', async ({
  startClient,
}) => {
  const sara = await startClient();
  const page = await atUtredning(sara);
  const ord = 'Behöver stöd av en kontaktperson för att komma ut.';
  await sara.network.cut();
  await offline(page);

  await test.step('the text is written and signed', async () => {
    await openToWrite(page, /^Bedömning/);
    await write(page, ord);
    await save(page);
    await sign(page);
  });
  await test.step('UTSK-01 to UTSK-04 the printer symbol, what, mall, Sök, Granska: by keys alone', async () => {
    await page.keyboard.press('Control+p');
    await expect(utskrift(page).getByRole('radio', { name: /^Utredning LSS/ })).toBeChecked();
    await utskrift(page).getByRole('searchbox', { name: 'Sök' }).fill('LSS');
    await expect(utskrift(page).getByRole('radio', { name: 'LSS utredningsdokument1' })).toBeChecked();
    await utskrift(page).getByRole('button', { name: 'Granska' }).focus();
    await page.keyboard.press('Enter');
    await expect(granskning(page)).toContainText(/så här blir det, \d+ sid/);
    await expect(granskning(page).locator('canvas').first()).toBeVisible();
  });
  await test.step('UTSK-05 a protected person is looked at twice; the pages that were granskade are what the window prints', async () => {
    const skriv = utskrift(page).getByRole('button', { name: /^Skriv ut \d+ sid/ });
    await expect(skriv).toBeDisabled();
    await utskrift(page).getByRole('checkbox', { name: 'Jag har kontrollerat namn och personnummer' }).check();
    // The browser's own dialog cannot be driven: what it would be given is counted.
    const printed = await page.evaluateHandle(() => {
      const seen = { sidor: 0, drawn: false };
      window.print = () => {
        const sidor = [...document.querySelectorAll<HTMLImageElement>('body > .ak-utskrift > img')];
        seen.sidor = sidor.length;
        seen.drawn = sidor.every(({ complete, naturalWidth }) => complete && naturalWidth > 1000);
      };
      return seen;
    });
    await skriv.click();
    await expect(utskrift(page)).toContainText('Utskriften är loggad.');
    const { sidor, drawn } = await printed.jsonValue();
    expect(drawn).toBe(true);
    await expect(granskning(page)).toContainText(`så här blir det, ${sidor === 1 ? '1 sida' : `${sidor} sidor`}`);
    await expect(page.locator('.ak-utskrift')).toHaveCount(0);
  });
  await test.step('PDF-03 Skapa PDF with a title', async () => {
    await utskrift(page)
      .getByRole('textbox', { name: /^Rubrik/ })
      .fill('Utredning till Linnea');
    await page.keyboard.press('Control+s');
    await expect(utskrift(page)).toContainText('”Utredning till Linnea” finns i akten.');
    await utskrift(page).getByRole('button', { name: 'Visa' }).click();
    const handling = page.getByRole('region', { name: 'Utredning till Linnea', exact: true });
    await expect(handling).toContainText('Endast här');
    await expect(handling.locator('canvas').first()).toBeVisible();
  });
  await test.step('it survives kill -9, offline', async () => {
    await sara.kill();
    const again = await sara.restart();
    await signIn(again, 'Sara Nyström');
    await offline(again);
    await openKund(again, linnea);
    await expand(again, /^LSS utredning o verkställighet/);
    await expand(again, utredning);
    await node(again, /Utredning till Linnea/).dblclick();
    await expect(again.getByRole('region', { name: 'Utredning till Linnea', exact: true }).locator('canvas').first()).toBeVisible();
  });
  await test.step('the server has it', async () => {
    await aterAnslut(sara);
    await allSent(sara.page);
    await expect(sara.page.getByRole('region', { name: 'Utredning till Linnea', exact: true })).toContainText('Mottagen av servern');
  });
  await test.step('a colleague reads it', async () => {
    const per = await startClient();
    await atWork(per, 'Per Hallberg');
    await openKund(per.page, linnea);
    await expand(per.page, /^LSS utredning o verkställighet/);
    await expand(per.page, utredning);
    await node(per.page, /Utredning till Linnea/).dblclick();
    const handling = per.page.getByRole('region', { name: 'Utredning till Linnea', exact: true });
    await expect(handling).toContainText('Sara Nyström');
    await expect(handling.locator('canvas').first()).toBeVisible();
    await expect(handling).toContainText(ord.slice(0, 20));
  });
});

test('axe, 1366x768 and 200 %: what and mall, Granska, a document of the akt, and the list of bevakningar', async ({ client }) => {
  const page = await atUtredning(client);
  await page.keyboard.press('Control+p');
  const knapp = (name: string | RegExp) => utskrift(page).getByRole('button', { name });
  await test.step('what and mall', () => usable(page, [knapp('Granska'), knapp(/^Skapa PDF för/)]));
  await knapp('Granska').click();
  await expect(granskning(page).locator('canvas').first()).toBeVisible();
  await test.step('Granska', () => usable(page, [knapp('Granska'), knapp(/^Skapa PDF för/)]));
  await knapp(/^Skapa PDF för/).click();
  await knapp('Visa').click();
  await test.step('a document of the akt', () => usable(page, [page.getByRole('button', { name: 'Skriv ut…' })]));
  await page.getByRole('button', { name: 'Skriv ut…' }).click();
  await test.step('its printer', () => usable(page, [page.getByRole('dialog').getByRole('button', { name: 'Stäng' })]));
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Mina sidor' }).click();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog')).toContainText(/så här blir det/);
  await test.step('the list', () => usable(page, [page.getByRole('dialog').getByRole('button', { name: 'Stäng' })]));
});

test('UTSK-05 the paper has the pages of the document and nothing else of the window, each as it lies', async ({ client }) => {
  const page = await atUtredning(client);
  await page.keyboard.press('Control+p');
  // Kept past the dialog, which cannot be driven: the sheets are then made as the browser makes them for a printer.
  await page.evaluate(() => {
    window.print = () => {
      const sidor = document.querySelector('body > .ak-utskrift');
      if (sidor) document.body.append(sidor.cloneNode(true));
    };
  });
  const ark = async (vad: RegExp) => {
    await page.evaluate(() => document.querySelector('body > .ak-utskrift')?.remove());
    await utskrift(page).getByRole('radio', { name: vad }).check();
    await utskrift(page).getByRole('button', { name: 'Granska' }).click();
    await expect(granskning(page)).toContainText(/så här blir det, \d+ sid/);
    const [, sidor] = /så här blir det, (\d+) sid/.exec((await granskning(page).textContent()) ?? '') ?? [];
    await utskrift(page).getByRole('checkbox', { name: 'Jag har kontrollerat namn och personnummer' }).check();
    await utskrift(page)
      .getByRole('button', { name: /^Skriv ut \d+ sid/ })
      .click();
    await expect(page.locator('body > .ak-utskrift')).toHaveCount(1);
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const sizes = pdf.getPages().map((one) => (one.getWidth() > one.getHeight() ? 'liggande' : 'stående'));
    return { antal: Number(sidor), sizes };
  };
  const utredningen = await ark(/^Utredning LSS/);
  expect(utredningen.sizes).toEqual(Array(utredningen.antal).fill('stående'));
  const lista = await ark(/^Aktens innehåll/);
  expect(lista.antal).toBeGreaterThan(1);
  expect(lista.sizes).toEqual(Array(lista.antal).fill('liggande'));
});

test('DOK-15, PDF-05: a new document is write-protected before it is a PDF, and says so until then; by keyboard, offline', async ({
  client,
}) => {
  const page = await atUtredning(client);
  await client.network.cut();
  await offline(page);
  const skriv = page.getByRole('region', { name: 'Skriv Dokument' });
  await test.step('Nytt dokument, its kind, rubrik and text', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('Nytt dokument');
    await expect(page.getByRole('option', { name: /^Nytt dokument/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(skriv).toBeVisible();
    const typ = skriv.getByRole('combobox', { name: 'Typ' });
    await expect(typ).toBeFocused();
    await page.keyboard.press('Enter');
    const brev = page.getByRole('option', { name: 'Brev', exact: true });
    await expect(brev).toBeVisible();
    await page.keyboard.type('Brev');
    await expect(typ).toHaveAttribute('aria-activedescendant', (await brev.getAttribute('id')) ?? '');
    await page.keyboard.press('Enter');
    await expect(typ).toHaveText('Brev');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Svar till skolan');
    const text = skriv.getByRole('textbox', { name: /^Dokument för/ });
    while (!(await text.evaluate((one) => one === document.activeElement))) await page.keyboard.press('Tab');
    await write(page, 'Vi har tagit del av utlåtandet.');
  });
  await test.step('it is no PDF yet: the way leads back to it', async () => {
    await page.keyboard.press('Control+p');
    await expect(utskrift(page)).toContainText('Texten du skriver är inte signerad');
    await utskrift(page)
      .getByRole('radio', { name: /^Journal/ })
      .check();
    await expect(utskrift(page)).toContainText(/1 text är inte signerad och tas inte med/);
    await utskrift(page).getByRole('button', { name: 'Tillbaka till texten' }).press('Enter');
    await expect(skriv).toContainText('Vi har tagit del av utlåtandet.');
  });
  await test.step('it is locked', async () => {
    await page.keyboard.press('Control+Shift+s');
    const fraga = page.getByRole('alertdialog');
    await expect(fraga).toContainText('Svar till skolan');
    await fraga.getByRole('button', { name: 'Spara och skrivskydda för Ekström, Linnea Maria' }).press('Enter');
    await expect(node(page, /Brev: Svar till skolan, signerad/)).toBeVisible();
  });
  await test.step('and is a PDF of its kind', async () => {
    await page.keyboard.press('Control+p');
    await expect(utskrift(page).getByRole('radio', { name: /^Dokument/ })).toBeChecked();
    await expect(utskrift(page)).not.toContainText('Texten du skriver');
    await utskrift(page).getByRole('button', { name: 'Granska', exact: true }).press('Enter');
    await expect(utskrift(page).getByRole('region', { name: '2 Granska' }).locator('canvas').first()).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(utskrift(page)).toContainText('finns i akten.');
    await utskrift(page).getByRole('button', { name: 'Visa', exact: true }).press('Enter');
    await expect(page.getByRole('main')).toContainText('Brev');
  });
});
