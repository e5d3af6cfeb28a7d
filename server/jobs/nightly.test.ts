import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Etjanst, etjanstId, type Nattrapport } from '../../shared/domain/etjanst/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import { type Aktiveringsbegaran, type EtjanstPort, egenEtjanst } from '../etjanst/etjanst-port.ts';
import { databaseOf } from '../store/database-of.ts';
import type { Store } from '../store/store.ts';
import { createActMany } from '../sync/act.ts';
import type { Hooks } from '../sync/hooks.ts';
import { testServer } from '../testing/server.ts';
import { person, smallKommun } from '../testing/small-kommun.ts';
import { type NightlyOn, runNight } from './nightly.ts';

const at = testServer();
const begard = { anvandareId: randomUUID(), namn: 'Anna Ek', at: '2026-11-29T09:00:00.000Z' };
const dagen = '2026-11-30T08:00:00.000Z';

type Row = Partial<Etjanst> & { avliden?: string };
/** A municipality that was there the night before, and kunder whose e-service is as told. */
async function kommun(rows: Row[]) {
  const data = smallKommun();
  const kunder = rows.map(({ avliden, ...over }, nr) => {
    const personId = randomUUID();
    const scope = aktScope(personId);
    const nummer = `19${String(10_000_000 + nr).slice(-6)}${String(1000 + nr).slice(-4)}`;
    const hen = person({ personnummer: nummer, ...(avliden === undefined ? {} : { avliden }) });
    const etjanst = {
      lage: 'vantarPaNatten',
      begard: { ...begard, anvandareId: data.users.anna.id },
      inkomstblankett: true,
      rev: randomUUID(),
      ...over,
    };
    const schema = 1;
    return {
      personId,
      personnummer: nummer,
      records: [
        { type: 'person' as const, id: personId, scope, schema, data: hen as Record<string, unknown> },
        { type: 'etjanst' as const, id: etjanstId(personId), scope, schema, data: etjanst as Record<string, unknown> },
      ],
    };
  });
  const { tenant } = await at.kommun({ ...data, records: [...data.records, ...kunder.flatMap(({ records }) => records)] });
  const { store } = at.server;
  await store.passNight(tenant, '2026-11-29', '2026-11-29T01:00:00.000Z');
  const lagen = async () => {
    const found = await databaseOf(store)
      .selectFrom('record')
      .select('data')
      .where('tenant', '=', tenant)
      .where('type', '=', 'etjanst')
      .execute();
    return found.map(({ data: one }) => (one as Etjanst).lage).sort();
  };
  const log = () =>
    databaseOf(store)
      .selectFrom('command_log')
      .select(['command_id', 'repeat', 'outcome', 'anvandare_id', 'version', 'input'])
      .where('tenant', '=', tenant)
      .where('name', '=', 'etjanst.natt')
      .execute();
  const notiser = () =>
    databaseOf(store)
      .selectFrom('notis')
      .select(['handelse', 'mottagare', 'kanal', 'slag', 'lage'])
      .where('tenant', '=', tenant)
      .orderBy('mottagare')
      .orderBy('kanal')
      .execute();
  const rapporter = async () => {
    const found = await databaseOf(store)
      .selectFrom('record')
      .select(['data', 'buckets'])
      .where('tenant', '=', tenant)
      .where('type', '=', 'nattrapport')
      .orderBy('version')
      .execute();
    return found.map(({ data: one, buckets }) => ({ ...(one as Nattrapport), buckets }));
  };
  return { tenant, kunder, lagen, log, notiser, rapporter };
}

