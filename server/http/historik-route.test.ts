import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { databaseOf } from '../store/database-of.ts';
import { seedTenant } from '../store/seed.ts';
import { changeScope } from '../testing/change-scope.ts';
import { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { person, smallKommun } from '../testing/small-kommun.ts';
import { note } from '../testing/texts.ts';

const at = testServer();

/** A municipality whose Bo is enhetschef. */
async function kommunWithChef() {
  const tenant = `t-${randomUUID().slice(0, 8)}`;
  const data = smallKommun();
  data.users.bo.data.roller = ['enhetschef'];
  data.users.utforare.data.roller = ['utforare', 'systemforvaltare'];
  await seedTenant(at.server.store, tenant, 'Ängelby', data.records);
  const client = (user: keyof typeof data.users) => new TestClient(at.server.url, tenant).signIn(data.users[user].id);
  return { ...data, tenant, client };
}
const pathOf = (personId: string) => `/akter/${personId}/historik`;

describe('the log of an akt', () => {
  it('tells the enhetschef every command on it, newest first, with its whole input, refused ones too', async () => {
    const { client, akter, users } = await kommunWithChef();
    const [anna, chef] = [await client('anna'), await client('bo')];
    const first = note(akter[0], 'Ringde modern.');
    await anna.pushed(anna.command('anteckning.spara', first));
    await anna.pushed(anna.command('anteckning.signera', { personId: akter[0].personId, anteckningId: randomUUID(), rev: randomUUID() }));
    await anna.pushed(anna.command('anteckning.spara', note(akter[1], 'En annan akt.')));
    const { body } = await chef.send(pathOf(akter[0].personId));
    expect(body).toMatchObject({
      rader: [
        { name: 'anteckning.signera', outcome: 'refused', code: 'finns-inte', namn: 'Anna Ek' },
        {
          name: 'anteckning.spara',
          outcome: 'ok',
          anvandareId: users.anna.id,
          input: { text: first.text },
          at: '2026-11-20T08:00:00.000Z',
        },
      ],
    });
    expect((body as { rader: unknown[] }).rader).toHaveLength(2);
  });

  it('FRAGA-62 of a person who is protected now it tells no address, neither theirs nor a contact’s', async () => {
    const { client, akter, tenant } = await kommunWithChef();
    const [anna, chef] = [await client('anna'), await client('bo')];
    const { personId, scope } = akter[0];
    const kontakt = { typ: 'anhorig', namn: 'Modern', adress: 'Gamla gatan 1', rev: randomUUID() };
    await anna.pushed(anna.command('kontakt.spara', { personId, kontaktId: randomUUID(), basRev: null, kontakt }));
    const data = person();
    const adress = { gata: 'Gamla gatan 1', postnummer: '123 45', ort: 'Hemort' };
    await anna.pushed(anna.command('person.spara', { personId, basRev: null, rev: randomUUID(), person: { ...data, adress } }));
    expect(JSON.stringify((await chef.send(pathOf(personId))).body)).toMatch(/Gamla gatan 1.*Gamla gatan 1/);
    await changeScope(at.server.store, tenant, scope, [
      { op: 'put', type: 'person', id: personId, data: { ...data, skydd: 'sekretessmarkering' } },
    ]);
    const { body } = await chef.send(pathOf(personId));
    expect(JSON.stringify(body)).not.toMatch(/Gamla|123 45|Hemort/);
    expect(body).toMatchObject({ rader: [{ name: 'person.spara' }, { name: 'kontakt.spara', input: { kontakt: { namn: 'Modern' } } }] });
  });

  it('FRAGA-62 who read it is in the access log, and who was refused is not', async () => {
    const { client, akter, users, tenant } = await kommunWithChef();
    await (await client('anna')).send(pathOf(akter[0].personId));
    await (await client('bo')).send(pathOf(akter[0].personId));
    const rows = await databaseOf(at.server.store).selectFrom('access_log').selectAll().where('tenant', '=', tenant).execute();
    expect(rows).toMatchObject([{ anvandare_id: users.bo.id, action: 'last', person_id: akter[0].personId, detail: 'historik' }]);
  });

  it('is refused to a handläggare, and an akt that one may not read is as one that is not there', async () => {
    const { client, akter } = await kommunWithChef();
    expect(await (await client('anna')).send(pathOf(akter[0].personId))).toMatchObject({ status: 403, error: 'forbidden' });
    const forvaltare = await client('utforare');
    expect(await (await client('bo')).send(pathOf(randomUUID()))).toMatchObject({ status: 404, error: 'not-found' });
    // Who reaches the person only as staff of a utförare reads no log of the akt.
    expect(await forvaltare.send(pathOf(akter[0].personId))).toMatchObject({ status: 404, error: 'not-found' });
  });
});
