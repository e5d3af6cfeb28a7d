import { expect as anyExpect } from '@playwright/test';
import type { CentralServer } from '../e2e/fixtures/central-server.ts';
import type { Client } from '../e2e/fixtures/client.ts';
import { allSent, node, offline, online, openToWrite, reading, save, write } from '../e2e/fixtures/steps.ts';
import { behind } from './behind.ts';
import type { Report } from './report.ts';

const expect = anyExpect.configure({ timeout: 45_000 });

type Two = { server: CentralServer; tenant: string; first: Client; second: Client };

const texts = ['Saras förslag: assistans med 40 timmar i veckan.', 'Pers förslag: avvakta utlåtandet från habiliteringen.'] as const;

/** Two write under one rubrik without a network: the order of the server decides, the later text waits whole. */
export async function twoEditOneRubrik({ server, tenant, first, second }: Two, { step }: Pick<Report, 'step' | 'note'>): Promise<void> {
  const [saras, pers] = texts;
  await step('två skriver under samma rubrik utan nät', async () => {
    for (const [{ page, network }, text] of [
      [first, saras],
      [second, pers],
    ] as const) {
      await network.cut();
      await offline(page);
      await openToWrite(page, /^Förslag till beslut/);
      await write(page, text);
      await save(page);
    }
  });
  await step('båda får nät igen: den som kom först till servern står kvar', async () => {
    await first.network.restore();
    await online(first.page);
    await allSent(first.page);
    await second.network.restore();
    await online(second.page);
    await allSent(second.page);
    const [own, other] = await Promise.all([behind(server, tenant, saras), behind(server, tenant, pers)]);
    anyExpect([own.notes.length, own.saves.length, other.notes.length, other.saves.length]).toEqual([1, 1, 0, 0]);
    await node(second.page, /^Förslag till beslut/)
      .first()
      .click();
    await expect(reading(second.page)).toContainText(saras);
  });
  await step('den andra texten väntar hel i Att åtgärda, bredvid serverns', async () => {
    const { page } = second;
    await page.getByRole('button', { name: '1 konflikt' }).click();
    await expect(page.getByRole('tab', { name: 'Att åtgärda 1' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Din text' })).toContainText(pers);
    await expect(page.getByRole('region', { name: 'Serverns text' })).toContainText(saras);
  });
  await step('Behåll båda: servern har båda texterna, var och en exakt en gång', async () => {
    const { page } = second;
    await page.getByRole('button', { name: 'Behåll båda som två anteckningar' }).click();
    await expect(page.getByRole('tab', { name: 'Att åtgärda 0' })).toBeVisible();
    await allSent(page);
    for (const text of texts) anyExpect((await behind(server, tenant, text)).notes.length).toBe(1);
  });
}
