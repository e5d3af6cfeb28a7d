import type { Locator, Page } from '@playwright/test';
import { dag, falt, form, iTradet, knapp } from './fixtures/arende.ts';
import { atWork, choose, openKund } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

/** From the kund's tab to what is noted of an individuell plan. */
async function openPlan(page: Page): Promise<Locator> {
  await choose(page, await iTradet(page, /^LSS Utredning/, /^LSS Daglig verksamhet Bifall/), 'Individuell plan');
  const plan = form(page, 'Individuell plan');
  await expect(plan).toBeVisible();
  return plan;
}

test('KLOCK-12 an individuell plan is noted as offered; axe, 1366x768 and 200 %', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, 'Johansson, Roger Stefan');
  const plan = await openPlan(page);
  const steg = (namn: string): Locator => plan.getByRole('radio', { name: namn, exact: true });
  await usable(page, [
    ...['Erbjuden', 'Den enskilde vill ha en', 'Avböjd', 'Upprättad'].map(steg),
    plan.getByText('Omprövad', { exact: true }),
    falt(plan, 'Dag'),
    falt(plan, 'Anteckning'),
    knapp(plan, 'Notera'),
  ]);
  await steg('Erbjuden').check();
  await falt(plan, 'Dag').fill(dag());
  await page.keyboard.press('Control+s');
  await expect(plan).toBeHidden();
  await openPlan(page);
  await expect(plan).toContainText(`Senast erbjuden eller avböjd ${dag()}.`);
  await usable(page, [knapp(plan, `Felmarkera Erbjuden ${dag()}`)]);
});
