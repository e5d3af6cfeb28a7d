import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Aviseras } from '../../shared/domain/command.ts';
import { etjanstKommun, ombudetsNummer } from '../testing/etjanst-kommun.ts';
import { testServer } from '../testing/server.ts';
import { queueNotices } from './queue-notices.ts';

const at = testServer({ listen: false });
const nytt = (personId: string, handelse = 'meddelande/1'): Aviseras => ({ handelse, slag: 'nytt', personId });
const kommun = async (over: Parameters<typeof etjanstKommun>[1]) => {
  const made = await etjanstKommun(at, over);
  return { ...made, queued: async () => (await made.notices()).map(({ om }) => om).sort() };
};

it('FORB-61 EAKT-11 of something new all are told who have the e-service, by the ways they chose; who acts for the kund in two units’ approvals once', async () => {
  const { personId, queue, queued } = await kommun({
    etjanst: { sms: { telefon: 1 } },
    godkannanden: [
      { mobil: '070-1740602', epost: 'asa@exempel.se' },
      { mobil: '070-1740603' },
      { lage: 'vantarPaNatten', epost: 'inte@exempel.se', till: { kontaktId: randomUUID(), namn: 'Bo', personnummer: '197001012383' } },
    ],
  });
  expect(await queue(nytt(personId), nytt(personId))).toBe(3);
  expect(await queued()).toEqual([`meddelande/1 ${ombudetsNummer} epost`, `meddelande/1 ${ombudetsNummer} sms`, 'meddelande/1 kunden sms']);
});

it('at most one of each event, person and way, also of two who say so at once; of another event there is another', async () => {
  const { personId, queue, queued } = await kommun({ etjanst: { epost: 'linnea@exempel.se' } });
  const antal = await Promise.all([queue(nytt(personId)), queue(nytt(personId)), queue(nytt(personId))]);
  expect(antal.sort()).toEqual([0, 0, 1]);
  await queue(nytt(personId, 'meddelande/2'));
  expect(await queued()).toEqual(['meddelande/1 kunden epost', 'meddelande/2 kunden epost']);
});

it('one record alone, of its own akt; nobody where there is none, or who chose no way', async () => {
  const { personId, postId, godkannandeIds, queue, queued } = await kommun({
    ...{ etjanst: { lage: 'vantarPaNatten', epost: 'linnea@exempel.se' }, godkannanden: [{}] },
  });
  const ett = (id: string, over: Partial<Aviseras> = {}): Aviseras => ({
    ...{ handelse: `aktiverad/${id}`, slag: 'aktiverad', personId, postId: id, ...over },
  });
  expect(await queue(ett(godkannandeIds[0] ?? ''), ett(randomUUID()), ett(postId, { personId: randomUUID() }))).toBe(0);
  expect(await queue(ett(postId))).toBe(1);
  expect(await queued()).toEqual([`aktiverad/${postId} kunden epost`]);
  expect(await queue(nytt(personId)), 'it is not on yet').toBe(0);
});

it('what is not committed is to be told to nobody', async () => {
  const { tenant, personId, queued } = await kommun({ etjanst: { epost: 'linnea@exempel.se' } });
  await at.server.store.transaction((tx) => queueNotices(tx, tenant, [nytt(personId)], '2026-11-30T09:00:00.000Z'));
  expect(await queued()).toEqual([]);
});
