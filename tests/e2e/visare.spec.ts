import type { Locator, Page } from '@playwright/test';
import { type Avkodare, fileDocuments, lager, lankar, ordsidor, osynligt, skanning } from './fixtures/dokument.ts';
import { atUtredning, atWork, editor, expand, linnea, node, offline, openKund, openToWrite, utredning, write } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const bredvid = (page: Page): Locator => page.getByRole('complementary', { name: 'Dokument bredvid' });
const sida = (page: Page, nummer: number): Locator => bredvid(page).getByRole('region', { name: new RegExp(`^Sida ${nummer} av `) });
const visad = (page: Page): Locator => bredvid(page).getByRole('textbox', { name: /^Sida, av / });

async function visa(page: Page, rubrik: string): Promise<void> {
  if (!(await bredvid(page).isVisible())) await page.keyboard.press('Alt+d');
  await bredvid(page)
    .getByRole('button', { name: new RegExp(`^${rubrik}`) })
    .click();
}

/** The share of a drawn page's pixels that are dark, in its upper and lower half; undefined while it is not drawn. */
const morker = (page: Page, nummer: number): Promise<[number, number] | undefined> =>
  sida(page, nummer)
    .locator('canvas')
    .first()
    .evaluate((duk: HTMLCanvasElement) => {
      const { width, height } = duk;
      const pixlar = duk.getContext('2d')?.getImageData(0, 0, width, height).data;
      if (!pixlar) return undefined;
      const halva = (from: number, to: number) => {
        let morka = 0;
        for (let at = from * width * 4; at < to * width * 4; at += 4)
          if ((pixlar[at] ?? 255) < 100 && (pixlar[at + 3] ?? 0) > 200) morka += 1;
        return morka / ((to - from) * width);
      };
      return [halva(0, Math.floor(height / 2)), halva(Math.floor(height / 2), height)] as [number, number];
    })
    .catch(() => undefined);

test('VY-01, FORB-51 a document is read beside what is written, each with its own scroll, and in tabs; offline too', async ({
  client,
  municipality,
}) => {
  const sidor = Array.from({ length: 12 }, (_, index) => `Sida nummer ${index + 1}`);
  await fileDocuments(municipality, [
    { rubrik: 'ADL-bedömning', bytes: await ordsidor(['ADL']) },
    { rubrik: 'Utlåtande', bytes: await ordsidor(sidor), avsandare: 'Habiliteringen' },
  ]);
  const page = await atUtredning(client);
  await openToWrite(page, /^Anteckningar/);
  await write(page, 'Enligt utlåtandet');

  await test.step('the document is drawn, the pane is written in', async () => {
    await visa(page, 'Utlåtande');
    await expect.poll(async () => ((await morker(page, 1)) ?? [0])[0]).toBeGreaterThan(0.001);
    await expect(editor(page)).toContainText('Enligt utlåtandet');
    await editor(page).click();
    await write(page, ' behöver hon hjälp');
    await expect(sida(page, 1)).toContainText('Sida nummer 1');
  });
  await test.step('each has its own scroll', async () => {
    await visad(page).fill('9');
    await visad(page).press('Enter');
    await expect(sida(page, 9)).toContainText('Sida nummer 9');
    await expect(editor(page)).toBeInViewport();
    await expect(editor(page)).toContainText('Enligt utlåtandet behöver hon hjälp');
  });
  await test.step('tabs at the top, and each document where it was left', async () => {
    await bredvid(page).getByRole('button', { name: 'Öppna fler dokument' }).click();
    await page.getByRole('menuitem', { name: /^ADL-bedömning/ }).click();
    await expect(sida(page, 1)).toContainText('ADL');
    await bredvid(page).getByRole('tab', { name: 'Utlåtande' }).click();
    await expect(visad(page)).toHaveValue('9');
    await expect(sida(page, 9)).toContainText('Sida nummer 9');
  });
  await test.step('the split is moved by keys and remembered', async () => {
    const list = page.getByRole('separator', { name: 'Dokumentets bredd' });
    const before = Number(await list.getAttribute('aria-valuenow'));
    await list.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(list).toHaveAttribute('aria-valuenow', String(before + 32));
    await page.keyboard.press('Alt+d');
    await expect(bredvid(page)).toBeHidden();
    await page.keyboard.press('Alt+d');
    await expect(list).toHaveAttribute('aria-valuenow', String(before + 32));
    await expect(visad(page)).toHaveValue('9');
  });
  await test.step('offline, after a restart', async () => {
    await client.network.cut();
    const again = await client.restart();
    await again.getByRole('option', { name: 'Sara Nyström' }).dblclick();
    await offline(again);
    await again.getByRole('tab', { name: /Ekström, Linnea/ }).click();
    await expect(sida(again, 1)).toContainText('Sida nummer 1');
    await expect.poll(async () => ((await morker(again, 1)) ?? [0])[0]).toBeGreaterThan(0.001);
  });
});

