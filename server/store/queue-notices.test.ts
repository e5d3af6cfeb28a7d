import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Aviseras } from '../../shared/domain/command.ts';
import { type Etjanst, etjanstId, type Godkannande } from '../../shared/domain/etjanst/records.ts';
import { testServer } from '../testing/server.ts';
import { smallKommun } from '../testing/small-kommun.ts';
import { databaseOf } from './database-of.ts';
import { queueNotices } from './queue-notices.ts';

const at = testServer({ listen: false });
const nu = '2026-11-30T09:00:00.000Z';
const aktivering = {
  lage: 'aktiv' as const,
  begard: { anvandareId: randomUUID(), namn: 'Anna Ek', at: nu },
  fungerarFran: '2026-11-20',
  rev: randomUUID(),
};

async function kommun(etjanst: Partial<Etjanst>, godkannanden: Partial<Godkannande>[] = []) {
  const data = smallKommun();
  const [{ personId, scope }] = data.akter;
  const records = [
    { type: 'etjanst' as const, id: etjanstId(personId), data: { ...aktivering, inkomstblankett: true, ...etjanst } },
    ...godkannanden.map((over) => ({
      type: 'godkannande' as const,
      id: randomUUID(),
      data: {
        ...{ ...aktivering, fran: '2026-11-20', tom: '2027-11-20' },
        ...{ till: { kontaktId: randomUUID(), namn: 'Åsa', personnummer: '198501012382' }, ...over },
      },
    })),
  ].map((one) => ({ ...one, scope, schema: 1 }));
  const { tenant } = await at.kommun({ ...data, records: [...data.records, ...records] });
  const { store } = at.server;
  const queue = (...what: Aviseras[]) =>
    store.transaction(async (tx) => {
      const queued = await queueNotices(tx, tenant, what, nu);
      await tx.commit();
      return queued;
    });
  const notiser = async () => {
    const rows = await databaseOf(store).selectFrom('notis').selectAll().where('tenant', '=', tenant).execute();
    return rows.map(({ handelse, mottagare, kanal }) => `${handelse} ${mottagare === personId ? 'kunden' : mottagare} ${kanal}`).sort();
  };
  return { tenant, personId, records, queue, notiser };
}
const nytt = (personId: string, handelse = 'meddelande/1'): Aviseras => ({ handelse, slag: 'nytt', personId });

it('FORB-61 EAKT-11 of something new all are told who have the e-service, by the ways they chose; who acts for the kund in two units’ approvals once', async () => {
  const { personId, queue, notiser } = await kommun({ sms: { telefon: 1 } }, [
    { mobil: '070-1740602', epost: 'asa@exempel.se' },
    { mobil: '070-1740603', enhet: 'lss' },
    { lage: 'vantarPaNatten', epost: 'inte@exempel.se', till: { kontaktId: randomUUID(), namn: 'Bo', personnummer: '197001012383' } },
  ]);
  expect(await queue(nytt(personId), nytt(personId))).toBe(3);
  expect(await notiser()).toEqual(['meddelande/1 198501012382 epost', 'meddelande/1 198501012382 sms', 'meddelande/1 kunden sms']);
});

it('at most one of each event, person and way, also of two who say so at once; of another event there is another', async () => {
  const { personId, queue, notiser } = await kommun({ epost: 'linnea@exempel.se' });
  const antal = await Promise.all([queue(nytt(personId)), queue(nytt(personId)), queue(nytt(personId))]);
  expect(antal.sort()).toEqual([0, 0, 1]);
  await queue(nytt(personId, 'meddelande/2'));
  expect(await notiser()).toEqual(['meddelande/1 kunden epost', 'meddelande/2 kunden epost']);
});

it('one record alone, of its own akt; nobody where there is none, or who chose no way', async () => {
  const { personId, records, queue, notiser } = await kommun({ lage: 'vantarPaNatten', epost: 'linnea@exempel.se' }, [{}]);
  const [hens, utan] = records.map(({ id }) => id);
  const ett = (postId: string, over: Partial<Aviseras> = {}): Aviseras => ({
    ...{ handelse: `aktiverad/${postId}`, slag: 'aktiverad', personId, postId, ...over },
  });
  expect(await queue(ett(utan ?? ''), ett(randomUUID()), ett(hens ?? '', { personId: randomUUID() }))).toBe(0);
  expect(await queue(ett(hens ?? ''))).toBe(1);
  expect(await notiser()).toEqual([`aktiverad/${hens} kunden epost`]);
  expect(await queue(nytt(personId)), 'it is not on yet').toBe(0);
});

it('what is not committed is to be told to nobody', async () => {
  const { tenant, personId, notiser } = await kommun({ epost: 'linnea@exempel.se' });
  await at.server.store.transaction((tx) => queueNotices(tx, tenant, [nytt(personId)], nu));
  expect(await notiser()).toEqual([]);
});
