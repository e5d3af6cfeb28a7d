import { expect as anyExpect, type Page } from '@playwright/test';
import {
  allSent,
  ask,
  choose,
  editor,
  expand,
  firstSync,
  kundShown,
  linnea,
  node,
  offline,
  online,
  openDokumentation,
  openKund,
  openToWrite,
  pane,
  reading,
  save,
  search,
  sign,
  signIn,
  utredning,
  write,
} from '../e2e/fixtures/steps.ts';
import { watchFor } from './arrival.ts';
import { behind } from './behind.ts';
import { wholeChain } from './chain.ts';
import type { Report } from './report.ts';
import type { Stage } from './stage.ts';
import { twoEditOneRubrik } from './two-edit.ts';

const expect = anyExpect.configure({ timeout: 45_000 });

const words = 'Linnea berättar att hon vill bestämma själv vem som hjälper henne på morgonen.';
const cutOff = ' Hon säger också att kvällarna är sv';

/** A whole number opens its kund at once; the other forms give a list (SOK-03 to SOK-07). */
const wholeNumbers: [name: string, text: string][] = [
  ['personnummer, 12 siffror (SOK-03)', '199904122380'],
  ['personnummer, 10 siffror (SOK-03)', '990412-2380'],
];
const forms: [name: string, text: string][] = [
  ['sex siffror och stjärna (SOK-04)', '990412*'],
  ['efternamn förnamn (SOK-05)', 'Ekström Linnea'],
  ['*förnamn (SOK-06)', '*Linnea'],
  ['efternamn* (SOK-07)', 'Ekstr*'],
];

/** A morning's work without a network, a crash in the middle of it, two who write in one place, and a whole case. */
export async function story(stage: Stage, { step, note }: Pick<Report, 'step' | 'note'>): Promise<void> {
  const { server, tenant, newClient } = stage;
  const sara = await step('klienten startar', newClient);
  await step('loggar in som Sara Nyström', () => signIn(sara.page, 'Sara Nyström'));
  await step('första hämtningen', () => firstSync(sara.page));
  await step('nätet bryts: Krisläge', async () => {
    await sara.network.cut();
    await offline(sara.page);
  });
  for (const [name, text] of wholeNumbers) {
    await step(`söker utan nät: ${name}`, async () => {
      await ask(sara.page, text);
      await kundShown(sara.page, linnea);
      await sara.page.keyboard.press('Control+w');
      await expect(sara.page.getByRole('tab', { name: /Ekström/ })).toHaveCount(0);
    });
  }
  for (const [name, text] of forms) {
    await step(`söker utan nät: ${name}`, async () => {
      const found = await search(sara.page, text);
      await expect(found.filter({ hasText: linnea })).toHaveCount(1);
    });
  }
  await step('öppnar kunden och trädet utan nät', async () => {
    await openKund(sara.page, linnea);
    await expand(sara.page, 'LSS utredning o verkställighet');
    await expect(node(sara.page, utredning)).toBeVisible();
  });
  await step('skriver under Bedömning; utkastet är på disk', async () => {
    await openDokumentation(sara.page, utredning);
    await openToWrite(sara.page, /^Bedömning/);
    await write(sara.page, words);
  });
  await step('kill -9 mitt i skrivandet', async () => {
    await sara.page.keyboard.type(cutOff);
    await sara.kill();
  });
  await step('startar igen på samma data, utan nät, och loggar in', async () => {
    await signIn(await sara.restart(), 'Sara Nyström');
    await offline(sara.page);
  });
  await step('texten är kvar, ord för ord', async () => {
    await kundTab(sara.page);
    await openToWrite(sara.page, /^Bedömning/);
    const text = (await editor(sara.page).textContent()) ?? '';
    anyExpect(text.slice(0, words.length)).toBe(words);
    anyExpect(cutOff.startsWith(text.slice(words.length))).toBe(true);
    note(`${text.length - words.length} av de ${cutOff.length} sista tecknen hann till disken före kill -9`);
  });
  await step('Spara och Signera utan nät', async () => {
    await save(sara.page);
    await sign(sara.page);
    await expect(node(sara.page, /^Bedömning, signerad/)).toBeVisible();
    await expect(sara.page.getByRole('button', { name: 'Utkorg: 2 köade' })).toBeVisible();
  });

  const per = await step('en andra handläggare, Per Hallberg, har samma dokument framme', async () => {
    const client = await newClient();
    await signIn(client.page, 'Per Hallberg');
    await firstSync(client.page);
    await openKund(client.page, linnea);
    await openDokumentation(client.page, utredning);
    await choose(client.page, node(client.page, /^Utredningsdokument/), 'Öppna trädet');
    await node(client.page, /^Bedömning/).click();
    await expect(reading(client.page).getByRole('heading', { name: 'Bedömning' })).toBeInViewport();
    return client;
  });
  const arrived = await watchFor(per.page, words);
  await step('nätet är tillbaka: Mottagen av servern', async () => {
    await sara.network.restore();
    await online(sara.page);
    await allSent(sara.page);
  });
  await step('servern har anteckningen exakt en gång, signerad (command_log och record)', async () => {
    const { notes, saves, signings } = await behind(server, tenant, words);
    anyExpect([notes.length, saves.length, signings.length]).toEqual([1, 1, 1]);
    anyExpect(notes[0]?.data).toHaveProperty('signerad.namn', 'Sara Nyström');
  });
  await step('Per ser den inom en sekund', async () => {
    const at = await arrived();
    const { saves } = await behind(server, tenant, words);
    const took = at - Date.parse(saves[0]?.server_at ?? '');
    note(`server → Pers skärm: ${took} ms`);
    anyExpect(took).toBeLessThan(1000);
    await expect(reading(per.page).getByRole('article').filter({ hasText: words })).toContainText(/Signerad .*Sara Nyström/);
  });
  const both = { server, tenant, first: sara, second: per };
  await twoEditOneRubrik(both, { step, note });
  await wholeChain(both, { step });
}

/** The kund's tab is there again after a restart, with the dokumentation that was open. */
async function kundTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Ekström, Linnea Maria/ }).click();
  await kundShown(page, linnea);
  await expect(
    pane(page)
      .or(node(page, /^Bedömning/))
      .first(),
  ).toBeVisible();
}
