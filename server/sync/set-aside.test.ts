import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { protocolVersion } from '../../shared/protocol/protocol.ts';
import { databaseOf } from '../store/database-of.ts';
import { testServer } from '../testing/server.ts';
import { note } from '../testing/texts.ts';
import { systemClock } from '../util/clock.ts';
import { push } from './push.ts';

const at = testServer();
const toldOf: unknown[] = [];
beforeEach(() => {
  toldOf.length = 0;
});

async function stored(tenant: string, scope: string, id: string, type: string, schema: number, data: unknown) {
  const db = databaseOf(at.server.store);
  const values = { tenant, id, type, scope, version: 3, schema, data: JSON.stringify(data), buckets: ['org:lss'] };
  await db
    .insertInto('record')
    .values(values)
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ schema, data: values.data }))
    .execute();
}
const schemaOf = async (tenant: string, id: string) =>
  databaseOf(at.server.store)
    .selectFrom('record')
    .select(['schema', 'data'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();

it('a command that would write what PostgreSQL cannot hold is refused by itself, told of, and holds nobody up', async () => {
  const { client, akter, tenant, users } = await at.kommun();
  const anna = await client();
  const kontaktId = randomUUID();
  // As by a rule of ours that makes such a value of a sound input.
  const saknas = [{ op: 'put' as const, type: 'kontakt' as const, id: kontaktId, data: { typ: 'ovrig', namn: 'Per\0', rev: kontaktId } }];
  const spara = rulebook.commands['kontakt.spara'];
  const trasig = {
    ...rulebook,
    commands: { ...rulebook.commands, 'kontakt.spara': { ...spara, decide: () => saknas } },
  } as typeof rulebook;
  const on = {
    ...{ store: at.server.store, rulebook: trasig, clock: systemClock, hooks: {} },
    onSetAside: () => toldOf.push('set aside'),
    onUnstorable: (cause: unknown, { name }: { name: string }) => toldOf.push([name, (cause as { code?: string }).code]),
  };
  const kontakt = { personId: akter[0].personId, kontaktId, basRev: null, kontakt: { typ: 'ovrig', namn: 'Per', rev: kontaktId } };
  const commands = [anna.command('kontakt.spara', kontakt), anna.command('anteckning.spara', note(akter[0], 'Går fram.'))];
  const request = { protocol: protocolVersion, clientId: anna.clientId, epoch: null, commands };
  const { results } = await push(on, { tenant, anvandareId: users.anna.id }, request);
  expect(results).toMatchObject([{ outcome: 'refused', code: 'ogiltig-indata' }, { outcome: 'ok' }]);
  expect(toldOf).toEqual([['kontakt.spara', '22P05']]);
  // What cannot be stored is of the input itself, by a way that cleans nothing: the log has it without.
  const hel = { ...on, rulebook };
  const trasiga = ['Per\0', 'Per \ud83d'].map((namn) =>
    anna.command('kontakt.spara', { ...kontakt, kontaktId: randomUUID(), kontakt: { ...kontakt.kontakt, namn } }),
  );
  const again = await push(hel, { tenant, anvandareId: users.anna.id }, { ...request, commands: trasiga });
  expect(again.results).toMatchObject([
    { outcome: 'refused', code: 'ogiltig-indata' },
    { outcome: 'refused', code: 'ogiltig-indata' },
  ]);
});

describe('a scope that cannot be read', () => {
  it.each<[string, string, number, unknown]>([
    ['a document of a newer version', 'beslut', 99, { helt: 'annat' }],
    ['a broken document', 'verkstallighet', 1, null],
    ['a text for a document', 'kontakt', 1, 'trasig'],
    ['a list for a document', 'bevakning', 1, []],
    ['a verkställighet with nothing in it', 'verkstallighet', 1, {}],
  ])(
    '%s: its commands are set aside and operations told, all others go on, and it is decided when it comes again',
    async (_, type, schema, data) => {
      const { client, akter, tenant, users } = await at.kommun();
      const anna = await client();
      const badId = randomUUID();
      await stored(tenant, akter[0].scope, badId, type, schema, data);
      const on = {
        store: at.server.store,
        rulebook,
        clock: systemClock,
        hooks: {},
        onSetAside: (_cause: unknown, of: unknown) => toldOf.push(of),
      };
      const caller = { tenant, anvandareId: users.anna.id };
      const send = (commands: ReturnType<typeof anna.command>[]) =>
        push(on, caller, { protocol: protocolVersion, clientId: anna.clientId, epoch: null, commands });

      const waits = anna.command('anteckning.spara', note(akter[0], 'Väntar.'));
      const goesOn = anna.command('anteckning.spara', note(akter[1], 'Går fram.'));
      const pushed = [waits, goesOn];
      const { results, lastSeq } = await send(pushed);
      expect(results).toMatchObject([{ outcome: 'refused', code: 'akt-olaslig' }, { outcome: 'ok' }]);
      expect(lastSeq).toBe(2);
      expect(toldOf).toEqual([{ tenant, id: waits.id, name: 'anteckning.spara' }]);
      expect((await send(pushed)).results, 'sent again by a lost answer: the same').toEqual(results);

      expect((await send([{ ...waits, seq: 3 }])).results).toMatchObject([{ outcome: 'refused', code: 'akt-olaslig' }]);
      await databaseOf(at.server.store).deleteFrom('record').where('tenant', '=', tenant).where('id', '=', badId).execute();
      expect((await send([{ ...waits, seq: 4 }])).results).toMatchObject([{ id: waits.id, outcome: 'ok' }]);
      expect((await send([{ ...waits, seq: 5 }])).results, 'and once only').toMatchObject([{ id: waits.id, outcome: 'ok' }]);
      const log = await databaseOf(at.server.store).selectFrom('command_log').select('repeat').where('command_id', '=', waits.id).execute();
      expect(log.filter(({ repeat }) => !repeat)).toHaveLength(1);
    },
  );

  it('a broken record of the catalogue stops what asks for it and nothing else, and closes nobody’s account', async () => {
    const { client, akter, tenant, users } = await at.kommun();
    const [anna, bo] = [await client(), await client('bo')];
    const inCatalogue = async (type: string, id: string, data: unknown) => {
      await stored(tenant, 'katalog', id, type, 1, data);
      const { catalogue_version = 0 } = (await at.server.store.findTenant(tenant)) ?? {};
      const next = { catalogue_version: catalogue_version + 1 };
      await databaseOf(at.server.store).updateTable('tenant').set(next).where('tenant', '=', tenant).execute();
    };
    await inCatalogue('instrument', randomUUID(), null);
    await inCatalogue('anvandare', users.bo.id, null);
    expect((await anna.pushed(anna.command('anteckning.spara', note(akter[0], 'Går fram.')))).results).toMatchObject([{ outcome: 'ok' }]);
    expect(await bo.pull()).toMatchObject({ status: 503, error: 'unavailable' });
    await inCatalogue('anvandare', users.bo.id, users.bo.data);
    expect(await bo.pull()).toMatchObject({ status: 200 });
  });

  it('what a newer version wrote and this one can read keeps its number and its fields when it is edited', async () => {
    const { client, akter, tenant, users } = await at.kommun();
    const anna = await client();
    const [{ personId, scope }] = akter;
    const [kontaktId, rev] = [randomUUID(), randomUUID()];
    const kontakt = { typ: 'ovrig', namn: 'Per', rev: users.anna.id };
    await stored(tenant, scope, kontaktId, 'kontakt', 7, { ...kontakt, nytt: 1 });
    const input = { personId, kontaktId, basRev: users.anna.id, kontakt: { typ: 'ovrig', namn: 'Pär', rev } };
    expect((await anna.pushed(anna.command('kontakt.spara', input))).results).toMatchObject([{ outcome: 'ok' }]);
    expect(await schemaOf(tenant, kontaktId)).toMatchObject({ schema: 7, data: { namn: 'Pär', nytt: 1 } });
  });
});