for (const avkodare of ['CCITTFaxDecode', 'JBIG2Decode', 'JPXDecode'] as Avkodare[]) {
  test(`a scan in ${avkodare} is drawn, and not white`, async ({ client, municipality }) => {
    await fileDocuments(municipality, [{ rubrik: 'Skanning', bytes: await skanning(avkodare) }]);
    const page = await atUtredning(client);
    const fel: string[] = [];
    page.on('console', (said) => {
      if (said.type() === 'error') fel.push(said.text());
    });
    await visa(page, 'Skanning');
    await expect.poll(async () => ((await morker(page, 1)) ?? [0, 0])[1]).toBeGreaterThan(0.99);
    const [over] = (await morker(page, 1)) ?? [1];
    if (avkodare !== 'JPXDecode') expect(over).toBeLessThan(0.02);
    await expect(bredvid(page).getByText('Allt i dokumentet går inte att visa')).toBeHidden();
    expect(fel).toEqual([]);
  });
}

test('UTSK-05 a document with a picture that cannot be decoded says so, and is not printed white', async ({ client, municipality }) => {
  await fileDocuments(municipality, [{ rubrik: 'Trasig', bytes: await skanning('JPXDecode', { trasig: true }) }]);
  const page = await atWork(client);
  await openKund(page, linnea);
  await expand(page, /^LSS utredning o verkställighet/);
  await expand(page, utredning);
  await node(page, /Trasig/).dblclick();
  await expect(page.getByText('Allt i dokumentet går inte att visa')).toBeVisible();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-utskriven', '');
  });
  await page.getByRole('button', { name: 'Skriv ut…' }).click();
  const ruta = page.getByRole('dialog');
  await ruta.getByRole('checkbox', { name: 'Jag har kontrollerat namn och personnummer' }).check();
  await ruta.getByRole('button', { name: 'Skriv ut 1 sida' }).click();
  await expect(ruta).toContainText('En bild i dokumentet går inte att läsa');
  await expect(page.locator('body[data-utskriven]')).toHaveCount(0);
});

test('search finds å as one character or two, counts the hits and goes between them', async ({ client, municipality }) => {
  await fileDocuments(municipality, [
    { rubrik: 'Utlåtande', bytes: await ordsidor(['Hon behöver gå ut', 'inget', 'på väg att gå hem och gå ut', 'ga']) },
  ]);
  const page = await atUtredning(client);
  await visa(page, 'Utlåtande');
  await expect(sida(page, 1)).toContainText('Hon behöver');
  await bredvid(page).getByRole('document').focus();
  await page.keyboard.press('Control+f');
  const box = bredvid(page).getByRole('search');
  const said = box.getByRole('status');
  for (const ord of ['gå', 'ga\u030a', 'GÅ']) {
    await box.getByRole('textbox').fill(ord);
    await expect(said).toHaveText('1 av 3');
  }
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('2 av 3');
  await expect(visad(page)).toHaveValue('3');
  await page.keyboard.press('Shift+Enter');
  await expect(said).toHaveText('1 av 3');
  await box.getByRole('textbox').fill('finns ej');
  await expect(said).toHaveText('Inga träffar');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(bredvid(page).getByRole('document')).toBeFocused();
});

