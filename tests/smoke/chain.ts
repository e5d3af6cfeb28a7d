import { expect as anyExpect } from '@playwright/test';
import { aktBakom } from '../e2e/fixtures/akt-bakom.ts';
import { aktualiseraOchInled, bestall, dag, fatta, registrera, synka } from '../e2e/fixtures/arende.ts';
import type { Client } from '../e2e/fixtures/client.ts';
import { ask, kundShown, offline } from '../e2e/fixtures/steps.ts';
import type { Report } from './report.ts';
import type { Stage } from './stage.ts';

type Both = Pick<Stage, 'server' | 'tenant'> & { first: Client; second: Client };

/** From the first letter to the sent beställning without a network, and what the server and a colleague then have of it. */
export async function wholeChain({ server, tenant, first, second }: Both, { step }: Pick<Report, 'step'>): Promise<void> {
  const { page } = first;
  const [nummer = ''] = server.freeNumbers;
  await step('registrerar en ny kund utan nät', async () => {
    await first.network.cut();
    await offline(page);
    await registrera(page, { nummer, efternamn: 'Nyman', fornamn: 'Nils' });
  });
  await step('aktualisering och utredning utan nät', () => aktualiseraOchInled(page, ['Ledsagarservice']));
  await step('beslut utan nät', () => fatta(page, { fran: dag(), tim: '12', personkrets: '3' }));
  await step('beställning utan nät', () => bestall(page));
  await step('nätet är tillbaka: servern har kedjan, en av varje', async () => {
    await synka(first);
    const akt = await aktBakom(server, tenant, nummer);
    const beslut = akt.one('beslut');
    anyExpect(akt.one('aktualisering').data.utredningId).toBe(akt.one('utredning').id);
    anyExpect(beslut.data.utfall).toBe('bifall');
    anyExpect(akt.one('bestallning').data.beslutId).toBe(beslut.id);
  });
  await step('Per öppnar den nya kunden', async () => {
    await ask(second.page, nummer);
    await kundShown(second.page, 'Nyman, Nils');
  });
}
