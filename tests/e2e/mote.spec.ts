import { mkdir, readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { dag, falt, form, iArendet, knapp, synka, valj } from './fixtures/arende.ts';
import { atWork, editor, linnea, offline, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

/** So high that the whole list is drawn, and as high as it was. */
const [hog, vanlig] = [
  { width: 1366, height: 3000 },
  { width: 1366, height: 768 },
];

const moten = (page: Page): Locator => page.getByRole('dialog', { name: 'Möten och hembesök', exact: true });
const motet = (page: Page, namn: RegExp): Locator => moten(page).getByRole('listitem', { name: namn });

async function openMoten(page: Page): Promise<void> {
  await iArendet(page, 'Möten och hembesök');
  await expect(moten(page)).toBeVisible();
}

async function planera(page: Page, uppgifter: { slag: string; dag: string; fran: string; plats: string; syfte: string }): Promise<void> {
  await knapp(moten(page), 'Planera möte').click();
  const ny = form(page, 'Planera möte');
  await valj(page, ny, 'Möte', uppgifter.slag);
  await falt(ny, 'Dag').fill(uppgifter.dag);
  await falt(ny, 'Börjar').fill(uppgifter.fran);
  await falt(ny, 'Plats').fill(uppgifter.plats);
  await falt(ny, 'Syfte').fill(uppgifter.syfte);
  await usable(page, [
    ny.getByRole('combobox', { name: 'Möte', exact: true }),
    falt(ny, 'Syfte'),
    ny.getByRole('combobox', { name: 'Hör till', exact: true }),
    knapp(ny, /^Planera$/),
  ]);
  await page.keyboard.press('Control+s');
  await expect(ny).toBeHidden();
}

test('MOTE-01 to MOTE-04 without a network: a meeting is planned, is on Mina sidor on its day, is held and begins its note; another is inställt; a colleague has them after the sync', async ({
  startClient,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const page = await atWork(sara);
  await atWork(per, 'Per Hallberg');
  await sara.network.cut();
  await offline(page);
  await openKund(page, linnea);
  await openMoten(page);
  const [hembesok, samtal] = [/^Hembesök .* kl\. 10\.15/, /^Telefonmöte .* kl\. 14\.45/];

  await test.step('two are planned', async () => {
    await planera(page, { slag: 'Hembesök', dag: dag(), fran: '10.15', plats: 'Björkvägen 3', syfte: 'Gå igenom behoven' });
    await planera(page, { slag: 'Telefonmöte', dag: dag(9), fran: '14.45', plats: 'Via växeln', syfte: 'Stämma av förslaget' });
    await expect(motet(page, hembesok)).toContainText('Planerat');
    await usable(page, [
      knapp(motet(page, hembesok), 'Genomfört'),
      knapp(motet(page, samtal), 'Ställ in'),
      knapp(motet(page, samtal), 'Kalenderfil…'),
      knapp(moten(page), 'Stäng'),
    ]);
  });

  await test.step('the calendar file says what and when, not with whom, where or why', async () => {
    const mapp = `${sara.dataDir}-ut`;
    await mkdir(mapp);
    await knapp(motet(page, samtal), 'Kalenderfil…').click();
    const spara = form(page, 'Spara som fil');
    await falt(spara, 'Mapp').fill(mapp);
    await spara.getByRole('checkbox', { name: /^Jag behöver filen/ }).check();
    await usable(page, [falt(spara, 'Mapp'), knapp(spara, 'Spara filen')]);
    await knapp(spara, 'Spara filen').click();
    const filen = await readFile((await spara.locator('strong').textContent()) ?? '', 'utf8');
    expect(filen).toContain('SUMMARY:Telefonmöte');
    expect(filen).toContain(dag(9).replaceAll('-', ''));
    expect(filen).not.toMatch(/Linnea|Ekström|växeln|förslaget/);
    await knapp(spara, 'Stäng').click();
  });

  await test.step('the other is inställt', async () => {
    await knapp(motet(page, samtal), 'Ställ in').click();
    const fraga = form(page, 'Ställa in mötet?');
    await falt(fraga, 'Orsak').fill('Linnea är bortrest');
    await usable(page, [falt(fraga, 'Orsak'), knapp(fraga, 'Ja, ställ in')]);
    await knapp(fraga, 'Ja, ställ in').click();
    await expect(motet(page, samtal)).toContainText('Inställt av Sara Nyström: Linnea är bortrest');
    await knapp(moten(page), 'Stäng').click();
  });

  const alla = rows(page, 'Bevakningar');
  const rad = alla.filter({ hasText: linnea }).filter({ hasText: /Hembesök/ });
  await test.step('on its day it is on Mina sidor, by the rule', async () => {
    await page.getByRole('tab', { name: 'Mina sidor' }).click();
    await page.setViewportSize(hog);
    await expect(rad).toContainText(`Hembesök kl. 10.15, planerat ${dag()}`);
    await expect(rad).toContainText('Beräknad');
    await page.setViewportSize(vanlig);
    await page.getByRole('tab', { name: linnea }).click();
  });

  await test.step('held: its note is begun with what is known', async () => {
    await openMoten(page);
    await knapp(motet(page, hembesok), 'Genomfört').click();
    await knapp(motet(page, hembesok), 'Skriv anteckning').click();
    await expect(editor(page)).toContainText(`Hembesök ${dag()} kl. 10.15.`);
    await expect(editor(page)).toContainText('Plats: Björkvägen 3.');
    await expect(editor(page)).toContainText('Syfte: Gå igenom behoven');
    await page.getByRole('tab', { name: 'Mina sidor' }).click();
    await page.setViewportSize(hog);
    await expect(alla.last()).toBeVisible();
    await expect(rad).toHaveCount(0);
    await page.setViewportSize(vanlig);
  });
  await synka(sara);

  await test.step('the colleague has both', async () => {
    const hos = per.page;
    await openKund(hos, linnea);
    await openMoten(hos);
    await expect(motet(hos, hembesok)).toContainText('Genomfört');
    await expect(motet(hos, hembesok)).toContainText('Planerat av Sara Nyström');
    await expect(motet(hos, samtal)).toContainText('Inställt av Sara Nyström: Linnea är bortrest');
  });
});
