import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import { KirUnavailable, KirUnreadable } from '../kir/kir.ts';
import { databaseOf } from '../store/database-of.ts';
import { createAct } from '../sync/act.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { systemClock } from '../util/clock.ts';
import { reconcileKir } from './reconcile-kir.ts';

const at = testServer();
let answer: (personnummer: string) => KirPost | undefined;
const asked: string[] = [];
const kir = {
  async sok(personnummer: string) {
    asked.push(personnummer);
    return answer(personnummer);
  },
};
const post = (more: Partial<KirPost> = {}): KirPost => ({
  personnummer: '199904122380',
  fodelsedatum: '1999-04-12',
  efternamn: 'Åkesson',
  fornamn: 'Märta Elisabet',
  skydd: 'ingen',
  folkbokfordIKommunen: true,
  ...more,
});
const unread: string[] = [];
let now = new Date('2026-11-29T08:00:00.000Z');
const clock = { now: () => now };
beforeEach(() => {
  unread.length = 0;
  asked.length = 0;
});

/** A municipality with one kund who was registered while the register could not be asked. */
async function registered(more: Parameters<typeof person>[0] = {}) {
  const { tenant } = await at.kommun();
  const personId = randomUUID();
  const scope = aktScope(personId);
  const data = person({ kir: { status: 'ejKontrollerad', at: '2026-11-20T08:00:00.000Z' }, ...more });
  const db = databaseOf(at.server.store);
  await db
    .insertInto('record')
    .values({ tenant, id: personId, type: 'person', scope, version: 1, schema: 1, data: JSON.stringify(data), buckets: ['org:lss'] })
    .execute();
  const act = createAct({ store: at.server.store, rulebook, clock: systemClock, hooks: {} });
  const job = reconcileKir(at.server.store.ejKontrollerade, act, kir, {
    clock,
    onUnread: (_, { personId: of }) => unread.push(of),
  });
  const run = () => job.run(tenant);
  const akt = async () => {
    const rows = await db
      .selectFrom('record')
      .select(['type', 'data', 'buckets'])
      .where('tenant', '=', tenant)
      .where('scope', '=', scope)
      .execute();
    return new Map(rows.map(({ type, data: found, buckets }) => [type, { data: found as Record<string, unknown>, buckets }]));
  };
  const log = () =>
    db.selectFrom('command_log').select(['name', 'outcome', 'input', 'anvandare_id']).where('tenant', '=', tenant).execute();
  return { run, akt, log, personId, tenant };
}

it('FRAGA-05 lays the answer in the akt as a proposal, once, and changes nothing of the person', async () => {
  const { run, akt } = await registered();
  answer = () => post();
  await run();
  const after = await akt();
  expect(after.get('kirForslag')).toMatchObject({ data: { post: { fornamn: 'Märta Elisabet' } }, buckets: ['org:lss'] });
  expect(after.get('person')?.data).toMatchObject({ fornamn: 'Märta', kir: { status: 'ejKontrollerad' } });
  await run();
  expect(asked, 'its answer waits: it is not asked again').toEqual(['199904122380']);
});

it('FRAGA-05 also tells that the register does not know the person', async () => {
  const { run, akt } = await registered();
  answer = () => undefined;
  await run();
  expect((await akt()).get('kirForslag')?.data).not.toHaveProperty('post');
});

it('FRAGA-05 asks again later when the register still does not answer', async () => {
  const { run, akt } = await registered();
  answer = () => {
    throw new KirUnavailable('closed');
  };
  await run();
  expect((await akt()).has('kirForslag')).toBe(false);
  answer = () => post();
  await run();
  expect((await akt()).has('kirForslag')).toBe(true);
});