test('what a file has and is not drawn is told, and what lies in a hidden layer is neither found nor selected', async ({
  client,
  municipality,
}) => {
  await fileDocuments(municipality, [
    { rubrik: 'Blankett', bytes: await osynligt() },
    { rubrik: 'Ritning', bytes: await lager() },
  ]);
  const page = await atUtredning(client);
  const sagt = bredvid(page).getByText('Det här finns i filen men visas inte');
  await visa(page, 'Blankett');
  await expect(sagt).toContainText('val i ett formulär (sida 1), stämplar eller tillägg (sida 1), filer inuti dokumentet (bilaga.txt)');
  await bredvid(page).getByRole('button', { name: 'Stäng dokumentet' }).click();

  await visa(page, 'Ritning');
  await expect(sida(page, 1)).toContainText('Visat lager');
  await expect(sida(page, 1)).toContainText('Inget lager');
  await expect(sida(page, 1)).not.toContainText('Dolt lager');
  await expect(sagt).toBeHidden();
  await bredvid(page).getByRole('document').focus();
  await page.keyboard.press('Control+f');
  const box = bredvid(page).getByRole('search');
  await box.getByRole('textbox').fill('lager');
  await expect(box.getByRole('status')).toHaveText('1 av 2');
  await box.getByRole('textbox').fill('Dolt');
  await expect(box.getByRole('status')).toHaveText('Inga träffar');
});

test('zoom, rotation, thumbnails and pages by keyboard; text is copied', async ({ client, municipality }) => {
  await fileDocuments(municipality, [{ rubrik: 'Utlåtande', bytes: await ordsidor(['Första sidan', 'Andra', 'Tredje']) }]);
  const page = await atUtredning(client);
  await visa(page, 'Utlåtande');
  await expect(sida(page, 1)).toContainText('Första');
  const bredd = async () => (await sida(page, 1).boundingBox())?.width ?? 0;
  const fran = await bredd();
  await bredvid(page).getByRole('document').focus();
  await page.keyboard.press('Control++');
  await expect.poll(bredd).toBeGreaterThan(fran * 1.05);
  await page.keyboard.press('Control+-');
  await page.keyboard.press('Control+0');
  await expect.poll(bredd).toBeCloseTo(fran, 0);
  await page.keyboard.press('ArrowRight');
  await expect(visad(page)).toHaveValue('2');
  await page.keyboard.press('ArrowLeft');
  await expect(visad(page)).toHaveValue('1');
  await page.keyboard.press('r');
  await expect
    .poll(async () => {
      const box = await sida(page, 1).boundingBox();
      return box !== null && box.width > box.height;
    })
    .toBe(true);
  await page.keyboard.press('R');
  await page.keyboard.press('F4');
  const mini = bredvid(page).getByRole('listbox', { name: 'Miniatyrer' });
  await mini.getByRole('option', { name: 'Sida 3' }).click();
  await expect(visad(page)).toHaveValue('3');
  await mini.focus();
  await page.keyboard.press('Home');
  await expect(visad(page)).toHaveValue('1');

  await bredvid(page)
    .getByRole('button', { name: /^Storlek/ })
    .click();
  await page.getByRole('menuitemradio', { name: '150 %' }).click();
  await expect(bredvid(page).getByRole('button', { name: 'Storlek: 150 %' })).toBeVisible();

  const copied = await sida(page, 1)
    .getByText('Första sidan')
    .evaluate((ord) => {
      const range = document.createRange();
      range.selectNodeContents(ord);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return String(getSelection());
    });
  expect(copied).toBe('Första sidan');
});

test('a locked document asks for its password, å, ä and ö in it', async ({ client, municipality }) => {
  await fileDocuments(municipality, [{ rubrik: 'Låst', bytes: await ordsidor(['Hemligt'], { losenord: 'åäö Sjö1' }) }]);
  const page = await atUtredning(client);
  await visa(page, 'Låst');
  const box = bredvid(page).getByLabel('Lösenord');
  await box.fill('fel');
  await page.keyboard.press('Enter');
  await expect(bredvid(page).getByText('Lösenordet stämmer inte')).toBeVisible();
  await box.fill('åäö Sjö1'.normalize('NFD'));
  await page.keyboard.press('Enter');
  await expect(sida(page, 1)).toContainText('Hemligt');
});

