import {
  allSent,
  atUtredning,
  atWork,
  choose,
  editor,
  linnea,
  node,
  openDokumentation,
  openKund,
  openToWrite,
  pane,
  reading,
  save,
  sign,
  write,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test.beforeEach(async ({ client }) => {
  await atUtredning(client);
});

test('DOK-02 to DOK-07, DOK-13, DOK-14, SYM-18, SYM-19 a journal note: written, signed, locked, felmarkerad, corrected', async ({
  client: { page },
}) => {
  await test.step('DOK-03, DOK-04 Anteckningar opens a new empty note in the lower box', async () => {
    await openToWrite(page, 'Anteckningar');
    await expect(editor(page)).toHaveText('');
    await write(page, 'God man ringde om hembesöket.');
    await pane(page).getByRole('textbox', { name: 'Titel' }).fill('Telefon, hembesök');
    await expect(node(page, /Telefon, hembesök, utkast finns bara här/)).toBeVisible();
  });
  await test.step('DOK-06, FORB-16 Spara, then Signera with its preview', async () => {
    await save(page);
    await expect(node(page, /Telefon, hembesök, inte signerad/)).toBeVisible();
    await pane(page).getByRole('button', { name: 'Signera', exact: true }).click();
    const preview = page.getByRole('alertdialog');
    for (const text of [linnea, '19990412-2380', 'Telefon, hembesök', 'God man ringde om hembesöket.']) {
      await expect(preview).toContainText(text);
    }
    await preview.getByRole('button', { name: 'Avbryt' }).click();
    await expect(editor(page)).toBeFocused();
    await sign(page);
  });
  const signed = node(page, /Telefon, hembesök, signerad/);
  await test.step('DOK-06, DOK-07 it is ticked and locked', async () => {
    await signed.dblclick();
    await expect(reading(page).getByRole('article').filter({ hasText: 'God man ringde' })).toContainText('Signerad');
    await expect(editor(page)).toBeHidden();
  });
  await test.step('DOK-13, DOK-14 Felmarkera wants a reason, keeps the text with a cross, and starts a corrected copy', async () => {
    await choose(page, signed, 'Felmarkera');
    const question = page.getByRole('alertdialog');
    await question.getByRole('textbox', { name: /Orsak/ }).fill('Fel dag');
    await question.getByRole('checkbox', { name: 'Skapa rättad kopia' }).check();
    await question.getByRole('button', { name: 'Ja, felmarkera' }).click();
    await expect(node(page, /Telefon, hembesök, felmarkerad/)).toBeVisible();
    await expect(editor(page)).toHaveText('God man ringde om hembesöket.');
    await node(page, /Telefon, hembesök, felmarkerad/).click();
    const wrong = reading(page).getByRole('article').filter({ hasText: 'Fel dag' });
    await expect(wrong).toContainText('God man ringde om hembesöket.');
    await expect(wrong.getByRole('img', { name: 'Felmarkerad' })).toBeVisible();
    await sign(page);
    await expect(signed).toBeVisible();
    await allSent(page);
  });
});

test('DOK-08 to DOK-11, FRAS-01 to -03, SYM-09, SYM-10, SNAV-04 the Utredningsdokument, its phrases and the hammer', async ({
  client: { page },
}) => {
  await test.step('DOK-08, SNAV-04 double click, Öppna trädet and the purple arrow show the whole of it', async () => {
    const whole = () => reading(page).getByRole('heading', { level: 3 });
    await node(page, /^Utredningsdokument/).dblclick();
    await expect(whole().first()).toHaveText('Ansökan');
    const arrow = page.getByRole('button', { name: /^Öppna hela journalen/ });
    await node(page, /^Aktuell situation/).click();
    await arrow.click(); // back to what is marked
    await expect(whole()).toHaveText(['Aktuell situation']);
    await node(page, /^Utredningsjournal/).click();
    await arrow.click();
    await expect(reading(page)).toContainText('Utredningsjournal, hela trädet');
    await expect(reading(page).getByRole('article')).toHaveCount(5);
    await choose(page, node(page, /^Utredningsdokument/), 'Öppna trädet');
    await node(page, /^Beslut/).click();
    await expect(whole().last()).toHaveText('Beslut'); // under the others, not alone
    await expect(whole().first()).not.toHaveText('Beslut');
  });
  await test.step('DOK-09, FRAS-03 a rubrik is written under; a phrase goes in by a click and by keyboard', async () => {
    await openToWrite(page, /^Den enskildes inställning/);
    const phrases = pane(page).getByRole('complementary').getByRole('button');
    const first = (await phrases.first().textContent()) ?? '';
    await phrases.filter({ hasText: first }).first().click();
    await expect(editor(page)).not.toHaveText('');
    const length = ((await editor(page).textContent()) ?? '').length;
    await page.keyboard.press('Control+Space');
    await expect(phrases.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(editor(page)).toBeFocused();
    expect(((await editor(page).textContent()) ?? '').length).toBeGreaterThan(length);
  });
  await test.step('FRAS-02, FORB-18 the hammer is marked where there is help and shows it', async () => {
    const hammer = pane(page).getByRole('button', { name: /^Hjälpfrastext/ });
    await openToWrite(page, /^Grundläggande behov/);
    await expect(page.getByRole('region', { name: 'Hjälpfrastext' })).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByRole('region', { name: 'Hjälpfrastext' })).toBeHidden();
    await hammer.click();
    await expect(page.getByRole('region', { name: 'Hjälpfrastext' })).toContainText('Beskriv varje grundläggande behov');
    await openToWrite(page, 'Anteckningar');
    await expect(hammer).toHaveAttribute('aria-disabled', 'true');
  });
});

test('FORB-17, DOK-05 sizes, tabs, tree and a draft are there again after kill -9 and restart', async ({ client }) => {
  const box = () => pane(client.page);
  const heightOf = async () => (await box().boundingBox())?.height ?? 0;
  await openToWrite(client.page, /^Bedömning/);
  await write(client.page, 'Här slutade jag.');
  const bar = client.page.getByRole('separator', { name: 'Skrivrutans höjd' });
  await expect(bar).toHaveAttribute('aria-valuenow', '350');
  expect(Math.round(await heightOf())).toBe(350);
  await bar.focus();
  for (let step = 0; step < 5; step++) await client.page.keyboard.press('ArrowDown');
  await expect(bar).toHaveAttribute('aria-valuenow', '270');
  await openKund(client.page, 'Persson, Ove');
  await client.page.getByRole('tab', { name: linnea }).click();
  await expect(editor(client.page)).toHaveText('Här slutade jag.');
  await expect(editor(client.page)).toBeFocused();
  await client.page.keyboard.press('Control+End');
  await write(client.page, ' Nästan.'); // on disk after the tabs are
  await client.kill();

  await client.restart();
  const page = await atWork(client);
  await expect(page.getByRole('tab')).toContainText(['Mina sidor', 'Social och vård dokumentation', linnea, 'Persson, Ove']);
  await page.getByRole('tab', { name: linnea }).click();
  await expect(editor(page)).toHaveText('Här slutade jag. Nästan.');
  await expect(page.getByRole('separator', { name: 'Skrivrutans höjd' })).toHaveAttribute('aria-valuenow', '270');
  expect(Math.round(await heightOf())).toBe(270);
  await expect(node(page, /^Bedömning, utkast finns bara här/)).toHaveAttribute('aria-selected', 'true');
});

test('ROLL-03, FORB-15, DOK-10 to DOK-12 the utförare’s verkställighet is read, LSS Insatser is written', async ({ client: { page } }) => {
  await page.getByRole('button', { name: 'Till kundens rubrikträd' }).click();
  await openDokumentation(page, /^Rekrytering LSS-insatser/);
  await expect(page.getByText('Läsläge')).toBeVisible();
  await expect(page.getByText('Verkställigheten hör till utföraren och kan bara skrivas av dem.')).toBeVisible();
  await node(page, /./).last().dblclick();
  await expect(editor(page)).toBeHidden();
  await page.getByRole('button', { name: 'Skriv i LSS Insatser' }).click();
  await expect(page.getByText('Läsläge')).toBeHidden();
  await node(page, /./).first().dblclick(); // DOK-12: sub-headings are shown
  await openToWrite(page, /^Uppföljning/);
  await write(page, 'Insatsen följdes upp med utföraren.');
  await save(page);
  await allSent(page);
});

test('SYM-10 DOK-04 what is marked is in view: marked again after scrolling away, and when the writing pane takes the room', async ({
  client: { page },
}) => {
  await choose(page, node(page, /^Utredningsdokument/), 'Öppna trädet');
  const heading = (name: string) => reading(page).getByRole('heading', { name });
  await node(page, /^Bedömning/).click();
  await expect(heading('Bedömning')).toBeInViewport();
  await reading(page).hover();
  await page.mouse.wheel(0, -5000);
  await expect(heading('Bedömning')).not.toBeInViewport();
  await node(page, /^Bedömning/).click();
  await expect(heading('Bedömning')).toBeInViewport();
  await openToWrite(page, /^Förslag till beslut/);
  await expect(heading('Förslag till beslut')).toBeInViewport();
});
