import type { Locator, Page } from '@playwright/test';
import { fileDocuments, ordsidor } from './fixtures/dokument.ts';
import { allSent, atUtredning, backOnline, linnea, offline } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const binder = (page: Page): Locator => page.getByRole('form', { name: 'PDF-binder' });
const bunt = (page: Page): Locator => binder(page).getByRole('list', { name: 'Bunten' }).getByRole('listitem');
const granskat = (page: Page): Locator => binder(page).getByRole('region', { name: 'Granska' });
const ordning = (page: Page): Promise<string[]> =>
  bunt(page).evaluateAll((rader) => rader.map((rad) => rad.querySelector('[data-namn]')?.firstChild?.textContent ?? ''));

async function oppna(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('PDF-binder');
  await expect(page.getByRole('option', { name: /^PDF-binder/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(binder(page)).toContainText(linnea);
}
/** Files are dropped on the box, as from another program. */
async function slapp(page: Page, filer: { namn: string; bytes: Uint8Array }[]): Promise<void> {
  const drag = await page.evaluateHandle(
    (alla) => {
      const data = new DataTransfer();
      for (const { namn, bytes } of alla) data.items.add(new File([Uint8Array.from(bytes)], namn, { type: 'application/pdf' }));
      return data;
    },
    filer.map(({ namn, bytes }) => ({ namn, bytes: [...bytes] })),
  );
  await binder(page).getByText('Dra dokument hit från akten eller Utforskaren').dispatchEvent('drop', { dataTransfer: drag });
}
const lasta = async (page: Page, namn: string): Promise<void> => {
  await bunt(page)
    .getByRole('button', { name: new RegExp(`^${namn}`) })
    .click();
  await expect(granskat(page).locator('canvas').first()).toBeVisible();
};

test('BIND-01 to BIND-03, FORB-48: documents of the akt and a file that is dropped in are put in order by keys, bound, saved and opened, offline', async ({
  client,
  municipality,
}) => {
  await fileDocuments(municipality, [
    { rubrik: 'Beslut om assistans', bytes: await ordsidor(['Beslut sida ett', 'Beslut sida två']) },
    { rubrik: 'Utredning LSS', bytes: await ordsidor(['Utredning ett', 'Utredning två', 'Utredning tre']) },
  ]);
  const page = await atUtredning(client);
  await oppna(page);
  await test.step('BIND-02 documents are ticked; with the network they come here', async () => {
    for (const namn of ['Beslut om assistans', 'Utredning LSS']) {
      await binder(page).getByRole('checkbox', { name: namn }).focus();
      await page.keyboard.press('Space');
      await lasta(page, namn);
    }
  });
  await client.network.cut();
  await offline(page);
  await test.step('files are dropped in: one that is locked asks for its password', async () => {
    await slapp(page, [
      { namn: 'Protokoll från nämnden.pdf', bytes: await ordsidor(['Protokollet'], { losenord: 'nämnden' }) },
      { namn: 'trasig.pdf', bytes: (await ordsidor(['Trasig'])).subarray(0, 300) },
    ]);
    await expect(bunt(page).nth(3)).toContainText('Dokumentet är skadat eller inte helt.');
    await bunt(page).nth(3).getByRole('button', { name: 'Ta bort trasig ur bunten' }).click();
    await binder(page).getByLabel('Lösenord till Protokoll från nämnden').fill('nämnden');
    await page.keyboard.press('Enter');
    await expect(bunt(page).nth(2)).toContainText('1 sida · fil');
  });
  await test.step('BIND-03 by keys alone: the order, and which pages', async () => {
    await bunt(page)
      .nth(2)
      .getByRole('button', { name: /^Protokoll/ })
      .focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await ordning(page)).toEqual(['Protokoll från nämnden', 'Beslut om assistans', 'Utredning LSS']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const sidor = bunt(page).nth(2).getByRole('textbox', { name: 'Sidor' });
    await sidor.fill('2-9');
    await expect(bunt(page).nth(2)).toContainText('Dokumentet har 3 sidor.');
    await expect(binder(page).getByRole('button', { name: 'Bind', exact: true })).toHaveAttribute('aria-disabled', 'true');
    await sidor.fill('3, 1');
    await expect(binder(page)).toContainText('3 dokument, 5 sidor');
  });
  await test.step('and the arrows, and by the mouse', async () => {
    await bunt(page).nth(1).getByRole('button', { name: 'Flytta upp Beslut om assistans' }).click();
    expect(await ordning(page)).toEqual(['Beslut om assistans', 'Protokoll från nämnden', 'Utredning LSS']);
    await bunt(page).nth(2).locator('[draggable=true]').dragTo(bunt(page).nth(0));
    await expect.poll(() => ordning(page)).toEqual(['Utredning LSS', 'Beslut om assistans', 'Protokoll från nämnden']);
  });
  await test.step('Bind: the bundle is shown, with what is to be known of it', async () => {
    await binder(page)
      .getByRole('textbox', { name: /^Rubrik/ })
      .fill('Beslut och utredning');
    await binder(page).getByRole('checkbox', { name: 'Framsida med innehåll' }).check();
    await binder(page).getByRole('button', { name: 'Bind', exact: true }).click();
    await expect(granskat(page)).toContainText('Bunten är klar: 3 dokument, 6 sidor.');
    await expect(granskat(page)).toContainText('Protokoll från nämnden: Öppnades med lösenord. Bunten öppnas utan.');
    await expect(granskat(page).getByRole('region', { name: /^Sida 1 av 6/ })).toContainText('Beslut och utredning');
    await expect(granskat(page).getByRole('region', { name: /^Sida 2 av 6/ })).toContainText('Utredning tre');
  });
  await test.step('what is changed after that is bound again first', async () => {
    await binder(page).getByRole('checkbox', { name: 'Framsida med innehåll' }).uncheck();
    await expect(granskat(page)).toContainText('Bunten har ändrats sedan du band. Bind igen.');
    await binder(page).getByRole('button', { name: 'Bind', exact: true }).click();
    await expect(granskat(page)).toContainText('Bunten är klar: 3 dokument, 5 sidor.');
  });
  await test.step('BIND-02 it is saved in the akt, and opened', async () => {
    await page.keyboard.press('Control+s');
    await expect(binder(page)).toContainText('”Beslut och utredning” finns i akten.');
    await expect(binder(page).getByText('tom', { exact: true })).toBeVisible();
    await binder(page).getByRole('button', { name: 'Visa', exact: true }).click();
    const handling = page.getByRole('region', { name: 'Beslut och utredning', exact: true });
    await expect(handling).toContainText('Endast här');
    await expect(handling.getByRole('region', { name: /^Sida 1 av 5/ })).toContainText('Utredning tre');
  });
  await test.step('and reaches the server once there is one', async () => {
    await client.network.restore();
    await backOnline(page);
    await allSent(page);
  });
});

test('axe, 1366x768 and 200 %: PDF-binder empty, with documents, and bound', async ({ client, municipality }) => {
  await fileDocuments(municipality, [{ rubrik: 'Utlåtande', bytes: await ordsidor(['Ett', 'Två']) }]);
  const page = await atUtredning(client);
  await oppna(page);
  const knapp = (name: string | RegExp) => binder(page).getByRole('button', { name, exact: true });
  await test.step('empty', () => usable(page, [knapp('Hämta fil…'), knapp('Stäng')]));
  await binder(page).getByRole('checkbox', { name: 'Utlåtande' }).check();
  await lasta(page, 'Utlåtande');
  await test.step('with a document', () => usable(page, [knapp('Bind'), knapp(/^Ta bort Utlåtande ur bunten/)]));
  await knapp('Bind').click();
  await expect(granskat(page)).toContainText('Bunten är klar: 1 dokument, 2 sidor.');
  await test.step('bound', () => usable(page, [knapp('Skriv ut…'), knapp(/^Spara i akten för/)]));
});