type Over = { etjanst?: EtjanstPort; now?: string; store?: Store; hooks?: Hooks; klockslag?: string };
function node({ etjanst = egenEtjanst, now = dagen, store = at.server.store, hooks = {}, klockslag = '02:00' }: Over = {}) {
  const clock = { now: () => new Date(now) };
  const done: object[] = [];
  const left: object[] = [];
  const on: NightlyOn = {
    nights: {
      ...{ rows: store.aktiveringar, take: store.takeNight, pass: store.passNight, hold: store.holdNight },
      ...{ release: store.releaseNight, count: store.countNight, finish: store.finishNight },
    },
    acts: [1, 2].map(() => createActMany({ store, rulebook, clock, hooks })),
    ...{ etjanst, clock, klockslag, tell: { done: (about) => done.push(about), left: (about) => left.push(about) } },
  };
  return { run: (tenant: string, again = false) => runNight(on, tenant, again), done, left };
}
/** Answers as told, and remembers what it was asked. */
function answering(svar: (begaran: Aktiveringsbegaran) => Awaited<ReturnType<EtjanstPort['aktivera']>>[number] = () => ({ ok: true })) {
  const asked: Aktiveringsbegaran[] = [];
  const etjanst: EtjanstPort = {
    aktivera: async (begaran) => {
      asked.push(...begaran);
      return begaran.map(svar);
    },
  };
  return { asked, etjanst };
}

it('NATT-01 whatever waits is activated by the server itself, through the rulebook, the log and the history, and says from which day it works', async () => {
  const { tenant, kunder, lagen, log, rapporter } = await kommun([{}, {}, { lage: 'aktiv', fungerarFran: '2026-11-01' }]);
  const { run, done } = node();
  const report = { aktiverade: 2, misslyckade: 0, avslutade: 0, orsaker: {}, olasta: 0 };
  expect(await run(tenant)).toEqual({ night: '2026-11-30', outcome: 'done', report });
  expect(await lagen()).toEqual(['aktiv', 'aktiv', 'aktiv']);
  expect(done).toEqual([{ tenant, night: '2026-11-30', ...report }]);
  // Those who run the system read what it came to, and nobody else.
  const { olasta, aktiverade, misslyckade, avslutade } = report;
  const rapport = { natt: '2026-11-30', borjade: dagen, klar: dagen, aktiverade, misslyckade, avslutade, olasta, orsaker: [], poster: [] };
  expect(await rapporter()).toEqual([{ ...rapport, buckets: ['drift'] }]);
  expect(await log()).toHaveLength(2);
  expect((await log()).every(({ anvandare_id, outcome }) => anvandare_id === systemaktorId && outcome === 'ok')).toBe(true);
  const scope = aktScope(kunder[0]?.personId ?? '');
  const akt = await databaseOf(at.server.store)
    .selectFrom('record')
    .select(['type', 'data'])
    .where('tenant', '=', tenant)
    .where('scope', '=', scope)
    .execute();
  expect(akt.find(({ type }) => type === 'etjanst')?.data).toMatchObject({ lage: 'aktiv', fungerarFran: '2026-11-30' });
  expect(akt.find(({ type }) => type === 'handelse')?.data).toMatchObject({ kommando: 'etjanst.natt', namn: 'E-tjänsten' });
  expect(await at.server.store.listNights(tenant)).toMatchObject([{ night: '2026-11-30', report }, { night: '2026-11-29' }]);
});

it('NATT-02 NATT-03 what a user asks for by push is activated by the running server, and told by the next pull, to the utförare too', async () => {
  const { tenant, client, akter } = await at.kommun();
  const [{ personId }] = akter;
  const [anna, disa] = [await client(), await client('utforare')];
  const input = { personId, basRev: null, rev: randomUUID(), meddelande: true, inkomstblankett: true };
  expect(await anna.pushed(anna.command('etjanst.spara', input))).toMatchObject({ results: [{ outcome: 'ok' }] });
  expect(await at.server.runNightly(tenant)).toMatchObject({ outcome: 'done', report: { aktiverade: 1 } });
  for (const one of [anna, disa]) {
    await one.catchUp();
    expect(one.held.get(etjanstId(personId))?.data).toMatchObject({ lage: 'aktiv' });
  }
});

