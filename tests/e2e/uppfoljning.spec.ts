import type { Locator, Page } from '@playwright/test';
import { aktBakom } from './fixtures/akt-bakom.ts';
import { dag, falt, form, iTradet, knapp, synka, valj } from './fixtures/arende.ts';
import { atWork, choose, offline, openKund } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const [kund, nummer] = ['Johansson, Roger Stefan', '197711282397'];
const beslutet = /^LSS Daglig verksamhet Bifall/;
const lista = (page: Page): Locator => page.getByRole('list', { name: /^Uppföljningar av LSS Daglig verksamhet Bifall/ });
const mal = (inside: Locator, nr: number): Locator => inside.getByRole('group', { name: `Mål ${nr}`, exact: true });

/** From the kund's tab to how the beslut is followed up. */
async function openUppfoljningar(page: Page): Promise<Locator> {
  await choose(page, await iTradet(page, /^LSS Utredning/, beslutet), 'Uppföljningar');
  const dialog = page.getByRole('dialog', { name: 'Uppföljningar', exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('UPPF-01 UPPF-02 without a network: planned, held with its goals and signed; its outcome opens the next step; a colleague has it after the sync', async ({
  startClient,
  municipality,
  centralServer,
}) => {
  const [sara, per] = [await startClient(), await startClient()];
  const page = await atWork(sara);
  await atWork(per, 'Per Hallberg');
  await sara.network.cut();
  await offline(page);
  await openKund(page, kund);
  const dialog = await openUppfoljningar(page);

  await test.step('planned', async () => {
    await knapp(dialog, 'Planera uppföljning').click();
    const planera = form(page, 'Planera uppföljning');
    await falt(planera, 'Dag').fill(dag(7));
    await usable(page, [falt(planera, 'Dag'), knapp(planera, /^Planera$/)]);
    await page.keyboard.press('Control+s');
    await expect(planera).toBeHidden();
    await expect(lista(page)).toContainText(`Planerad ${dag(7)} av Sara Nyström.`);
  });
  const planerad = lista(page)
    .getByRole('listitem')
    .filter({ hasText: `Planerad ${dag(7)}` });
  await usable(page, [
    knapp(planerad, 'Genomför'),
    knapp(planerad, 'Felmarkera'),
    knapp(dialog, 'Planera uppföljning'),
    knapp(dialog, 'Stäng'),
  ]);

  await test.step('held: the goals met, partly and not', async () => {
    await knapp(planerad, 'Genomför').click();
    const hallen = form(page, 'Genomförd uppföljning');
    await falt(hallen, 'Genomförd dag').fill(dag());
    await valj(page, hallen, 'Hur', 'Besök');
    await hallen.getByRole('checkbox', { name: 'Den enskilde', exact: true }).check();
    for (const [nr, [ett, utfall]] of (
      [
        ['Komma till verksamheten fyra dagar i veckan', 'Uppnått'],
        ['Åka dit själv', 'Delvis uppnått'],
        ['Prova en praktikplats', 'Inte uppnått'],
      ] as const
    ).entries()) {
      await knapp(hallen, 'Lägg till mål').click();
      await falt(hallen, `Mål ${nr + 1}`).fill(ett);
      await mal(hallen, nr + 1)
        .getByRole('radio', { name: utfall, exact: true })
        .check();
    }
    await falt(hallen, 'Sammanfattning').fill('Roger vill ha en annan verksamhet, närmare hemmet.');
    await hallen.getByRole('radio', { name: 'Omprövning', exact: true }).check();
    await expect(hallen.getByText('När du sparar öppnas en ny aktualisering av omprövning.')).toBeVisible();
    await usable(page, [
      falt(hallen, 'Genomförd dag'),
      falt(hallen, 'Mål 1'),
      mal(hallen, 3).getByRole('radio', { name: 'Inte uppnått', exact: true }),
      knapp(hallen, 'Ta bort mål 3'),
      falt(hallen, 'Sammanfattning'),
      hallen.getByRole('radio', { name: 'Insatsen avslutas', exact: true }),
      knapp(hallen, 'Signera och spara'),
    ]);
    await knapp(hallen, 'Signera och spara').click();
    await expect(hallen).toBeHidden();
  });
  await test.step('which opens the omprövning, begun from the beslut', async () => {
    await expect(dialog).toBeHidden();
    const aktualisering = form(page, 'Aktualisering');
    await expect(aktualisering.getByRole('radio', { name: 'Omprövning', exact: true })).toBeChecked();
    await expect(falt(aktualisering, 'Anteckning')).toHaveValue(new RegExp(`^Uppföljning ${dag()} av LSS Daglig verksamhet Bifall`));
  });
  await synka(sara);

  await test.step('the colleague reads what came of it', async () => {
    const hos = per.page;
    await openKund(hos, kund);
    await openUppfoljningar(hos);
    const rad = lista(hos)
      .getByRole('listitem')
      .filter({ hasText: `Genomförd ${dag()}, planerad ${dag(7)}.` });
    await expect(rad).toContainText('Besök. Omprövning.');
    await expect(rad).toContainText('Signerad av Sara Nyström');
    await expect(rad.getByRole('list', { name: `Mål ${dag()}` }).getByRole('listitem')).toHaveText([
      'Komma till verksamheten fyra dagar i veckan: uppnått.',
      'Åka dit själv: delvis uppnått.',
      'Prova en praktikplats: inte uppnått.',
    ]);
    // Another's, which he may not mark.
    await expect(knapp(rad, 'Felmarkera')).toHaveAttribute('aria-disabled', 'true');
    await usable(hos, [rad, knapp(hos.getByRole('dialog'), 'Stäng')]);
  });
  const akt = await aktBakom(centralServer, municipality.tenant, nummer);
  expect(akt.list('uppfoljning').filter(({ data }) => data.planerad === dag(7))).toMatchObject([
    { data: { genomford: { dag: dag(), hur: 'Besök', medVem: ['Den enskilde'], utfall: 'omprovning' } } },
  ]);
});
