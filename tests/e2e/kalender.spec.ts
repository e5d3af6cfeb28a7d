import type { Locator, Page } from '@playwright/test';
import { dag } from './fixtures/arende.ts';
import { atWork, offline } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const kalender = (page: Page): Locator => page.getByRole('grid', { name: /^Att göra, / });

async function openKalender(page: Page): Promise<void> {
  await page.keyboard.press('Alt+b');
  await page.getByRole('region', { name: 'Bevakningar' }).getByRole('tab', { name: 'Kalender' }).click();
  await expect(kalender(page)).toBeVisible();
}

test('KLOCK-13 without a network: a month and a week of what is due, walked by the arrows, each day’s list opened', async ({
  startClient,
}) => {
  const sara = await startClient();
  const page = await atWork(sara);
  await sara.network.cut();
  await offline(page);
  await openKalender(page);
  const idag = kalender(page).getByRole('gridcell', { name: /, idag/ });
  await expect(idag).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^\d+ att göra/)).toBeVisible();
  await test.step('the arrows go by days and weeks, Enter to the list of the day', async () => {
    await idag.focus();
    await page.keyboard.press('ArrowDown');
    await expect(kalender(page).locator('[aria-selected="true"]')).toHaveAttribute('data-dag', dag(7));
    await expect(kalender(page).locator(`[data-dag="${dag(7)}"]`)).toBeFocused();
    await page.keyboard.press('PageDown');
    await expect(kalender(page).locator('[aria-selected="true"]')).not.toHaveAttribute('data-dag', dag(7));
    await page.getByRole('button', { name: 'Idag', exact: true }).click();
    await kalender(page).locator('strong').first().click();
    await kalender(page).locator('[aria-selected="true"]').focus();
    await page.keyboard.press('Enter');
    await expect(
      page
        .getByRole('grid', { name: /^Bevakningar \d{4}/ })
        .getByRole('row')
        .nth(1),
    ).toBeFocused();
  });
  await test.step('a week says what and whose', async () => {
    await page.getByRole('tab', { name: 'Vecka', exact: true }).click();
    await expect(page.getByRole('heading', { level: 3, name: /^vecka \d+, \d{4}/ })).toBeVisible();
  });
  await test.step('and all of it can be reached at 200 %', async () => {
    const [manad, nu] = [page.getByRole('tab', { name: 'Månad', exact: true }), page.getByRole('button', { name: 'Idag', exact: true })];
    await manad.click();
    await usable(page, [nu, manad, kalender(page).locator('[aria-selected="true"]')]);
  });
});