it('EAKT-04 EAKT-11 who is activated is to be told by the ways they chose, each once; nobody is told of an activation that failed', async () => {
  const { tenant, kunder, notiser } = await kommun([
    { sms: { telefon: 2, nummer: '070-1740601' }, epost: 'linnea@exempel.se' },
    { epost: 'maja@exempel.se' },
    {},
    { lage: 'aktiv', fungerarFran: '2026-11-01', epost: 'klar@exempel.se' },
  ]);
  const [bada, nekad] = kunder;
  const { etjanst } = answering(({ personnummer }) =>
    personnummer === nekad?.personnummer ? { ok: false, orsak: 'avvisad' } : { ok: true },
  );
  await node({ etjanst }).run(tenant);
  await node({ etjanst }).run(tenant, true);
  const handelse = `aktiverad/${etjanstId(bada?.personId ?? '')}/2026-11-30`;
  const till = { handelse, mottagare: bada?.personId, slag: 'aktiverad', lage: 'vantar' };
  expect(await notiser()).toEqual([
    { ...till, kanal: 'epost' },
    { ...till, kanal: 'sms' },
  ]);
});

it('NATT-01 exactly one run a night, whoever asks and however often; what comes after it waits for the next, or for who wants it now', async () => {
  const { tenant, lagen, log } = await kommun([{}]);
  const { run } = node();
  await run(tenant);
  expect(await run(tenant)).toMatchObject({ outcome: 'already' });
  await databaseOf(at.server.store)
    .updateTable('record')
    .set({ data: JSON.stringify({ lage: 'vantarPaNatten', begard, inkomstblankett: true, rev: randomUUID() }) })
    .where('tenant', '=', tenant)
    .where('type', '=', 'etjanst')
    .execute();
  expect(await run(tenant)).toMatchObject({ outcome: 'already' });
  expect(await lagen()).toEqual(['vantarPaNatten']);
  expect(await run(tenant, true)).toMatchObject({ outcome: 'done', report: { aktiverade: 1 } });
  expect(await node({ now: '2026-12-01T00:30:00.000Z' }).run(tenant)).toMatchObject({ night: '2026-11-30', outcome: 'already' });
  expect(await node({ now: '2026-12-01T01:00:00.000Z' }).run(tenant)).toMatchObject({ night: '2026-12-01', outcome: 'done' });
  expect(await log()).toHaveLength(2);
});

it.each([
  [
    'the spring night, which has no two o’clock',
    ['2026-03-28T23:30', '2026-03-29T00:59', '2026-03-29T01:00', '2026-03-29T01:05'],
    '2026-03-29',
  ],
  [
    'the autumn night, which has it twice',
    ['2026-10-24T23:59', '2026-10-25T00:00', '2026-10-25T00:59', '2026-10-25T01:00', '2026-10-25T01:30'],
    '2026-10-25',
  ],
  ['a night that the server was off in', ['2026-11-30T09:40', '2026-11-30T09:43'], '2026-11-30'],
  ['the latest of several that it was off in', ['2026-12-08T09:40', '2026-12-08T09:43'], '2026-12-08'],
])('NATT-01 %s has one run', async (_, ticks, night) => {
  const { tenant } = await kommun([]);
  await databaseOf(at.server.store).deleteFrom('night').where('tenant', '=', tenant).execute();
  await at.server.store.passNight(tenant, '2026-03-28', '2026-03-28T01:00:00.000Z');
  if (night > '2026-04') await node({ now: `${ticks[0]?.slice(0, 8)}01T10:00:00.000Z` }).run(tenant);
  if (night === '2026-10-25') await node({ now: '2026-10-24T10:00:00.000Z' }).run(tenant);
  const before = (await at.server.store.listNights(tenant)).length;
  const outcomes = [];
  for (const tick of ticks) outcomes.push(await node({ now: `${tick}:00.000Z` }).run(tenant));
  expect(outcomes.filter(({ outcome }) => outcome === 'done')).toEqual([expect.objectContaining({ night })]);
  expect(outcomes.every(({ outcome }) => outcome === 'done' || outcome === 'already')).toBe(true);
  expect((await at.server.store.listNights(tenant)).length).toBe(before + 1);
});

