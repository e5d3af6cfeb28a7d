import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { akttyper, type RecordType, recordTypes } from '../../shared/domain/records.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { brokenFrom, brokenOfType } from '../../shared/domain/testing/broken-records.ts';
import { katalogTypes } from '../../shared/domain/testing/state.ts';
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

type Kommun = Awaited<ReturnType<typeof at.kommun>>;
type Given = { type: RecordType; id: string; scope: string; data: unknown };

async function store({ tenant }: Kommun, { type, id, scope, data }: Given): Promise<void> {
  const db = databaseOf(at.server.store);
  const json = JSON.stringify(data);
  const values = {
    tenant,
    id,
    type,
    scope,
    version: 3,
    schema: 1,
    data: json,
    buckets: scope === katalogScope ? ['katalog'] : ['org:lss'],
  };
  await db
    .insertInto('record')
    .values(values)
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ data: json }))
    .execute();
  if (scope !== katalogScope) return;
  const { catalogue_version = 0 } = (await at.server.store.findTenant(tenant)) ?? {};
  await db
    .updateTable('tenant')
    .set({ catalogue_version: catalogue_version + 1 })
    .where('tenant', '=', tenant)
    .execute();
}

/** A user's computer that sends commands, straight to the push. */
async function sender(kommun: Kommun) {
  const anna = await kommun.client();
  const on = {
    ...{ store: at.server.store, rulebook, clock: systemClock, hooks: {} },
    onSetAside: (cause: unknown) => toldOf.push((cause as { cause: { record?: unknown } }).cause.record),
  };
  const send = async (name: string, input: object) => {
    const command = anna.command(name, input);
    const request = { protocol: protocolVersion, clientId: anna.clientId, epoch: null, commands: [command] };
    const { results } = await push(on, { tenant: kommun.tenant, anvandareId: kommun.users.anna.id }, request);
    return results[0] as { outcome: string; code?: string };
  };
  return send;
}

describe.each(akttyper)('Lost 3: a broken %s of today’s schema number in an akt', (type) => {
  it('sets aside what cannot be decided without it, refuses nothing for it, and is nothing to other akter', async () => {
    const kommun = await at.kommun();
    const [akten, annan] = kommun.akter;
    const send = await sender(kommun);
    const own = kommun.records.find((one) => one.type === type && one.scope === akten.scope);
    const beside = brokenOfType(type).map((data) => ({ id: randomUUID(), data }));
    const instead = own ? brokenFrom(type, own.data as Record<string, unknown>).map((data) => ({ id: own.id, data })) : [];
    for (const { id, data } of [...beside, ...instead]) {
      await store(kommun, { type, id, scope: akten.scope, data });
      toldOf.length = 0;
      const kontaktId = type === 'kontakt' ? id : randomUUID();
      const kontakt = { typ: 'ovrig', namn: 'Per', rev: randomUUID() };
      const spara = { personId: akten.personId, kontaktId, basRev: null, kontakt };
      const signera = { personId: akten.personId, anteckningId: id, rev: randomUUID() };
      for (const [name, input] of [
        ['anteckning.spara', note(akten, 'Här.')],
        ['kontakt.spara', spara],
        ...(type === 'anteckning' ? [['anteckning.signera', signera] as const] : []),
      ] as const) {
        const result = await send(name, input);
        const isSetAside = result.code === 'akt-olaslig';
        expect(isSetAside ? 'ok' : result.outcome, `${name} beside ${JSON.stringify(data)}: ${result.code}`).toBe('ok');
        if (isSetAside) expect(toldOf.at(-1)).toEqual({ type, id });
      }
      expect(await send('anteckning.spara', note(annan, 'Där.'))).toMatchObject({ outcome: 'ok' });
      if (own && id === own.id) await store(kommun, { type, id, scope: akten.scope, data: own.data });
      else await databaseOf(at.server.store).deleteFrom('record').where('tenant', '=', kommun.tenant).where('id', '=', id).execute();
    }
    expect(await send('anteckning.spara', note(akten, 'Mendat.'))).toMatchObject({ outcome: 'ok' });
  });
});

const katalogen = recordTypes.filter((type) => katalogTypes.has(type));
describe.each(katalogen)('Lost 3: a broken %s of today’s schema number in the catalogue', (type) => {
  it('keeps nobody from saving, signing and fetching', async () => {
    const kommun = await at.kommun();
    const send = await sender(kommun);
    const anna = await kommun.client();
    for (const data of brokenOfType(type)) {
      await store(kommun, { type, id: randomUUID(), scope: katalogScope, data });
      const text = note(kommun.akter[0], 'Går fram.');
      expect(await send('anteckning.spara', text)).toMatchObject({ outcome: 'ok' });
      const { personId, anteckningId, rev } = text as { personId: string; anteckningId: string; rev: string };
      expect(await send('anteckning.signera', { personId, anteckningId, rev })).toMatchObject({ outcome: 'ok' });
      expect(await anna.pull()).toMatchObject({ status: 200 });
    }
    expect(toldOf).toEqual([]);
  });
});
