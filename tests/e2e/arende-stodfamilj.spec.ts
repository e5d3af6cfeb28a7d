import { aktBakom } from './fixtures/akt-bakom.ts';
import { bestall, dag, fatta, nyttArende, synka } from './fixtures/arende.ts';
import { atWork, offline } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

test('FORB-28 BEST-KORT-03 korttidsvistelse in a stödfamilj: two bifall with one nivå, one beställning, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  const [nummer = ''] = centralServer.freeNumbers;
  await client.network.cut();
  await offline(page);
  await nyttArende(page, { nummer, efternamn: 'Kort', fornamn: 'Kaj' }, ['Korttidsvistelse i stödfamilj']);
  await fatta(page, { fran: dag(), niva: '2', personkrets: '1' });
  await bestall(page);
  await expect(page.getByRole('table', { name: 'Bifall och beställningar' }).getByRole('row')).toHaveCount(2);
  await synka(client);

  const akt = await aktBakom(centralServer, municipality.tenant, nummer);
  const beslut = akt.list('beslut').map(({ data }) => data);
  expect(beslut.map(({ beslutsnamn, niva }) => `${beslutsnamn} ${niva}`).sort()).toEqual([
    'LSS Korttidsvistelse Bifall 2',
    'LSS Stödfamilj Bifall 2',
  ]);
  expect(beslut[0]?.koppling).toEqual(beslut[1]?.koppling);
  const stodfamilj = akt.list('beslut').find(({ data }) => data.beslutsnamn === 'LSS Stödfamilj Bifall');
  expect(akt.one('bestallning').data).toMatchObject({ beslutId: stodfamilj?.id, insatser: ['Stödfamilj 2'] });
});