test('what is no PDF, is cut off, or has no pages is told in words, and nothing is drawn', async ({ client, municipality }) => {
  const hel = await ordsidor(['Hel']);
  const tom = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n',
  );
  await fileDocuments(municipality, [
    { rubrik: 'Brev', bytes: Buffer.from('Det här är ingen PDF.') },
    { rubrik: 'Avhuggen', bytes: hel.subarray(0, 120) },
    { rubrik: 'Tomt', bytes: tom },
  ]);
  const page = await atUtredning(client);
  await visa(page, 'Brev');
  await expect(bredvid(page).getByText('Filen går inte att läsa')).toBeVisible();
  await bredvid(page).getByRole('button', { name: 'Stäng dokumentet' }).click();
  await visa(page, 'Avhuggen');
  await expect(bredvid(page).getByText('Filen går inte att läsa')).toBeVisible();
  await bredvid(page).getByRole('button', { name: 'Stäng dokumentet' }).click();
  await visa(page, 'Tomt');
  await expect(bredvid(page).getByText(/har inga sidor|går inte att läsa/)).toBeVisible();
  await expect(bredvid(page).locator('canvas')).toHaveCount(0);
});

test('links lead within the document and never out of it', async ({ client, municipality }) => {
  await fileDocuments(municipality, [{ rubrik: 'Länkar', bytes: await lankar() }]);
  const page = await atUtredning(client);
  await visa(page, 'Länkar');
  await expect(sida(page, 1)).toContainText('Med tre');
  const ut = sida(page, 1).getByTitle(/öppnas inte: https:\/\/exempel\.invalid/);
  await expect(ut).not.toHaveAttribute('href');
  const asked: string[] = [];
  page.context().on('page', (one) => asked.push(one.url()));
  page.on('request', (request) => asked.push(request.url()));
  // It is told to be of no use; a user presses it all the same.
  await ut.click({ force: true });
  await sida(page, 1).locator('.linkAnnotation a[href]').first().click();
  await expect(visad(page)).toHaveValue('2');
  expect(asked.filter((url) => !url.startsWith('http://127.0.0.1'))).toEqual([]);
});

test('a large document is read a piece at a time, and pages far from the screen are released', async ({ client, municipality }) => {
  const sidor = Array.from({ length: 60 }, (_, index) => `Sida nummer ${index + 1}`);
  await fileDocuments(municipality, [{ rubrik: 'Pärm', bytes: await ordsidor(sidor, { tyngd: 50_000 }) }]);
  const page = await atUtredning(client);
  await visa(page, 'Pärm');
  for (const nummer of [1, 60, 31, 12, 48, 24, 6, 54, 18, 42, 36, 3, 57]) {
    await visad(page).fill(String(nummer));
    await visad(page).press('Enter');
    await expect(sida(page, nummer)).toContainText(`Sida nummer ${nummer}`);
    await expect.poll(async () => ((await morker(page, nummer)) ?? [0])[0]).toBeGreaterThan(0.001);
  }
  expect(await bredvid(page).locator('canvas').count()).toBeLessThan(25);
});

test('files that are changed at random are shown or refused, and the program goes on', async ({ client, municipality }) => {
  const hel = await ordsidor(['Första sidan', 'Andra sidan', 'Tredje sidan']);
  // The same at each run.
  let fro = 8;
  const nasta = (under: number) => {
    fro = (fro * 1_103_515_245 + 12_345) % 2 ** 31;
    return fro % under;
  };
  const andrad = (antal: number) => {
    const bytes = Uint8Array.from(hel);
    for (let n = 0; n < antal; n += 1) bytes[nasta(bytes.length)] = nasta(256);
    return bytes;
  };
  const antal = 12;
  await fileDocuments(
    municipality,
    Array.from({ length: antal }, (_, n) => ({ rubrik: `Fil ${String(n).padStart(2, '0')}`, bytes: andrad(2 ** (n % 6)) })),
  );
  const page = await atUtredning(client);
  for (let n = 0; n < antal; n += 1) {
    await visa(page, `Fil ${String(n).padStart(2, '0')}`);
    const ritad = bredvid(page).locator('.page[aria-busy="false"]').first();
    const nekad = bredvid(page).getByText(/går inte att läsa|har inga sidor|låst med ett lösenord/);
    await expect(ritad.or(nekad).first()).toBeVisible();
    await bredvid(page).getByRole('button', { name: 'Stäng dokumentet' }).click();
  }
  await openToWrite(page, /^Anteckningar/);
  await write(page, 'Det går att arbeta vidare');
});
