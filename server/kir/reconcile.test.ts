import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { aktScope } from '../../shared/domain/records.ts';
import { systemClock } from '../clock.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { KirUnavailable } from './kir.ts';
import { reconcileKir } from './reconcile.ts';

const at = testServer();
let answer: () => KirPost | undefined;
const asked: string[] = [];
const kir = {
  async sok(personnummer: string) {
    asked.push(personnummer);
    return answer();
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
beforeEach(() => {
  asked.length = 0;
});

/** A municipality with one kund who was registered while the register could not be asked. */
async function registered(more: Parameters<typeof person>[0] = {}) {
  const { tenant } = await at.kommun();
  const personId = randomUUID();
  const scope = aktScope(personId);
  const data = person({ kir: { status: 'ejKontrollerad', at: '2026-11-20T08:00:00.000Z' }, ...more });
  const { db } = at.server.store;
  await db
    .insertInto('record')
    .values({ tenant, id: personId, type: 'person', scope, version: 1, schema: 1, data: JSON.stringify(data), buckets: ['org:lss'] })
    .execute();
  const run = () => reconcileKir({ store: at.server.store, clock: systemClock, hooks: {} }, kir, tenant);
  const akt = async () => {
    const rows = await db
      .selectFrom('record')
      .select(['type', 'data', 'buckets'])
      .where('tenant', '=', tenant)
      .where('scope', '=', scope)
      .execute();
    return new Map(rows.map(({ type, data: found, buckets }) => [type, { data: found as Record<string, unknown>, buckets }]));
  };
  return { run, akt };
}

it('FRAGA-05 lays the answer in the akt as a proposal, once, and changes nothing of the person', async () => {
  const { run, akt } = await registered();
  answer = () => post();
  expect(await run()).toBe(1);
  const after = await akt();
  expect(after.get('kirForslag')).toMatchObject({ data: { post: { fornamn: 'Märta Elisabet' } }, buckets: ['org:lss'] });
  expect(after.get('person')?.data).toMatchObject({ fornamn: 'Märta', kir: { status: 'ejKontrollerad' } });
  expect(await run()).toBe(0);
  expect(asked).toEqual(['199904122380']);
});

it('FRAGA-05 also tells that the register does not know the person', async () => {
  const { run, akt } = await registered();
  answer = () => undefined;
  expect(await run()).toBe(1);
  expect((await akt()).get('kirForslag')?.data).not.toHaveProperty('post');
});

it('FRAGA-05 asks again later when the register still does not answer', async () => {
  const { run, akt } = await registered();
  answer = () => {
    throw new KirUnavailable('closed');
  };
  expect(await run()).toBe(0);
  expect((await akt()).has('kirForslag')).toBe(false);
  answer = () => post();
  expect(await run()).toBe(1);
});

it('FRAGA-62 a protection the register knows of counts at once, and moves the akt', async () => {
  const { run, akt } = await registered({ adress: { gata: 'Storgatan 1', postnummer: '252 23', ort: 'Ängelby' } });
  answer = () => post({ skydd: 'skyddadFolkbokforing', adress: { gata: 'Storgatan 1', postnummer: '252 23', ort: 'Ängelby' } });
  await run();
  const after = await akt();
  expect(after.get('person')).toMatchObject({ data: { skydd: 'skyddadFolkbokforing' }, buckets: ['skyddad:lss'] });
  expect(JSON.stringify([...after])).not.toContain('Storgatan');
});

it('FRAGA-06 does not ask about a number the municipality made up itself', async () => {
  const { run } = await registered({ nummerSlag: 'interim' });
  answer = () => post();
  expect(await run()).toBe(0);
  expect(asked).toEqual([]);
});
