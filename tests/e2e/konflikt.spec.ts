import {
  allSent,
  atWork,
  backOnline,
  editor,
  linnea,
  node,
  offline,
  online,
  openDokumentation,
  openKund,
  openToWrite,
  reading,
  save,
  utredning,
  write,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const rubriker = ['Bedömning', 'Förslag till beslut', 'Den enskildes inställning', 'Barnets bästa'] as const;
const saras = (rubrik: string) => `Saras text om ${rubrik.toLowerCase()}.`;
const pers = (rubrik: string) => `Pers text om ${rubrik.toLowerCase()}.`;

test('FRAGA-61 FORB-34 two wrote in the same places: each of the four choices keeps every word', async ({ startClient }) => {
  const [sara, per] = [await startClient(), await startClient()];
  await atWork(sara);
  await atWork(per, 'Per Hallberg');
  for (const [client, textOf] of [
    [sara, saras],
    [per, pers],
  ] as const) {
    const { page } = client;
    await openKund(page, linnea);
    await openDokumentation(page, utredning);
    await client.network.cut();
    await offline(page);
    for (const rubrik of rubriker) {
      await openToWrite(page, new RegExp(`^${rubrik}`));
      await write(page, textOf(rubrik));
      await save(page);
    }
  }
  for (const client of [sara, per]) {
    await client.network.restore();
    await backOnline(client.page);
    await online(client.page);
    await allSent(client.page);
  }

  const { page } = per;
  await page.getByRole('button', { name: '4 konflikter' }).click();
  const desk = page.getByRole('region', { name: 'Konflikter att avgöra' });
  const settle = async (rubrik: (typeof rubriker)[number], choice: string) => {
    await page
      .getByRole('grid', { name: 'Utkorg och kvitton' })
      .getByRole('row')
      .filter({ hasText: rubrik })
      .filter({ hasText: 'Konflikt' })
      .first()
      .click();
    await expect(desk.getByRole('region', { name: 'Din text' })).toContainText(pers(rubrik));
    await expect(desk.getByRole('region', { name: 'Serverns text' })).toContainText(saras(rubrik));
    await desk.getByRole('button', { name: choice }).click();
  };
  const left = (count: number) => expect(page.getByRole('tab', { name: `Att åtgärda ${count}` })).toBeVisible();
  await left(4);
  await settle('Bedömning', 'Behåll serverns');
  await left(3);
  await settle('Förslag till beslut', 'Behåll din');
  await left(2);
  await settle('Den enskildes inställning', 'Behåll båda som två anteckningar');
  await left(1);
  await settle('Barnets bästa', 'Skriv ihop…');
  const together = editor(page);
  for (const text of [saras, pers]) await expect(together).toContainText(text('Barnets bästa'));
  await together.fill('Båda är överens om barnets bästa.');
  await page.getByRole('button', { name: 'Spara den sammanskrivna texten' }).click();
  await left(0);
  await allSent(page);

  await test.step('Sara sees what became of it', async () => {
    const text = reading(sara.page);
    const show = (rubrik: string) =>
      node(sara.page, new RegExp(`^${rubrik}`))
        .first()
        .click();
    await show('Förslag till beslut');
    await expect(text).toContainText(pers('Förslag till beslut'));
    await expect(text).not.toContainText(saras('Förslag till beslut'));
    await show('Bedömning');
    await expect(text).toContainText(saras('Bedömning'));
    await expect(text).not.toContainText(pers('Bedömning'));
    await show('Den enskildes inställning');
    for (const words of [saras, pers]) await expect(text).toContainText(words('Den enskildes inställning'));
    await show('Barnets bästa');
    await expect(text).toContainText('Båda är överens om barnets bästa.');
  });
});
