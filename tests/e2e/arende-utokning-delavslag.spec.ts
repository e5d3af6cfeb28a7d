import { plusManader, sistaDagen } from '../../shared/util/datum.ts';
import { aktBakom } from './fixtures/akt-bakom.ts';
import {
  beslutSparat,
  bestall,
  bestallningSkickad,
  dag,
  fatta,
  form,
  fyllBeslut,
  knapp,
  nyttArende,
  synka,
  valj,
} from './fixtures/arende.ts';
import { atWork, offline } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

/** Three whole months from the next one. */
const fran = `${plusManader(dag(), 1).slice(0, 7)}-01`;
const manader = [0, 1, 2].map((at) => plusManader(fran, at).slice(0, 7));
const tom = sistaDagen(`${manader[2]}-01`);

test('FORB-24 FORB-26 tillfällig utökning over three months and a delavslag, offline and then synced', async ({
  client,
  municipality,
  centralServer,
}) => {
  const page = await atWork(client);
  const [utokad = '', delad = ''] = centralServer.freeNumbers;
  await client.network.cut();
  await offline(page);

  await test.step('FORB-24 one operation makes a beslut for each month', async () => {
    await nyttArende(page, { nummer: utokad, efternamn: 'Utökad', fornamn: 'Ulla' }, ['Personlig assistans, tillfällig utökning']);
    await page.keyboard.press('Control+4');
    const beslut = await fyllBeslut(page, { fran, tom, tim: '30', personkrets: '1' });
    await expect(beslut.getByRole('group', { name: 'Månadsbeslut' }).getByRole('row')).toHaveCount(4);
    await knapp(beslut, 'Spara 3 beslut för').click();
    await beslutSparat(page);
  });
  await test.step('FORB-24 the months are ordered together, but for one that another utförare gets', async () => {
    await knapp(page, 'Gör beställning').click();
    const bestallning = form(page, 'Beställning');
    const saknas = page.getByRole('table', { name: 'Bifall och beställningar' }).getByRole('cell', { name: 'Beställning saknas' });
    await valj(page, bestallning, 'Utförare', 'Lss, Eget Val (privat)');
    const aven = bestallning.getByRole('group', { name: 'Beställ även' });
    await expect(aven.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await aven.getByRole('checkbox').last().uncheck();
    await knapp(bestallning, 'Spara och nästa bifall').click();
    await expect(saknas).toHaveCount(1);
    await valj(page, bestallning, 'Utförare', 'Enhetschef, Personlig Assistans (kommunal)');
    await expect(aven).toHaveCount(0);
    await page.keyboard.press('Control+s');
    await bestallningSkickad(page);
    await expect(saknas).toHaveCount(0);
  });
  await test.step('FORB-26 Delvis bifall makes a bifall and an avslag that belong together', async () => {
    await nyttArende(page, { nummer: delad, efternamn: 'Delad', fornamn: 'Dan' }, ['Ledsagarservice']);
    await fatta(page, { utfall: 'Delvis bifall', fran: dag(), tim: '12', personkrets: '3' });
    await bestall(page);
  });

  await synka(client);
  await test.step('the server has the same', async () => {
    const ulla = await aktBakom(centralServer, municipality.tenant, utokad);
    const serie = ulla.list('beslut').map(({ data }) => data);
    expect(serie.map(({ giltigFran }) => giltigFran?.slice(0, 7)).sort()).toEqual(manader);
    expect(new Set(serie.map(({ koppling }) => koppling?.id)).size).toBe(1);
    expect(new Set(serie.map(({ omfattning }) => `${omfattning?.minuter} ${omfattning?.enhet}`))).toEqual(new Set(['1800 År']));
    expect(new Set(ulla.list('bestallning').map(({ data }) => data.beslutId)).size).toBe(3);
    expect(
      ulla
        .list('bestallning')
        .map(({ data }) => data.insatser.join())
        .sort(),
    ).toEqual(['Biträde av assistans', 'Pers ass tillf utök', 'Pers ass tillf utök']);
    const dan = await aktBakom(centralServer, municipality.tenant, delad);
    const [en, annan] = dan.list('beslut').map(({ data }) => data);
    expect([en?.utfall, annan?.utfall].sort()).toEqual(['avslag', 'bifall']);
    expect(en?.koppling).toEqual(annan?.koppling);
    expect(dan.one('bestallning').data).toMatchObject({ insatser: ['Ledsagarservice'], omfattning: { minuter: 720, enhet: 'Månad' } });
  });
});