it('FRAGA-62 a protection the register knows of counts at once, and moves the akt', async () => {
  const { run, akt, log } = await registered({ adress: { gata: 'Storgatan 1', postnummer: '252 23', ort: 'Ängelby' } });
  answer = () => post({ skydd: 'skyddadFolkbokforing', adress: { gata: 'Storgatan 1', postnummer: '252 23', ort: 'Ängelby' } });
  await run();
  const after = await akt();
  expect(after.get('person')).toMatchObject({ data: { skydd: 'skyddadFolkbokforing' }, buckets: ['skyddad:lss'] });
  expect(JSON.stringify([...after])).not.toContain('Storgatan');
  expect(JSON.stringify(await log()), 'nor in the log').not.toContain('Storgatan');
});

it('FRAGA-62 of someone who is protected here the register’s address stays out of the log, whatever it says of protection', async () => {
  const { run, log } = await registered({ skydd: 'sekretessmarkering' });
  answer = () => post({ adress: { gata: 'Storgatan 1', postnummer: '252 23', ort: 'Ängelby' } });
  await run();
  expect(await log()).toMatchObject([{ outcome: 'ok' }]);
  expect(JSON.stringify(await log())).not.toContain('Storgatan');
});

it('FRAGA-62 whom the register calls near, protected perhaps, is copied neither into the akt nor into the log', async () => {
  const { run, akt, log } = await registered();
  const relation = { relation: 'Mor', vardnadshavare: true };
  answer = () =>
    post({
      relationer: [
        { ...relation, namn: 'Åkesson, Greta', personnummer: '189001019802', skydd: 'skyddadFolkbokforing' },
        { ...relation, namn: 'Åkesson, Sten', personnummer: '189001029819' },
      ],
    });
  await run();
  const [after, rows] = [await akt(), await log()];
  expect(after.get('kirForslag')?.data).toMatchObject({ post: { fornamn: 'Märta Elisabet' } });
  expect(rows).toMatchObject([{ name: 'kir.svara', outcome: 'ok' }]);
  expect(JSON.stringify([[...after], rows])).not.toMatch(/Greta|189001019802|Sten|189001029819/);
});

it('the answer is in the command log and in the history of the akt, as a client’s commands are', async () => {
  const { run, akt, log, personId } = await registered();
  answer = () => post();
  await run();
  expect(await log()).toMatchObject([{ name: 'kir.svara', outcome: 'ok', input: { personId }, anvandare_id: systemaktorId }]);
  const { data } = (await akt()).get('handelse') ?? {};
  expect(data).toMatchObject({ kommando: 'kir.svara', namn: 'Folkbokföringen', poster: [{ type: 'kirForslag', op: 'ny' }] });
});

it('FRAGA-06 does not ask about a number the municipality made up itself', async () => {
  const { run } = await registered({ nummerSlag: 'interim' });
  answer = () => post();
  await run();
  expect(asked).toEqual([]);
});

it('FRAGA-05 one whose answer cannot be read is passed over and told of; those behind are asked, and it is asked again later', async () => {
  const { run, akt, tenant, personId } = await registered({ personnummer: '198001012389' });
  const db = databaseOf(at.server.store);
  const behind = randomUUID();
  const data = person({ kir: { status: 'ejKontrollerad', at: '2026-11-20T08:00:00.000Z' }, personnummer: '198001022388' });
  await db
    .insertInto('record')
    .values({
      tenant,
      id: behind,
      type: 'person',
      scope: aktScope(behind),
      version: 2,
      schema: 1,
      data: JSON.stringify(data),
      buckets: ['org:lss'],
    })
    .execute();
  answer = (personnummer) => {
    if (personnummer === '198001012389') throw new KirUnreadable('nonsense');
    return post({ personnummer, skydd: 'sekretessmarkering' });
  };
  await run();
  expect(asked).toEqual(['198001012389', '198001022388']);
  expect(unread).toEqual([personId]);
  const row = await db.selectFrom('record').select('data').where('id', '=', behind).executeTakeFirst();
  expect(row?.data).toMatchObject({ skydd: 'sekretessmarkering' });
  await run();
  expect(asked, 'not again at once').toHaveLength(2);
  answer = (personnummer) => post({ personnummer });
  now = new Date('2026-11-29T15:00:00.000Z');
  await run();
  expect((await akt()).has('kirForslag')).toBe(true);
});