it('a municipality that was made today has no night behind it: what waits there waits for the next', async () => {
  const { tenant, lagen } = await kommun([{}]);
  await databaseOf(at.server.store).deleteFrom('night').where('tenant', '=', tenant).execute();
  expect(await node().run(tenant)).toEqual({ night: '2026-11-30', outcome: 'first' });
  expect(await node().run(tenant)).toMatchObject({ outcome: 'already' });
  expect(await lagen()).toEqual(['vantarPaNatten']);
});

it('FORB-63 one that fails is told with its reason, takes nothing from the others, and is asked for again on the night it says', async () => {
  const { tenant, kunder, lagen, rapporter } = await kommun([{}, {}]);
  const nej = kunder[0]?.personnummer;
  const { asked, etjanst } = answering(({ personnummer }) =>
    personnummer === nej ? { ok: false, orsak: 'avvisad', text: 'Okänd' } : { ok: true },
  );
  expect(await node({ etjanst }).run(tenant)).toMatchObject({ report: { aktiverade: 1, misslyckade: 1, orsaker: { avvisad: 1 } } });
  expect(await lagen()).toEqual(['aktiv', 'misslyckades']);
  expect(await rapporter()).toMatchObject([
    {
      misslyckade: 1,
      orsaker: [{ orsak: 'avvisad', antal: 1 }],
      poster: [{ personId: kunder[0]?.personId, slag: 'etjanst', orsak: 'avvisad' }],
    },
  ]);
  const bevakningar = await databaseOf(at.server.store)
    .selectFrom('record')
    .select('data')
    .where('tenant', '=', tenant)
    .where('type', '=', 'bevakning')
    .execute();
  expect(bevakningar).toMatchObject([{ data: { typ: 'E-tjänsten' } }]);
  await node({ etjanst }).run(tenant, true);
  expect(asked, 'not again the same night').toHaveLength(2);
  await node({ etjanst, now: '2026-12-01T08:00:00.000Z' }).run(tenant);
  expect(asked.at(-1)).toMatchObject({ personnummer: nej });
  expect(asked[2]?.nyckel, 'the same asking').toBe(asked.find(({ personnummer }) => personnummer === nej)?.nyckel);
  await node({ etjanst, now: '2026-12-02T08:00:00.000Z' }).run(tenant);
  expect(asked, 'after two nights the next time').toHaveLength(3);
  await node({ etjanst, now: '2026-12-03T08:00:00.000Z' }).run(tenant);
  expect(asked).toHaveLength(4);
});

it('of one who has died nothing is asked for; it is ended', async () => {
  const { tenant, lagen } = await kommun([{ avliden: '2026-11-20' }, { avliden: '2026-11-20', lage: 'aktiv', fungerarFran: '2026-11-01' }]);
  const { asked, etjanst } = answering();
  expect(await node({ etjanst }).run(tenant)).toMatchObject({ report: { aktiverade: 0, avslutade: 2 } });
  expect(asked).toEqual([]);
  expect(await lagen()).toEqual(['avslutad', 'avslutad']);
});

it('a record that cannot be read is left and told of; the others are activated', async () => {
  const { tenant, kunder } = await kommun([{}, {}]);
  const trasig = etjanstId(kunder[0]?.personId ?? '');
  await databaseOf(at.server.store)
    .updateTable('record')
    .set({ schema: 99, data: JSON.stringify({ lage: 'nytt' }) })
    .where('tenant', '=', tenant)
    .where('id', '=', trasig)
    .execute();
  const { run, left } = node();
  expect(await run(tenant)).toMatchObject({ report: { aktiverade: 1, olasta: 1 } });
  expect(left).toMatchObject([{ postId: trasig, code: 'akt-olaslig' }]);
});

it('an e-service that cannot be asked at all fails nobody: the night is gone on with', async () => {
  const { tenant, lagen, rapporter } = await kommun([{}]);
  const borta: EtjanstPort = {
    aktivera: async () => {
      throw new Error('no road');
    },
  };
  await expect(node({ etjanst: borta }).run(tenant)).rejects.toThrow('no road');
  expect(await lagen()).toEqual(['vantarPaNatten']);
  await expect(node({ etjanst: borta }).run(tenant)).rejects.toThrow('no road');
  expect(await rapporter(), 'told once').toMatchObject([{ natt: '2026-11-30', avbruten: dagen, aktiverade: 0 }]);
  expect(await node().run(tenant), 'at once, on any node').toMatchObject({ outcome: 'done', report: { aktiverade: 1 } });
  expect(await rapporter()).toMatchObject([{ klar: dagen, aktiverade: 1 }]);
  expect((await rapporter())[0]).not.toHaveProperty('avbruten');
});

