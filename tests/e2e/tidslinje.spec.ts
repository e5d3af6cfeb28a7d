import type { Locator } from '@playwright/test';
import { atWork, expand, linnea, node, openKund, utredning } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

async function edges(of: Locator): Promise<{ left: number; right: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not shown');
  return { left: box.x, right: box.x + box.width };
}

test('the timeline: what has ended stands left of today, what goes on reaches the edge', async ({ client }) => {
  const page = await atWork(client);
  await openKund(page, linnea);
  await expand(page, 'LSS utredning o verkställighet');
  await node(page, utredning).dblclick();
  await page.getByRole('tab', { name: 'Tidslinje', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Visa avslutade' }).check();
  await page.getByRole('tab', { name: 'År', exact: true }).click();
  const bars = (row: RegExp) => page.getByRole('row').filter({ hasText: row }).first().locator('svg').first();
  const today = await edges(page.locator('[data-idag]'));

  const ended = bars(/Verkställighet \d{6}-\d{6} /);
  const room = await edges(ended);
  const bar = await edges(ended.locator('rect'));
  expect(bar.left).toBeGreaterThan(room.left);
  expect(bar.right).toBeGreaterThan(bar.left + 50);
  expect(bar.right).toBeLessThan(today.left);

  const ongoing = await edges(bars(/Verkställighet \d{6}- /).locator('rect'));
  expect(ongoing.left).toBeGreaterThan(bar.right);
  expect(ongoing.left).toBeLessThan(today.left);
  expect(Math.abs(ongoing.right - room.right)).toBeLessThan(2);
});
