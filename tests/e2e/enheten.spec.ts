import type { Page } from '@playwright/test';
import { valj } from './fixtures/arende.ts';
import { allSent, atWork, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

async function oppnaEnheten(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verktyg', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Enheten', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Handläggare i enheten' })).toBeVisible();
}

test('ROLL-10 the enhetschef sees what each has, and gives all of one handläggare to another, who has it on their page', async ({
  startClient,
}) => {
  const [chef, per] = [await startClient(), await startClient()];
  await atWork(per, 'Per Hallberg');
  const page = await atWork(chef, 'Katarina Wallin');
  await oppnaEnheten(page);
  const rad = (namn: string) => rows(page, 'Handläggare i enheten').filter({ hasText: namn });
  await rad('Sara Nyström').click();
  const lista = page.getByRole('region', { name: 'Hos Sara Nyström' });
  await expect(rows(page, 'Hos Sara Nyström').first()).toBeVisible();

  await rows(page, 'Hos Sara Nyström')
    .filter({ hasText: 'Persson, Ove' })
    .filter({ hasText: 'Utredning', hasNotText: 'Beräknad' })
    .first()
    .click({ modifiers: ['Control'] });
  await rows(page, 'Hos Sara Nyström')
    .filter({ hasText: 'Strand, Ida' })
    .filter({ hasText: 'Aktualisering', hasNotText: 'Beräknad' })
    .first()
    .click({ modifiers: ['Control'] });
  await usable(page, [lista.getByRole('button', { name: 'Lämna över…' })]);
  await lista.getByRole('button', { name: 'Lämna över…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lämna över 2 poster från Sara Nyström' });
  await valj(page, dialog, 'Lämna över till', 'Per Hallberg');
  await usable(page, [dialog.getByRole('button', { name: 'Lämna över', exact: true })]);
  await dialog.getByRole('button', { name: 'Lämna över', exact: true }).click();
  await expect(dialog.getByText(/^Alla 2 är köade till Per Hallberg/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stäng' }).click();
  await allSent(page);
  await expect(rows(per.page, 'Pågående utredningar').filter({ hasText: 'Persson, Ove' })).toBeVisible();
  await expect(rows(per.page, 'Ej behandlade aktualiseringar').filter({ hasText: 'Strand, Ida' })).toBeVisible();
});