it('NATT-01 two nodes at once: one has the night, and each is activated once', async () => {
  const { tenant, lagen, log } = await kommun(Array.from({ length: 60 }, () => ({})));
  const outcomes = await Promise.all([node(), node(), node()].map(({ run }) => run(tenant)));
  expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  expect(outcomes.every(({ outcome }) => ['done', 'held', 'already'].includes(outcome))).toBe(true);
  expect(new Set(await lagen())).toEqual(new Set(['aktiv']));
  expect((await log()).filter(({ repeat }) => !repeat)).toHaveLength(60);
});

it('NATT-01 a node that lost its night to another, and goes on all the same, does nothing twice', async () => {
  const { tenant, lagen, log } = await kommun(Array.from({ length: 40 }, () => ({})));
  const { promise, resolve } = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const slow: EtjanstPort = {
    aktivera: async (begaran) => {
      asked.resolve();
      await promise;
      return begaran.map(() => ({ ok: true }));
    },
  };
  const first = node({ etjanst: slow }).run(tenant);
  await asked.promise;
  await databaseOf(at.server.store)
    .updateTable('night')
    .set({ held_until: new Date(0) })
    .where('tenant', '=', tenant)
    .where('done_at', 'is', null)
    .execute();
  expect(await node().run(tenant)).toMatchObject({ outcome: 'done', report: { aktiverade: 40 } });
  resolve();
  expect(await first).toMatchObject({ outcome: 'lost' });
  expect(new Set(await lagen())).toEqual(new Set(['aktiv']));
  const wrote = (await log()).filter(({ repeat }) => !repeat);
  expect(wrote).toHaveLength(40);
});

it('NATT-01 ended at any step, fifty times: the next goes on, each is activated exactly once and has one event in its history', async () => {
  const rows = 120;
  const { tenant, lagen, log, notiser } = await kommun(
    Array.from({ length: rows }, () => ({ sms: { telefon: 2 as const, nummer: '070-1740601' }, epost: 'linnea@exempel.se' })),
  );
  class Killed extends Error {}
  let random = 20261130;
  const below = (n: number) => {
    random = (random * 1103515245 + 12345) % 2147483648;
    return random % n;
  };
  for (let kill = 0; kill < 50; kill += 1) {
    let steps = 1 + below(90);
    const hooks: Hooks = {
      step: async () => {
        steps -= 1;
        if (steps <= 0) throw new Killed();
      },
    };
    const ended = await node({ hooks })
      .run(tenant)
      .catch((error: unknown) => error);
    if (!(ended instanceof Killed)) expect(ended).toMatchObject({ outcome: expect.stringMatching(/done|already/) });
    // What was killed says nothing to the table either.
    await databaseOf(at.server.store)
      .updateTable('night')
      .set({ held_until: new Date(0), holder: 'gone' })
      .where('tenant', '=', tenant)
      .where('done_at', 'is', null)
      .execute();
  }
  const last = await node().run(tenant);
  expect(['done', 'already']).toContain(last.outcome);
  expect(await lagen()).toEqual(Array.from({ length: rows }, () => 'aktiv'));
  const wrote = new Set((await log()).filter(({ repeat }) => !repeat).map(({ command_id }) => command_id));
  expect(wrote.size).toBe(rows);
  const events = await databaseOf(at.server.store)
    .selectFrom('record')
    .select('id')
    .where('tenant', '=', tenant)
    .where('type', '=', 'handelse')
    .execute();
  expect(events).toHaveLength(rows);
  expect(await notiser(), 'told of once a way').toHaveLength(2 * rows);
  expect((await at.server.store.listNights(tenant))[0]?.report).toMatchObject({ aktiverade: rows });
});
